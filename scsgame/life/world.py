"""What surrounds the scenes: meters, values, people, bills, tides, the feed, endings."""

from __future__ import annotations

from dataclasses import dataclass

from scsgame.conditions import ALWAYS, Condition
from scsgame.terms import NOTHING_SAID, ActKind, Saying


@dataclass(frozen=True, slots=True)
class Meter:
    """A number that can run out at both ends: money, strength, ties, self."""

    id: str
    title: Saying
    start: int
    least: int
    most: int
    unit: Saying = NOTHING_SAID
    low: int = 0
    high: int = 0


@dataclass(frozen=True, slots=True)
class Value:
    """Something a player may choose to stand for at the start."""

    id: str
    title: Saying
    about: Saying


@dataclass(frozen=True, slots=True)
class Habit:
    """What somebody else does every so many days, with some chance."""

    act: ActKind
    every: int
    chance: float = 1.0
    start: int = 1


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the player's life: a name, parts to play, a bond from 0 to 100, acts of their own."""

    id: str
    name: Saying
    about: Saying
    roles: tuple[str, ...]
    bond: int = 50
    here: bool = True
    habits: tuple[Habit, ...] = ()


@dataclass(frozen=True, slots=True)
class Bill:
    """Money owed every so often: paying in time and letting the day pass are acts."""

    id: str
    title: Saying
    amount: int
    first: int
    every: int
    grace: int
    paid_act: ActKind
    missed_act: ActKind
    late_act: ActKind
    fee: int = 0
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Tide:
    """A change of meters that comes by itself: wages, food, a week's rest."""

    id: str
    title: Saying
    effects: tuple[tuple[str, int], ...]
    first: int
    every: int
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Post:
    """One item of the feed on the phone: gossip, news, a clue."""

    id: str
    by: Saying
    text: Saying
    when: Condition = ALWAYS
    first: int = 1
    last: int = 9999


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to fill a slot of an ending."""

    text: Saying
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Ending:
    """How a life can close; the first whose condition holds is told. `early` ones may come on any day."""

    id: str
    title: Saying
    text: Saying
    when: Condition = ALWAYS
    slots: tuple[tuple[str, tuple[Variant, ...]], ...] = ()
    early: bool = False
    rare: Saying = NOTHING_SAID
