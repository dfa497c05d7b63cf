"""Small histograms of text: twelve columns, their ends, their middle."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

COLUMNS = 12
BLOCKS = " ▁▂▃▄▅▆▇█"
PLAIN = " .:-=+*#@"


class Histogram(NamedTuple):
    """How some numbers spread: how many fell into each of twelve equal parts from the least to the most."""

    counted: int
    least: float
    middle: float
    most: float
    columns: tuple[int, ...]

    def drawn(self, letters: str = BLOCKS) -> str:
        """Draw it in one line; where nothing fell, nothing stands."""
        top = max(self.columns, default=0)
        steps = len(letters) - 1
        return "".join(letters[0 if not count else max(1, round(count / top * steps))] for count in self.columns)


def histogram(numbers: Sequence[float]) -> Histogram:
    """Count numbers into a histogram."""
    if not numbers:
        return Histogram(0, 0, 0, 0, (0,) * COLUMNS)
    least, most = min(numbers), max(numbers)
    columns = [0] * COLUMNS
    for number in numbers:
        columns[min(COLUMNS - 1, int((number - least) / (most - least) * COLUMNS)) if most > least else 0] += 1
    return Histogram(len(numbers), least, median(numbers), most, tuple(columns))
