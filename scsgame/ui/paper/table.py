"""A small table: numbers stand at the right of their column, words wrap in theirs."""

# ruff: noqa: ARG002 - every block is drawn by the same call

from __future__ import annotations

from typing import NamedTuple

from scsgame.ui.paper.lines import Line, Run, fill, width_of, wrap
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.words import NOTHING
from scsgame.ui.themes import Ink

GAP = 2
LEAST = 11
"""A column of words is no narrower than this; where that can not be, each row becomes a small list."""


class Table(NamedTuple):
    """Rows of cells; the first row is the head."""

    rows: tuple[tuple[str, ...], ...]
    key: str = ""
    number: int = 0
    asks: tuple[str, str] = NOTHING

    def lines(self, width: int, look: Look, chosen: bool) -> list[Line]:
        """Draw head, rule and rows at this width."""
        if not self.rows:
            return []
        count = max(len(row) for row in self.rows)
        rows = [(*row, *[""] * (count - len(row))) for row in self.rows]
        numeric = [all(_is_number(row[at]) for row in rows[1:]) for at in range(count)]
        widths = _widths(rows, numeric, width)
        if widths is None:
            return _as_lists(rows, width)
        found: list[Line] = []
        for number, row in enumerate(rows):
            ink: Ink = "dim" if number == 0 else "plain"
            cells = [wrap(cell, wide) for cell, wide in zip(row, widths, strict=True)]
            for at in range(max(len(cell) for cell in cells)):
                parts = [
                    fill(cell[at] if at < len(cell) else "", wide, right)
                    for cell, wide, right in zip(cells, widths, numeric, strict=True)
                ]
                found.append((Run((" " * GAP).join(parts).rstrip(), ink),))
            if number == 0:
                found.append((Run(look.sign("rule") * (sum(widths) + GAP * (count - 1)), "rule"),))
        return found


def _is_number(cell: str) -> bool:
    return cell.strip(" +-−.,%()0123456789") == ""


def _widths(rows: list[tuple[str, ...]], numeric: list[bool], width: int) -> list[int] | None:
    """Return the width of each column: numbers as wide as they are, words sharing what is left."""
    natural = [max(2, *(width_of(row[at]) for row in rows)) for at in range(len(numeric))]
    room = width - GAP * (len(natural) - 1)
    widths = list(natural)
    while sum(widths) > room:
        widest = max(range(len(widths)), key=lambda at: (not numeric[at], widths[at]))
        if numeric[widest] or widths[widest] <= LEAST:
            return None
        widths[widest] -= 1
    return widths


def _as_lists(rows: list[tuple[str, ...]], width: int) -> list[Line]:
    found: list[Line] = []
    for row in rows[1:]:
        found += [(Run(line, "strong"),) for line in wrap(row[0], width)]
        for head, cell in zip(rows[0][1:], row[1:], strict=True):
            found += [(Run("  "), Run(line, "dim")) for line in wrap(f"{head}: {cell}" if head else cell, width - 2)]
    return found
