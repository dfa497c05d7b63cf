"""What is kept of a bet: what was said, and later what it came to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scsgame.regime.charter import Regime
from scsgame.regime.dossier import Dossier
from scsgame.terms import Day


class Stake(NamedTuple):
    """A bet that stands: on which regime, made and settled on which days, the score said, and the one at the time.

    `before` is the score as it stood, whether or not the person was shown it.
    """

    regime: str
    made: Day
    due: Day
    said: float
    before: float


class Outcome(NamedTuple):
    """A bet that is settled: what it came to (None where one had left by then), and in which phase of the regime."""

    stake: Stake
    came: float | None
    phase: str = ""


def settled(
    stakes: Sequence[Stake], regimes: Sequence[Regime], dossiers: Sequence[Dossier], day: Day
) -> tuple[Outcome, ...]:
    """Return what came of the bets whose day it is."""
    held = {regime.id: dossier for regime, dossier in zip(regimes, dossiers, strict=True)}
    found = []
    for one in stakes:
        if one.due <= day:
            facts, course = held[one.regime].facts, held[one.regime].course
            found.append(Outcome(one, course[-1][1] if facts["enrolled"] else None, facts["phase"]))
    return tuple(found)
