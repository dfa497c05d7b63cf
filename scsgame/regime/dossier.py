"""What a regime holds on a person: never what was done, only what was reported and made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from scsgame.regime.charter import Regime
from scsgame.regime.intervention.rules import Mark
from scsgame.regime.intervention.standing import Rating, first_tallies, reckon, tier_of
from scsgame.regime.manipulation.redress import Case
from scsgame.regime.surveillance.observers import Observation
from scsgame.terms import ActKind, Day

Filed = tuple[ActKind, str, int]
"""A report that was filed: of which act, by whom, the how manyth."""


class Dossier(NamedTuple):
    """A record on one day.

    `facts` are what the regime's conditions read, and what was seen (an act never seen has no fact unless one is read); `tallies` what
    has been counted; `post` reports on their way; `known` the reports filed of late; `pending` marks not yet counted; `entries` all
    marks; `moved` how far each of them moved what is counted; `others` the standings of other people; `course` each (day, score) as
    it was published; `placed` the mark that put the person on a list; `at_rest` says that lists and measures have answered to all of
    it, and that nobody is on a list.
    What grows with every deed stands by the day it is of, so that a long record costs no more to add to than a short one.
    Nothing here is changed once the record is made: whoever goes on works on a copy.
    """

    facts: dict[str, Any]
    tallies: dict[str, float]
    ratings: tuple[Rating, ...] = ()
    post: tuple[Observation, ...] = ()
    known: Mapping[Day, frozenset[Filed]] = {}
    pending: tuple[Mark, ...] = ()
    entries: Mapping[Day, tuple[Mark, ...]] = {}
    voided: frozenset[str] = frozenset()
    moved: Mapping[Day, Mapping[str, float]] = {}
    spent: Mapping[tuple[str, object], float] = {}
    cases: tuple[Case, ...] = ()
    others: Mapping[str, float] = {}
    course: tuple[tuple[Day, float], ...] = ()
    placed: Mapping[str, str] = {}
    at_rest: bool = False

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Return every mark, in the order in which they were made."""
        return tuple(chain.from_iterable(self.entries.values()))

    @property
    def newest_first(self) -> Iterator[Mark]:
        """Return every mark, the last one first."""
        return chain.from_iterable(map(reversed, reversed(tuple(self.entries.values()))))


def open_dossier(regime: Regime, enrolled: bool) -> Dossier:
    """Return the record on day 1."""
    tallies = first_tallies(regime.scale)
    facts: dict[str, Any] = {
        "phase": regime.first_phase,
        "enrolled": enrolled,
        "friends_score": regime.scale.start,
        "days_in_phase": 0,
        "phase_since": 1,
    }
    facts.update(regime.counters)
    for key in regime.reads:
        facts.setdefault(key, 0)
    for rule in regime.omissions:
        facts[f"counted({rule.id})"] = 0
        facts[f"duty({rule.id})"] = 0
        facts.setdefault(f"last_seen({rule.omits})", 0)
    for roll in regime.rolls:
        facts[f"listed({roll.id})"] = False
        facts[f"days_on({roll.id})"] = 0
        facts[f"since_on({roll.id})"] = 0
    for measure in regime.measures:
        facts[f"active({measure.id})"] = False
    for turning in regime.turnings:
        facts[f"turned({turning.into})"] = 0
    score = reckon(regime.scale, tallies, (), None)
    facts["score"] = score
    facts["tier"] = tier_of(regime.tiers, score, facts["phase"]) if regime.scale.kind != "none" else ""
    course = ((1, score),) if regime.scale.kind != "none" else ()
    return Dossier(facts, tallies, course=course)
