"""Which schedule was in force, as far as one player's record can tell.

A record is walked opportunity by opportunity. Four hypotheses of one parameter each are held against it: fixed ratio, random
ratio, fixed interval, random interval. Variable and random schedules cannot be told apart by so few counts (their coefficients
of variation are 0.91 and 0.89 for a mean of 5), so each stands here for both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from math import log, sqrt
from typing import Literal, NamedTuple

from scsgame.debrief.statistics.proportions import Interval, Rate, wilson

LAPSE = 0.02
"""How often a fixed schedule is taken to break its own rule."""

NATS = 2.0
"""By so much the best hypothesis must beat the next."""

LEAST_CONSEQUENCES = 3
"""From so many consequences on, a schedule may be named."""

LEAST_RESPONSES = 10
"""From so many responses on, *always* or *never* may be said; the bound is .26 then."""

ALWAYS = 0.9
"""Who responds at so many of the opportunities makes ratio and interval look the same."""

Name = Literal["FR", "VR", "FI", "VI"]
Verdict = Literal["CRF", "EXT", "FR", "VR", "FI", "VI", "undecided"]
Want = Literal["responses", "consequences", "pauses", "more"]
NAMES: tuple[Name, ...] = ("FR", "VR", "FI", "VI")


class Chance(NamedTuple):
    """One opportunity: when it was (a day, or its own number), whether one responded, and whether the consequence followed."""

    at: int
    responded: bool
    followed: bool = False


class Step(NamedTuple):
    """One response: which it was since the last consequence, how much time since then, and since the response before."""

    n: int
    t: int
    gap: int
    followed: bool


class Fit(NamedTuple):
    """One hypothesis at its best: its parameter (a size, or 1 over a chance) and its log-likelihood."""

    name: Name
    size: float
    nats: float


class Met(NamedTuple):
    """The schedule as it was met: the verdict, the fits from best to worst, and how the counts lie.

    `bound` is the upper end of the rate at which the opposite could still happen, where all or none were followed
    (CRF, EXT). `wants` says what would decide it, where it is undecided.
    """

    verdict: Verdict
    size: float
    responses: int
    consequences: int
    opportunities: int
    fits: tuple[Fit, ...] = ()
    bound: float = 0
    ratio: Interval = Interval(0, 1)
    cv_ratio: float | None = None
    cv_interval: float | None = None
    wants: Want | None = None

    @property
    def lead(self) -> float:
        """Return by how many nats the best hypothesis beats the next."""
        return self.fits[0].nats - self.fits[1].nats if len(self.fits) > 1 else 0.0


def bound(count: int, doubt: float = 0.05) -> float:
    """Return the highest rate of misses that leaves `count` hits in a row as likely as `doubt`; the same for hits."""
    return float(1 - doubt ** (1 / count)) if count else 1.0


def walk(record: Sequence[Chance], timed: bool = False) -> tuple[Step, ...]:
    """Return the responses of a record, each with its counts. `timed` counts time by `at`, else by opportunities."""
    steps = []
    n = 0
    since = before = record[0].at - 1 if timed and record else 0
    for number, chance in enumerate(record, 1):
        now = chance.at if timed else number
        if not chance.responded:
            continue
        n += 1
        steps.append(Step(n, now - since, now - before, chance.followed))
        before = now
        if chance.followed:
            n, since = 0, now
    return tuple(steps)


def spread(values: Sequence[float]) -> float | None:
    """Return the coefficient of variation, or None where there are fewer than two values."""
    if len(values) < 2:
        return None
    mean = sum(values) / len(values)
    return sqrt(sum((value - mean) ** 2 for value in values) / len(values)) / mean if mean else None


def fleshler_hoffman(mean: float, count: int = 12) -> tuple[float, ...]:
    """Return the values of a variable schedule as Fleshler and Hoffman (1962) set them."""

    def whole(number: int) -> float:
        return number * log(number) if number else 0.0

    return tuple(
        mean * (1 + log(count) + whole(count - term) - whole(count - term + 1)) for term in range(1, count + 1)
    )


def met(record: Sequence[Chance], timed: bool = False) -> Met:
    """Return which schedule this record carries, or that it carries none."""
    return _Walked(record, timed).met


class _Walked:
    """A record on its way to a verdict."""

    def __init__(self, record: Sequence[Chance], timed: bool) -> None:
        self.opportunities = len(record)
        self.steps = walk(record, timed)
        self.consequences = sum(step.followed for step in self.steps)

    @cached_property
    def met(self) -> Met:
        count, hits = len(self.steps), self.consequences
        ends = [step for step in self.steps if step.followed]
        cvs = spread([step.n for step in ends]), spread([step.t for step in ends])
        ratio = wilson(Rate(hits, count))
        found = Met("undecided", 0, count, hits, self.opportunities, (), 0, ratio, *cvs, "responses")
        if not count:
            return found
        if hits in {0, count}:
            sure: Verdict = "CRF" if hits else "EXT"
            found = found._replace(bound=bound(count))
            return (
                found._replace(verdict=sure, size=1 if hits else 0, wants=None) if count >= LEAST_RESPONSES else found
            )
        fits = tuple(sorted((self._fit(name) for name in NAMES), key=lambda fit: -fit.nats))
        found = found._replace(fits=fits)
        if hits < LEAST_CONSEQUENCES:
            return found._replace(wants="consequences")
        if count >= ALWAYS * self.opportunities:
            return found._replace(wants="pauses")
        if found.lead < NATS:
            return found._replace(wants="more")
        return found._replace(verdict=fits[0].name, size=fits[0].size, wants=None)

    def _fit(self, name: Name) -> Fit:
        match name:
            case "FR":
                return self._fixed(name, [step.n for step in self.steps])
            case "FI":
                return self._fixed(name, [step.t for step in self.steps])
            case "VR":
                share = self.consequences / len(self.steps)
                return Fit(name, 1 / share, self._likelihood(lambda _: share))
            case "VI":
                rate = _highest(lambda rate: self._likelihood(lambda step: 1 - (1 - rate) ** step.gap))
                return Fit(name, 1 / rate, self._likelihood(lambda step: 1 - (1 - rate) ** step.gap))

    def _fixed(self, name: Name, counts: Sequence[int]) -> Fit:
        """Return the size at which a fixed schedule breaks its rule least often."""
        best = Fit(name, 1, float("-inf"))
        for size in range(1, max(counts) + 1):
            kept = sum((count >= size) == step.followed for count, step in zip(counts, self.steps, strict=True))
            nats = kept * log(1 - LAPSE) + (len(counts) - kept) * log(LAPSE)
            if nats > best.nats:
                best = Fit(name, size, nats)
        return best

    def _likelihood(self, chance: Callable[[Step], float]) -> float:
        return sum(log(chance(step) if step.followed else 1 - chance(step)) for step in self.steps)


def _highest(function: Callable[[float], float]) -> float:
    """Return where between 0 and 1 a function with one hill is highest (golden section)."""
    golden = (sqrt(5) - 1) / 2
    low, high = 1e-6, 1 - 1e-6
    left, right = high - golden * (high - low), low + golden * (high - low)
    at_left, at_right = function(left), function(right)
    for _ in range(40):
        if at_left < at_right:
            low, left, at_left = left, right, at_right
            right = low + golden * (high - low)
            at_right = function(right)
        else:
            high, right, at_right = right, left, at_left
            left = high - golden * (high - low)
            at_left = function(left)
    return (low + high) / 2
