"""What stands in a file as it was written: mappings, lists and texts, each with its place.

A place is one number: the line, the column and how a scalar was written. Every scalar stays text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, MutableSequence
from typing import NamedTuple, TypeAlias

from scsgame.packs.slips import Slip

PLAIN, SINGLE, DOUBLE, FOLDED, LITERAL = range(5)
"""How a scalar can be written."""

DEEPEST = 40
"""How deep things may be nested in each other."""
MOST_NODES = 50_000
"""How many things a file may hold."""


class Map(dict[str, "Node"]):
    """A mapping as written. `marks` holds the place of each key and of each value, in turn."""

    __slots__ = ("marks",)
    marks: MutableSequence[int]

    def key_mark(self, key: str) -> int:
        """Return where a key stands."""
        return self.marks[2 * list(self).index(key)]

    def value_mark(self, key: str) -> int:
        """Return where the value of a key stands."""
        return self.marks[2 * list(self).index(key) + 1]


class Seq(list["Node"]):
    """A list as written. `marks` holds the place of each item."""

    __slots__ = ("marks",)
    marks: MutableSequence[int]


class Torn(str):
    """What stands in the place of something that could not be read: an empty text, so that nobody takes it for anything.

    What is wrong there has been said. `ids` are the names its lines still show, with their places, the outermost first;
    `inner` are those of what is in it; `arcs` the stories it is part of.
    """

    __slots__ = ("arcs", "ids", "inner")
    ids: tuple[tuple[str, int], ...]
    inner: tuple[str, ...]
    arcs: tuple[str, ...]

    @classmethod
    def of(cls, ids: Iterable[tuple[str, int]] = (), inner: Iterable[str] = (), arcs: Iterable[str] = ()) -> Torn:
        """Return something torn that shows these names."""
        torn = cls()
        torn.ids, torn.inner, torn.arcs = tuple(ids), tuple(inner), tuple(arcs)
        return torn


Node: TypeAlias = str | Map | Seq


def torn_in(node: Map | Seq) -> bool:
    """Tell whether something in a mapping or a list could not be read, so that nobody knows what else is lost."""
    return Torn in map(type, node.values() if isinstance(node, Map) else node)


def mended_in(node: Map | Seq, mended: Collection[int]) -> bool:
    """Tell whether a line of a mapping or a list itself was read as it was meant, so that it may have had more lines."""
    return bool(mended) and any(line_of(mark) in mended for mark in node.marks)


class Document(NamedTuple):
    """One file as read: its data, what was wrong with its form, and whether the data is whole."""

    root: Node | None
    slips: tuple[Slip, ...]
    whole: bool
    cut: frozenset[int] = frozenset()
    """Plain texts after which ` #` began a comment that may have been meant as text."""
    mended: frozenset[int] = frozenset()
    """Lines that were read as they were meant: what is wrong with them has been said."""


def line_of(mark: int) -> int:
    """Return the line of a place, from 0."""
    return (mark >> 24) & 0x3FFFFF


def column_of(mark: int) -> int:
    """Return the column of a place, from 0."""
    return (mark >> 3) & 0x1FFFFF


def style_of(mark: int) -> int:
    """Return how a scalar was written: PLAIN, SINGLE, DOUBLE, FOLDED or LITERAL."""
    return mark & 7


def mark_at(line: int, column: int, style: int = PLAIN) -> int:
    """Return the place at a line and column, both from 0."""
    return line << 24 | column << 3 | style
