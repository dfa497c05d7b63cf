"""Phases whose change points were drawn by lot, and the exact test that only such a draw allows.

A p-value comes from here and from nowhere else, and here it takes a `Drawn`: it holds the seed of the draw and not its
outcome, so that no order that somebody chose can be handed in as one that was drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from scsgame.debrief.statistics.proportions import NEVER, Rate
from scsgame.terms import Chance

BLOCKS = 20
"""A session has so many blocks."""

LEAST = 3
"""A phase has at least so many blocks."""

REDRAWS = 4_999
"""How often a class is drawn anew."""

Triple = tuple[int, int, int]
"""After which blocks the phases A1, B1 and A2 end."""


@lru_cache(maxsize=32)
def triples(blocks: int = BLOCKS, least: int = LEAST) -> tuple[Triple, ...]:
    """Return every way to cut a session into four phases that are long enough."""
    return tuple(
        (one, two, three)
        for one in range(least, blocks + 1)
        for two in range(one + least, blocks + 1)
        for three in range(two + least, blocks - least + 1)
    )


@dataclass(frozen=True, slots=True)
class Drawn:
    """Change points drawn by named luck, for one player of one session."""

    seed: str
    player: str
    blocks: int = BLOCKS
    least: int = LEAST

    @property
    def triple(self) -> Triple:
        """Return the change points that were drawn."""
        return Chance(self.seed).pick(triples(self.blocks, self.least), "changepoints", self.player)


@dataclass(frozen=True, slots=True)
class Session:
    """One player's session: what was drawn, and how often the watched acts were done in each block."""

    drawn: Drawn
    blocks: tuple[Rate, ...]

    def __post_init__(self) -> None:
        if len(self.blocks) != self.drawn.blocks:
            raise ValueError(f"a session of {self.drawn.blocks} blocks has {self.drawn.blocks} rates")


class Exact(NamedTuple):
    """What the test comes to: the mean fall of the rate from A to B, its p-value, and how many draws it was held against."""

    fall: float
    p: float
    draws: int
    players: int


def fall(blocks: Sequence[Rate], triple: Triple) -> float:
    """Return the rate in the A blocks less the rate in the B blocks; a part without a chance has a rate of nought."""
    one, two, three = triple
    a = _together((*blocks[:one], *blocks[two:three]))
    b = _together((*blocks[one:two], *blocks[three:]))
    return (a.share or 0.0) - (b.share or 0.0)


def _together(blocks: Sequence[Rate]) -> Rate:
    found = NEVER
    for block in blocks:
        found = found.plus(block)
    return found


def exact_test(sessions: Sequence[Session], seed: str, redraws: int = REDRAWS) -> Exact:
    """Return how often draws by lot alone would give a fall as large.

    One player alone is held against every draw there is; a class against `redraws` draws by named luck. Raises
    ValueError where there is no session.
    """
    if not sessions:
        raise ValueError("without a session there is nothing to test")
    found = sum(fall(session.blocks, session.drawn.triple) for session in sessions) / len(sessions)
    falls = [
        [fall(session.blocks, triple) for triple in triples(session.drawn.blocks, session.drawn.least)]
        for session in sessions
    ]
    if len(falls) == 1:
        as_large = sum(other >= found - 1e-12 for other in falls[0])
        return Exact(found, as_large / len(falls[0]), len(falls[0]), 1)
    chance = Chance(seed)
    as_large = sum(_redrawn(falls, chance, draw) >= found - 1e-12 for draw in range(redraws))
    return Exact(found, (1 + as_large) / (1 + redraws), redraws, len(sessions))


def _redrawn(falls: Sequence[Sequence[float]], chance: Chance, draw: int) -> float:
    """Return the mean fall when every player's change points are drawn anew."""
    drawn = (other[chance.below(len(other), "redraw", draw, player)] for player, other in enumerate(falls))
    return sum(drawn) / len(falls)
