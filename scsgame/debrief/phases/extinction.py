"""Going on when nothing follows any more: persistence after a regime has let go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from scsgame.debrief.log import Log
from scsgame.debrief.phases.conditions import Course, Stretch
from scsgame.debrief.phases.groups import Group
from scsgame.debrief.statistics.persistence import Persistence, median_length, persistence
from scsgame.debrief.statistics.proportions import Rate
from scsgame.regime.charter import Regime
from scsgame.terms import Day

Learned = Literal["doing", "holding_back"]


class GoingOn(NamedTuple):
    """How long one went on with what used to count, once it did not count any more.

    `learned` is doing what was counted for one, or holding back from what was counted against one. `before` is the rate while
    it counted; `since` the first day on which it did not.
    """

    regime: str
    learned: Learned
    since: Day
    before: Rate
    going: Persistence


def going_on(log: Log, course: Course, groups: Sequence[Group]) -> tuple[GoingOn, ...]:
    """Return what one went on with after each time the regime let go, where something had in fact followed before."""
    if course.kind not in ("part", "phase"):
        return ()
    return tuple(_going_on(log, course, groups))


def median_persistence(lives: Sequence[GoingOn]) -> float | None:
    """Return after how many chances half of several lives had stopped, reckoning with those that never did."""
    return median_length([(float(life.going.chances), life.going.stopped) for life in lives])


def _going_on(log: Log, course: Course, groups: Sequence[Group]) -> Iterator[GoingOn]:
    regime = log.chronicle.setup.regime[course.regime]
    for at, held in enumerate(course.stretches[:-1]):
        free = course.stretches[at + 1]
        for group in groups:
            if group.id not in ("for", "against") or not _lets_go(regime, course, held, free, group):
                continue
            if not _anything_followed(log, held, group, regime.id):
                continue
            does = group.id == "for"
            answers = [answer is does for answer in group.answers(free.decisions)]
            if not answers:
                continue
            was = [answer is does for answer in group.answers(held.decisions)]
            learned: Learned = "doing" if does else "holding_back"
            yield GoingOn(regime.id, learned, free.since, Rate(sum(was), len(was)), persistence(answers))


def _lets_go(regime: Regime, course: Course, held: Stretch, free: Stretch, group: Group) -> bool:
    """Say whether what counted in one stretch does not count in the next."""
    if course.kind == "part":
        return held.condition == "in" and free.condition == "out"
    return _counts(regime, held.condition, group) and not _counts(regime, free.condition, group)


def _counts(regime: Regime, phase: str, group: Group) -> bool:
    return any(
        (rule.act in group.acts or rule.omits in group.acts) and (not rule.phases or phase in rule.phases)
        for rule in regime.rules
    )


def _anything_followed(log: Log, held: Stretch, group: Group, regime: str) -> bool:
    return any(
        one.regime == regime and one.act in group.acts
        for decision in held.decisions
        for one in log.followed[decision.number]
    )
