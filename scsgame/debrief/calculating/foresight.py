"""The bets: how well somebody had learned what counts, beside the guess that all stays as it is."""

from __future__ import annotations

from typing import NamedTuple

from scsgame.debrief.log import Log
from scsgame.debrief.statistics.proportions import Rate
from scsgame.game.moves import Bet
from scsgame.terms import Day

ENOUGH = 5
"""From so many settled bets on, their errors are held against the naive guess; from twice as many, early against late."""


class Guess(NamedTuple):
    """One settled bet: its turn, its days, what was said, what stood when it was said, what it came to."""

    turn: int
    made: Day
    due: Day
    said: float
    before: float
    came: float

    @property
    def error(self) -> float:
        """Return how far the bet lay above (or, below nought, under) what came."""
        return self.said - self.came

    @property
    def naive(self) -> float:
        """Return how far the guess *it stays as it is* lay off."""
        return self.before - self.came


class Foresight(NamedTuple):
    """What the bets on one regime come to.

    `error` and `naive` are mean distances; `lean` the mean of what was said less what came; `right_way` how often a bet went
    the way the score went, of those in which the score moved. `early` and `late` are the mean distances of the two
    halves. None where there are too few. `unsettled` were made and can be settled no more.
    """

    regime: str
    guesses: tuple[Guess, ...]
    unsettled: int
    right_way: Rate
    error: float | None
    naive: float | None
    lean: float | None
    early: float | None
    late: float | None


def foresight(log: Log, regime: str) -> Foresight:
    """Return what the bets on this regime's score come to."""
    chronicle = log.chronicle
    bets = [turn for turn in chronicle.turns if isinstance(turn.move, Bet) and turn.move.regime == regime]
    placed = {(stake.made, stake.due): turn.number for turn in bets for stake in turn.after.stakes
              if stake.regime == regime and stake.made == turn.day}  # fmt: skip
    outcomes = [outcome for turn in chronicle.turns for outcome in turn.passed.bets if outcome.stake.regime == regime]
    guesses = tuple(
        Guess(placed[bet.made, bet.due], bet.made, bet.due, bet.said, bet.before, outcome.came)
        for outcome in outcomes
        for bet in [outcome.stake]
        if outcome.came is not None
    )
    moved = [guess for guess in guesses if guess.naive]
    right = sum((guess.said - guess.before) * (guess.came - guess.before) > 0 for guess in moved)
    waiting = sum(stake.regime == regime for stake in chronicle.moment.stakes) if not chronicle.over else 0
    enough = len(guesses) >= ENOUGH
    half = len(guesses) // 2
    both = len(guesses) >= 2 * ENOUGH
    return Foresight(
        regime,
        guesses,
        len(bets) - len(guesses) - waiting,
        Rate(right, len(moved)),
        _distance([guess.error for guess in guesses]) if enough else None,
        _distance([guess.naive for guess in guesses]) if enough else None,
        sum(guess.error for guess in guesses) / len(guesses) if enough else None,
        _distance([guess.error for guess in guesses[:half]]) if both else None,
        _distance([guess.error for guess in guesses[half:]]) if both else None,
    )


def _distance(errors: list[float]) -> float:
    return sum(abs(error) for error in errors) / len(errors)
