"""What can still be read of a file with a slip in it, so that the slip costs its own block and hides nothing else.

The file is taken apart where a new entry of a list or a new key begins as far left as the first one, and each block is
read by itself. A block that cannot be read is said once, and in its place stands something torn. Of a torn key the
blocks within are looked at in the same way; an entry of a list (a scene, a rule, a person) is whole or torn.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection
from itertools import pairwise

import yaml

from scsgame.packs.events import MOST_SLIPS, EnoughError, by_events, twice
from scsgame.packs.forgotten import run_together
from scsgame.packs.slips import Slip, explain, stumble
from scsgame.packs.written import Document, Map, Node, Seq, Torn, mark_at

_MOST_BLOCKS = 5000
_DEEPEST = 4
_ITEM = re.compile(r"-(?: |$)")
_KEY = re.compile(r"""([A-Za-z0-9_][\w.-]*|"[^"]+"|'[^']+')[:：]""")
_DASH = re.compile(r"[ ]*-[ ]*\{?")
_LOST = re.compile(r"[ ]*([A-Za-z_][\w-]*)[ ]?(?:[:：]|$)")
_STRAY = re.compile(r"[ ]*([A-Za-z_][\w-]*)[:：]")
_ALONE = re.compile(r"[ ]*[^\s:]+:[ ]*(?:#.*)?")
_SHOWN = re.compile(r"""(?:^[ ]*(?:-[ ]+)?(?:\{[ ]*)?)(id|arc)[:：][ ]*["']?([a-z][a-z0-9_]*)""")


def salvaged(text: str, spoilt: Collection[int]) -> Document | None:
    """Return what can be read of a text, with everything that is wrong; nothing where it cannot be taken apart.

    What is wrong in the `spoilt` lines has been said already.
    """
    wreck = _Wreck(text, spoilt)
    try:
        root = wreck.part(0, len(wreck.lines), 0)
    except EnoughError:
        return Document(None, tuple(wreck.slips), whole=False)
    return None if root is None else Document(root, tuple(wreck.slips), whole=False, cut=frozenset(wreck.cut))


class _Wreck:
    """A text that cannot be read as one piece."""

    def __init__(self, text: str, spoilt: Collection[int]) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.spoilt = spoilt
        self.slips: list[Slip] = []
        self.cut: set[int] = set()
        self.blocks = 0

    def part(self, start: int, end: int, depth: int) -> Map | Seq | None:
        """Return the list or the mapping that stands in these lines; nothing where they do not begin as either."""
        head = next((number for number in range(start, end) if self.says_something(number)), end)
        if head == end:
            return None
        line = self.lines[head]
        margin = line[: len(line) - len(line.lstrip(" "))]
        begins = _ITEM if _ITEM.match(line, len(margin)) else _KEY
        starts = [number for number in range(head, end)
                  if self.lines[number].startswith(margin) and begins.match(self.lines[number], len(margin))]  # fmt: skip
        self.blocks += len(starts)
        if not starts or starts[0] != head or self.blocks > _MOST_BLOCKS:
            return None
        root: Map | Seq = Seq() if begins is _ITEM else Map()
        root.marks = array("q")
        for first, last in pairwise((*starts, end)):
            if isinstance(root, Seq):
                self.item(root, head, first, last, len(margin))
            else:
                self.field(root, head, first, last, len(margin), depth)
        if isinstance(root, Map):
            self.stray(root, head, end, len(margin))
        return root

    def stray(self, root: Map, head: int, end: int, column: int) -> None:
        """Put keys that stand further left than the first one there, as torn: nobody knows what else they hold."""
        for number in range(head, end):
            found = _STRAY.match(self.lines[number])
            if found and found.start(1) < column and found[1] not in root:
                self.put(root, found[1], Torn.of(), mark_at(number, found.start(1)), mark_at(number, found.end()))

    def says_something(self, number: int) -> bool:
        """Tell whether more than a remark stands in a line."""
        bare = self.lines[number].lstrip(" ")
        return bool(bare) and bare[0] != "#"

    def item(self, root: Seq, head: int, first: int, last: int, column: int) -> None:
        """Put one entry of a list there, or what is left of it."""
        found = self.alone(head, first, last, " " * column + "- _")
        if isinstance(found, Seq):
            root.append(found[1])
            root.marks.append(found.marks[1])
        else:
            root.append(self.torn(first, last))
            root.marks.append(mark_at(first, column + 2))

    def field(self, root: Map, head: int, first: int, last: int, column: int, depth: int) -> None:
        """Put one key with its value there, or what is left of it."""
        before = len(self.slips)
        found = self.alone(head, first, last, " " * column + "_: _")
        if isinstance(found, Map):
            key, value = list(found.items())[1]
            self.put(root, key, value, found.marks[2], found.marks[3])
            return
        said = self.slips[before:]
        key_found = _KEY.match(self.lines[first], column)
        key = key_found[1].strip("\"'") if key_found else ""
        value, mark = self.torn(first, last), mark_at(first, column + len(key) + 1)
        if depth < _DEEPEST and _ALONE.fullmatch(self.lines[first]) and first not in self.spoilt:
            del self.slips[before:]
            inner = self.part(first + 1, last, depth + 1)
            parts = list(inner.values()) if isinstance(inner, Map) else inner or ()
            told = len(self.slips) > before or any(first < number < last for number in self.spoilt)
            if (
                inner is not None
                and told
                and (isinstance(inner, Seq) or not all(isinstance(part, Torn) for part in parts))
            ):
                value, mark = inner, inner.marks[0]
            else:
                self.slips[before:] = said
        self.put(root, key, value, mark_at(first, column), mark)
        if isinstance(value, Torn):
            for number in range(first + 1, last):
                found_key = _LOST.match(self.lines[number])
                if found_key and found_key[1] not in root:
                    self.put(
                        root,
                        found_key[1],
                        Torn.of(),
                        mark_at(number, found_key.start(1)),
                        mark_at(number, found_key.end()),
                    )

    def put(self, root: Map, key: str, value: Node, key_mark: int, mark: int) -> None:
        """Put a key there, if it does not stand there already."""
        if isinstance(root.get(key), Torn):
            number = list(root).index(key)
            root[key] = value
            root.marks[2 * number], root.marks[2 * number + 1] = key_mark, mark
            return
        if key in root:
            self.slips.append(twice(key, root.key_mark(key), key_mark))
            return
        root[key] = value
        root.marks.extend((key_mark, mark))

    def alone(self, head: int, first: int, last: int, before: str) -> Map | Seq | None:
        """Return what stands in these lines below a line that is sure; nothing, after saying why, where it cannot be read."""
        if any(number in self.spoilt for number in range(first, last)):
            return None
        if len(self.slips) > MOST_SLIPS:
            raise EnoughError
        slips: list[Slip] = []
        try:
            found = run_together(by_events("\n".join((before, *self.lines[first:last])), slips, first - 1), self.text)
        except yaml.YAMLError as error:
            at = stumble(error)
            if at is not None:
                since = head if at.since == 0 else at.since + first - 1
                at = at._replace(line=at.line + first - 1, since=since)
            self.slips += [*slips, explain(at, self.lines, first)]
            return None
        self.slips += found.slips
        if not found.whole or not isinstance(found.root, Map | Seq) or len(found.root) != 2:
            if not found.slips:
                self.slips.append(explain(None, self.lines, first))
            return None
        self.cut |= found.cut
        return found.root

    def torn(self, first: int, last: int) -> Torn:
        """Return what stands in the place of lines that cannot be read: the names they show."""
        shown = [
            (found[1], found[2], number, found.start(1), found.start(2))
            for number, line in enumerate(self.lines[first:last], first)
            if (found := _SHOWN.match(line))
        ]
        ids = [(word, number, column, place) for what, word, number, column, place in shown if what == "id"]
        dash = _DASH.match(self.lines[first])
        outer = dash.end() if dash else 0
        return Torn.of(
            [(word, mark_at(number, place)) for word, number, column, place in ids if column <= outer],
            [word for word, _, column, _ in ids if column > outer],
            [word for what, word, *_ in shown if what == "arc"],
        )
