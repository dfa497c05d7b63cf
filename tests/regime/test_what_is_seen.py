"""Room one: what is reported, missed, late, pinned on the wrong person, or made up."""

from __future__ import annotations

from scenario import MASKED, Settle, choice, habit, life, live, person, phase, regime, rule, scene, turning, watches

from scsgame.regime.surveillance.observers import Observation
from scsgame.terms import SELF

RED = rule("red_light", act="jaywalks", points=-5)
DAYS = 84


def lived(*parts, act: str = "jaywalks", days: int = DAYS, **others):
    """Live a life in which one act is done every day."""
    return live(regime(*parts, **others)).does(*[act] * days)


def test_what_is_seen_leaves_a_mark(settle: Settle) -> None:
    story = settle(live(regime(watches("jaywalks"), RED)).does("jaywalks"))
    assert story.score == 95
    assert story.rules_hit == ["red_light"]


def test_an_unseen_act_leaves_no_mark(settle: Settle) -> None:
    """What no observer sees, no rule can weigh, however harsh the rule."""
    story = settle(
        live(regime(watches("helps"), rule("harsh", act="jaywalks", points=-500))).does("jaywalks").passes(30)
    )
    assert story.score == 100
    assert story.marks == ()
    assert story.reports == []


def test_an_observation_has_exactly_its_fields_and_no_act() -> None:
    assert Observation._fields == ("kind", "day", "whom", "by", "arrives", "number")
    story = live(regime(watches("jaywalks"))).does("jaywalks")
    (report,) = story.reports
    assert all(type(part) in (str, int) for part in report)


def test_reliability_is_the_share_that_is_reported(settle: Settle) -> None:
    story = settle(lived(watches("jaywalks", reliability=0.3), days=80))
    assert 12 <= len(story.reports) <= 36


def test_nothing_is_reported_at_reliability_nought() -> None:
    assert lived(watches("jaywalks", reliability=0.0)).reports == []


def test_what_one_does_again_is_likelier_to_be_seen() -> None:
    """The first time at 0, the second at a tenth … from the eleventh on it is certain."""
    days = [report.day for report in lived(watches("jaywalks", reliability=0.0, rises=0.1), days=40).reports]
    assert 1 not in days
    assert set(range(11, 41)) <= set(days)


def test_a_report_arrives_after_its_delay(settle: Settle) -> None:
    story = live(regime(watches("jaywalks", delay=4), RED)).does("jaywalks")
    assert settle(story.until(4)).score == 100
    after = settle(story.until(5))
    assert after.score == 95
    assert (after.marks[0].day, after.marks[0].seen_on) == (5, 1)


def test_an_act_under_another_name_must_be_linked(settle: Settle) -> None:
    assert lived(watches(MASKED, links=0.0), act=MASKED).reports == []
    assert len(settle(lived(watches(MASKED, links=1.0), act=MASKED, days=10)).reports) == 10
    some = len(lived(watches(MASKED, links=0.4), act=MASKED, days=80).reports)
    assert 16 <= some <= 48


def test_real_names_change_nothing_for_open_acts() -> None:
    assert len(lived(watches("jaywalks", links=0.0), days=10).reports) == 10


def test_an_observer_sees_only_in_its_phases(settle: Settle) -> None:
    town = regime(
        watches("jaywalks", phases=["running"]),
        RED,
        phase("before"),
        phase("running"),
        turning("running", "day >= 4", ["before"]),
    )
    story = settle(live(town).does(*["jaywalks"] * 6))
    assert [report.day for report in story.reports] == [4, 5, 6]


def test_one_act_seen_by_two_counts_once(settle: Settle) -> None:
    story = settle(
        live(regime(watches("jaywalks", name="camera"), watches("jaywalks", name="neighbour"), RED)).does("jaywalks")
    )
    assert story.score == 95
    assert len(story.reports) == 1


def test_a_second_report_that_comes_later_counts_no_more(settle: Settle) -> None:
    town = regime(watches("jaywalks", name="camera"), watches("jaywalks", name="letter", delay=9), RED)
    assert settle(live(town).does("jaywalks").passes(20)).score == 95


def test_the_luck_of_one_observer_is_not_the_luck_of_another() -> None:
    one = lived(watches("jaywalks", name="camera", reliability=0.5))
    other = lived(watches("jaywalks", name="neighbour", reliability=0.5))
    assert [report.day for report in one.reports] != [report.day for report in other.reports]


# reports that are wrong

LIN = person("lin", "friend", habits=[habit("jaywalks", start=2)])


def test_one_can_be_taken_for_somebody_else(settle: Settle) -> None:
    """Every report of this observer names the wrong person: one's own red light goes to Lin."""
    town = regime(watches("jaywalks", errs=1.0), RED)
    story = settle(live(town, of=life(person("lin", "friend"))).does("jaywalks").passes(3))
    assert story.score == 100
    assert [report.whom for report in story.reports] == ["lin"]


def test_somebody_else_s_act_can_land_on_oneself(settle: Settle) -> None:
    story = settle(live(regime(watches("jaywalks", errs=1.0), RED), of=life(LIN)).passes(2))
    assert [report.whom for report in story.reports] == [SELF, SELF]
    assert story.score == 90


def test_without_anybody_else_a_wrong_report_names_nobody() -> None:
    story = live(regime(watches("jaywalks", errs=1.0), RED)).does("jaywalks")
    assert [report.whom for report in story.reports] == ["nobody"]
    assert story.score == 100


def test_errors_come_at_their_rate() -> None:
    story = live(regime(watches("jaywalks", errs=0.25)), of=life(person("lin"), person("mei"))).does(
        *["jaywalks"] * 80
    )
    wrong = [report.whom for report in story.reports if report.whom != SELF]
    assert 8 <= len(wrong) <= 34
    assert set(wrong) == {"lin", "mei"}


def test_a_report_can_be_about_nothing_at_all(settle: Settle) -> None:
    """At a chance of 1 in a week: one invented report each Monday, of something the observer looks for."""
    story = settle(live(regime(watches("jaywalks", "litters", invents=1.0), RED)).passes(30))
    assert [report.day for report in story.reports] == [8, 15, 22, 29]
    assert {report.kind for report in story.reports} <= {"jaywalks", "litters"}
    assert all(report.whom == SELF for report in story.reports)


def test_nothing_is_invented_outside_the_observer_s_phases() -> None:
    town = regime(watches("jaywalks", invents=1.0, phases=["running"]), phase("before"), phase("running"))
    assert live(town).passes(30).reports == []


def test_what_others_do_is_seen_as_theirs(settle: Settle) -> None:
    company = rule("company", act="jaywalks", whose="friends")
    story = settle(live(regime(watches("jaywalks"), RED, company), of=life(LIN)).passes(3))
    assert [report.whom for report in story.reports] == ["lin"] * 3
    assert story.score == 100


# several things on one day


def test_two_bills_paid_on_one_day_are_two_reports(settle: Settle) -> None:
    from scenario import bill

    town = regime(watches("pays_in_time"), rule("pays", act="pays_in_time", points=5))
    flat = life(bill("rent", 100, 2, 90, 9), bill("phone", 50, 2, 90, 9))
    story = settle(live(town, of=flat).until(2).pays("rent").pays("phone"))
    assert len(story.reports) == 2
    assert story.score == 110
    assert len({mark.id for mark in story.marks}) == 2


def test_the_luck_of_two_equal_acts_on_one_day_differs() -> None:
    from scenario import bill

    town = regime(watches("pays_in_time", reliability=0.5))
    flat = life(bill("rent", 100, 2, 7, 6), bill("phone", 50, 2, 7, 6))
    counts = set()
    for seed in range(20):
        story = live(town, of=flat, seed=str(seed)).until(2).pays("rent").pays("phone")
        counts.add(len(story.reports))
    assert counts == {0, 1, 2}


def test_somebody_new_in_a_life_does_not_change_what_is_seen_of_the_others() -> None:
    """Luck is drawn by name: a new neighbour with a habit shifts nobody else's dice."""
    town = regime(watches("jaywalks", "litters", reliability=0.5))
    old = person("lin", "friend", habits=[habit("jaywalks", start=2)])
    new = person("ada", "neighbour", habits=[habit("litters", 2)])
    before = [report for report in live(town, of=life(old)).passes(80).reports if report.whom == "lin"]
    after = [report for report in live(town, of=life(new, old)).passes(80).reports if report.whom == "lin"]
    assert [report.day for report in before] == [report.day for report in after]


# a helper among one's own people


def helped_by(*people, seed: str = "seed", leaves: str = "", **parts):
    """A life in which somebody among the friends reports; on request somebody leaves it."""
    farewell = scene("farewell", choice("waves", leaves=[leaves] if leaves else []), kind="opening")
    town = regime(watches("jaywalks", among=("friend",), **parts), RED)
    return live(town, of=life(*people, farewell), seed=seed).takes("waves")


def test_a_helper_sees_only_while_there_is_somebody_in_that_role() -> None:
    lin, wang = person("lin", "friend"), person("wang", "neighbour")
    assert helped_by(lin, wang).does("jaywalks").score == 95
    assert helped_by(wang).does("jaywalks").score == 100


def test_when_the_helper_has_gone_nothing_is_reported_any_more() -> None:
    lin = person("lin", "friend")
    assert helped_by(lin, leaves="lin").does("jaywalks").score == 100


def test_the_helper_is_one_person_from_the_first_day_to_the_last_and_luck_says_who() -> None:
    lin, su = person("lin", "friend"), person("su", "friend")
    found = set()
    for seed in map(str, range(20)):
        reported = {
            who: helped_by(lin, su, seed=seed, leaves=who).does("jaywalks").score < 100 for who in ("lin", "su")
        }
        assert sorted(reported.values()) == [False, True], "one of the two it is, and never both"
        found.add(reported["lin"])
    assert found == {True, False}


def test_who_it_is_stands_in_no_report() -> None:
    story = helped_by(person("lin", "friend"), errs=0).does("jaywalks")
    (report,) = story.reports
    assert "lin" not in report


def test_what_a_helper_makes_up_ends_with_the_helper_too() -> None:
    gone = helped_by(person("lin", "friend"), leaves="lin", invents=1.0)
    there = helped_by(person("lin", "friend"), invents=1.0)
    assert gone.passes(30).marks == ()
    assert there.passes(30).marks
