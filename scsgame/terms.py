"""Words that every room uses. This module decides nothing.

A day is a whole number from 1. An act or a service is known by its id in `content/acts.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple, TypeVar

Day = int
ActKind = str
Service = str

T = TypeVar("T")

SELF = "self"
"""Who acts when it is the person whose life this is; everybody else goes by a cast id."""

STATUSES = ("documented", "reported", "contested", "fictional", "invented")
"""How well a rule is known, from best to not at all; `invented` is what the game had to add."""


class Safe(str):
    """Text that has been through `safe`, so that a terminal, a page or a table may show it."""

    __slots__ = ()


# Controls, and the marks that turn or hide text: a pack could otherwise write to the clipboard or
# print a ban as a perk. Joiners stay, because several scripts and emoji need them.
_BARRED = frozenset(
    (
        *(*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x061C, 0x2028, 0x2029, 0xFEFF),
        *(*range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
        *(*range(0xD800, 0xE000), *range(0xFFF9, 0xFFFC), 0xFFFE, 0xFFFF),
        *range(0xE0000, 0xE0080),
    )
)


def barred(text: str) -> int:
    """Return where the first character stands that no screen may be given, or -1."""
    if text.isascii() and text.isprintable():
        return -1
    return next((at for at, letter in enumerate(text) if ord(letter) in _BARRED), -1)


def safe(text: str) -> Safe:
    """Make foreign text showable: what steers a terminal becomes a visible mark."""
    if barred(text) < 0:
        return Safe(text.replace("\t", " "))
    shown = "".join("�" if ord(letter) in _BARRED else letter for letter in text)
    return Safe(shown.replace("\t", " "))


class Saying(NamedTuple):
    """One thing said, in each language the author gave; the first is the fallback."""

    versions: tuple[tuple[str, Safe], ...]

    def read(self, language: str = "en") -> Safe:
        """Return the words in this language, or in the first language there is."""
        for key, words in self.versions:
            if key == language:
                return words
        return self.versions[0][1] if self.versions else Safe("")

    def spoken(self, language: str) -> str:
        """Return the language in which the words will be read: this one, or the first there is."""
        return language if not self.versions or language in dict(self.versions) else self.versions[0][0]


def saying(words: str, language: str = "en") -> Saying:
    """Make a saying in one language, for words the game itself speaks."""
    return Saying(((language, safe(words)),))


NOTHING_SAID = Saying(())


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a rule comes from: the facts it rests on, how well they are known, and why this value."""

    status: str = "invented"
    sources: tuple[str, ...] = ()
    why: Saying = NOTHING_SAID


GOLDEN, FIRST_MIX, SECOND_MIX = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
"""The numbers by which splitmix64 mixes a draw."""


@dataclass(frozen=True, slots=True)
class Chance:
    """Luck drawn by name: a draw depends on the seed and its label, and on nothing else.

    So undo, re-scoring and new content never shift other dice, on any Python or platform.
    """

    seed: str
    _keys: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    def on_day(self, day: Day, name: str) -> float:
        """Return a number in [0, 1) for this name on this day; the quick way for what is drawn every day.

        The name's key is hashed once, then mixed with the day (the finaliser of splitmix64).
        """
        key = self._keys.get(name)
        if key is None:
            key = self._keys[name] = self.key(name)
        mixed = (key + day * GOLDEN) & 0xFFFFFFFFFFFFFFFF
        mixed = ((mixed ^ (mixed >> 30)) * FIRST_MIX) & 0xFFFFFFFFFFFFFFFF
        mixed = ((mixed ^ (mixed >> 27)) * SECOND_MIX) & 0xFFFFFFFFFFFFFFFF
        return ((mixed ^ (mixed >> 31)) >> 11) / (1 << 53)

    def key(self, name: str) -> int:
        """Return the number of 64 bits that stands for a name under this seed."""
        return int.from_bytes(blake2b(f"{self.seed}\x1f{name}".encode(), digest_size=8).digest(), "big")

    def draw(self, *label: object) -> float:
        """Return a number in [0, 1) for this label; the same label always gives the same number."""
        name = f"{self.seed}\x1f{label!r}".encode()
        return int.from_bytes(blake2b(name, digest_size=7).digest(), "big") / (1 << 56)

    def below(self, bound: int, *label: object) -> int:
        """Return a whole number from 0 up to but not including `bound`."""
        return int(self.draw(*label) * bound)

    def pick(self, things: Sequence[T], *label: object) -> T:
        """Return one of the things."""
        return things[self.below(len(things), *label)]


WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Date(NamedTuple):
    """A day in the calendar on somebody's wall."""

    year: int
    month: int
    day: int
    weekday: str


def written_date(date: Date) -> int:
    """Return a date as one number that grows with time: 1 May 2018 is 20180501."""
    return date.year * 10_000 + date.month * 100 + date.day


def is_written_date(number: float) -> bool:
    """Say whether a number is a day of the calendar written so."""
    year, rest = divmod(int(number), 10_000)
    month, day = divmod(rest, 100)
    if number != int(number) or year < 1 or not (1 <= month <= 12 and 1 <= day <= 31):
        return False
    return _civil(_ordinal(year, month, day))[:3] == (year, month, day)


@lru_cache(maxsize=4096)
def date_of(start: str, day: Day) -> Date:
    """Return the calendar date of a day, when day 1 is `start` (written 2018-09-03).

    Proleptic Gregorian, by counting days from 1 March of year 0; no clock is read.
    """
    year, month, dom = (int(part) for part in start.split("-"))
    ordinal = _ordinal(year, month, dom) + day - 1
    return _civil(ordinal)


def shift_date(date: Date, days: int) -> Date:
    """Return the date so many days later, or earlier."""
    return _civil(_ordinal(date.year, date.month, date.day) + days)


def _ordinal(year: int, month: int, day: int) -> int:
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year


def _civil(ordinal: int) -> Date:
    era, of_era = divmod(ordinal, 146_097)
    years = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * years + years // 4 - years // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    year = years + era * 400 + (month <= 2)
    return Date(year, month, of_year - (153 * shifted + 2) // 5 + 1, WEEKDAYS[(ordinal + 2) % 7])
