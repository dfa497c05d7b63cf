"""Meters, values, flags; tides, bills, habits; how a life ends."""

from __future__ import annotations

import pytest
from scenario import Settle, bill, choice, ending, habit, life, live, person, scene, tide

from scsgame.game.moves import Choose
from scsgame.game.pleas import IllegalMove
from scsgame.life.days import STANDING_BY
from scsgame.terms import SELF


def once(**parts):
    return scene("door", choice("does", **parts), kind="opening")


def test_a_choice_does_what_it_says(settle: Settle) -> None:
    door = scene(
        "door",
        choice(
            "does",
            ["helps"],
            effects={"money": -20, "strength": 3},
            sets=["lent"],
            counts={"favours": 2},
            bonds={"pal": 5, "wang": -7},
        ),
        kind="opening",
        cast={"pal": "friend"},
    )
    facts = settle(live(of=life(door, person("lin", "friend"), person("wang", "neighbour"))).takes("does")).facts
    assert (facts["money"], facts["strength"], facts["lent"], facts["favours"]) == (980, 53, True, 2)
    assert (facts["bond(lin)"], facts["bond(wang)"]) == (55, 43)
    assert (facts["times(helps)"], facts["last(helps)"], facts["met(door)"]) == (1, 1, 1)


def test_a_flag_can_be_taken_away() -> None:
    steps = [
        scene("on", choice("does", sets=["lent"]), kind="opening"),
        scene("off", choice("does", clears=["lent"]), kind="crisis"),
    ]
    story = live(of=life(*steps)).takes("does")
    assert story.facts["lent"] is True
    assert story.takes("does").facts["lent"] is False


@pytest.mark.parametrize(("change", "stands"), [(500, 100), (-500, 0)])
def test_meters_and_bonds_stay_within_their_ends(change: int, stands: int) -> None:
    facts = live(of=life(once(effects={"ties": change}, bonds={"lin": change}), person("lin"))).takes("does").facts
    assert (facts["ties"], facts["bond(lin)"]) == (stands, stands)


def test_money_can_go_below_nothing() -> None:
    assert live(of=life(once(effects={"money": -3000}))).takes("does").facts["money"] == -2000


def test_standing_for_a_value_one_holds_moves_the_self(settle: Settle) -> None:
    held = {"values": ("candour",)}
    assert settle(live(of=life(once(upholds=["candour"])), **held).takes("does")).facts["self"] == 50 + STANDING_BY
    assert live(of=life(once(betrays=["candour"])), **held).takes("does").facts["self"] == 50 - STANDING_BY
    assert live(of=life(once(upholds=["order"], betrays=["loyalty"])), **held).takes("does").facts["self"] == 50


def test_a_choice_is_offered_only_when_its_condition_holds() -> None:
    door = scene("door", choice("rich", when="money > 5000"), choice("poor"), kind="opening")
    assert list(live(of=life(door)).offers) == ["poor"]
    with pytest.raises(IllegalMove):
        live(of=life(door)).takes("rich")


# what comes by itself


def test_tides_come_on_their_days(settle: Settle) -> None:
    story = live(of=life(tide("wage", {"money": 500}, 3, 10)))
    assert [story.until(day).facts["money"] for day in (2, 3, 12, 13)] == [1000, 1500, 1500, 2000]
    assert settle(story.until(13)).facts["money"] == 2000


def test_a_tide_comes_on_the_first_day_when_it_says_so() -> None:
    assert live(of=life(tide("wage", {"money": 500}, 1, 30))).facts["money"] == 1500


def test_a_tide_keeps_its_condition() -> None:
    assert live(of=life(tide("wage", {"money": 500}, 3, 10, when="has_job"))).until(20).facts["money"] == 1000


RENT = bill("rent", 200, 5, 30, 3, fee=20)


def test_a_bill_paid_in_time_is_one_act(settle: Settle) -> None:
    story = live(of=life(RENT)).until(5)
    assert story.facts["owes(rent)"] is True
    paid = settle(story.until(8).pays("rent"))
    assert paid.facts["money"] == 800
    assert (paid.facts["times(pays_in_time)"], paid.facts["owes(rent)"]) == (1, False)
    assert paid.until(34).facts.get("times(misses_date)", 0) == 0


def test_a_bill_past_its_date_is_another_and_costs_a_fee(settle: Settle) -> None:
    """Due on day 8: the ninth is too late."""
    late = live(of=life(RENT)).until(9)
    assert late.facts["overdue(rent)"] is True
    assert late.facts["times(misses_date)"] == 1
    paid = settle(late.pays("rent"))
    assert (paid.facts["money"], paid.facts["times(pays_late)"], "times(pays_in_time)" in paid.facts) == (
        780,
        1,
        False,
    )
    assert paid.facts["overdue(rent)"] is False


def test_the_date_is_missed_once_for_each_bill() -> None:
    assert live(of=life(RENT)).until(34).facts["times(misses_date)"] == 1
    assert live(of=life(RENT)).until(60).facts["times(misses_date)"] == 2


def test_each_bill_falls_overdue_on_its_own_day_however_many_are_owed() -> None:
    """Thirty daily bills of which one gives 12 days and the others one: the patient one comes first and is late last."""
    patient, hasty = bill("patient", 1, 2, 40, 12), [bill(f"hasty_{at}", 1, 2, 1, 1) for at in range(30)]
    story = live(of=life(patient, *hasty))
    for day in range(4, 30):
        story = story.until(day)
        owed = story.chronicle.moment.life.owed
        assert [entry.overdue for entry in owed] == [day > entry.due for entry in owed]
        assert story.facts["overdue(patient)"] is (day > 14)


def test_the_oldest_of_two_bills_is_paid_first() -> None:
    story = live(of=life(RENT)).until(36)
    assert len(story.chronicle.moment.life.owed) == 2
    assert story.pays("rent").facts["times(pays_late)"] == 1
    assert story.pays("rent").pays("rent").facts["times(pays_in_time)"] == 1


def test_nothing_is_paid_that_is_not_owed() -> None:
    with pytest.raises(IllegalMove):
        live(of=life(RENT)).pays("rent")
    with pytest.raises(IllegalMove):
        live(of=life(RENT)).pays("no_such_bill")


def test_a_bill_of_the_first_day_comes_on_it() -> None:
    assert live(of=life(bill("rent", 200, 1, 30, 3))).facts["owes(rent)"] is True


def test_paying_does_not_use_up_the_day() -> None:
    story = live(of=life(RENT)).until(5)
    assert (story.pays("rent").day, story.pays("rent").scene) == (5, "square")


# the others


def test_others_do_as_their_habits_are(settle: Settle) -> None:
    lin = person("lin", "friend", habits=[habit("helps", 7, start=3)])
    acts = [(act.day, act.by) for act in settle(live(of=life(lin)).until(20)).chronicle.acts]
    assert acts == [(3, "lin"), (10, "lin"), (17, "lin")]


def test_a_habit_of_the_first_day_is_done_on_it() -> None:
    acts = live(of=life(person("lin", habits=[habit("helps", 7)]))).until(9).chronicle.acts
    assert [act.day for act in acts] == [1, 8]


def test_whoever_is_gone_does_nothing_here() -> None:
    away = person("lin", here=False, habits=[habit("helps")])
    assert live(of=life(away)).until(20).chronicle.acts == ()


def test_a_habit_has_its_chance() -> None:
    acts = live(of=life(person("lin", habits=[habit("helps", 1, chance=0.25)]))).until(80).chronicle.acts
    assert 8 <= len(acts) <= 34


def test_what_others_do_is_not_one_s_own() -> None:
    story = live(of=life(person("lin", habits=[habit("helps")]))).until(20)
    assert story.facts.get("times(helps)", 0) == 0
    assert all(act.by != SELF for act in story.chronicle.acts)


# endings


def test_a_life_ends_after_its_last_day(settle: Settle) -> None:
    story = settle(live(of=life(weeks=2)).passes(90))
    assert (story.day, story.over, story.chronicle.moment.ending) == (14, True, "the_end")
    with pytest.raises(IllegalMove):
        story.then(Choose("square", "rests"))


def test_the_first_ending_that_holds_is_told() -> None:
    of = life(ending("rich", "money > 5000"), ending("poor", "money < 5000"), ending("other"), weeks=1)
    assert live(of=of).passes(30).chronicle.moment.ending == "poor"


def test_an_early_ending_ends_a_life_on_its_day(settle: Settle) -> None:
    of = life(ending("broke", "money <= -500", early=True), once(effects={"money": -1500}))
    story = settle(live(of=of).takes("does"))
    assert (story.over, story.day, story.chronicle.moment.ending) == (True, 1, "broke")


def test_an_ending_that_is_not_early_waits_for_the_last_day() -> None:
    of = life(ending("broke", "money <= -500"), once(effects={"money": -1500}), weeks=2)
    story = live(of=of).takes("does").passes(90)
    assert (story.day, story.chronicle.moment.ending) == (14, "broke")


def test_the_slots_of_an_ending_are_filled_with_what_was_done() -> None:
    words = (("lent", "You lent."), ("", "You kept."))
    of = life(ending("told", line=words), once(sets=["lent"]), weeks=1)
    assert live(of=of).takes("does").passes(30).view.ending.text == "It ends. You lent."
    of = life(ending("told", line=words), weeks=1)
    assert live(of=of).passes(30).view.ending.text == "It ends. You kept."


def test_a_year_long_life_works(settle: Settle) -> None:
    story = settle(live(of=life(RENT, tide("wage", {"money": 500}, 3, 10), weeks=53)).passes(400))
    assert (story.over, story.day) == (True, 371)
