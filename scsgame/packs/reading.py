"""What is read and not played: the guides of regimes and the atlas of all systems.

    guides()["rongcheng"].notice          what to notice while living under it
    atlas()["rongcheng"].plays            where in the game a system lives

Nobody needs them to start or resume a life, so they are no part of a library: they are read when first asked for. In the
cache they lie beside the library.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from scsgame.packs import cache
from scsgame.packs.library import complete, fetched
from scsgame.packs.resting import uncollected
from scsgame.regime.parts import Part
from scsgame.terms import NOTHING_SAID, Saying

if TYPE_CHECKING:
    from scsgame.packs.examine import Examined

__all__ = ["AtlasEntry", "Dispute", "Guide", "Play", "Reading", "atlas", "guides", "parts", "read_all"]


@dataclass(frozen=True, slots=True)
class Dispute:
    """What is contested about a system, or what nobody knows of it, and the facts that speak of it."""

    text: Saying
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Guide:
    """One page about a regime: what it is, how it works, what to notice, try and debate, what is disputed."""

    regime: str
    what_it_is: Saying
    how_it_works: Saying
    notice: tuple[Saying, ...]
    to_try: tuple[Saying, ...]
    debate: tuple[Saying, ...]
    disputed: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True)
class Play:
    """One way to live under a system: which life, under which regime."""

    life: str
    regime: str


@dataclass(frozen=True, slots=True)
class AtlasEntry:
    """One system of the sources: what it is, when and where, what is known of it, and where it lives in the game."""

    id: str
    title: Saying
    group: str
    what: Saying
    when: Saying
    began: int
    where: Saying
    region: str
    does: tuple[str, ...]
    real: str
    ended: int | None = None
    facts: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    plays: tuple[Play, ...] = ()
    part: str = ""
    scene: tuple[str, ...] = ()
    exhibit: Saying = NOTHING_SAID
    invented: Saying = NOTHING_SAID
    see: tuple[str, ...] = ()


class Reading(NamedTuple):
    """Everything there is to read, by the regime or the key it is about."""

    guides: Mapping[str, Guide]
    atlas: Mapping[str, AtlasEntry]
    parts: Mapping[str, Part]


NOUNS = (Guide, AtlasEntry, Part)
"""What a reading is made of."""


def guides(extra: Sequence[Path] = ()) -> Mapping[str, Guide]:
    """Return the guide of every regime that has one. Raises PackError with every problem of the packs."""
    return read_all(extra).guides


def atlas(extra: Sequence[Path] = ()) -> Mapping[str, AtlasEntry]:
    """Return every entry of the atlas by its key. Raises PackError with every problem of the packs."""
    return read_all(extra).atlas


def parts(extra: Sequence[Path] = ()) -> Mapping[str, Part]:
    """Return every part that regimes can use. Raises PackError with every problem of the packs."""
    return read_all(extra).parts


def read_all(extra: Sequence[Path] = ()) -> Reading:
    """Return guides, atlas and parts at once. Raises PackError with every problem of the packs."""
    with uncollected():
        found = fetched(extra)
        kept = cache.pages(cache.key(found), NOUNS) if complete(found) else None
        if kept is not None:
            return by_name(*kept)
        from scsgame.packs import anew

        return anew.reading(found)


def pages_of(examined: Examined) -> tuple[list[Guide], list[AtlasEntry], list[Part]]:
    """Return what is to be read in packs that were read and found right."""
    from scsgame.packs.regimes import part

    said = [part(entry) for kind, entry in examined.shared if kind == "part"]
    return list(_guides(examined.regimes)), list(_entries(examined.shared)), said


def by_name(found: Sequence[Guide], entries: Sequence[AtlasEntry], said: Sequence[Part]) -> Reading:
    """Return a reading of these pages."""
    return Reading(
        {guide.regime: guide for guide in found},
        {entry.id: entry for entry in entries},
        {one.id: one for one in said},
    )


def _guides(folders: Sequence[Any]) -> Iterator[Guide]:
    for folder in folders:
        said: Any = folder.entry("guide")
        if said is not None:
            parts = dict(said)
            parts["to_try"] = parts.pop("try")
            parts["disputed"] = tuple([Dispute(**dispute) for dispute in parts.get("disputed", ())])
            yield Guide(folder.id, **parts)


def _entries(shared: Sequence[tuple[str, Any]]) -> Iterator[AtlasEntry]:
    for kind, said in shared:
        for key, entry in said.get("atlas", ()) if kind == "atlas" else ():
            parts = dict(entry)
            parts["began"], parts["ended"] = parts.pop("from"), parts.pop("to", None)
            parts["since"] = tuple([f"since:{number}" for number in parts.get("since", ())])
            parts["plays"] = tuple([Play(**play) for play in parts.get("plays", ())])
            yield AtlasEntry(key, **parts)
