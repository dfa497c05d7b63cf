"""How much of it was real: every rule that touched this life, with its status and its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scsgame.debrief.diary import events_of
from scsgame.game.chronicle import Chronicle
from scsgame.terms import STATUSES, Provenance, Safe
from scsgame.tongue import phrase


class Touched(NamedTuple):
    """One rule, list or measure that touched the life, and where it comes from."""

    regime: Safe
    title: Safe
    provenance: Provenance


def touched(chronicle: Chronicle, language: str = "en") -> tuple[Touched, ...]:
    """Return, once each, everything of any regime that touched this life."""
    return tuple(dict.fromkeys(_touched(chronicle, language)))


def by_status(things: tuple[Touched, ...]) -> Mapping[str, int]:
    """Return how many of these are known how well, from documented to invented."""
    return {status: sum(thing.provenance.status == status for thing in things) for status in STATUSES}


def _touched(chronicle: Chronicle, language: str) -> Iterator[Touched]:
    for regime in chronicle.setup.regimes:
        title = regime.title.read(language)
        if regime.scale.kind != "none":
            yield Touched(title, phrase("real.scale", "the scale", language), regime.scale.provenance)
        for event in events_of(chronicle, regime.id):
            for mark in event.hearing.marks:
                rule = regime.rule[mark.rule]
                yield Touched(title, rule.title.read(language), rule.provenance)
            for name, _ in event.hearing.listings:
                yield Touched(title, regime.roll[name].title.read(language), regime.roll[name].provenance)
            for name, _ in event.hearing.measures:
                yield Touched(title, regime.measure[name].title.read(language), regime.measure[name].provenance)
