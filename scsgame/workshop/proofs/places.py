"""Where each thing of a life or a regime stands in its files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scsgame.packs.desk import Desk, Entry
from scsgame.packs.examine import Folder
from scsgame.packs.problems import Problem
from scsgame.workshop.findings import at
from scsgame.workshop.proofs.refuting import Thing

Place = tuple[Desk, Entry]
_FIELDS = ("when", "enters", "at_least", "id", "into", "days")


def places(folder: Folder) -> dict[Thing, Place]:
    """Return the place of everything in one life or one regime that may come or not."""
    found: dict[Thing, Place] = {}
    if folder.kind == "lives":
        _scenes(folder.scenes("scenes"), "scene", "", found)
        for desk, said in _files(folder, "life"):
            _each(desk, said.get("tides", ()), "tide", found)
            _each(desk, said.get("bills", ()), "bill", found)
        for desk, said in _files(folder, "feed"):
            _each(desk, said.get("feed", ()), "post", found)
        for desk, said in _files(folder, "endings"):
            for ending in said.get("endings", ()):
                found["ending", ending["id"]] = (desk, ending)
                for slot, variants in ending.get("slots", ()):
                    for number, variant in enumerate(variants):
                        found["variant", ending["id"], slot, str(number)] = (desk, variant)
        return found
    _scenes(folder.scenes("encounters"), "encounter", f"{folder.id}/", found)
    for desk, said in _files(folder, "regime"):
        counting, answering = said.get("intervention", {}), said.get("manipulation", {})
        for kind, things in (
            ("rule", counting.get("rules", ())), ("tier", counting.get("tiers", ())), ("list", counting.get("lists", ())),
            ("measure", answering.get("measures", ())), ("redress", answering.get("redress", ())), ("post", said.get("feed", ())),
        ):  # fmt: skip
            _each(desk, things, kind, found)
        for number, turning in enumerate(said.get("turnings", ())):
            found["turning", str(number)] = (desk, turning)
    return found


def _files(folder: Folder, kind: str) -> Iterator[tuple[Desk, Any]]:
    for desk, said in folder.said.get(kind, ()):
        if isinstance(said, Entry):
            yield desk, said


def _each(desk: Desk, things: Any, kind: str, found: dict[Thing, Place]) -> None:
    for thing in things:
        found[kind, thing["id"]] = (desk, thing)


def _scenes(scenes: Any, kind: str, prefix: str, found: dict[Thing, Place]) -> None:
    for desk, scene in scenes:
        name = prefix + scene["id"]
        found[kind, name] = (desk, scene)
        for choice in scene["choices"]:
            found["choice", name, choice["id"]] = (desk, choice)
            for number, later in enumerate(choice.get("later", ())):
                found["later", name, choice["id"], str(number)] = (desk, later)


def spot(place: Place, code: str, message: str, words: str = "", field: str = "") -> Problem:
    """Return a warning where a thing stands: at these words of its condition, or at the best field it has."""
    desk, entry = place
    key = next((key for key in (field, *_FIELDS) if key in entry.node), "")
    if not key:
        return at(desk, entry.mark, code, message)
    node, mark = entry.node[key], entry.node.value_mark(key)
    if words and isinstance(node, str) and key in ("when", "enters"):
        offset = node.find(words)
        if offset >= 0:
            within, width = desk.within(mark, node, offset, len(words))
            return at(desk, within, code, message, width=width)
    return at(desk, mark, code, message, node=node)
