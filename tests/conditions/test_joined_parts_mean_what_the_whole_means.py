"""A condition read part by part is the condition that the grammar reads whole, or is left to the grammar."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scsgame.conditions import ConditionError, Names, parse
from scsgame.conditions.joined import by_parts
from scsgame.conditions.tree import Atom, Node

NAMES = Names(
    [
        Atom("day", "day", "number"),
        Atom("money", "money", "number"),
        Atom("hurt", "hurt", "truth"),
        Atom("weekday", "weekday", "text", options=("sat", "sun")),
    ],
    {"met": lambda args: Atom(f"met({args[0]})", f"met({args[0]})", "truth", "life", "ever")},
)
PIECES = (
    "day >= 2",
    "not hurt",
    "met(evening)",
    "weekday in [sat, sun]",
    "day - money > 3",
    "weekday == 'sat'",
    "yes",
)
ODD = (
    "(hurt",
    "met(evening))",
    "(hurt)",
    "'sat",
    "# no",
    "\n",
    "",
    "not",
    "money",
    "stranger",
    "[sat",
    "(hurt)and(hurt)",
)


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@given(st.lists(st.sampled_from((*PIECES, *ODD, " and ", " or ", " and ", " or ", " ", "(", ")")), max_size=12))
@settings(deadline=None, max_examples=400)
def test_what_is_read_part_by_part_is_what_the_grammar_reads(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = by_parts(text, NAMES, {})
    try:
        whole = parse(text, NAMES)
    except ConditionError:
        assert found is None
    else:
        assert found in (None, whole)


@pytest.mark.parametrize(
    "text", ["day >= 2", "not hurt and day >= 2", "hurt or day > 3 and met(evening) or money < 1"]
)
def test_plain_joins_are_read_part_by_part(text: str) -> None:
    assert by_parts(text, NAMES, {}) == parse(text, NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "(hurt or day > 3) and money < 1",
        "hurt # and day > 3",
        "hurt and",
        "",
        "hurt and money",
        "hurt and \nday > 3",
        "hurt\n or day > 3",
    ],
)
def test_brackets_around_joins_and_what_is_wrong_are_left_to_the_grammar(text: str) -> None:
    assert by_parts(text, NAMES, {}) is None


def test_a_part_is_understood_once() -> None:
    known: dict[str, Node] = {}
    one, other = by_parts("hurt and day > 3", NAMES, known), by_parts("day > 3 or met(evening)", NAMES, known)
    assert sorted(known) == ["day > 3", "hurt", "met(evening)"]
    assert one is not None
    assert other is not None
    assert one.tree.parts[1] is other.tree.parts[0] is known["day > 3"]  # type: ignore[union-attr]
