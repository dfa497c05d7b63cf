"""A bet on one's own score: when it can be made, what it is held against, and that nobody else takes notice of it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scenario import (
    Settle,
    Story,
    life,
    live,
    phase,
    regime,
    rule,
    turning,
    watches,
)

from scsgame.game.moves import Bet, read, written
from scsgame.game.pleas import IllegalMove
from scsgame.game.rescore import rescore
from scsgame.game.stakes import Outcome

TOWN = (watches("jaywalks", "helps"), rule("red", act="jaywalks", points=-5), rule("help", act="helps", points=3))


def outcomes(story: Story) -> list[Outcome]:
    return [outcome for turn in story.chronicle.turns for outcome in turn.passed.bets]


def test_where_a_score_moves_at_once_a_bet_is_on_the_end_of_the_week(settle: Settle) -> None:
    story = settle(live(regime(*TOWN)).passes(2).bets(90).does("jaywalks").passes(6))
    (found,) = outcomes(story)
    assert (found.stake.made, found.stake.due, found.stake.said, found.stake.before) == (3, 8, 90, 100)
    assert found.came == 95


def test_where_a_score_is_made_anew_each_month_a_bet_is_on_that_day() -> None:
    # day 1 is 5 March 2018; the first of April is day 28
    town = regime(*TOWN, updates="monthly")
    story = live(town).does("jaywalks").bets(95).until(27)
    assert outcomes(story) == []
    (found,) = outcomes(story.passes(1))
    assert (found.stake.due, found.came) == (28, 95)


def test_a_weekly_score_is_bet_on_from_monday_to_monday() -> None:
    story = live(regime(*TOWN, updates="weekly")).does("helps").bets(100).until(8)
    assert [(found.stake.due, found.came) for found in outcomes(story)] == [(8, 103)]


def test_one_bets_once_on_one_day_and_again_when_it_has_passed() -> None:
    story = live(regime(*TOWN)).bets(100)
    with pytest.raises(IllegalMove, match="already"):
        story.bets(90)
    assert [bet.due for bet in story.until(8).view.bets] == [15]
    assert len(outcomes(story.until(8).bets(99).until(15))) == 2


def test_two_regimes_are_two_bets() -> None:
    story = live(regime(*TOWN), regime(*TOWN, name="company")).bets(100).bets(90, "company").until(8)
    assert [(found.stake.regime, found.stake.said) for found in outcomes(story)] == [("town", 100), ("company", 90)]


@pytest.mark.parametrize(
    "said", ["", "-", ".", "5.", "1e2", "nan", "inf", "1_0", " 9", "x", "٣", "9" * 13, "--1", "1.2.3"]
)
def test_what_is_no_number_is_no_bet(said: str) -> None:
    with pytest.raises(IllegalMove, match="a bet is a number"):
        live(regime(*TOWN)).bets(said)


def test_a_bet_lies_on_the_scale() -> None:
    town = regime(*TOWN, least=0, most=200)
    with pytest.raises(IllegalMove, match="runs from 0 to 200"):
        live(town).bets(201)
    with pytest.raises(IllegalMove, match="runs from 0 to 200"):
        live(town).bets("-1")
    assert live(town).bets(200).view.bets == ()
    endless = regime(*TOWN, least=0, most=0)
    assert live(endless).bets("-20.5").chronicle.moment.stakes[0].said == -20.5


def test_there_is_no_bet_without_a_score_without_taking_part_or_without_the_regime() -> None:
    with pytest.raises(IllegalMove, match="no score"):
        live(regime(watches("jaywalks"), kind="none")).bets(5)
    joining = regime(*TOWN, opt_in=True, may_leave=True)
    with pytest.raises(IllegalMove, match="no part"):
        live(joining).bets(5)
    with pytest.raises(IllegalMove, match="no part in this life"):
        live(regime(*TOWN)).bets(5, "elsewhere")
    assert live(joining).view.bets == ()
    assert [bet.regime for bet in live(joining).joins().view.bets] == ["town"]


def test_a_bet_that_the_end_would_overtake_is_not_offered() -> None:
    story = live(regime(*TOWN), of=life(weeks=2)).until(8)
    assert story.view.bets == ()
    with pytest.raises(IllegalMove, match="ends before"):
        story.bets(100)


def test_who_left_before_the_day_has_no_answer() -> None:
    joining = regime(*TOWN, opt_in=True, may_leave=True)
    (found,) = outcomes(live(joining).joins().bets(100).leaves().until(8))
    assert found.came is None


def test_a_bet_is_taken_back_like_any_move_and_a_choice_with_what_was_settled() -> None:
    story = live(regime(*TOWN)).does("jaywalks").bets(90)
    assert story.undoes().view.bets
    assert [offer.regime for offer in story.undoes().undoes().view.bets] == ["town"]
    assert story.undoes().undoes().score == 100
    settled = live(regime(*TOWN)).bets(90).until(8)
    again = settled.undoes()
    assert outcomes(settled)
    assert outcomes(again) == []
    assert len(again.chronicle.moment.stakes) == 1


# what one is told


def answers_of(story: Story) -> list[str]:
    return [notice.text for notice in story.notices if "bet" in notice.text]


def test_where_the_score_is_shown_one_is_told_what_came_of_a_bet() -> None:
    assert answers_of(live(regime(*TOWN)).does("jaywalks").bets(90).until(8)) == ["Town: you bet on 90; it is 95."]


@pytest.mark.parametrize("shown", ["hidden", "tier", "delayed"])
def test_where_the_score_is_kept_back_a_bet_has_no_answer(shown: str) -> None:
    town = regime(*TOWN, told={"score": shown})
    story = live(town).does("jaywalks").bets(90).until(8)
    assert len(outcomes(story)) == 1
    assert answers_of(story) == []
    assert all(bet.now is None for bet in live(town).view.bets)


def test_what_a_class_keeps_back_is_not_told_by_a_bet() -> None:
    assert answers_of(live(regime(*TOWN), shows="hidden").does("jaywalks").bets(90).until(8)) == []


def test_a_phase_that_hides_the_score_hides_the_answer() -> None:
    town = regime(
        *TOWN,
        phase("before"),
        phase("secret", score="hidden"),
        turning("secret", "day >= 5", ["before"]),
    )
    story = live(town).bets(90).until(8)
    assert len(outcomes(story)) == 1
    assert answers_of(story) == []


def test_whether_a_bet_is_taken_says_nothing_of_a_hidden_score() -> None:
    """The same bets are offered and refused whatever was done."""
    town = regime(*TOWN, told={"score": "hidden"}, least=0, most=200)
    one, other = live(town).does("jaywalks", "jaywalks"), live(town).does("helps", "helps")
    assert one.view.bets == other.view.bets
    for said in ("0", "90", "201", "-3", "x"):
        answers = []
        for story in (one, other):
            try:
                story.bets(said)
                answers.append("")
            except IllegalMove as refusal:
                answers.append(str(refusal))
        assert answers[0] == answers[1]


# what nobody else takes notice of

QUICK = settings(
    max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@QUICK
@given(st.lists(st.sampled_from(["jaywalks", "helps", "rests", "bet"]), max_size=24), st.integers(0, 200))
def test_no_life_and_no_judgement_is_changed_by_bets(days: list[str], said: int) -> None:
    town, other = regime(*TOWN), regime(*TOWN, name="company", start=50, updates="weekly")
    betting = quiet = live(town, of=life(weeks=6))
    for day in days:
        if day != "bet":
            betting, quiet = betting.does(day), quiet.does(day)
        elif betting.view.bets:
            betting = betting.bets(said)
    assert betting.facts == quiet.facts
    assert betting.held() == quiet.held()
    assert betting.chronicle.acts == quiet.chronicle.acts
    for regimes in ([town], [other], [town, other]):
        assert rescore(betting.chronicle, regimes).dossiers == rescore(quiet.chronicle, regimes).dossiers
    assert rescore(betting.chronicle, [town]).dossiers == betting.chronicle.moment.dossiers


def test_a_bet_is_written_and_read_as_it_was_made() -> None:
    assert written(Bet("town", "4.5")) == ["bet", "town", "4.5"]
    assert read(["bet", "town", "4.5"]) == Bet("town", "4.5")
    for words in (["bet"], ["bet", "town"], ["bet", "town", "4", "5"], ["bet", "town", 4]):
        with pytest.raises(ValueError, match="this save holds a move"):
            read(words)


def test_a_save_from_before_there_were_bets_is_read_as_ever() -> None:
    old = [["choose", "late", "cross"], ["pay", "rent"], ["look", "town"], ["undo"]]
    assert [written(read(list(words))) for words in old] == old
