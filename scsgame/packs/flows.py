"""Brackets that open and close in one line, such as `{money: +3, ties: -1}` and `[mon, wed]`, read the quick way.

Whoever writes a pack writes the same brackets again and again, so what stands in them is understood once and then known.
"""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern
from typing import NamedTuple, TypeAlias

from scsgame.packs.written import DOUBLE, PLAIN, SINGLE, Map, Seq


class UnfamiliarError(Exception):
    """Lines that are not of the few forms which are read the quick way. They may still be good YAML, and they may not."""


class UnclosedError(UnfamiliarError):
    """Brackets that are not closed where the text ends."""


_KEY = re.compile(r"([A-Za-z0-9_][A-Za-z0-9_.-]{0,99}):[ ]+(?=[^ \n,\]}])")
_PLAIN = r"[A-Za-z0-9_(./+\u00c0-\u1fff\u2070-\ud7ff-](?:[^\n:#,\[\]{}]|:(?=[^ \n?,\[\]{}]))*"
_SCALAR = re.compile(rf"""({_PLAIN})|"([^"\\\n]*)"|'((?:[^'\n]|'')*)'""")
_BEHIND = re.compile(r"[ ]*(?:[ ]#(?:[ #].*)?)?")
_BLANK = re.compile(r"(?:[ ]|\n(?=[ ]))*")
_NUMBER = re.compile(r"-[0-9.]")
_STYLES = (PLAIN, PLAIN, DOUBLE, SINGLE)
_DEEPEST = 6


class Brackets(NamedTuple):
    """What stands in one pair of brackets. Each part has its place, counted from where the text begins."""

    keys: tuple[str, ...] | None
    parts: tuple[Part, ...]
    places: tuple[int, ...]
    simple: bool
    size: int


Part: TypeAlias = "str | Brackets"


def in_brackets(text: str, mark: int) -> tuple[Map | Seq, int]:
    """Return what stands in the brackets that begin at this place, and how many things that is.

    Raises UnfamiliarError for whatever is not understood at a glance, and UnclosedError where the text ends too early.
    """
    understood = _understood(text, mark >> 3 & 0x1FFFFF) if "\n" in text else _in_a_line(text)
    return _made(understood, mark), understood.size


def _made(found: Brackets, mark: int) -> Map | Seq:
    parts = found.parts if found.simple else [
        part if part.__class__ is str else _made(part, mark) for part in found.parts  # type: ignore[arg-type]
    ]  # fmt: skip
    new: Map | Seq = Seq(parts) if found.keys is None else Map(zip(found.keys, parts, strict=True))  # type: ignore[arg-type]
    new.marks = [mark + place for place in found.places]
    return new


@lru_cache(maxsize=4096)
def _in_a_line(text: str) -> Brackets:
    return _understood(text, 0)


def _understood(text: str, column: int) -> Brackets:
    found, end = _Glance(text, column).inside(0, 0)
    if not _BEHIND.fullmatch(text, end):
        raise UnfamiliarError
    return found


class _Glance:
    """A text in brackets, which begins at a column, while it is looked at."""

    def __init__(self, text: str, column: int) -> None:
        self.text = text
        self.column = column

    def inside(self, opening: int, depth: int) -> tuple[Brackets, int]:
        """Return what stands in the brackets that open here, and where they are closed."""
        text = self.text
        if depth > _DEEPEST:
            raise UnfamiliarError
        keyed = text[opening] == "{"
        closing = "}" if keyed else "]"
        keys: list[str] = []
        parts: list[Part] = []
        places: list[int] = []
        at, size = self.past_blanks(opening + 1), 1
        while text[at] != closing:
            if keyed:
                key = _KEY.match(text, at)
                if key is None or key[1] in keys:
                    raise UnfamiliarError
                keys.append(intern(key[1]))
                places.append(self.place(at))
                at = key.end()
                size += 1
            place = self.place(at)
            if text[at] in "{[":
                inner, at = self.inside(at, depth + 1)
                parts.append(inner)
                size += inner.size
            else:
                style, said, at = self.scalar(at)
                parts.append(said)
                place += style
                size += 1
            places.append(place)
            at = self.past_blanks(at)
            if text[at] == ",":
                at = self.past_blanks(at + 1)
            elif text[at] != closing:
                raise UnfamiliarError
        simple = all(part.__class__ is str for part in parts)
        return Brackets(tuple(keys) if keyed else None, tuple(parts), tuple(places), simple, size), at + 1

    def place(self, at: int) -> int:
        """Return how much a place here is more than the place where the text begins."""
        newline = self.text.rfind("\n", 0, at)
        if newline < 0:
            return at << 3
        return (self.text.count("\n", 0, at) << 24) + (at - newline - 1 - self.column << 3)

    def scalar(self, at: int) -> tuple[int, str, int]:
        """Return how a text is written, the text, and where it ends."""
        text = self.text
        found = _SCALAR.match(text, at)
        if found is None or (text[at] == "-" and not _NUMBER.match(text, at)):
            raise UnfamiliarError
        kind = found.lastindex or 0
        said = found[kind]
        if kind > 1 and text[found.end() : found.end() + 1] == ":":
            raise UnfamiliarError
        if kind == 1:
            said = said.rstrip(" ")
        elif "''" in said and kind == 3:
            said = said.replace("''", "'")
        return _STYLES[kind], said, found.end()

    def past_blanks(self, at: int) -> int:
        """Return where the next sign stands; a further line does not begin at the margin."""
        blank = _BLANK.match(self.text, at)
        at = blank.end() if blank else at
        if at >= len(self.text):
            raise UnclosedError
        return at
