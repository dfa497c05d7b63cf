"""Where a life stands on one day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from scsgame.conditions import ALWAYS, Condition
from scsgame.life.coming import facts_read
from scsgame.life.scenes import Life, Scene
from scsgame.life.vocabulary import Vocabulary
from scsgame.terms import NOTHING_SAID, ActKind, Day, Saying, date_of, written_date

Cast = tuple[tuple[str, str], ...]
"""Who fills which slot of a scene."""


class Due(NamedTuple):
    """Something on its way: a scene or a change, from which day on, with the people it is about."""

    day: Day
    scene: str
    effects: tuple[tuple[str, int], ...] = ()
    note: Saying = NOTHING_SAID
    cast: Cast = ()
    when: Condition = ALWAYS


class Owed(NamedTuple):
    """A bill that has come and is not paid."""

    bill: str
    amount: int
    due: Day
    overdue: bool = False


class LifeState(NamedTuple):
    """The facts conditions read, what is on its way, what is owed, and what was done of late (act, day).

    `facts` is never changed once a state is made: whoever goes on works on a copy.
    """

    facts: dict[str, Any]
    queue: tuple[Due, ...] = ()
    owed: tuple[Owed, ...] = ()
    deeds: tuple[tuple[ActKind, Day], ...] = ()


MEMORY = 60
"""For how many days a life remembers what was done, should an office get it wrong."""


def born(
    life: Life, vocabulary: Vocabulary, values: Iterable[str] = (), encounters: Iterable[Scene] = ()
) -> LifeState:
    """Return the life before its first morning (day 0), for somebody who holds these values."""
    date = date_of(life.start, 0)
    facts: dict[str, Any] = {"day": 0, "week": 1, "weekday": date.weekday, "date": written_date(date)}
    held = set(values)
    facts.update((meter.id, meter.start) for meter in life.meters)
    facts.update((flag, False) for flag in life.flags)
    facts.update((counter, 0) for counter in life.counters)
    facts.update((f"holds({value.id})", value.id in held) for value in life.values)
    scenes = [*life.scenes, *encounters]
    facts.update((f"met({scene.id})", 0) for scene in scenes)
    facts.update((f"arc({scene.arc})", 0) for scene in scenes if scene.arc)
    facts.update((f"arc_day({scene.arc})", 0) for scene in scenes if scene.arc)
    for act in vocabulary.acts:
        facts[f"times({act})"] = 0
        facts[f"last({act})"] = 0
    for person in life.people:
        facts[f"bond({person.id})"] = person.bond
        facts[f"near({person.id})"] = person.here
    for bill in life.bills:
        facts[f"owes({bill.id})"] = False
        facts[f"overdue({bill.id})"] = False
    for service, meaning in vocabulary.services.items():
        facts[f"open({service})"] = not meaning.by_invitation
        facts[f"eased({service})"] = False
    for key in life.reads:
        facts.setdefault(key, 0)
    for scene in scenes[len(life.scenes) :]:
        choices = [choice.when for choice in scene.choices]
        later = [later.when for choice in scene.choices for later in choice.later]
        for key in facts_read([scene.when, *choices, *later]):
            facts.setdefault(key, 0)
    return LifeState(facts)
