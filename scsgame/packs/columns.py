"""Columns: how the values of one field, for many things at once, become plain data for the cache, and come back.

What comes back is made by a few long strides of Python's own `map` and `zip`, and not by a walk from thing to thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import accumulate, chain, repeat
from typing import Any, NamedTuple, Protocol

from scsgame.packs.trees import Conditions
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


WORD = Plain(frozenset((str,)))
WHOLE = Plain(frozenset((int,)))


class Shown(NamedTuple):
    """Texts without a language."""

    def spread(self, values: Sequence[Any], known: Known) -> Any:
        """Return these values as plain data."""
        return WORD.spread(values, known)

    def gather(self, written: Any, size: int, known: Known) -> Iterable[Any]:
        """Return so many values."""
        return map(Safe, WORD.gather(written, size, known))


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
        return map(known.reading.__getitem__, WHOLE.gather(written, size, known))


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
        counts = counts_of(counts, size)
        if counts.count(1) == size and self.make is tuple:
            return zip(self.of.gather(every, size, known), strict=True)
        ends = list(accumulate(counts))
        things = tuple(self.of.gather(every, ends[-1] if ends else 0, known))
        groups: Iterable[Any] = map(things.__getitem__, map(slice, chain((0,), ends), ends))
        return groups if self.make is tuple else map(self.make, groups)


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
        counts = counts_of(counts, size)
        things = iter(self.of.gather(every, sum(counts), known))
        return [next(things) if count else None for count in counts]


def counts_of(written: Any, size: int) -> list[int]:
    """Return so many counts of things."""
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
        return [
            self.first.spread([one for one, _ in values], known),
            self.second.spread([two for _, two in values], known),
        ]

    def gather(self, written: Any, size: int, known: Known) -> Iterable[Any]:
        """Return so many values."""
        first, second = written
        return zip(self.first.gather(first, size, known), self.second.gather(second, size, known), strict=True)
