"""Falling silent: the suppression ratio, the chilling index, and both beside a neutral twin."""

from __future__ import annotations

from typing import NamedTuple


def suppression_ratio(watched: float, unwatched: float) -> float | None:
    """Return W / (W + U): .5 is no suppression, 0 is silence; None where nothing was done at all."""
    return watched / (watched + unwatched) if watched + unwatched else None


def chilling_index(watched: float, unwatched: float) -> float | None:
    """Return 1 - W / U: the share of what was done unwatched that is missing when watched may be."""
    return 1 - watched / unwatched if unwatched else None


def index_of_ratio(ratio: float) -> float:
    """Return the chilling index that a suppression ratio stands for."""
    return 1 - ratio / (1 - ratio)


def ratio_of_index(index: float) -> float:
    """Return the suppression ratio that a chilling index stands for."""
    return (1 - index) / (2 - index)


class BesideTheTwin(NamedTuple):
    """Chilling of sensitive acts beside that of neutral acts of the same shape.

    `beyond` is the difference of the two indices, `points` the difference of the two changes in the rates.
    """

    sensitive: float
    neutral: float
    beyond: float
    points: float


def beside_the_twin(
    sensitive_watched: float, sensitive_unwatched: float, neutral_watched: float, neutral_unwatched: float
) -> BesideTheTwin | None:
    """Return the chilling that the neutral acts do not share, or None where either was never done unwatched."""
    sensitive = chilling_index(sensitive_watched, sensitive_unwatched)
    neutral = chilling_index(neutral_watched, neutral_unwatched)
    if sensitive is None or neutral is None:
        return None
    points = (sensitive_watched - sensitive_unwatched) - (neutral_watched - neutral_unwatched)
    return BesideTheTwin(sensitive, neutral, sensitive - neutral, points)


def residual_chill(before: float, after: float) -> float:
    """Return how far the rate when unwatched again stays below the rate before anybody watched."""
    return before - after
