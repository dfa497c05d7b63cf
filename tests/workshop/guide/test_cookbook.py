"""Every pattern of the cookbook checks silently in the pack that `pack new` makes, and does what it says."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from scsgame.game.moves import Plead
from scsgame.game.view import look

sys.path.insert(0, str(Path(__file__).parent))
from recipes import Dish, carry_on, cook, recipes, scenes  # type: ignore[import-not-found]

RECIPES = recipes()
PROOFS: dict[str, Callable[[Dish], None]] = {}


def proof(number: int) -> Callable[[Callable[[Dish], None]], Callable[[Dish], None]]:
    """Make a function the proof of the pattern of this number."""

    def keep(function: Callable[[Dish], None]) -> Callable[[Dish], None]:
        PROOFS[next(title for title in RECIPES if title.startswith(f"{number}. "))] = function
        return function

    return keep


def test_there_are_twenty_patterns_and_each_has_a_proof() -> None:
    assert len(RECIPES) >= 20
    assert set(PROOFS) == set(RECIPES)


@pytest.mark.parametrize("title", RECIPES)
def test_a_pattern_does_what_it_says(title: str, tmp_path: Path) -> None:
    dish = Dish(cook(RECIPES[title], tmp_path / "house-points"))
    assert dish.findings() == []
    assert dish.broken("house-points") == []
    PROOFS[title](dish)


def score(life) -> float:
    return life.moment.dossiers[0].facts["score"]


@proof(1)
def a_rumour_comes_back_to_some_who_passed_it_on_and_to_nobody_else(dish: Dish) -> None:
    told = [scenes(life) for life in dish.lives({"rumour": "pass_on"}) if "rumour" in scenes(life)]
    assert 0 < sum("rumour_comes_back" in came for came in told) < len(told)
    assert not any("rumour_comes_back" in scenes(life) for life in dish.lives({"rumour": "keep"}))


@proof(2)
def a_debt_is_paid_days_after(dish: Dish) -> None:
    for life in dish.lives({"loan": "take"}, count=10):
        at = scenes(life).index("loan")
        taken = life.turns[at].move
        later = [turn.passed for turn in life.turns[at + 1 :]]
        assert taken.scene == "loan"
        if any("seven coins" in str(passed) for passed in later):
            return
    pytest.fail("nobody ever paid back")


@proof(3)
def the_secret_rule_costs_and_is_not_told_and_its_clues_reach_the_phone(dish: Dish) -> None:
    life = dish.live(1, {"lost_purse": "keep"})
    rule = next(rule for rule in life.setup.regimes[0].rules if rule.id == "keeper")
    assert not rule.told
    posts = [str(post) for turn in life.turns for post in look_at(life, turn)]
    assert any("eight points fewer" in post for post in posts)


def look_at(life, turn):
    at = life.turns.index(turn)
    return look(replace(life, turns=life.turns[: at + 1])).feed


@proof(4)
def an_appeal_gives_the_phone_back_to_some_who_ask(dish: Dish) -> None:
    outcomes = set()
    for life in dish.lives({"maths_test": "show"}):
        caught = [
            at
            for at, turn in enumerate(life.turns)
            if turn.after.dossiers[0].facts["listed(no_phone)"] and turn.after.day <= 8
        ]
        if caught:
            asked = replace(life, turns=life.turns[: caught[0] + 1]).then(
                Plead("house-points", "letter_home", "no_phone", "")
            )
            while not asked.over:
                asked = asked.then(carry_on(asked, {"maths_test": "hide"}))
            outcomes.add(bool(asked.moment.dossiers[0].facts["listed(no_phone)"]))
    assert outcomes == {True, False}


@proof(5)
def a_brother_costs_points_in_a_life(dish: Dish) -> None:
    rules = {mark.rule for life in dish.lives(count=10) for mark in life.moment.dossiers[0].marks}
    assert "rubbish" in rules


@proof(6)
def a_photograph_goes_up_and_comes_down(dish: Dish) -> None:
    takes = {"first_morning": "front", "lost_purse": "hand_in", "maths_test": "away"}
    courses = [
        [turn.after.dossiers[0].facts["active(board_of_honour)"] for turn in life.turns] for life in dish.lives(takes)
    ]
    assert any(True in course and False in course[course.index(True) :] for course in courses)


@proof(7)
def a_namesake_costs_points_without_a_deed(dish: Dish) -> None:
    never = {"first_morning": "front", "maths_test": "hide"}
    lives = dish.lives(never)
    assert not any(act.kind == "skips_class" and act.by == "self" for life in lives for act in life.acts)
    wrong = [life for life in lives if any(mark.rule == "skipped" for mark in life.moment.dossiers[0].marks)]
    assert 0 < len(wrong) < len(lives)


@proof(8)
def a_bill_comes_and_its_date_passes(dish: Dish) -> None:
    life = dish.live(1)
    assert any(owed.bill == "lunch" for turn in life.turns for owed in turn.after.life.owed)
    assert any(act.kind == "misses_bill_date" for act in life.acts)


@proof(9)
def a_friend_leaves_and_is_missed(dish: Dish) -> None:
    gone = [scenes(life) for life in dish.lives({"boxes": "nothing"}) if "boxes" in scenes(life)]
    assert any("empty_chair" in came for came in gone)
    assert not any("empty_chair" in scenes(life) for life in dish.lives({"boxes": "reason"}))


@proof(10)
def whoever_may_not_ride_walks(dish: Dish) -> None:
    bad = {"first_morning": "out", "maths_test": "away", "lost_purse": "leave"}
    assert any("way_home_on_foot" in scenes(life) for life in dish.lives(bad))
    good = {"first_morning": "front", "maths_test": "hide"}
    came = [scenes(life) for life in dish.lives(good)]
    assert any("way_home_by_bus" in some for some in came)
    assert not any("way_home_on_foot" in some for some in came)


@proof(11)
def the_number_shown_is_an_old_one(dish: Dish) -> None:
    behind = 0
    for life in dish.lives({"lost_purse": "hand_in"}, count=15):
        for at in range(len(life.turns)):
            part = replace(life, turns=life.turns[: at + 1])
            shown = look(part).regimes[0]
            behind += shown.score is not None and float(shown.score) != part.moment.dossiers[0].facts["score"]
    assert behind > 0


@proof(12)
def the_list_is_empty_from_the_second_week_on(dish: Dish) -> None:
    bad = {"first_morning": "out", "maths_test": "away", "lost_purse": "leave"}
    lives = dish.lives(bad)
    assert any(turn.after.dossiers[0].facts["listed(detention)"] for life in lives for turn in life.turns)
    assert not any(life.moment.dossiers[0].facts["listed(detention)"] for life in lives)


@proof(13)
def a_purse_counts_double_in_the_second_week(dish: Dish) -> None:
    rules = [
        mark
        for life in dish.lives({"lost_purse": "hand_in"})
        for mark in life.moment.dossiers[0].marks
        if mark.rule == "found_again"
    ]
    assert rules
    assert all(mark.day >= 8 for mark in rules)


@proof(14)
def whoever_stays_away_loses_points(dish: Dish) -> None:
    away = dish.lives({"sunday_cake": "stay"}, count=10)
    assert all(any(mark.rule == "no_visit" for mark in life.moment.dossiers[0].marks) for life in away)


@proof(15)
def stars_are_the_mean_of_what_others_gave(dish: Dish) -> None:
    assert dish.broken("stars") == []
    ends = {score(life) for life in dish.lives(regime="stars", count=20)}
    assert len(ends) > 2


@proof(16)
def signing_makes_the_bus_free_and_the_rest_visible(dish: Dish) -> None:
    signed = dish.lives({"bus-card/green_desk": "sign", "first_morning": "out", "maths_test": "away"}, "bus-card")
    facts = [turn.after.dossiers[0].facts for life in signed for turn in life.turns]
    assert any(fact["enrolled"] and fact["active(ride)"] for fact in facts)
    assert any(fact["listed(seen_outside)"] for fact in facts)
    free = dish.lives({"bus-card/green_desk": "read_first"}, "bus-card", 10)
    assert not any(turn.after.dossiers[0].facts["active(ride)"] for life in free for turn in life.turns)


@proof(17)
def both_twins_come_and_know_of_each_other(dish: Dish) -> None:
    came = {scene for life in dish.lives(count=20) for scene in scenes(life)}
    assert {"wall_points", "wall_lunch"} <= came
    assert dish.library.vocabulary.acts["writes_about_points"].twin == "writes_about_lunch"


@proof(18)
def the_first_kicks_are_seen_more_rarely_than_the_last(dish: Dish) -> None:
    first = last = 0
    for life in dish.lives({"machine": "kick"}, count=60):
        kicks = [act.number for act in life.acts if act.kind == "dodges_fare"]
        seen = {mark.id for mark in life.moment.dossiers[0].marks if mark.rule == "machine"}
        assert len(kicks) >= 3
        days = {act.number: act.day for act in life.acts if act.kind == "dodges_fare"}
        reported = {mark.seen_on for mark in life.moment.dossiers[0].marks if mark.rule == "machine"}
        first += days[min(kicks)] in reported
        last += days[max(kicks)] in reported
        assert len(seen) <= len(kicks)
    assert first * 2 < last


@proof(19)
def the_second_step_is_the_one_that_was_chosen(dish: Dish) -> None:
    for part, other in (("king", "tree"), ("tree", "king")):
        came = [scenes(life) for life in dish.lives({"audition": part})]
        assert any(f"{part}_on_stage" in some for some in came)
        assert not any(f"{other}_on_stage" in some for some in came)
        assert all(
            some.index("audition") < some.index(f"{part}_on_stage") for some in came if f"{part}_on_stage" in some
        )


@proof(20)
def the_ending_tells_each_life_its_own_weeks(dish: Dish) -> None:
    texts = set()
    for takes in ({"maths_test": "show", "lost_purse": "keep"}, {"maths_test": "away"}, {"maths_test": "hide"}):
        for life in dish.lives(takes, count=15):
            view = look(life).ending
            assert view is not None
            assert "{" not in view.text
            texts.add(str(view.text))
    assert len(texts) >= 4


@proof(21)
def a_changed_cap_breaks_the_promise(dish: Dish) -> None:
    place = dish.folder / "regimes" / "house-points" / "regime.yaml"
    place.write_text(place.read_text("utf-8").replace("cap: 8 ", "cap: 4 "), "utf-8")
    assert any("Three loud lessons" in line for line in Dish(dish.folder).broken("house-points"))


@proof(22)
def the_camera_can_be_taken_down_and_nobody_knows_who_kept_the_purse(dish: Dish) -> None:
    keeps = {"lost_purse": "keep"}
    filmed = [mark.rule for life in dish.lives(keeps, count=20) for mark in life.moment.dossiers[0].marks]
    assert "on_film" in filmed
    bare = dish.library.with_parts("house-points", ["corridor_camera"])
    assert bare.title.read() == "House points without the corridor camera"
    assert [observer.id for observer in bare.observers] == ["monitor", "class_register", "duty_teacher"]
    dish.library = replace(dish.library, regimes={"house-points": bare})
    unseen = [mark.rule for life in dish.lives(keeps, count=20) for mark in life.moment.dossiers[0].marks]
    assert "on_film" not in unseen
    assert "noise" in unseen


@proof(23)
def the_front_row_is_reached_and_only_the_word_is_shown(dish: Dish) -> None:
    lives = dish.lives({"first_morning": "front", "lost_purse": "hand_in", "maths_test": "hide"}, count=60)
    tiers = {turn.after.dossiers[0].facts["tier"] for life in lives for turn in life.turns}
    assert tiers >= {"middle", "front_row"}
    apps = [office for life in lives[:20] for office in look(life).regimes]
    assert {app.score for app in apps} == {None}
    assert {str(app.tier) for app in apps} <= {"The back row", "The middle", "The front row"}


@proof(24)
def copying_costs_what_the_yearbook_says_and_it_can_be_looked_up(dish: Dish) -> None:
    rule = next(rule for rule in dish.library.regimes["house-points"].rules if rule.id == "copied")
    fact = dish.library.sources.fact(rule.provenance.sources[0])
    assert (rule.provenance.status, fact.source) == ("documented", "The yearbook of the school")
    assert "fifteen points" in fact.says


@proof(25)
def soup_comes_to_those_who_promised_and_carried(dish: Dish) -> None:
    kept = [scenes(life) for life in dish.lives({"moving_day": "promise", "wednesday": "carry"})]
    assert any("soup" in came for came in kept)
    assert all("wednesday" in came for came in kept if "soup" in came)
    for takes in ({"moving_day": "promise", "wednesday": "forget"}, {"moving_day": "busy"}):
        assert not any("soup" in scenes(life) for life in dish.lives(takes, count=20))
    assert not any("wednesday" in scenes(life) for life in dish.lives({"moving_day": "busy"}, count=20))
