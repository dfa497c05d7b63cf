"""A file's lines as a formatter sees them: what begins where, and what hangs on the line above.

The tokens of the YAML scanner say where each thing stands; everything between them is white space or a comment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

BEGINS, GOES_ON, TEXT, COMMENT, EMPTY = "begins", "goes on", "text", "comment", "empty"
_HEADER = re.compile(r"[|>][0-9+-]*")
_OPEN, _CLOSE = ("[", "{"), ("]", "}")


class OddError(Exception):
    """A form that no author of ours writes, and that is better left alone."""


@dataclass
class Line:
    """One line: what it is, where its first letter stood and shall stand, and its pieces (from, to, kind)."""

    kind: str = EMPTY
    old: int = 0
    new: int = 0
    pieces: list[tuple[int, int, str]] = field(default_factory=list)


@dataclass
class _Block:
    """A collection in block form that is still open: where it stood, where it shall stand."""

    old: int
    new: int
    is_map: bool
    bare: bool = False
    """A list that stands no further in than its key; the scanner does not announce it."""


class Lines:
    """All lines of one file, with where each of them shall begin."""

    def __init__(self, text: str) -> None:
        self.rows = text.split("\n")
        self.lines = [Line(old=len(row) - len(row.lstrip(" "))) for row in self.rows]
        self.stack: list[_Block] = []
        self.flow = 0
        self.owner: Line | None = None
        scanner = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
        for token in yaml.scan(text, scanner):
            self.take(token)
        self.comments()

    def take(self, token: Any) -> None:
        """Note what one token says about its line."""
        start, end, line = (
            token.start_mark,
            token.end_mark,
            self.lines[min(token.start_mark.line, len(self.lines) - 1)],
        )
        match token:
            case yaml.BlockMappingStartToken() | yaml.BlockSequenceStartToken():
                above = self.stack[-1] if self.stack else None
                self.stack.append(
                    _Block(
                        start.column, above.new + 2 if above else 0, isinstance(token, yaml.BlockMappingStartToken)
                    )
                )
            case yaml.BlockEndToken():
                if self.stack[-1].bare:
                    self.stack.pop()
                self.stack.pop()
            case yaml.BlockEntryToken():
                if self.stack[-1].is_map:
                    self.stack.append(_Block(start.column, self.stack[-1].new + 2, is_map=False, bare=True))
                self.begins(line, start.column)
                line.pieces.append((start.column, start.column + 1, "-"))
            case yaml.KeyToken():
                if end.index > start.index:
                    raise OddError  # `? ` before a key
                if not self.flow:
                    if self.stack[-1].bare:
                        self.stack.pop()
                    self.begins(line, start.column)
            case yaml.ScalarToken():
                self.scalar(token, line)
            case yaml.FlowMappingStartToken() | yaml.FlowSequenceStartToken():
                self.piece(line, start.column, end.column, "{")
                self.flow += 1
            case yaml.FlowMappingEndToken() | yaml.FlowSequenceEndToken():
                self.flow -= 1
                self.piece(line, start.column, end.column, "}")
            case yaml.FlowEntryToken():
                self.piece(line, start.column, end.column, ",")
            case yaml.ValueToken():
                if end.column == start.column:
                    raise OddError
                self.piece(line, start.column, end.column, ":")
            case yaml.StreamStartToken() | yaml.StreamEndToken():
                pass
            case _:
                raise OddError  # directives, documents, anchors, tags

    def begins(self, line: Line, column: int) -> None:
        """Note that a key or a dash begins here; if it is the first on its line, the line is placed by it."""
        if not line.pieces and line.kind == EMPTY:
            if line.old != column:
                raise OddError  # a tab or something stranger
            line.kind, line.new, self.owner = BEGINS, self.stack[-1].new, line

    def piece(self, line: Line, start: int, end: int, kind: str) -> None:
        """Note one thing on a line; a line that nothing has begun goes on from the one above."""
        self.goes_on(line)
        line.pieces.append((start, end, kind))

    def goes_on(self, line: Line) -> None:
        """Let a line that nothing has begun hang on the one above."""
        if line.kind == EMPTY:
            line.kind = GOES_ON
            line.new = max(0, line.old + (self.owner.new - self.owner.old if self.owner else 0))

    def scalar(self, token: Any, line: Line) -> None:
        """Note a text: on one line, going on over several, or in a block."""
        first, last = token.start_mark, token.end_mark
        if token.style in ("|", ">"):
            header = _HEADER.match(self.rows[first.line], first.column)
            assert header is not None
            self.piece(line, first.column, header.end(), "text")
            self.block(first.line, header[0])
            return
        if first.line == last.line:
            self.piece(line, first.column, last.column, "text")
            return
        self.piece(line, first.column, len(self.rows[first.line].rstrip()), "text")
        for number in range(first.line + 1, last.line + 1):
            hanging = self.lines[number]
            self.goes_on(hanging)
            end = last.column if number == last.line else len(self.rows[number].rstrip())
            hanging.pieces.append((hanging.old, max(end, hanging.old), "text"))

    def block(self, number: int, header: str) -> None:
        """Place the lines of a text in a block."""
        above = self.stack[-1] if self.stack else _Block(-2, -2, is_map=True)
        digit = re.search("[0-9]", header)
        if digit:
            old, new = above.old + int(digit[0]), above.new + int(digit[0])
        else:
            old = next(
                (self.lines[at].old for at in range(number + 1, len(self.rows)) if self.rows[at].strip(" ")), 0
            )
            new = above.new + 2
            if old <= above.old:
                return  # nothing stands in the block
        lines, last = [], 0
        for at in range(number + 1, len(self.rows)):
            row = self.rows[at]
            if len(row) > old and not row[:old].strip(" "):
                lines.append(at)
                last = len(lines)
            elif row.strip(" "):
                break
            else:
                lines.append(at)
        else:
            lines = lines[:-1] if lines and not self.rows[-1] else lines  # after the last line break
        if "+" not in header:
            lines = lines[:last]
        for at in lines:
            line = self.lines[at]
            line.kind, line.old, line.new = TEXT, old, new

    def comments(self) -> None:
        """Place the lines that hold only a comment: with what they stand above, or below."""
        before: list[Line] = []
        for number, line in enumerate(self.lines):
            if line.kind == BEGINS:
                before.append(line)
            if line.kind != EMPTY or not self.rows[number].lstrip().startswith("#"):
                continue
            line.kind = COMMENT
            after = next((below for below in self.lines[number:] if below.kind in (BEGINS, GOES_ON)), None)
            if after is not None and (after.old == line.old or not before):
                line.new = after.new
                continue
            level = next((above for above in reversed(before) if above.old == line.old), None)
            nearest = before[-1] if before else None
            line.new = level.new if level else max(0, line.old + nearest.new - nearest.old) if nearest else line.old


def written(row: str, line: Line) -> str:
    """Return a line as it shall stand."""
    if line.kind == TEXT:
        inside = row[line.old :]
        return " " * line.new + inside if inside else ""
    if not line.pieces:
        return " " * line.new + row.strip()
    return " " * line.new + spaced(row, line.pieces)


def spaced(row: str, pieces: Sequence[tuple[int, int, str]]) -> str:
    """Return the pieces of a line with the white space that belongs between them."""
    made, before, at = "", "", pieces[0][0]
    for start, end, kind in pieces:
        gap = row[at:start]
        if gap.strip():
            raise OddError
        made += _gap(before, kind, gap) + row[start:end]
        before, at = kind, end
    rest = row[at:].strip()
    if rest and not rest.startswith("#"):
        raise OddError
    if rest:
        gap = row[at:].replace("\t", " ")
        made += " " * max(2, len(gap) - len(gap.lstrip())) + rest
    return made.rstrip()


def _gap(before: str, after: str, gap: str) -> str:
    if before == ":" and after in ("}", ","):
        return gap and " "
    if not before or before == "{" or after in (":", "}", ","):
        return ""
    return " " if before in ("-", ":", ",") else gap
