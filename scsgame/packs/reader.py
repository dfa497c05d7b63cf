"""YAML at the door: one file becomes plain mappings, lists and text, each with its place.

This is one loop of our own over the events of PyYAML's C parser. Every scalar stays text: what `no`, `12:30` or
`017` mean is decided later, by the shape that is wanted there. What could surprise a reader or hurt a machine
(anchors, tags, second documents, endless depth) is refused with a sentence.
"""

from __future__ import annotations

import gc
import re
from array import array
from collections.abc import Callable, MutableSequence
from sys import intern
from typing import Any, NamedTuple, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from scsgame.packs.barriers import BARRED, inspected
from scsgame.packs.slips import Slip, explain

DEEPEST = 40
MOST_NODES = 50_000
MOST_SLIPS = 100

PLAIN, SINGLE, DOUBLE, FOLDED, LITERAL = range(5)
_STYLES = {None: PLAIN, "": PLAIN, "'": SINGLE, '"': DOUBLE, ">": FOLDED, "|": LITERAL}


class Map(dict[str, "Node"]):
    """A mapping as written. `marks` holds the place of each key and of each value, in turn."""

    __slots__ = ("marks",)
    marks: MutableSequence[int]

    def key_mark(self, key: str) -> int:
        """Return where a key stands."""
        return self.marks[2 * list(self).index(key)]

    def value_mark(self, key: str) -> int:
        """Return where the value of a key stands."""
        return self.marks[2 * list(self).index(key) + 1]


class Seq(list["Node"]):
    """A list as written. `marks` holds the place of each item."""

    __slots__ = ("marks",)
    marks: MutableSequence[int]


Node: TypeAlias = str | Map | Seq


def line_of(mark: int) -> int:
    """Return the line of a place, from 0."""
    return (mark >> 24) & 0x3FFFFF


def column_of(mark: int) -> int:
    """Return the column of a place, from 0."""
    return (mark >> 3) & 0x1FFFFF


def style_of(mark: int) -> int:
    """Return how a scalar was written: PLAIN, SINGLE, DOUBLE, FOLDED or LITERAL."""
    return mark & 7


def mark_at(line: int, column: int, style: int = PLAIN) -> int:
    """Return the place at a line and column, both from 0."""
    return line << 24 | column << 3 | style


class Document(NamedTuple):
    """One file as read: its data, what was wrong with its form, and whether the data is whole."""

    root: Node | None
    slips: tuple[Slip, ...]
    whole: bool
    cut: frozenset[int] = frozenset()
    """Plain texts after which ` #` began a comment that may have been meant as text."""


_HASH = re.compile(r"[^\s#][ ]+#[^\s#]")


def read(text: str) -> Document:
    """Read one file's text. Never raises for anything a text can hold."""
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    slips: list[Slip] = []
    text, readable = inspected(text, slips)
    if not readable:
        return Document(None, tuple(slips), whole=False)
    enabled = gc.isenabled()
    gc.disable()
    try:
        return _Build(text, slips).run()
    except yaml.YAMLError as error:
        slips.append(explain(error, text))
    except _EnoughError:
        pass
    except (ValueError, ArithmeticError, LookupError, RecursionError, MemoryError):
        slips.append(Slip(0, 0, 1, "bad-yaml", "this file cannot be read as YAML"))
    finally:
        if enabled:
            gc.enable()
    return Document(None, tuple(slips), whole=False)


class _EnoughError(Exception):
    """So much is wrong that nobody reads on."""


class _Build:
    """The loop over events that builds data and places together."""

    def __init__(self, text: str, slips: list[Slip]) -> None:
        self.text = text
        self.slips = slips
        self.cut: set[int] = set()
        self.hashed: dict[int, str] = {}
        if "#" in text and _HASH.search(text):
            self.hashed = {number: line for number, line in enumerate(text.split("\n")) if _HASH.search(line)}

    def slip(self, event: Any, code: str, message: str, width: int = 1) -> None:
        mark = event.start_mark
        self.slips.append(Slip(mark.line, mark.column, width, code, message))
        if len(self.slips) > MOST_SLIPS:
            raise _EnoughError

    def run(self) -> Document:
        get_event: Callable[[], Any] = parser_of(self.text).get_event
        root: list[Node] = []
        stack: list[tuple[Any, str | None]] = []
        top: Any = root
        marks: MutableSequence[int] = []
        key: str | None = None
        lost = False
        documents = nodes = 0
        styles, hashed = _STYLES, self.hashed
        while True:
            event = get_event()
            kind = event.__class__
            if kind is ScalarEvent:
                nodes += 1
                if nodes > MOST_NODES:
                    return self.too_large(event)
                value = event.value
                start = event.start_mark
                mark = start.line << 24 | start.column << 3 | styles[event.style]
                if mark & 7 == DOUBLE:
                    value = self.unescaped(event, value)
                if event.anchor is not None or event.tag is not None:
                    self.refuse(event)
                if hashed and mark & 7 == PLAIN:
                    self.look_behind(event, mark)
                if top.__class__ is Map:
                    if key is None:
                        key = intern(value)
                        if value == "<<":
                            self.slip(
                                event,
                                "merge-key",
                                "`<<` merges mappings, which content does not; write the keys out",
                                2,
                            )
                        elif value in top:
                            key = self.twice(event, value, top)
                        else:
                            marks.append(mark)
                            continue
                        lost = True
                        continue
                    if lost:
                        lost = False
                    else:
                        top[key] = value
                        marks.append(mark)
                    key = None
                    continue
                top.append(value)
                marks.append(mark)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                nodes += 1
                start = event.start_mark
                if event.anchor is not None or event.tag is not None:
                    self.refuse(event)
                if len(stack) >= DEEPEST:
                    self.slip(event, "too-deep", f"things are nested more than {DEEPEST} deep here")
                    return self.broken()
                new: Any = Map() if kind is MappingStartEvent else Seq()
                new.marks = array("q")
                if top.__class__ is Map:
                    if key is None:
                        self.slip(event, "key-not-text", "a key is plain text, but here a list or a mapping stands as a key; "
                                  "text that begins with a bracket goes in quotes")  # fmt: skip
                        return self.broken()
                    if lost:
                        lost = False
                    else:
                        top[key] = new
                        marks.append(start.line << 24 | start.column << 3)
                else:
                    top.append(new)
                    marks.append(start.line << 24 | start.column << 3)
                stack.append((top, None))
                top, marks, key = new, new.marks, None
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                top, key = stack.pop()
                marks = top.marks if top is not root else []
            elif kind is AliasEvent:
                nodes += 1
                if key != "<<":
                    self.slip(event, "alias", f"`*{event.anchor}` repeats something from elsewhere; write it out, "
                              "or put text that begins with * in quotes", len(event.anchor) + 1)  # fmt: skip
                if top.__class__ is not Map:
                    return self.broken()
                if key is None:
                    return self.broken()
                if not lost:
                    del marks[-1]
                key, lost = None, False
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.slip(
                        event, "second-document", "a second document begins here (`---`); one file holds one", 3
                    )
                    return self.broken()
            elif kind is StreamEndEvent:
                break
        whole = not any(slip.code in ("alias", "merge-key") for slip in self.slips)
        return Document(root[0] if root else None, tuple(self.slips), whole, frozenset(self.cut))

    def too_large(self, event: Any) -> Document:
        self.slip(event, "too-large", f"this file holds more than {MOST_NODES:,} things; make several files of it")
        return self.broken()

    def broken(self) -> Document:
        return Document(None, tuple(self.slips), whole=False)

    def refuse(self, event: Any) -> None:
        if event.anchor is not None:
            self.slip(event, "anchor", f"`&{event.anchor}` names this place, which content does not do; "
                      "text that begins with & goes in quotes", len(event.anchor) + 1)  # fmt: skip
        if event.tag is not None:
            self.slip(event, "tag", "a word beginning with ! is a tag, which content does not use; "
                      "text that begins with ! goes in quotes")  # fmt: skip

    def twice(self, event: Any, key: str, top: Map) -> str:
        first = top.key_mark(key)
        name = key if len(key) <= 60 and key.isprintable() else "this key"
        self.slip(event, "duplicate-key", f'the key "{name}" stands twice in one mapping; it stands first in line '
                  f"{line_of(first) + 1}, column {column_of(first) + 1}", max(1, len(key)))  # fmt: skip
        return key

    def unescaped(self, event: Any, value: str) -> str:
        """Look again inside double quotes, where an escape is written as plain letters."""
        if value.isprintable():
            return value
        found = BARRED.search(value)
        if found is None and "\t" not in value:
            return value
        name = f"U+{ord(found[0]):04X}" if found else "a tab"
        self.slip(event, "control-character",
                  f"an escape in these quotes stands for {name}, which may not be shown; take it out")  # fmt: skip
        return BARRED.sub("\ufffd", value).replace("\t", " ")

    def look_behind(self, event: Any, mark: int) -> None:
        end = event.end_mark
        line = self.hashed.get(end.line)
        if line is not None and re.match(r"[ ]+#[^\s#]", line[end.column :]):
            self.cut.add(mark)


def parser_of(text: str) -> Any:
    """Return the parser at hand: libyaml's, or the sixteen times slower one in Python."""
    if yaml.__with_libyaml__:
        return yaml.CSafeLoader(text)
    return yaml.SafeLoader(text)
