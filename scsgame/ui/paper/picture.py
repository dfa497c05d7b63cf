"""A picture of the debrief in characters: counts by week, a strip of acts, lanes over the days, a cumulative record.

Every sign can be told from the others without colour, in plain ASCII too. Nothing is smoothed: a column shows the last value that
stood in it, and what falls on one column is stacked.
"""

# ruff: noqa: ARG002 - every block is drawn by the same call

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scsgame.debrief.cumulative.lines import drawn, legend
from scsgame.debrief.pictures.picture import Grid, Lane, Lanes, Picture, Sheet, Sign, Strip
from scsgame.tongue import phrase
from scsgame.ui.paper.course import Course
from scsgame.ui.paper.lines import Line, Run, cut, fill, width_of, wrap
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.words import NOTHING

SIGNS: dict[Sign, tuple[str, str]] = {
    "full": ("●", "*"), "hollow": ("○", "o"), "cross": ("✗", "x"), "dot": ("·", "."), "up": ("▲", "^"), "down": ("▽", "v"),
}  # fmt: skip
STEPS = ("▁▂▃▄▅▆▇█", "_.-~=+*#")
GOOD, BAD = ("━", "="), ("╍", "~")
STACK = 4
"""So many rows of signs are stacked at the most; a last row tells how many more there are."""


class Drawing(NamedTuple):
    """One picture, at any width."""

    picture: Picture
    height: int = 7
    key: str = ""
    number: int = 0
    asks: tuple[str, str] = NOTHING

    def lines(self, width: int, look: Look, chosen: bool) -> list[Line]:
        """Draw the picture and what its signs mean."""
        match self.picture:
            case Grid():
                return list(_grid(self.picture, width, look))
            case Strip():
                return [*_strip(self.picture, width, look), *_key(self.picture.signs, width, look)]
            case Lanes():
                return list(_lanes(self.picture, width, self.height, look))
            case Sheet():
                sheet = drawn(self.picture.records, width, self.height, plain=look.ascii)
                found: list[Line] = [(Run(line, "plain"),) for line in sheet]
                for words in legend(self.picture.records, look.language, plain=look.ascii)[:-1]:
                    found += [(Run(line, "dim"),) for line in wrap(words, width)]
                return found


def _sign(sign: Sign, look: Look) -> str:
    return SIGNS[sign][look.ascii]


def _short(words: str, width: int, look: Look) -> str:
    return cut(words, width, "~" if look.ascii else "…")


def _key(signs: Iterable[tuple[Sign, str]], width: int, look: Look) -> Iterator[Line]:
    for sign, words in signs:
        for at, line in enumerate(wrap(words, width - 2)):
            yield (Run(f"{_sign(sign, look) if at == 0 else ' '} ", "accent"), Run(line, "dim"))


def _step(share: float, look: Look) -> str:
    steps = STEPS[look.ascii]
    return steps[min(len(steps) - 1, max(0, round(share * (len(steps) - 1))))]


def _grid(picture: Grid, width: int, look: Look) -> Iterator[Line]:
    most = max((count for cells in picture.cells for count in cells), default=0) or 1
    longest = max((width_of(row) for row in picture.rows), default=0)
    columns = max(1, len(picture.columns))
    label = max(6, min(longest, width - 4 * columns))
    cell = max(2, min(6, (width - label) // columns))
    head = "".join(fill(title, cell, right=True) for title in picture.columns)
    yield (Run(" " * label, "dim"), Run(cut(head, width - label, ""), "dim"))
    for title, cells in zip(picture.rows, picture.cells, strict=True):
        runs = [Run(fill(_short(title, label, look), label))]
        for count in cells:
            shown = f"{_step(count / most, look) if cell > 3 else ''}{count}" if count else _sign("dot", look)
            runs.append(Run(fill(shown, cell, right=True), "accent" if count else "rule"))
        yield tuple(runs)


def _strip(picture: Strip, width: int, look: Look) -> Iterator[Line]:
    yield (Run(phrase("twin.week", "week"), "dim"),)
    for week, signs in picture.rows:
        room = width - 4
        between = " " if 2 * len(signs) <= room else ""
        rows = [signs[at : at + room] for at in range(0, len(signs), room)] if not between else [signs]
        for at, row in enumerate(rows or [()]):
            head = fill(week if at == 0 else "", 3, right=True)
            yield (Run(f"{head} ", "dim"), Run(between.join(_sign(sign, look) for sign in row), "accent"))


def _lanes(picture: Lanes, width: int, height: int, look: Look) -> Iterator[Line]:
    longest = max((width_of(lane.title) for lane in picture.lanes), default=0)
    says = max((width_of(lane.says) for lane in picture.lanes if not lane.tall), default=0)
    label, right = min(longest, width // 3), min(says, width // 3)
    plot = max(6, width - label - right - 2)
    for lane in picture.lanes:
        if lane.tall:
            yield (Run(_short(lane.title, width, look), "strong"),)
            to_the_end = (*lane.points, (float(picture.days), lane.points[-1][1]))
            yield from Course(to_the_end, height).lines(width, look, chosen=False)
            continue
        rows = list(_rows(lane, picture.days, plot, look)) or [""]
        for at, row in enumerate(rows):
            head = fill(_short(lane.title, label, look) if at == 0 else "", label)
            yield (
                Run(f"{head} "),
                Run(fill(row, plot), "accent"),
                Run(f" {_short(lane.says, right, look)}" if at == 0 else "", "dim"),
            )
    if any(not lane.tall for lane in picture.lanes):
        first, last = phrase("day", "day {day}", day=1), phrase("day", "day {day}", day=picture.days)
        yield (Run(f"{' ' * label} {first}{' ' * max(1, plot - width_of(first) - width_of(last))}{last}", "dim"),)
    spans = [span for lane in picture.lanes for span in lane.spans]
    for good, words in (
        (True, phrase("lanes.good", "something stood open or eased")),
        (False, phrase("lanes.bad", "something stood closed or dearer")),
    ):
        if any(span.good == good for span in spans):
            yield (
                Run(f"{(GOOD if good else BAD)[look.ascii] * 2} ", "accent"),
                Run(_short(words, width - 3, look), "dim"),
            )
    yield from _key(picture.signs, width, look)


def _rows(lane: Lane, days: int, plot: int, look: Look) -> Iterator[str]:
    """Yield the rows of one lane: its course, its spans, its signs."""
    if lane.points:
        yield _course(lane, days, plot, look)
    for good in (True, False):
        here = [span for span in lane.spans if span.good == good]
        if here:
            sign = (GOOD if good else BAD)[look.ascii]
            cells = [" "] * plot
            for span in here:
                for at in range(_column(span.since, days, plot), _column(span.until, days, plot) + 1):
                    cells[at] = sign
            yield "".join(cells)
    if lane.signs:
        yield from _stacked(lane.signs, days, plot, look)


def _column(day: float, days: int, plot: int) -> int:
    return min(plot - 1, max(0, round((day - 1) / max(1, days - 1) * (plot - 1))))


def _course(lane: Lane, days: int, plot: int, look: Look) -> str:
    stretch = lane.most - lane.least
    shown, value, at = [], lane.points[0][1], 0
    for column in range(plot):
        while at < len(lane.points) and _column(lane.points[at][0], days, plot) <= column:
            value = lane.points[at][1]
            at += 1
        shown.append(_step((value - lane.least) / stretch if stretch else 0.5, look))
    return "".join(shown)


def _stacked(signs: Sequence[tuple[int, Sign]], days: int, plot: int, look: Look) -> Iterator[str]:
    """Yield rows of signs, as many as are needed for every sign to be seen."""
    rows: list[list[str]] = []
    left = 0
    for day, sign in signs:
        at = _column(day, days, plot)
        row = next((row for row in rows if row[at] == " "), None)
        if row is None and len(rows) < STACK:
            row = [" "] * plot
            rows.append(row)
        if row is None:
            left += 1
        else:
            row[at] = _sign(sign, look)
    yield from ("".join(row) for row in rows)
    if left:
        yield phrase("lanes.more", "and {count} more", count=left)
