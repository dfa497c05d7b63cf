"""Every single thing in a file, by name: `rule.red_light`, `scene.crossing.wait`, `scale`, `measure.ban.when`.

The names are read off the table of forms: a thing in a list of things goes by what it is and its id, a field by its
thing and its own name. What `remove`, `overrides` and `pack list --explain` speak of are these.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from scsgame.packs.reader import Map, Node, Seq
from scsgame.packs.records import ListOf, MapOf, Record
from scsgame.packs.shapes import Id, Ref, Shape

Make = Literal["things", "words", "keyed", "record", "value"]

CHAPTERS = ("surveillance", "intervention", "manipulation")
"""The three chapters of a regime are no part of a thing's name."""

NAMES = ("life", "regime")
"""What a life or regime is called is no change of what it inherits."""

_KINDS = {
    "meters": "meter", "counters": "counter", "flags": "flag", "phases": "phase", "acts": "act", "services": "service",
    "parts": "part", "parts_off": "part_off", "roles": "role", "sources": "source", "facts": "fact", "since": "since",
}  # fmt: skip


class Spot(NamedTuple):
    """One thing or field: its name, what holds it, under which key or as which item, and where its value stands."""

    name: str
    holder: Map | Seq
    key: str | Node
    mark: int
    thing: bool

    @property
    def value(self) -> Node:
        """Return what stands there."""
        return self.holder[str(self.key)] if isinstance(self.holder, Map) else self.key


def make_of(shape: Shape | None) -> Make:
    """Tell how two versions of a place are put together: by id, by word, by key, field by field, or not at all."""
    match shape:
        case ListOf(item=Record() as record) if "id" in record.fields:
            return "things"
        case ListOf(item=Id() | Ref(kind="part")):
            return "words"
        case MapOf() if not isinstance(shape.key, Ref):
            return "keyed"
        case Record():
            return "record"
        case _:
            return "value"


def thing_name(kind: str, word: str, item: str) -> str:
    """Name a thing: by its kind, or by the thing it is part of."""
    return f"{item}.{word}" if item else f"{kind}.{word}"


def kind_of_field(field: str) -> str:
    """Return what one entry of a field such as `meters` is called."""
    return _KINDS.get(field, field)


def field_name(at: str, field: str) -> str:
    """Name a field of a thing, or of the file itself."""
    return f"{at}.{field}" if at else field


def spots(node: Node | None, shape: Shape, at: str = "", item: str = "", field: str = "") -> Iterator[Spot]:
    """Yield everything that a file holds, things before what is in them."""
    match make_of(shape), node, shape:
        case "things", Seq(), ListOf(item=Record() as record):
            for part, mark in zip(node, node.marks, strict=True):
                word = part.get("id") if isinstance(part, Map) else None
                if isinstance(word, str) and word:
                    name = thing_name(record.noun, word, item)
                    yield Spot(name, node, part, mark, thing=True)
                    yield from spots(part, record, name, name)
        case "words", Seq(), _:
            for part, mark in zip(node, node.marks, strict=True):
                if isinstance(part, str) and part:
                    yield Spot(thing_name(kind_of_field(field), part, item), node, part, mark, thing=True)
        case "keyed", Map(), MapOf(value=inner):
            for number, (word, part) in enumerate(node.items()):
                name = thing_name(kind_of_field(field), word, item)
                yield Spot(name, node, word, node.marks[2 * number + 1], thing=True)
                if isinstance(inner, Record):
                    yield from spots(part, inner, name, name)
        case "record", Map(), Record():
            for number, (word, part) in enumerate(node.items()):
                inner_shape = shape.shapes.get(word)
                if inner_shape is None or word == "id":
                    continue
                make = make_of(inner_shape)
                if word in CHAPTERS and not at:
                    yield from spots(part, inner_shape)
                elif make in ("value", "record"):
                    name = field_name(at, word)
                    yield Spot(name, node, word, node.marks[2 * number + 1], thing=False)
                    if make == "record":
                        yield from spots(part, inner_shape, name)
                else:
                    yield from spots(part, inner_shape, at, item, word)


def drop(spot: Spot) -> None:
    """Take a thing or a field out of what holds it."""
    holder = spot.holder
    if isinstance(holder, Map):
        number = list(holder).index(str(spot.key))
        del holder[str(spot.key)]
        del holder.marks[2 * number : 2 * number + 2]
        return
    number = next(at for at, part in enumerate(holder) if part is spot.key or part == spot.key)
    del holder[number]
    del holder.marks[number]
