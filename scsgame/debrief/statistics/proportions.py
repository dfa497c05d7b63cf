"""Rates with their intervals."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

Z95 = 1.959963984540054
"""The point of the normal curve that leaves two and a half per cent on either side."""

PERCENT_FROM = 10
"""From so many chances on, a rate may be told as a percentage."""


class Interval(NamedTuple):
    """Two ends between which a figure lies, in nineteen of twenty cases, if all points were independent."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Say whether a value lies between the ends."""
        return self.low <= value <= self.high


class Rate(NamedTuple):
    """How often something was done, of how many chances."""

    done: int
    chances: int

    @property
    def share(self) -> float | None:
        """Return the rate as a share, or None where there was no chance."""
        return self.done / self.chances if self.chances else None

    @property
    def percent(self) -> int | None:
        """Return the rate in per cent, or None where there were too few chances for one."""
        return round(100 * self.done / self.chances) if self.chances >= PERCENT_FROM else None

    def plus(self, other: Rate) -> Rate:
        """Return both together."""
        return Rate(self.done + other.done, self.chances + other.chances)


NEVER = Rate(0, 0)
"""No chance, and so nothing done."""


def rate(answers: list[bool] | tuple[bool, ...]) -> Rate:
    """Return how often the answer was yes."""
    return Rate(sum(answers), len(answers))


def wilson(found: Rate, z: float = Z95) -> Interval:
    """Return Wilson's score interval of a rate; without a single chance it is everything from 0 to 1."""
    done, chances = found
    if not chances:
        return Interval(0.0, 1.0)
    share, spread = done / chances, z * z / chances
    middle = (share + spread / 2) / (1 + spread)
    reach = z / (1 + spread) * sqrt(share * (1 - share) / chances + spread / (4 * chances))
    low = 0.0 if done == 0 else max(0.0, middle - reach)
    high = 1.0 if done == chances else min(1.0, middle + reach)
    return Interval(low, high)


def difference(first: Rate, second: Rate, z: float = Z95) -> Interval:
    """Return Newcombe's interval of the first rate less the second, built from Wilson's two (his method 10)."""
    if not first.chances or not second.chances:
        return Interval(-1.0, 1.0)
    one, two = first.done / first.chances, second.done / second.chances
    a, b = wilson(first, z), wilson(second, z)
    down = sqrt((one - a.low) ** 2 + (b.high - two) ** 2)
    up = sqrt((a.high - one) ** 2 + (two - b.low) ** 2)
    return Interval(one - two - down, one - two + up)
