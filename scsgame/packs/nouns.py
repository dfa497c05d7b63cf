"""What packs hold once they are read: everything that can be played, and where it comes from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from scsgame.life.scenes import Life
from scsgame.life.vocabulary import Vocabulary
from scsgame.packs.cases import Case
from scsgame.regime.charter import Regime
from scsgame.regime.switching import switched
from scsgame.terms import NOTHING_SAID, Safe, Saying

_NOWHERE = Safe("")


@dataclass(frozen=True, slots=True)
class PackInfo:
    """Which pack was read: `digest` is the SHA-256 of its files."""

    id: str
    version: str
    title: Saying
    digest: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a source says, and how well it is known; `translated` and `titled` hold what other languages say."""

    id: str
    says: Safe
    status: str
    where: Safe = _NOWHERE
    source: Safe = _NOWHERE
    translated: Saying = NOTHING_SAID
    titled: Saying = NOTHING_SAID

    def read(self, language: str) -> Safe:
        """Return what the source says, in this language if it is given in it."""
        return dict(self.translated.versions).get(language, self.says)

    def title(self, language: str) -> Safe:
        """Return the title of the source, in this language if it is given in it."""
        return dict(self.titled.versions).get(language, self.source)


@dataclass(frozen=True)
class Sources:
    """Every fact that content cites."""

    facts: Mapping[str, Fact]

    def fact(self, name: str) -> Fact:
        """Return the fact of this name, such as `fact:rongcheng-start` or `since:12`."""
        return self.facts[name]


@dataclass(frozen=True)
class Library:
    """Everything that can be played: the words, the lives, the regimes, and where they come from.

    `regimes` are as they are when nobody switches a part; `written` holds them with all their parts.
    """

    vocabulary: Vocabulary
    lives: Mapping[str, Life]
    regimes: Mapping[str, Regime]
    sources: Sources
    cases: tuple[Case, ...]
    packs: tuple[PackInfo, ...]
    written: Mapping[str, Regime] = field(default_factory=dict)

    @cached_property
    def offices(self) -> Mapping[str, Saying]:
        """Return what regimes and their lists are called, by regime and regime/list: other regimes' rules name them."""
        regimes = {name: regime.title for name, regime in self.regimes.items()}
        lists = {f"{name}/{roll.id}": roll.title for name in self.regimes for roll in self.as_written(name).rolls}
        return {**regimes, **lists}

    def as_written(self, name: str) -> Regime:
        """Return a regime with everything its author wrote, for who reads it. Raises KeyError where there is none."""
        return self.written.get(name) or self.regimes[name]

    def with_parts(self, name: str, off: Collection[str] = (), on: Collection[str] = ()) -> Regime:
        """Return a regime with some of its parts off, and some on that usually are not. Raises KeyError where there is none."""
        return switched(self.written[name], off, on) if name in self.written else self.regimes[name]

    def switched(self, off: Collection[str] = (), on: Collection[str] = ()) -> Library:
        """Return a library in which all regimes have these parts off, and these on that usually are not."""
        return replace(self, regimes={name: self.with_parts(name, off, on) for name in self.regimes})


def as_usual(written: Mapping[str, Regime]) -> dict[str, Regime]:
    """Return regimes as they are when nobody switches a part."""
    return {name: switched(regime) for name, regime in written.items()}
