"""On which days scenes come: by luck, told from a seed alone without living, or in a life lived at random."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from scsgame.conditions.printers import as_function
from scsgame.conditions.tree import Join, Node, atoms
from scsgame.game.chronicle import begin
from scsgame.game.moment import Setup
from scsgame.life.scenes import Life, Scene
from scsgame.session.bots import at_random
from scsgame.terms import Chance, Day

_CALENDAR = {"day", "week", "weekday", "date"}


def deal_days(life: Life) -> list[Day]:
    """Return the days on which a life deals a scene."""
    return [day for day in range(1, life.last_day + 1) if life.calendar.on(day).weekday in life.deal_days]


def comings(scene: Scene, days: Iterable[Day], chance: Chance) -> list[Day]:
    """Return the days on which a scene comes by luck, if nothing else keeps it away."""
    found: list[Day] = []
    for day in days:
        free = not found or (scene.cooldown is not None and day - found[-1] >= scene.cooldown)
        if free and chance.on_day(day, scene.comes) < scene.chance:
            found.append(day)
    return found


def in_season(scene: Scene, life: Life, days: Iterable[Day]) -> list[Day]:
    """Return those of these days that the calendar does not rule out, whatever else the scene asks for."""
    return [day for day in days if _may_hold(scene.when.tree, _date(life, day))]


def lucky_days(setup: Setup, scene: Scene) -> list[Day]:
    """Return the days on which neither luck nor the calendar keeps a scene of the life away."""
    sure = scene.chance >= 1 or scene.id == setup.life.fallback
    days = deal_days(setup.life)
    lucky = days if sure else [day for day in days if setup.chance.on_day(day, scene.comes) < scene.chance]
    return in_season(scene, setup.life, lucky)


def knocks_at(scene: Scene, service: str) -> bool:
    """Say whether a scene has a choice that asks for this service."""
    return any(use.service == service for choice in scene.choices for use in choice.uses)


def came(setup: Setup, whim: str) -> list[tuple[Day, Scene]]:
    """Return the scenes that come in a life lived at random, each with its day."""
    chronicle, found = begin(setup), list[tuple[Day, Scene]]()
    while not chronicle.over:
        table = chronicle.moment.table
        if table is not None and (not found or found[-1] != (chronicle.moment.day, table.scene)):
            found.append((chronicle.moment.day, table.scene))
        chronicle = chronicle.then(at_random(chronicle, whim))
    return found


def _date(life: Life, day: Day) -> Mapping[str, Any]:
    agenda = life.calendar.on(day)
    return {"day": day, "week": (day - 1) // 7 + 1, "weekday": agenda.weekday, "date": agenda.date}


def _may_hold(node: Node, date: Mapping[str, Any]) -> bool:
    match node:
        case Join("and", parts):
            return all(_may_hold(part, date) for part in parts)
        case Join("or", parts):
            return any(_may_hold(part, date) for part in parts)
    if all(atom.name in _CALENDAR for atom in atoms(node)):
        return bool(as_function(node)(date, {}))
    return True
