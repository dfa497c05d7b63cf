"""The house: what there is to live, what has been lived, and the settings."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from scsgame import __version__
from scsgame.archive import (
    FORMAT,
    Entry,
    Header,
    Journal,
    SaveError,
    Shelf,
    default_folder,
    load_settings,
    store_settings,
)
from scsgame.debrief.sections import Section
from scsgame.game.chronicle import Chronicle, begin, live_again, live_again_changed
from scsgame.game.moment import Setup, Shows
from scsgame.game.pleas import IllegalMove
from scsgame.packs import Library, PackError, load
from scsgame.regime.charter import Regime
from scsgame.session.items import ALL_AS_USUAL, Item, Played, Rescored, Switch, Switched
from scsgame.session.offices import Offices
from scsgame.session.player import Player, withheld
from scsgame.session.returning import awaited, lost_parts, moves_of, stamps
from scsgame.terms import Safe, safe
from scsgame.tongue import phrase

if TYPE_CHECKING:
    from scsgame.debrief.story import Story
    from scsgame.packs.reading import Reading
    from scsgame.session.atlas import Atlas


class House:
    """The content, the shelf of saves and the settings, each opened when first asked for."""

    def __init__(
        self,
        packs: Sequence[Path] = (),
        folder: Path | None = None,
        language: str = "en",
        lives: Collection[str] | None = None,
        regimes: Collection[str] | None = None,
    ) -> None:
        self.packs = tuple(packs)
        self._selection = (lives, regimes)
        self._language = language
        self.folder = folder or default_folder()

    def speak(self, language: str) -> None:
        """Tell content in this language from now on."""
        self._language = language

    @cached_property
    def library(self) -> Library:
        """Return the content. Raises PackError with every problem."""
        return load(self.packs, *self._selection)

    @property
    def ready(self) -> bool:
        """Say whether the content has been read."""
        return "library" in self.__dict__

    @cached_property
    def whole(self) -> Library:
        """Return all the content, also where only some of it was asked for to begin with."""
        return self.library if self._selection == (None, None) else load(self.packs)

    @cached_property
    def shelf(self) -> Shelf:
        """Return the shelf of saves."""
        return Shelf(self.folder)

    def lives(self) -> Sequence[Item]:
        """Return the lives there are to live: the longest first, then in the order of time."""
        from scsgame.session import catalogue

        return catalogue.lives(self.library, self._language)

    def regimes(self, life: str = "") -> Sequence[Item]:
        """Return the regimes one can live under: those that the atlas plays with this life first, then by family."""
        from scsgame.session import catalogue

        return catalogue.regimes(self.library, self.atlas(), life, self._language)

    def atlas(self) -> Atlas:
        """Return the atlas of all systems. Raises PackError with every problem."""
        from scsgame.session.atlas import Atlas

        library, read = self._everything
        return Atlas(read.atlas, read.guides, library, self._language)

    @cached_property
    def _everything(self) -> tuple[Library, Reading]:
        """Return all that there is, also where only a selection is played: an atlas is about all of it."""
        from scsgame.packs.reading import read_all

        return self.whole, read_all(self.packs)

    def parts(self, regimes: Sequence[str]) -> Sequence[Switch]:
        """Return the parts of these regimes, each once; one that any of them has on is on."""
        from scsgame.session import catalogue

        return catalogue.parts(self.library, regimes, self._language)

    def values(self, life: str) -> tuple[Sequence[Item], int]:
        """Return what one can stand for in this life, and how many of it one picks."""
        from scsgame.session import catalogue

        return catalogue.values(self.library, life, self._language)

    def saves(self) -> Sequence[Played]:
        """Return the saved lives, the latest first."""
        entries = sorted(self.shelf.list(), key=lambda entry: -entry.changed)
        return [
            Played(entry.name, entry.file, entry.life, entry.day or 1, entry.sentence, entry.state)
            for entry in entries
        ]

    def life_title(self, life: str) -> Safe:
        """Return what a life is called, or its id where no pack here has it."""
        covers = self.library.life_covers
        return covers[life].title.read(self._language) if life in covers else safe(life)

    def at_home(self, life: str, regimes: Sequence[str]) -> Safe:
        """Say under what a life is lived of which nobody named the system."""
        under = " + ".join(self.library.regime_covers[name].title.read(self._language) for name in regimes)
        name = self.library.life_covers[life].title.read(self._language)
        return phrase("play.at_home", "You named no system, so it is one in which “{life}” is at home: {regime}.", self._language,
                      life=name, regime=under)  # fmt: skip

    def setup(
        self,
        life: str,
        regimes: Sequence[str],
        shows: str,
        values: Sequence[str],
        seed: str,
        undo: bool = True,
        switched: tuple[Sequence[str], Sequence[str]] = ALL_AS_USUAL,
    ) -> Setup:
        """Return what a game is made of. Raises KeyError where a life or regime is not there."""
        library = self.library
        return Setup(
            library.lives[life],
            tuple(library.with_parts(name, *switched) for name in regimes),
            library.vocabulary,
            seed,
            cast("Shows", shows),
            tuple(values),
            undo,
            Offices(lambda: self.whole),
        )

    def _player(self, chronicle: Chronicle, journal: Journal | None, changed: Sequence[Safe] = ()) -> Player:
        """Return the player of a life, which all other systems can judge: those of its own age first."""

        def apart() -> Collection[str]:
            with suppress(PackError):
                return self._of_another_age(chronicle.setup.life.id)
            return ()

        def others() -> Sequence[Regime]:
            older = apart()
            return sorted(self.whole.regimes.values(), key=lambda regime: regime.id in older)

        return Player(chronicle, self.library, journal, self._language, changed, others, apart)

    def new(
        self,
        life: str,
        regimes: Sequence[str],
        shows: str,
        values: Sequence[str],
        seed: str,
        name: str,
        saved: bool = True,
        switched: tuple[Sequence[str], Sequence[str]] = ALL_AS_USUAL,
    ) -> Player:
        """Begin a life and its save; without `saved` nothing is kept."""
        chronicle = begin(self.setup(life, regimes, shows, values, seed, switched=switched))
        if not saved:
            return self._player(chronicle, None)
        header = Header(
            format=FORMAT,
            made_by=__version__,
            name=safe(name),
            life=life,
            regimes=tuple(regimes),
            seed=seed,
            shows=shows,
            values=tuple(values),
            undo=True,
            packs=stamps(self.library),
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            off=tuple(switched[0]),
            on=tuple(switched[1]),
        )
        return self._player(chronicle, self.shelf.create(header))

    def resume(self, name: str, write: bool = True) -> Player:
        """Take up a saved life where it was left. Raises SaveError with a sentence."""
        journal = self.shelf.open(name, write)
        try:
            return self._again(journal)
        except BaseException:
            journal.close()
            raise

    def story(self, name: str) -> Story:
        """Return what was done to a saved life, which may be open elsewhere. Raises SaveError with a sentence."""
        player = self.resume(name, write=False)
        try:
            return player.story()
        finally:
            player.close()

    def rescore(
        self, name: str, regimes: Sequence[str], switched: tuple[Sequence[str], Sequence[str]] = ALL_AS_USUAL
    ) -> Sequence[Section]:
        """Judge a lived life by other regimes, each alone, and return what that shows."""
        return self.rescored(name, regimes, switched).sections

    def rescored(
        self, name: str, regimes: Sequence[str], switched: tuple[Sequence[str], Sequence[str]] = ALL_AS_USUAL
    ) -> Rescored:
        """Judge a lived life by other regimes, each alone: one table and one picture; those of another age stand apart.

        Where parts are switched, each regime that has one of them stands beside itself as it usually is; where none are, those
        are taken that were switched in the life itself.
        """
        from scsgame.session.judging import rescored

        player = self.resume(name, write=False)
        if not player.chronicle.over and withheld(player.chronicle):
            return Rescored(tuple(player.debrief()), None, waits=True)
        if not any(switched) and player.journal is not None:
            switched = Switched(player.journal.header.off, player.journal.header.on)
        apart = (
            frozenset[str]()
            if regimes
            else self._of_another_age(player.chronicle.setup.life.id).intersection(self.library.regimes)
        )
        return rescored(player.chronicle, self.library, regimes, apart, switched, self._language)

    def _of_another_age(self, life: str) -> frozenset[str]:
        """Return the regimes of another age than a life's. Raises PackError with every problem."""
        return self.atlas().of_another_age(life)

    def load_settings(self) -> Mapping[str, object]:
        """Return the settings as plain values."""
        settings, _ = load_settings()
        return {**dict(settings.others), **{name: getattr(settings, name) for name in _SETTINGS}}

    def save_settings(self, settings: Mapping[str, object]) -> None:
        """Keep the settings."""
        known = {name: settings[name] for name in _SETTINGS if name in settings}
        others = {name: value for name, value in settings.items() if name not in _SETTINGS}
        before, _ = load_settings()
        store_settings(replace(before, **known, others={**before.others, **others}))  # type: ignore[arg-type]

    def _again(self, journal: Journal) -> Player:
        header = journal.header
        lacking = awaited(header, self.library)
        if lacking:
            raise SaveError(lacking)
        switched = Switched(header.off, header.on)
        setup = self.setup(
            header.life, header.regimes, header.shows, header.values, header.seed, header.undo, switched
        )
        moves = moves_of(journal)
        if header.packs == stamps(self.library):
            try:
                return self._player(live_again(setup, moves), journal)
            except IllegalMove as refusal:
                raise SaveError(f"This save does not fit its own packs: {refusal}. It is left as it is.") from refusal
        chronicle, changed = live_again_changed(setup, moves, self._language)
        known = {part.id for part in self.parts(header.regimes)}
        told = [*lost_parts(header, known, self._language), *(safe(line) for line in changed)]
        return self._player(chronicle, journal, told)


_SETTINGS = ("theme", "reduced_motion", "language", "last_seed", "last_life", "player_name", "bets")


__all__ = ["ALL_AS_USUAL", "Entry", "House", "Item", "Played", "Switch", "Switched"]
