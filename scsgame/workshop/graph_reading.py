"""What a condition waits for: which of its facts, risen or fallen, can make it true or false."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scsgame.conditions import Condition
from scsgame.conditions.intervals import DAY, NO, WEEK, YES, Ground, Key, Range, assume
from scsgame.conditions.spans import Span
from scsgame.conditions.tree import Atom, Compare, Constant, Join, Node, Not, Sum


class Wish(NamedTuple):
    """A fact that a condition reads, and whether it is the fact's rising (or coming true) that can make it hold."""

    key: str
    holder: str
    rising: bool
    words: str


def wishes(condition: Condition) -> frozenset[Wish]:
    """Return what a condition waits for; a fact that counts both ways is there twice."""
    return frozenset(_wishes(condition.tree, wanted=True))


def _wishes(node: Node, *, wanted: bool) -> Iterator[Wish]:
    match node:
        case Atom():
            yield _wish(node, wanted)
        case Not(part):
            yield from _wishes(part, wanted=not wanted)
        case Join(_, parts):
            for part in parts:
                yield from _wishes(part, wanted=wanted)
        case Compare(left, operator, right):
            ways = {">": (True,), ">=": (True,), "<": (False,), "<=": (False,)}.get(operator, (True, False))
            if isinstance(right, Constant) and right.value is True and operator in ("==", "!="):
                ways = (operator == "==",)
            elif isinstance(right, Constant) and right.value is False and operator in ("==", "!="):
                ways = (operator == "!=",)
            for up in ways:
                yield from _moves(left, up=up == wanted)
                yield from _moves(right, up=up != wanted)


def _moves(node: Node, *, up: bool) -> Iterator[Wish]:
    match node:
        case Atom():
            yield _wish(node, up)
        case Sum(left, operator, right):
            yield from _moves(left, up=up)
            yield from _moves(right, up=up == (operator == "+"))
            if operator == "*":
                yield from _moves(left, up=not up)
                yield from _moves(right, up=up)
        case Compare() | Join() | Not():
            yield from _wishes(node, wanted=up)


def _wish(atom: Atom, up: bool) -> Wish:
    """Return the wish; when a thing happens, the days since it fall."""
    return Wish(atom.key, atom.holder, up if atom.form != "since" else not up, atom.name)


def possible(condition: Condition, key: str = "", value: Range | None = None) -> bool:
    """Say whether a condition can hold on some day, while a fact of the life (if one is named) lies in this range."""
    ranges: dict[Key, Range] = {DAY: Span(1, 9999), WEEK: Span(1, 9999)}
    if value is not None:
        ranges["life", key] = value
    return assume(condition.tree, Ground(ranges)) is not None


def after_rising(key: str) -> Range | None:
    """Return what a yes-or-no fact or a count is once it has come true; None where it could be anything."""
    if key.startswith(("met(", "chose(", "times(")):
        return Span(1, 9999)
    return YES if key.startswith(("near(", "owes(", "overdue(")) else None


def after_falling(key: str) -> Range | None:
    """Return what a fact is once it has come untrue."""
    return NO if key.startswith("near(") else None
