"""From marks to a standing: the number, and the word for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from scsgame.regime.intervention.scale import Scale, Tier


class Rating(NamedTuple):
    """One rating: its value, how much its rater weighs, and the mark it came with."""

    value: float
    weight: float
    mark: str


Tallies = dict[str, float]
"""What has been counted: by factor, or under "" where the scale has one sum."""


def first_tallies(scale: Scale) -> Tallies:
    """Return what a record begins with."""
    if scale.kind == "factors":
        return {factor.id: factor.start for factor in scale.factors}
    return {"": scale.start}


def reckon(scale: Scale, tallies: Mapping[str, float], ratings: Sequence[Rating], friends: float | None) -> float:
    """Return the score: counted, pulled by friends, held between its ends, rounded half up.

    `friends` is the mean of others' standings.
    """
    if scale.kind == "factors":
        whole = sum(factor.weight for factor in scale.factors) or 1
        share = sum(factor.weight * tallies[factor.id] for factor in scale.factors) / whole / 100
        score = scale.least + (scale.most - scale.least) * share
    elif scale.kind == "ratings":
        recent = ratings[-scale.window :]
        weight = sum(rating.weight for rating in recent)
        score = sum(rating.value * rating.weight for rating in recent) / weight if weight else scale.start
    else:
        score = tallies[""]
    if scale.influence is not None and friends is not None:
        score += scale.influence.weight * (friends - score)
    if scale.most > scale.least:
        score = min(scale.most, max(scale.least, score))
    step = 10**scale.decimals
    rounded = int(score * step + 0.5) if score >= 0 else -int(-score * step + 0.5)
    return rounded / step if scale.decimals else rounded


def add(scale: Scale, tallies: Tallies, factor: str, points: float) -> float:
    """Count points in tallies in the making, and return how far they moved it.

    A factor stays between 0 and 100, a sum between the scale's ends.
    """
    part = factor if scale.kind == "factors" else ""
    before = tallies[part]
    after = before + points
    if scale.kind == "factors":
        after = min(100, max(0, after))
    elif scale.most > scale.least:
        after = min(scale.most, max(scale.least, after))
    tallies[part] = after
    return after - before


def fade(scale: Scale, tallies: Tallies) -> None:
    """Let a month's forgetting pass over tallies in the making."""
    if scale.kind == "factors":
        for factor in scale.factors:
            tallies[factor.id] += factor.decay * (factor.start - tallies[factor.id])
    elif scale.kind == "points" and scale.decay:
        tallies[""] += scale.decay * (scale.start - tallies[""])


def tier_of(tiers: Iterable[Tier], score: float, phase: str = "") -> str:
    """Return the id of the highest tier of this phase that this score reaches, or "" for none."""
    reached = [tier for tier in tiers if score >= tier.at_least and (not tier.phases or phase in tier.phases)]
    return max(reached, key=lambda tier: tier.at_least).id if reached else ""
