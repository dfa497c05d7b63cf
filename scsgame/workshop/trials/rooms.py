"""Which lives are lived under which regimes, and by whom: the plan of a trial, the same for the same seed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from scsgame.life.scenes import Life
from scsgame.packs.nouns import Library
from scsgame.regime.charter import Regime
from scsgame.terms import Chance

BATCH = 6
"""How many lives one player lives at most before another begins; a learner learns across them."""


COMPARED = 3
"""Of so many batches, one takes every other offer too, with the same luck."""

FEW = 60
"""Where there are so few batches, all of them do."""


class Room(NamedTuple):
    """One life under some regimes."""

    life: str
    regimes: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.life} under {' + '.join(self.regimes) or 'nobody'}"


class Batch(NamedTuple):
    """So many lives in one room by one player; `number` gives the seeds; `compare`: take every other offer too."""

    number: int
    room: Room
    player: str
    lives: int
    seed: str
    compare: bool = False

    def seeds(self) -> list[str]:
        """Return the seed of each life."""
        return [f"{self.seed}-{self.number}-{turn}" for turn in range(self.lives)]


class Focus(NamedTuple):
    """What is tried: these lives and these regimes. Whatever else is lived in or under serves only as a stage."""

    lives: tuple[str, ...]
    regimes: tuple[str, ...]


def focus(library: Library, paths: Sequence[Path]) -> Focus:
    """Return what a trial is about: what these packs bring, or everything when no pack is named."""
    from scsgame.packs.brought import brought

    lives, regimes = brought(paths)
    if not (lives or regimes):
        return Focus(tuple(library.lives), tuple(library.regimes))
    return Focus(
        tuple(name for name in library.lives if name in lives),
        tuple(name for name in library.regimes if name in regimes),
    )


def stage(library: Library, about: Focus) -> Focus:
    """Return where it is tried: packs that bring no life are lived in all that are there, and likewise under all regimes."""
    return Focus(about.lives or tuple(library.lives), about.regimes or tuple(library.regimes))


def related(regimes: Iterable[Regime]) -> list[tuple[str, ...]]:
    """Return the combinations a pack's regimes declare: those that read one another, together."""
    known = {regime.id.replace("-", "_"): regime.id for regime in regimes}
    found: list[tuple[str, ...]] = []
    for regime in regimes:
        others = {known[name] for name in _reads(regime) if name in known} - {regime.id}
        if others:
            found.append((regime.id, *sorted(others)))
    if len(found) > 1:
        together = tuple(dict.fromkeys(name for names in found for name in names))
        if together not in found:
            found.append(together)
    return found


def _reads(regime: Regime) -> set[str]:
    words = {
        (rule.listed or rule.unlisted).split("/")[0].replace("-", "_")
        for rule in regime.rules
        if rule.listed or rule.unlisted
    }
    words |= {key.partition("(")[2].rstrip(")").split("/")[0] for key in regime.abroad}
    return words


Pairs = Collection[tuple[str, str]]
"""Which lives are lived under which regimes, as (life, regime)."""


def pairs(paths: Sequence[Path] = ()) -> Pairs:
    """Return which regimes the atlas plays with which lives: elsewhere they would be out of place, a tithing in a dormitory."""
    from scsgame.packs.reading import atlas

    return frozenset((play.life, play.regime) for entry in atlas(paths).values() for play in entry.plays)


def rooms(library: Library, about: Focus, beside: Iterable[tuple[str, ...]] = (), plays: Pairs = ()) -> list[Room]:
    """Return every room to be lived in: each regime alone, then the combinations.

    A regime that the atlas plays is lived under in the lives it is played with; any other in every life.
    """
    lives, regimes = stage(library, about)
    chosen = [library.regimes[name] for name in regimes]
    sets: list[tuple[str, ...]] = [(regime.id,) for regime in chosen]
    everything = list(library.regimes.values())
    sets += [names for names in (*related(everything), *beside) if set(names) & set(regimes)]
    plain = dict.fromkeys(sets) or {(): None}
    placed = {regime for _, regime in plays}
    found = []
    for life in lives:
        fitting = [names for names in plain if all(name not in placed or (life, name) in plays for name in names)]
        found += [Room(life, names) for names in fitting or ([()] if life in about.lives else [])]
    return found


def using(library: Library, service: str, regime: str) -> list[Room]:
    """Return the rooms in which a regime's door can be met at all: lives with a choice that uses its service."""
    return [
        Room(life.id, (regime,))
        for life in library.lives.values()
        if any(use.service == service for scene in life.scenes for choice in scene.choices for use in choice.uses)
    ]


def batches(all_rooms: Sequence[Room], players: Collection[str], lives: int, seed: str) -> list[Batch]:
    """Return batches for so many lives: every player lives in every room before any lives there again."""
    pairs = [(room, player) for player in players for room in all_rooms]
    found: list[Batch] = []
    left = lives
    size = max(1, min(BATCH, lives // max(1, len(pairs))))
    few = lives <= FEW * size
    while left > 0 and pairs:
        number = len(found)
        room, player = pairs[number % len(pairs)]
        found.append(Batch(number, room, player, min(size, left), seed, few or number % COMPARED == 0))
        left -= size
    return found


def values_of(life: Life, seed: str) -> tuple[str, ...]:
    """Return the values that somebody holds in a life of this seed."""
    names = [value.id for value in life.values]
    luck = Chance(seed)
    ranked = sorted(names, key=lambda name: luck.draw("holds", name))
    return tuple(sorted(ranked[: life.pick_values], key=names.index))
