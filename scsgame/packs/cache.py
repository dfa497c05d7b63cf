"""What was read and found right, kept as plain data, so that an unchanged pack is not read again.

A file's name is the SHA-256 of every byte of every pack and of the program; so an edit, or another version, is another file.
The packs are always read and hashed: no time of change and no size stands in for their bytes, because an edit within a tick
of the clock, or a restored time, would go unseen.

The first line says what the others hold; the second is the index: the words, the facts, and the cover of each life and regime.
Each life, each regime, its cases, and what there is to read have a line of their own, and a line is neither judged nor read
before somebody asks for it.
A cache is never code and never trusted: a condition that the grammar could not have made, a wrong type or a broken line is as
good as no cache, also when that comes out late; then the packs are read after all.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import Any, TypeVar

from scsgame import __version__
from scsgame.life.scenes import Life, Scene
from scsgame.life.vocabulary import ActMeaning, Role, ServiceMeaning, Vocabulary
from scsgame.packs.cases import Case
from scsgame.packs.covers import LifeCover, RegimeCover
from scsgame.packs.nouns import Fact, Library, PackInfo, Sources
from scsgame.packs.resting import uncollected
from scsgame.packs.sealed import BROKEN, as_line, content, keep, plain
from scsgame.packs.shelves import Shelf
from scsgame.packs.stacks import Stacks
from scsgame.packs.tables import Kind, gathered, gathered_columns, spread
from scsgame.packs.unread import HEADS, RESTS, Reads, batches, fill, fill_from, link, primed
from scsgame.regime.charter import Regime
from scsgame.regime.switching import switched

FORMAT = 2

T = TypeVar("T")

_INDEX = (ActMeaning, ServiceMeaning, Role, Fact, PackInfo, LifeCover, RegimeCover)
_PAGES = ["pages", ""]
_ASIDE = ("pages", "scenes")
_READERS = ("packs", "conditions", "life", "regime", "tongue")


def key(
    shelves: Sequence[Shelf], lives: Collection[str] | None = None, regimes: Collection[str] | None = None
) -> str:
    """Return the name of all that what is kept depends on: the packs in their order, the selection, and the program."""
    chosen = [None if names is None else sorted(names) for names in (lives, regimes)]
    packs = [[shelf.digest, shelf.core] for shelf in shelves]
    return _named([FORMAT, __version__, sorted(_program(_READERS)), packs, chosen])


def verdict_key(shelves: Sequence[Shelf], named: Collection[str]) -> str:
    """Return the name of all that a verdict depends on: the packs, what they are called here, which are named, and the program."""
    packs = [[shelf.label, shelf.digest, shelf.core, shelf.label in named] for shelf in shelves]
    return _named([FORMAT, __version__, sorted(_program(None)), packs])


def basis_key(shelves: Sequence[Shelf], named: Collection[str]) -> str:
    """Return the name under which it is kept what the last verdict without errors rests on: the packs by their names, and the program."""
    packs = [[shelf.label, shelf.core, shelf.label in named] for shelf in shelves]
    return _named([FORMAT, __version__, sorted(_program(None)), packs, "basis"])


def _named(said: Any) -> str:
    return sha256(json.dumps(said).encode()).hexdigest()


def _program(rooms: Collection[str] | None) -> Iterator[tuple[str, int, int]]:
    """Yield every file of the program that has a say, with its size and time, so that who works on it sees the work.

    `rooms` are those in which nouns are made; None means all. For one version that is installed these never change; packs are
    never told apart in this way.
    """
    top = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120
    waiting = [top]
    with suppress(OSError):
        while waiting:
            place = waiting.pop()
            for entry in os.scandir(place):
                if entry.name.endswith((".py", ".json")):
                    about = entry.stat()
                    yield entry.path, about.st_size, about.st_mtime_ns
                elif (
                    entry.name.isalpha() and (rooms is None or place != top or entry.name in rooms) and entry.is_dir()
                ):
                    waiting.append(entry.path)


def find(name: str, instead: Callable[[], Library]) -> Library | None:
    """Return the library that was kept under a name, if its index is whole.

    Where a life or a regime turns out to be spoilt when it is asked for, `instead` is asked for the library, once.
    """
    try:
        found = content(name)
        return None if found is None else _Kept(name, found, instead).library()
    except BROKEN:
        return None


def pages(name: str, kinds: Sequence[type[Any]]) -> list[list[Any]] | None:
    """Return what was kept with a library to be read and not played, as tables of these kinds, if it is there and whole."""
    try:
        found = content(name)
        if found is None:
            return None
        first, _, *lines = found.split(b"\n")
        named, kept = plain(first)
        if named != name:
            return None
        return gathered(plain(lines[kept.index(_PAGES)]), kinds)
    except BROKEN:
        return None


def keep_library(name: str, library: Library, pages: Sequence[tuple[type[Any], Sequence[Any]]] = ()) -> None:
    """Keep a library under a name, and with it the pages there are to read, if that is possible."""
    keep(name, lambda: _lines(name, library, pages))


def find_one(name: str, kind: type[T]) -> T | None:
    """Return the one thing of this kind that was kept under a name, if it is there and whole."""
    try:
        found = content(name)
        if found is None:
            return None
        first, line = found.split(b"\n")
        if plain(first) != name:
            return None
        ((one,),) = gathered(plain(line), (kind,))
    except BROKEN:
        return None
    kept: T = one
    return kept


def keep_one(name: str, thing: object) -> None:
    """Keep one thing under a name, if that is possible."""
    keep(name, lambda: [as_line(name), as_line(spread([(type(thing), [thing])]))])


class _Kept:
    """A library as it was kept: the index is read, the other lines wait."""

    def __init__(self, name: str, found: bytes, instead: Callable[[], Library]) -> None:
        first, self._index, *lines = found.split(b"\n")
        named, kinds = plain(first)
        if named != name:
            raise ValueError(named)
        self._lines: dict[tuple[str, str], bytes] = {
            (kind, one): line for (kind, one), line in zip(kinds, lines, strict=True)
        }
        self._read = instead
        self._instead: Library | None = None

    def library(self) -> Library:
        """Return the library, its lives and regimes unopened."""
        acts, services, roles, facts, packs, lives, regimes = gathered(plain(self._index), _INDEX)
        vocabulary = Vocabulary({act.id: act for act in acts}, {service.id: service for service in services},
                                {role.id: role for role in roles})  # fmt: skip
        if {("life", life.id) for life in lives} | {
            (kind, regime.id) for regime in regimes for kind in ("regime", "cases")
        } != {(kind, one) for kind, one in self._lines if kind not in _ASIDE}:
            raise LookupError(_INDEX)
        written = Stacks({regime.id: partial(self._regime, regime.id) for regime in regimes})
        return Library(
            vocabulary,
            Stacks({life.id: partial(self._life, life.id) for life in lives}),
            Stacks({regime.id: partial(_usual, written, regime.id) for regime in regimes}),
            Sources({fact.id: fact for fact in facts}),
            Stacks({regime.id: partial(self._cases, regime.id) for regime in regimes}),
            tuple(packs),
            written,
            {life.id: life for life in lives},
            {regime.id: regime for regime in regimes},
        )

    def _life(self, one: str) -> Life:
        found = self._open("life", one, (Life, HEADS, Reads))
        if found is None or len(found[0]) != 1 or found[0][0].id != one:
            return self._after_all().lives[one]
        ((life,), scenes, (reads,)) = found
        link(scenes, partial(self._rest, one))
        return primed(life, scenes, reads)

    def _rest(self, life: str, number: int, scenes: Sequence[Scene]) -> None:
        """Read what was left unread of these scenes of a life."""
        with uncollected():
            try:
                line = self._lines["scenes", f"{life}/{number}"]
                fill(scenes, gathered_columns(plain(line), RESTS, len(scenes)))
            except BROKEN:
                fill_from(scenes, self._after_all().lives[life])

    def _regime(self, one: str) -> Regime:
        found = self._open("regime", one, (Regime,))
        if found is None or len(found[0]) != 1 or found[0][0].id != one:
            return self._after_all().written[one]
        regime: Regime = found[0][0]
        return regime

    def _cases(self, one: str) -> tuple[Case, ...]:
        found = self._open("cases", one, (Case,))
        if found is None or any(case.regime != one for case in found[0]):
            return self._after_all().casebook[one]
        return tuple(found[0])

    def _open(self, kind: str, one: str, kinds: Sequence[Kind]) -> list[list[Any]] | None:
        """Return what a line holds, or None where it is spoilt."""
        try:
            return gathered(plain(self._lines[kind, one]), kinds)
        except BROKEN:
            return None

    def _after_all(self) -> Library:
        if self._instead is None:
            self._instead = self._read()
        return self._instead


def _usual(written: Stacks[Regime], one: str) -> Regime:
    return switched(written[one])


def _lines(name: str, library: Library, pages: Sequence[tuple[type[Any], Sequence[Any]]]) -> list[bytes]:
    words = library.vocabulary
    rows: tuple[Sequence[Any], ...] = (
        list(words.acts.values()),
        list(words.services.values()),
        list(words.roles.values()),
        list(library.sources.facts.values()),
        library.packs,
        list(library.life_covers.values()),
        list(library.regime_covers.values()),
    )
    kinds: list[Sequence[str]] = []
    every: list[Any] = [list(zip(_INDEX, rows, strict=True))]
    for life in library.lives.values():
        kinds.append(("life", life.id))
        every.append(
            [
                (Life, [replace(life, scenes=())]),
                (HEADS, life.scenes),
                (Reads, [Reads(tuple(sorted(life.reads)))]),
            ]
        )
        for number, batch in enumerate(batches(life.scenes)):
            kinds.append(("scenes", f"{life.id}/{number}"))
            every.append([(RESTS, batch)])
    for regime in map(library.as_written, library.regimes):
        kinds += [("regime", regime.id), ("cases", regime.id)]
        every += [[(Regime, [regime])], [(Case, library.casebook[regime.id])]]
    if pages:
        kinds.append(_PAGES)
        every.append(pages)
    return [as_line([name, kinds]), *[as_line(spread(tables)) for tables in every]]
