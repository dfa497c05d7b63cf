"""What a person may see of one regime: the values of its app on the phone, with nothing in them that disclosure withholds."""

from __future__ import annotations

from typing import Literal, NamedTuple

from scsgame.terms import Day, Safe


class MarkView(NamedTuple):
    """One entry of the history, as far as it is told: `points` is None where numbers are withheld.

    A rating is one of so many, `most`, and good from `good_from` on; points are simply added.
    """

    id: str
    day: Day
    title: Safe
    points: float | None
    subject: str
    most: float = 0
    good_from: float = 0


class ListView(NamedTuple):
    """One list, and since when one is on it: None where one is not, or is not `told`."""

    id: str
    title: Safe
    good: bool
    public: bool
    since: Day | None
    reason: Safe
    subject: str
    told: bool = True


class MeasureView(NamedTuple):
    """One perk, restriction or publicity that stands or could stand."""

    id: str
    title: Safe
    kind: Literal["perk", "restriction", "publicity"]
    stands: bool
    what: Safe
    subject: str


class RuleView(NamedTuple):
    """One published rule."""

    id: str
    title: Safe
    points: float | None
    what: Safe
    subject: str


class RedressView(NamedTuple):
    """One way back, and what it can be used on: (target id, what it is)."""

    id: str
    title: Safe
    kind: Literal["dispute", "appeal", "repair"]
    open: bool
    needs: Safe
    most_characters: int
    takes: int
    targets: tuple[tuple[str, Safe], ...]
    subject: str


class CaseView(NamedTuple):
    """A plea filed: what about, when the answer is due."""

    title: Safe
    target: Safe
    filed: Day
    answer: Day
    subject: str = ""


class ObserverView(NamedTuple):
    """One observer that one is told of, and what it looks for."""

    id: str
    title: Safe
    what: Safe
    subject: str


class TierView(NamedTuple):
    """One step of the scale, and from which score on it is reached (None where no number is told)."""

    id: str
    title: Safe
    at_least: float | None
    subject: str


class FactorView(NamedTuple):
    """One thing a score is made of, and how much of it ("" where that is not told)."""

    id: str
    title: Safe
    share: Safe
    subject: str


class RegimeView(NamedTuple):
    """One regime's app on the phone.

    `score` is text, None where it is withheld; `course` are the (day, score) pairs one has been shown.
    """

    id: str
    title: Safe
    about: Safe
    word: Safe
    enrolled: bool
    opt_in: bool
    may_leave: bool
    score: Safe | None
    score_as_of: Day | None
    tier: Safe | None
    next_update: Day | None
    least: float
    most: float
    tiers: tuple[TierView, ...]
    course: tuple[tuple[Day, float], ...]
    marks: tuple[MarkView, ...]
    lists: tuple[ListView, ...]
    measures: tuple[MeasureView, ...]
    rules: tuple[RuleView, ...]
    redress: tuple[RedressView, ...]
    cases: tuple[CaseView, ...]
    shows_score: bool
    shows_rules: Literal["told", "partly", "untold"]
    subject: str
    observers: tuple[ObserverView, ...] = ()
    factors: tuple[FactorView, ...] = ()
    told_subject: str = "disclosure"
