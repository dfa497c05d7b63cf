"""The desk at which one regime works on one record, room by room."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from scsgame.conditions.tree import Facts
from scsgame.regime.charter import Regime
from scsgame.regime.dossier import Dossier
from scsgame.regime.intervention.rules import Mark
from scsgame.regime.manipulation.redress import Case
from scsgame.regime.surveillance.observers import Observation
from scsgame.terms import Chance, Date, Day


class Today(NamedTuple):
    """What the proceedings need to know of the day: the life's facts, the date, who is who, where others begin,
    how the person stood elsewhere yesterday, who is near to rate one in a role, and which observers have no helper near.
    """

    facts: Facts
    date: Date
    people: tuple[str, ...]
    friends: frozenset[str]
    unit: frozenset[str]
    chance: Chance
    begins: Mapping[str, float] = MappingProxyType({})
    abroad: Mapping[str, float] = MappingProxyType({})
    raters: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    absent: frozenset[str] = frozenset()


class Answer(NamedTuple):
    """A plea answered."""

    case: Case
    granted: bool


class Hearing(NamedTuple):
    """What one hearing brought: reports that came in, marks made, lists entered (True) or left (False),
    measures begun or ended, pleas answered, phases entered, what the measures did to the life's meters,
    the score before and after where it was published anew, and the marks counted in it.
    """

    dossier: Dossier
    observations: tuple[Observation, ...] = ()
    marks: tuple[Mark, ...] = ()
    listings: tuple[tuple[str, bool], ...] = ()
    measures: tuple[tuple[str, bool], ...] = ()
    answers: tuple[Answer, ...] = ()
    turnings: tuple[str, ...] = ()
    touches: tuple[tuple[str, int], ...] = ()
    published: tuple[tuple[float, float], ...] = ()
    counted: tuple[Mark, ...] = ()

    @property
    def empty(self) -> bool:
        """Say whether nothing came of it."""
        return not any(self[1:])


class Desk:
    """A copy of the record, being worked on, and what came of the work. It lives for one hearing only."""

    __slots__ = (
        "answers", "at_rest", "before", "cases", "counted", "course", "facts", "known", "listings", "marks", "measures", "moved",
        "observations", "others", "pending", "placed", "post", "published", "ratings", "regime", "spent", "tallies", "today",
        "touches", "turnings", "voided",
    )  # fmt: skip

    def __init__(self, regime: Regime, dossier: Dossier, today: Today) -> None:
        self.regime = regime
        self.before = dossier
        self.today = today
        self.facts = dossier.facts.copy()
        self.tallies = dossier.tallies.copy()
        self.ratings = dossier.ratings
        self.post = dossier.post
        self.known = dossier.known
        self.pending = dossier.pending
        self.voided = dossier.voided
        self.moved = dossier.moved
        self.spent = dict(dossier.spent)
        self.cases = dossier.cases
        self.others = dossier.others
        self.course = dossier.course
        self.placed = dossier.placed
        self.at_rest = False
        self.observations: list[Observation] = []
        self.marks: list[Mark] = []
        self.listings: list[tuple[str, bool]] = []
        self.measures: list[tuple[str, bool]] = []
        self.answers: list[Answer] = []
        self.turnings: list[str] = []
        self.touches: list[tuple[str, int]] = []
        self.published: list[tuple[float, float]] = []
        self.counted: list[Mark] = []

    @property
    def entries(self) -> Mapping[Day, tuple[Mark, ...]]:
        """Return every mark on the record by its day, those just made among them."""
        before = self.before.entries
        if not self.marks:
            return before
        day = self.today.facts["day"]
        return {**before, day: (*before.get(day, ()), *self.marks)}

    def begins(self, whom: str) -> float:
        """Return where somebody stands of whom nothing is known."""
        return self.today.begins.get(whom, self.regime.unjudged)

    def rise(self) -> Hearing:
        """Return what came of the work."""
        dossier = Dossier(
            self.facts, self.tallies, self.ratings, self.post, self.known, self.pending, self.entries, self.voided,
            self.moved, self.spent, self.cases, self.others, self.course, self.placed, self.at_rest,
        )  # fmt: skip
        return Hearing(
            dossier, tuple(self.observations), tuple(self.marks), tuple(self.listings), tuple(self.measures),
            tuple(self.answers), tuple(self.turnings), tuple(self.touches), tuple(self.published), tuple(self.counted),
        )  # fmt: skip
