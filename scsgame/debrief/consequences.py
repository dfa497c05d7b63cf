"""Consequences: each single thing that a regime made of a life, as one frozen value with its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from scsgame.game.passing import Event
from scsgame.regime.charter import Regime
from scsgame.regime.intervention.rules import Mark
from scsgame.terms import SELF, ActKind, Day, Provenance

Kind = Literal["mark", "struck", "list", "measure", "weekly", "answer"]
Touches = tuple[tuple[str, int], ...]


class Consequence(NamedTuple):
    """One thing that a regime made of a life.

    `subject` is the rule, list, measure or way back behind it. `on` says that it was given, entered, begun, granted; not `on`
    that it was struck out, taken off, ended, refused. `valence` is what the pack declares it to be: +1 welcome, -1 unwelcome, 0
    neither. A mark names the `act` it is about (or the act that was not seen), its day, its number, and who reported it on
    whom; `counted` is the day it went into the score, 0 where it never did.
    """

    regime: str
    kind: Kind
    subject: str
    on: bool
    day: Day
    valence: int
    points: float = 0
    touches: Touches = ()
    act: ActKind = ""
    done_on: Day = 0
    number: int = 0
    by: str = ""
    whom: str = SELF
    mark: str = ""
    counted: Day = 0
    provenance: Provenance = Provenance()


def consequences(
    events: Iterable[Event], regimes: Mapping[str, Regime], voided: Mapping[str, frozenset[str]] | None = None
) -> tuple[Consequence, ...]:
    """Return every consequence in these events, in their order, each mark with the day on which it was counted.

    `voided` are the marks that had been struck out before the first of them, by regime.
    """
    return tuple(one for found in by_event(events, regimes, voided) for one in found)


def by_event(
    events: Iterable[Event], regimes: Mapping[str, Regime], voided: Mapping[str, frozenset[str]] | None = None
) -> tuple[tuple[Consequence, ...], ...]:
    """Return the consequences in each of these events."""
    listed = list(events)
    counted: dict[tuple[str, str], Day] = {}
    for event in listed:
        for mark in event.hearing.counted:
            counted.setdefault((event.regime, mark.id), event.day)
    gone = dict(voided or {})
    found = []
    for event in listed:
        regime = regimes[event.regime]
        struck = _struck(event, regime, gone.get(regime.id, frozenset()))
        found.append((*struck, *_of(event, regime, counted)))
        gone[regime.id] = event.hearing.dossier.voided
    return tuple(found)


def _struck(event: Event, regime: Regime, before: frozenset[str]) -> Iterator[Consequence]:
    """Yield the marks that were struck out: by pleas that were granted, then because their time was over."""
    dossier = event.hearing.dossier
    after = dossier.voided
    if after is before:
        return
    targets = [case.target for case, granted in event.hearing.answers if granted]
    pleaded = {dossier.placed.get(target, target): place for place, target in enumerate(targets)}
    gone = [mark for mark in dossier.marks if mark.id in after and mark.id not in before]
    for mark in sorted(gone, key=lambda mark: pleaded.get(mark.id, len(pleaded))):
        lasts = regime.rule[mark.rule].lasts
        by_plea = mark.id in pleaded
        yield _mark(regime, mark, 0)._replace(
            kind="struck", on=False, valence=-valence_of(regime, mark), points=-mark.points, touches=(),
            day=event.day if by_plea or not lasts else mark.day + lasts, by="plea" if by_plea else "time",
        )  # fmt: skip


def _of(event: Event, regime: Regime, counted: Mapping[tuple[str, str], Day]) -> Iterator[Consequence]:
    day, hearing = event.day, event.hearing
    for mark in hearing.marks:
        yield _mark(regime, mark, counted.get((regime.id, mark.id), 0))
    for name, on in hearing.listings:
        roll = regime.roll[name]
        good = 1 if roll.good else -1
        yield Consequence(regime.id, "list", name, on, day, good if on else -good, provenance=roll.provenance)
    for name, on in hearing.measures:
        measure = regime.measure[name]
        good = 1 if measure.welcome else -1
        touches = measure.touches if on else ()
        yield Consequence(
            regime.id, "measure", name, on, day, good if on else -good, touches=touches, provenance=measure.provenance
        )
    if day % 7 == 1 and hearing.touches:
        for measure in regime.measures:
            if measure.weekly and hearing.dossier.facts[f"active({measure.id})"]:
                good = sum(change for _, change in measure.weekly)
                yield Consequence(
                    regime.id, "weekly", measure.id, True, day, _sign(good), touches=measure.weekly,
                    provenance=measure.provenance,
                )  # fmt: skip
    for case, granted in hearing.answers:
        way = next(way for way in regime.redress if way.id == case.redress)
        yield Consequence(
            regime.id, "answer", way.id, granted, day, 0, mark=case.target, done_on=case.filed,
            provenance=way.provenance,
        )  # fmt: skip


def _mark(regime: Regime, mark: Mark, counted: Day) -> Consequence:
    rule = regime.rule[mark.rule]
    number = int(mark.id.split(".")[-2])
    return Consequence(
        regime.id, "mark", mark.rule, True, mark.day, valence_of(regime, mark), mark.points, rule.touches, mark.kind, mark.seen_on,
        number, mark.by, mark.whom, mark.id, counted, rule.provenance,
    )  # fmt: skip


def valence_of(regime: Regime, mark: Mark) -> int:
    """Return whether a mark is welcome (1), unwelcome (-1) or neither (0), as the pack declares it.

    A rating is welcome from the scale's start upward. Where a mark gives no points, what it costs the life decides.
    """
    rule = regime.rule[mark.rule]
    if rule.rating:
        return 1 if rule.rating >= regime.scale.start else -1
    return _sign(mark.points) or _sign(sum(change for _, change in rule.touches))


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)
