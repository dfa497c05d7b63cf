"""NAP and its kin: how far the blocks of one phase overlap with those of another.

All of it takes the blocks for independent. Choices lean on the choices before them, so every interval here is
narrower than it ought to be.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import sqrt
from typing import Literal, NamedTuple

from scsgame.debrief.statistics.proportions import Z95, Interval

Expected = Literal["more", "fewer"]
"""Which way the second phase was expected to move."""

STEPS = 80
"""How often an interval is halved in looking for its end."""


class Overlap(NamedTuple):
    """What the comparison of two phases comes to.

    `nap` is the share of all pairs in which the later phase goes the expected way, ties counting half; `tau` is the
    same from -1 to 1. `se` is the unbiased standard error of NAP, `se_null` the one under no effect. `tau_u` takes
    the trend of the first phase away, has no stable range and no standard error, and may pass 1. `pnd` depends on how
    long the first phase was, and is given as history only.
    """

    first: int
    second: int
    nap: float
    tau: float
    interval: Interval
    se: float
    se_null: float
    tau_u: float
    pnd: float


def overlap(first: Sequence[float], second: Sequence[float], expected: Expected = "more") -> Overlap:
    """Return how two phases compare. Raises ValueError where either has fewer than two blocks."""
    if min(len(first), len(second)) < 2:
        raise ValueError("a comparison of phases needs at least two blocks in each")
    sign = 1 if expected == "more" else -1
    a, b = [sign * value for value in first], [sign * value for value in second]
    share = nap(a, b)
    return Overlap(
        len(a),
        len(b),
        share,
        2 * share - 1,
        newcombe(share, len(a), len(b)),
        unbiased_error(a, b),
        null_error(len(a), len(b)),
        tau_u(a, b),
        beyond_the_extreme(a, b),
    )


def nap(first: Sequence[float], second: Sequence[float]) -> float:
    """Return the share of pairs in which the second phase is higher, a tie counting half."""
    return sum(_won(a, b) for a in first for b in second) / (len(first) * len(second))


def null_error(m: int, n: int) -> float:
    """Return the standard error of NAP if the two phases did not differ."""
    return sqrt((m + n + 1) / (12 * m * n))


def unbiased_error(first: Sequence[float], second: Sequence[float]) -> float:
    """Return the unbiased standard error of NAP (Sen, Mee).

    Where nothing overlaps it would be nought, so NAP is taken half a pair short of its end there.
    """
    m, n = len(first), len(second)
    half = 1 / (2 * m * n)
    middle = max(half, min(1 - half, nap(first, second)))
    beyond = [[_won(a, b) - middle for b in second] for a in first]
    rows = sum(sum(row) ** 2 for row in beyond) / (m * n**2)
    columns = sum(sum(column) ** 2 for column in zip(*beyond, strict=True)) / (m**2 * n)
    cells = sum(value**2 for row in beyond for value in row) / (m * n)
    spread = middle * (1 - middle) + n * rows + m * columns - 2 * cells
    return sqrt(max(0.0, spread) / ((m - 1) * (n - 1)))


def newcombe(share: float, m: int, n: int, z: float = Z95) -> Interval:
    """Return Newcombe's interval of NAP (his method 5), which stays between 0 and 1."""
    half = (m + n) / 2 - 1

    def beyond(theta: float) -> float:
        lean = 1 + half * ((1 - theta) / (2 - theta) + theta / (1 + theta))
        return (share - theta) ** 2 - z * z * theta * (1 - theta) * lean / (m * n)

    return Interval(_root(beyond, share, 0.0), _root(beyond, share, 1.0))


def tau_u(first: Sequence[float], second: Sequence[float]) -> float:
    """Return Tau-U: the pairs between the phases less the trend within the first. It may pass 1."""
    between = sum(_sign(b - a) for a in first for b in second)
    within = sum(_sign(later - earlier) for at, earlier in enumerate(first) for later in first[at + 1 :])
    return (between - within) / (len(first) * len(second))


def beyond_the_extreme(first: Sequence[float], second: Sequence[float]) -> float:
    """Return PND: the share of the second phase that passes the highest block of the first."""
    most = max(first)
    return sum(value > most for value in second) / len(second)


def _won(a: float, b: float) -> float:
    return 1.0 if b > a else 0.5 if b == a else 0.0


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _root(beyond: Callable[[float], float], inside: float, outside: float) -> float:
    """Return where a function that is at most 0 inside and at least 0 outside passes 0."""
    for _ in range(STEPS):
        middle = (inside + outside) / 2
        if beyond(middle) > 0:
            outside = middle
        else:
            inside = middle
    return outside
