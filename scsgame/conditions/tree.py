"""What a condition is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple, TypeAlias

Facts: TypeAlias = Mapping[str, Any]
Kind = Literal["truth", "number", "text"]
Holder = Literal["life", "regime"]


class Atom(NamedTuple):
    """A name a condition may read: `money`, `met(late_for_class)`, `score`.

    `key` is the fact it reads, `holder` whose fact that is; `form` says how to read it:
    as it stands, as *ever happened* (the fact is a day or a count), or as *days since* (the fact is a day).
    """

    name: str
    key: str
    kind: Kind
    holder: Holder = "life"
    form: Literal["plain", "ever", "since"] = "plain"
    words: str = ""
    options: tuple[str, ...] = ()


class Constant(NamedTuple):
    """A number, a word, or yes or no."""

    value: bool | float | str
    kind: Kind


class Choices(NamedTuple):
    """The list on the right of `in`."""

    values: tuple[Constant, ...]


class Compare(NamedTuple):
    """`score < 600`, `weekday in [sat, sun]`."""

    left: Node
    operator: Literal["==", "!=", "<", "<=", ">", ">=", "in", "not in"]
    right: Node


class Sum(NamedTuple):
    """Arithmetic on two numbers."""

    left: Node
    operator: Literal["+", "-", "*"]
    right: Node


class Join(NamedTuple):
    """`a and b and c`, `a or b`."""

    operator: Literal["and", "or"]
    parts: tuple[Node, ...]


class Not(NamedTuple):
    """`not a`."""

    part: Node


Node: TypeAlias = Atom | Constant | Choices | Compare | Sum | Join | Not


NEVER_SINCE = 9999
"""How many days ago something was that never was."""


def atoms(node: Node) -> Iterator[Atom]:
    """Yield every name the tree reads, left to right."""
    match node:
        case Atom():
            yield node
        case Compare(left, _, right) | Sum(left, _, right):
            yield from atoms(left)
            yield from atoms(right)
        case Join(_, parts):
            for part in parts:
                yield from atoms(part)
        case Not(part):
            yield from atoms(part)


@dataclass(frozen=True)
class Condition:
    """When something holds: the author's words and the tree they stand for."""

    source: str
    tree: Node

    @cached_property
    def holds(self) -> Callable[[Facts, Facts], Any]:
        """Return the condition as a function of the life's facts and one regime's facts."""
        from scsgame.conditions.printers import as_function

        return as_function(self.tree)

    @property
    def specificity(self) -> int:
        """Return how much the condition asks for: the number of things that must hold together."""
        return _demands(self.tree)

    def atoms(self) -> tuple[Atom, ...]:
        """Return every name the condition reads."""
        return tuple(atoms(self.tree))


def _demands(node: Node) -> int:
    match node:
        case Join("and", parts):
            return sum(_demands(part) for part in parts)
        case Constant():
            return 0
        case _:
            return 1


ALWAYS = Condition("always", Constant(value=True, kind="truth"))
"""Holds on every day of every life."""
