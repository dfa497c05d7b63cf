"""Checked data becomes a library: lives, regimes, cases, sources, bound together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scsgame.packs import lives as life_book
from scsgame.packs import regimes as regime_book
from scsgame.packs.cases import cases
from scsgame.packs.examine import Examined
from scsgame.packs.desk import Entry
from scsgame.packs.nouns import Fact, Library, PackInfo, Sources
from scsgame.packs.shelves import Shelf
from scsgame.terms import Safe


def build(examined: Examined) -> Library:
    """Make frozen nouns of what was read and found right."""
    lives = {folder.id: life_book.build(folder) for folder in examined.lives}
    regimes = {folder.id: regime_book.build(folder) for folder in examined.regimes}
    book = tuple(case for folder in examined.regimes for case in cases(folder))
    packs = tuple(_info(shelf, said) for shelf, said in examined.packs if said is not None)
    return Library(life_book.vocabulary(examined.shared), lives, regimes, _sources(examined.shared), book, packs)


def _info(shelf: Shelf, said: Any) -> PackInfo:
    return PackInfo(said["pack"], str(said["version"]), said["title"], shelf.digest)


def _sources(shared: Sequence[tuple[str, Entry]]) -> Sources:
    titles: dict[str, Safe] = {}
    facts: dict[str, Fact] = {}
    books: list[Any] = [said for kind, said in shared if kind == "sources"]
    for said in books:
        titles |= {label: source["title"].read() for label, source in said.get("sources", ())}
    for said in books:
        for prefix, chapter in (("fact", "facts"), ("since", "since")):
            for label, fact in said.get(chapter, ()):
                name = f"{prefix}:{label}"
                facts[name] = Fact(name, fact["says"].read(), fact["status"], fact.get("where", Safe("")),
                                   titles.get(fact.get("in", ""), Safe("")))  # fmt: skip
    return Sources(facts)
