"""Checked data becomes a library: lives, regimes, cases, sources, bound together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scsgame.packs import lives as life_book
from scsgame.packs import regimes as regime_book
from scsgame.packs.cases import cases
from scsgame.packs.desk import Entry
from scsgame.packs.examine import Examined
from scsgame.packs.nouns import Fact, Library, PackInfo, Sources, put_together
from scsgame.packs.shelves import Shelf
from scsgame.terms import NOTHING_SAID, Safe, Saying


def build(examined: Examined) -> Library:
    """Make frozen nouns of what was read and found right."""
    lives = {folder.id: life_book.build(folder) for folder in examined.lives}
    made = [regime_book.part(said) for kind, said in examined.shared if kind == "part"]
    parts = {part.id: part for part in made}
    written = {folder.id: regime_book.build(folder, parts) for folder in examined.regimes}
    book = {folder.id: tuple(cases(folder)) for folder in examined.regimes}
    packs = tuple(_info(shelf, said) for shelf, said in examined.packs if said is not None)
    return put_together(life_book.vocabulary(examined.shared), lives, written, _sources(examined.shared), book, packs)


def _info(shelf: Shelf, said: Any) -> PackInfo:
    return PackInfo(said["pack"], str(said["version"]), said["title"], shelf.digest)


def _sources(shared: Sequence[tuple[str, Entry]]) -> Sources:
    titles: dict[str, Saying] = {}
    facts: dict[str, Fact] = {}
    books: list[Any] = [said for kind, said in shared if kind == "sources"]
    for said in books:
        titles |= {label: source["title"] for label, source in said.get("sources", ())}
    for said in books:
        for prefix, chapter in (("fact", "facts"), ("since", "since")):
            for label, fact in said.get(chapter, ()):
                name, title = f"{prefix}:{label}", titles.get(fact.get("in", ""), NOTHING_SAID)
                facts[name] = Fact(name, fact["says"].read(), fact["status"], fact.get("where", Safe("")), title.read(),
                                   _others(fact["says"]), _others(title))  # fmt: skip
    return Sources(facts)


def _others(saying: Saying) -> Saying:
    """Return what is said in other languages than the first."""
    return Saying(saying.versions[1:]) if len(saying.versions) > 1 else NOTHING_SAID
