"""What is written of a life: its people, its days and bills, its scenes and endings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from scsgame.conditions import ALWAYS, Condition
from scsgame.life.calendar import Calendar
from scsgame.life.lots import Odds
from scsgame.life.world import Bill, Ending, Meter, Person, Post, Tide, Value
from scsgame.terms import NOTHING_SAID, ActKind, Saying, Service

SceneKind = Literal["opening", "everyday", "beat", "threshold", "crisis", "return", "encounter"]

PRIORITY: Mapping[str, int] = {
    "everyday": 0,
    "beat": 10,
    "threshold": 20,
    "crisis": 30,
    "encounter": 35,
    "return": 40,
    "opening": 50,
}
"""Which kind of scene goes first when several could come."""


@dataclass(frozen=True, slots=True)
class Use:
    """A service that a choice needs, and what it costs before any regime changes the price."""

    service: Service
    price: int = 0


@dataclass(frozen=True, slots=True)
class Later:
    """What comes back: a scene, or a change of meters with a line of text, `days` after the choice."""

    days: int
    scene: str = ""
    effects: tuple[tuple[str, int], ...] = ()
    note: Saying = NOTHING_SAID
    when: Condition = ALWAYS
    chance: float = 1.0


@dataclass(frozen=True, slots=True)
class Choice:
    """What the author wrote as one way to go on. What a player meets of it is an Offer.

    `effects` and `counts` change meters and counters; `upholds` and `betrays` name values and move the
    meter *self* of whoever holds them; `asks` is what an encounter's choice asks of its regime.
    """

    id: str
    text: Saying
    result: Saying = NOTHING_SAID
    when: Condition = ALWAYS
    acts: tuple[ActKind, ...] = ()
    uses: tuple[Use, ...] = ()
    effects: tuple[tuple[str, int], ...] = ()
    bonds: tuple[tuple[str, int], ...] = ()
    sets: tuple[str, ...] = ()
    clears: tuple[str, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    upholds: tuple[str, ...] = ()
    betrays: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    later: tuple[Later, ...] = ()
    asks: Literal["", "enrol", "withdraw"] = ""
    pleads: str = ""
    moods: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """A situation with choices, and when it may come.

    A scene with `cooldown` may come again after that many days; without, it comes once. `chance` is drawn by
    name each day; `due_only` scenes come only when an earlier choice or event sent them.
    """

    id: str
    text: tuple[Saying, ...]
    choices: tuple[Choice, ...]
    kind: SceneKind = "everyday"
    place: Saying = NOTHING_SAID
    when: Condition = ALWAYS
    priority: int = 0
    chance: float = 1.0
    cooldown: int | None = None
    due_only: bool = False
    cast: tuple[tuple[str, str], ...] = ()
    arc: str = ""
    step: int = 0
    twin: str = ""
    rare: Saying = NOTHING_SAID
    urgent: bool = False
    specificity: int = field(init=False, repr=False, compare=False)
    met: str = field(init=False, repr=False, compare=False)
    comes: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "specificity", self.when.specificity)
        object.__setattr__(self, "met", f"met({self.id})")
        object.__setattr__(self, "comes", f"comes {self.id}")


def in_order(scenes: Iterable[Scene]) -> tuple[Scene, ...]:
    """Return scenes by priority, then by how much they ask for; the rest is left to the day."""
    return tuple(sorted(scenes, key=lambda scene: (-scene.priority, -scene.specificity)))


@dataclass(frozen=True)
class Life:
    """Everything that is written of one life. It mentions no score, no tier and no regime."""

    id: str
    title: Saying
    about: Saying
    start: str
    weeks: int
    deal_days: tuple[str, ...]
    meters: tuple[Meter, ...]
    values: tuple[Value, ...]
    pick_values: int
    flags: tuple[str, ...]
    counters: tuple[str, ...]
    people: tuple[Person, ...]
    bills: tuple[Bill, ...]
    tides: tuple[Tide, ...]
    feed: tuple[Post, ...]
    scenes: tuple[Scene, ...]
    endings: tuple[Ending, ...]
    arc_gap: int = 6
    fallback: str = ""
    sources: tuple[str, ...] = ()
    undated: bool = False
    phone_title: Saying = NOTHING_SAID
    feed_title: Saying = NOTHING_SAID
    by_id: Mapping[str, Scene] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {scene.id: scene for scene in self.scenes})

    @property
    def last_day(self) -> int:
        """Return the number of the last day."""
        return self.weeks * 7

    @cached_property
    def dealable(self) -> tuple[Scene, ...]:
        """Return the scenes that may come by themselves, those first that go first."""
        return in_order(scene for scene in self.scenes if not scene.due_only)

    @cached_property
    def comings(self) -> tuple[Condition, ...]:
        """Return, for each scene of `dealable`, what it asks for before it may come, where it has not come too lately."""
        from scsgame.life.coming import its_turn  # it reads scenes, so it is asked for late

        return tuple(its_turn(scene, self.arc_gap) for scene in self.dealable)

    @cached_property
    def first_asked(self) -> tuple[str, ...]:
        """Return, for each scene of `dealable`, a fact that is looked at first: where it is nought, the scene cannot come."""
        from scsgame.life.coming import first_asked  # likewise

        return tuple(map(first_asked, self.comings))

    @cached_property
    def odds(self) -> Odds:
        """Return how likely each scene of `dealable` is on a day."""
        return Odds((scene.comes, scene.chance) for scene in self.dealable)

    @cached_property
    def early_endings(self) -> tuple[Ending, ...]:
        """Return the endings that may come on any day."""
        return tuple(ending for ending in self.endings if ending.early)

    @cached_property
    def calendar(self) -> Calendar:
        """Return what falls on which day."""
        return Calendar(self.start, self.tides, self.bills, self.people)

    @cached_property
    def reads(self) -> frozenset[str]:
        """Return the facts of the life that any of its conditions reads."""
        from scsgame.life.coming import facts_read  # likewise

        return facts_read(self.conditions)

    @cached_property
    def unlived(self) -> Mapping[str, Any]:
        """Return the facts of this life before anything has happened, but for its date and the values held."""
        from scsgame.life.coming import unbegun  # likewise

        facts: dict[str, Any] = {**dict.fromkeys(self.reads, 0), **unbegun(self.scenes)}
        facts.update((meter.id, meter.start) for meter in self.meters)
        facts.update((flag, False) for flag in self.flags)
        facts.update((counter, 0) for counter in self.counters)
        for person in self.people:
            facts[f"bond({person.id})"] = person.bond
            facts[f"near({person.id})"] = person.here
        for bill in self.bills:
            facts[f"owes({bill.id})"] = facts[f"overdue({bill.id})"] = False
        return facts

    @cached_property
    def person(self) -> Mapping[str, Person]:
        """Return the people by id."""
        return {person.id: person for person in self.people}

    @cached_property
    def bill(self) -> Mapping[str, Bill]:
        """Return the bills by id."""
        return {bill.id: bill for bill in self.bills}

    @cached_property
    def longest_grace(self) -> int:
        """Return how many days at most lie between the coming of a bill and its being overdue."""
        return max((bill.grace for bill in self.bills), default=0)

    @cached_property
    def bounds(self) -> Mapping[str, tuple[int, int]]:
        """Return how low and how high each meter can go."""
        return {meter.id: (meter.least, meter.most) for meter in self.meters}

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """Return every condition this life states."""
        found: list[Any] = [*self.bills, *self.tides, *self.feed, *self.endings]
        for scene in self.scenes:
            found.append(scene)
            for choice in scene.choices:
                found += [choice, *choice.later]
        for ending in self.endings:
            found += [variant for _, variants in ending.slots for variant in variants]
        return tuple(thing.when for thing in found)
