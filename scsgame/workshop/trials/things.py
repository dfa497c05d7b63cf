"""Everything in a pack that can come about, by name: `scene student/late_for_class`, `list rongcheng/blacklist`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scsgame.life.scenes import Life, Scene
from scsgame.regime.charter import Regime

KINDS = ("scene", "choice", "encounter", "answer", "ending", "rule", "list", "measure", "door", "redress")
"""A choice of an encounter is an `answer`; a `door` is a closed, opened or repriced service that a choice asked for."""

WORDS = {
    "scene": "scenes", "choice": "choices", "encounter": "encounters", "answer": "choices of encounters", "ending": "endings",
    "rule": "rules", "list": "lists", "measure": "measures", "door": "doors", "redress": "ways back",
}  # fmt: skip


class Thing(NamedTuple):
    """One thing that can come about: what it is, in which life or regime, and its id there."""

    kind: str
    home: str
    name: str

    def __str__(self) -> str:
        return f"{self.kind} {self.home}/{self.name}"

    @property
    def asked(self) -> str:
        """Return the word by which `--witness` asks for it."""
        return f"{self.kind}.{self.home}.{self.name.replace('/', '.')}"


def _scenes(scenes: Iterable[Scene], home: str, kind: str, choice: str) -> Iterator[Thing]:
    for scene in scenes:
        name = scene.id.removeprefix(f"{home}/")
        yield Thing(kind, home, name)
        yield from (Thing(choice, home, f"{name}/{found.id}") for found in scene.choices)


def of_life(life: Life) -> Iterator[Thing]:
    """Yield what a life can bring."""
    yield from _scenes(life.scenes, life.id, "scene", "choice")
    yield from (Thing("ending", life.id, ending.id) for ending in life.endings)


def of_regime(regime: Regime) -> Iterator[Thing]:
    """Yield what a regime can bring."""
    yield from _scenes(regime.encounters, regime.id, "encounter", "answer")
    yield from (Thing("rule", regime.id, rule.id) for rule in regime.rules)
    yield from (Thing("list", regime.id, roll.id) for roll in regime.rolls)
    for measure in regime.measures:
        yield Thing("measure", regime.id, measure.id)
        services = dict.fromkeys((*measure.closes, *measure.opens, *(service for service, _ in measure.prices)))
        yield from (Thing("door", regime.id, f"{measure.id}/{service}") for service in services)
    yield from (Thing("redress", regime.id, way.id) for way in regime.redress)


def named(word: str, things: Sequence[Thing]) -> list[Thing]:
    """Return the things that a word such as `scene.late_for_class` or `list.rongcheng.blacklist` may mean."""
    kind, _, rest = word.partition(".")
    if kind == "choice" and not any(thing.kind == "choice" for thing in things):
        kind = "answer"
    rest = rest.replace("/", ".")
    return [thing for thing in things if thing.kind == kind
            and rest in (thing.name.replace("/", "."), thing.asked.partition(".")[2])]  # fmt: skip
