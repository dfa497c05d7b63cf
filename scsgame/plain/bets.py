"""Bets on a score, as lines of text: what could be bet on, and that a bet stands."""

from __future__ import annotations

from collections.abc import Iterator

from scsgame.game.views import DayView
from scsgame.plain.lines import paragraph
from scsgame.tongue import phrase


def offered_bets(view: DayView) -> Iterator[str]:
    """Yield the bets one could make, at the end of a week; one may pass them over."""
    for bet in view.bets if view.week_end is not None else ():
        yield from paragraph(
            phrase(
                "plain.bet_offered",
                "Bet, if you like: what will {regime} say on day {day}? `bet {id} NUMBER`. It changes nothing.",
                regime=bet.title,
                day=bet.due,
                id=bet.regime,
            ),
            "    ",
            "    ",
        )


def bet_lines(before: DayView, name: str, score: str) -> Iterator[str]:
    """Yield that a bet stands, and until when; `before` is what one saw when one made it."""
    for bet in before.bets:
        if bet.regime == name:
            yield phrase(
                "plain.bet_placed",
                "You bet on {score}. Day {day} will tell, if anybody tells you.",
                score=score,
                day=bet.due,
            )
