"""Two versions of the same things put together: what is said anew stands in the place of what was said before.

A thing with the same id is changed field by field; a new id is added; everything else that is said replaces what stood there.
Each value keeps the place at which it was written, so that what is wrong is told where it stands.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from scsgame.packs.desk import Desk
from scsgame.packs.leaves import on_page, page_of
from scsgame.packs.problems import nearest, quoted
from scsgame.packs.reader import Map, Node, Seq, Torn
from scsgame.packs.records import SOURCING, ListOf, MapOf, Record
from scsgame.packs.shapes import Shape, Words
from scsgame.packs.things import CHAPTERS, NAMES, Spot, drop, field_name, kind_of_field, make_of, spots, thing_name

How = Literal["changed", "added", "removed"]


@dataclass(frozen=True)
class Change:
    """One thing or field that is not as it was inherited: what stood there and where, what stands there now and where.

    A place carries the number of its file; nothing stood (or stands) there where the place is None.
    """

    folder: str
    name: str
    how: How
    before: int | None
    now: int | None
    was: Node = ""
    field: bool = False


def copied(node: Node, page: int) -> Node:
    """Copy what was read; its places now say in which file they are."""
    if isinstance(node, str):
        return node
    fresh: Map | Seq
    if isinstance(node, Map):
        fresh = Map()
        for key, value in node.items():
            fresh[key] = copied(value, page)
    else:
        fresh = Seq()
        fresh.extend([copied(part, page) for part in node])
    fresh.marks = array("q", [mark if page_of(mark) else on_page(mark, page) for mark in node.marks])
    return fresh


@dataclass
class Merging:
    """Putting the things of one life or regime onto those of another, and writing down what that changes."""

    folder: str
    """Whose things result: `regimes/ming`."""
    whose: str
    """Whose things they were, for a sentence: `the regime "tithing"`."""
    desk: Desk
    adds: bool = True
    """May there be new things, or only changed ones?"""
    alone: bool = False
    """Does what is new stand by itself, so that its own form says what it lacks?"""
    changes: list[Change] = field(default_factory=list)

    def note(self, name: str, how: How, before: int | None, now: int | None, was: Node, is_field: bool) -> None:
        """Write one change down."""
        self.changes.append(Change(self.folder, name, how, before, now, was, is_field))

    def root(self, below: Node, above: Node, shape: Shape) -> Node:
        """Put one file's content onto another's."""
        return self.value(below, above, shape, "", "", "")

    def value(self, below: Node, above: Node, shape: Shape, at: str, item: str, word: str) -> Node:
        """Put two versions of one place together, as the form of that place wants it."""
        match make_of(shape), below, above, shape:
            case "things", Seq(), Seq(), ListOf(item=Record() as record):
                return self.things(below, above, record, item)
            case "words", Seq(), Seq(), _:
                return self.words(below, above, kind_of_field(word), item)
            case "keyed", Map(), Map(), MapOf(value=inner):
                return self.keyed(below, above, inner, kind_of_field(word), item)
            case "record", Map(), Map(), Record():
                return self.record(below, above, shape, at, item)
        return above

    def record(self, below: Map, above: Map, shape: Record, at: str, item: str) -> Map:
        """Change a thing field by field. A new status comes with its own sources and reason."""
        whole, marks = Map(), array("q")
        anew = shape.cites and "status" in above
        self.claim(below, above, shape, at)
        for number, (key, was) in enumerate(below.items()):
            if key in above:
                self.put(whole, marks, key, was, below.marks[2 * number + 1], above, shape, at, item)
            elif anew and key in ("source", "why"):
                self.note(
                    field_name(at, key),
                    "removed",
                    below.marks[2 * number + 1],
                    above.value_mark("status"),
                    was,
                    is_field=True,
                )
            else:
                whole[key] = was
                marks.extend(below.marks[2 * number : 2 * number + 2])
        for number, (key, now) in enumerate(above.items()):
            if key not in whole:
                whole[key] = now
                marks.extend(above.marks[2 * number : 2 * number + 2])
                inner = shape.shapes.get(key)
                if inner is not None:
                    self.arrived(now, inner, above.marks[2 * number + 1], at, item, key)
        whole.marks = marks
        return whole

    def put(self, whole: Map, marks: array[int], key: str, was: Node, stood: int, above: Map, shape: Record, at: str,
            item: str) -> None:  # fmt: skip
        """Put one field that both have."""
        inner, now, mark = shape.shapes.get(key), above[key], above.value_mark(key)
        name = at if key in CHAPTERS and not at else field_name(at, key)
        if inner is None:
            whole[key] = now
        elif key == "id":
            whole[key], mark = was, stood
        elif make_of(inner) == "value" or now.__class__ is not was.__class__:
            whole[key] = now
            if now != was and not (at == "" and key in NAMES):
                self.note(name, "changed", stood, mark, was, is_field=True)
        else:
            whole[key] = self.value(was, now, inner, name, "" if make_of(inner) == "record" else item, key)
            mark = stood
        marks.extend((above.key_mark(key), mark))

    def arrived(self, now: Node, shape: Shape, mark: int, at: str, item: str, key: str) -> None:
        """Write down what stands in a field that was not there before."""
        if make_of(shape) in ("value", "record") and not (key in CHAPTERS and not at):
            self.note(field_name(at, key), "added", None, mark, "", is_field=True)
            return
        for spot in spots(now, shape, "" if key in CHAPTERS and not at else at, item, key):
            if spot.thing and spot.name.count(".") == 1 + item.count("."):
                self.note(spot.name, "added", None, spot.mark, "", is_field=False)

    def claim(self, below: Map, above: Map, shape: Record, at: str) -> None:
        """See to it that a value which is changed does not keep the sources of the old one."""
        if not shape.cites or "status" in above:
            return
        for key, now in above.items():
            inner = shape.shapes.get(key)
            if (
                inner is None
                or key in SOURCING
                or key in ("id", "part", "without")
                or isinstance(inner, Words)
                or make_of(inner) != "value"
            ):
                continue
            if below.get(key) != now:
                self.desk.say(above.key_mark(key), "inherited-status", f"`{key}` of {quoted(at)} is not what {self.whose} has, so "
                              "its sources are not those of the new value either; say the `status` of the new one, with its "
                              "`source` or `why`.", width=len(key))  # fmt: skip
                return

    def things(self, below: Seq, above: Seq, record: Record, item: str) -> Seq:
        """Change the things that are there, and add the new ones."""
        changed, new = self.sorted_out(below, above, record, item)
        parts = [(changed.get(id(part), part), mark) for part, mark in zip(below, below.marks, strict=True)]
        at_end = 1 if record.noun == "ending" and parts else 0
        parts[len(parts) - at_end : len(parts) - at_end] = new
        if record.noun == "tier":
            parts.sort(key=lambda pair: _floor(pair[0]))
        whole = Seq(part for part, _ in parts)
        whole.marks = array("q", [mark for _, mark in parts])
        return whole

    def sorted_out(self, below: Iterable[Node], above: Seq, record: Record, item: str) -> tuple[dict[int, Map], list[tuple[Node, int]]]:  # fmt: skip
        """Return what each changed thing becomes (by the identity of the old one), and what is new."""
        old = {part["id"]: part for part in below if isinstance(part, Map) and isinstance(part.get("id"), str)}
        changed: dict[int, Map] = {}
        new: list[tuple[Node, int]] = []
        for part, mark in zip(above, above.marks, strict=True):
            if isinstance(part, Torn) and any(word in old for word, _ in part.ids):
                continue
            word = part.get("id") if isinstance(part, Map) else None
            was = old.pop(word, None) if isinstance(word, str) else None
            if was is None or not isinstance(part, Map):
                if not isinstance(part, Map) or self.may_be_new(part, word, mark, record, old, item):
                    new.append((part, mark))
                continue
            name = thing_name(record.noun, str(word), item)
            changed[id(was)] = self.record(was, part, record, name, name)
        return changed, new

    def may_be_new(self, part: Map, word: object, mark: int, record: Record, old: Iterable[Node], item: str) -> bool:
        """Tell whether something that was not inherited can stand by itself, or say that it can not."""
        if not isinstance(word, str):
            return True
        name = thing_name(record.noun, word, item)
        lacking = [] if self.alone else [f"`{key}`" for key in record.needed if key not in part]
        if not self.adds or lacking:
            more = (f"and as a new {record.noun} it lacks {', '.join(lacking)}" if self.adds else
                    "and what is new goes into a life or regime of one's own that `extends` this one")  # fmt: skip
            near = nearest(word, [str(known) for known in old])
            self.desk.say(part.value_mark("id"), "not-inherited", f"{self.whose} has no {record.noun} {quoted(word)} to change, {more}.",
                          suggestion=near, node=word)  # fmt: skip
            return False
        self.note(name, "added", None, mark, "", is_field=False)
        return True

    def words(self, below: Seq, above: Seq, kind: str, item: str) -> Seq:
        """Join two lists of new words."""
        whole = Seq(below)
        whole.marks = array("q", below.marks)
        for part, mark in zip(above, above.marks, strict=True):
            if part not in below:
                whole.append(part)
                whole.marks.append(mark)
                if isinstance(part, str):
                    self.note(thing_name(kind, part, item), "added", None, mark, "", is_field=False)
        return whole

    def keyed(self, below: Map, above: Map, inner: Shape, kind: str, item: str) -> Map:
        """Change what has the same key, and add the new keys."""
        whole, marks = Map(), array("q")
        for number, (key, was) in enumerate(below.items()):
            name, stood, mark = thing_name(kind, key, item), below.marks[2 * number + 1], below.marks[2 * number]
            now: Node = was
            place = stood
            if key in above:
                mark, place, now = above.key_mark(key), above.value_mark(key), above[key]
                if isinstance(inner, Record) and isinstance(was, Map) and isinstance(now, Map):
                    now = self.record(was, now, inner, name, name)
                elif now != was:
                    self.note(name, "changed", stood, place, was, is_field=True)
            whole[key] = now
            marks.extend((mark, place))
        for number, (key, now) in enumerate(above.items()):
            if key not in whole:
                whole[key] = now
                marks.extend(above.marks[2 * number : 2 * number + 2])
                self.note(thing_name(kind, key, item), "added", None, above.marks[2 * number + 1], "", is_field=False)
        whole.marks = marks
        return whole

    def remove(self, top: Map, found: Callable[[], Iterable[Spot]]) -> None:
        """Take out what the list under `remove` names; a name alone is enough where only one thing has it."""
        asked = top.get("remove")
        if isinstance(asked, str):
            pairs = [(asked, top.value_mark("remove"))]
        else:
            pairs = [(part, mark) for part, mark in zip(asked, asked.marks, strict=True) if isinstance(part, str)] if isinstance(asked, Seq) else []  # fmt: skip
        for word, mark in pairs:
            if word:
                self.take_out(word, mark, list(found()))

    def take_out(self, word: str, mark: int, every: list[Spot]) -> None:
        """Take out one thing or field, or say why it cannot be found."""
        hits = [spot for spot in every if spot.name == word]
        if not hits and re.fullmatch(r"[A-Za-z0-9_]+", word):
            hits = [spot for spot in every if spot.thing and spot.name.split(".", 1)[1] == word]
        if len(hits) == 1:
            gone = hits[0]
            self.note(gone.name, "removed", gone.mark, mark, gone.value, is_field=not gone.thing)
            drop(gone)
            return
        names = [spot.name for spot in every]
        if hits:
            said = f"{self.whose} has {' and '.join(spot.name for spot in hits)}; say which of them is meant"
            self.desk.say(mark, "nothing-to-remove", f"{said}.", node=word)
            return
        near = nearest(word, names) or next((name for name in names if name.split(".")[-1] == nearest(word, [name.split(".")[-1] for name in names])), "")  # fmt: skip
        self.desk.say(mark, "nothing-to-remove", f"{self.whose} has no {quoted(word)} that could be removed.", suggestion=near, node=word)  # fmt: skip


def _floor(tier: Node) -> float:
    said = tier.get("at_least") if isinstance(tier, Map) else None
    try:
        return float(said) if isinstance(said, str) else 0.0
    except ValueError:
        return 0.0
