"""Room two: rules, silences, lists of other offices, scales and their rhythms."""

from __future__ import annotations

import pytest
from scenario import (
    Settle,
    factor,
    friends_weigh,
    habit,
    life,
    live,
    measure,
    person,
    phase,
    regime,
    roll,
    rule,
    tier,
    turning,
    watches,
)

SEES = watches("jaywalks", "helps", "visits", "works", "hides_stranger", "reports")


def under(*parts, of=None, **others):
    return live(regime(SEES, *parts, **others), of=of)


# points


def test_points_add_up_and_stay_between_the_ends(settle: Settle) -> None:
    helping = rule("helping", act="helps", points=30)
    assert settle(under(helping, start=100, most=150).does("helps", "helps", "helps")).score == 150
    walking = rule("walking", act="jaywalks", points=-70)
    assert settle(under(walking).does("jaywalks", "jaywalks")).score == 0


def test_what_was_lost_at_the_floor_is_not_owed() -> None:
    story = under(rule("walking", act="jaywalks", points=-70), rule("helping", act="helps", points=10))
    assert story.does("jaywalks", "jaywalks", "helps").score == 10


def test_a_scale_without_ends_has_none() -> None:
    story = under(rule("walking", act="jaywalks", points=-70), start=0, least=0, most=0).does("jaywalks", "jaywalks")
    assert story.score == -140


def test_half_points_are_rounded_half_up() -> None:
    story = under(rule("helping", act="helps", points=0.5)).does("helps")
    assert story.score == 101
    assert under(rule("helping", act="helps", points=0.25), decimals=2).does("helps").score == 100.25


@pytest.mark.parametrize(("per", "left"), [("day", 70), ("week", 80), ("month", 80), ("life", 90)])
def test_a_cap_bounds_what_a_rule_takes_in_a_period(settle: Settle, per: str, left: int) -> None:
    """Day 1 is Monday 5 March: red lights on days 1 and 2, in the week after, and in April. Ten points at most."""
    walking = rule("walking", act="jaywalks", points=-10, cap=10, per=per)
    story = under(walking).does("jaywalks", "jaywalks")
    if per == "day":
        assert settle(story.does("jaywalks")).score == left
    elif per == "week":
        assert settle(story.until(8).does("jaywalks")).score == left
    else:
        assert settle(story.until(28).does("jaywalks")).score == left


def test_the_cap_of_a_month_ends_with_the_calendar_s_month() -> None:
    """Day 27 is the last of March."""
    walking = rule("walking", act="jaywalks", points=-10, cap=10, per="month")
    assert under(walking).until(27).does("jaywalks").score == 90
    assert under(walking).until(26).does("jaywalks", "jaywalks").score == 90
    assert under(walking).until(27).does("jaywalks", "jaywalks").score == 80


def test_a_cap_lets_the_rest_of_a_mark_through() -> None:
    assert (
        under(rule("walking", act="jaywalks", points=-8, cap=10)).does("jaywalks", "jaywalks", "jaywalks").score == 90
    )


def test_a_rule_holds_only_when_its_condition_does(settle: Settle) -> None:
    walking = rule("walking", act="jaywalks", points=-10, when="score > 85")
    assert settle(under(walking).does(*["jaywalks"] * 5)).score == 80


def test_repetition_can_weigh_more(settle: Settle) -> None:
    once = rule("once", act="jaywalks", points=-1)
    again = rule("again", act="jaywalks", points=-20, when="seen(jaywalks) >= 3")
    assert settle(under(once, again).does(*["jaywalks"] * 3)).score == 77


def test_a_rule_holds_only_in_its_phases(settle: Settle) -> None:
    walking = rule("walking", act="jaywalks", points=-10, phases=["running"])
    story = under(walking, phase("before"), phase("running"), turning("running", "day >= 3", ["before"]))
    assert settle(story.does(*["jaywalks"] * 4)).score == 80


def test_a_rule_moves_the_regime_s_own_counters(settle: Settle) -> None:
    story = under(rule("walking", act="jaywalks", moods={"public_mood": -2}), counters={"public_mood": 50})
    assert settle(story.does("jaywalks")).held().facts["public_mood"] == 48


def test_a_rule_puts_on_a_list_at_once(settle: Settle) -> None:
    story = settle(under(rule("walking", act="jaywalks", lists="black"), roll("black")).does("jaywalks"))
    assert story.lists == {"black"}
    assert story.held().placed["black"] == story.marks[0].id


def test_a_record_that_grows_shares_what_stood_there_before() -> None:
    walking = under(rule("walking", act="jaywalks", points=-1)).does(*["jaywalks"] * 5)
    before, after = walking.held(), walking.does("jaywalks").held()
    assert len(after.marks) == len(before.marks) + 1 == 6
    assert all(after.entries[day] is page for day, page in before.entries.items())
    assert all(after.known[day] is filed for day, filed in before.known.items())
    assert all(after.moved[day] is page for day, page in before.moved.items())


def test_marks_of_rules_that_last_unlike_long_lapse_each_in_its_time() -> None:
    brief, long = (rule(name, act="jaywalks", points=-10, lasts=lasts) for name, lasts in (("a", 3), ("b", 6)))
    story = under(brief, long).does("jaywalks")
    made = story.marks[0].day
    assert [story.until(made + days).score for days in (2, 3, 5, 6)] == [80, 90, 90, 100]


# whose acts

LIN = person("lin", "friend", habits=[habit("jaywalks", start=2)], bond=60)
WANG = person("wang", "neighbour", habits=[habit("jaywalks", start=2)])


def test_a_rule_for_oneself_leaves_others_alone(settle: Settle) -> None:
    story = under(rule("walking", act="jaywalks", points=-10), of=life(LIN, WANG), unit=("household", ("neighbour",)))
    assert settle(story.passes(2)).score == 100


def test_a_rule_for_the_unit_reads_everybody_in_it(settle: Settle) -> None:
    story = under(
        rule("walking", act="jaywalks", points=-10, whose="unit"),
        of=life(LIN, WANG),
        unit=("tithing", ("neighbour",)),
    )
    assert settle(story.passes(2)).score == 80
    assert settle(story.does("jaywalks").passes(1)).score == 70


def test_a_rule_for_friends_reads_friends_only_while_they_are_friends(settle: Settle) -> None:
    from scenario import choice, scene

    quarrel = scene(
        "quarrel", choice("shout", bonds={"lin": -40}), choice("goes", leaves=["lin"]), kind="beat", when="day == 3"
    )
    story = under(rule("company", act="jaywalks", points=-1, whose="friends"), of=life(LIN, WANG, quarrel)).passes(2)
    assert story.score == 98
    assert settle(story.takes("shout").passes(5)).score == 98
    assert settle(story.takes("goes").passes(5)).score == 98


def test_whoever_has_left_the_life_is_judged_no_more() -> None:
    away = person("zhao", "neighbour", here=False, habits=[habit("jaywalks", start=2)])
    story = under(
        rule("walking", act="jaywalks", points=-10, whose="unit"), of=life(away), unit=("household", ("neighbour",))
    )
    assert story.passes(5).score == 100


# silences


def test_what_was_not_done_in_time_is_marked_and_the_clock_starts_anew(settle: Settle) -> None:
    story = under(rule("no_visit", omits="visits", within=7, points=-10))
    assert story.until(6).score == 100
    assert settle(story.until(7)).score == 90
    assert settle(story.until(14)).score == 80
    assert settle(story.until(5).does("visits").until(11)).score == 100
    assert settle(story.until(5).does("visits").until(12)).score == 90


def test_an_unseen_deed_is_a_silence_all_the_same() -> None:
    story = live(regime(watches("visits", reliability=0.0), rule("no_visit", omits="visits", within=7, points=-10)))
    assert story.until(5).does("visits").until(8).score == 90


def test_a_duty_after_something_runs_from_it_and_counts_once(settle: Settle) -> None:
    story = under(rule("no_report", omits="reports", after="hides_stranger", within=3, points=-10))
    assert story.passes(20).score == 100
    asked = story.does("hides_stranger")
    assert asked.until(4).score == 100
    assert settle(asked.until(5)).score == 90
    assert settle(asked.until(30)).score == 90
    assert settle(asked.passes(2).does("reports").until(30)).score == 100


def test_a_duty_that_comes_again_counts_again() -> None:
    story = under(rule("no_report", omits="reports", after="hides_stranger", within=3, points=-10))
    assert story.does("hides_stranger").until(10).does("hides_stranger").until(20).score == 80


def test_a_silence_is_counted_from_the_day_one_joined() -> None:
    """Whoever joins on day 30 has not been silent for thirty days."""
    town = regime(watches("visits"), rule("no_visit", omits="visits", within=7, points=-10), opt_in=True)
    assert live(town).until(30).joins().until(32).score == 100


def test_a_silence_is_counted_from_the_day_its_rule_came_into_force() -> None:
    late = rule("no_visit", omits="visits", within=7, points=-10, phases=["running"])
    story = under(late, phase("before"), phase("running"), turning("running", "day >= 30", ["before"]))
    assert story.until(32).score == 100


# the lists of other offices

COURT = regime(
    watches("cheats"),
    rule("cheating", act="cheats", lists="defaulters"),
    roll("defaulters", term=10),
    name="court",
    kind="none",
)


def test_being_listed_elsewhere_arrives_the_next_day(settle: Settle) -> None:
    company = regime(rule("listed", listed="court/defaulters", points=-50), name="town")
    story = live(company, COURT).does("cheats")
    told = settle(story)
    assert told.day == 2
    assert told.score_at("town") == 50
    assert told.marks[0].day == 2


def test_being_listed_elsewhere_counts_once_for_one_listing(settle: Settle) -> None:
    company = regime(rule("listed", listed="court/defaulters", points=-20), name="town")
    assert settle(live(company, COURT).does("cheats").passes(8)).score == 80
    assert settle(live(company, COURT).does("cheats").passes(11).does("cheats").passes(2)).score == 60


def test_the_order_of_the_regimes_does_not_matter() -> None:
    company = regime(rule("listed", listed="court/defaulters", points=-20), name="town")
    one, other = live(company, COURT).does("cheats"), live(COURT, company).does("cheats")
    assert one.score_at("town") == other.score_at("town") == 80


def test_a_regime_does_not_hear_of_its_own_lists_by_post() -> None:
    own = regime(
        watches("cheats"),
        rule("cheating", act="cheats", lists="black"),
        rule("echo", listed="town/black", points=-9),
        roll("black"),
    )
    assert live(own).does("cheats").passes(3).score == 100


# factors


def test_factors_are_weighed_and_stretched(settle: Settle) -> None:
    parts = [
        factor("paying", 0.75, 40),
        factor("living", 0.25, 80),
        rule("works", act="works", points=10, factor="paying"),
    ]
    story = under(*parts, kind="factors", least=350, most=950, start=650)
    assert story.score == 350 + 6 * (0.75 * 40 + 0.25 * 80)
    assert settle(story.does("works")).score == 695


def test_a_factor_stays_between_nought_and_a_hundred() -> None:
    parts = [
        factor("paying", 1, 90),
        rule("works", act="works", points=30, factor="paying"),
        rule("red", act="jaywalks", points=-40, factor="paying"),
    ]
    story = under(*parts, kind="factors", least=0, most=100)
    assert story.does("works").score == 100
    assert story.does("works", "jaywalks").score == 60


def test_a_factor_forgets_each_month(settle: Settle) -> None:
    """Day 28 is the first of April."""
    parts = [factor("paying", 1, 50, decay=0.5), rule("works", act="works", points=20, factor="paying")]
    story = under(*parts, kind="factors", least=0, most=100, updates="daily").does("works")
    assert settle(story.until(27)).score == 70
    assert settle(story.until(28)).score == 60


def test_points_forget_each_month(settle: Settle) -> None:
    story = under(rule("red", act="jaywalks", points=-40), decay=0.5, updates="daily").does("jaywalks")
    assert settle(story.until(28)).score == 80
    assert settle(story.until(58)).score == 90


def test_forgetting_shows_at_once_where_a_score_is_made_at_once() -> None:
    story = under(rule("red", act="jaywalks", points=-40), decay=0.5).does("jaywalks")
    assert story.until(28).score == 80


# ratings


def test_ratings_are_averaged_over_a_window(settle: Settle) -> None:
    five, one = rule("kind", act="helps", rating=5), rule("rude", act="jaywalks", rating=1)
    story = under(five, one, kind="ratings", start=4, least=0, most=5, window=2, decimals=2)
    assert story.score == 4
    assert settle(story.does("helps", "jaywalks")).score == 3
    assert settle(story.does("helps", "jaywalks", "jaywalks")).score == 1


def test_the_rater_s_own_standing_weighs() -> None:
    """A friend who stands at 4.5 and a neighbour who stands at 1 do not count alike."""
    high = person("lin", "friend", habits=[habit("helps", start=2)], bond=60)
    low = person("wang", "neighbour", habits=[habit("jaywalks", start=2)])
    parts = [
        rule("praise", act="helps", rating=5, whose="friends", rater="friend"),
        rule("smear", act="jaywalks", rating=1, whose="unit", rater="neighbour"),
        rule("good_name", act="helps", rating=5),
        rule("bad_name", act="jaywalks", rating=1),
    ]
    told = {"kind": "ratings", "start": 3, "least": 0, "most": 5, "decimals": 2, "unit": ("tithing", ("neighbour",))}
    flat = under(*parts, of=life(high, low), **told).passes(20).score
    weighed = under(*parts, of=life(high, low), weighs_rater=True, **told).passes(20).score
    assert weighed > flat


def test_whoever_rates_in_a_role_weighs_by_where_that_one_stands() -> None:
    """A kind word before somebody at 5 lifts more than the same before somebody at 1; with nobody there it weighs as the rule says."""
    told = {"kind": "ratings", "start": 3, "least": 0, "most": 5, "decimals": 2, "weighs_rater": True}
    parts = [
        rule("kind", act="helps", rating=5, rater="friend", rater_stands=2),
        rule("rude", act="jaywalks", rating=1, rater_stands=2),
    ]

    def after(*people: object, **begins: float) -> float:
        found = under(*parts, of=life(*people), others=tuple(begins.items()), **told).does("helps").does("jaywalks")
        return float(found.score)

    lin = person("lin", "friend")
    assert after(lin, friend=5) > after(lin, friend=1)
    assert after() == after(lin, friend=2) == 3


# no number


def test_without_a_number_there_are_marks_and_lists_only(settle: Settle) -> None:
    story = settle(
        live(regime(watches("cheats"), rule("cheating", act="cheats", lists="file"), roll("file"), kind="none")).does(
            "cheats"
        )
    )
    assert story.rules_hit == ["cheating"]
    assert story.lists == {"file"}
    assert story.held().course == ()
    assert story.tier == ""
    assert story.view.regimes[0].score is None


# rhythms


def test_a_score_at_once_moves_with_the_deed(settle: Settle) -> None:
    assert settle(under(rule("red", act="jaywalks", points=-5)).does("jaywalks")).held().course == ((1, 100), (1, 95))


@pytest.mark.parametrize(
    ("rhythm", "moves"),
    [
        ({"updates": "daily"}, 4),
        ({"updates": "weekly"}, 8),
        ({"updates": "monthly", "update_day": 6}, 33),
        ({"updates": "monthly"}, 28),
    ],
)
def test_a_score_moves_on_its_day(settle: Settle, rhythm: dict, moves: int) -> None:
    """Day 1 is Monday 5 March; a red light on day 3. The 6th of April is day 33, the 1st day 28."""
    story = under(rule("red", act="jaywalks", points=-5), **rhythm).until(3).does("jaywalks")
    assert settle(story.until(moves - 1)).score == 100 if moves > 4 else True
    assert settle(story.until(moves)).score == 95


def test_what_waits_for_the_update_is_counted_once() -> None:
    story = under(rule("red", act="jaywalks", points=-5), updates="weekly").does("jaywalks").until(40)
    assert story.score == 95


# tiers, lists


def test_a_tier_begins_at_its_number(settle: Settle) -> None:
    tiers = [tier("high", 95), tier("low", 0), tier("mid", 90)]
    story = under(*tiers, rule("red", act="jaywalks", points=-5))
    assert story.tier == "high"
    assert settle(story.does("jaywalks")).tier == "high"
    assert settle(story.does("jaywalks", "jaywalks")).tier == "mid"
    assert settle(story.does(*["jaywalks"] * 3)).tier == "low"


def test_below_every_tier_there_is_none() -> None:
    assert under(tier("high", 200)).tier == ""


def test_a_list_is_entered_and_left_by_its_conditions(settle: Settle) -> None:
    black = roll("black", "score < 95", "score >= 98")
    story = under(black, rule("red", act="jaywalks", points=-10), rule("help", act="helps", points=4))
    listed = story.does("jaywalks")
    assert settle(listed).lists == {"black"}
    assert settle(listed.does("helps")).lists == {"black"}
    assert settle(listed.does("helps", "helps")).lists == set()


def test_a_list_with_a_term_ends_by_itself(settle: Settle) -> None:
    story = under(roll("black", term=10), rule("red", act="jaywalks", lists="black")).until(3).does("jaywalks")
    assert settle(story.until(12)).lists == {"black"}
    assert story.until(12).held().facts["days_on(black)"] == 9
    assert settle(story.until(13)).lists == set()


def test_a_list_is_kept_only_in_its_phases() -> None:
    black = roll("black", "score < 95", phases=["running"])
    story = under(
        black,
        rule("red", act="jaywalks", points=-10),
        phase("before"),
        phase("running"),
        turning("running", "day >= 5", ["before"]),
    )
    assert story.does("jaywalks").until(4).lists == set()
    assert story.does("jaywalks").until(5).lists == {"black"}


def test_a_list_is_given_up_with_the_phase_it_belonged_to() -> None:
    """When a scheme is abolished, nobody stays on its blacklist."""
    black = roll("black", "score < 95", phases=["running"])
    ban = measure("ban", "listed(black)", closes=["train"])
    story = under(
        black,
        ban,
        rule("red", act="jaywalks", points=-10),
        phase("running"),
        phase("abolished"),
        turning("abolished", "day >= 5", ["running"]),
    )
    after = story.does("jaywalks").until(6)
    assert after.lists == set()
    assert after.measures == set()


# friends


def test_the_standing_of_friends_pulls(settle: Settle) -> None:
    """Lin loses ten a day; a tenth of the distance is felt, at the next update."""
    parts = [rule("red", act="jaywalks", points=-10)]
    story = under(*parts, of=life(LIN), updates="daily", influence=friends_weigh(0.1)).until(4)
    assert settle(story).held().others == {"lin": 70}
    assert story.score == 97
    assert story.held().facts["friends_score"] == 70


def test_friends_pull_in_a_scale_without_ends_too() -> None:
    story = under(
        rule("red", act="jaywalks", points=-10),
        of=life(LIN),
        updates="daily",
        influence=friends_weigh(0.1),
        start=100,
        least=0,
        most=0,
    )
    assert story.until(4).held().others == {"lin": 70}


def test_without_friends_nothing_pulls() -> None:
    assert under(influence=friends_weigh(0.5), updates="daily").until(5).score == 100


def test_what_came_into_force_on_a_day_counts_from_that_day(settle: Settle) -> None:
    """The tests' life begins on a Monday, 5 March 2018, so that 1 May is its day 58."""
    fined = rule("fined", act="jaywalks", points=-10, when="date >= 20180501")
    eve = under(fined).until(57)
    assert eve.facts["date"] == 20180430
    first = eve.does("jaywalks")
    assert (first.score, first.facts["date"]) == (100, 20180501)
    assert settle(first.does("jaywalks")).score == 90


def test_what_ends_on_a_date_ends_without_anybody_doing_anything() -> None:
    banned = roll("banned", enters="seen(jaywalks) >= 1 and date < 20180310", leaves="date >= 20180310")
    story = under(banned).does("jaywalks")
    assert story.lists == {"banned"}
    assert story.until(6).lists == set()
