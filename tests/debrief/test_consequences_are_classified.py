"""Each consequence as a procedure: given, taken, kept away, or coming anyway; both readings where the field disagrees."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scenario import (
    Story,
    bill,
    choice,
    habit,
    life,
    live,
    measure,
    person,
    redress,
    regime,
    roll,
    rule,
    scene,
    watches,
)

from scsgame.debrief.contingencies.avoidance import avoidance, duties
from scsgame.debrief.contingencies.dependence import contingency, gains, loses
from scsgame.debrief.contingencies.procedures import SIGNS, classified, not_your_doing, prevented
from scsgame.debrief.log import Log, Response

RED = rule("red", act="jaywalks", points=-5)
HELP = rule("help", act="helps", points=5)
CROSSING = scene("crossing", choice("cross", ["jaywalks"]), choice("wait", ["waits"]), cooldown=1, kind="beat")
HELPING = scene("helping", choice("help", ["helps"]), choice("pass_by"), cooldown=1, kind="beat")


def found(story: Story) -> list[tuple[str, str, str]]:
    return [(one.of.kind, one.of.subject, SIGNS[one.procedure]) for one in classified(Log(story.chronicle))]


def procedures(story: Story) -> list[tuple[str, str, str | None]]:
    return [(one.of.subject, one.procedure, one.other) for one in classified(Log(story.chronicle))]


def test_points_given_for_an_act_are_positive_reinforcement():
    story = live(regime(watches("helps"), HELP), of=life(HELPING)).takes("help")
    assert procedures(story) == [("help", "positive_reinforcement", None)]


def test_points_taken_for_an_act_are_response_cost_which_is_negative_punishment():
    story = live(regime(watches("jaywalks"), RED), of=life(CROSSING)).takes("cross")
    assert procedures(story) == [("red", "response_cost", None)]
    assert found(story) == [("mark", "red", "P-")]


def test_a_ban_can_be_read_as_something_added_and_as_travel_taken():
    town = regime(watches("jaywalks"), RED, measure("ban", "score < 100", closes=["train"]))
    assert procedures(live(town, of=life(CROSSING)).takes("cross"))[1] == (
        "ban", "positive_punishment", "negative_punishment"
    )  # fmt: skip


def test_a_ban_lifted_by_what_one_did_is_escape():
    town = regime(watches("jaywalks", "helps"), RED, HELP, measure("ban", "score < 100", closes=["train"]))
    assert procedures(live(town).does("jaywalks", "helps"))[-1] == ("ban", "escape", "positive_reinforcement")


def test_a_deposit_waived_is_something_given_or_something_ended():
    town = regime(watches("helps"), HELP, measure("deal", "score > 100", prices={"loan": 0.0}))
    assert procedures(live(town).does("helps"))[1] == ("deal", "positive_reinforcement", "escape")


def test_a_perk_lost_is_negative_punishment():
    town = regime(watches("jaywalks"), RED, measure("lane", "score >= 100", opens=["lane"]))
    assert procedures(live(town).does("jaywalks"))[-1] == ("lane", "negative_punishment", None)


def test_a_bad_list_entered_is_positive_punishment_and_left_by_a_plea_escape():
    town = regime(
        watches("jaywalks"),
        rule("red", act="jaywalks", lists="black"),
        roll("black"),
        redress("form", about=("black",)),
    )
    story = live(town).does("jaywalks").pleads("form", "black").passes(6)
    assert [(kind, sign) for kind, name, sign in found(story) if name == "black"] == [("list", "P+"), ("list", "R-")]


def test_a_low_rating_is_punishment_and_may_be_read_as_a_cost():
    town = regime(
        watches("jaywalks"), rule("one", act="jaywalks", rating=1, rater="friend"), kind="ratings", start=4.0, least=1.0, most=5.0
    )  # fmt: skip
    assert procedures(live(town).does("jaywalks")) == [("one", "positive_punishment", "response_cost")]


def test_what_somebody_else_did_is_not_contingent_and_not_your_doing():
    lin = person("lin", "friend", habits=[habit("jaywalks", 90, start=2)], bond=80)
    town = regime(watches("jaywalks"), rule("company", act="jaywalks", points=-3, whose="friends"))
    (one,) = not_your_doing(classified(Log(live(town, of=life(lin)).passes(3).chronicle)))
    assert (one.procedure, one.because, one.decisions) == ("independent", "somebody_else", ())


def test_a_report_about_nothing_is_nobody_s_doing():
    story = live(regime(watches("jaywalks", invents=1.0), RED)).passes(10)
    (one,) = not_your_doing(classified(Log(story.chronicle)))
    assert one.because == "nobody"


def test_points_that_lapse_come_back_with_time():
    story = (
        live(regime(watches("jaywalks"), rule("red", act="jaywalks", points=-5, lasts=3))).does("jaywalks").passes(5)
    )
    assert [(one.of.kind, one.because) for one in classified(Log(story.chronicle))] == [
        ("mark", "one_choice"),
        ("struck", "time"),
    ]


def test_what_every_choice_would_have_brought_hung_on_none():
    both = scene("both", choice("one", ["jaywalks"]), choice("two", ["jaywalks"]), kind="beat")
    (one,) = classified(Log(live(regime(watches("jaywalks"), RED), of=life(both)).takes("one").chronicle))
    assert (one.procedure, one.because, one.decisions) == ("independent", "no_other_way", (1,))
    assert not_your_doing((one,)) == ()


def test_a_list_that_several_acts_together_brought_hangs_on_all_of_them():
    town = regime(watches("jaywalks"), RED, roll("black", "score < 97"), updates="weekly")
    story = live(town, of=life(CROSSING)).takes("cross", "cross", *["wait"] * 8)
    (black,) = [one for one in classified(Log(story.chronicle)) if one.of.kind == "list"]
    assert (black.procedure, black.because, black.decisions) == ("positive_punishment", "several_together", (1, 2))


def test_what_a_standing_ban_does_each_week_hangs_on_what_brought_the_ban():
    town = regime(watches("jaywalks"), RED, measure("shame", "score < 100", kind="publicity", weekly={"ties": -2}))
    story = live(town, of=life(CROSSING)).takes("cross", *["wait"] * 9)
    weekly = [one for one in classified(Log(story.chronicle)) if one.of.kind == "weekly"]
    assert [(one.procedure, one.decisions) for one in weekly] == [("negative_punishment", (1,))]


# what did not come


def kept(story: Story) -> list[tuple[str, str, tuple[str, ...], bool]]:
    return [(one.of.subject, one.procedure, one.ways, one.every) for one in prevented(Log(story.chronicle))]


def test_a_loss_that_did_not_come_because_one_waited_is_avoidance():
    assert kept(live(regime(watches("jaywalks"), RED), of=life(CROSSING)).takes("wait")) == [
        ("red", "avoidance", ("cross",), True)
    ]


def test_points_that_did_not_come_because_one_passed_by_are_omission():
    assert kept(live(regime(watches("helps"), HELP), of=life(HELPING)).takes("pass_by")) == [
        ("help", "omission", ("help",), True)
    ]


def test_a_bill_paid_in_time_avoids_the_loss():
    flat = life(bill("rent", 10, 2, 90, 3))
    story = (
        live(regime(watches("misses_date"), rule("late", act="misses_date", points=-20)), of=flat)
        .until(3)
        .pays("rent")
        .passes(6)
    )
    assert kept(story) == [("late", "avoidance", ("leaves_it",), True)]


def test_waiting_where_nobody_looked_avoids_nothing():
    assert kept(live(regime(watches("jaywalks", reliability=0.0), RED), of=life(CROSSING)).takes("wait")) == []


def test_the_avoidance_proportion_is_of_the_warned_decisions_only():
    told = live(regime(watches("jaywalks"), RED), of=life(CROSSING)).takes("wait", "wait", "cross", "wait")
    assert avoidance(Log(told.chronicle)).avoided == (3, 4)
    untold = live(regime(watches("jaywalks"), RED, told={"watching": "untold"}), of=life(CROSSING)).takes(
        "wait", "cross"
    )
    unwarned = avoidance(Log(untold.chronicle))
    assert unwarned.avoided == (0, 0)
    assert len(unwarned.dangers) == 2


def test_holding_back_where_nothing_would_have_come_is_needless():
    story = live(regime(watches("jaywalks", reliability=0.0), RED), of=life(CROSSING)).takes("wait", "wait", "cross")
    met = avoidance(Log(story.chronicle))
    assert (met.avoided, met.needless) == ((2, 3), (2, 2))


def test_a_duty_done_staves_a_silence_off():
    town = regime(watches("visits"), rule("no_visit", omits="visits", within=7, points=-3))
    visiting = scene("visiting", choice("visit", ["visits"]), choice("stay"), cooldown=1, kind="beat")
    log = Log(live(town, of=life(visiting)).takes("stay", "stay", "visit", *["stay"] * 12).chronicle)
    done = [one for one in duties(log) if one.done]
    assert [(one.decision, [silence.subject for silence in one.staved]) for one in done] == [(3, ["no_visit"])]


# delta P


def test_delta_p_is_one_where_it_always_and_only_follows():
    log = Log(live(regime(watches("jaywalks"), RED), of=life(CROSSING)).takes(*["cross", "wait"] * 5).chronicle)
    met = contingency(log, Response("jaywalks", "act", frozenset(("jaywalks",))), loses("town"))
    assert (met.with_it, met.without, met.delta) == ((5, 5), (0, 5), 1)
    assert met.interval.low > 0
    assert met.arranged == 1


def test_delta_p_is_nought_where_it_comes_anyway():
    lin = person("lin", "friend", habits=[habit("litters", 1)], bond=80)
    town = regime(watches("litters"), rule("company", act="litters", points=-1, whose="friends"))
    log = Log(live(town, of=life(lin, CROSSING)).takes(*["cross", "wait"] * 5).chronicle)
    met = contingency(log, Response("jaywalks", "act", frozenset(("jaywalks",))), loses("town"))
    assert (met.with_it.share, met.without.share, met.delta, met.arranged) == (1, 1, 0, 0)
    assert met.interval.holds(0)


def test_delta_p_is_not_known_where_one_side_was_never_tried_but_its_arrangement_is():
    log = Log(live(regime(watches("helps"), HELP), of=life(HELPING)).takes(*["pass_by"] * 4).chronicle)
    met = contingency(log, Response("helps", "act", frozenset(("helps",))), gains("town"))
    assert (met.with_it, met.without, met.delta) == ((0, 0), (0, 4), None)
    assert (met.would_with, met.would_without, met.arranged) == (1, 0, 1)


# laws

PICKS = st.lists(st.sampled_from(["cross", "wait"]), min_size=1, max_size=25)
FEW = settings(
    max_examples=30, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
LIN = person("lin", "friend", habits=[habit("jaywalks", 3, chance=0.5)], bond=70)
TOWN = regime(
    watches("jaywalks", "waits", reliability=0.6, errs=0.1, invents=0.4, delay=2), rule("red", act="jaywalks", points=-5, lasts=9),
    rule("good", act="waits", points=1, cap=3, per="week"), rule("company", act="jaywalks", points=-1, whose="friends"),
    roll("black", "score < 95", "score >= 97"), measure("ban", "listed(black)", closes=["train"], weekly={"ties": -1}),
)  # fmt: skip


@FEW
@given(PICKS)
def test_every_consequence_is_classified_once_and_what_hangs_on_a_choice_names_it(picks):
    log = Log(live(TOWN, of=life(LIN, CROSSING)).takes(*picks).chronicle)
    verdicts = classified(log)
    assert [one.of for one in verdicts] == list(log.consequences)
    numbers = {decision.number for decision in log.decisions}
    for one in verdicts:
        assert (one.procedure == "neutral") == (one.of.valence == 0)
        if one.procedure == "independent":
            assert one.because not in {"one_choice", "several_together"}
        elif one.procedure != "neutral":
            assert one.decisions
            assert numbers.issuperset(one.decisions)
        if one.of.kind == "mark" and one.of.number < 0:
            assert one.procedure == "independent"


@FEW
@given(PICKS)
def test_what_one_way_brought_the_other_spared(picks):
    """Had one taken the other way, the books of that life would say the same of this one."""
    story = live(TOWN, of=life(LIN, CROSSING)).takes(*picks)
    log = Log(story.chronicle)
    last = log.decisions[-1]
    (way,) = log.beside[last.number].ways
    other = Log(live(TOWN, of=life(LIN, CROSSING)).takes(*picks[:-1], way.option).chronicle)
    (back,) = other.beside[last.number].ways

    def told(ones):
        return sorted((one.kind, one.subject, one.on, one.day) for one in ones)

    assert told(way.brought) == told(back.spared)
    assert told(way.spared) == told(back.brought)


@pytest.mark.parametrize("picks", [["cross"] * 12, ["wait"] * 12])
def test_a_life_may_be_asked_while_it_still_goes_on(picks):
    log = Log(live(TOWN, of=life(LIN, CROSSING)).takes(*picks).chronicle)
    assert len(classified(log)) == len(log.consequences)
