"""Shapes made of shapes: lists, mappings, and records with named fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from scsgame.packs import shown
from scsgame.packs.commas import glued, torn_by_a_comma
from scsgame.packs.desk import SLOT, Desk, Entry
from scsgame.packs.numbers import Number, Whole
from scsgame.packs.problems import quoted
from scsgame.packs.reader import Map, Node, Seq, Torn
from scsgame.packs.shapes import ID, OneOf, Ref, Shape, Words, wrong
from scsgame.packs.synonyms import alike, article, belongs_to, field_meant, misspelt
from scsgame.terms import STATUSES, Provenance, Saying

Reader: TypeAlias = Callable[[Node, int, Desk], object]
"""What a shape does with whatever stands in its place."""


@dataclass(frozen=True)
class ListOf:
    """A list; `single` allows one thing without brackets."""

    item: Shape
    single: bool = False
    least: int = 0

    def read(self, node: Node, mark: int, desk: Desk) -> tuple[object, ...] | None:
        """Return what stands here in its own type, or None after saying why there is nothing."""
        if not isinstance(node, Seq):
            if self.single and isinstance(node, str) and node and not ("," in node and isinstance(self.item, Ref)):
                return (self.item.read(node, mark, desk),)
            wrong(node, mark, desk, "a list", "not-a-list", self.shown(node) if node else "")
            return None
        if len(node) < self.least:
            wrong(node, mark, desk, f"a list of at least {self.least}", "not-a-list")
            return None
        read = self.item.read
        return tuple([read(item, at, desk) for item, at in zip(node, node.marks, strict=True)])

    def shown(self, node: Node) -> str:
        """Show the list that is meant, from what stands there."""
        match self.item:
            case Record() as item:
                return shown.as_entries(node, list(item.shapes), item.needed)
            case Words():
                return shown.as_texts(node)
            case _:
                return shown.as_words(node)

    def words(self) -> str:
        """Name this shape in an author's words."""
        return f"list: {self.item.words()}"


@dataclass(frozen=True)
class MapOf:
    """A mapping from ids to things; it is read as pairs, in the author's order."""

    key: Shape
    value: Shape

    def read(self, node: Node, mark: int, desk: Desk) -> tuple[tuple[object, object], ...] | None:
        """Return what stands here in its own type, or None after saying why there is nothing."""
        if not isinstance(node, Map):
            wrong(node, mark, desk, "a mapping", "not-a-mapping", self.shown(node, desk) if node else "")
            return None
        marks, pairs, at = node.marks, [], 0
        read_key, read_value = self.key.read, self.value.read
        for key, value in node.items():
            if value != "" or not glued(key, marks[at], desk):
                pairs.append((read_key(key, marks[at], desk), read_value(value, marks[at + 1], desk)))
            at += 2
        return tuple(pairs)

    def shown(self, node: Node, desk: Desk) -> str:
        """Show the mapping that is meant, from what stands there."""
        match self.value:
            case Number() | Whole():
                return shown.as_amounts(node)
            case Record() as value:
                return shown.as_named(node, list(value.shapes), value.needed)
            case Ref():
                said = str(desk.owner[1].get("text", "")) if desk.owner else ""
                slot = SLOT.search(said)
                return shown.as_slots(node, slot[1] if slot else "who")
            case _:
                return ""

    def words(self) -> str:
        """Name this shape in an author's words."""
        return f"mapping: {self.key.words()} → {self.value.words()}"


@dataclass(frozen=True)
class Either:
    """One shape when a word stands there, another when a mapping or a list does."""

    word: Shape
    other: Shape

    def read(self, node: Node, mark: int, desk: Desk) -> object:
        """Return what stands here in its own type, or None after saying why there is nothing."""
        return (self.word if node.__class__ is str else self.other).read(node, mark, desk)

    def words(self) -> str:
        """Name this shape in an author's words."""
        return f"{self.word.words()}; or {self.other.words()}"


@dataclass(frozen=True)
class Field:
    """One key of a record: what stands there, what it means, and what holds when it is left out."""

    shape: Shape
    doc: str
    needed: bool = False
    default: str = ""


@dataclass(frozen=True)
class Record:
    """A mapping with fields. `noun` is what an author calls it; `slots` finds the slots its texts may use.

    A record with `cites` also carries `status`, `source` and `why`, and is read as having a `provenance`.
    """

    noun: str
    fields: Mapping[str, Field]
    cites: bool = False
    slots: Callable[[Map, Desk], Sequence[str]] | None = None
    shapes: dict[str, Shape] = field(default_factory=dict, compare=False, repr=False)
    readers: dict[str, Reader] = field(default_factory=dict, compare=False, repr=False)
    needed: list[str] = field(default_factory=list, compare=False, repr=False)

    def __post_init__(self) -> None:
        every = {**self.fields, **SOURCING} if self.cites else self.fields
        self.shapes.update({name: part.shape for name, part in every.items()})
        self.readers.update({name: part.shape.read for name, part in every.items()})
        self.needed.extend(name for name, part in self.fields.items() if part.needed)

    def read(self, node: Node, mark: int, desk: Desk) -> Entry | None:
        """Return what stands here in its own type, or None after saying why there is nothing."""
        if node.__class__ is not Map:
            more = ""
            if isinstance(node, Seq) and len(self.fields) == 1:
                more = f"; write `{next(iter(self.fields))}:` above the list, and indent the list under it"
            elif node:
                said = (
                    node
                    if isinstance(node, str) and self.needed and isinstance(self.shapes[self.needed[0]], Words)
                    else ""
                )
                more = f"; write `{shown.entry(list(self.fields), self.needed, said)}`"
            wrong(
                node, mark, desk, f"a mapping: the fields of {article(self.noun)} {self.noun}", "not-a-mapping", more
            )
            return None
        assert isinstance(node, Map)
        before = desk.owner
        desk.owner = (self.noun, node)
        if self.slots is not None:
            desk.slots = self.slots(node, desk)
        entry = Entry()
        entry.node, entry.mark = node, mark
        readers, marks, at = self.readers, node.marks, 1
        strays: set[str] = set()
        torn = torn_by_a_comma(node, self.shapes) if "" in node.values() else {}
        for key, value in node.items():
            read = readers.get(key)
            if key in torn:
                if torn[key]:
                    desk.say(marks[at], "comma-in-text", torn[key], node=value)
            elif read is not None:
                entry[key] = read(value, marks[at], desk)
            elif value.__class__ is not Torn:
                near = self.stray(key, value, marks[at - 1], desk)
                strays.add(near)
                if near and near not in node and value != "" and misspelt(key, near):
                    entry[near] = readers[near](value, marks[at], desk)
            at += 2
        for name in self.needed:
            if name not in node and name not in strays and not desk.in_doubt(node):
                desk.say(mark, "missing-key", f"{desk.who()} lacks `{name}`: {self.fields[name].doc}", width=1)
        if self.cites:
            entry["provenance"] = None if strays & SOURCING.keys() else provenance(entry, desk)
        if self.slots is not None:
            desk.slots = ()
        desk.owner = before
        return entry

    def stray(self, key: str, value: Node, mark: int, desk: Desk) -> str:
        """Say that a key is no field here, and return the field that is meant; often a comma has cut a text in two."""
        if value == "" and key.split(":", 1)[0] in self.shapes and glued(key, mark, desk):
            return key.split(":", 1)[0]
        if value == "" and not ID.fullmatch(key):
            desk.say(mark, "comma-in-text", f"a comma inside curly brackets ends a text, so {quoted(key)} stands here as a field of "
                     f"{desk.who()}; put the text in quotes.", node=key)  # fmt: skip
            return ""
        if value == "" and "id" in self.needed and desk.owner and "id" not in desk.owner[1]:
            desk.say(mark, "unknown-key", f"{desk.who()} has no field {quoted(key)}; write `id: {key}`.", node=key)
            return "id"
        near = field_meant(key, self.shapes, desk.owner[1] if desk.owner else ()) or desk.near(key, self.shapes)
        owners = belongs_to(key) if not near or not alike(key, near) else ""
        if owners:
            desk.say(
                mark, "unknown-key", f"{desk.who()} has no field {quoted(key)}; it is a field of {owners}.", node=key
            )
            return ""
        names = ", ".join(list(self.shapes)[:12]) + (", …" if len(self.shapes) > 12 else "")
        desk.say(mark, "unknown-key", f"{desk.who()} has no field {quoted(key)}; its fields are {names}.",
                 suggestion=near, node=key)  # fmt: skip
        return near

    def words(self) -> str:
        """Name this shape in an author's words."""
        return f"a {self.noun}"


SOURCING: dict[str, Field] = {
    "status": Field(OneOf(STATUSES), "How well it is known: documented, reported, contested, fictional or invented."),
    "source": Field(ListOf(Ref("fact"), single=True), "The facts it rests on: fact:<id> or since:<number>."),
    "why": Field(Words(), "Why this value is plausible; needed where the status is invented."),
}


def provenance(entry: Entry, desk: Desk) -> Provenance | None:
    """Check where a value comes from: a status, and either facts of that status or a reason."""
    node, mark, who = entry.node, entry.mark, desk.who()
    if "status" not in node and desk.in_doubt(node):
        return None
    if "status" not in node:
        desk.say(
            mark,
            "no-status",
            f"{who} has no `status`: is it documented, reported, contested, fictional or invented?",
            width=1,
        )
        return None
    status, facts, why = entry.pop("status"), entry.pop("source", ()), entry.pop("why", Saying(()))
    if status is None or facts is None or why is None:
        return None
    assert isinstance(facts, tuple)
    assert isinstance(why, Saying)
    at = node.value_mark("status")
    if status == "invented":
        if "why" not in node and not desk.in_doubt(node):
            desk.say(
                at, "no-why", f"{who} is invented and does not say `why` this value is plausible.", node="invented"
            )
    elif not facts and not desk.in_doubt(node):
        desk.say(
            at,
            "no-source",
            f"{who} is {status} and names no `source`; cite a fact, or call it invented.",
            node=status,
        )
    elif facts and None not in facts:
        known = desk.scope.known.get("fact", {})
        found = [known[fact] for fact in facts] if isinstance(known, Mapping) else []
        if found and "" not in found and status not in found:
            desk.say(
                at,
                "wrong-status",
                f"{who} is called {status}, but what it cites is {' and '.join(dict.fromkeys(found))}; write that, or `invented` with "
                "a `why` where the number is your own.",
                node=status,
            )
    return Provenance(str(status), tuple(facts), why)
