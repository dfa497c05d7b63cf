"""The atlas as somebody leafs through it: every system of the sources in the order of time, and a card for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

from scsgame.packs import Fact, Library
from scsgame.packs.reading import AtlasEntry, Guide
from scsgame.session.atlas_words import DOES, EPOCHS, GROUPS, REALS, REGIONS, epoch, years
from scsgame.session.items import FIRST
from scsgame.terms import Safe, Saying, safe
from scsgame.tongue import phrase

__all__ = [
    "DOES",
    "EPOCHS",
    "GROUPS",
    "REALS",
    "REGIONS",
    "Atlas",
    "Card",
    "Known",
    "Line",
    "Page",
    "Playable",
    "Sieve",
    "epoch",
    "years",
]

IMAGINED = ("fiction", "thought")
"""The families of what was nowhere in force."""

MODERN = 1912
"""What was over before this year is of another age than today's lives: imperial China, and what was thought before it."""


class Sieve(NamedTuple):
    """Which entries to show: by region, by what is done to people, by how sure it is; "" lets everything through."""

    region: str = ""
    does: str = ""
    real: str = ""

    def lets(self, entry: AtlasEntry) -> bool:
        """Say whether an entry is shown."""
        return (
            self.region in ("", entry.region)
            and (not self.does or self.does in entry.does)
            and self.real in ("", entry.real)
        )


EVERYTHING = Sieve()


class Line(NamedTuple):
    """One system in the timeline: its years (`ended` is None where it is still there), and how it is known."""

    id: str
    title: Safe
    began: int
    ended: int | None
    region: str
    does: tuple[str, ...]
    real: str
    group: str
    playable: bool

    @property
    def years(self) -> Safe:
        """Return its years as a timeline prints them."""
        return years(self.began, self.ended)


class Known(NamedTuple):
    """One thing that is known of a system: what a source says, how well it is known, where it stands, in which source."""

    says: Safe
    status: str
    where: Safe
    source: Safe


class Playable(NamedTuple):
    """One way to live under a system."""

    life: str
    regime: str
    life_title: Safe
    regime_title: Safe


class Page(NamedTuple):
    """The guide of one regime, ready to be read."""

    title: Safe
    what_it_is: Safe
    how_it_works: Safe
    notice: tuple[Safe, ...]
    to_try: tuple[Safe, ...]
    debate: tuple[Safe, ...]
    disputed: tuple[tuple[Safe, tuple[Known, ...]], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """Everything the atlas says of one system."""

    line: Line
    what: Safe
    when: Safe
    where: Safe
    known: tuple[Known, ...]
    since: tuple[Known, ...]
    exhibit: Safe
    invented: Safe
    part: Safe
    scenes: tuple[Safe, ...]
    plays: tuple[Playable, ...]
    guides: tuple[Page, ...]
    see: tuple[tuple[str, Safe], ...]


@dataclass(frozen=True)
class Atlas:
    """The atlas, read in one language. Only its pages are read ahead; titles and facts are looked up in the library."""

    entries: Mapping[str, AtlasEntry]
    guides: Mapping[str, Guide]
    library: Library
    language: str = "en"

    def lines(self, sieve: Sieve = EVERYTHING) -> tuple[Line, ...]:
        """Return the systems that a sieve lets through, the oldest first."""
        found = [self._line(entry) for entry in self.entries.values() if sieve.lets(entry)]
        return tuple(sorted(found, key=lambda line: (line.began, line.ended or 9999, line.id)))

    def nearest(self, name: str) -> str:
        """Return the key that a misspelt name may have meant, or nothing."""
        wanted = name.lower().replace("_", "-").replace(" ", "-")
        if wanted in self.entries or self.of(wanted):
            return self.of(wanted)
        by_title = {str(entry.title.read(self.language)).lower(): entry.id for entry in self.entries.values()}
        if name.lower() in by_title:
            return by_title[name.lower()]
        inside = [key for key in self.entries if wanted and wanted in key]
        if inside:
            return min(inside, key=len)
        return next(iter(get_close_matches(wanted, list(self.entries), 1)), "")

    def card(self, key: str) -> Card:
        """Return the card of one system. Raises KeyError where there is no such key."""
        entry, read = self.entries[key], self.language
        lives, regimes = self.library.life_covers, self.library.regime_covers
        return Card(
            line=self._line(entry),
            what=entry.what.read(read),
            when=entry.when.read(read),
            where=entry.where.read(read),
            known=self._known(entry.facts),
            since=self._known(entry.since),
            exhibit=entry.exhibit.read(read),
            invented=entry.invented.read(read),
            part=self._part(entry.part),
            scenes=tuple(self._scene(name) for name in entry.scene),
            plays=tuple(
                Playable(
                    play.life, play.regime, lives[play.life].title.read(read), regimes[play.regime].title.read(read)
                )
                for play in entry.plays
                if play.life in lives and play.regime in regimes
            ),
            guides=tuple(
                self._page(self.guides[name])
                for name in dict.fromkeys(play.regime for play in entry.plays)
                if name in self.guides
            ),
            see=tuple((other, self.entries[other].title.read(read)) for other in entry.see if other in self.entries),
        )

    def of(self, regime: str) -> str:
        """Return the key of the system that a regime plays, or nothing: the one of its name, else the one it plays first."""
        if regime in self.entries:
            return regime
        playing = [entry for entry in self.entries.values() if any(play.regime == regime for play in entry.plays)]
        first = [entry for entry in playing if entry.plays[0].regime == regime]
        return next((entry.id for entry in (*first, *playing)), "")

    def family(self, regime: str) -> str:
        """Return the group under which a regime is listed, or nothing where the atlas does not play it."""
        return next(
            (entry.group for entry in self.entries.values() if any(play.regime == regime for play in entry.plays)), ""
        )

    def suits(self, life: str) -> tuple[str, ...]:
        """Return the regimes that the atlas plays with this life, those first that somebody new to it should try first.

        What was there before what was imagined; the life's own region before others; its own time before what was over or yet to
        come; a number or points before lists and files; what is known better before what is known less; the youngest first.
        """
        entries = self.entries.values()
        there = self.library.regime_covers
        played = (play for entry in entries for play in entry.plays if play.life == life and play.regime in there)
        found = dict.fromkeys(play.regime for play in played)
        return tuple(sorted(found, key=lambda regime: self._farness(regime, life)))

    def at_home(self, life: str) -> tuple[str, ...]:
        """Return those regimes that suit a life and were, or are said to have been, where it is lived; and the one it begins under."""
        usual = self.home(life)
        return tuple(name for name in self.suits(life) if name == usual or self._farness(name, life)[:2] < (False, 2))

    def _farness(self, regime: str, life: str) -> tuple[bool, int, bool, bool, int, int, str]:
        """Say how far a regime lies from a life."""
        entry, cover = self.entries[self.of(regime)], self.library.regime_covers[regime]
        year = int(self.library.life_covers[life].start.partition("-")[0])
        usual = self.entries.get(self.of(FIRST.get(life, "")))
        regions = {entry.region, usual.region if usual is not None else entry.region}
        return (
            entry.group in IMAGINED,
            (len(regions) > 1) + (len(regions - {"world"}) > 1),
            not entry.began <= year <= (entry.ended or 9999),
            cover.scale == "none",
            list(REALS).index(entry.real),
            -entry.began,
            regime,
        )

    def of_another_age(self, life: str) -> frozenset[str]:
        """Return the regimes of another age than a life's: those over before 1912, or for a life under such ones all others."""
        older = {
            play.regime
            for entry in self.entries.values()
            if entry.ended and entry.ended < MODERN
            for play in entry.plays
        }
        old = older.issuperset(self.suits(life)) and bool(self.suits(life))
        return frozenset(set(self.library.regimes) - older - {"none"} if old else older)

    def home(self, life: str) -> str:
        """Return the regime of a life where nobody names one: the one the form offers first, else the first that suits it, or ""."""
        suits = self.suits(life)
        return FIRST[life] if FIRST.get(life) in suits else next(iter(suits), "")

    def _line(self, entry: AtlasEntry) -> Line:
        return Line(entry.id, entry.title.read(self.language), entry.began, entry.ended, entry.region, entry.does, entry.real,
                    entry.group, bool(entry.plays))  # fmt: skip

    def _known(self, names: Iterable[str]) -> tuple[Known, ...]:
        return tuple(_told(self.library.sources.fact(name), self.language) for name in names)

    def _part(self, part: str) -> Safe:
        found = getattr(self.library, "parts", {}).get(part)
        return found.title.read(self.language) if found is not None else safe(part.replace("_", " "))

    def _scene(self, name: str) -> Safe:
        life, _, scene = name.partition("/")
        found = self.library.lives[life].by_id[scene]
        place = found.place.read(self.language) or safe(scene.replace("_", " "))
        return phrase(
            "atlas.scene",
            "{place} ({life})",
            self.language,
            place=place,
            life=self.library.life_covers[life].title.read(self.language),
        )

    def _read(self, texts: Sequence[Saying]) -> tuple[Safe, ...]:
        return tuple(text.read(self.language) for text in texts)

    def _page(self, guide: Guide) -> Page:
        regime = self.library.regime_covers.get(guide.regime)
        return Page(
            title=regime.title.read(self.language) if regime is not None else safe(guide.regime),
            what_it_is=guide.what_it_is.read(self.language),
            how_it_works=guide.how_it_works.read(self.language),
            notice=self._read(guide.notice),
            to_try=self._read(guide.to_try),
            debate=self._read(guide.debate),
            disputed=tuple(
                (dispute.text.read(self.language), self._known(dispute.source)) for dispute in guide.disputed
            ),
        )


def _told(fact: Fact, language: str) -> Known:
    return Known(fact.read(language), fact.status, fact.where, fact.title(language))
