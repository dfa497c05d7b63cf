"""Whatever the facts are within their ranges, the true answer is among those the ranges allow."""

from __future__ import annotations

from math import inf
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scsgame.conditions import Names, parse
from scsgame.conditions.intervals import EITHER, NO, Ground, Span, assume, number, verdict
from scsgame.conditions.printers import as_function
from scsgame.conditions.tree import Atom, Choices, Compare, Constant, Join, Node, Not, Sum

NUMBERS = [
    Atom("money", "money", "number"), Atom("score", "score", "number", "regime"), Atom("day", "day", "number"),
    Atom("since(x)", "met(x)", "number", "life", "since"),
]  # fmt: skip
TRUTHS = [
    Atom("flag", "flag", "truth"),
    Atom("met(x)", "met(x)", "truth", "life", "ever"),
    Atom("listed(b)", "listed(b)", "truth", "regime"),
]
WORDS = ("mon", "tue", "sun")
TEXTS = [Atom("weekday", "weekday", "text", options=WORDS), Atom("tier", "tier", "text", "regime")]

numerals = st.one_of(st.integers(-60, 60), st.sampled_from([0.5, -2.25, 1e9, 0, 0.1])).map(
    lambda value: Constant(value, "number")
)
numbers = st.recursive(
    st.one_of(numerals, st.sampled_from(NUMBERS)),
    lambda inner: st.builds(Sum, inner, st.sampled_from(["+", "-", "*"]), inner),
    max_leaves=5,
)
words = st.sampled_from(WORDS).map(lambda word: Constant(word, "text"))
compares = st.one_of(
    st.builds(Compare, numbers, st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), numbers),
    st.builds(
        Compare,
        numbers,
        st.sampled_from(["in", "not in"]),
        st.lists(numerals, min_size=1, max_size=3).map(lambda v: Choices(tuple(v))),
    ),
    st.builds(
        Compare, st.sampled_from(TEXTS), st.sampled_from(["==", "!="]), st.one_of(words, st.sampled_from(TEXTS))
    ),
    st.builds(
        Compare,
        st.sampled_from(TEXTS),
        st.sampled_from(["in", "not in"]),
        st.lists(words, max_size=3).map(lambda v: Choices(tuple(v))),
    ),
    st.builds(
        Compare,
        st.sampled_from(TRUTHS),
        st.sampled_from(["==", "!="]),
        st.booleans().map(lambda v: Constant(v, "truth")),
    ),
)
conditions = st.recursive(
    st.one_of(compares, st.sampled_from(TRUTHS)),
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(Join, st.sampled_from(["and", "or"]), st.lists(inner, min_size=2, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)


@st.composite
def facts_in_ranges(draw: Any) -> tuple[Ground, dict[str, Any], dict[str, Any]]:
    """Draw ranges, and one fact within each."""
    life: dict[str, Any] = {}
    regime: dict[str, Any] = {}
    ranges: dict[Any, Any] = {}
    for holder, facts, key in (
        ("life", life, "money"),
        ("regime", regime, "score"),
        ("life", life, "day"),
        ("life", life, "met(x)"),
    ):
        whole = key in ("day", "met(x)") or draw(st.booleans())
        number_ = st.integers(-60, 60) if whole else st.floats(-60, 60, allow_nan=False)
        low, value, high = sorted(draw(st.tuples(number_, number_, number_)))
        facts[key] = value
        ranges[holder, key] = Span(
            -inf if draw(st.integers(0, 9)) == 0 else low, inf if draw(st.integers(0, 9)) == 0 else high, whole
        )
    for holder, facts, key in (("life", life, "flag"), ("regime", regime, "listed(b)")):
        facts[key] = draw(st.booleans())
        ranges[holder, key] = EITHER if draw(st.booleans()) else frozenset((facts[key],))
    for holder, facts, key in (("life", life, "weekday"), ("regime", regime, "tier")):
        facts[key] = draw(st.sampled_from(WORDS))
        if draw(st.booleans()) or key == "tier":
            ranges[holder, key] = frozenset((facts[key], *draw(st.sets(st.sampled_from(WORDS)))))
    return Ground(ranges), life, regime


def inside(ground: Ground, life: dict[str, Any], regime: dict[str, Any]) -> bool:
    """Say whether every fact lies in its range."""
    for holder, facts in (("life", life), ("regime", regime)):
        for key, value in facts.items():
            found = ground.at((holder, key), "text", WORDS)
            if isinstance(found, Span):
                if not found.low <= value <= found.high:
                    return False
            elif found is not None and value not in found:
                return False
    return True


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(conditions, facts_in_ranges())
def test_the_true_answer_is_among_the_allowed_ones(
    node: Node, known: tuple[Ground, dict[str, Any], dict[str, Any]]
) -> None:
    ground, life, regime = known
    truth = bool(as_function(node)(life, regime))
    assert verdict(node, ground) != ("never" if truth else "always")
    narrowed = assume(node, ground, truth)
    assert narrowed is not None
    assert inside(narrowed, life, regime)


@settings(max_examples=200, deadline=None)
@given(numbers, facts_in_ranges())
def test_a_number_lies_in_its_span(node: Node, known: tuple[Ground, dict[str, Any], dict[str, Any]]) -> None:
    ground, life, regime = known
    span = number(node, ground)
    assert span.low <= as_function(node)(life, regime) <= span.high


PLAIN = [
    Atom("x", "x", "number"),
    Atom("y", "y", "number"),
    Atom("day", "day", "number"),
    Atom("week", "week", "number"),
    Atom("f", "f", "truth"),
]
HERE = Ground(
    {
        ("life", "x"): Span(0, 9),
        ("life", "y"): Span(0, 9),
        ("life", "day"): Span(1, 84),
        ("life", "week"): Span(1, 12),
        ("life", "f"): NO,
    }
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x >= 3 and x < 2", "never"), ("x > 3 and x < 4", "never"), ("x >= 3 and x < 4", "maybe"), ("x > 9", "never"), ("x <= 9", "always"),
        ("x + y > 18", "never"), ("x + y <= 18", "always"), ("x * y == 81", "maybe"), ("x - y >= 5 and y >= 5", "never"), ("f", "never"),
        ("not f", "always"), ("x < 3 or x >= 3", "always"), ("week >= 14", "never"), ("week <= 10 and day >= 80", "never"),
        ("day >= 80 and week <= 10", "never"), ("x in [20, 30]", "never"), ("x == 2 and (y == 1 or x == 3)", "maybe"),
        ("x == 2 and (x == 1 or x == 3)", "never"), ("x != x + 1", "maybe"), ("x == 2.5", "never"),
    ],
)  # fmt: skip
def test_what_is_said_of_small_conditions(text: str, said: str) -> None:
    assert verdict(parse(text, Names(PLAIN, {})).tree, HERE) == said
