"""One line of a file as a hand slips over it: a blank too many, a colon forgotten, a quotation mark never closed.

Each kind of slip is made at every line where it can be made, by program, so that nobody chooses the easy ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from scsgame.packs.synonyms import owners_by_field

_KEY = re.compile(r"([ ]*)((?:- +)?)(\{?)([A-Za-z_][\w-]*):(?=[ ]|$)[ ]?(.*)")
_ITEM = re.compile(r"([ ]*)- +(.*)")
_BLOCK = re.compile(r"[>|][+-]?[ ]*(?:#.*)?")
_PLAIN = re.compile(r"[A-Za-z\u4e00-\u9fff][^\"'\[\]{}#]*")
_NUMBER = re.compile(r"[+-]?[0-9.]+")


TAB = "a tab for the blanks"
TWICE = "a line twice"
DELETED = "a line deleted"
MISSPELT = "a field misspelt"
FIELDS = frozenset(owners_by_field())
"""Every field that any form has: all other keys are names that an author makes up."""


class Line(NamedTuple):
    """One line of a sound file: where it stands, whether it is text that began further up, and its key and value."""

    number: int
    said: str
    inside: bool
    margin: int
    dash: bool
    key: str
    value: str


class Slipped(NamedTuple):
    """A file after one slip: which slip it was, over which line (from 1), what stood there and what stands there now."""

    kind: str
    line: int
    was: str
    written: str
    text: str

    @property
    def told_at(self) -> int:
        """Return the line in which the slip is: of a line that stands twice, the second one."""
        return self.line + (self.kind == TWICE)

    @property
    def shift(self) -> int:
        """Return by how many lines what stands below has moved."""
        return (self.kind == TWICE) - (self.kind == DELETED)


def lines_of(text: str) -> list[Line]:
    """Take a sound file apart into its lines."""
    found: list[Line] = []
    block = -1
    depth = 0
    for number, said in enumerate(text.split("\n")):
        bare = said.lstrip(" ")
        margin = len(said) - len(bare)
        inside = bool(depth) or (block >= 0 and (margin > block or not bare))
        if not inside:
            block = -1
        key = _KEY.fullmatch(said)
        item = _ITEM.fullmatch(said)
        value = key[5] if key else item[2] if item else ""
        found.append(Line(number, said, inside, margin, item is not None, key[4] if key else "", value))
        if inside and not depth:
            continue
        if not bare.startswith("#"):
            if not inside and _BLOCK.fullmatch(value):
                block = margin + (len(said) - len(said.lstrip(" -")) - margin if item and key else 0)
                continue
            quoted = re.sub(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'", "", bare)
            if depth or re.match(r"[\[{]", value) or re.match(r"- +[\[{]", bare):
                depth = max(0, depth + len(re.findall(r"[\[{]", quoted)) - len(re.findall(r"[\]}]", quoted)))
    return found


_Maker = Callable[[Line], str | None]


def _shifted(by: int) -> _Maker:
    def make(line: Line) -> str | None:
        if not line.said.strip() or line.margin + by < 0:
            return None
        return " " * (line.margin + by) + line.said.lstrip(" ")

    return make


def _tab(line: Line) -> str | None:
    return "\t" + line.said.lstrip(" ") if line.margin else None


def _field(change: Callable[[str, str, str], str | None]) -> _Maker:
    """Make a slip of a field: from what stands before its key, the key, and the value."""

    def make(line: Line) -> str | None:
        if line.inside or not line.key:
            return None
        before, _, _ = line.said.partition(f"{line.key}:")
        return change(before, line.key, line.value)

    return make


def _said(change: Callable[[str], str | None]) -> _Maker:
    """Make a slip of a value that stands in one line."""

    def make(line: Line) -> str | None:
        if line.inside or not line.value or line.said.lstrip(" ").startswith("#") or _BLOCK.fullmatch(line.value):
            return None
        new = change(line.value)
        return None if new is None else line.said[: len(line.said) - len(line.value)] + new

    return make


def _no_closing_quote(value: str) -> str | None:
    at = value.rfind('"')
    return value[:at] + value[at + 1 :] if at > 0 and value.count('"') % 2 == 0 else None


def _opened_quote(value: str) -> str | None:
    return f'"{value}' if _PLAIN.fullmatch(value) else None


def _closed_quote(value: str) -> str | None:
    return f'{value}"' if _PLAIN.fullmatch(value) else None


def _apostrophe(value: str) -> str | None:
    return f"'{value[:1]}'{value[1:]}" if _PLAIN.fullmatch(value) and len(value) > 1 else None


def _no_closing_bracket(line: Line) -> str | None:
    return line.said[:-1] if line.said.endswith(("]", "}")) and not line.said.lstrip(" ").startswith("#") else None


def _no_opening_bracket(value: str) -> str | None:
    return value[1:] if value[0] in "[{" and value[-1] in "]}" else None


def _no_blank_after_dash(line: Line) -> str | None:
    return line.said.replace("- ", "-", 1) if line.dash and not line.inside else None


def _no_dash(line: Line) -> str | None:
    return line.said.replace("- ", "  ", 1) if line.dash and not line.inside else None


def _colon_in_text(value: str) -> str | None:
    return value.replace(" ", ": ", 1) if _PLAIN.fullmatch(value) and value.count(" ") >= 2 else None


def _twice(line: Line) -> str | None:
    return f"{line.said}\n{line.said}" if line.key and not line.inside and not line.dash and line.value else None


def _misspelt(*, field: bool) -> Callable[[str, str, str], str | None]:
    def change(before: str, key: str, value: str) -> str | None:
        if len(key) < 4 or key[-2] == key[-3] or (key in FIELDS) is not field:
            return None
        return f"{before}{key[:-3]}{key[-2]}{key[-3]}{key[-1]}: {value}".rstrip(" ")

    return change


def _other(word: str) -> _Maker:
    def change(value: str) -> str | None:
        return word if _PLAIN.fullmatch(value) or _NUMBER.fullmatch(value) else None

    return _said(change)


def _wide_quotes(value: str) -> str | None:
    new = re.sub(r'"([^"]*)"', r"“\1”", value, count=1)
    return new if new != value else None


def _wide_comma(value: str) -> str | None:
    return value.replace(", ", "，", 1) if value[0] in "[{" and ", " in value else None


SLIPS: Mapping[str, _Maker] = {
    "one blank more": _shifted(1),
    "one blank less": _shifted(-1),
    "two blanks more": _shifted(2),
    "two blanks less": _shifted(-2),
    TAB: _tab,
    "no colon": _field(lambda before, key, value: f"{before}{key} {value}".rstrip(" ")),
    "no blank after the colon": _field(lambda before, key, value: f"{before}{key}:{value}" if value else None),
    "no closing quotation mark": _said(_no_closing_quote),
    "a quotation mark before a text": _said(_opened_quote),
    "a quotation mark after a text": _said(_closed_quote),
    "the first letter in quotation marks": _said(_apostrophe),
    "no closing bracket": _no_closing_bracket,
    "no opening bracket": _said(_no_opening_bracket),
    "no blank after the dash": _no_blank_after_dash,
    "no dash": _no_dash,
    "a colon in a text": _said(_colon_in_text),
    TWICE: _twice,
    DELETED: lambda line: "" if line.said.strip() and not line.said.lstrip(" ").startswith("#") else None,
    MISSPELT: _field(_misspelt(field=True)),
    "a name misspelt where it is declared": _field(_misspelt(field=False)),
    "yes for a value": _other("yes"),
    "a date for a value": _other("2018-03-05"),
    "017 for a value": _other("017"),
    "a full-width colon": _field(lambda before, key, value: f"{before}{key}：{value}"),
    "curly quotation marks": _said(_wide_quotes),
    "a full-width comma": _said(_wide_comma),
}
"""Every kind of slip, and what it makes of a line (nothing, where it cannot be made)."""


def slipped(text: str) -> Iterator[Slipped]:
    """Make every slip over every line of a file, one at a time."""
    rows = text.split("\n")
    for line in lines_of(text):
        for kind, make in SLIPS.items():
            new = make(line)
            if new is None or new == line.said:
                continue
            put = [] if kind == DELETED else [new]
            now = "\n".join([*rows[: line.number], *put, *rows[line.number + 1 :]])
            yield Slipped(kind, line.number + 1, line.said, new, now)


def both(text: str, first: Slipped, second: Slipped) -> str:
    """Return a file with two slips over two lines of it."""
    rows: list[str | None] = list(text.split("\n"))
    for slip in (first, second):
        rows[slip.line - 1] = None if slip.kind == DELETED else slip.written
    return "\n".join(row for row in rows if row is not None)


def entries_of(text: str) -> list[int]:
    """Return for each line in which entry it stands: the line (from 0) where the innermost entry of a list, or the field
    at the margin, begins."""
    found: list[int] = []
    waiting: list[tuple[int, int]] = []
    for line in lines_of(text):
        if line.said.strip() and not line.inside:
            while waiting and waiting[-1][0] >= line.margin:
                waiting.pop()
            if line.dash or not line.margin:
                waiting.append((line.margin, line.number))
        found.append(waiting[-1][1] if waiting else 0)
    return found
