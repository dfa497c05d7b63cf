"""Chooses the luck of a life: seeds with which what leads to a thing will come, since every luck is somebody's."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice
from typing import NamedTuple

from scsgame.game.moment import Setup, beginning
from scsgame.life.lots import Lots
from scsgame.terms import Chance, Day
from scsgame.workshop.trials.comings import deal_days, in_season, knocks_at
from scsgame.workshop.trials.dice import Dice
from scsgame.workshop.trials.distances import NEVER
from scsgame.workshop.trials.nearness import Nearness, ending
from scsgame.workshop.trials.strokes import Stroke
from scsgame.workshop.trials.things import Thing
from scsgame.workshop.trials.wants import Wants

LUCK = 300
"""So many kinds of luck are drawn for each life that is asked for."""

SIFTED = 12
"""With so many of them, the likeliest, one lives, few lives abreast, before many go on in the one that came nearest."""

DRAWN = 100_000
"""So many kinds of luck are drawn for each life that is asked for, where a thing hangs on rare dice: most hold nothing ready."""

TRIED = 10
"""With so many of those in which the dice fall well, for each life that is asked for, one lives at most."""


class Luck(NamedTuple):
    """A seed, and the strokes of luck that it holds ready for a thing that hangs on rare dice."""

    seed: str
    strokes: tuple[Stroke, ...] = ()


def luckiest(setup: Setup, thing: Thing, lives: int, seed: str) -> Iterator[Luck]:
    """Yield the luck with which much of what leads to a thing comes in such a life, or rare dice fall where they can be met."""
    wants = Wants(setup)
    wants.want(thing)
    dice = Dice(setup, thing, wants)
    drawn = ((name, dice.strokes(name)) for name in _names(seed, DRAWN * lives if dice else 0))
    fallen = 0
    for name, strokes in islice((one for one in drawn if one[1]), TRIED * lives):
        fallen += 1
        yield Luck(name, strokes)
    if not fallen:
        yield from (Luck(name) for name in _likeliest(setup, thing, wants, lives, seed))


def _likeliest(setup: Setup, thing: Thing, wants: Wants, lives: int, seed: str) -> list[str]:
    """Return seeds with which most scenes come that help; first those in which the scene itself can come, or one that knocks at the
    door near the end of the life, the less it asks for the better.
    """
    life, days, near, born = setup.life, deal_days(setup.life), Nearness(setup, thing), beginning(setup)
    service = thing.name.partition("/")[2] if thing.kind == "door" else ""
    itself = "" if thing.home in setup.regime else thing.name.partition("/")[0]
    late = ending(setup, thing.home) if service else 1
    asks, seasons, worth = dict[int, float](), dict[int, Collection[Day]](), dict[int, float]()
    for place, scene in enumerate(life.dealable):
        if scene.id == itself or knocks_at(scene, service):
            asks[place] = near.asked(scene, born)
            seasons[place] = in_season(scene, life, [day for day in days if day >= late])
        elif scene.chance < 1:
            worth[place] = max(0.0, *(wants.leads(scene.id, choice) for choice in scene.choices))
    ranked = []
    for name in _names(seed, LUCK * lives):
        lots, lacks, total, last = Lots(life.odds, Chance(name)), NEVER, 0.0, dict[int, Day]()
        for day in days:
            for place in lots.on_day(day):
                cooldown = life.dealable[place].cooldown
                if day in seasons.get(place, ()):
                    lacks = min(lacks, asks[place])
                elif place in worth and (
                    place not in last or (cooldown is not None and day - last[place] >= cooldown)
                ):
                    last[place] = day
                    # One great chance is worth more than several small ones, which come in any life.
                    total += worth[place] ** 2
        ranked.append((lacks, -total, name))
    return [name for _, _, name in sorted(ranked)[: SIFTED * lives]]


def _names(seed: str, many: int) -> Iterator[str]:
    return (f"{seed}-luck-{number}" for number in range(many))
