"""Checked data becomes lives: the frozen nouns of scsgame.life. Nothing here can go wrong but by our own mistake."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scsgame.life.scenes import PRIORITY, Choice, Later, Life, Scene, Use
from scsgame.life.vocabulary import ActMeaning, Role, ServiceMeaning, Vocabulary
from scsgame.life.world import Bill, Ending, Habit, Meter, Person, Post, Tide, Value, Variant
from scsgame.packs.desk import Entry
from scsgame.packs.examine import Folder


def vocabulary(shared: Iterable[tuple[str, Entry]]) -> Vocabulary:
    """Build the narrow waist from every acts.yaml."""
    acts: dict[str, ActMeaning] = {}
    services: dict[str, ServiceMeaning] = {}
    roles: dict[str, Role] = {}
    for kind, said in shared:
        if kind == "acts":
            acts |= {word: ActMeaning(word, **act) for word, act in _pairs(said, "acts")}
            services |= {word: ServiceMeaning(word, **service) for word, service in _pairs(said, "services")}
            roles |= {word: Role(word, **role) for word, role in _pairs(said, "roles")}
    return Vocabulary(acts, services, roles)


def _pairs(said: Any, key: str) -> Iterable[tuple[str, Any]]:
    pairs: Iterable[tuple[str, Any]] = said.get(key, ())
    return pairs


def scene(said: Any, prefix: str = "", kind: str = "everyday") -> Scene:
    """Build one scene; `prefix` sets a regime's own scenes apart (rongcheng/the_notice)."""
    parts = dict(said)
    parts["id"] = prefix + parts["id"]
    kind = parts.setdefault("kind", kind)
    parts.setdefault("priority", PRIORITY[kind])
    parts["text"] = (parts["text"], *parts.pop("variants", ()))
    parts["choices"] = tuple([_choice(choice, prefix) for choice in parts["choices"]])
    if kind == "return":
        parts["due_only"] = True
    if parts.get("twin"):
        parts["twin"] = prefix + parts["twin"]
    return Scene(**parts)


def _choice(said: Any, prefix: str) -> Choice:
    if "later" not in said and "uses" not in said:
        return Choice(**said)
    parts = dict(said)
    parts["uses"] = tuple([Use(service, price) for service, price in parts.get("uses", ())])
    parts["later"] = tuple([_later(part, prefix) for part in parts.get("later", ())])
    return Choice(**parts)


def _later(said: Any, prefix: str) -> Later:
    parts = dict(said)
    if parts.get("scene"):
        parts["scene"] = prefix + parts["scene"]
    return Later(**parts)


def posts(said: Iterable[Any]) -> tuple[Post, ...]:
    """Build the items of a feed."""
    return tuple([Post(**post) for post in said])


def _person(said: Any) -> Person:
    parts = dict(said)
    parts["habits"] = tuple([Habit(**habit) for habit in parts.get("habits", ())])
    return Person(**parts)


def _ending(said: Any) -> Ending:
    parts = dict(said)
    parts["slots"] = tuple([
        (slot, tuple([Variant(**variant) for variant in variants])) for slot, variants in parts.get("slots", ())
    ])  # fmt: skip
    return Ending(**parts)


def build(folder: Folder) -> Life:
    """Build one life from its checked files."""
    parts: dict[str, Any] = dict(folder.entry("life") or {})
    people: Any = folder.entry("cast") or {}
    feed: Any = folder.entry("feed") or {}
    endings: Any = folder.entry("endings") or {}
    parts["id"] = parts.pop("life")
    parts["start"] = str(parts["start"])
    parts["sources"] = parts.pop("source", ())
    parts.setdefault("flags", ())
    parts.setdefault("counters", ())
    parts["meters"] = tuple([Meter(word, **meter) for word, meter in parts["meters"]])
    parts["values"] = tuple([Value(**value) for value in parts["values"]])
    parts["tides"] = tuple([Tide(**tide) for tide in parts.get("tides", ())])
    parts["bills"] = tuple([Bill(**bill) for bill in parts.get("bills", ())])
    parts["people"] = tuple([_person(person) for person in people.get("cast", ())])
    parts["feed"] = posts(feed.get("feed", ()))
    parts["endings"] = tuple([_ending(ending) for ending in endings.get("endings", ())])
    parts["scenes"] = (*folder.made, *[scene(said) for _, said in folder.scenes("scenes")])
    return Life(**parts)
