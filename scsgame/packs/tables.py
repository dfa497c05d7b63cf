"""Tables: nouns as columns of plain data, for the cache, and back.

A thousand choices are not a thousand mappings: they are one column of ids, one of texts, one of effects, and a column in
which everything stands at its default is left out. How a field is written follows from its annotation.
"""

from __future__ import annotations

import sys
from ast import literal_eval
from collections import deque
from collections.abc import Collection, Iterable, Sequence
from dataclasses import MISSING, fields
from itertools import repeat
from typing import Any, TypeAlias, get_args

from scsgame.packs.columns import (
    WHOLE,
    WORD,
    Column,
    Known,
    Many,
    Maybe,
    Pairs,
    Plain,
    Sayings,
    Shown,
    Whens,
    counts_of,
)
from scsgame.packs.trees import Conditions, gather


def _strewn(column: Column, written: Any, places: Any, stand: list[Any], known: Known) -> list[Any]:
    """Put the few values that differ in their places among those that stand at the default."""
    for at, value in zip(places, column.gather(written, len(places), known), strict=True):
        stand[at] = value
    return stand


class Nouns:
    """Things of one kind: a column for each field, without what stands at its default where that is the most.

    Nouns with slots are filled slot by slot, a whole column at a stroke: five times as fast as one call for each.
    """

    def __init__(self, noun: type[Any], names: Collection[str] | None = None, made: type[Any] | None = None) -> None:
        """Take a kind of things; `names` are the only fields of it that are meant, `made` is what is made with these."""
        self.noun = made or noun
        self.fields = [
            (field.name, column_of(str(field.type), noun), field.default)
            for field in fields(noun)
            if field.init and (names is None or field.name in names)
        ]
        self.slots = [getattr(noun, name).__set__ for name, _, _ in self.fields] if "__slots__" in vars(noun) else []

    def spread(self, values: Sequence[Any], known: Known) -> Any:
        """Return these things as plain data."""
        found: dict[str, Any] = {}
        for name, column, default in self.fields:
            stand = [getattr(value, name) for value in values]
            places = [
                at for at, value in enumerate(stand) if value.__class__ is not default.__class__ or value != default
            ]
            if 2 * len(places) > len(stand):
                found[name] = [column.spread(stand, known)]
            elif places:
                found[name] = [column.spread([stand[at] for at in places], known), places]
        return found

    def gather(self, written: Any, size: int, known: Known) -> Iterable[Any]:
        """Return so many things."""
        if not size:
            return []
        columns = self.columns(written, size, known)
        if not self.slots:
            return map(self.noun, *columns)
        things: list[Any] = list(map(object.__new__, repeat(self.noun, size)))
        for put, values in zip(self.slots, columns, strict=True):
            deque(map(put, things, values), 0)
        if hasattr(self.noun, "__post_init__"):
            deque(map(self.noun.__post_init__, things), 0)
        return things

    def columns(self, written: Any, size: int, known: Known) -> list[Iterable[Any]]:
        """Return the values of each field, for so many things."""
        columns: list[Iterable[Any]] = []
        for name, column, default in self.fields:
            part = written.get(name)
            if part is None:
                columns.append(repeat(default, size))
            elif len(part) == 1:
                columns.append(column.gather(part[0], size, known))
            else:
                columns.append(_strewn(column, part[0], part[1], [default] * size, known))
            if default is MISSING and (part is None or len(part) > 1):
                raise LookupError(name)
        return columns


_COLUMNS: dict[str, Column] = {
    "str": WORD, "ActKind": WORD, "Service": WORD, "int": WHOLE, "Day": WHOLE,
    "float": Plain(frozenset((int, float))), "bool": Plain(frozenset((bool,))),
    "Safe": Shown(), "Saying": Sayings(), "Condition": Whens(),
}  # fmt: skip


def column_of(annotation: str, noun: type[Any]) -> Column:
    """Return how a field of a noun is written, by its annotation as it stands in the noun's module."""
    if annotation in _COLUMNS:
        return _COLUMNS[annotation]
    if annotation.endswith(" | None"):
        return Maybe(column_of(annotation.removesuffix(" | None"), noun))
    if annotation.startswith("Literal["):
        return Plain(WORD.types, frozenset(literal_eval(annotation.removeprefix("Literal"))))
    if annotation.startswith("frozenset["):
        return Many(column_of(annotation[10:-1], noun), frozenset)
    if annotation.startswith("tuple[") and annotation.endswith(", ...]"):
        return Many(column_of(annotation[6:-6], noun))
    if annotation.startswith("tuple["):
        first, second = annotation[6:-1].split(", ", 1)
        return Pairs(column_of(first, noun), column_of(second, noun))
    named = getattr(sys.modules[noun.__module__], annotation, None)
    if isinstance(named, type):
        return nouns(named)
    return Plain(WORD.types, frozenset(get_args(named)))


_NOUNS: dict[type[Any], Nouns] = {}


def nouns(noun: type[Any]) -> Nouns:
    """Return how things of this kind are written."""
    if noun not in _NOUNS:
        _NOUNS[noun] = Nouns(noun)
    return _NOUNS[noun]


Kind: TypeAlias = type[Any] | Nouns
"""Things of one kind, or some fields of them."""


def _written_as(kind: Kind) -> Nouns:
    return kind if isinstance(kind, Nouns) else nouns(kind)


def spread(tables: Iterable[tuple[Kind, Sequence[Any]]]) -> list[Any]:
    """Return tables of nouns as plain data, and with them the conditions that they state."""
    known = Known(Conditions())
    plain = [[len(things), _written_as(kind).spread(things, known)] for kind, things in tables]
    return [known.writing.spread(), plain]


def gathered(plain: Any, kinds: Sequence[Kind]) -> list[list[Any]]:
    """Return the tables of these kinds of nouns. Raises ValueError, TypeError or LookupError for what was never spread."""
    conditions, tables = plain
    known = Known(Conditions(), gather(conditions))
    return [
        list(_written_as(kind).gather(table, sum(counts_of([size], 1)), known))
        for kind, (size, table) in zip(kinds, tables, strict=True)
    ]


def gathered_columns(plain: Any, kind: Nouns, size: int) -> list[list[Any]]:
    """Return the values of each field of so many things. Raises what `gathered` raises."""
    conditions, ((count, table),) = plain
    if count != size:
        raise ValueError(count)
    return [list(column) for column in kind.columns(table, size, Known(Conditions(), gather(conditions)))]
