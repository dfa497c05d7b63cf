"""Offers: each choice as this player meets it this morning, open or closed, and by what."""

from __future__ import annotations

from typing import NamedTuple

from scsgame.conditions.tree import Facts
from scsgame.game.doors import Doors
from scsgame.life.dealing import Table
from scsgame.life.scenes import Choice
from scsgame.life.vocabulary import Vocabulary


class Offer(NamedTuple):
    """A choice as a player meets it.

    `closed_by` are the (regime, measure) pairs that closed it, and ("", service) where nobody opened a door that
    opens by invitation only; `price` is what its services cost today, `usual` without any regime; `eased_by` opened
    or cheapened a service of it, `dearer_by` raised its price.
    """

    choice: Choice
    closed_by: tuple[tuple[str, str], ...] = ()
    price: int = 0
    usual: int = 0
    eased_by: tuple[tuple[str, str], ...] = ()
    dearer_by: tuple[tuple[str, str], ...] = ()

    @property
    def open(self) -> bool:
        """Say whether it can be taken."""
        return not self.closed_by


def offers(table: Table, facts: Facts, standing: Facts, doors: Doors, vocabulary: Vocabulary) -> tuple[Offer, ...]:
    """Return what this scene offers; choices whose own condition fails are not offered at all."""
    found = []
    for choice in table.scene.choices:
        if not choice.when.holds(facts, standing):
            continue
        if not choice.uses:
            found.append(Offer(choice))
            continue
        closed: list[tuple[str, str]] = []
        eased: list[tuple[str, str]] = []
        dearer: list[tuple[str, str]] = []
        price = usual = 0
        for use in choice.uses:
            door = doors.door(use.service, vocabulary)
            usual += use.price
            price += round(use.price * door.price)
            if not door.open:
                closed += door.by or (("", use.service),)
            elif door.price < 1 or vocabulary.services[use.service].by_invitation:
                eased += door.by
            elif door.price > 1:
                dearer += door.by
        found.append(Offer(choice, tuple(closed), price, usual, tuple(eased), tuple(dearer)))
    return tuple(found)
