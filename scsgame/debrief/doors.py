"""What was open and what was closed: every door a regime moved, and every choice it shut."""

from __future__ import annotations

from typing import NamedTuple

from scsgame.game.chronicle import Chronicle
from scsgame.game.offers import Offer
from scsgame.terms import Day


class Spell(NamedTuple):
    """How long one measure stood: from a day, to a day or to the end of the life (None)."""

    regime: str
    measure: str
    since: Day
    until: Day | None


class Shut(NamedTuple):
    """A choice that was offered and closed: when, in which scene, by what."""

    day: Day
    scene: str
    offer: Offer


def spells(chronicle: Chronicle) -> tuple[Spell, ...]:
    """Return each measure's times, in the order they began."""
    found: list[Spell] = []
    passed = (chronicle.morning, *(turn.passed for turn in chronicle.turns))
    for event in (event for part in passed for event in part.events):
        for measure, begins in event.hearing.measures:
            if begins:
                found.append(Spell(event.regime, measure, event.day, None))
                continue
            for at, spell in enumerate(found):
                if spell[:2] == (event.regime, measure) and spell.until is None:
                    found[at] = spell._replace(until=event.day)
    return tuple(found)


def shut_choices(chronicle: Chronicle) -> tuple[Shut, ...]:
    """Return the choices that a regime had closed when they were offered."""
    return tuple(
        Shut(turn.day, turn.table.scene.id, offer)
        for turn in chronicle.turns
        if turn.table is not None
        for offer in turn.offers
        if any(regime for regime, _ in offer.closed_by)
    )


def eased_choices(chronicle: Chronicle) -> tuple[Shut, ...]:
    """Return the choices that were taken and that a regime had eased or opened."""
    return tuple(
        Shut(turn.day, turn.table.scene.id, turn.taken)
        for turn in chronicle.turns
        if turn.table is not None and turn.taken is not None and turn.taken.eased_by
    )
