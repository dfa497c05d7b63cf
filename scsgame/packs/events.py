"""YAML by the parser's events: the whole of the language that packs may use, in one loop of our own.

PyYAML's C parser says what comes next, and where. Every scalar stays text: what `no`, `12:30` or `017` mean is decided
later, by the shape that is wanted there. What could surprise a reader or hurt a machine (anchors, tags, second
documents, endless depth) is refused with a sentence.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, MutableSequence
from sys import intern
from typing import Any

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

from scsgame.packs.barriers import BARRED, heap, heaped
from scsgame.packs.slips import Slip
from scsgame.packs.written import (
    DEEPEST,
    DOUBLE,
    FOLDED,
    LITERAL,
    MOST_NODES,
    PLAIN,
    SINGLE,
    Document,
    Map,
    Node,
    Seq,
    column_of,
    line_of,
    mark_at,
)

MOST_SLIPS = 100
_STYLES = {None: PLAIN, "": PLAIN, "'": SINGLE, '"': DOUBLE, ">": FOLDED, "|": LITERAL}
_HASH = re.compile(r"[^\s#][ ]+#[^\s#]")


class EnoughError(Exception):
    """So much is wrong that nobody reads on."""


def by_events(text: str, slips: list[Slip], first: int = 0) -> Document:
    """Return what stands in a text whose first line has this number, and write down what is wrong with its form.

    Raises yaml.YAMLError for what the parser cannot read, and EnoughError after a hundred slips.
    """
    return _Build(text, slips, first).run()


def twice(key: str, first: int, mark: int) -> Slip:
    """Return what is wrong with a key that stands twice in one mapping."""
    name = key if len(key) <= 60 and key.isprintable() else "this key"
    return Slip(line_of(mark), column_of(mark), max(1, len(key)), "duplicate-key", f'the key "{name}" stands twice in one mapping; '
                f"it stands first in line {line_of(first) + 1}, column {column_of(first) + 1}")  # fmt: skip


class _Build:
    """The loop over events that builds data and places together."""

    def __init__(self, text: str, slips: list[Slip], first: int) -> None:
        self.text = text
        self.slips = slips
        self.first = first
        self.cut: set[int] = set()
        self.hashed: dict[int, str] = {}
        if "#" in text and _HASH.search(text):
            self.hashed = {number: line for number, line in enumerate(text.split("\n")) if _HASH.search(line)}

    def slip(self, event: Any, code: str, message: str, width: int = 1) -> None:
        mark = event.start_mark
        self.slips.append(Slip(mark.line + self.first, mark.column, width, code, message))
        if len(self.slips) > MOST_SLIPS:
            raise EnoughError

    def run(self) -> Document:
        get_event: Callable[[], Any] = parser_of(self.text).get_event
        root: list[Node] = []
        stack: list[tuple[Any, str | None]] = []
        top: Any = root
        marks: MutableSequence[int] = []
        key: str | None = None
        lost = False
        documents = nodes = 0
        styles, hashed, first = _STYLES, self.hashed, self.first
        while True:
            event = get_event()
            kind = event.__class__
            if kind is ScalarEvent:
                nodes += 1
                if nodes > MOST_NODES:
                    return self.too_large(event)
                value = event.value
                start = event.start_mark
                mark = start.line + first << 24 | start.column << 3 | styles[event.style]
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
                            self.double(event, value, top)
                            if top[value] == "" and top[value].__class__ is str:
                                del marks[2 * list(top).index(value) : 2 * list(top).index(value) + 2], top[value]
                                marks.append(mark)
                                continue
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
                        marks.append(start.line + first << 24 | start.column << 3)
                else:
                    top.append(new)
                    marks.append(start.line + first << 24 | start.column << 3)
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

    def double(self, event: Any, key: str, top: Map) -> None:
        start = event.start_mark
        self.slips.append(twice(key, top.key_mark(key), mark_at(start.line + self.first, start.column)))
        if len(self.slips) > MOST_SLIPS:
            raise EnoughError

    def unescaped(self, event: Any, value: str) -> str:
        """Look again inside double quotes, where an escape is written as plain letters."""
        piled = heap(value)
        if piled:
            self.slip(event, "heaped-marks", heaped(piled[1]))
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
