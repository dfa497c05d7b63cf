"""Everything in a pack that can come about, by name: `scene student/late_for_class`, `list rongcheng/blacklist`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from scsgame.life.scenes import Life, Scene
from scsgame.packs.nouns import Library
from scsgame.regime.charter import Regime
from scsgame.terms import Safe, Saying
from scsgame.tongue import Phrase

KINDS = ("scene", "choice", "encounter", "answer", "ending", "rule", "list", "measure", "door", "redress")
"""A choice of an encounter is an `answer`; a `door` is a closed, opened or repriced service that a choice asked for."""

WORDS = {
    "scene": Phrase("test.scenes", "scenes"), "choice": Phrase("test.choices", "choices"),
    "encounter": Phrase("test.encounters", "encounters"), "answer": Phrase("test.answers", "choices of encounters"),
    "ending": Phrase("test.endings", "endings"), "rule": Phrase("test.rules", "rules"), "list": Phrase("test.lists", "lists"),
    "measure": Phrase("test.measures", "measures"), "door": Phrase("test.doors", "doors"),
    "redress": Phrase("test.redress", "ways back"),
}  # fmt: skip


class Rare(Protocol):
    """What may say why hardly anybody will meet it."""

    @property
    def id(self) -> str:
        """Return its id."""
        ...

    @property
    def rare(self) -> Saying:
        """Return why it is rare, or nothing."""
        ...


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


def rarity(library: Library, thing: Thing) -> Safe:
    """Return why an author says that hardly anybody will meet a thing; nothing where no author does.

    A choice is as rare as its scene, a door as its measure.
    """
    name = thing.name.partition("/")[0]
    found: dict[str, Sequence[Rare]] = {}
    if thing.home in library.regimes:
        regime = library.regimes[thing.home]
        found |= {"encounter": regime.encounters, "answer": regime.encounters, "list": regime.rolls,
                  "measure": regime.measures, "door": regime.measures, "redress": regime.redress}  # fmt: skip
    if thing.home in library.lives:
        life = library.lives[thing.home]
        found |= {"scene": life.scenes, "choice": life.scenes, "ending": life.endings}
    there = found.get(thing.kind, ())
    return next((one.rare.read() for one in there if one.id.removeprefix(f"{thing.home}/") == name), Safe(""))


def named(word: str, things: Sequence[Thing]) -> list[Thing]:
    """Return the things that a word such as `scene.late_for_class` or `list.rongcheng.blacklist` may mean."""
    kind, _, rest = word.partition(".")
    if kind == "choice" and not any(thing.kind == "choice" for thing in things):
        kind = "answer"
    rest = rest.replace("/", ".")
    return [thing for thing in things if thing.kind == kind
            and rest in (thing.name.replace("/", "."), thing.asked.partition(".")[2])]  # fmt: skip
