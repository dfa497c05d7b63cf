"""When a scene may come: its own condition, and what its kind of coming asks besides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scsgame.conditions import Condition
from scsgame.conditions.tree import Atom, Compare, Constant, Join, Node, Sum
from scsgame.life.scenes import Scene


def coming(scene: Scene, arc_gap: int) -> Condition:
    """Return all that a scene asks for before it may come: its own condition, not too soon again, its arc's turn."""
    met = Atom("met", scene.met, "number")
    day = Atom("day", "day", "number")
    parts: list[Node] = [scene.when.tree, Compare(met, "==", Constant(0, "number"))]
    if scene.cooldown is not None:
        again = Compare(Sum(day, "-", met), ">=", Constant(scene.cooldown, "number"))
        parts[1] = Join("or", (parts[1], again))
    if scene.step:
        before = Atom("arc", f"arc({scene.arc})", "number")
        parts.append(Compare(before, "==", Constant(scene.step - 1, "number")))
    if scene.step > 1:
        since = Sum(day, "-", Atom("arc_day", f"arc_day({scene.arc})", "number"))
        parts.append(Compare(since, ">=", Constant(arc_gap, "number")))
    return Condition(scene.when.source, Join("and", tuple(parts)))


def facts_read(conditions: Iterable[Condition]) -> frozenset[str]:
    """Return the facts of a life that these conditions read."""
    return frozenset(atom.key for condition in conditions for atom in condition.atoms() if atom.holder == "life")


def unmet(scenes: Sequence[Scene]) -> dict[str, int]:
    """Return the facts of scenes none of which has come: each one's own and its arc's."""
    facts = {scene.met: 0 for scene in scenes}
    for arc in dict.fromkeys(scene.arc for scene in scenes if scene.arc):
        facts[f"arc({arc})"] = facts[f"arc_day({arc})"] = 0
    return facts
