"""A span: one system on the timeline, with its years, its name and a bar that shows when it was."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from scsgame.ui.paper.lines import ON_CURSOR, Line, Run, cut, fill, tinted, width_of
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.words import NOTHING
from scsgame.ui.themes import Ink

AXIS = ((-700, 0.0), (1000, 0.14), (1900, 0.5), (2000, 0.78), (2026, 1.0))
"""Where years lie on the bar, as (year, share of its width): the last decades are drawn wider than the first centuries."""

YEARS = len("645 BC – 26 BC")
"""The longest years of the atlas take so many cells."""

LEAST = 66
"""A page narrower than this shows no bars."""


class Span(NamedTuple):
    """One line of the timeline. `began` and `ended` are years; nothing in `ended` means that it is still there."""

    key: str
    years: str
    title: str
    began: int
    ended: int | None
    sign: str = ""
    ink: Ink = "accent"
    number: int = 0
    asks: tuple[str, str] = NOTHING

    def lines(self, width: int, look: Look, chosen: bool) -> list[Line]:
        """Draw years, name and bar on one line; under the cursor the whole line stands out."""
        cursor = look.sign("cursor") if chosen else " "
        bar = _bar(self.began, self.ended, bar_width(width), look) if width >= LEAST else ""
        head = f"{cursor} {fill(self.years, YEARS)} "
        tail = f" {self.sign}" if self.sign else ""
        room = width - width_of(head) - width_of(bar) - width_of(tail) - (2 if bar else 0)
        title = cut(self.title, max(8, room))
        gap = " " * max(0, room - width_of(title))
        line: Line = (
            Run(head, "dim"),
            Run(title, "plain"),
            Run(gap + ("  " if bar else "")),
            Run(bar, self.ink),
            Run(tail, "dim"),
        )
        bright: dict[Ink, Ink] = {self.ink: "cursor", "dim": "cursor_dim", "plain": "cursor"}
        return [tinted(line, ON_CURSOR | bright, width)] if chosen else [line]


class Axis(NamedTuple):
    """The years above the bars."""

    sign: int = 0
    key: str = ""
    number: int = 0
    asks: tuple[str, str] = NOTHING

    def lines(self, width: int, look: Look, chosen: bool) -> list[Line]:
        """Draw 1000, 1900 and 2000 where they lie; on a narrow page nothing."""
        del look, chosen
        if width < LEAST:
            return []
        room = bar_width(width)
        cells = [" "] * room
        for year, share in AXIS[1:-1]:
            word, at = str(year), min(room - 4, int(share * (room - 1)))
            cells[at : at + len(word)] = word
        text = "".join(cells)[:room]
        return [(Run(" " * (width - room - self.sign)), Run(text, "dim"))]


def bar_width(width: int) -> int:
    """Return how many cells a bar takes on a page of this width."""
    return min(30, max(20, width // 3))


def place(year: int) -> float:
    """Return where a year lies on the axis, from 0 to 1."""
    if year <= AXIS[0][0]:
        return 0.0
    for (first, low), (last, high) in pairwise(AXIS):
        if year <= last:
            return low + (high - low) * (year - first) / (last - first)
    return 1.0


def _bar(began: int, ended: int | None, room: int, look: Look) -> str:
    first = int(place(began) * (room - 1))
    last = room - 1 if ended is None else max(first, int(place(ended) * (room - 1)))
    full, empty = look.sign("full"), look.sign("leader")
    tip = look.sign("after") if ended is None else full
    return empty * first + full * (last - first) + tip + empty * (room - 1 - last)
