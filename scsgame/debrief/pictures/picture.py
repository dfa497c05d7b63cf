"""What there is to draw: four kinds of pictures, as plain values. Nothing in them is smoothed, and no colour carries a meaning."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from scsgame.debrief.cumulative.record import Record
from scsgame.terms import Safe

Sign: TypeAlias = Literal["full", "hollow", "cross", "dot", "up", "down"]
"""A shape that can be told from the others without colour."""

NO_WORDS = Safe("")


class Grid(NamedTuple):
    """Counts in rows and columns: how often something was done in which week."""

    title: Safe
    rows: tuple[Safe, ...]
    columns: tuple[Safe, ...]
    cells: tuple[tuple[int, ...], ...]
    kind: Literal["grid"] = "grid"


class Strip(NamedTuple):
    """One sign for each act, in its order; a row for each week. `signs` says what each sign means."""

    title: Safe
    rows: tuple[tuple[Safe, tuple[Sign, ...]], ...]
    signs: tuple[tuple[Sign, Safe], ...]
    kind: Literal["strip"] = "strip"


class Span(NamedTuple):
    """Something that stood from one day to another; `good` says that one would want it."""

    since: int
    until: int
    good: bool


class Lane(NamedTuple):
    """One line over the days: a stepped course between the least and the most there can be, times that stood, signs on days.

    `says` stands at its end.
    """

    title: Safe
    points: tuple[tuple[float, float], ...] = ()
    least: float = 0.0
    most: float = 0.0
    spans: tuple[Span, ...] = ()
    signs: tuple[tuple[int, Sign], ...] = ()
    says: Safe = NO_WORDS
    tall: bool = False


class Lanes(NamedTuple):
    """Lanes over the same days, from the first to `days`. `signs` says what each sign means."""

    title: Safe
    lanes: tuple[Lane, ...]
    days: int
    signs: tuple[tuple[Sign, Safe], ...] = ()
    kind: Literal["lanes"] = "lanes"


class Sheet(NamedTuple):
    """A cumulative record."""

    title: Safe
    records: tuple[Record, ...]
    kind: Literal["sheet"] = "sheet"


Picture: TypeAlias = Grid | Strip | Lanes | Sheet
