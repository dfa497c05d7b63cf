"""Which words nobody can be sure of, because what declares them could not be read in full.

A flag that is declared in the wrong form is said once, where it is declared, and not again wherever it is used.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal

from scsgame.packs.forms import FILES
from scsgame.packs.names import METERS
from scsgame.packs.reader import Map, Node, Seq, Torn, torn_in
from scsgame.packs.records import MapOf, Record
from scsgame.packs.registers import Sheet
from scsgame.packs.shapes import ID
from scsgame.packs.written import mended_in

ABOUT: Mapping[str, frozenset[str]] = {
    "acts": frozenset(("act", "service", "role", "role_or_person")),
    "sources": frozenset(("fact", "source", "since")),
    "atlas": frozenset(("atlas",)),
    "part": frozenset(("part", "own_part", "list", "measure", "redressed", "foreign_list")),
    "life": frozenset(("flag", "counter", "meter", "value")),
    "cast": frozenset(("role_or_person", "who")),
    "scenes": frozenset(("scene",)),
    "encounters": frozenset(("scene",)),
    "regime": frozenset(
        (
            "counter",
            "phase",
            "list",
            "tier",
            "measure",
            "redress",
            "factor",
            "redressed",
            "foreign_list",
            "lent_slot",
            "own_part",
        )
    ),
}
"""Which words cannot be known when a file of this kind is broken."""

_Make = Literal["words", "keys", "labels", "things", "people"]
_DECLARED: Mapping[str, Mapping[str, tuple[_Make, Collection[str]]]] = {
    "acts": {"acts": ("keys", ("act",)), "services": ("keys", ("service",)), "roles": ("keys", ("role", "role_or_person"))},
    "life": {"flags": ("words", ("flag",)), "counters": ("words", ("counter",)), "meters": ("keys", ("meter",)),
             "values": ("things", ("value",))},
    "atlas": {"atlas": ("labels", ("atlas",))},
    "cast": {"cast": ("people", ("role_or_person", "who"))},
    "regime": {"counters": ("keys", ("counter",)), "phases": ("words", ("phase",)),
               "parts": ("words", ("own_part",)), "parts_off": ("words", ("own_part",))},
    "intervention": {"tiers": ("things", ("tier", "lent_slot")), "lists": ("things", ("list", "redressed", "foreign_list"))},
    "manipulation": {"measures": ("things", ("measure",)), "redress": ("things", ("redress",))},
}  # fmt: skip
"""Where words are declared, in which form, and which kinds they are. What a torn person is good for cannot be known."""


def sure(sheet: Sheet) -> bool:
    """Tell whether every name a file declares is known; a misspelt top-level key may have hidden some."""
    shape, root = FILES[sheet.kind].shape, sheet.document.root
    if not isinstance(shape, Record):
        return isinstance(root, Map if isinstance(shape, MapOf) else Seq) and not any(
            isinstance(part, Torn) and not part.ids for part in root
        )
    return isinstance(root, Map) and _fields_only(root, shape)


def _fields_only(node: Map, shape: Record) -> bool:
    return shape.shapes.keys() >= {key for key, value in node.items() if not isinstance(value, Torn)}


def doubted(sheet: Sheet) -> frozenset[str]:
    """Return the kinds of words that a file declares in a form nobody can read."""
    if not sure(sheet):
        return ABOUT.get(sheet.kind, frozenset())
    mended = sheet.document.mended
    found = _misdeclared(sheet.kind, sheet.top, mended)
    for room in ("intervention", "manipulation") if sheet.kind == "regime" else ():
        part = sheet.top.get(room)
        shape = _room(room)
        if isinstance(part, Map) and _fields_only(part, shape):
            found |= _misdeclared(room, part, mended)
        elif room in sheet.top or torn_in(sheet.top) or mended_in(sheet.top, mended):
            found |= ABOUT["regime"]
    if (
        sheet.kind == "life"
        and isinstance(meters := sheet.top.get("meters"), Map)
        and not meters.keys() >= set(METERS)
    ):
        found |= {"meter"}
    return frozenset(found)


def _room(name: str) -> Record:
    regime = FILES["regime"].shape
    assert isinstance(regime, Record)
    room = regime.shapes[name]
    assert isinstance(room, Record)
    return room


def _misdeclared(kind: str, top: Map, mended: Collection[int]) -> set[str]:
    found: set[str] = set()
    for name, (make, kinds) in _DECLARED.get(kind, {}).items():
        if not _well(make, top[name]) if name in top else torn_in(top) or mended_in(top, mended):
            found.update(kinds)
    return found


def _well(make: _Make, node: Node) -> bool:
    if make == "keys":
        return isinstance(node, Map) and all(ID.fullmatch(word) for word in node)
    if make == "labels":
        return isinstance(node, Map)
    if not isinstance(node, Seq):
        return False
    if make == "words":
        return all(isinstance(word, str) and ID.fullmatch(word) for word in node)
    return all(
        isinstance(word := part.get("id"), str) and ID.fullmatch(word)
        if isinstance(part, Map)
        else make == "things" and isinstance(part, Torn) and part.ids
        for part in node
    )
