"""Bets: what somebody says the score will be, held against what it came to.

A bet is about the next time a score is made known: its next update, or where it moves at once the end of the week.
It gains and costs nothing, and no regime hears of it.
"""

from __future__ import annotations

from typing import NamedTuple

from scsgame.game.moment import Moment
from scsgame.game.pleas import IllegalMove
from scsgame.game.stakes import Stake
from scsgame.game.told import disclosure
from scsgame.game.wording import next_update
from scsgame.regime.charter import Regime
from scsgame.terms import Day

LONGEST = 12
"""A number one bets has at most so many characters."""


class Open(NamedTuple):
    """A bet one could make: on which regime, and on which day it would be settled."""

    regime: str
    due: Day


def open_bets(moment: Moment) -> tuple[Open, ...]:
    """Return the bets that could be made now."""
    if moment.ending:
        return ()
    found = []
    for regime, dossier in zip(moment.setup.regimes, moment.dossiers, strict=True):
        due = _due(moment, regime)
        placed = any(stake.regime == regime.id and stake.due == due for stake in moment.stakes)
        known = disclosure(regime, dossier, moment.setup.shows).known
        if due and not placed and known and regime.scale.kind != "none" and dossier.facts["enrolled"]:
            found.append(Open(regime.id, due))
    return tuple(found)


def stake(moment: Moment, regime_id: str, said: str) -> Stake:
    """Return the bet as the game keeps it. Raises IllegalMove with a sentence."""
    regime = moment.setup.regime.get(regime_id)
    if regime is None:
        raise IllegalMove("illegal.no_regime", "that regime has no part in this life")
    dossier = moment.dossiers[moment.setup.at[regime_id]]
    if regime.scale.kind == "none":
        raise IllegalMove("illegal.bet_no_score", "there is no score there to bet on")
    if not dossier.facts["enrolled"]:
        raise IllegalMove("illegal.bet_not_in", "you take no part in it, so nothing of yours is counted")
    found = next((one for one in open_bets(moment) if one.regime == regime_id), None)
    if found is None:
        if _due(moment, regime):
            raise IllegalMove("illegal.bet_placed", "you have bet on that already")
        raise IllegalMove("illegal.bet_late", "this life ends before it would be settled")
    scale, score = regime.scale, _number(said)
    if score is None:
        raise IllegalMove("illegal.bet_no_number", "a bet is a number, such as 640 or 4.5")
    if scale.most > scale.least and not scale.least <= score <= scale.most:
        raise IllegalMove(
            "illegal.bet_outside",
            "it runs from {least} to {most}",
            least=f"{scale.least:g}",
            most=f"{scale.most:g}",
        )
    return Stake(regime_id, moment.day, found.due, score, dossier.course[-1][1])


def _due(moment: Moment, regime: Regime) -> Day | None:
    """Return the day on which a bet made now is settled, or None where this life is over before."""
    weekly = ((moment.day - 1) // 7 + 1) * 7 + 1
    due = next_update(regime, moment.setup.life.start, moment.day) or weekly
    return due if due <= moment.setup.life.last_day else None


def _number(said: str) -> float | None:
    """Return the number somebody wrote, or None where it is none."""
    whole = said.removeprefix("-").replace(".", "", 1)
    plain = said.isascii() and whole.isdigit() and len(said) <= LONGEST
    return float(said) if plain and said[-1:] != "." else None
