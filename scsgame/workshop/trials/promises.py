"""What authors promise of a pack: walks and laws, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from scsgame.conditions import Condition
from scsgame.packs.problems import visible


@dataclass(frozen=True, slots=True)
class Slip:
    """One mistake in a walk file."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{visible(self.path)}:{self.line}:{self.column}: error: {self.message}"


@dataclass(frozen=True, slots=True)
class Walk:
    """A life by the author's hand: which choices are taken as their scenes come, and what must hold at the end."""

    name: str
    place: str
    life: str
    regimes: tuple[str, ...]
    seed: str
    values: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]
    pays: tuple[str, ...]
    joins: tuple[str, ...]
    through: int
    holds: tuple[Condition, ...]
    under: tuple[tuple[str, Condition], ...]
    ending: str = ""


@dataclass(frozen=True, slots=True)
class Law:
    """What must hold of every life: one choice changed to another, luck held, then these never get worse."""

    name: str
    place: str
    life: str
    regimes: tuple[str, ...]
    scene: str
    take: str
    instead_of: tuple[str, ...]
    pay: str
    never_lower: tuple[str, ...]
    never_higher: tuple[str, ...]
    lives: int = 40


@dataclass(frozen=True, slots=True)
class Expected:
    """Everything authors wrote to be held against the pack, and the mistakes in writing it."""

    walks: tuple[Walk, ...] = ()
    laws: tuple[Law, ...] = ()
    slips: tuple[Slip, ...] = ()
