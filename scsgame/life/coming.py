"""When a scene may come: its own condition, and what its kind of coming asks besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scsgame.conditions import Condition
from scsgame.conditions.tree import Atom, Compare, Constant, Join, Node, Sum
from scsgame.life.scenes import Scene


def coming(scene: Scene, arc_gap: int) -> Condition:
    """Return all that a scene asks for before it may come: its own condition, not too soon again, its arc's turn."""
    met = Atom("met", scene.met, "number")
    again: Node = Compare(met, "==", Constant(0, "number"))
    if scene.cooldown is not None:
        since = Compare(Sum(Atom("day", "day", "number"), "-", met), ">=", Constant(scene.cooldown, "number"))
        again = Join("or", (again, since))
    return Condition(scene.when.source, Join("and", (scene.when.tree, again, *_turn(scene, arc_gap))))


def its_turn(scene: Scene, arc_gap: int) -> Condition:
    """Return what a scene asks for before it may come, but for not too soon again, which `dealing.may_come` tells."""
    return Condition(scene.when.source, Join("and", (scene.when.tree, *_turn(scene, arc_gap))))


def _turn(scene: Scene, arc_gap: int) -> list[Node]:
    """Return what makes it the turn of a scene in its arc."""
    parts: list[Node] = []
    if scene.step:
        before = Atom("arc", f"arc({scene.arc})", "number")
        parts.append(Compare(before, "==", Constant(scene.step - 1, "number")))
    if scene.step > 1:
        since = Sum(Atom("day", "day", "number"), "-", Atom("arc_day", f"arc_day({scene.arc})", "number"))
        parts.append(Compare(since, ">=", Constant(arc_gap, "number")))
    return parts


def first_asked(coming: Condition) -> str:
    """Return a fact of the life without which this cannot hold, so that whoever finds it nought need not look further.

    It is a scene met, a step of an arc, or a flag; where there is none of these it is the day, which is never nought.
    """
    return min(_not_nought(coming.tree), default=(2, "day"))[1]


def _not_nought(node: Node) -> Iterator[tuple[int, str]]:
    """Yield the facts that may not be nought for this to hold; first, with a 0, those that are nought most of a life."""
    match node:
        case Join("and", parts):
            for part in parts:
                yield from _not_nought(part)
        case Atom(key=key, holder="life", form="ever"):
            yield 0, key
        case Compare(Atom(name="arc", key=key), "==", Constant(step)) if step:
            yield 0, key
        case Atom(key=key, holder="life", kind="truth", form="plain"):
            yield 1, key


def facts_read(conditions: Iterable[Condition]) -> frozenset[str]:
    """Return the facts of a life that these conditions read."""
    return frozenset(atom.key for condition in conditions for atom in condition.atoms() if atom.holder == "life")


def unbegun(scenes: Iterable[Scene]) -> dict[str, int]:
    """Return the facts of the arcs of these scenes before any has come."""
    facts: dict[str, int] = {}
    for arc in dict.fromkeys(scene.arc for scene in scenes if scene.arc):
        facts[f"arc({arc})"] = facts[f"arc_day({arc})"] = 0
    return facts
