"""What is printed says the same as the tree: the oracle is a plain interpreter, written here and nowhere else."""

from __future__ import annotations

import operator
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scsgame.conditions import Condition, Names, parse
from scsgame.conditions.printers import as_deck, as_function, as_words
from scsgame.conditions.tree import NEVER_SINCE, Atom, Choices, Compare, Constant, Join, Node, Not, Sum, atoms

NUMBERS = [
    Atom("money", "money", "number"),
    Atom("score", "score", "number", "regime"),
    Atom("since(x)", "met(x)", "number", "life", "since"),
]
TRUTHS = [
    Atom("flag", "flag", "truth"),
    Atom("met(x)", "met(x)", "truth", "life", "ever"),
    Atom("listed(b)", "listed(b)", "truth", "regime"),
]
TEXTS = [Atom("weekday", "weekday", "text", options=("mon", "sun")), Atom("tier", "tier", "text", "regime")]

_OPERATORS: dict[str, Any] = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    "+": operator.add, "-": operator.sub, "*": operator.mul,
}  # fmt: skip


def oracle(node: Node, life: dict[str, Any], regime: dict[str, Any]) -> Any:
    """Read a tree the slow and obvious way."""
    match node:
        case Atom(_, key, _, holder, form):
            fact = (life if holder == "life" else regime)[key]
            if form == "ever":
                return fact > 0
            if form == "since":
                return life["day"] - fact if fact else NEVER_SINCE
            return fact
        case Constant(value):
            return value
        case Compare(left, "in", Choices(values)):
            return any(oracle(left, life, regime) == value.value for value in values)
        case Compare(left, "not in", Choices(values)):
            return all(oracle(left, life, regime) != value.value for value in values)
        case Compare(left, sign, right) | Sum(left, sign, right):
            return _OPERATORS[sign](oracle(left, life, regime), oracle(right, life, regime))
        case Join("and", parts):
            return all(oracle(part, life, regime) for part in parts)
        case Join(_, parts):
            return any(oracle(part, life, regime) for part in parts)
        case Not(part):
            return not oracle(part, life, regime)
        case _:
            raise AssertionError(node)


numerals = st.one_of(st.integers(-1000, 1000), st.sampled_from([0.5, -2.25, 1e9, 0])).map(
    lambda value: Constant(value, "number")
)
numbers = st.recursive(
    st.one_of(numerals, st.sampled_from(NUMBERS)),
    lambda inner: st.builds(Sum, inner, st.sampled_from(["+", "-", "*"]), inner),
    max_leaves=6,
)
words = st.sampled_from(["mon", "sun", "it's", 'say "x"', "\\"]).map(lambda value: Constant(value, "text"))
truth_leaves = st.one_of(
    st.booleans().map(lambda value: Constant(value, "truth")),
    st.sampled_from(TRUTHS),
    st.builds(Compare, numbers, st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), numbers),
    st.builds(
        Compare,
        numbers,
        st.sampled_from(["in", "not in"]),
        st.lists(numerals, max_size=4).map(lambda v: Choices(tuple(v))),
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
)
truths = st.recursive(
    truth_leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(
            lambda sign, parts: Join(sign, tuple(parts)),
            st.sampled_from(["and", "or"]),
            st.lists(inner, min_size=2, max_size=4),
        ),
        st.builds(Compare, inner, st.sampled_from(["==", "!="]), inner),
    ),
    max_leaves=12,
)
facts = st.fixed_dictionaries({
    "day": st.integers(1, 400), "money": st.integers(-500, 500), "flag": st.booleans(), "met(x)": st.integers(0, 50),
    "weekday": st.sampled_from(["mon", "sun"]),
})  # fmt: skip
standing = st.fixed_dictionaries(
    {
        "score": st.one_of(st.integers(-10, 999), st.just(4.25)),
        "listed(b)": st.booleans(),
        "tier": st.sampled_from(["mon", "x"]),
    }
)
MANY = settings(
    max_examples=150, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@MANY
@given(truths, facts, standing)
def test_the_printed_function_answers_as_the_tree_does(tree: Node, life: dict, regime: dict) -> None:
    assert bool(as_function(tree)(life, regime)) == bool(oracle(tree, life, regime))


@MANY
@given(st.lists(truths, max_size=8), facts, standing)
def test_a_deck_answers_as_one_by_one(trees: list[Node], life: dict, regime: dict) -> None:
    held = as_deck([Condition("", tree) for tree in trees])(life, regime)
    assert held == [at for at, tree in enumerate(trees) if oracle(tree, life, regime)]


@MANY
@given(truths)
def test_every_tree_has_words_and_names(tree: Node) -> None:
    assert as_words(tree)
    assert all(atom in (*NUMBERS, *TRUTHS, *TEXTS) for atom in atoms(tree))


def _source(node: Node) -> str:
    """Write a tree as an author would."""
    match node:
        case Atom(name):
            return name
        case Constant(value, "truth"):
            return "yes" if value else "no"
        case Constant(value, "text"):
            return repr(value)
        case Constant(value):
            return f"{value!r}"
        case Choices(values):
            return "[" + ", ".join(_source(value) for value in values) + "]"
        case Compare(left, sign, right) | Sum(left, sign, right):
            return f"({_source(left)} {sign} {_source(right)})"
        case Join(sign, parts):
            return "(" + f" {sign} ".join(_source(part) for part in parts) + ")"
        case Not(part):
            return f"(not {_source(part)})"


NAMES = Names(
    [*NUMBERS[:2], TRUTHS[0], Atom("weekday", "weekday", "text"), TEXTS[1]],
    {"since": lambda _: NUMBERS[2], "met": lambda _: TRUTHS[1], "listed": lambda _: TRUTHS[2]},
)


@MANY
@given(truths, facts, standing)
def test_what_an_author_writes_is_read_as_it_was_meant(tree: Node, life: dict, regime: dict) -> None:
    text = _source(tree)
    if len(text) > 500 or "[]" in text:
        return
    condition = parse(text, NAMES)
    assert bool(condition.holds(life, regime)) == bool(oracle(tree, life, regime))


def test_a_huge_deck_is_one_function() -> None:
    conditions = [Condition("", Compare(NUMBERS[0], ">", Constant(at, "number"))) for at in range(2000)]
    assert len(as_deck(conditions)({"money": 1000}, {})) == 1000


def test_the_more_a_condition_asks_the_more_specific_it_is() -> None:
    def demands(text: str) -> int:
        return parse(text, NAMES).specificity

    assert [demands(text) for text in ("yes", "flag", "flag and money > 3", "flag or money > 3", "flag and (money > 3 and met(x))")] == [
        0, 1, 2, 1, 3,
    ]  # fmt: skip
