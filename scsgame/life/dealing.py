"""Which scene comes: condition, then priority, then specificity, then least recently seen, then named chance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from scsgame.conditions.tree import Facts
from scsgame.life.lots import Lots
from scsgame.life.scenes import Life, Scene
from scsgame.life.state import Cast, LifeState
from scsgame.life.world import Person
from scsgame.terms import Chance

NOTHING: Facts = MappingProxyType({})
"""The standing of somebody whom no regime has before it."""

PATIENCE = 14
"""How many days a scene on its way may wait for its moment before it is forgotten."""


class Table(NamedTuple):
    """The scene in front of the player, with the people in it; `regime` is whose encounter it is."""

    scene: Scene
    cast: Cast = ()
    regime: str = ""


def deal(life: Life, state: LifeState, chance: Chance, lots: Lots) -> Table | None:
    """Return the scene of this day, or None when not even the fallback can come; `lots` are of the life's own odds."""
    sent = on_its_way(life.by_id, life, state, chance)
    coming = may_come(life, state.facts, lots.on_day(state.facts["day"]))
    return choose(coming, life, state, chance, sent) or _fallback(life, state, chance)


def may_come(life: Life, facts: Facts, places: Iterable[int]) -> Iterator[Scene]:
    """Yield those scenes in these places of `dealable` that may come: not too soon again, their condition holds, it is their turn.

    A scene that never came has no fact unless something reads it.
    """
    scenes, first, asked, day = life.dealable, life.first_asked, life.comings, facts["day"]
    for place in places:
        if not facts[first[place]]:
            continue
        scene = scenes[place]
        met = facts.get(scene.met, 0)
        if met and (scene.cooldown is None or day - met < scene.cooldown):
            continue
        if asked[place].holds(facts, NOTHING):
            yield scene


def choose(
    coming: Iterable[Scene],
    life: Life,
    state: LifeState,
    chance: Chance,
    first: Table | None = None,
    regime: str = "",
) -> Table | None:
    """Return the one scene that comes of those that may come; `first` is already on its way.

    `coming` stands in the order of `scenes.in_order`, and is asked only until one comes.
    """
    alike: list[Scene] = []
    for scene in coming:
        if alike and (scene.priority, scene.specificity) != (alike[0].priority, alike[0].specificity):
            found = _one_of(alike, life, state, chance, regime)
            if found is not None:
                return found
            alike = []
        if first is not None and scene.priority <= first.scene.priority:
            break
        alike.append(scene)
    return _one_of(alike, life, state, chance, regime) or first


def _one_of(alike: list[Scene], life: Life, state: LifeState, chance: Chance, regime: str) -> Table | None:
    """Return the one of these, equal in priority and in what they ask for, that has all its people."""
    while alike:
        scene = _least_recent(alike, state.facts, chance)
        cast = fill(scene, life.people, state.facts, chance)
        if cast is not None:
            return Table(scene, cast, regime)
        alike.remove(scene)
    return None


def _least_recent(coming: Sequence[Scene], facts: Facts, chance: Chance) -> Scene:
    """Return the scene least recently seen; of several, the luckiest today."""
    if len(coming) == 1:
        return coming[0]
    least = min(facts.get(scene.met, 0) for scene in coming)
    tied = [scene for scene in coming if facts.get(scene.met, 0) == least]
    day = facts["day"]
    return tied[0] if len(tied) == 1 else min(tied, key=lambda scene: (chance.on_day(day, scene.id), scene.id))


def fill(scene: Scene, people: Iterable[Person], facts: Facts, chance: Chance, given: Cast = ()) -> Cast | None:
    """Return who plays the scene's slots, or None when somebody is missing."""
    if not scene.cast:
        return given
    present = [person for person in people if facts[f"near({person.id})"]]
    filled: dict[str, str] = dict(given)
    for slot, role in scene.cast:
        if slot in filled:
            continue
        fit = [
            person.id
            for person in present
            if (person.id == role or role in person.roles) and person.id not in filled.values()
        ]
        if not fit:
            return None
        label = (facts["day"], "cast", scene.id, slot)
        filled[slot] = fit[0] if len(fit) == 1 else chance.pick(fit, *label)
    return tuple(filled.items())


def on_its_way(
    scenes: Mapping[str, Scene],
    life: Life,
    state: LifeState,
    chance: Chance,
    standing: Facts = NOTHING,
    regime: str = "",
) -> Table | None:
    """Return the first of these scenes that an earlier choice sent and whose day has come."""
    facts = state.facts
    for due in state.queue:
        if not due.scene or due.day > facts["day"]:
            continue
        scene = scenes.get(due.scene)
        if scene is None or not (due.when.holds(facts, standing) and scene.when.holds(facts, standing)):
            continue
        known = {slot for slot, _ in scene.cast}
        given = tuple((slot, who) for slot, who in due.cast if slot in known and facts[f"near({who})"])
        cast = fill(scene, life.people, facts, chance, given)
        if cast is not None:
            return Table(scene, cast, regime)
    return None


def _fallback(life: Life, state: LifeState, chance: Chance) -> Table | None:
    scene = life.by_id.get(life.fallback)
    if scene is None:
        return None
    cast = fill(scene, life.people, state.facts, chance)
    return None if cast is None else Table(scene, cast)
