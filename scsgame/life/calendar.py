"""What falls on which day of a life: its date, its tides and bills, other people's habits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scsgame.life.world import Bill, Habit, Person, Tide
from scsgame.terms import Day, date_of, written_date


class Agenda(NamedTuple):
    """What falls on one day; the habits with the place of whoever has them among those who have any."""

    weekday: str
    date: int
    tides: tuple[Tide, ...]
    bills: tuple[Bill, ...]
    habits: tuple[tuple[int, Person, Habit], ...]


class Calendar:
    """The agenda of each day, made when it is first asked for."""

    def __init__(self, start: str, tides: Sequence[Tide], bills: Sequence[Bill], people: Sequence[Person]) -> None:
        self._start = start
        self._tides = tides
        self._bills = bills
        habitual = [person for person in people if person.habits]
        self._habits = [(place, person, habit) for place, person in enumerate(habitual) for habit in person.habits]
        self._known: dict[Day, Agenda] = {}

    def on(self, day: Day) -> Agenda:
        """Return what falls on this day."""
        found = self._known.get(day)
        if found is None:
            date = date_of(self._start, day)
            found = self._known[day] = Agenda(
                date.weekday,
                written_date(date),
                tuple(tide for tide in self._tides if _falls_on(day, tide.first, tide.every)),
                tuple(bill for bill in self._bills if _falls_on(day, bill.first, bill.every)),
                tuple(habit for habit in self._habits if _falls_on(day, habit[2].start, habit[2].every)),
            )
        return found


def _falls_on(day: Day, first: int, every: int) -> bool:
    return day >= first and (day - first) % every == 0
