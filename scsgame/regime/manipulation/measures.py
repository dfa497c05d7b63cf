"""Measures: what a standing opens and closes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from scsgame.conditions import Condition
from scsgame.terms import NOTHING_SAID, Provenance, Saying, Service


@dataclass(frozen=True, slots=True)
class Measure:
    """A perk, a restriction or a publicity, and when it stands.

    `prices` are factors on what a service costs: 0 waives it, 0.5 halves it, 1.5 makes it dearer. `touches`
    changes the life's meters once, when the measure begins; `weekly` each week that it stands.
    """

    id: str
    title: Saying
    kind: Literal["perk", "restriction", "publicity"]
    when: Condition
    opens: tuple[Service, ...] = ()
    closes: tuple[Service, ...] = ()
    prices: tuple[tuple[Service, float], ...] = ()
    touches: tuple[tuple[str, int], ...] = ()
    weekly: tuple[tuple[str, int], ...] = ()
    starts: Saying = NOTHING_SAID
    ends: Saying = NOTHING_SAID
    granted_by: Saying = NOTHING_SAID
    phases: frozenset[str] = frozenset()
    rare: Saying = NOTHING_SAID
    provenance: Provenance = Provenance()
    active: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "active", f"active({self.id})")

    @property
    def welcome(self) -> bool:
        """Say whether it is declared to be welcome: a perk, or a publicity that opens something or does more good than harm."""
        if self.kind != "publicity":
            return self.kind == "perk"
        return bool(self.opens) or sum(change for _, change in (*self.touches, *self.weekly)) > 0
