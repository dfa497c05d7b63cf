"""Conditions read part by part: `day >= 2 and not met(evening)` is two parts, and each is understood once in a pack.

Authors ask for the same few things again and again, joined anew. This knows plain joins only; whatever is not plain, and
whatever is wrong, is left to the grammar, which reads the whole text and says at which column.
"""

from __future__ import annotations

from scsgame.conditions.grammar import LONGEST, ConditionError, Names, understood
from scsgame.conditions.tree import Condition, Join, Node

_DEEP = 2
"""How deep a part may lie in the joins around it."""


def by_parts(text: str, names: Names, known: dict[str, Node]) -> Condition | None:
    """Return the condition that a plainly joined text stands for, or None; parts that are new are put among the known."""
    if len(text) > LONGEST or "#" in text or not text.strip().isprintable():
        return None
    sides: list[Node] = []
    for side in text.split(" or "):
        parts: list[Node] = []
        for said in side.split(" and "):
            part = known.get(said)
            if part is None:
                part = _part(said, names)
                if part is None:
                    return None
                known[said] = part
            parts.append(part)
        sides.append(Join("and", tuple(parts)) if len(parts) > 1 else parts[0])
    return Condition(text.strip(), Join("or", tuple(sides)) if len(sides) > 1 else sides[0])


def _part(said: str, names: Names) -> Node | None:
    """Return what a part stands for; nothing where it is cut in the middle of brackets or quotes, or joined itself."""
    try:
        part = understood(said, names, _DEEP)
    except ConditionError:
        return None
    return None if isinstance(part, Join) else part
