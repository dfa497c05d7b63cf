"""Scales: how marks become a number, and which word stands for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from scsgame.conditions import Condition
from scsgame.terms import NOTHING_SAID, Provenance, Saying


@dataclass(frozen=True, slots=True)
class Factor:
    """One part of a weighed score, from 0 to 100; `decay` is the share of its distance from `start` that
    fades each month.
    """

    id: str
    title: Saying
    weight: float
    start: float = 50
    decay: float = 0
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class Influence:
    """How much the standing of others in these roles pulls one's own: a share from 0 to 1."""

    roles: tuple[str, ...]
    weight: float
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class Scale:
    """How a standing is counted.

    points    start + the sum of marks
    factors   each factor's value, weighed, stretched from `least` to `most`
    ratings   the average of the last `window` ratings; a rater's own standing may weigh
    none      no number at all: only marks and lists

    `others` says where people in a role begin, who would otherwise begin where everybody does.
    """

    kind: Literal["points", "factors", "ratings", "none"] = "none"
    start: float = 0
    least: float = 0
    most: float = 0
    updates: Literal["at_once", "daily", "weekly", "monthly"] = "at_once"
    update_day: int = 1
    decay: float = 0
    factors: tuple[Factor, ...] = ()
    window: int = 20
    weighs_rater: bool = False
    decimals: int = 0
    influence: Influence | None = None
    others: tuple[tuple[str, float], ...] = ()
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class Tier:
    """A word for a standing: from this score upward; `phases` empty means always."""

    id: str
    title: Saying
    at_least: float
    phases: frozenset[str] = frozenset()
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class Roll:
    """A list that people are put on: when they enter, when they leave, how long an entry stands (days)."""

    id: str
    title: Saying
    good: bool
    public: bool
    enters: Condition | None = None
    leaves: Condition | None = None
    term: int = 0
    reason_given: bool = True
    phases: frozenset[str] = frozenset()
    rare: Saying = NOTHING_SAID
    provenance: Provenance = Provenance()
    listed: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "listed", f"listed({self.id})")
