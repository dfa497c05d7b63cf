"""The course of a number as a plot: a stepped line, because a score stays where it is until somebody moves it.

The axis is honest: it is labelled with the least and the most value drawn, and says so when it does not begin at nothing.
"""

# ruff: noqa: ARG002 - every block is drawn by the same call

from __future__ import annotations

from typing import NamedTuple

from scsgame.tongue import phrase
from scsgame.ui.paper.lines import Line, Run, cut, width_of
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.words import NOTHING

FINE = {
    "flat": "─",
    "down": "┐",
    "up": "┘",
    "from_above": "└",
    "from_below": "┌",
    "tall": "│",
    "axis": "│",
    "tick": "┤",
    "end": "●",
}
PLAIN = {
    "flat": "-",
    "down": "+",
    "up": "+",
    "from_above": "+",
    "from_below": "+",
    "tall": "|",
    "axis": "|",
    "tick": "+",
    "end": "*",
}


def shown_number(value: float) -> str:
    """Return a number with no more places than it needs."""
    return f"{value:,.0f}" if float(value).is_integer() or abs(value) >= 1000 else f"{value:,.1f}"


class Course(NamedTuple):
    """The course of one number over days."""

    points: tuple[tuple[float, float], ...]
    height: int = 6
    unit: str = ""
    key: str = ""
    number: int = 0
    asks: tuple[str, str] = NOTHING

    def lines(self, width: int, look: Look, chosen: bool) -> list[Line]:
        """Draw axis, line and labels."""
        points = sorted(self.points)
        if not points:
            return [(Run(phrase("course.nothing", "nothing to plot yet"), "dim"),)]
        values = [value for _, value in points]
        least, most = min(values), max(values)
        flat = least == most
        label = max(len(shown_number(least)), len(shown_number(most)))
        columns = max(4, width - label - 2)
        height = 1 if flat else self.height
        signs = PLAIN if look.ascii else FINE
        levels = self._levels(points, columns, least, most, height)
        grid = _stepped(levels, height, signs)
        found: list[Line] = []
        for at, row in enumerate(grid):
            at_end = at in (0, height - 1)
            number = shown_number(most if at == 0 else least) if at_end else ""
            found.append((Run(f"{number:>{label}} {signs['tick' if at_end else 'axis']}", "dim"), Run(row, "accent")))
        first, last = points[0][0], points[-1][0]
        left, right = (phrase("day", "day {day}", day=f"{day:g}") for day in (first, last))
        middle = ""
        if least != 0 and not flat:
            least_shown = shown_number(least)
            middle = phrase(
                "course.not_from_0", "{unit} from {least}, not from 0", unit=self.unit, least=least_shown
            ).strip()
        space = columns - width_of(left) - width_of(right)
        middle = cut(middle, space - 2) if space > 20 else ""
        # as str.center does, but by the cells a text takes
        foot = left + middle.center(max(1, space) - width_of(middle) + len(middle)) + right
        found.append((Run(" " * (label + 2) + cut(foot, columns, ""), "dim"),))
        return found

    def _levels(
        self, points: list[tuple[float, float]], columns: int, least: float, most: float, height: int
    ) -> list[int]:
        """Return for each column the row it stands in, 0 at the bottom."""
        first, last = points[0][0], points[-1][0]
        stretch = (last - first) or 1.0
        levels: list[int] = []
        at = 0
        for column in range(columns):
            day = first + stretch * column / max(1, columns - 1)
            while at + 1 < len(points) and points[at + 1][0] <= day + 1e-9:
                at += 1
            share = (points[at][1] - least) / (most - least) if most > least else 0.0
            levels.append(round(share * (height - 1)))
        return levels


def _stepped(levels: list[int], height: int, signs: dict[str, str]) -> list[str]:
    """Draw the levels as one line with corners where it steps."""
    grid = [[" "] * len(levels) for _ in range(height)]
    before = levels[0]
    for column, level in enumerate(levels):
        if level == before:
            grid[height - 1 - level][column] = signs["flat"]
        else:
            rising = level > before
            grid[height - 1 - before][column] = signs["up" if rising else "down"]
            grid[height - 1 - level][column] = signs["from_below" if rising else "from_above"]
            for between in range(min(before, level) + 1, max(before, level)):
                grid[height - 1 - between][column] = signs["tall"]
        before = level
    grid[height - 1 - levels[-1]][-1] = signs["end"]
    return ["".join(row) for row in grid]


def spark(values: tuple[float, ...], look: Look) -> str:
    """Return a course as one row of small blocks."""
    steps = "_.-=+*#" if look.ascii else "▁▂▃▄▅▆▇█"
    least, most = min(values, default=0.0), max(values, default=0.0)
    if most == least:
        return steps[len(steps) // 2] * len(values)
    return "".join(steps[round((value - least) / (most - least) * (len(steps) - 1))] for value in values)
