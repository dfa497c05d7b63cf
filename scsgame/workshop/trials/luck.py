"""Chooses the luck of a life: seeds with which what leads to a thing will come, since every luck is somebody's."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from scsgame.game.moment import Setup
from scsgame.terms import Chance
from scsgame.workshop.trials.comings import comings, deal_days, knocks_at
from scsgame.workshop.trials.dice import Dice
from scsgame.workshop.trials.strokes import Stroke
from scsgame.workshop.trials.things import Thing
from scsgame.workshop.trials.wants import Wants

LUCK = 100
"""Of so many kinds of luck for each life that is asked for, the likeliest is lived with."""

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
    """Return seeds with which most scenes come that help; every second of them lets a door be knocked at near the end."""
    life = setup.life
    service = thing.name.partition("/")[2] if thing.kind == "door" else ""
    drawn = [scene for scene in life.scenes if scene.chance < 1 and not scene.due_only]
    worth = {scene.id: max(wants.worth(scene.id, choice) for choice in scene.choices) for scene in drawn}
    helps = [scene for scene in drawn if worth[scene.id] > 0]
    knocks = [scene for scene in drawn if knocks_at(scene, service)]
    days = deal_days(life)
    ending = [day for day in days if day * 12 > days[-1] * 11]
    ranked = []
    for name in _names(seed, LUCK * lives):
        chance = Chance(name)
        total = sum(worth[scene.id] * len(comings(scene, days, chance)) for scene in helps)
        ranked.append((any(comings(scene, ending, chance) for scene in knocks), total, name))
    late = sorted((one for one in ranked if one[0]), reverse=True)
    others = sorted((one for one in ranked if not one[0]), reverse=True)
    names = [one[2] for pair in zip(late, others, strict=False) for one in pair]
    names += [one[2] for one in (*late[len(others) :], *others[len(late) :])]
    return names[:lives]


def _names(seed: str, many: int) -> Iterator[str]:
    return (f"{seed}-luck-{number}" for number in range(many))
