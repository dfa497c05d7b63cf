"""Where a life stands on one day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from scsgame.conditions import ALWAYS, Condition
from scsgame.conditions.tree import Facts
from scsgame.life.scenes import Life
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

    An act that was never done, a scene that never came and a door have no fact unless something reads it: each night copies
    them all.
    `facts` is never changed once a state is made: whoever goes on works on a copy.
    """

    facts: dict[str, Any]
    queue: tuple[Due, ...] = ()
    owed: tuple[Owed, ...] = ()
    deeds: tuple[tuple[ActKind, Day], ...] = ()


MEMORY = 60
"""For how many days a life remembers what was done, should an office get it wrong."""


def born(life: Life, values: Iterable[str] = (), encounters: Iterable[Facts] = ()) -> LifeState:
    """Return the life before its first morning (day 0), for somebody who holds these values.

    `encounters` are the facts that the encounters of each regime need. No door has been put up yet.
    """
    facts: dict[str, Any] = {}
    for unmet in encounters:
        facts.update(unmet)
    facts.update(life.unlived)
    date = date_of(life.start, 0)
    facts.update(day=0, week=1, weekday=date.weekday, date=written_date(date))
    held = set(values)
    facts.update((f"holds({value.id})", value.id in held) for value in life.values)
    return LifeState(dict(list(facts.items())))  # one by one they take a third less room, and every night copies it
