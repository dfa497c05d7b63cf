"""How often somebody looked at how they stood, beside how often there was anything new to see."""

from __future__ import annotations

from typing import NamedTuple

from scsgame.debrief.log import Log
from scsgame.game.moment import Moment
from scsgame.game.moves import Look
from scsgame.game.told import disclosure, shown_score, shown_tier


class Looks(NamedTuple):
    """How often one opened a regime's app, how often what it shows of one's standing changed, and at how many looks there was
    nothing new since the look before. `shown` says whether it ever showed a number or a word for one's standing.
    """

    regime: str
    looked: int
    changed: int
    stale: int
    shown: bool
    turns: tuple[int, ...]


def looks(log: Log, regime: str) -> Looks:
    """Return how often somebody looked at this regime's app."""
    chronicle = log.chronicle
    at = chronicle.setup.at[regime]
    seen: object = None
    before = _standing(chronicle.start, at)
    changed, stale, shown = 0, 0, before != ("", "")
    turns = []
    for turn in chronicle.turns:
        if isinstance(turn.move, Look) and turn.move.regime == regime:
            now = _standing(turn.before, at)
            stale += now == seen
            seen = now
            turns.append(turn.number)
        after = _standing(turn.after, at)
        changed += after != before
        shown = shown or after != ("", "")
        before = after
    return Looks(regime, len(turns), changed, stale, shown, tuple(turns))


def _standing(moment: Moment, at: int) -> tuple[str, str]:
    """Return what a person is shown of their standing: a number, a word, or neither."""
    regime, dossier = moment.setup.regimes[at], moment.dossiers[at]
    told = disclosure(regime, dossier, moment.setup.shows)
    score = shown_score(regime, dossier, told, moment.day)
    return ("" if score is None else f"{score[1]:g}", shown_tier(dossier, told))
