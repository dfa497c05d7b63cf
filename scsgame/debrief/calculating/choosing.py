"""How often the way that counts best was taken, beside what a blind pick would have taken."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from scsgame.debrief.calculating.worth import Basis, best_of, worths
from scsgame.debrief.log import Log
from scsgame.debrief.statistics.proportions import Rate


class Chosen(NamedTuple):
    """How often the best counted way was taken, of the decisions in which the ways counted differently.

    `blind` is how often a blind pick among the open ways would have taken it, `give` two standard deviations of that.
    `turns` are those in which it was taken, `passed` those in which it was not.
    """

    basis: Basis
    taken: Rate
    blind: float
    give: float
    turns: tuple[int, ...]
    passed: tuple[int, ...]

    @property
    def beyond_chance(self) -> bool:
        """Say whether it was taken more often than a blind pick nearly ever would."""
        return self.taken.done > self.blind + self.give

    @property
    def below_chance(self) -> bool:
        """Say whether it was taken less often than a blind pick nearly ever would."""
        return self.taken.done < self.blind - self.give


def chosen(log: Log, regime: str, basis: Basis) -> Chosen:
    """Return how often the way that counts best, reckoned in this way, was taken."""
    took: list[int] = []
    passed: list[int] = []
    blind = spread = 0.0
    for decision in log.decisions:
        found = worths(log, decision, regime, basis)
        best = best_of(found)
        if not best:
            continue
        (took if decision.choice.id in best else passed).append(decision.turn)
        likely = len(best) / len(found)
        blind += likely
        spread += likely * (1 - likely)
    rate = Rate(len(took), len(took) + len(passed))
    return Chosen(basis, rate, blind, 2 * sqrt(spread), tuple(took), tuple(passed))
