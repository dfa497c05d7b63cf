"""Company: whom one dropped, whom one sought, and with whom one let oneself be seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from scsgame.debrief.calculating.worth import best_of, worths
from scsgame.debrief.log import Log
from scsgame.debrief.statistics.proportions import Rate
from scsgame.terms import ActKind, Day

Sort = Literal["dropped", "sought", "stood_by"]

ACTS: Mapping[ActKind, Sort] = {
    "drops_friend": "dropped",
    "befriends_high_scorer": "sought",
    "meets_listed_friend": "stood_by",
}
"""The acts of the shared vocabulary that are about somebody else's standing."""


class Step(NamedTuple):
    """One time it was done: in which turn, and whether all the regime's rules count that way best (None: they count all alike)."""

    turn: int
    day: Day
    best: bool | None


class Company(NamedTuple):
    """One kind of step towards people or away from them: how often, of the times it could be done, and each time."""

    sort: Sort
    done: Rate
    steps: tuple[Step, ...]


def company(log: Log, regime: str) -> tuple[Company, ...]:
    """Return what somebody did about other people's standing, each kind for which there was an opportunity.

    Only where the regime cares: where it looks for such acts, or the standing of friends weighs in one's own.
    """
    found = []
    room = log.chronicle.setup.regime[regime]
    for act, sort in ACTS.items():
        if act not in room.observers_by_act and not room.scale.influence:
            continue
        wanted = frozenset((act,))
        chances = [decision for decision in log.decisions if decision.free(wanted)]
        done = [decision for decision in chances if decision.does(wanted)]
        steps = []
        for decision in done:
            best = best_of(worths(log, decision, regime, "rules"))
            steps.append(Step(decision.turn, decision.day, decision.choice.id in best if best else None))
        if chances:
            found.append(Company(sort, Rate(len(done), len(chances)), tuple(steps)))
    return tuple(found)
