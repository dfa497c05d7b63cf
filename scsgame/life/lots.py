"""The luck of all scenes of a day, drawn at once.

Most scenes come with a small chance, so asking for luck first leaves few whose conditions must be looked at. Each draw is
the number that `Chance.on_day` gives, worked out for all scenes together: one long number holds them side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress
from math import ceil

from scsgame.terms import FIRST_MIX, GOLDEN, SECOND_MIX, Chance, Day

_LANE = 16
"""How many bytes each draw has for itself: 64 bits, and room for what a product carries over."""

_WHOLE = (1 << 64) - 1


class Odds:
    """How likely many things are, each with the name by which its luck is drawn."""

    def __init__(self, things: Iterable[tuple[str, float]]) -> None:
        odds = tuple(things)
        self.names = tuple(name for name, _ in odds)
        self.ones = _side_by_side([1] * len(odds))
        self.whole = self.ones * _WHOLE
        self._steps: dict[Day, int] = {}
        # A draw is lucky below this bound; one bit above its 64 says on which side of it the draw fell.
        self.bounds = _side_by_side([_WHOLE + (ceil(min(1, max(0, chance)) * (1 << 53)) << 11) for _, chance in odds])

    def step(self, day: Day) -> int:
        """Return what a day adds to every name's key."""
        found = self._steps.get(day)
        if found is None:
            found = self._steps[day] = self.ones * (day * GOLDEN & _WHOLE)
        return found


class Lots:
    """Which of these things luck allows under one seed, day by day."""

    def __init__(self, odds: Odds, chance: Chance) -> None:
        self._odds = odds
        self._keys = _side_by_side([chance.key(name) for name in odds.names])
        self._known: dict[Day, tuple[int, ...]] = {}

    def on_day(self, day: Day) -> tuple[int, ...]:
        """Return the places of those that luck allows on this day."""
        found = self._known.get(day)
        if found is None:
            found = self._known[day] = tuple(compress(range(len(self._odds.names)), self._lucky(day)))
        return found

    def _lucky(self, day: Day) -> bytes:
        """Return a byte for each thing: 1 where its draw lies below its bound."""
        odds, whole = self._odds, self._odds.whole
        mixed = (self._keys + odds.step(day)) & whole
        mixed = ((mixed ^ (mixed >> 30)) & whole) * FIRST_MIX & whole
        mixed = ((mixed ^ (mixed >> 27)) & whole) * SECOND_MIX & whole
        drawn = (mixed ^ (mixed >> 31)) & whole
        return (odds.bounds - drawn).to_bytes(len(odds.names) * _LANE, "little")[8::_LANE]


def _side_by_side(numbers: Sequence[int]) -> int:
    return int.from_bytes(b"".join([number.to_bytes(_LANE, "little") for number in numbers]), "little")
