"""The debate sheet: motions fit what happened, each has evidence on both sides, figures stand with their sources and caveats."""

from __future__ import annotations

import pytest
from scenario import bill, choice, life, live, regime, rule, scene, watches

from scsgame.debrief.debate.figures import FIGURES
from scsgame.debrief.debate.lived import Lived
from scsgame.debrief.debate.motions import MOTIONS
from scsgame.debrief.debate.sheet import debate
from scsgame.debrief.log import Log

RED = rule("red", act="jaywalks", points=-5)
CROSSING = scene("crossing", choice("cross", ["jaywalks"]), choice("wait", ["waits"]), cooldown=1, kind="beat")


def lived(*ways: str, reliability: float = 1.0, **parts: object) -> Log:
    town = regime(watches("jaywalks", reliability=reliability, **parts), RED)
    return Log(live(town, of=life(CROSSING)).takes(*ways).chronicle)


def sheets(log: Log) -> dict[str, list[tuple[str, ...]]]:
    return {found.id.removeprefix("debate."): [tuple(row) for row in found.rows[1:]] for found in debate(log, {})}


def test_a_fine_is_a_price_is_debated_where_one_paid_and_went_on() -> None:
    found = sheets(lived("cross", "cross", "wait", "cross"))["price"]
    assert found[0][1:] == (
        "“jaywalks” cost points, and you did it again in 2 of 3 later chances.",
        "this life, day 2, 4",
    )
    assert found[1][1] == "After “jaywalks” had cost points you left it in 1 of 3 later chances."


def test_whoever_never_did_it_again_has_no_such_motion() -> None:
    assert "price" not in sheets(lived("cross", "wait", "wait", "wait"))


def test_possibly_watched_is_debated_where_one_held_back_for_nobody() -> None:
    log = lived("wait", "cross", "wait", "wait", reliability=0.0)
    found = sheets(log)["watched"]
    assert found[0][1] == "You held back in 3 of 4 choices in which nobody would have seen it."
    assert "watched" not in sheets(lived("cross", "cross", "cross", reliability=0.0))


def test_no_motion_stands_without_evidence_on_both_sides() -> None:
    for ways in (("cross",) * 6, ("wait",) * 6, ("cross", "wait") * 4):
        for reliability in (0.0, 0.5, 1.0):
            for rows in sheets(lived(*ways, reliability=reliability)).values():
                assert {row[0] for row in rows} == {"for", "against", "to set beside it"}


def test_a_life_under_nobody_has_nothing_to_debate() -> None:
    assert debate(Log(live(regime(name="nobody", kind="none")).passes(5).chronicle), {}) == ()


def test_no_life_is_given_more_than_three_motions() -> None:
    log = lived(*["cross", "wait", "cross"] * 5, reliability=0.5, invents=0.5)
    assert 0 < len(debate(log, {})) <= 3


def test_evidence_can_be_gone_down_to() -> None:
    log = lived("cross", "cross", "wait", "cross")
    price = next(found for found in debate(log, {}) if found.id == "debate.price")
    assert set(price.turns) >= {2, 4}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_motion_ends_in_a_question_and_every_figure_has_source_and_caveat(language: str) -> None:
    assert len({motion.id for motion in MOTIONS}) == len(MOTIONS) >= 8
    for motion in MOTIONS:
        assert motion.question.read(language).endswith(("?", "？"))
        assert motion.figures
        assert set(motion.figures) <= set(FIGURES)
    assert {name for motion in MOTIONS for name in motion.figures} == set(FIGURES)
    for figure in FIGURES.values():
        assert figure.cites
        assert figure.differs.read(language)
        assert any(letter.isdigit() for letter in figure.says.read(language))


def test_the_act_that_was_done_most_after_it_cost_is_the_one_told() -> None:
    title, again, rate = Lived(lived("cross", "cross", "cross"), "en").after_cost
    assert (title, len(again), rate) == ("jaywalks", 2, (2, 2))


def test_a_bill_let_pass_is_dated_on_the_day_it_was_late() -> None:
    town = regime(watches("misses_date"), rule("late", act="misses_date", points=-5))
    flat = life(bill("rent", 10, 2, 90, 3), bill("phone", 10, 2, 90, 5))
    found = sheets(Log(live(town, of=flat).passes(12).chronicle))
    assert found["small"][-3][:1] + found["small"][-3][2:] == ("against", "this life, day 6, 8")
