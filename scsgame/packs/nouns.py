"""What packs hold once they are read: everything that can be played, and where it comes from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import TypeVar

from scsgame.life.scenes import Life
from scsgame.life.vocabulary import Vocabulary
from scsgame.packs.cases import Case
from scsgame.packs.covers import LifeCover, RegimeCover, cover_of_life, cover_of_regime
from scsgame.packs.stacks import Stacks
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

    `regimes` are as they are when nobody switches a part; `written` holds them with all their parts. A library that was kept
    opens a life, a regime or its cases when it is first asked for them, and the covers say enough to choose by.
    """

    vocabulary: Vocabulary
    lives: Mapping[str, Life]
    regimes: Mapping[str, Regime]
    sources: Sources
    casebook: Mapping[str, tuple[Case, ...]]
    packs: tuple[PackInfo, ...]
    written: Mapping[str, Regime] = field(default_factory=dict)
    life_covers: Mapping[str, LifeCover] = field(default_factory=dict)
    regime_covers: Mapping[str, RegimeCover] = field(default_factory=dict)

    @property
    def cases(self) -> tuple[Case, ...]:
        """Return the cases of every regime."""
        return tuple([case for cases in self.casebook.values() for case in cases])

    @cached_property
    def offices(self) -> Mapping[str, Saying]:
        """Return what regimes and their lists are called, by regime and regime/list: other regimes' rules name them."""
        covers = self.regime_covers.items()
        lists = {f"{name}/{roll}": title for name, cover in covers for roll, title in cover.lists}
        return {name: cover.title for name, cover in covers} | lists

    def as_written(self, name: str) -> Regime:
        """Return a regime with everything its author wrote, for who reads it. Raises KeyError where there is none."""
        return self.written.get(name) or self.regimes[name]

    def with_parts(self, name: str, off: Collection[str] = (), on: Collection[str] = ()) -> Regime:
        """Return a regime with some of its parts off, and some on that usually are not. Raises KeyError where there is none."""
        return switched(self.written[name], off, on) if name in self.written else self.regimes[name]

    def switched(self, off: Collection[str] = (), on: Collection[str] = ()) -> Library:
        """Return a library in which all regimes have these parts off, and these on that usually are not."""
        ways = {name: partial(self.with_parts, name, off, on) for name in self.regimes}
        return replace(self, regimes=Stacks(ways))

    def only(self, lives: Collection[str] | None, regimes: Collection[str] | None) -> Library:
        """Return the library with only these lives and regimes; None means all."""
        if lives is None and regimes is None:
            return self
        return replace(
            self,
            lives=_part(self.lives, lives),
            regimes=_part(self.regimes, regimes),
            casebook=_part(self.casebook, regimes),
            written=_part(self.written, regimes),
            life_covers=_part(self.life_covers, lives),
            regime_covers=_part(self.regime_covers, regimes),
        )


T = TypeVar("T")


def _part(things: Mapping[str, T], names: Collection[str] | None) -> Mapping[str, T]:
    """Return the things of these names, unopened where they are."""
    if names is None:
        return things
    return Stacks({name: partial(things.__getitem__, name) for name in things if name in names})


def put_together(
    vocabulary: Vocabulary,
    lives: Mapping[str, Life],
    written: Mapping[str, Regime],
    sources: Sources,
    casebook: Mapping[str, tuple[Case, ...]],
    packs: tuple[PackInfo, ...],
) -> Library:
    """Return the library of lives and regimes that have all been read."""
    usual = {name: switched(regime) for name, regime in written.items()}
    return Library(
        vocabulary,
        lives,
        usual,
        sources,
        casebook,
        packs,
        written,
        {name: cover_of_life(life) for name, life in lives.items()},
        {name: cover_of_regime(regime, written[name]) for name, regime in usual.items()},
    )
