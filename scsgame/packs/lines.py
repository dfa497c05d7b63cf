"""YAML as nearly everybody writes it, read line by line: three times as fast as from the parser's events.

Only a few forms of lines are known here: `key: value`, `key:` above what belongs to it, `- ` before either, texts after
`>-` and `|-`, brackets and quotation marks that close in their line, remarks. For these this gives what the
parser gives, to the last place; a test holds the two together. Whatever else stands in a file is unfamiliar, and then
the parser reads it.
"""

from __future__ import annotations

import re
from array import array
from itertools import islice
from sys import intern
from typing import Any, NamedTuple

from scsgame.packs.flows import UnclosedError, UnfamiliarError, in_brackets
from scsgame.packs.written import DEEPEST, DOUBLE, FOLDED, LITERAL, MOST_NODES, SINGLE, Map, Node, Seq

__all__ = ["UnfamiliarError", "by_lines"]


class Head(NamedTuple):
    """What stands in a line before its value: the columns of its dash (or -1) and of its key, and where the value begins.

    A line of a list may have no key.
    """

    dash: int
    column: int
    key: str
    key_place: int
    place: int


_HEAD = re.compile(r"([ ]*)(-[ ]+)?([A-Za-z0-9_][A-Za-z0-9_.-]{0,99})(:?)")
_ITEM = re.compile(r"([ ]*)-[ ]+(?=[^ ])")
_DOUBLE = re.compile(r'"([^"\\]*)"')
_SINGLE = re.compile(r"'((?:[^']|'')*)'")
_MOST_LINES = 12
_REMARK = re.compile(r"(?<! )[ ]+#(?:[ #].*)?$")
_BEHIND = re.compile(r"[ ]*(?:[ ]#(?:[ #].*)?)?")
_NO_TEXT = frozenset(("", *"-?:,[]{}#&*!|>'\"%@` "))
"""How a text without quotation marks does not begin."""
_LINE = 1 << 24
_MOST_HEADS = 4000
_fields: dict[str, Head] = {}
_alone: dict[str, Head] = {}
"""What stands before a value is the same again and again: so is a key alone in its line."""


def by_lines(text: str, first: int = 0) -> tuple[Map | Seq, int]:
    """Return what stands in a text and how many things that is; `first` is the number of its first line.

    Raises UnfamiliarError for everything it does not know.
    """
    page = _Page(text, first)
    page.read()
    if page.root is None or page.size > MOST_NODES:
        raise UnfamiliarError
    return page.root, page.size


def _head(before: str, row: str, colon: str) -> Head | None:
    """Return what stands before the value of a line; nothing for a remark or an empty line."""
    found = _HEAD.fullmatch(before)
    if found is not None and bool(colon) is not bool(found[4]):
        column, key = found.start(3), found[3]
        head = Head(len(found[1]) if found[2] else -1, column, intern(key), column << 3, column + len(key) + 2 << 3)
        heads = _fields if colon else _alone
        if len(heads) >= _MOST_HEADS:
            heads.clear()
        heads[before] = head
        return head
    item = _ITEM.match(row)
    if item is not None:
        return Head(len(item[1]), item.end(), "", 0, item.end() << 3)
    bare = row.lstrip(" ")
    if bare and bare[0] != "#":
        raise UnfamiliarError
    return None


class _Page:
    """A text while its lines are read, and the mappings and lists in which the one at hand stands."""

    def __init__(self, text: str, first: int) -> None:
        self.lines = text.split("\n")
        self.first = first
        self.root: Map | Seq | None = None
        self.size = 0
        self.around: list[tuple[Any, int]] = []

    def read(self) -> None:
        """Go through the lines. A field with a text, which is the usual line, is read right here, all else by others."""
        rows, around, no_text, fields, alone = iter(self.lines), self.around, _NO_TEXT, _fields.get, _alone.get
        top: Any = None
        marks: Any = ()
        hole, at, keyed = "", -1, False
        line, size = (self.first - 1) * _LINE, 0
        for row in rows:
            line += _LINE
            before, colon, value = row.partition(": ")
            head = (fields if colon else alone)(before) or _head(before, row, colon)
            if head is None:
                continue
            dash, column, key, key_place, place = head
            if dash >= 0:
                if dash != at or keyed:
                    top, at, keyed = self.found(Seq, top, at, hole, dash, line), dash, False
                marks = top.marks
                size += 1
                if key:
                    marks.append(line | key_place)
                    around.append((top, dash))
                    new = Map()
                    top.append(new)
                    marks = new.marks = array("q")
                    top, at, keyed = new, column, True
                else:
                    said, mark, over = self.value(row[column:], line | place, dash)
                    top.append(said)
                    marks.append(mark)
                    hole = ""
                    if over:
                        line += sum(_LINE for _ in islice(rows, over))
                    continue
            elif column != at or not keyed:
                top, at, keyed = self.found(Map, top, at, hole, column, line), column, True
                marks = top.marks
            if key in top:
                raise UnfamiliarError
            size += 2
            marks.append(line | key_place)
            if value[:1] not in no_text and ": " not in value and " #" not in value and value[-1] not in " :":
                top[key] = value
                marks.append(line | place)
                hole = ""
                continue
            bare = value.lstrip(" ")
            if not bare or bare[:2] in {"#", "# ", "##"}:
                top[key], hole = "", key
                marks.append(line | place - 8)
                continue
            top[key], mark, over = self.value(value, line | place, column)
            marks.append(mark)
            hole = ""
            if over:
                line += sum(_LINE for _ in islice(rows, over))
        self.size += size

    def found(self, kind: type[Map | Seq], top: Any, at: int, hole: str, column: int, line: int) -> Map | Seq:
        """Return the mapping or list to which a line at this column belongs; a new one where a key waits for its value."""
        if hole and (column > at or (column == at and kind is Seq)):
            if len(self.around) > DEEPEST // 2:
                raise UnfamiliarError
            top.marks[-1] = line | column << 3
            self.around.append((top, at))
            new = top[hole] = kind()
            new.marks = array("q")
            return new
        if self.root is None:
            if column:
                raise UnfamiliarError
            self.root = kind()
            self.root.marks = array("q")
            self.size = 1
            return self.root
        while self.around:
            top, at = self.around.pop()
            if at == column and top.__class__ is kind:
                found: Map | Seq = top
                return found
        raise UnfamiliarError

    def value(self, said: str, mark: int, parent: int) -> tuple[Node, int, int]:
        """Return a value with its place, and how many more lines it takes."""
        bare = said.lstrip(" ")
        mark += (len(said) - len(bare)) << 3
        first = bare[0]
        if first in "{[":
            return self.brackets(bare, mark)
        if first in ">|":
            folded = first == ">"
            text, over = self.block(bare.rstrip(" "), (mark >> 24) - self.first + 1, parent, folded=folded)
            return text, mark | (FOLDED if folded else LITERAL), over
        if first in "\"'":
            quote = (_DOUBLE if first == '"' else _SINGLE).match(bare)
            if quote is None or not _BEHIND.fullmatch(bare, quote.end()):
                raise UnfamiliarError
            return (
                quote[1].replace("''", "'") if first == "'" else quote[1],
                mark | (DOUBLE if first == '"' else SINGLE),
                0,
            )
        if first in _NO_TEXT and not (first == "-" and bare[1:2].strip(" ")):
            raise UnfamiliarError
        remark = _REMARK.search(bare)
        text = (bare[: remark.start()] if remark else bare).rstrip(" ")
        if ": " in text or " #" in text or text[-1] == ":":
            raise UnfamiliarError
        return text, mark, 0

    def brackets(self, said: str, mark: int) -> tuple[Map | Seq, int, int]:
        """Return what stands in brackets that begin here and may go on in further lines."""
        for over in range(_MOST_LINES):
            try:
                node, size = in_brackets(said, mark)
            except UnclosedError:
                number = (mark >> 24) - self.first + over + 1
                if number >= len(self.lines):
                    raise
                said = f"{said}\n{self.lines[number]}"
            else:
                self.size += size - 1
                return node, mark, over
        raise UnfamiliarError

    def block(self, header: str, start: int, parent: int, *, folded: bool) -> tuple[str, int]:
        """Return the text under a sign such as `>-`, and how many lines it takes."""
        lines = self.lines
        first = lines[start] if start < len(lines) else ""
        column = len(first) - len(first.lstrip(" "))
        if header not in {">", ">-", "|", "|-"} or column <= parent or column == len(first):
            raise UnfamiliarError
        margin = first[:column]
        parts: list[str] = []
        empty, at = 0, start
        for at in range(start, len(lines)):
            row = lines[at]
            if not row or row.isspace():
                if len(row) > column:
                    raise UnfamiliarError
                empty += 1
                continue
            if not row.startswith(margin):
                break
            if folded and row[column] == " ":
                raise UnfamiliarError
            if parts:
                parts.append("\n" * (empty + (not folded)) or " ")
            parts.append(row[column:])
            empty = 0
        else:
            at += 1
            if not empty and header[-1] != "-":
                raise UnfamiliarError
        if header[-1] != "-":
            parts.append("\n")
        return "".join(parts), at - start
