"""How high and how low a score can come, whatever is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import inf
from typing import NamedTuple

from scsgame.conditions.spans import Span
from scsgame.regime.intervention.scale import Scale, Tier

_NUDGE = 1e-6


class Moves(NamedTuple):
    """How far all rules together can carry a sum down and up.

    `struck`: a mark that gave points can be struck out again. `ratings` are those that can be given.
    """

    low: float
    high: float
    struck: bool
    ratings: tuple[float, ...] = ()


def reach(scale: Scale, moves: Callable[[str], Moves]) -> tuple[Span, str]:
    """Return the span of a score, and how it is made up."""
    whole = scale.decimals == 0
    if scale.kind == "ratings":
        found = moves("").ratings
        low, high = min((scale.start, *found)), max((scale.start, *found))
        if scale.weighs_rater and (
            scale.least < 0 or scale.most <= scale.least or any(stands < 0 for _, stands in scale.others)
        ):
            low, high = -inf, inf
        told = f"ratings from {low:g} to {high:g}"
    elif scale.kind == "factors":
        weights = sum(factor.weight for factor in scale.factors) or 1
        low = high = 0.0
        for factor in scale.factors:
            part = _carried(moves(factor.id), factor.start, 0, 100, fades=factor.decay > 0)
            low, high = (
                low + factor.weight * part.low / weights / 100,
                high + factor.weight * part.high / weights / 100,
            )
        low, high = (scale.least + (scale.most - scale.least) * share for share in (low, high))
        told = "the start of each factor, carried as far as rules can carry it"
    else:
        moved = moves("")
        low, high = _carried(moved, scale.start, scale.least, scale.most, fades=scale.decay > 0)[:2]
        told = f"it begins at {scale.start:g}; all that rules can take is {-moved.low:g}, all they can give {moved.high:g}"
    if scale.influence is not None:
        share = scale.influence.weight
        ends = (scale.least, scale.most) if scale.most > scale.least else (-inf, inf)
        low, high = low + share * (min(ends[0], low) - low), high + share * (max(ends[1], high) - high)
        told += ", and others pull it"
    if scale.most > scale.least:
        low, high = max(scale.least, low), min(scale.most, high)
    return Span(_rounded(low - _NUDGE, scale), _rounded(high + _NUDGE, scale), whole), told


def _carried(moves: Moves, start: float, least: float, most: float, *, fades: bool) -> Span:
    low, high = start + moves.low, start + moves.high
    if fades or moves.struck:
        low, high = low - moves.high, high - moves.low
    if most > least:
        low, high = max(least, low), min(most, high)
    return Span(low, high, whole=False)


def _rounded(score: float, scale: Scale) -> float:
    if score in (-inf, inf):
        return score
    step = 10**scale.decimals
    found = int(score * step + 0.5) if score >= 0 else -int(-score * step + 0.5)
    return found / step if scale.decimals else found


def tiers_in(tiers: Iterable[Tier], score: Span, phases: Iterable[str]) -> set[str]:
    """Return the tiers that a score in this span can stand in, in any of these phases; "" is below them all."""
    found: set[str] = set()
    for phase in phases:
        ordered = sorted(
            (tier for tier in tiers if not tier.phases or phase in tier.phases), key=lambda tier: tier.at_least
        )
        if not ordered or score.low < ordered[0].at_least:
            found.add("")
        for number, tier in enumerate(ordered):
            ceiling = ordered[number + 1].at_least if number + 1 < len(ordered) else inf
            if score.high >= tier.at_least and score.low < ceiling:
                found.add(tier.id)
    return found
