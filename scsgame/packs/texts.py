"""Every text of a pack by its key: what a translator translates, where it stands, and how a translation is put there.

A key says what the text is: `scene.late_for_class.wait.result`, `measure.train_ban.title`, `act.jaywalks.title`.
The whole list of keys stands in docs/authors/languages.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from scsgame.packs.desk import Desk, Entry
from scsgame.packs.reader import Map, Seq, line_of
from scsgame.terms import Provenance, Saying


class Text(NamedTuple):
    """One text: its key, the entry and field that hold it, which one of several (-1: the only one), and where it stands."""

    key: str
    entry: Entry
    field: str
    at: int
    desk: Desk

    @property
    def saying(self) -> Saying:
        """Return what is said there now."""
        held: Any = self.entry[self.field]
        if isinstance(held, Provenance):
            return held.why
        found: Saying = held if self.at < 0 else held[self.at]
        return found if isinstance(found, Saying) else found[1]

    def put(self, saying: Saying) -> None:
        """Say something else there."""
        held: Any = self.entry[self.field]
        if isinstance(held, Provenance):
            self.entry[self.field] = replace(held, why=saying)
        elif self.at < 0:
            self.entry[self.field] = saying
        else:
            named = saying if isinstance(held[self.at], Saying) else (held[self.at][0], saying)
            self.entry[self.field] = (*held[: self.at], named, *held[self.at + 1 :])

    @property
    def line(self) -> int:
        """Return the line it stands in, from 1."""
        field = "why" if self.field == "provenance" else self.field
        mark = self.desk.at(self.entry, field)
        node = self.entry.node.get(field)
        if self.at >= 0 and isinstance(node, Seq) and self.at < len(node.marks):
            mark = node.marks[self.at]
        if self.at >= 0 and isinstance(node, Map):
            mark = node.marks[2 * self.at + 1]
        return line_of(mark) + 1


def _fields(key: str, entry: Any, names: Sequence[str], desk: Desk) -> Iterator[Text]:
    """Yield the texts in these fields of an entry, and its reason if it has one."""
    if not isinstance(entry, Entry):
        return
    for name in names:
        held = entry.get(name)
        if isinstance(held, Saying) and held.versions:
            yield Text(f"{key}.{name}", entry, name, -1, desk)
    provenance = entry.get("provenance")
    if isinstance(provenance, Provenance) and provenance.why.versions:
        yield Text(f"{key}.why", entry, "provenance", -1, desk)


def _several(key: str, entry: Entry, field: str, desk: Desk) -> Iterator[Text]:
    for at, held in enumerate(_tuple(entry.get(field))):
        if isinstance(held, Saying):
            yield Text(f"{key}.{at + 1}", entry, field, at, desk)


def _keyed(kind: str, entry: Entry, field: str, desk: Desk) -> Iterator[Text]:
    """Yield the texts of a mapping from ids to texts."""
    for at, pair in enumerate(_tuple(entry.get(field))):
        if isinstance(pair[0], str) and isinstance(pair[1], Saying):
            yield Text(f"{kind}.{pair[0]}.title", entry, field, at, desk)


def _tuple(held: object) -> tuple[Any, ...]:
    return held if isinstance(held, tuple) else ()


def _listed(kind: str, held: object, names: Sequence[str], desk: Desk) -> Iterator[Text]:
    """Yield the texts of a list of entries that have an id."""
    for entry in _tuple(held):
        if isinstance(entry, Entry) and isinstance(entry.get("id"), str):
            yield from _fields(f"{kind}.{entry['id']}", entry, names, desk)


def _paired(kind: str, held: object, names: Sequence[str], desk: Desk) -> Iterator[Text]:
    """Yield the texts of a mapping from ids to entries."""
    for pair in _tuple(held):
        if isinstance(pair, tuple) and isinstance(pair[0], str | int):
            yield from _fields(f"{kind}.{pair[0]}", pair[1], names, desk)


def of_scene(scene: Entry, desk: Desk) -> Iterator[Text]:
    """Yield the texts of one scene, its choices with it."""
    if not isinstance(scene.get("id"), str):
        return
    key = f"scene.{scene['id']}"
    yield from _fields(key, scene, ("place", "text"), desk)
    yield from _several(f"{key}.text", scene, "variants", desk)
    for choice in _tuple(scene.get("choices")):
        if isinstance(choice, Entry) and isinstance(choice.get("id"), str):
            its = f"{key}.{choice['id']}"
            yield from _fields(its, choice, ("text", "result"), desk)
            for number, later in enumerate(_tuple(choice.get("later")), 1):
                yield from _fields(f"{its}.later.{number}", later, ("note",), desk)


def of_life(said: dict[str, list[tuple[Desk, object]]]) -> Iterator[Text]:
    """Yield the texts of one life."""
    for desk, life in said.get("life", ()):
        if isinstance(life, Entry):
            yield from _fields("life", life, ("title", "about"), desk)
            yield from _paired("meter", life.get("meters"), ("title", "unit"), desk)
            yield from _listed("value", life.get("values"), ("title", "about"), desk)
            yield from _listed("bill", life.get("bills"), ("title",), desk)
            yield from _listed("tide", life.get("tides"), ("title",), desk)
    for desk, cast in said.get("cast", ()):
        yield from _listed("person", _in(cast, "cast"), ("name", "about"), desk)
    for desk, feed in said.get("feed", ()):
        yield from _listed("post", _in(feed, "feed"), ("by", "text"), desk)
    for desk, endings in said.get("endings", ()):
        yield from _listed("ending", _in(endings, "endings"), ("title", "text"), desk)
        for ending in _tuple(_in(endings, "endings")):
            for slot in _tuple(ending.get("slots")) if isinstance(ending, Entry) else ():
                for number, wording in enumerate(_tuple(slot[1]), 1):
                    for text in _fields("", wording, ("text",), desk):
                        yield text._replace(key=f"ending.{ending.get('id')}.{slot[0]}.{number}")
    for desk, scenes in said.get("scenes", ()):
        for scene in _tuple(scenes):
            if isinstance(scene, Entry):
                yield from of_scene(scene, desk)


def _in(entry: object, *path: str) -> object:
    for name in path:
        entry = entry.get(name) if isinstance(entry, Entry) else None
    return entry


def of_regime(said: dict[str, list[tuple[Desk, object]]]) -> Iterator[Text]:
    """Yield the texts of one regime."""
    for desk, regime in said.get("regime", ()):
        if not isinstance(regime, Entry):
            continue
        yield from _fields("regime", regime, ("title", "about", "word"), desk)
        yield from _listed("observer", _in(regime, "surveillance", "observers"), ("title",), desk)
        scale = _in(regime, "intervention", "scale")
        yield from _fields("scale", scale, (), desk)
        yield from _fields("influence", _in(scale, "influence"), (), desk)
        yield from _listed("factor", _in(scale, "factors"), ("title",), desk)
        for kind, field in (("rule", "rules"), ("tier", "tiers"), ("list", "lists")):
            yield from _listed(kind, _in(regime, "intervention", field), ("title",), desk)
        room = regime.get("manipulation")
        yield from _listed("measure", _in(room, "measures"), ("title", "starts", "ends", "granted_by"), desk)
        yield from _listed("redress", _in(room, "redress"), ("title", "granted", "refused"), desk)
        yield from _fields("disclosure", _in(room, "disclosure"), (), desk)
        yield from _paired("disclosure", _in(room, "disclosure", "phases"), (), desk)
        yield from _keyed("phase", regime, "phase_titles", desk)
        for number, turning in enumerate(_tuple(regime.get("turnings")), 1):
            yield from _fields(f"turning.{number}", turning, ("notice",), desk)
        yield from _listed("post", regime.get("feed"), ("by", "text"), desk)
    for desk, guide in said.get("guide", ()):
        yield from _of_guide(guide, desk)
    for desk, scenes in said.get("encounters", ()):
        for scene in _tuple(scenes):
            if isinstance(scene, Entry):
                yield from of_scene(scene, desk)


def _of_guide(guide: object, desk: Desk) -> Iterator[Text]:
    if isinstance(guide, Entry):
        yield from _fields("guide", guide, ("what_it_is", "how_it_works"), desk)
        for field in ("notice", "try", "debate"):
            yield from _several(f"guide.{field}", guide, field, desk)
        for number, dispute in enumerate(_tuple(guide.get("disputed")), 1):
            yield from _fields(f"guide.disputed.{number}", dispute, ("text",), desk)


def of_pack(said: Iterable[tuple[str, Desk, object]]) -> Iterator[Text]:
    """Yield the texts at the root of packs: what every life and every regime shares."""
    for kind, desk, entry in said:
        if kind == "pack":
            yield from _fields("pack", entry, ("title", "about"), desk)
        elif kind == "acts":
            for noun in ("act", "service", "role"):
                yield from _paired(noun, _in(entry, f"{noun}s"), ("title",), desk)
        elif kind == "sources":
            yield from _paired("source", _in(entry, "sources"), ("title",), desk)
            yield from _paired("fact", _in(entry, "facts"), ("says",), desk)
            yield from _paired("since", _in(entry, "since"), ("says",), desk)
        elif kind == "part" and isinstance(entry, Entry):
            yield from _fields(f"part.{entry.get('part')}", entry, ("title", "about"), desk)
        elif kind == "atlas":
            yield from _paired(
                "atlas", _in(entry, "atlas"), ("title", "what", "when", "where", "exhibit", "invented"), desk
            )
