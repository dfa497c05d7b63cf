"""The gaze: what one held back from when nobody in fact looked."""

from __future__ import annotations

from typing import NamedTuple

from scsgame.debrief.log import Decision, Log, Watch
from scsgame.debrief.phases.comparison import CELL, FEW_CHANCES
from scsgame.debrief.phases.groups import Group
from scsgame.debrief.statistics.proportions import Rate
from scsgame.debrief.unsaid import Unsaid, unsaid


class Gaze(NamedTuple):
    """How often one held back from what a regime counts against one.

    `unseen`: somebody might look, as far as one was told, and nobody would have reported it. `seen`: somebody would. `untold`: one
    was told of nobody. `blind` is how often a choice made blindly among the open ways would have held back in the unseen
    ones. `beyond` is the unseen rate less the untold one. `turns` are the unseen ones in which one held back.
    """

    regime: str
    unseen: Rate
    seen: Rate
    untold: Rate
    blind: float
    beyond: float | Unsaid
    turns: tuple[int, ...]


def gaze(log: Log, regime: str, against: Group) -> Gaze:
    """Return how often one held back when nobody in fact looked."""
    found: dict[str, list[Decision]] = {"unseen": [], "seen": [], "untold": []}
    for decision in log.decisions:
        if decision.sort in ("choice", "bill") and against.free(decision):
            found[_looked(decision, regime, against)].append(decision)
    held = {name: _held_back(decisions, against) for name, decisions in found.items()}
    unseen, untold = held["unseen"], held["untold"]
    beyond: float | Unsaid = unsaid(FEW_CHANCES)
    if min(unseen.chances, untold.chances) >= CELL:
        beyond = unseen.done / unseen.chances - untold.done / untold.chances
    turns = tuple(decision.turn for decision in found["unseen"] if not against.matches(decision.choice))
    blind = sum(_blind(decision, against) for decision in found["unseen"])
    return Gaze(regime, unseen, held["seen"], untold, blind, beyond, turns)


def _looked(decision: Decision, regime: str, against: Group) -> str:
    """Say how the regime looked for the act, had it been done: it would have been seen, or might, or one knew of nobody."""
    watches: list[Watch] = [
        watch
        for option in decision.options
        if option.open and against.matches(option)
        for watch in option.watches
        if watch.regime == regime
    ]
    if all(watch.shown == "none" for watch in watches):
        return "untold"
    return "seen" if any(watch.observed for watch in watches) else "unseen"


def _held_back(decisions: list[Decision], against: Group) -> Rate:
    return Rate(sum(not against.matches(decision.choice) for decision in decisions), len(decisions))


def _blind(decision: Decision, against: Group) -> float:
    """Return how likely a blind choice holds back."""
    ways = [option for option in decision.options if option.open]
    return sum(not against.matches(option) for option in ways) / len(ways)
