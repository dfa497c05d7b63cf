"""Somebody who foresees: for what a seeker does not reach.

First the luck is chosen with which most of what helps will come (luck), or rare dice fall where they can be met (dice). Then
every move is made from every moment, and of each day's moments those few are lived on from that are nearest to the thing (abreast): with few
lives abreast in a dozen kinds of luck, with many in the one of them that came nearest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from scsgame.game.moment import Setup
from scsgame.packs.nouns import Library
from scsgame.workshop.trials.abreast import FORESEER, Abreast, Came
from scsgame.workshop.trials.luck import SIFTED, Luck, luckiest
from scsgame.workshop.trials.rooms import Room, values_of
from scsgame.workshop.trials.things import Thing
from scsgame.workshop.trials.witnesses import Replay

FEWER = 15
"""So many times fewer lives go abreast while luck is sifted."""

AGAIN = 60
"""So many second thoughts are given to the nearest of the lives in a dozen kinds of luck."""


def foresee(
    library: Library, thing: Thing, rooms: Sequence[Room], lives: int, seed: str, abreast: int
) -> Replay | None:
    """Return a replay that reaches the thing, or None when none of these lives did, in any room, so many abreast."""
    drawn = {room: luckiest(_setup(library, room, seed), thing, lives, seed) for room in rooms}
    while drawn:
        for room, lucks in list(drawn.items()):
            some = _some(lucks)
            if not some:
                del drawn[room]
                continue
            came = _of_these(
                [Abreast(_setup(library, room, luck.seed), thing, luck.strokes) for luck in some], abreast
            )
            if came.there:
                setup, moves = came.lived.moment.setup, came.lived.moves
                return Replay(room.life, room.regimes, setup.seed, setup.values, moves, FORESEER, thing.asked)
    return None


def _some(lucks: Iterator[Luck]) -> list[Luck]:
    """Take as many kinds of luck as are lived with before many lives go on in one of them: one alone, where rare dice fall."""
    first = next(lucks, None)
    if first is None:
        return []
    return [first] if first.strokes else [first, *islice(lucks, SIFTED - 1)]


def _of_these(lucks: Sequence[Abreast], abreast: int) -> Came:
    """Live with each kind of luck, few abreast; in the one that came nearest, many abreast, and with second thoughts."""
    few, tried = max(2, abreast // FEWER), list[tuple[Came, Abreast]]()
    for lives in lucks:
        came = lives.born(few)
        if came.there:
            return came
        tried.append((came, lives))
    came, lives = min(tried, key=lambda one: one[0].off)
    return lives.again(min(came, lives.born(abreast), key=Came.order), few, AGAIN)


def _setup(library: Library, room: Room, seed: str) -> Setup:
    life = library.lives[room.life]
    regimes = tuple(library.regimes[name] for name in room.regimes)
    return Setup(life, regimes, library.vocabulary, seed, "as_is", values_of(life, seed))
