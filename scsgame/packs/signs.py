"""Signs that a hand left out or put in: colons, blanks, dashes, quotation marks, brackets; and the lines as they were meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_KEY = r"[A-Za-z_][\w-]*"
_LEAD = r"[ ]*(?:- +)*"
_GLUED = re.compile(rf"({_LEAD}\{{?{_KEY}):(?=[^\s:/])(.*)")
_WIDE = re.compile(rf"({_LEAD}\{{?\w+)：[ ]*(.*)")
_APART = re.compile(rf"({_LEAD}\{{?{_KEY})[ ]+([^\s:].*)")
_ALONE = re.compile(rf"({_LEAD}{_KEY})")
_GLUED_DASH = re.compile(r"([ ]*)-(?=[A-Za-z_{\"'])(.*)")
_FIELD = re.compile(rf"({_LEAD}{_KEY}:[ ]+)(\S.*)")
_ITEM = re.compile(r"([ ]*-[ ]+)(\S.*)")
_ENTRY = re.compile(rf"([ ]*)({_KEY}:(?: .*)?|\{{.*)")
_INNER = re.compile(r"((?:^|[{,])[ ]*[\w-]+:[ ]+)([^,{}\[\]\"']*:[ ][^,{}\[\]\"']*?)(?=[ ]*[,}])")
_STARTS_IN_BRACKETS = re.compile(r"[{\[][^}\]]*[}\]][ ]*[^\s#,}\]]")
_SIGNED = re.compile(r"([:,\[][ ]+[+-])[ ]+([0-9])")
_WIDE_COMMA = re.compile(r"，[ ]*(?=[\w-]+[:,\]}])")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_WORD = re.compile(r"[a-z][a-z0-9_]*")
_CLOSING = {"{": "}", "[": "]"}
_OPENING = {"}": "{", "]": "["}
_NO_COLON = (
    "this line has no colon: it should be `key: value`, or be part of the text above it and stand as far right"
)


class Guess(NamedTuple):
    """One line as it may have been meant: how unlikely that is, and what is said of what stands there.

    What is said may be left to the parser's stumble.
    """

    cost: float
    line: int
    text: str
    column: int
    message: str
    width: int = 1


def value_of(line: str) -> str:
    """Return the text of a field or an entry that stands in its line."""
    found = _FIELD.fullmatch(line) or _ITEM.fullmatch(line)
    return found[2] if found else ""


def keys(number: int, line: str) -> Iterator[Guess]:
    """Put the colon, the blank or the dash that is missing."""
    lead = len(line) - len(line.lstrip(" -{"))
    if found := _WIDE.fullmatch(line):
        yield Guess(0.5, number, f"{found[1]}: {found[2]}".rstrip(), found.end(1),
                    "this is a full-width colon; after a key stands a plain one and a space")  # fmt: skip
    if found := _GLUED.fullmatch(line):
        yield Guess(
            0.7, number, f"{found[1]}: {found[2]}", found.end(1) - 1, "after the colon of a key stands a space", 2
        )
    if found := _GLUED_DASH.fullmatch(line):
        yield Guess(0.5, number, f"{found[1]}- {found[2]}", found.end(1), "after a dash stands a blank: `- `")
    bare = len(line.strip())
    if found := _ALONE.fullmatch(line):
        yield Guess(1.3, number, f"{line}:", lead, _NO_COLON, bare)
    elif (found := _APART.fullmatch(line)) and not found[2].startswith(("{", "[")) and line.lstrip(" ")[0] != "{":
        yield Guess(1.9, number, f"{found[1]}: {found[2]}", lead, _NO_COLON, bare)
    elif found:
        yield Guess(0.9, number, f"{found[1]}: {found[2]}", lead, _NO_COLON, bare)
    if (found := _ENTRY.fullmatch(line)) and len(found[1]) >= 2:
        yield Guess(
            1.6,
            number,
            f"{found[1][2:]}- {found[2]}",
            len(found[1]),
            "a new entry begins here; put `- ` before it",
        )
        yield Guess(
            1.8, number, f"{found[1]}- {found[2]}", len(found[1]), "a new entry begins here; put `- ` before it"
        )


def quotes(number: int, line: str) -> Iterator[Guess]:
    """Close a quotation mark, or put a text in quotation marks."""
    found = _FIELD.fullmatch(line) or _ITEM.fullmatch(line)
    if found and _STARTS_IN_BRACKETS.match(found[2]):
        yield Guess(
            1.0, number, f"{found[1]}'{found[2]}'" if "'" not in found[2] else f"{found[1]}x", found.start(2), ""
        )
    if found and not found[2].startswith(("{", "[", ">", "|")):
        value = found[2]
        if value[0] in "\"'" and value.count(value[0]) % 2:
            yield Guess(0.6, number, line + value[0], found.start(2), "this quotation mark is never closed")
            inner = value[1:].replace("\\", "\\\\").replace('"', '\\"')
            yield Guess(0.9, number, f'{found[1]}"{inner}"', found.start(2), "this quotation mark is never closed")
        plain = re.sub(r"[\"'“”]", "", value)
        wrapped = plain if value[0] in "\"'" and _WORD.fullmatch(plain) else f'"{value}"'.replace("\\", "\\\\")
        if wrapped[0] == '"':
            wrapped = '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        yield Guess(1.2, number, found[1] + wrapped, found.start(2), "")
        if ": " in value:
            yield Guess(1.3, number, found[1] + value.replace(": ", ":_"), found.start(2), "")
    else:
        rest = _QUOTED.sub(lambda text: "x" * len(text[0]), line)
        for mark in "\"'":
            if rest.count(mark) == 1:
                ends = re.search(r"[ ]*[\]}]*$", line)
                end = ends.start() if ends else len(line)
                yield Guess(
                    0.8,
                    number,
                    line[:end] + mark + line[end:],
                    rest.find(mark),
                    "this quotation mark is never closed",
                )
                cut = re.compile(r"(?:,[ ]+[\w-]+:|[ ]*[\]}])").search(rest, rest.find(mark))
                if cut:
                    yield Guess(0.7, number, line[: cut.start()] + mark + line[cut.start() :], rest.find(mark),
                                "this quotation mark is never closed")  # fmt: skip


def brackets(number: int, line: str) -> Iterator[Guess]:
    """Close or open a bracket, and put quotation marks or plain commas inside."""
    bare = _QUOTED.sub(lambda text: "x" * len(text[0]), line)
    if not any(sign in bare for sign in "{}[]"):
        return
    waiting: list[str] = []
    surplus = ""
    for sign in bare:
        if sign in _CLOSING:
            waiting.append(_CLOSING[sign])
        elif sign in _OPENING:
            if waiting and waiting[-1] == sign:
                waiting.pop()
            else:
                surplus = surplus or sign
    if waiting:
        closed = line.rstrip() + "".join(reversed(waiting))
        place = next((at for at, sign in enumerate(bare) if sign in _CLOSING), 0)
        yield Guess(0.8, number, closed, place, f"what this `{bare[place]}` opens is not closed with `{waiting[0]}`")
    if surplus:
        if waiting:
            at = bare.index(surplus)
            yield Guess(0.9, number, line[:at] + waiting[0] + line[at:], max(0, at - 1), "")
        elif found := _FIELD.fullmatch(line) or _ITEM.fullmatch(line):
            opener = _OPENING[surplus]
            yield Guess(0.8, number, found[1] + opener + found[2], found.start(2),
                        f"a `{opener}` is missing here, before what the `{surplus}` closes")  # fmt: skip
        else:
            yield Guess(0.8, number, line.rstrip()[:-1], len(line.rstrip()) - 1, f"this `{surplus}` closes nothing")
    if _SIGNED.search(line):
        yield Guess(0.7, number, _SIGNED.sub(r"\1\2", line), 0, "")
    if "，" in line:
        yield Guess(0.6, number, _WIDE_COMMA.sub(", ", line), line.index("，"),
                    "this is a full-width comma; inside brackets stands a plain comma and a space")  # fmt: skip
    if _INNER.search(line):
        yield Guess(1.0, number, _INNER.sub(lambda part: f'{part[1]}"{part[2]}"', line), 0, "")
