"""How far a number can be carried: so often, by so much at most each time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

from scsgame.conditions.intervals import Ground, assume
from scsgame.conditions.spans import Span
from scsgame.life.scenes import Choice


def falls(first: int, every: int, end: int) -> int:
    """Return on how many mornings something falls that comes first on a day, then every so many."""
    begin = max(1, first)
    return 0 if begin > end else (end - begin) // max(1, every) + 1


def times(count: float, change: float) -> float:
    """Return so often times so much, where never times anything is nothing."""
    return 0 if not count or not change else count * change


def total(start: float, changes: Iterable[tuple[float, Sequence[float]]]) -> Span:
    """Return where a number can come to; each entry is how often one of its changes can come."""
    low = high = start
    whole = float(start).is_integer()
    for count, each in changes:
        low += times(count, min((*each, 0)))
        high += times(count, max((*each, 0)))
        whole = whole and all(float(change).is_integer() for change in each)
    return Span(low, high, whole)


def guarded(counter: str, span: Span, choices: Iterable[Choice]) -> Span:
    """Return the span of a counter, held by the conditions of the choices that move it."""
    low, high = 0.0, 0.0
    for choice in choices:
        change = sum(change for which, change in choice.counts if which == counter)
        if change:
            before = assume(choice.when.tree, Ground({("life", counter): Span(-inf, inf)}))
            held = before.span(("life", counter)) if before else Span(-inf, inf)
            high, low = (max(high, held.high + change), low) if change > 0 else (high, min(low, held.low + change))
    return Span(max(span.low, low), min(span.high, high))
