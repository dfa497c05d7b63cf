"""Which parts of some systems are on: a list to tick, the same for a new life and for judging an old one again."""

from __future__ import annotations

from collections.abc import Sequence

from scsgame.terms import Safe
from scsgame.tongue import phrase
from scsgame.ui.player import Item, Switchable
from scsgame.ui.screens.pick import PickScreen

Turned = tuple[tuple[str, ...], tuple[str, ...]]
"""The parts that are off though they usually are on, and those that are on though they usually are off."""


def parts_screen(parts: Sequence[Switchable], there: Sequence[str]) -> PickScreen:
    """Return the page on which parts are ticked; those that are there now are ticked already."""
    saying = phrase(
        "form.switch", "What these systems use to see, to pass on and to act. Untick one, and live without it."
    )
    items = [Item(part.id, capital(part.title), part.about) for part in parts]
    return PickScreen(phrase("form.parts", "Parts of it that are on"), items, there, 0, max(2, len(items)), saying)


def usual(parts: Sequence[Switchable]) -> tuple[str, ...]:
    """Return the parts that are on when nobody switches any."""
    return tuple(part.id for part in parts if part.on)


def turned(parts: Sequence[Switchable], there: Sequence[str]) -> Turned:
    """Return which parts are not as they usually are, where these are on."""
    return (
        tuple(part.id for part in parts if part.on and part.id not in there),
        tuple(part.id for part in parts if not part.on and part.id in there),
    )


def capital(title: Safe) -> Safe:
    """Return a title as it stands at the head of a line."""
    return Safe(title[:1].upper() + title[1:])
