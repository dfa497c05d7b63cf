"""Strokes of luck: rare reports that a seed holds ready, such as the one act in a million at which somebody looks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from scsgame.game.moment import Moment, Setup
from scsgame.life.scenes import Life
from scsgame.regime.charter import Regime
from scsgame.regime.surveillance.observers import Observer
from scsgame.terms import SELF, ActKind, Day
from scsgame.workshop.trials.distances import NEVER
from scsgame.workshop.trials.nearness import SMALL


class Stroke(NamedTuple):
    """A rare report that a seed holds ready: of which act on which day, which must then be done for the so-manieth time.

    `number` is 0 where nothing need be done, because the report is about somebody else's act or about nothing. What
    it brings begins on the day `arrives` and lasts until the day `until`.
    """

    regime: str
    kind: ActKind
    day: Day
    number: int
    arrives: Day
    until: Day

    @classmethod
    def of(cls, regime: Regime, observer: Observer, life: Life, kind: ActKind, day: Day, number: int = 0) -> Stroke:
        """Return the stroke of such a report; what it brings lasts as long as the list it puts one on, or for the rest of the life."""
        arrives = day + observer.delay
        terms = [regime.roll[rule.lists].term for rule in regime.rules_by_act.get(kind, ()) if rule.lists]
        lasts = max(terms) if terms and all(terms) else life.last_day
        return cls(regime.id, kind, day, number, arrives, arrives + lasts)

    def tells(self, days: Iterable[Day]) -> bool:
        """Say whether what it brings stands on one of these days, after that of the deed."""
        return any(max(self.arrives, self.day + 1) <= day < self.until for day in days)


class Awaited:
    """Measures how far moments of a life are from the nearest of some strokes, and sees when all have been missed."""

    def __init__(self, setup: Setup, strokes: Iterable[Stroke]) -> None:
        self._strokes = [(setup.at[stroke.regime], stroke) for stroke in strokes]

    def __call__(self, moment: Moment) -> float:
        """Return how many deeds are lacking, as a distance; 0 where nothing is awaited."""
        return min((_off(moment, at, stroke) for at, stroke in self._strokes), default=0.0)


def _off(moment: Moment, at: int, stroke: Stroke) -> float:
    day, dossier = moment.day, moment.dossiers[at]
    fallen = dossier.facts.get(f"last_seen({stroke.kind})", 0) >= stroke.day or any(
        report.kind == stroke.kind and report.day == stroke.day and report.whom == SELF for report in dossier.post
    )
    if fallen:
        return 0.0 if day < stroke.until else NEVER
    if day > stroke.day:
        return NEVER
    if not stroke.number:
        return 0.0
    lacking: int = stroke.number - 1 - moment.life.facts.get(f"times({stroke.kind})", 0)
    if lacking < 0:
        return NEVER
    now = day == stroke.day and any(stroke.kind in offer.choice.acts for offer in moment.offers if offer.open)
    return SMALL * (lacking if now else lacking + 1)
