"""A fairness audit: the same players with the same luck, in populations that differ in one thing they did not choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from math import sqrt
from random import Random
from typing import NamedTuple

from scsgame.game.circumstances import CIRCUMSTANCES, NAMESAKE, Circumstance
from scsgame.game.moment import Setup
from scsgame.life.scenes import Life
from scsgame.packs.nouns import Library
from scsgame.regime.charter import Regime
from scsgame.workshop.trials.lives import Lived, live_batch
from scsgame.workshop.trials.rooms import BATCH, Batch, Room, values_of

RESAMPLED = 400

CANNOT = (
    "What this cannot show: whether a difference is just; anything about real people. Bots do not despair, hope, or change",
    "their ways because they are poor. Only what is listed differs; everything else, the luck too, is the same. An interval that",
    "leaves out 1 says that the difference is there in this game, not that anybody meant it.",
)

POPULATIONS: dict[str, tuple[str, Circumstance]] = {
    "a quarter of the money": ("begins with a quarter of the money", CIRCUMSTANCES["poor"]),
    "four times the money": ("begins with four times the money", CIRCUMSTANCES["rich"]),
    "few friends": ("every bond begins 30 lower", CIRCUMSTANCES["few_friends"]),
    "many friends": ("every bond begins 30 higher", CIRCUMSTANCES["many_friends"]),
    "a namesake": (
        f"each observer files a report about nothing {NAMESAKE:.0%} more weeks",
        CIRCUMSTANCES["namesake"],
    ),
    "registered elsewhere": ("what a place keeps for its own is shut", CIRCUMSTANCES["elsewhere"]),
}

OUTCOMES: dict[str, Callable[[Lived], bool]] = {
    "met a closed door": lambda life: life.closed > 0,
    "entered a bad list": lambda life: life.bad_lists > 0,
    "entered a good list": lambda life: life.good_lists > 0,
    "ended with a meter at its end": lambda life: bool(life.gauges_out),
}


class Interval(NamedTuple):
    """A value between two bounds, 95 in 100."""

    value: float
    least: float
    most: float


@dataclass(frozen=True)
class Compared:
    """One outcome in one population beside the usual one: both shares, and their ratio; or two mean scores and their difference."""

    population: str
    outcome: str
    usual: Interval
    theirs: Interval
    ratio: Interval | None = None
    difference: Interval | None = None


def wilson(hits: int, of: int) -> Interval:
    """Return a share and its interval after Wilson, which stays between 0 and 1 also for few lives."""
    if not of:
        return Interval(0.0, 0.0, 1.0)
    z, share = 1.96, hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    reach = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return Interval(share, max(0.0, middle - reach), min(1.0, middle + reach))


def _bootstrap(
    pairs: Sequence[tuple[float, float]], number: Callable[[float, float], float | None], seed: str
) -> Interval | None:
    """Return a number of two sums and its interval, by drawing pairs of lives again and again."""
    usual, theirs = (sum(pair[side] for pair in pairs) for side in (0, 1))
    value = number(usual, theirs)
    if value is None:
        return None
    luck, found = Random(seed), []
    for _ in range(RESAMPLED):
        drawn = luck.choices(pairs, k=len(pairs))
        again = number(sum(pair[0] for pair in drawn), sum(pair[1] for pair in drawn))
        if again is not None:
            found.append(again)
    found.sort()
    if len(found) < RESAMPLED // 2:
        return None
    return Interval(value, found[int(0.025 * len(found))], found[int(0.975 * len(found)) - 1])


def audit(library: Library, rooms: Sequence[Room], players: Sequence[str], lives: int, seed: str,
          told: Callable[[int], None] | None = None) -> list[Compared]:  # fmt: skip
    """Live so many lives in each population, the same players with the same luck, and compare how they fared."""
    plan = [Batch(number, rooms[number % len(rooms)], players[number // len(rooms) % len(players)], min(BATCH, lives - number * BATCH), f"{seed}-fair")
            for number in range((lives + BATCH - 1) // BATCH)]  # fmt: skip

    def population(change: Circumstance | None) -> list[Lived]:
        found: list[Lived] = []
        changed: dict[Room, tuple[Life, tuple[Regime, ...]]] = {}
        for batch in plan:
            if batch.room not in changed:
                life, regimes = (
                    library.lives[batch.room.life],
                    tuple(library.regimes[name] for name in batch.room.regimes),
                )
                changed[batch.room] = change.change(life, regimes) if change else (life, regimes)
            life, regimes = changed[batch.room]
            setups = [
                Setup(life, regimes, library.vocabulary, name, "as_is", values_of(life, name))
                for name in batch.seeds()
            ]
            found += live_batch(library, batch, compare=False, setups=setups).lives
            if told is not None:
                told(batch.lives)
        return found

    usual = population(None)
    rows: list[Compared] = []
    for name, (_, change) in POPULATIONS.items():
        theirs = population(change)
        for outcome, happened in OUTCOMES.items():
            pairs = [(float(happened(one)), float(happened(other))) for one, other in zip(usual, theirs, strict=True)]
            ratio = _bootstrap(
                pairs, lambda before, after: after / before if before else None, f"{seed}/{name}/{outcome}"
            )
            rows.append(Compared(name, outcome, wilson(int(sum(pair[0] for pair in pairs)), len(pairs)),
                                 wilson(int(sum(pair[1] for pair in pairs)), len(pairs)), ratio))  # fmt: skip
        rows += _scores(name, usual, theirs, seed)
    return rows


def _mean_difference(count: int, before: float, after: float) -> float:
    return (after - before) / count


def _scores(name: str, usual: Sequence[Lived], theirs: Sequence[Lived], seed: str) -> list[Compared]:
    rows = []
    for regime in sorted({at for life in usual for at, _ in life.scores}):
        pairs = [(dict(one.scores)[regime], dict(other.scores)[regime]) for one, other in zip(usual, theirs, strict=True)
                 if regime in dict(one.scores)]  # fmt: skip
        count = len(pairs)
        sums = [sum(pair[side] for pair in pairs) / count for side in (0, 1)]
        moved = _bootstrap(pairs, partial(_mean_difference, count), f"{seed}/{name}/{regime}")
        rows.append(
            Compared(
                name,
                f"mean score, {regime}",
                Interval(sums[0], sums[0], sums[0]),
                Interval(sums[1], sums[1], sums[1]),
                None,
                moved,
            )
        )
    return rows
