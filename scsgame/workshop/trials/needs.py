"""What has to come before a thing can: a choice needs its scene, and a scene those it asks to have been met."""

from __future__ import annotations

from collections.abc import Iterator

from scsgame.conditions.tree import Atom, Join, Node
from scsgame.life.scenes import Scene
from scsgame.packs.nouns import Library
from scsgame.workshop.trials.things import Thing

_SCENE_OF = {"choice": "scene", "answer": "encounter"}


class Needs:
    """What each scene and each choice needs."""

    def __init__(self, library: Library) -> None:
        self._scenes: dict[Thing, Scene] = {}
        for life in library.lives.values():
            self._scenes.update(
                (Thing("scene", life.id, scene.id), scene) for scene in life.scenes if scene.id != life.fallback
            )
        for regime in library.regimes.values():
            self._scenes.update((_of(regime.id, scene.id), scene) for scene in regime.encounters)

    def of(self, thing: Thing) -> Iterator[Thing]:
        """Yield what has to come before this thing: every one of them, though it may not be enough."""
        if thing.kind in _SCENE_OF:
            yield Thing(_SCENE_OF[thing.kind], thing.home, thing.name.rpartition("/")[0])
        elif thing in self._scenes:
            yield from _met(self._scenes[thing].when.tree, thing.home)


def _met(node: Node, home: str) -> Iterator[Thing]:
    """Yield the scenes that must have been met, and the choices that must have been taken, for a condition to hold."""
    if isinstance(node, Join) and node.operator == "and":
        for part in node.parts:
            yield from _met(part, home)
    elif isinstance(node, Atom) and node.form == "ever":
        family, _, inside = node.key.rstrip(")").partition("(")
        scene, _, choice = inside.partition(",")
        found = _of(home, scene)
        if family == "met":
            yield found
        elif family == "chose":
            yield Thing("answer" if found.kind == "encounter" else "choice", found.home, f"{found.name}/{choice}")


def _of(home: str, scene: str) -> Thing:
    regime, apart, name = scene.partition("/")
    return Thing("encounter", regime, name) if apart else Thing("scene", home, scene)
