"""What is refuted, and which refutation is the cause of the others.

A thing is a scene, a choice, a list, a measure: whatever may come or not. When something can never come, much that hangs on
it can never come either. Only the cause is told: what stays refuted even if all the others are granted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from scsgame.conditions.intervals import Ground, assume
from scsgame.conditions.tree import Compare, Join, Node, Not

Thing: TypeAlias = tuple[str, ...]
_ROUNDS = 40


class Refuted(NamedTuple):
    """Something that can never come: the part of its condition that cannot hold, over which ranges; or plain words."""

    thing: Thing
    node: Node | None
    ground: Ground
    why: str = ""


@dataclass
class Reached:
    """What can come, as far as ranges can tell: a ground, how often each act can be done, and what is refuted."""

    ground: Ground
    refuted: list[Refuted] = field(default_factory=list)
    acts: dict[str, float] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


def causes(run: Callable[[frozenset[Thing]], Reached]) -> tuple[Reached, list[Refuted], set[Thing]]:
    """Return what can come when every cause is granted, the causes, and all that can never come."""
    found: list[Refuted] = []
    granted: frozenset[Thing] = frozenset()
    now = run(granted)
    never = {refuted.thing for refuted in now.refuted}
    for _ in range(_ROUNDS):
        rest = [refuted for refuted in now.refuted if refuted.thing not in granted]
        if not rest:
            break
        open_ones = {refuted.thing for refuted in rest}
        generous = run(granted | open_ones)
        roots = [refuted for refuted in generous.refuted if refuted.thing in open_ones]
        chosen = roots or rest[:1]
        found += chosen
        granted |= {refuted.thing for refuted in chosen}
        now = run(granted)
    return now, found, never


def blamed(node: Node, ground: Ground) -> tuple[Node, ...]:
    """Return the smallest part of a condition that already cannot hold."""
    if isinstance(node, Join) and node.operator == "and":
        for part in node.parts:
            if assume(part, ground) is None:
                return blamed(part, ground)
        for at, part in enumerate(node.parts):
            for other in node.parts[at + 1 :]:
                if assume(Join("and", (part, other)), ground) is None:
                    return (part, other)
    if isinstance(node, Not) and isinstance(node.part, Join) and node.part.operator == "or":
        return blamed(Join("and", tuple(Not(part) for part in node.part.parts)), ground)
    return (node,)


def both(one: Node, other: Node) -> Node:
    """Return a condition that asks for both."""
    if isinstance(one, Compare) or not isinstance(one, Join) or one.operator != "and":
        return Join("and", (one, other))
    return Join("and", (*one.parts, other))
