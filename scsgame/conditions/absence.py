"""A condition that asks after what is not there: it is answered as if that never was."""

from __future__ import annotations

from collections.abc import Callable

from scsgame.conditions.printers import as_function
from scsgame.conditions.tree import (
    ALWAYS,
    NEVER_SINCE,
    Atom,
    Compare,
    Condition,
    Constant,
    Join,
    Node,
    Not,
    Sum,
    atoms,
)

Gone = Callable[[Atom], bool]


def without(condition: Condition, gone: Gone) -> Condition:
    """Return a condition that no longer reads what is gone: no list is entered, nothing was met, no count is above 0."""
    if not any(gone(atom) for atom in condition.atoms()):
        return condition
    tree = _answered(condition.tree, gone)
    return ALWAYS if tree == ALWAYS.tree else Condition(condition.source, tree)


def never(condition: Condition) -> bool:
    """Say whether a condition can be seen not to hold, whatever happens."""
    return condition.tree == Constant(value=False, kind="truth")


def _answered(node: Node, gone: Gone) -> Node:
    match node:
        case Atom() if gone(node):
            return _absent(node)
        case Compare(left, operator, right):
            return _settled(Compare(_answered(left, gone), operator, _answered(right, gone)), "truth")
        case Sum(left, sign, right):
            return _settled(Sum(_answered(left, gone), sign, _answered(right, gone)), "number")
        case Not(part):
            return _settled(Not(_answered(part, gone)), "truth")
        case Join(joint, parts):
            return _joined(joint, [_answered(part, gone) for part in parts])
    return node


def _absent(atom: Atom) -> Constant:
    if atom.form == "since":
        return Constant(NEVER_SINCE, "number")
    return Constant(0, "number") if atom.kind == "number" else Constant(value=False, kind="truth")


def _settled(node: Compare | Sum | Not, kind: str) -> Node:
    """Return the answer where nothing is left to ask."""
    if any(True for _ in atoms(node)):
        return node
    answer = as_function(node)({}, {})
    return Constant(bool(answer), "truth") if kind == "truth" else Constant(answer, "number")


def _joined(joint: str, parts: list[Node]) -> Node:
    """Join what is left: one part that decides stands for all, parts that decide nothing are left out."""
    decides = Constant(value=joint == "or", kind="truth")
    if decides in parts:
        return decides
    left = [part for part in parts if part != Constant(value=joint != "or", kind="truth")]
    if not left:
        return Constant(value=joint != "or", kind="truth")
    return left[0] if len(left) == 1 else Join("or" if joint == "or" else "and", tuple(left))
