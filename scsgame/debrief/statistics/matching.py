"""The generalised matching relation: does behaviour divide itself as its consequences do?"""

from __future__ import annotations

from collections.abc import Sequence
from math import log10
from typing import NamedTuple


class Shares(NamedTuple):
    """One phase: how often each of two things was done, and how often each was reinforced."""

    first: int
    second: int
    first_paid: int
    second_paid: int


class Matching(NamedTuple):
    """The fitted line: `a` is sensitivity (below 1: undermatching), `log_k` bias, `vac` the variance accounted for."""

    a: float
    log_k: float
    vac: float
    phases: int

    @property
    def k(self) -> float:
        """Return the bias as a factor: above 1, the first thing was preferred at equal pay."""
        return float(10**self.log_k)


def matching(phases: Sequence[Shares]) -> Matching:
    """Fit log10(B1/B2) = a log10(R1/R2) + log10 k by least squares, each phase weighing the same.

    Where any count is nought, half is added to every count. Raises ValueError where the phases do not differ in pay.
    """
    lift = 0.5 if any(0 in phase for phase in phases) else 0.0
    x = [log10((phase.first_paid + lift) / (phase.second_paid + lift)) for phase in phases]
    y = [log10((phase.first + lift) / (phase.second + lift)) for phase in phases]
    count = len(phases)
    if count < 2 or max(x) == min(x):
        raise ValueError("matching needs at least two phases that differ in what they paid")
    mean_x, mean_y = sum(x) / count, sum(y) / count
    spread = sum((value - mean_x) ** 2 for value in x)
    a = sum((one - mean_x) * (two - mean_y) for one, two in zip(x, y, strict=True)) / spread
    log_k = mean_y - a * mean_x
    whole = sum((value - mean_y) ** 2 for value in y)
    left = sum((two - a * one - log_k) ** 2 for one, two in zip(x, y, strict=True))
    return Matching(a, log_k, 1 - left / whole if whole else 1.0, count)
