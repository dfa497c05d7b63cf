"""Contingency: how much likelier a consequence was with an act than without it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from scsgame.debrief.consequences import Consequence
from scsgame.debrief.log import Log, Response
from scsgame.debrief.rows import Decision
from scsgame.debrief.statistics.proportions import Interval, Rate, difference

Sort = Callable[[Consequence], bool]
"""Which consequences are counted as one class."""


class Contingency(NamedTuple):
    """How a class of consequences hung on a class of responses, by two ways of knowing.

    As it was met: how often it followed the response (`with_it`), how often it came when the response was open and not made
    (`without`). As it was arranged: at each of the same decisions, both ways on are known, so the shares `would_with` and
    `would_without` are no guesses about these decisions; they say nothing about others.
    """

    response: str
    with_it: Rate
    without: Rate
    would_with: float | None
    would_without: float | None

    @property
    def delta(self) -> float | None:
        """Return delta P as it was met, or None where one side was never seen."""
        one, two = self.with_it.share, self.without.share
        return None if one is None or two is None else one - two

    @property
    def interval(self) -> Interval:
        """Return Newcombe's interval of delta P, which takes the decisions for independent."""
        return difference(self.with_it, self.without)

    @property
    def arranged(self) -> float | None:
        """Return delta P as it was arranged at these decisions."""
        return None if self.would_with is None or self.would_without is None else self.would_with - self.would_without


def loses(regime: str) -> Sort:
    """Count whatever is unwelcome from one regime."""
    return lambda one: one.regime == regime and one.valence < 0


def gains(regime: str) -> Sort:
    """Count whatever is welcome from one regime."""
    return lambda one: one.regime == regime and one.valence > 0


def by_rule(regime: str, rule: str) -> Sort:
    """Count the marks of one rule."""
    return lambda one: one.regime == regime and one.kind == "mark" and one.subject == rule


def contingency(log: Log, response: Response, sort: Sort) -> Contingency:
    """Return how a class of consequences hung on a class of responses, over the decisions that left both open."""
    met: dict[bool, list[bool]] = {True: [], False: []}
    arranged: dict[bool, list[float]] = {True: [], False: []}
    for decision in log.decisions:
        if not decision.free(response.acts):
            continue
        came = any(sort(one) for one in log.arrived[decision.number])
        met[decision.does(response.acts)].append(came)
        for done, share in _would(log, decision, response, sort).items():
            arranged[done].append(share)
    would = {done: sum(shares) / len(shares) if shares else None for done, shares in arranged.items()}
    return Contingency(
        response.id, Rate(sum(met[True]), len(met[True])), Rate(sum(met[False]), len(met[False])), would[True], would[False]
    )  # fmt: skip


def _would(log: Log, decision: Decision, response: Response, sort: Sort) -> dict[bool, float]:
    """Return on which share of the ways with the response, and of those without it, the consequence hung and came."""
    ways = log.beside[decision.number].ways
    here = {id(one): one for way in ways for one in way.spared if sort(one)}
    here.update((id(one), one) for one in log.followed[decision.number] if sort(one))
    sides: dict[bool, list[bool]] = {True: [], False: []}
    sides[decision.does(response.acts)].append(bool(here))
    acts = {option.id: option.acts for option in decision.options}
    for way in ways:
        gone = {id(one) for one in way.spared}
        stays = any(key not in gone for key in here) or any(sort(one) for one in way.brought)
        sides[not response.acts.isdisjoint(acts[way.option])].append(stays)
    return {done: sum(came) / len(came) for done, came in sides.items() if came}
