"""Gathering what is declared, before anything is checked: every id that others may name, with its place.

A pack is checked only after all its ids are known, so that a scene may name another that stands in a later file.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from sys import intern

from scsgame.packs.desk import Desk
from scsgame.packs.names import LifeWords, RegimeWords, SharedWords
from scsgame.packs.reader import Map, Node, Seq, Torn
from scsgame.packs.registers import Register, Sheet, consume, empty, entries, items, keys
from scsgame.packs.trust import Trust
from scsgame.terms import STATUSES


@dataclass
class Common:
    """What all packs share: acts, services, roles, sources and facts with their status."""

    acts: Register = field(default_factory=lambda: Register("act"))
    services: Register = field(default_factory=lambda: Register("service"))
    invited: set[str] = field(default_factory=set)
    roles: Register = field(default_factory=lambda: Register("role"))
    sources: Register = field(default_factory=lambda: Register("source"))
    facts: Register = field(default_factory=lambda: Register("fact"))
    atlas: Register = field(default_factory=lambda: Register("atlas entry"))
    parts: Register = field(default_factory=lambda: Register("part"))
    statuses: dict[str, str] = field(default_factory=dict)

    def take(self, sheet: Sheet) -> None:
        """Gather one acts.yaml, sources.yaml, atlas.yaml or part."""
        top, desk = sheet.top, sheet.desk
        if sheet.kind == "acts":
            keys(top.get("acts"), desk, self.acts)
            services = top.get("services")
            keys(services, desk, self.services)
            keys(top.get("roles"), desk, self.roles)
            if isinstance(services, Map):
                self.invited |= {
                    word for word, part in services.items()
                    if isinstance(part, Map) and str(part.get("by_invitation")).lower() in {"yes", "true"}
                }  # fmt: skip
        elif sheet.kind == "atlas":
            keys(top.get("atlas"), desk, self.atlas)
        elif sheet.kind == "part":
            word = top.get("part")
            if isinstance(word, str) and word:
                self.parts.add(word, desk, top.value_mark("part"), top.get("title"))
        else:
            keys(top.get("sources"), desk, self.sources)
            for prefix, chapter in (("fact", "facts"), ("since", "since")):
                part = top.get(chapter)
                if isinstance(part, Map):
                    keys(part, desk, self.facts, f"{prefix}:")
                    for word, fact in part.items():
                        status = fact.get("status") if isinstance(fact, Map) else None
                        self.statuses[f"{prefix}:{word}"] = str(status) if status in STATUSES[:4] else ""

    def words(self) -> SharedWords:
        """Return the acts and services as conditions know them."""
        return SharedWords(self.acts.titles, self.services.titles)


@dataclass
class Stories:
    """The scenes of a life or a regime: their ids, and the choices of each."""

    scenes: Register = field(default_factory=lambda: Register("scene", titled=False))
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    arcs: set[str] = field(default_factory=set)

    def take(self, sheet: Sheet) -> None:
        """Gather one file of scenes."""
        for scene in entries(sheet.document.root, sheet.desk, self.scenes):
            choices = _choices(scene.get("choices"), sheet.desk)
            word, arc = scene.get("id"), scene.get("arc")
            if isinstance(word, str):
                self.choices.setdefault(word, choices)
            if isinstance(arc, str):
                self.arcs.add(arc)
        for torn in sheet.document.root if isinstance(sheet.document.root, Seq) else ():
            if isinstance(torn, Torn):
                self.arcs.update(torn.arcs)
                for word, _ in torn.ids:
                    self.choices.setdefault(word, torn.inner)


def _choices(node: Node | None, desk: Desk) -> tuple[str, ...]:
    """Return the ids of the choices in a scene; an id that stands twice is a problem."""
    if isinstance(node, Seq) and all(part.__class__ is Map for part in node):
        words = [part.get("id") for part in node if isinstance(part, Map)]
        if all(word.__class__ is str and word for word in words) and len(set(map(str, words))) == len(words):
            return tuple([intern(str(word)) for word in words])
    choices = Register("choice")
    consume(entries(node, desk, choices))
    return tuple(map(intern, choices.places))


@dataclass
class LifeIds:
    """Everything one life declares."""

    stories: Stories = field(default_factory=Stories)
    meters: Register = field(default_factory=lambda: Register("meter"))
    words: Register = field(default_factory=lambda: Register("name"))
    flags: set[str] = field(default_factory=set)
    counters: set[str] = field(default_factory=set)
    values: Register = field(default_factory=lambda: Register("value"))
    people: Register = field(default_factory=lambda: Register("person"))
    parts: set[str] = field(default_factory=set)
    bills: Register = field(default_factory=lambda: Register("bill"))
    tides: Register = field(default_factory=lambda: Register("tide"))
    posts: Register = field(default_factory=lambda: Register("post"))
    endings: Register = field(default_factory=lambda: Register("ending"))

    def take(self, sheet: Sheet) -> None:
        """Gather one file of the life."""
        top, desk = sheet.top, sheet.desk
        if sheet.kind == "scenes":
            self.stories.take(sheet)
        elif sheet.kind == "life":
            meters = top.get("meters")
            keys(meters, desk, self.meters)
            keys(meters, desk, self.words)
            for name, kept in (("flags", self.flags), ("counters", self.counters)):
                part = top.get(name)
                items(part, desk, self.words)
                kept.update(word for word in part or () if isinstance(word, str)) if isinstance(part, Seq) else None
            consume(entries(top.get("values"), desk, self.values))
            consume(entries(top.get("bills"), desk, self.bills))
            consume(entries(top.get("tides"), desk, self.tides))
        elif sheet.kind == "cast":
            for person in entries(top.get("cast"), desk, self.people, "name"):
                roles = person.get("roles")
                self.parts.update(word for word in roles if isinstance(word, str)) if isinstance(roles, Seq) else None
        elif sheet.kind == "feed":
            consume(entries(top.get("feed"), desk, self.posts))
        elif sheet.kind == "endings":
            consume(entries(top.get("endings"), desk, self.endings))

    def names(self, trust: Trust | None = None) -> LifeWords:
        """Return the life's words as conditions know them; with `trust`, scenes that may still come are known too."""
        scenes: Mapping[str, Collection[str]] = self.stories.choices
        arcs: Collection[str] = sorted(self.stories.arcs)
        if trust is not None:
            scenes, arcs = trust.scenes(scenes), trust.words(self.stories.arcs)
        return LifeWords(self.meters.titles, sorted(self.flags), sorted(self.counters), self.values.titles,
                         self.people.titles, self.bills.titles, scenes, arcs)  # fmt: skip


@dataclass
class RegimeIds:
    """Everything one regime declares."""

    id: str = ""
    stories: Stories = field(default_factory=Stories)
    counters: Register = field(default_factory=lambda: Register("counter"))
    phases: Register = field(default_factory=lambda: Register("phase"))
    observers: Register = field(default_factory=lambda: Register("observer"))
    factors: Register = field(default_factory=lambda: Register("factor"))
    rules: Register = field(default_factory=lambda: Register("rule"))
    tiers: Register = field(default_factory=lambda: Register("tier"))
    lists: Register = field(default_factory=lambda: Register("list"))
    measures: Register = field(default_factory=lambda: Register("measure"))
    redress: Register = field(default_factory=lambda: Register("redress"))
    posts: Register = field(default_factory=lambda: Register("post"))
    parts: Register = field(default_factory=lambda: Register("part"))
    number: bool = False

    def take(self, sheet: Sheet) -> None:
        """Gather one file of the regime."""
        top, desk = sheet.top, sheet.desk
        if sheet.kind == "encounters":
            self.stories.take(sheet)
        elif sheet.kind == "regime":
            keys(top.get("counters"), desk, self.counters)
            items(top.get("phases"), desk, self.phases)
            items(top.get("parts"), desk, self.parts)
            items(top.get("parts_off"), desk, self.parts)
            rooms = [part if isinstance(part, Map) else empty()
                     for part in map(top.get, ("surveillance", "intervention", "manipulation"))]  # fmt: skip
            scale = rooms[1].get("scale")
            if isinstance(scale, Map):
                self.number = scale.get("kind") != "none"
                consume(entries(scale.get("factors"), desk, self.factors))
            for node, register in (
                (rooms[0].get("observers"), self.observers), (rooms[1].get("rules"), self.rules),
                (rooms[1].get("tiers"), self.tiers), (rooms[1].get("lists"), self.lists),
                (rooms[2].get("measures"), self.measures), (rooms[2].get("redress"), self.redress),
                (top.get("feed"), self.posts),
            ):  # fmt: skip
                consume(entries(node, desk, register))

    def names(self) -> RegimeWords:
        """Return the regime's words as conditions know them."""
        return RegimeWords(self.id, self.number, self.tiers.titles, tuple(self.phases.places), tuple(self.counters.places),
                           self.lists.titles, self.rules.titles, self.measures.titles, self.stories.choices)  # fmt: skip
