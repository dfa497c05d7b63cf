"""Spans of numbers: what they come to when they are added, and what of one can be below another."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor, inf, isinf, isnan, nextafter
from typing import NamedTuple

_EXACT = 2**50
MIRROR: Mapping[str, str] = {"==": "==", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
"""The same comparison, read from the other side."""


class Span(NamedTuple):
    """All numbers from `low` to `high`, both counted in; `whole` when only whole numbers can come."""

    low: float
    high: float
    whole: bool = True

    def meet(self, other: Span) -> Span | None:
        """Return what lies in both, or None."""
        whole = self.whole or other.whole
        low, high = max(self.low, other.low), min(self.high, other.high)
        if whole:
            low = low if isinf(low) else ceil(low)
            high = high if isinf(high) else floor(high)
        return Span(low, high, whole) if low <= high else None

    def hull(self, other: Span) -> Span:
        """Return the smallest span that holds both."""
        return Span(min(self.low, other.low), max(self.high, other.high), self.whole and other.whole)


ANY = Span(-inf, inf, whole=False)
"""Any number at all."""


def combined(one: Span, operator: str, other: Span) -> Span:
    """Return all that a sum, a difference or a product of numbers from two spans can be."""
    whole = one.whole and other.whole
    try:
        if operator == "+":
            return _out(one.low + other.low, one.high + other.high, whole)
        if operator == "-":
            return _out(one.low - other.high, one.high - other.low, whole)
        corners = [_times(a, b) for a in (one.low, one.high) for b in (other.low, other.high)]
        return _out(min(corners), max(corners), whole)
    except OverflowError:
        return ANY


def _times(one: float, other: float) -> float:
    return 0 if one == 0 or other == 0 else one * other


def _out(low: float, high: float, whole: bool) -> Span:
    """Round outward where floats are no longer exact."""
    if isnan(low) or isnan(high):
        return ANY
    if isinstance(low, float) and (not whole or abs(low) > _EXACT):
        low = nextafter(low, -inf)
    if isinstance(high, float) and (not whole or abs(high) > _EXACT):
        high = nextafter(high, inf)
    return Span(low, high, whole)


def side(one: Span, operator: str, other: Span) -> Span | None:
    """Return what of one span can stand so to something in the other."""
    match operator:
        case "==":
            return one.meet(other)
        case "!=":
            if other.low != other.high:
                return one
            low = one.low + (1 if one.whole and one.low == other.low else 0)
            high = one.high - (1 if one.whole and one.high == other.low else 0)
            return None if low > high or one.low == one.high == other.low else Span(low, high, one.whole)
        case "<" | "<=":
            if one.low > other.high or (operator == "<" and one.low == other.high):
                return None
            high = other.high
            if operator == "<" and one.whole and not isinf(high):
                high = ceil(high) - 1
            return one.meet(Span(-inf, high, one.whole))
        case _:
            if one.high < other.low or (operator == ">" and one.high == other.low):
                return None
            low = other.low
            if operator == ">" and one.whole and not isinf(low):
                low = floor(low) + 1
            return one.meet(Span(low, inf, one.whole))
