"""What a house hands out to choose from: lives, regimes, values, parts that can be switched, saved lives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scsgame.debrief.pictures.picture import Lanes
from scsgame.debrief.sections import Section
from scsgame.terms import Safe

FIRST = {
    "student": "sesame",
    "village": "qing-baojia",
    "factory": "dangan",
    "typist": "stasi",
    "renter": "platform-ratings",
    "renter_berlin": "schufa",
    "farmer": "honest-farmer",
    "shopkeeper": "enterprise-credit",
}
"""Which life a newcomer is offered first, and under which system each life begins, where they are there."""


class Switched(NamedTuple):
    """Which parts of regimes are off, and which are on though they usually are not."""

    off: Sequence[str] = ()
    on: Sequence[str] = ()

    def said(self) -> str:
        """Say which parts are switched, behind the names of regimes; nothing where none is."""
        words = [
            f" {word} {' and '.join(name.replace('_', ' ') for name in names)}"
            for word, names in (("without", self.off), ("with", self.on))
            if names
        ]
        return "".join(words)


ALL_AS_USUAL = Switched()
NOT_GROUPED = Safe("")


class Item(NamedTuple):
    """Something one can pick: a life, a regime, a value."""

    id: str
    title: Safe
    about: Safe
    group: Safe = NOT_GROUPED


class Switch(NamedTuple):
    """A part of regimes that a player may switch, and whether it is on when nobody does."""

    id: str
    title: Safe
    about: Safe
    on: bool
    group: Safe = NOT_GROUPED


class Played(NamedTuple):
    """One saved life, as a list shows it; its sentence never tells a hidden score."""

    name: Safe
    file: str
    life: str
    day: int
    sentence: Safe
    state: str


class Rescored(NamedTuple):
    """One life judged by other regimes: a section with its table, one for regimes of another age, and one picture.

    While a life that withholds something goes on, it `waits`.
    """

    sections: tuple[Section, ...]
    picture: Lanes | None
    waits: bool = False
