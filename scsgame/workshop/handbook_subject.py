"""What a reading of a pack is about: its lives, its regimes, or one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from scsgame.life.scenes import Life
from scsgame.packs.astray import here
from scsgame.packs.library import core_content, load
from scsgame.packs.nouns import Library
from scsgame.packs.problems import nothing_called
from scsgame.packs.shelves import fetch
from scsgame.regime.charter import Regime
from scsgame.terms import Safe, safe

T = TypeVar("T")
_HOME = re.compile(r"(lives|regimes)/([a-z0-9_-]+)/(?:life|regime)\.yaml")


class SubjectError(Exception):
    """What was asked for is not in the pack; `str()` of it is a sentence."""


@dataclass(frozen=True)
class Subject:
    """The lives and regimes to be read, and the library in which they stand."""

    library: Library
    lives: tuple[Life, ...]
    regimes: tuple[Regime, ...]
    title: Safe

    def others(self) -> str:
        """Return what stands beside the one thing and is not read with it, as options that ask for it."""
        words = [f"--life {life.id}" for life in self.lives] + [f"--regime {regime.id}" for regime in self.regimes]
        return ", ".join(words[1:])

    def one(self) -> Life | Regime:
        """Return the one thing there is; where there are several, the one life before the one regime."""
        if len(self.lives) == 1:
            return self.lives[0]
        if not self.lives and len(self.regimes) == 1:
            return self.regimes[0]
        words = [f"--life {life.id}" for life in self.lives] + [f"--regime {regime.id}" for regime in self.regimes]
        raise SubjectError(f"there are several to choose from. Say which one: {', '.join(words)}.")


def subject(path: Path | None = None, life: str = "", regime: str = "") -> Subject:
    """Read a pack (left out: the one you stand in, or the game's own content) and pick what is asked for; raises PackError or SubjectError."""
    path = path or next(iter(here()), None)
    library = load([path] if path is not None else [])
    homes = [_HOME.fullmatch(name) for name in fetch(path or core_content(), "", core=path is None).files]
    own = {(home[1], home[2]) for home in homes if home}
    lives = [entry for entry in library.lives.values() if ("lives", entry.id) in own]
    written = {name: library.as_written(name) for name in library.regimes}
    regimes = [entry for entry in written.values() if ("regimes", entry.id) in own]
    if life or regime:
        lives = [_named("life", library.lives, life)] if life else []
        regimes = [_named("regime", written, regime)] if regime else []
    if not lives and not regimes:
        raise SubjectError("this pack holds no life and no regime, so there is nothing to read.")
    return Subject(library, tuple(lives), tuple(regimes), _title(library, lives, regimes, path))


def _named(what: str, known: Mapping[str, T], name: str) -> T:
    if name not in known:
        raise SubjectError(nothing_called(what, safe(name), known))
    return known[name]


def _title(library: Library, lives: Iterable[Life], regimes: Iterable[Regime], path: Path | None) -> Safe:
    found: list[Life | Regime] = [*lives, *regimes]
    if len(found) == 1:
        return found[0].title.read()
    packs = library.packs if path is None else library.packs[-1:]
    return packs[0].title.read() if packs else found[0].title.read()
