"""The parts of a debrief, whatever shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from scsgame.terms import Safe, safe


class Series(NamedTuple):
    """One course to plot: its title, (day, value) points joined as steps, and what the first of each counts: days, or opportunities."""

    title: Safe
    points: tuple[tuple[float, float], ...]
    across: Literal["day", "opportunity"] = "day"


class Section(NamedTuple):
    """One part: a title, paragraphs, a table whose first row is its head, and courses to plot."""

    title: Safe
    paragraphs: tuple[Safe, ...] = ()
    rows: tuple[tuple[Safe, ...], ...] = ()
    series: tuple[Series, ...] = ()


class Source(NamedTuple):
    """A fact that a rule rests on, so that it can be cited."""

    says: Safe
    status: str
    where: Safe
    title: Safe


def safe_all(lines: Iterable[str]) -> tuple[Safe, ...]:
    """Return paragraphs that may be shown."""
    return tuple(safe(line) for line in lines)


def rows_of(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[Safe, ...], ...]:
    """Return the rows of a table that may be shown."""
    return tuple(tuple(safe(cell) for cell in row) for row in rows)
