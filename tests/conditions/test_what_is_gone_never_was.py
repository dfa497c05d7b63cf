"""A condition that asks after what is gone is answered as if that never was; all else stays as it is."""

from __future__ import annotations

import pytest
from scenario import in_encounter, in_regime

from scsgame.conditions import ALWAYS
from scsgame.conditions.absence import never, without


def gone(atom) -> bool:
    return "gone" in atom.key


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("listed(gone)", "no"),
        ("not listed(gone)", "yes"),
        ("score < 600 and listed(gone)", "no"),
        ("score < 600 or listed(gone)", "score < 600"),
        ("score < 600 and not listed(gone)", "score < 600"),
        ("score < 600 and day > 3 and not active(gone)", "score < 600 and day > 3"),
        ("days_on(gone) > 3", "no"),
        ("days_on(gone) <= 3", "yes"),
        ("marks(gone) + 2 >= 2", "yes"),
        ("marks(gone) + 2 >= day", "0 + 2 >= day"),
        ("listed(here) and (marks(gone) > 1 or active(gone))", "no"),
        ("listed(here) or (day > 3 and active(gone))", "listed(here)"),
        ("score < 600", "score < 600"),
    ],
)
def test_what_asks_after_a_list_a_measure_or_a_rule_that_is_gone(said: str, left: str) -> None:
    found = without(in_regime(said), gone)
    assert not any(gone(atom) for atom in found.atoms())
    for facts in (
        {"listed(here)": here, "day": day, "score": score}
        for here in (True, False) for day in (1, 5) for score in (500, 700)
    ):  # fmt: skip
        if left in ("yes", "no"):
            assert found.holds({"day": facts["day"]}, facts) is (left == "yes")
        else:
            assert found.holds({"day": facts["day"]}, facts) == in_regime(left).holds({"day": facts["day"]}, facts)


def test_what_always_holds_is_always_and_what_never_does_is_known() -> None:
    assert without(in_regime("not listed(gone)"), gone) == ALWAYS
    assert never(without(in_regime("active(gone) and score > 3"), gone))
    assert not never(in_regime("score > 3"))


def test_an_encounter_that_is_gone_was_never_met_and_is_long_ago() -> None:
    assert never(without(in_encounter("met(gone) or chose(gone, yes)"), gone))
    assert without(in_encounter("since(gone) > 100"), gone) == ALWAYS


def test_a_condition_that_reads_nothing_of_it_is_the_same_object() -> None:
    condition = in_regime("score < 600 and listed(here)")
    assert without(condition, gone) is condition
