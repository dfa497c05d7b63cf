"""Nouns as columns of plain data, for the cache, and back.

A thousand choices are not a thousand mappings: they are one column of ids, one of texts, one of effects, and a column in
which everything stands at its default is left out. So what comes back is made by a few long strides of Python's own
`map` and `zip` and not by a walk from thing to thing. How a field is written follows from its annotation.
"""

from __future__ import annotations

import sys
from ast import literal_eval
from collections.abc import Callable, Iterable, Sequence
from dataclasses import MISSING, fields
from functools import lru_cache, partial
from itertools import islice, repeat
from typing import Any, NamedTuple, Protocol, get_args

from scsgame.packs.trees import Conditions, gather
from scsgame.terms import NOTHING_SAID, Safe, Saying



class Known(NamedTuple):
    """What columns refer to by number: while writing, the conditions met so far; while reading, all of them."""

    writing: Conditions
    reading: Sequence[Any] = ()


class Column(Protocol):
    """How the values of one field, for many things at once, are written and read."""

    def spread(self, values: Sequence[Any], known: Known) -> Any:
        """Return these values as plain data."""
        ...

    def gather(self, written: Any, size: int, known: Known) -> Iterable[Any]:
        """Return so many values. Raises ValueError, TypeError or LookupError for what this column never wrote."""
        ...


def _sized(written: Any, size: int) -> list[Any]:
    if written.__class__ is not list or len(written) != size:
        raise ValueError(size)
    found: list[Any] = written
    return found


class Plain(NamedTuple):
    """Words, numbers, yes and no: as they are. Only these types, and of words only the `allowed` ones."""

    types: frozenset[type]
    allowed: frozenset[Any] = frozenset()

    def spread(self, values: Sequence[Any], known: Known) -> Any:
        """Return these values as plain data."""
        del known
        return list(values)

    def gather(self, written: Any, size: int, known: Known) -> Iterable[Any]:
        """Return so many values."""
        del known
        values = _sized(written, size)
        if not self.types.issuperset(map(type, values)) or (self.allowed and not self.allowed.issuperset(values)):
            raise ValueError(self.types)
        return values


class Shown(NamedTuple):
    """Texts without a language."""

    def spread(self, values: Sequence[Any], known: Known) -> Any:
        """Return these values as plain data."""
        return _WORD.spread(values, known)

    def gather(self, written: Any, size: int, known: Known) -> Iterable[Any]:
        """Return so many values."""
        return map(Safe, _WORD.gather(written, size, known))


class Sayings(NamedTuple):
    """What players read: a text where there is English alone, pairs of language and text elsewhere."""

    def spread(self, values: Sequence[Any], known: Known) -> Any:
        """Return these values as plain data."""
        del known
        return [
            said.versions[0][1] if len(said.versions) == 1 and said.versions[0][0] == "en" else said.versions
            for said in values
        ]

    def gather(self, written: Any, size: int, known: Known) -> Iterable[Any]:
        """Return so many values."""
        del known
        texts = _sized(written, size)
        if {str}.issuperset(map(type, texts)):
            return map(_SAYING, zip(zip(zip(repeat("en"), map(Safe, texts), strict=False), strict=True), strict=True))
        return [
            Saying((("en", Safe(text)),)) if text.__class__ is str else _translated(text) if text else NOTHING_SAID
            for text in texts
        ]


_SAYING: Callable[[Iterable[Any]], Saying] = partial(tuple.__new__, Saying)
"""Make a saying of a tuple of its parts, without a step in Python for each."""


def _translated(versions: Any) -> Saying:
    if not {str}.issuperset([type(part) for version in versions for part in version]):
        raise TypeError(versions)
    return Saying(tuple([(language, Safe(text)) for language, text in versions]))


class Whens(NamedTuple):
    """Conditions, each by its number."""

    def spread(self, values: Sequence[Any], known: Known) -> Any:
        """Return these values as plain data."""
        return [known.writing.number(condition) for condition in values]

    def gather(self, written: Any, size: int, known: Known) -> Iterable[Any]:
        """Return so many values."""
        return map(known.reading.__getitem__, _WHOLE.gather(written, size, known))


class Many(NamedTuple):
    """Several things in each place: how many there are, and then all of them in one column."""

    of: Column
    make: Callable[[Iterable[Any]], Any] = tuple

    def spread(self, values: Sequence[Any], known: Known) -> Any:
        """Return these values as plain data."""
        groups = [sorted(group) if self.make is frozenset else group for group in values]
        return [[len(group) for group in groups], self.of.spread([one for group in groups for one in group], known)]

    def gather(self, written: Any, size: int, known: Known) -> Iterable[Any]:
        """Return so many values."""
        counts, every = written
        counts = _counts(counts, size)
        things = iter(self.of.gather(every, sum(counts), known))
        make, nothing = self.make, self.make(())
        return [make(islice(things, count)) if count else nothing for count in counts]


class Maybe(NamedTuple):
    """One thing or none: how many there are in each place, and then all of them in one column."""

    of: Column

    def spread(self, values: Sequence[Any], known: Known) -> Any:
        """Return these values as plain data."""
        there = [value for value in values if value is not None]
        return [[int(value is not None) for value in values], self.of.spread(there, known)]

    def gather(self, written: Any, size: int, known: Known) -> Iterable[Any]:
        """Return so many values."""
        counts, every = written
        counts = _counts(counts, size)
        things = iter(self.of.gather(every, sum(counts), known))
        return [next(things) if count else None for count in counts]


def _counts(written: Any, size: int) -> list[int]:
    counts = _sized(written, size)
    if not {int}.issuperset(map(type, counts)) or min(counts, default=0) < 0:
        raise ValueError(size)
    return counts


class Pairs(NamedTuple):
    """Two things side by side: two columns."""

    first: Column
    second: Column

    def spread(self, values: Sequence[Any], known: Known) -> Any:
        """Return these values as plain data."""
        return [self.first.spread([one for one, _ in values], known), self.second.spread([two for _, two in values], known)]

    def gather(self, written: Any, size: int, known: Known) -> Iterable[Any]:
        """Return so many values."""
        first, second = written
        return zip(self.first.gather(first, size, known), self.second.gather(second, size, known), strict=True)


def _strewn(column: Column, written: Any, places: Any, stand: list[Any], known: Known) -> list[Any]:
    """Put the few values that differ in their places among those that stand at the default."""
    for at, value in zip(places, column.gather(written, len(places), known), strict=True):
        stand[at] = value
    return stand


class Nouns:
    """Things of one kind: a column for each field, without what stands at its default where that is the most."""

    def __init__(self, noun: type[Any]) -> None:
        self.noun = noun
        self.fields = [
            (field.name, column_of(str(field.type), noun), field.default) for field in fields(noun) if field.init
        ]

    def spread(self, values: Sequence[Any], known: Known) -> Any:
        """Return these things as plain data."""
        found: dict[str, Any] = {}
        for name, column, default in self.fields:
            stand = [getattr(value, name) for value in values]
            places = [at for at, value in enumerate(stand) if value.__class__ is not default.__class__ or value != default]
            if 2 * len(places) > len(stand):
                found[name] = [column.spread(stand, known)]
            elif places:
                found[name] = [column.spread([stand[at] for at in places], known), places]
        return found

    def gather(self, written: Any, size: int, known: Known) -> Iterable[Any]:
        """Return so many things."""
        if not size:
            return []
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
        return map(self.noun, *columns)


_WORD = Plain(frozenset((str,)))
_WHOLE = Plain(frozenset((int,)))
_COLUMNS: dict[str, Column] = {
    "str": _WORD, "ActKind": _WORD, "Service": _WORD, "int": _WHOLE, "Day": _WHOLE,
    "float": Plain(frozenset((int, float))), "bool": Plain(frozenset((bool,))),
    "Safe": Shown(), "Saying": Sayings(), "Condition": Whens(),
}  # fmt: skip


@lru_cache(maxsize=512)
def column_of(annotation: str, noun: type[Any]) -> Column:
    """Return how a field of a noun is written, by its annotation as it stands in the noun's module."""
    if annotation in _COLUMNS:
        return _COLUMNS[annotation]
    if annotation.endswith(" | None"):
        return Maybe(column_of(annotation.removesuffix(" | None"), noun))
    if annotation.startswith("Literal["):
        return Plain(_WORD.types, frozenset(literal_eval(annotation.removeprefix("Literal"))))
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
    return Plain(_WORD.types, frozenset(get_args(named)))


@lru_cache(maxsize=128)
def nouns(noun: type[Any]) -> Nouns:
    """Return how things of this kind are written."""
    return Nouns(noun)


def spread(tables: Iterable[tuple[type[Any], Sequence[Any]]]) -> list[Any]:
    """Return tables of nouns as plain data, and with them the conditions that they state."""
    known = Known(Conditions())
    plain = [[len(things), nouns(noun).spread(things, known)] for noun, things in tables]
    return [known.writing.spread(), plain]


def gathered(plain: Any, kinds: Sequence[type[Any]]) -> list[list[Any]]:
    """Return the tables of these kinds of nouns. Raises ValueError, TypeError or LookupError for what was never spread."""
    conditions, tables = plain
    known = Known(Conditions(), gather(conditions))
    return [
        list(nouns(noun).gather(table, *_counts([size], 1), known))
        for noun, (size, table) in zip(kinds, tables, strict=True)
    ]
