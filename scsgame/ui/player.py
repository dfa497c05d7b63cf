"""What a screen may ask of a life, and of the house that keeps the lives.

The screens know these and nothing behind them. Foreign text is `Safe` before it arrives here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias, runtime_checkable

from scsgame.game.moves import Move
from scsgame.game.views import DayView, WhyView
from scsgame.terms import Provenance, Safe

if TYPE_CHECKING:
    from scsgame.debrief.sections import Section
    from scsgame.debrief.story import Story
    from scsgame.session.atlas import Atlas


NOT_GROUPED = Safe("")


class Item(NamedTuple):
    """Something one can pick that the screens themselves offer."""

    id: str
    title: Safe
    about: Safe
    group: Safe = NOT_GROUPED


class Pickable(Protocol):
    """Something one can pick: a life, a regime, a value."""

    @property
    def id(self) -> str:
        """The id."""
        ...

    @property
    def title(self) -> Safe:
        """The title."""
        ...

    @property
    def about(self) -> Safe:
        """A sentence or two about it."""
        ...

    @property
    def group(self) -> Safe:
        """The heading under which it stands in a list, or nothing."""
        ...


class Switchable(Pickable, Protocol):
    """A part of a system that can be switched."""

    @property
    def on(self) -> bool:
        """Say whether it is on when nobody switches it."""
        ...


Fact: TypeAlias = tuple[Safe, str, Safe, Safe]
"""One fact a rule rests on, so that a student can cite it: what it says, its status, where, and in which source."""


class Shelved(Protocol):
    """One saved life, as a list shows it. `sentence` says how it stands; it never tells a hidden score."""

    @property
    def name(self) -> Safe:
        """What the player called this life."""
        ...

    @property
    def file(self) -> str:
        """The file it is in."""
        ...

    @property
    def life(self) -> str:
        """Which life it is."""
        ...

    @property
    def day(self) -> int:
        """The day it has come to."""
        ...

    @property
    def sentence(self) -> Safe:
        """How it stands."""
        ...

    @property
    def state(self) -> str:
        """Whether the file is whole."""
        ...


class Player(Protocol):
    """One life being lived. Every move is in the save before its view comes back."""

    @property
    def name(self) -> Safe:
        """What the player called this life."""
        ...

    @property
    def kept(self) -> bool:
        """Say whether this life is kept in a save."""
        ...

    @property
    def may_undo(self) -> bool:
        """Say whether the last move can be taken back."""
        ...

    def view(self) -> DayView:
        """Return what the person may see now."""
        ...

    def move(self, move: Move) -> DayView:
        """Make a move. Raises SaveError or IllegalMove, each with a sentence."""
        ...

    def undo(self) -> DayView:
        """Take back the last move."""
        ...

    def why(self, regime: str, subject: str) -> WhyView:
        """Return what is known about a subject."""
        ...

    def facts(self, provenance: Provenance) -> Sequence[Fact]:
        """Return the facts a rule rests on."""
        ...

    def story(self) -> Story:
        """Return what was done to this life, in chapters."""
        ...

    def close(self) -> None:
        """Let go of the save, so that another program may open it."""
        ...


class Edit(Protocol):
    """What became of an edited pack."""

    def said(self) -> Sequence[Safe]:
        """Say what became of it, in sentences, the most important first."""
        ...

    @property
    def new(self) -> bool:
        """Say whether it was taken."""
        ...


@runtime_checkable
class Rehearsed(Player, Protocol):
    """A life that is rehearsed: its pack may change under it, and nothing is withheld from its author."""

    def refresh(self) -> Edit | None:
        """Take an edited pack, if one has changed."""
        ...

    def inspect(self) -> Sequence[Section]:
        """Return what lies behind the moment."""
        ...


class House(Protocol):
    """Where the lives are kept: what there is to live, what has been lived, and the settings."""

    def speak(self, language: str) -> None:
        """Tell content in this language from now on."""
        ...

    @property
    def ready(self) -> bool:
        """Say whether the content has been read."""
        ...

    def lives(self) -> Sequence[Pickable]:
        """Return the lives there are to live."""
        ...

    def regimes(self, life: str = "") -> Sequence[Pickable]:
        """Return the systems one can live under; those that suit this life first."""
        ...

    def atlas(self) -> Atlas:
        """Return the atlas of all systems."""
        ...

    def parts(self, regimes: Sequence[str]) -> Sequence[Switchable]:
        """Return the parts of these systems that can be switched."""
        ...

    def values(self, life: str) -> tuple[Sequence[Pickable], int]:
        """Return the values of a life, and how many of them one holds."""
        ...

    def saves(self) -> Sequence[Shelved]:
        """Return the saved lives, the latest first."""
        ...

    def life_title(self, life: str) -> Safe:
        """Return what a life is called, or its id where no pack here has it."""
        ...

    def new(
        self, life: str, regimes: Sequence[str], shows: str, values: Sequence[str], seed: str, name: str, *,
        switched: tuple[Sequence[str], Sequence[str]] = ((), ()),
    ) -> Player:  # fmt: skip
        """Begin a life and its save; `switched` are the parts that are off, and those that are on though they usually are not."""
        ...

    def resume(self, file: str) -> Player:
        """Take up a saved life. Raises SaveError."""
        ...

    def story(self, file: str) -> Story:
        """Return what was done to a saved life. Raises SaveError."""
        ...

    def rescore(
        self, file: str, regimes: Sequence[str], switched: tuple[Sequence[str], Sequence[str]]
    ) -> Sequence[Section]:
        """Judge a lived life by other regimes with some parts off and some on, and return what that shows."""
        ...

    def load_settings(self) -> Mapping[str, object]:
        """Return the settings."""
        ...

    def save_settings(self, settings: Mapping[str, object]) -> None:
        """Keep these settings, and leave the others."""
        ...
