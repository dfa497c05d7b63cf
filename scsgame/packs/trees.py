"""Conditions as plain lists, for the cache, and back.

What comes back is printed as Python and run, so nothing comes back that the grammar could not have made: the operators,
the holders and the forms are compared with the closed lists of what there is, and a tree has a greatest depth.
"""

from __future__ import annotations

from math import isfinite
from typing import Any, get_args

from scsgame.conditions.grammar import DEEPEST, LARGEST
from scsgame.conditions.tree import (
    ALWAYS,
    Atom,
    Choices,
    Compare,
    Condition,
    Constant,
    Holder,
    Join,
    Kind,
    Node,
    Not,
    Sum,
)

ATOM, CONSTANT, CHOICES, COMPARE, SUM, JOIN, NOT = range(7)

_KINDS = frozenset(get_args(Kind))
_HOLDERS = frozenset(get_args(Holder))
_FORMS = frozenset(("plain", "ever", "since"))
_COMPARISONS = frozenset(("==", "!=", "<", "<=", ">", ">=", "in", "not in"))
_SUMS = frozenset(("+", "-", "*"))
_JOINS = frozenset(("and", "or"))


class Conditions:
    """Every condition of one stretch of the cache, written once and then known by its number. Number 0 is *always*."""

    def __init__(self) -> None:
        self.every: list[Condition] = [ALWAYS]
        self._numbers: dict[Condition, int] = {ALWAYS: 0}
        self._atoms: dict[Atom, int] = {}

    def number(self, condition: Condition) -> int:
        """Return the number of a condition, which from now on is kept."""
        found = self._numbers.setdefault(condition, len(self.every))
        if found == len(self.every):
            self.every.append(condition)
        return found

    def spread(self) -> list[Any]:
        """Return the names these conditions read, and their trees, as plain lists."""
        trees = [[condition.source, self._plain(condition.tree)] for condition in self.every[1:]]
        return [[list(atom) for atom in self._atoms], trees]

    def _plain(self, node: Node) -> list[Any]:
        match node:
            case Atom():
                return [ATOM, self._atoms.setdefault(node, len(self._atoms))]
            case Constant(value, kind):
                return [CONSTANT, value, kind]
            case Choices(values):
                return [CHOICES, [self._plain(value) for value in values]]
            case Compare(left, operator, right):
                return [COMPARE, self._plain(left), operator, self._plain(right)]
            case Sum(left, operator, right):
                return [SUM, self._plain(left), operator, self._plain(right)]
            case Join(operator, parts):
                return [JOIN, operator, [self._plain(part) for part in parts]]
            case Not(part):
                return [NOT, self._plain(part)]


def gather(plain: Any) -> list[Condition]:
    """Return the conditions by number. Raises ValueError, TypeError or LookupError for what no grammar made."""
    named, trees = plain
    atoms = [_atom(*parts) for parts in named]
    return [ALWAYS, *[Condition(_word(source), _tree(tree, atoms, 0)) for source, tree in trees]]


def _word(text: Any) -> str:
    if text.__class__ is not str:
        raise TypeError(text)
    return str(text)


def _atom(name: Any, key: Any, kind: Any, holder: Any, form: Any, words: Any, options: Any) -> Atom:
    if kind not in _KINDS or holder not in _HOLDERS or form not in _FORMS:
        raise ValueError(name)
    return Atom(
        _word(name), _word(key), kind, holder, form, _word(words), tuple([_word(option) for option in options])
    )


def _constant(value: Any, kind: Any) -> Constant:
    if value.__class__ in (int, float):
        good = kind == "number" and isfinite(value) and abs(value) <= LARGEST
    else:
        good = kind == {bool: "truth", str: "text"}.get(value.__class__)
    if not good:
        raise ValueError(value)
    return Constant(value, kind)


def _tree(plain: Any, atoms: list[Atom], depth: int) -> Node:
    what = plain[0]
    if what == ATOM:
        atom: Atom = atoms[plain[1]]
        return atom
    if what == CONSTANT:
        return _constant(plain[1], plain[2])
    if depth > 2 * DEEPEST:
        raise ValueError(depth)
    if what in {COMPARE, SUM}:
        left, right = _tree(plain[1], atoms, depth + 1), _tree(plain[3], atoms, depth + 1)
        if plain[2] not in (_COMPARISONS if what == COMPARE else _SUMS):
            raise ValueError(plain[2])
        return Compare(left, plain[2], right) if what == COMPARE else Sum(left, plain[2], right)
    if what == JOIN:
        if plain[1] not in _JOINS or not plain[2]:
            raise ValueError(plain[1])
        return Join(plain[1], tuple([_tree(part, atoms, depth + 1) for part in plain[2]]))
    if what == NOT:
        return Not(_tree(plain[1], atoms, depth + 1))
    if what == CHOICES:
        return Choices(tuple([_constant(value[1], value[2]) for value in plain[1]]))
    raise ValueError(what)
