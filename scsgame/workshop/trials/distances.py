"""Distances: how far a life's facts and a record's facts are from something, and how distances are put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from scsgame.conditions.tree import Facts

Distance = Callable[[Facts, Facts], float]
"""How far a life's facts and a record's facts are from something."""

NEVER = 1000.0
"""The distance of what can no longer come."""


def summed(parts: Iterable[Distance]) -> Distance:
    """Return the distance of what asks for all of these."""
    made = tuple(parts)
    return made[0] if len(made) == 1 else lambda life, standing: sum(one(life, standing) for one in made)


def least(parts: Iterable[Distance]) -> Distance:
    """Return the distance of what asks for any of these."""
    made = tuple(parts)
    return lambda life, standing: min((one(life, standing) for one in made), default=NEVER)


def always(off: float) -> Distance:
    """Return a distance that is the same everywhere."""
    return lambda _, __: off
