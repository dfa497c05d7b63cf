"""Everything that happened in a life, in one order and on one clock: a day of the game is sixty seconds, as in the notation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scsgame.debrief.consequences import Consequence
from scsgame.debrief.log import Log
from scsgame.debrief.rows import Decision

DAY = 60.0
"""So many seconds are one day."""
TICK = 0.01
"""So far apart stand the events of one day."""


class Event(NamedTuple):
    """One thing at one time: a decision, a consequence, or a phase that begins (its regime and name)."""

    at: float
    of: Decision | Consequence | tuple[str, str]


def timeline(log: Log) -> tuple[Event, ...]:
    """Return every event of a life; a consequence stands on its own day, after what was decided on that day."""
    listed = sorted(_dated(log), key=lambda pair: pair[0])
    found: list[Event] = []
    today, count = 0, 0
    for day, one in listed:
        count = count + 1 if day == today else 0
        today = day
        found.append(Event(round((day - 1) * DAY + count * TICK, 2), one))
    return tuple(found)


def _dated(log: Log) -> Iterator[tuple[int, Decision | Consequence | tuple[str, str]]]:
    phases: dict[str, str] = {}
    by_turn: dict[int, list[Decision]] = {}
    for decision in log.decisions:
        by_turn.setdefault(decision.turn, []).append(decision)
    for turn, course in enumerate(log.courses):
        for decision in by_turn.get(turn, ()):
            for regime, phase in decision.phases:
                if phase and phases.get(regime) != phase:
                    phases[regime] = phase
                    yield decision.day, (regime, phase)
            yield decision.day, decision
        for one in course:
            yield one.day, one


def act_codes(log: Log) -> dict[str, int]:
    """Return a number from 1 for each act that could be done in this life."""
    acts = {act for decision in log.decisions for option in decision.options for act in option.acts}
    acts |= {one.act for one in log.consequences if one.act}
    return {act: number for number, act in enumerate(sorted(acts), 1)}
