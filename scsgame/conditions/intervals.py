"""What a condition can come to, when all that is known of each fact is the range it stays within.

The same tree that runs in the game is read here over ranges: a number lies in a span, a yes-or-no and a word are among
a few. The answer is never, always or maybe. *Never* and *always* are proofs; *maybe* says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf, isinf
from typing import Literal, TypeAlias

from scsgame.conditions.spans import ANY, MIRROR, Span, combined, side
from scsgame.conditions.tree import (
    NEVER_SINCE,
    Atom,
    Choices,
    Compare,
    Constant,
    Holder,
    Join,
    Kind,
    Node,
    Not,
    Sum,
)

Verdict = Literal["never", "always", "maybe"]
_CONTRARY: Mapping[str, str] = {
    "==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">", "in": "not in", "not in": "in",
}  # fmt: skip


Range: TypeAlias = Span | frozenset[bool] | frozenset[str]
Key: TypeAlias = tuple[Holder, str]

EITHER: frozenset[bool] = frozenset((False, True))
NO: frozenset[bool] = frozenset((False,))
YES: frozenset[bool] = frozenset((True,))


DAY: Key = ("life", "day")
WEEK: Key = ("life", "week")
DATE: Key = ("life", "date")
_CALENDAR = frozenset((DAY, WEEK))


def _week(day: float) -> float:
    return day if isinf(day) else (day - 1) // 7 + 1


@dataclass(frozen=True)
class Ground:
    """The range of every fact, and what has been narrowed since; a fact that is not there can be anything."""

    ranges: Mapping[Key, Range]
    narrowed: Mapping[Key, Range] = field(default_factory=dict)

    def at(self, key: Key, kind: Kind = "number", options: tuple[str, ...] = ()) -> Range | None:
        """Return the range of a fact; None when it could be any word at all."""
        found = self.narrowed.get(key) or self.ranges.get(key)
        if found is not None:
            return found
        if kind == "number":
            return ANY
        return EITHER if kind == "truth" else frozenset(options) or None

    def span(self, key: Key) -> Span:
        """Return the range of a number."""
        found = self.at(key)
        return found if isinstance(found, Span) else ANY

    def put(self, changes: Mapping[Key, Range]) -> Ground:
        """Return the ground with other ranges for some facts; the calendar's two counts keep in step."""
        narrowed = {**self.narrowed, **changes}
        if changes.keys() & _CALENDAR:
            day, week = (narrowed.get(key) or self.ranges.get(key) for key in (DAY, WEEK))
            if isinstance(day, Span) and isinstance(week, Span):
                weeks = Span(_week(day.low), _week(day.high))
                week = narrowed[WEEK] = week.meet(weeks) or weeks
                narrowed[DAY] = day.meet(Span(week.low * 7 - 6, week.high * 7)) or day
        return Ground(self.ranges, narrowed)


def verdict(node: Node, ground: Ground) -> Verdict:
    """Say whether a condition can hold: never, always, or maybe."""
    if assume(node, ground, wanted=True) is None:
        return "never"
    return "always" if assume(node, ground, wanted=False) is None else "maybe"


def assume(node: Node, ground: Ground, wanted: bool = True) -> Ground | None:
    """Return the ground narrowed to where the condition holds (or, not wanted, fails); None when that cannot be."""
    match node:
        case Not(part):
            return assume(part, ground, not wanted)
        case Join(operator, parts):
            return _all(parts, ground, wanted) if (operator == "and") == wanted else _any(parts, ground, wanted)
        case Constant(value):
            return ground if bool(value) == wanted else None
        case Atom():
            return _truth(node, ground, wanted)
        case Compare(left, operator, right):
            return _compare(left, operator if wanted else _CONTRARY[operator], right, ground)
        case _:
            return ground


def _all(parts: tuple[Node, ...], ground: Ground, wanted: bool) -> Ground | None:
    found: Ground | None = ground
    for _ in range(2):
        for part in parts:
            found = assume(part, found, wanted) if found is not None else None
    return found


def _any(parts: tuple[Node, ...], ground: Ground, wanted: bool) -> Ground | None:
    ways = [way for part in parts if (way := assume(part, ground, wanted)) is not None]
    return hull(ground, ways)


def hull(ground: Ground, ways: list[Ground]) -> Ground | None:
    """Return one ground that holds all these ways of narrowing another; None when there is no way."""
    if len(ways) <= 1:
        return ways[0] if ways else None
    narrowed: dict[Key, Range] = {}
    for key, first in ways[0].narrowed.items():
        joined: Range | None = first
        for way in ways[1:]:
            other = way.narrowed.get(key)
            joined = None if other is None or joined is None else _joined(joined, other)
        if joined is not None:
            narrowed[key] = joined
    return Ground(ground.ranges, narrowed)


def _joined(one: Range, other: Range) -> Range | None:
    if isinstance(one, Span):
        return one.hull(other) if isinstance(other, Span) else None
    return None if isinstance(other, Span) else one | other  # type: ignore[operator]


def _truth(atom: Atom, ground: Ground, wanted: bool) -> Ground | None:
    key: Key = (atom.holder, atom.key)
    if atom.form == "ever":
        span = ground.span(key)
        kept = span.meet(Span(1 if span.whole else 0, inf, span.whole) if wanted else Span(-inf, 0, span.whole))
        if kept is None or (wanted and span.high <= 0):
            return None
        return ground.put({key: kept})
    found = ground.at(key, "truth")
    if not isinstance(found, frozenset) or wanted not in found:
        return None
    return ground.put({key: frozenset((wanted,))})


def number(node: Node, ground: Ground) -> Span:
    """Return the span in which a number of the tree lies."""
    match node:
        case Constant(value):
            return _exactly(value) if not isinstance(value, str) else ANY
        case Atom(_, key, _, holder, "since"):
            return _since(ground.span((holder, key)), ground.span(("life", "day")))
        case Atom(_, key, _, holder):
            return ground.span((holder, key))
        case Sum(left, operator, right):
            return combined(number(left, ground), operator, number(right, ground))
        case _:
            return ANY


def _exactly(value: float) -> Span:
    return Span(value, value, float(value).is_integer())


def _since(fact: Span, day: Span) -> Span:
    never = Span(NEVER_SINCE, NEVER_SINCE)
    if fact.low == fact.high == 0:
        return never
    ever = fact
    if fact.whole and fact.low == 0:
        ever = Span(1, fact.high)
    elif fact.whole and fact.high == 0:
        ever = Span(fact.low, -1)
    ago = combined(day, "-", ever)
    return ago.hull(never) if fact.low <= 0 <= fact.high else ago


def _compare(left: Node, operator: str, right: Node, ground: Ground) -> Ground | None:
    if _kind(left) == "number":
        return _numbers(left, operator, right, ground)
    one, other = _among(left, ground), _among(right, ground)
    if one is None or other is None:
        return ground
    if operator in ("==", "in"):
        kept, back = one & other, one & other
    else:
        kept = one - other if len(other) == 1 or operator == "not in" else one
        back = other - one if len(one) == 1 and operator == "!=" else other
    if not kept or (not back and operator in ("==", "!=")):
        return None
    found = _narrow_words(left, kept, ground)
    return found if isinstance(right, Choices) or found is None else _narrow_words(right, back, found)


def _narrow_words(node: Node, kept: frozenset[object], ground: Ground) -> Ground | None:
    if isinstance(node, Atom) and node.form == "plain":
        return ground.put({(node.holder, node.key): kept})  # type: ignore[dict-item]
    if len(kept) == 1 and _kind(node) == "truth" and not isinstance(node, Constant):
        return assume(node, ground, bool(next(iter(kept))))
    return ground


def _among(node: Node, ground: Ground) -> frozenset[object] | None:
    match node:
        case Constant(value):
            return frozenset((value,))
        case Choices(values):
            return frozenset(value.value for value in values)
        case Atom(_, key, "text", holder, _, _, options):
            found = ground.at((holder, key), "text", options)
            return found if isinstance(found, frozenset) else None
        case _:
            return {"never": NO, "always": YES, "maybe": EITHER}[verdict(node, ground)]


def _kind(node: Node) -> Kind:
    match node:
        case Atom() | Constant():
            return node.kind
        case Sum():
            return "number"
        case _:
            return "truth"


def _numbers(left: Node, operator: str, right: Node, ground: Ground) -> Ground | None:
    one = number(left, ground)
    if isinstance(right, Choices):
        return _listed(left, one, operator, right, ground)
    other = number(right, ground)
    kept, back = side(one, operator, other), side(other, MIRROR[operator], one)
    if kept is None or back is None:
        return None
    found = _narrow(left, kept, ground)
    return None if found is None else _narrow(right, back, found)


def _listed(left: Node, one: Span, operator: str, right: Choices, ground: Ground) -> Ground | None:
    values = [number(value, ground) for value in right.values]
    if operator == "in":
        parts = [part for value in values if (part := one.meet(value)) is not None]
        if not parts:
            return None
        kept = parts[0]
        for part in parts[1:]:
            kept = kept.hull(part)
        return _narrow(left, kept, ground)
    rest: Span | None = one
    for value in sorted(values) + sorted(values, reverse=True):
        rest = side(rest, "!=", value) if rest is not None else None
    return None if rest is None else _narrow(left, rest, ground)


def _narrow(node: Node, kept: Span, ground: Ground) -> Ground | None:
    """Carry what a number must be back to the facts it is made of."""
    match node:
        case Atom(_, key, _, holder, "plain"):
            found = ground.span((holder, key)).meet(kept)
            if found is None:
                return None
            return ground if found == ground.span((holder, key)) else ground.put({(holder, key): found})
        case Sum(left, "+" | "-" as operator, right):
            one, other = number(left, ground), number(right, ground)
            contrary = "-" if operator == "+" else "+"
            first = one.meet(combined(kept, contrary, other)) if kept.whole else one
            second = (
                other.meet(combined(kept, "-", one) if operator == "+" else combined(one, "-", kept))
                if kept.whole
                else other
            )
            if first is None or second is None:
                return None
            after = _narrow(left, first, ground)
            return None if after is None else _narrow(right, second, after)
        case _:
            return ground
