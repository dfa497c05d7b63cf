"""The findings: diary and dossier, what was not yours, every point, procedures, schedules, the record, the sources."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scenario import (
    choice,
    habit,
    life,
    live,
    measure,
    person,
    phase,
    regime,
    roll,
    rule,
    scene,
    tide,
    turning,
    vocabulary,
    watches,
)

from scsgame.debrief.bibliography import bibliography
from scsgame.debrief.contingencies.procedures import classified, not_your_doing
from scsgame.debrief.contingencies.words import met_words, programmed_words
from scsgame.debrief.cumulative.telling import recorded, worth_a_sheet
from scsgame.debrief.diary import compare, twice
from scsgame.debrief.finding import Finding
from scsgame.debrief.log import Log
from scsgame.debrief.not_yours import never_your_doing
from scsgame.debrief.sections import Source
from scsgame.debrief.statistics.power import needed
from scsgame.debrief.statistics.schedule import Chance, met
from scsgame.debrief.story import story as debrief_of
from scsgame.debrief.twice_told import counted_twice
from scsgame.debrief.watched import what_they_saw
from scsgame.terms import SELF, Provenance, Safe

RED = rule("red", act="jaywalks", points=-5)
CROSSING = scene("crossing", choice("cross", ["jaywalks"]), choice("wait", ["waits"]), cooldown=1, kind="beat")


def told(story, language: str = "en") -> dict[str, Finding]:
    chapters = debrief_of(story.chronicle, (), {}, language).chapters
    return {found.id: found for chapter in chapters for found in chapter.page.findings}


def cells(found: Finding) -> list[tuple[str, ...]]:
    return [tuple(str(cell) for cell in row) for row in found.rows[1:]]


# diary and dossier


def findings(story) -> list[tuple[int, str]]:
    return [(entry.day, entry.finding) for entry in compare(Log(story.chronicle), "town")]


def test_a_report_that_comes_after_the_end_is_on_its_way_and_not_missed():
    story = live(regime(watches("jaywalks", delay=5), RED)).does("jaywalks").passes(2)
    assert findings(story) == [(1, "on_its_way")]
    assert "1 more was seen but reported too late" in told(story)["diary"].says[0]


def test_a_report_that_comes_after_one_has_left_is_lost():
    town = regime(watches("jaywalks", delay=3), RED, opt_in=True, may_leave=True)
    assert findings(live(town).joins().does("jaywalks").leaves().passes(6)) == [(1, "lost")]


def test_whoever_never_joined_was_not_missed_but_outside():
    town = regime(watches("jaywalks"), RED, opt_in=True)
    story = live(town, of=life(CROSSING)).takes("cross", "wait")
    assert findings(story) == [(1, "outside"), (2, "outside")]
    found = told(story)
    assert found["diary"].says == ("You were never in Town. It held nothing of the 2 things you did.",)
    assert "ledger" not in found
    assert "avoidance" not in found


def test_what_is_rightly_reported_of_a_friend_and_counts_for_oneself_is_told():
    lin = person("lin", "friend", habits=[habit("cheats", 90, start=2)], bond=80)
    town = regime(watches("cheats"), rule("company", act="cheats", points=-3, whose="friends"))
    story = live(town, of=life(lin)).passes(3)
    assert findings(story) == [(2, "another")]
    assert cells(told(story)["diary"])[0][1:3] == ("cheats (Lin)", "reported of Lin by watch, and counted for you")


def test_what_somebody_else_did_is_told_with_their_name():
    lin = person("lin", habits=[habit("jaywalks", 90, start=2)])
    story = live(regime(watches("jaywalks", errs=1.0), RED), of=life(lin)).passes(3)
    assert cells(told(story)["diary"])[0][2] == "reported of you by watch: Lin did it"


def test_every_mark_in_the_diary_says_who_saw_what_it_counted_and_how_the_rule_is_known():
    known = replace(RED, provenance=Provenance("reported", ("fact:x",)))
    story = live(regime(watches("jaywalks", delay=2), known)).does("jaywalks").passes(4)
    assert cells(told(story)["diary"]) == [("1", "jaywalks", "seen by watch", "3", "red -5", "reported")]


def test_what_two_rules_read_is_counted_twice():
    story = live(regime(watches("jaywalks"), RED, rule("order", act="jaywalks", points=-1))).does("jaywalks")
    assert cells(told(story)["twice"]) == [("1", "jaywalks", "red -5, order -1")]


def test_what_two_systems_count_is_counted_twice():
    town, company = regime(watches("jaywalks"), RED), regime(watches("jaywalks"), RED, name="company")
    story = live(town, company).does("jaywalks")
    assert cells(counted_twice(Log(story.chronicle))) == [("1", "jaywalks", "red -5 (Town), red -5 (Company)")]


def test_what_is_counted_once_is_not_told_as_twice():
    log = Log(live(regime(watches("jaywalks"), RED)).does("jaywalks", "jaywalks").chronicle)
    assert twice({"town": compare(log, "town")}) == ()
    assert counted_twice(log) is None


def test_an_act_that_two_offices_count_through_one_list_is_counted_more_than_once():
    court = regime(
        watches("jaywalks"), rule("sued", act="jaywalks", lists="black"), roll("black"), name="court", kind="none"
    )
    others = [
        regime(rule("on_it", listed="court/black", points=taken), name=name)
        for name, taken in (("bank", -30), ("shop", -7))
    ]
    log = Log(live(court, *others, of=life(CROSSING)).takes("cross", "wait", "wait").chronicle)
    found = classified(log)
    (row,) = cells(counted_twice(log, "en", found))
    assert (row[0], row[1]) == ("1", "cross")
    assert row[2] == "on_it -30 (Bank), on_it -7 (Shop)"
    assert not_your_doing(found) == ()


def test_with_a_namesake_what_was_made_up_is_never_your_doing_and_what_you_did_still_is():
    town = regime(watches("jaywalks", invents=0.3), RED)
    log = Log(live(town, seed="3").does("jaywalks").passes(30).chronicle)
    entries = compare(log, "town")
    made_up = [one for one in entries if one.finding == "invented"]
    assert made_up
    assert [one.finding for one in entries if one.decision and one.kind == "jaywalks"] == ["seen"]
    theirs = not_your_doing(classified(log))
    assert [one.because for one in theirs] == ["nobody"] * len(made_up)
    assert never_your_doing(log).says[0].startswith(f"{len(made_up)} thing")


FEW = settings(
    max_examples=30, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
LIN = person("lin", "friend", habits=[habit("jaywalks", 3, chance=0.5)], bond=70)
TOWN = regime(
    watches("jaywalks", "waits", reliability=0.6, errs=0.2, invents=0.4, delay=2), RED,
    rule("good", act="waits", points=1, cap=3, per="week"), rule("company", act="jaywalks", points=-1, whose="friends"),
    rule("quiet", omits="helps", within=9, points=-2), roll("black", "score < 95", "score >= 97"),
    measure("ban", "listed(black)", closes=["train"], weekly={"ties": -1}),
)  # fmt: skip


@FEW
@given(st.lists(st.sampled_from(["cross", "wait"]), min_size=1, max_size=30))
def test_every_own_act_stands_once_in_the_diary_and_every_mark_in_one_place(picks):
    story = live(TOWN, of=life(LIN, CROSSING)).takes(*picks)
    log = Log(story.chronicle)
    entries = compare(log, "town")
    own = [act for act in story.chronicle.acts if act.by == SELF]
    assert len([entry for entry in entries if entry.decision]) == len(own)
    reported = [mark.id for entry in entries for mark in entry.marks]
    assert sorted(reported) == sorted(mark.id for mark in story.held().marks if mark.by)


# not yours


def test_what_a_friend_did_a_made_up_report_and_the_tides_are_never_your_doing():
    lin = person("lin", "friend", habits=[habit("jaywalks", 90, start=2)], bond=80)
    town = regime(watches("jaywalks", invents=1.0), RED, rule("company", act="jaywalks", points=-3, whose="friends"))
    story = live(town, of=life(lin, tide("wages", {"money": 100}, 3, 7))).passes(9)
    found = told(story)["not_yours"]
    assert cells(found) == [
        ("2", "company -3", "Lin did it"),
        ("8", "red -5", "nobody did it: the report was made up"),
    ]
    assert found.says[-1] == "Wages, food, rest and the like moved you by themselves: money +200 in all."


def test_a_list_that_a_silence_brought_when_nothing_was_open_is_told_as_the_silence():
    helped = scene("other", choice("goes_on"), cooldown=1, kind="beat")
    town = regime(
        watches("helps"),
        rule("quiet", omits="helps", within=5, lists="black"),
        roll("black"),
        measure("rod", "listed(black)", closes=["train"]),
    )
    found = told(live(town, of=life(helped, square=False)).takes(*["goes_on"] * 7))["not_yours"]
    assert [row[1:] for row in cells(found)] == [
        ("on the list: List black", "not seen: helps, and no choice then open would have kept it away"),
        ("begins: Measure rod", "not seen: helps, and no choice then open would have kept it away"),
    ]


def test_a_life_in_which_all_hung_on_a_choice_says_so():
    story = live(regime(watches("jaywalks"), RED), of=life(CROSSING)).takes("cross")
    assert (
        told(story)["not_yours"].says[0] == "Every entry, list and measure of this life hung on something you chose."
    )


# every point


def test_every_point_is_explained_choice_by_choice():
    town = regime(watches("jaywalks", "helps", delay=1), RED, rule("help", act="helps", points=5, cap=7))
    story = live(town).does("jaywalks", "helps", "helps").passes(3)
    found = told(story)["ledger"]
    assert cells(found) == [
        ("1", "the start", "", "", "", "100", "100"),
        ("2", "day 1: jaywalks", "red", "-5", "", "-5", "95"),
        ("3", "day 2: helps", "help", "+5", "", "+5", "100"),
        ("4", "day 3: helps", "help", "+5", "3", "+2", "102"),
    ]
    assert found.says[0].startswith("100 at the start, +7 in what gave, -5 in what took, 0 in what")
    assert found.turns == (1, 2, 3)


# procedures, schedules, records


def test_no_finding_is_told_without_what_it_cannot_show():
    story = live(TOWN, of=life(LIN, CROSSING)).takes(*["cross", "wait", "wait"] * 9)
    for found in told(story).values():
        assert found.says, found.id
        assert found.cannot, found.id


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_finding_has_no_slot_left_and_its_rows_are_as_long_as_their_head(language):
    story = live(TOWN, of=life(LIN, CROSSING)).takes(*["cross", "wait", "wait"] * 9)
    for found in told(story, language).values():
        words = [found.title, *found.says, *found.cannot, *(cell for row in found.rows for cell in row)]
        assert all(isinstance(word, Safe) for word in words)
        assert not [word for word in words if re.search(r"\{[a-z_|]+\}", word)]
        assert len({len(row) for row in found.rows}) <= 1


def test_thirty_nine_and_ninety_chances_are_needed_where_the_specification_says_so():
    assert (needed(0.7, 0.4), needed(0.7, 0.5)) == (39, 90)
    story = live(regime(watches("jaywalks"), RED), of=life(CROSSING)).takes("cross")
    assert "about 39 chances" in told(story)["procedures"].cannot[1]


def test_a_life_under_nobody_says_nothing_of_procedures():
    found = told(live(regime(name="nobody", kind="none")).passes(3))
    assert set(found) == {"acts", "not_yours", "doors", "meters", "elsewhere"}


def test_a_schedule_is_told_as_programmed_and_as_met():
    story = live(regime(watches("jaywalks"), RED), of=life(CROSSING)).takes(*["cross", "wait"] * 12)
    assert cells(told(story)["schedules"]) == [
        ("red", "CRF", "12, 12", "CRF not refuted: it followed all 12; at most .22 may be missed")
    ]


def test_an_undecided_schedule_says_what_would_decide_it():
    found = met([Chance(at, responded=True, followed=at % 3 == 0) for at in range(1, 31)])
    assert met_words(found, "en") == (
        "undecided; it would take chances that you let pass: whoever responds every time makes ratio and interval the same"
    )


def test_a_programmed_schedule_is_written_as_the_field_writes_it():
    from scsgame.debrief.contingencies.programmed import programmed

    town = regime(
        watches("jaywalks", reliability=0.25), watches("visits", name="book"), RED, rule("no_visit", omits="visits", within=28, points=-3),
        rule("help", act="helps", points=5),
    )  # fmt: skip
    assert [programmed_words(one, "en") for one in programmed(town, vocabulary())] == [
        "RR 4",
        "avoidance, R-S 28 d",
        "EXT",
    ]


def test_acts_with_most_consequences_are_worth_a_sheet_first():
    story = live(regime(watches("jaywalks"), RED), of=life(CROSSING)).takes(*["cross"] * 3, *["wait"] * 4)
    log = Log(story.chronicle)
    assert [response.id for response in worth_a_sheet(log)] == ["jaywalks", "waits", "theme/theme"]
    record, found = recorded(log, worth_a_sheet(log)[0])
    assert record.height == 3
    assert found.says == (
        "3 of 7 opportunities taken; something welcome followed 0 times, something unwelcome 3 times.",
    )


def test_phases_are_told_stretch_by_stretch():
    town = regime(
        watches("jaywalks"), RED, phase("before"), phase("running"), turning("running", "day >= 4", ["before"])
    )
    log = Log(live(town, of=life(CROSSING)).takes(*["cross"] * 7).chronicle)
    _, found = recorded(log, worth_a_sheet(log)[0])
    assert [line.split(":")[0] for line in found.says] == ["In the phase “before”", "In the phase “running”"]


def test_the_bibliography_names_each_source_once_with_its_places():
    known = [replace(RED, id=name, provenance=Provenance("reported", (f"fact:{name}",))) for name in ("a", "b")]
    sources = {
        "fact:a": Source(Safe("One."), "reported", Safe("ch. 1"), Safe("A thesis")), "fact:b": Source(Safe("Two."), "contested", Safe("ch. 2"), Safe("A thesis")),
    }  # fmt: skip
    story = live(regime(watches("jaywalks"), *known)).does("jaywalks")
    assert cells(bibliography(story.chronicle, sources)) == [("A thesis", "ch. 1, ch. 2", "reported, contested")]
    assert bibliography(story.chronicle, {}) is None


def test_findings_lead_down_to_the_turns_behind_them():
    story = live(regime(watches("jaywalks"), RED), of=life(CROSSING)).takes("wait", "cross", "wait")
    log = Log(story.chronicle)
    assert what_they_saw(log, log.chronicle.setup.regimes[0], "en").turns == (1, 2, 3)
    assert never_your_doing(log).turns == ()
    assert told(story)["procedures"].turns == (2,)
