"""Proofs about a pack: what can never come, whoever plays, and why.

refuting    what is refuted, and which refutation is the cause of the others
lives       what can come in a life           facts       what its facts can be
regimes     what can come of a regime
sums        how far numbers can be carried    scores      how high and low a score can come
dead        what is set and never asked for, or asked for and never set
reasons     why, in sentences                 places      where it stands in the files

Every range holds too much rather than too little, so what is refuted is refuted. What is not refuted may still never come.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from scsgame.conditions.intervals import Key, Range
from scsgame.life.scenes import Life
from scsgame.packs.examine import Examined
from scsgame.packs.nouns import Library
from scsgame.regime.charter import Regime
from scsgame.workshop.findings import Finding
from scsgame.workshop.proofs.dead import dead_state
from scsgame.workshop.proofs.lives import Living
from scsgame.workshop.proofs.places import Place, places, spot
from scsgame.workshop.proofs.reasons import code_of, explain
from scsgame.workshop.proofs.refuting import Reached, Refuted, Thing, causes
from scsgame.workshop.proofs.regimes import Lives, Ruling

__all__ = ["Proved", "prove"]


class Proved(NamedTuple):
    """Dead state and everything refuted, causes only, in the order of the files; and all that can never come, by folder."""

    findings: list[Finding]
    never: set[tuple[str, Thing]]


def prove(examined: Examined, library: Library) -> Proved:
    """Prove what can be proved of these packs, whichever parts of regimes are on."""
    library = replace(library, regimes={name: library.as_written(name) for name in library.regimes})
    never: set[tuple[str, Thing]] = set()
    where = {f"{folder.kind}/{folder.id}": places(folder) for folder in (*examined.lives, *examined.regimes)}
    dead = dead_state(examined, library, where)
    found = list(dead.findings)
    encounters = [scene for regime in library.regimes.values() for scene in regime.encounters]
    reached: list[Reached] = []
    for life in library.lives.values():
        free = dead.free.get(f"lives/{life.id}", {})

        def living(granted: frozenset[Thing], life: Life = life, free: dict[Key, Range] = free) -> Reached:
            return Living(life, library.vocabulary, encounters, granted, free).run()

        now, refuted, gone = causes(living)
        never |= {(f"lives/{life.id}", thing) for thing in gone}
        reached.append(now)
        found += _found(refuted, where[f"lives/{life.id}"], now.notes | _origins(life))
    lives = Lives.of(list(library.lives.values()), reached, library.vocabulary)
    for regime in library.regimes.values():
        name = f"regimes/{regime.id}"

        def ruling(granted: frozenset[Thing], regime: Regime = regime, name: str = name) -> Reached:
            unknown = frozenset(dead.unknown.get(name, ()))
            return Ruling(regime, lives, library.vocabulary, granted, dead.free.get(name, {}), unknown).run()

        now, refuted, gone = causes(ruling)
        never |= {(name, thing) for thing in gone}
        found += _found(refuted, where[name], now.notes)
    return Proved(sorted(found, key=lambda finding: finding.problem), never)


def _origins(life: Life) -> dict[str, str]:
    """Return where the ranges of a life's own facts come from, in words."""
    days = {"week": f"the life has {life.weeks} weeks", "day": f"the life has {life.last_day} days"}
    flags = dict.fromkeys(life.flags, "no choice that can be taken sets it")
    counters = dict.fromkeys(life.counters, "no choice that can be taken carries it further")
    meters = {
        meter.id: f"it begins at {meter.start}, and its ends are {meter.least} and {meter.most}"
        for meter in life.meters
    }
    return flags | counters | meters | days


def _found(refuted: list[Refuted], where: dict[Thing, Place], origins: dict[str, str]) -> list[Finding]:
    found = []
    for one in refuted:
        sentence, reasons, words = explain(one, origins)
        field = (
            "days"
            if one.why and one.thing[0] == "later"
            else "first"
            if one.why and one.thing[0] in ("tide", "bill", "post")
            else ""
        )
        if one.why == "its chance is 0":
            field = "chance"
        found.append(Finding(spot(where[one.thing], code_of(one), sentence, words, field), "proof", reasons))
    return found
