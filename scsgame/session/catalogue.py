"""The catalogue: lives, regimes, values and parts to choose from. It reads covers; no life and no regime is opened for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from scsgame.packs import Library
from scsgame.session.items import Item, Switch
from scsgame.tongue import phrase

if TYPE_CHECKING:
    from scsgame.session.atlas import Atlas


def lives(library: Library, language: str) -> list[Item]:
    """Return the lives there are: the longest first, then in the order of time."""
    covers = library.life_covers.values()
    longest = max((cover.weeks for cover in covers), default=0)
    return [
        Item(cover.id, cover.title.read(language), cover.about.read(language))
        for cover in sorted(covers, key=lambda cover: (cover.weeks < longest, cover.start))
    ]


def regimes(library: Library, atlas: Atlas, life: str, language: str) -> list[Item]:
    """Return the regimes there are: first those at home in this life, at their head the one it usually begins under, then by family.

    Within a family those that can be played with this life come first, then those with a number, and of these those one may decline.
    """
    from scsgame.session.atlas_words import GROUPS

    suits = atlas.suits(life) if life else ()
    at_home = atlas.at_home(life) if life else ()
    usual = atlas.home(life) if life else ""
    families = list(GROUPS)
    rows: list[tuple[tuple[int, int, bool, bool, str], Item]] = []
    for cover in library.regime_covers.values():
        family = atlas.family(cover.id)
        item = Item(cover.id, cover.title.read(language), cover.about.read(language))
        if cover.id in at_home:
            group = phrase("form.suits", "At home in this life", language)
            at = -1 if cover.id == usual else at_home.index(cover.id)
            rows.append(((0, at, False, False, ""), item._replace(group=group)))
            continue
        place = suits.index(cover.id) if cover.id in suits else len(suits)
        at = families.index(family) if family else len(families)
        group = GROUPS[family].read(language) if family else phrase("form.others", "Others", language)
        order = (1 + at, place, cover.scale == "none", not cover.opt_in, cover.id)
        rows.append((order, item._replace(group=group)))
    return [item for _, item in sorted(rows, key=lambda row: row[0])]


def parts(library: Library, names: Iterable[str], language: str) -> list[Switch]:
    """Return the parts of these regimes, each once; one that any of them has on is on."""
    found: dict[str, Switch] = {}
    for name in names:
        for part in library.regime_covers[name].parts:
            if part.id not in found or part.on:
                found[part.id] = Switch(part.id, part.title.read(language), part.about.read(language), part.on)
    return list(found.values())


def values(library: Library, life: str, language: str) -> tuple[Sequence[Item], int]:
    """Return what one can stand for in a life, and how many of it one picks."""
    cover = library.life_covers[life]
    items = [Item(value.id, value.title.read(language), value.about.read(language)) for value in cover.values]
    return items, cover.pick_values
