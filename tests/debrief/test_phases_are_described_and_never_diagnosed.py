"""Phases of a life: how it falls into stretches, what is held against what, and what is left unsaid."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import pytest
from debrief.street import ACTS, lived, street
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scenario import choice, phase, regime, roll, rule, said, scene, turning, watches
from tongue.table import phrases

from scsgame.debrief.cumulative.record import record
from scsgame.debrief.finding import Finding, as_section
from scsgame.debrief.log import Log, Response
from scsgame.debrief.phases.comparison import FEW_BLOCKS, FEW_CHANCES, NO_RETURN, NOT_DRAWN, NOTHING_CHANGED
from scsgame.debrief.phases.conditions import courses, main_change
from scsgame.debrief.phases.extinction import median_persistence
from scsgame.debrief.phases.groups import groups
from scsgame.debrief.phases.matching import TOO_SHORT, Matched
from scsgame.debrief.phases.report import CourseReport, phase_report
from scsgame.debrief.phases.telling import phase_findings
from scsgame.debrief.statistics.changepoints import Drawn, Exact
from scsgame.debrief.statistics.overlap import overlap
from scsgame.debrief.statistics.proportions import Rate
from scsgame.debrief.statistics.suppression import index_of_ratio
from scsgame.debrief.taught import phase_reports, phases_told, self_reports, self_told
from scsgame.debrief.unsaid import Unsaid
from scsgame.packs import load
from scsgame.session.bots import POLICIES

RED = rule("red", act="jaywalks", points=-5)
HELP = rule("help", act="helps", points=3)
LOOKS = watches("jaywalks", "helps", "speaks")
SPEECH = rule("speech", act="speaks", points=-2)


def turned(*days: int, after: tuple[str, ...] = ("before", "running", "abolished")):
    """Return a regime that watches only between two days."""
    turnings = [turning(after[at + 1], f"day >= {day}", [after[at]]) for at, day in enumerate(days)]
    running = {"phases": ["running"]}
    return regime(
        watches("jaywalks", "helps", "speaks", **running),
        rule("red", act="jaywalks", points=-5, phases=["running"]),
        rule("help", act="helps", points=3, phases=["running"]),
        rule("speech", act="speaks", points=-2, phases=["running"]),
        *(phase(name) for name in after),
        *turnings,
    )


def flicker(*days: int):
    """Return a regime that is mild, harsh, mild again: A, B, A."""
    names = ("mild", "harsh")
    until = (*days[1:], 1000)
    turnings = [
        turning(names[(at + 1) % 2], f"day >= {day} and day < {until[at]}", [names[at % 2]])
        for at, day in enumerate(days)
    ]
    return regime(LOOKS, RED, HELP, SPEECH, phase("mild"), phase("harsh"), *turnings)


def course_of(log: Log, at: int = 0) -> CourseReport:
    return phase_report(log, "town").courses[at]


def comparison(log: Log, group: str):
    return next(one for one in course_of(log).comparisons if one.group.id == group)


# stretches


def test_a_regime_that_changes_cuts_a_life_into_stretches() -> None:
    (course,) = courses(street(turned(4, 7), days=["waits"] * 9), "town")
    assert course.kind == "phase"
    assert [(found.label, found.condition, found.since, found.until) for found in course.stretches] == [
        ("A1", "before", 1, 3), ("B1", "running", 4, 6), ("C1", "abolished", 7, 9),
    ]  # fmt: skip


def test_a_phase_goes_by_its_title_and_without_one_by_its_id() -> None:
    town = turned(4)
    named = replace(town, phases=(replace(town.phases[0], title=said("before it")), *town.phases[1:]))
    found, *_ = phase_findings(phase_report(street(named, days=["waits"] * 9), "town"), named)
    assert found.rows[0][1:] == ("A1 “before it”, days 1 to 3", "B1 “running”, days 4 to 9")


def test_many_stretches_stand_below_each_other() -> None:
    town = flicker(3, 5, 7, 9)
    found, *_ = phase_findings(phase_report(street(town, days=["waits"] * 12), "town"), town)
    assert [row[0] for row in found.rows][:3] == ["", "A1 “mild”, days 1 to 2", "B1 “harsh”, days 3 to 4"]
    assert found.rows[0][1] == "decisions"


def test_a_cumulative_record_calls_phases_by_their_titles() -> None:
    town = turned(4)
    named = replace(town, phases=(replace(town.phases[0], title=said("before it")), *town.phases[1:]))
    waits = Response("waits", "act", frozenset(("waits",)))
    found = record(street(named, days=["waits"] * 9), waits, said("you").read(), said("waits").read())
    assert [line.label for line in found.phases] == ["before it", "running"]


def test_a_condition_that_comes_back_keeps_its_letter() -> None:
    (course,) = courses(street(flicker(3, 5), days=["waits"] * 6), "town")
    assert [found.label for found in course.stretches] == ["A1", "B1", "A2"]


def test_joining_and_leaving_cut_a_life() -> None:
    town = regime(LOOKS, RED, opt_in=True, may_leave=True)
    (course,) = courses(street(town, days=["waits", "joins", "waits", "waits", "leaves", "waits"]), "town")
    assert course.kind == "part"
    assert [found.condition for found in course.stretches] == ["out", "in", "out"]


def test_who_joins_on_the_first_morning_was_never_outside() -> None:
    town = regime(LOOKS, RED, opt_in=True, may_leave=True)
    (course,) = courses(street(town, days=["joins", *["waits"] * 6]), "town")
    assert course.kind == "halves"


def test_a_bad_list_cuts_a_life() -> None:
    town = regime(LOOKS, rule("red", act="jaywalks", lists="black"), roll("black", leaves="seen(helps) >= 1"))
    (course,) = courses(street(town, days=["waits", "jaywalks", "waits", "helps", "waits"]), "town")
    assert course.kind == "list"
    assert [found.condition for found in course.stretches] == ["off", "on", "off"]


def test_a_score_that_is_shown_later_cuts_a_life() -> None:
    town = regime(
        LOOKS, RED, phase("secret", score="hidden"), phase("leaked"), turning("leaked", "day >= 3", ["secret"])
    )
    found = courses(street(town, days=["waits"] * 5), "town")
    assert [course.kind for course in found] == ["phase"], "phase and score cut at the same place, so it is told once"


def test_where_nothing_changed_the_life_is_cut_in_the_middle_and_nothing_is_compared() -> None:
    log = street(regime(LOOKS, RED), days=["jaywalks", "waits"] * 20)
    found = course_of(log)
    assert found.course.kind == "halves"
    assert (found.change, found.comparisons, found.test) == (None, (), None)


def test_the_conditions_most_lived_under_are_held_beside_each_other_the_freer_first() -> None:
    town = regime(LOOKS, RED, opt_in=True, may_leave=True)
    days = ["waits", "joins", *["waits"] * 4, "leaves", *["jaywalks"] * 3, "joins", *["waits"] * 2]
    change = main_change(courses(street(town, days=days), "town")[0])
    assert [found.condition for found in change.free] == ["out", "out"]
    assert [found.condition for found in change.pressed] == ["in", "in"]
    assert change.trio is not None
    assert [found.condition for found in change.trio] == ["in", "out", "in"]


# groups


def test_acts_fall_into_groups_by_what_the_rules_make_of_them() -> None:
    town = regime(
        watches("jaywalks", "helps", "cheats", "visits", "waits"),
        RED,
        HELP,
        rule("cheats", act="cheats", lists="black"),
        rule("visits", omits="visits", within=7, points=-3),
        rule("a", act="waits", points=1, when="day < 9"),
        rule("b", act="waits", points=-1, when="day >= 9"),
        rule("friends", act="gambles", points=-3, whose="friends"),
        roll("black"),
    )
    found = {group.id: group.acts for group in groups(lived(town, days=[]).setup.vocabulary, town)}
    assert found["against"] == {"jaywalks", "cheats"}
    assert found["for"] == {"helps", "visits"}
    assert found["unread"] == {"jaywalks", "cheats", "helps", "visits"}
    assert found["sensitive"] == {"speaks"}
    assert found["neutral"] == {"chats"}


def test_only_what_could_be_done_and_left_is_counted() -> None:
    forced = scene("forced", choice("cross", ["jaywalks"]), choice("run", ["jaywalks"]), cooldown=1, kind="beat")
    log = street(regime(LOOKS, RED), days=["cross", "run"], scenes=[forced])
    assert log.opportunities(["jaywalks"])
    assert all(name != "against" or rates == (Rate(0, 0), Rate(0, 0)) for name, rates in course_of(log).rates)


# what is compared


ABA = ["jaywalks"] * 12 + ["waits"] * 12 + ["jaywalks"] * 12


def test_what_all_went_back_has_a_hysteresis_of_nought_and_what_stayed_of_one() -> None:
    assert comparison(street(flicker(13, 25), days=ABA), "against").stays == 0.0
    stayed = street(flicker(13, 25), days=["jaywalks"] * 12 + ["waits"] * 24)
    assert comparison(stayed, "against").stays == 1.0


def test_blocks_of_one_stretch_are_held_against_those_of_the_other() -> None:
    days = ["jaywalks", "waits", "jaywalks", "jaywalks", "waits"] * 4 + [
        "waits",
        "waits",
        "jaywalks",
        "waits",
        "waits",
    ] * 3
    found = comparison(street(flicker(21), days=days), "against")
    assert found.block == 5
    assert found.overlap == overlap([3, 3, 3, 3], [1, 1, 1], "fewer")
    assert (found.free, found.pressed) == (Rate(12, 20), Rate(3, 15))


def test_blocks_are_of_two_where_five_would_be_too_many() -> None:
    found = comparison(street(flicker(7), days=["jaywalks"] * 6 + ["waits"] * 6), "against")
    assert found.block == 2
    assert found.overlap == overlap([2, 2, 2], [0, 0, 0], "fewer")
    assert found.chill == Unsaid(FEW_CHANCES)


def test_five_chances_on_one_side_are_no_comparison() -> None:
    found = comparison(street(flicker(6), days=["jaywalks"] * 5 + ["waits"] * 12), "against")
    assert (found.block, found.overlap) == (0, Unsaid(FEW_BLOCKS))
    assert found.stays == Unsaid(NO_RETURN)


def test_what_did_not_change_cannot_have_stayed() -> None:
    found = comparison(street(flicker(13, 25), days=["jaywalks", "waits"] * 18), "against")
    assert found.stays == Unsaid(NOTHING_CHANGED)


def test_a_fall_from_all_to_half_is_a_chilling_of_a_half_and_a_ratio_of_a_third() -> None:
    found = comparison(street(flicker(13), days=["jaywalks"] * 12 + ["jaywalks", "waits"] * 6), "against")
    assert (found.chill, round(found.ratio, 3)) == (0.5, 0.333)


def test_chilling_is_what_the_neutral_twin_does_not_share() -> None:
    tired = ["speaks", "chats"] * 10 + ["speaks", "chats", "rests", "rests"] * 5
    silent = ["speaks", "chats"] * 10 + ["rests", "chats"] * 10
    both, one = (course_of(street(flicker(21), days=days)).beside for days in (tired, silent))
    assert (both.beyond, both.points) == (0.0, 0.0)
    assert (one.sensitive, one.neutral, one.beyond, one.points) == (1.0, 0.0, 1.0, -0.5)


def test_chill_that_is_left_when_the_pressure_is_off() -> None:
    days = ["speaks"] * 12 + ["rests"] * 12 + ["speaks", "rests"] * 6
    assert course_of(street(flicker(13, 25), days=days)).left_over == 0.5


def test_where_punished_acts_went_is_told() -> None:
    days = ["jaywalks"] * 12 + ["speaks", "waits"] * 6
    town = regime(watches("jaywalks"), RED, phase("mild"), phase("harsh"), turning("harsh", "day >= 13", ["mild"]))
    said = told(street(town, days=days))
    assert (
        "While what it counts against you fell by 100 points, these rose: what no rule of it reads (+100), "
        "sensitive acts: speech, meetings, company (+50)." in said
    )


# when nobody looked


def test_holding_back_when_nobody_looked_is_counted_apart() -> None:
    blind = regime(watches("jaywalks", reliability=0.5), RED)
    log = street(blind, days=["waits"] * 40)
    found = phase_report(log, "town").gaze
    assert found is not None
    assert found.unseen.chances + found.seen.chances == 40
    assert 10 < found.unseen.chances < 30
    assert found.unseen.done == found.unseen.chances
    assert found.blind == pytest.approx(found.unseen.chances * 5 / 6)
    assert len(found.turns) == found.unseen.chances


def test_whoever_was_told_of_nobody_is_the_one_to_compare_with() -> None:
    town = regime(watches("jaywalks", reliability=0.0), RED, opt_in=True, may_leave=True)
    log = street(town, days=[*["jaywalks"] * 10, "joins", *["waits"] * 12])
    found = phase_report(log, "town").gaze
    assert found is not None
    assert (found.untold, found.unseen, found.seen) == (Rate(0, 10), Rate(12, 12), Rate(0, 0))
    assert found.beyond == 1.0
    assert "That is +100 points against the choices where you knew of nobody" in told(log)


def test_an_observer_nobody_tells_of_is_no_gaze() -> None:
    town = regime(watches("jaywalks", told=False), RED, told={"watching": "partly"})
    found = phase_report(street(town, days=["waits"] * 3), "town").gaze
    assert found is not None
    assert found.untold == Rate(3, 3)


# going on


def test_going_on_after_it_stopped_counting_ends_with_five_let_pass() -> None:
    days = ["helps"] * 6 + ["helps", "helps", "waits", "helps"] + ["waits"] * 8
    log = street(turned(1, 7), days=days)
    (doing,) = [one for one in course_of(log).going if one.learned == "doing"]
    assert (doing.since, doing.before, doing.going) == (7, Rate(6, 6), (3, 4, True))


def test_holding_back_goes_on_and_is_censored_when_the_record_ends() -> None:
    days = ["jaywalks", *["waits"] * 5, *["waits"] * 8]
    log = street(turned(1, 7), days=days)
    (held,) = [one for one in course_of(log).going if one.learned == "holding_back"]
    assert held.going == (8, 8, False)


def test_where_nothing_ever_followed_there_is_nothing_to_go_on_with() -> None:
    assert course_of(street(turned(1, 7), days=["waits"] * 14)).going == ()


def test_a_median_over_several_lives() -> None:
    found = []
    for more in (1, 3, 9):
        log = street(turned(1, 7), days=["helps"] * 6 + ["helps"] * more + ["waits"] * 8)
        found += [one for one in course_of(log).going if one.learned == "doing"]
    assert median_persistence(found) == 3.0


# matching and p


def test_a_matching_line_is_refused_to_a_life_of_sixty_choices() -> None:
    found = course_of(street(flicker(13), days=ABA)).matched
    assert isinstance(found, Unsaid)
    assert found.why == TOO_SHORT
    assert dict(found.slots) == {"choices": 36, "stretches": 2}


def test_a_long_life_in_six_phases_has_its_line() -> None:
    names = ("before", "running", "secret", "leaked", "mild", "harsh")
    pays = [(2, 4), (4, 2), (1, 5), (5, 1), (3, 3), (2, 4)]
    days = [day for helps, chats in pays for day in (["helps"] * helps + ["chats"] * chats) * 6]
    town = regime(
        watches("helps", "chats"), HELP, rule("chat", act="chats", points=1), *(phase(name) for name in names),
        *(turning(names[at + 1], f"day >= {1 + 36 * (at + 1)}", [names[at]]) for at in range(5)),
    )  # fmt: skip
    found = course_of(street(town, days=days, weeks=40)).matched
    assert isinstance(found, Matched)
    assert {found.first, found.second} == {"theme", "speech"}
    assert found.line.a == pytest.approx(1.0)


def test_without_a_draw_there_is_no_p_value_and_with_one_there_is() -> None:
    log = street(regime(LOOKS, RED, phase("mild"), phase("harsh"), turning("harsh", "day >= 21", ["mild"])),
                 days=["speaks"] * 20 + ["rests"] * 20)  # fmt: skip
    assert course_of(log).test == Unsaid(NOT_DRAWN)
    drawn = Drawn("lesson", "seat 1")
    tested = phase_report(log, "town", drawn).courses[0].test
    assert isinstance(tested, Exact)
    assert tested.draws == 165


# what is said


def told(log: Log) -> str:
    found = phase_findings(phase_report(log, "town"), log.chronicle.setup.regime["town"])
    return "\n".join(line for one in found for line in as_section(one).paragraphs)


def test_a_short_life_is_told_in_counts_and_says_what_it_leaves_unsaid() -> None:
    assert told(street(flicker(4), days=["jaywalks", "jaywalks", "waits", "waits", "waits"])).split("\n")[:4] == [
        "Town itself changed while you lived under it.",
        "What it counts against you: “mild” 2 of 3, “harsh” 0 of 2.",
        "What it counts for you: “mild” 0 of 3, “harsh” 0 of 2.",
        "Left unsaid: a comparison of blocks where there are not three blocks of two chances on either side; a figure made "
        "of two rates where there are not ten chances on either side; how much of a change would have stayed, because the "
        "first condition never came back; a matching line, which takes two hundred decisions in six phases (here are 5 in 2; "
        "sixty in four leave its slope open by one in either direction); a p-value, because nobody drew by lot when things "
        "changed.",
    ]


def test_a_comparison_is_told_with_its_interval() -> None:
    said = told(street(flicker(13), days=["jaywalks"] * 12 + ["waits"] * 12))
    assert (
        "What it counts against you: “mild” 12 of 12 (100 %), “harsh” 0 of 12 (0 %). In 100 of a hundred pairs of blocks (2 "
        "chances each, a tie counting half) there was less of it under the second condition (NAP 1.00, interval .69 to 1.00; .50 is "
        "no difference; Tau 1.00)." in said
    )
    assert "What this cannot show: more than a demonstration. A block of two chances measures nothing." in said
    assert "What this cannot show: how sure one may be." in said


@pytest.fixture(scope="module")
def real() -> list[Finding]:
    """Return what is found in lives of several bots under the shipped regimes."""
    from scsgame.game.chronicle import begin
    from scsgame.game.moment import Setup

    library = load(lives=["student"], regimes=["rongcheng", "sesame", "credit-china"])
    found: list[Finding] = []
    for name in ("rongcheng", "sesame", "credit-china"):
        for bot in ("random", "careful", "contrarian", "repentant"):
            rooms = (library.regimes[name],)
            chronicle = begin(
                Setup(library.lives["student"], rooms, library.vocabulary, bot, values=("candour", "thrift"))
            )
            while not chronicle.over:
                chronicle = chronicle.then(POLICIES[bot](chronicle))
            for language in ("en", "zh"):
                log = Log(chronicle)
                found += phases_told(log, phase_reports(log), language) + self_told(log, self_reports(log), language)
    return found


def test_every_finding_says_what_it_cannot_show(real: list[Finding]) -> None:
    assert len(real) > 60
    for one in real:
        assert one.says
        assert one.cannot, one.id
        assert len({len(row) for row in one.rows}) <= 1


def test_a_percentage_stands_only_beside_ten_chances_or_more(real: list[Finding]) -> None:
    shown = " ".join(text for one in real for text in (*one.says, *(cell for row in one.rows for cell in row)))
    rates = re.findall(r"(\d+) of (\d+)(?: \(\d+ %\))?", shown)
    percents = re.findall(r"\d+ of (\d+) \(\d+ %\)", shown)
    assert len(rates) > len(percents) > 20
    assert min(int(chances) for chances in percents) >= 10


def test_no_slot_is_left_open(real: list[Finding]) -> None:
    assert not [one.id for one in real if "{" in " ".join((*one.says, *one.cannot, one.title))]


BARRED = ("you are a ", "you are the ", "personality", "character", "trait", "percentile", "rank", "significan", "prove",
          "more than other", "better than other", "type of person", "sensitive to", "learning rate")  # fmt: skip


def test_no_sentence_of_these_findings_names_a_trait_or_a_rank() -> None:
    rooms = ("debrief/phases", "debrief/calculating", "debrief/unsaid")
    spoken = [found for found in phrases("debrief") if found.place.startswith(rooms)]
    assert len(spoken) > 90
    assert [(found.key, word) for found in spoken for word in BARRED if word in found.english.lower()] == []


def test_p_values_are_named_in_two_sentences_only() -> None:
    keys = {found.key for found in phrases("debrief") if re.search(r"\bp-value|\{p\}", found.english)}
    assert keys <= {"phases.exact", "unsaid.not_drawn"}


QUICK = settings(
    max_examples=20, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@QUICK
@given(st.lists(st.sampled_from(ACTS), min_size=2, max_size=40), st.integers(2, 30), st.integers(1, 20))
def test_stretches_share_out_every_decision_and_every_response(days: list[str], first: int, more: int) -> None:
    log = street(flicker(first, first + more), days=days)
    for one in phase_report(log, "town").courses:
        decisions = [decision for stretch in one.course.stretches for decision in stretch.decisions]
        assert decisions == list(log.decisions)
        found = groups(log.chronicle.setup.vocabulary, log.chronicle.setup.regime["town"])
        for group, (name, rates) in zip(found, one.rates, strict=True):
            assert group.id == name
            assert sum(rate.done for rate in rates) == group.rate(log.decisions).done
            assert sum(rate.chances for rate in rates) == group.rate(log.decisions).chances
        for compared in one.comparisons:
            if isinstance(compared.chill, float) and isinstance(compared.ratio, float):
                assert math.isclose(index_of_ratio(compared.ratio), compared.chill, abs_tol=1e-9)
