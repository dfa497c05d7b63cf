"""Self against standing: the choices in which the values chosen at the start and the score pulled apart."""

from __future__ import annotations

from typing import Literal, NamedTuple

from scsgame.debrief.calculating.worth import best_of, worths
from scsgame.debrief.log import Log
from scsgame.terms import Day

Won = Literal["self", "standing", "neither"]


class Standoff(NamedTuple):
    """One choice in which no way was best for both: which scene, what was taken, and which of the two won.

    `for_self` and `for_standing` are the ways that would have served either best.
    """

    turn: int
    day: Day
    scene: str
    taken: str
    won: Won
    for_self: tuple[str, ...]
    for_standing: tuple[str, ...]


def standoffs(log: Log, regime: str) -> tuple[Standoff, ...]:
    """Return the choices in which the values held and the regime's rules asked for different ways."""
    held = frozenset(log.chronicle.setup.values)
    found = []
    for decision in log.decisions:
        if decision.sort != "choice" or not held:
            continue
        choices = {
            offer.choice.id: offer.choice for offer in log.chronicle.turns[decision.turn - 1].offers if offer.open
        }
        stands = {
            name: len(held.intersection(choice.upholds)) - len(held.intersection(choice.betrays))
            for name, choice in choices.items()
        }
        if not stands or max(stands.values()) == min(stands.values()):
            continue
        own = frozenset(name for name, value in stands.items() if value == max(stands.values()))
        paid = best_of(worths(log, decision, regime, "rules"))
        if not paid or own & paid:
            continue
        taken = decision.choice.id
        won: Won = "self" if taken in own else "standing" if taken in paid else "neither"
        found.append(
            Standoff(decision.turn, decision.day, decision.scene, taken, won, tuple(sorted(own)), tuple(sorted(paid)))
        )
    return tuple(found)
