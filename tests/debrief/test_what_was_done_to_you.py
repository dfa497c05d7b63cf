"""The debrief: diary against dossier, doors, the same life elsewhere, what of it was real."""

from __future__ import annotations

from scenario import (
    Story,
    bill,
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
    turning,
    watches,
)

from scsgame.debrief.diary import compare, silences
from scsgame.debrief.doors import eased_choices, shut_choices, spells
from scsgame.debrief.elsewhere import elsewhere, table
from scsgame.debrief.log import Log
from scsgame.debrief.reality import by_status, touched
from scsgame.debrief.story import debrief
from scsgame.debrief.watched import what_they_saw
from scsgame.terms import Safe

RED = rule("red", act="jaywalks", points=-5)


def findings(story: Story) -> list[tuple[int, str]]:
    return [(entry.day, entry.finding) for entry in compare(Log(story.chronicle), "town")]


def test_what_was_seen_stands_with_what_it_counted_for() -> None:
    story = live(regime(watches("jaywalks"), RED)).does("jaywalks").passes(3)
    (entry,) = compare(Log(story.chronicle), "town")
    assert (entry.day, entry.kind, entry.finding, entry.by) == (1, "jaywalks", "seen", "watch")
    assert [mark.points for mark in entry.marks] == [-5]


def test_what_was_missed_and_what_nobody_looks_for_are_told_apart() -> None:
    town = regime(watches("jaywalks", reliability=0.0), RED)
    assert findings(live(town).does("jaywalks", "helps")) == [(1, "missed"), (2, "not_watched")]


def test_what_was_pinned_on_another_is_found() -> None:
    town = regime(watches("jaywalks", errs=1.0), RED)
    assert findings(live(town, of=life(person("lin"))).does("jaywalks")) == [(1, "pinned")]


def test_what_somebody_else_did_is_found_in_one_s_own_record() -> None:
    lin = person("lin", habits=[habit("jaywalks", 90, start=2)])
    town = regime(watches("jaywalks", errs=1.0), RED)
    assert findings(live(town, of=life(lin)).passes(3)) == [(2, "mistaken")]


def test_what_never_happened_is_found() -> None:
    story = live(regime(watches("jaywalks", invents=1.0), RED)).passes(10)
    assert findings(story) == [(8, "invented")]
    assert compare(Log(story.chronicle), "town")[0].marks[0].points == -5


def test_two_equal_acts_on_one_day_are_two_lines() -> None:
    flat = life(bill("rent", 10, 2, 90, 9), bill("phone", 10, 2, 90, 9))
    story = live(regime(watches("pays_in_time")), of=flat).until(2).pays("rent").pays("phone")
    assert findings(story) == [(2, "seen"), (2, "seen")]


def test_silences_stand_apart_from_reports() -> None:
    story = live(regime(watches("visits"), rule("no_visit", omits="visits", within=7, points=-3))).passes(10)
    assert findings(story) == []
    assert [mark.rule for mark in silences(story.chronicle, "town")] == ["no_visit"]


def test_the_sum_of_what_they_saw_leaves_no_act_out() -> None:
    town = regime(watches("jaywalks", delay=4), watches("helps", name="absent", reliability=0.0), RED)
    story = live(town, of=life(weeks=1)).does("jaywalks", "helps", "waits").does("jaywalks").passes(4)
    told = what_they_saw(Log(story.chronicle), town, "en").says[0]
    assert (
        "Of 4 things you did, Town heard of 1. It missed 1 that it looks for, 1 more was seen but reported too late"
        in told
    )
    assert "and 1 are nothing to it" in told


def test_before_one_joined_nobody_looked() -> None:
    town = regime(watches("jaywalks"), RED, opt_in=True)
    assert findings(live(town).does("jaywalks").joins().does("jaywalks")) == [(1, "outside"), (2, "seen")]


def test_an_observer_that_is_not_at_work_yet_has_missed_nothing() -> None:
    town = regime(
        watches("jaywalks", phases=["running"]),
        RED,
        phase("before"),
        phase("running"),
        turning("running", "day >= 3", ["before"]),
    )
    assert findings(live(town).does("jaywalks", "jaywalks", "jaywalks")) == [
        (1, "not_watched"),
        (2, "not_watched"),
        (3, "seen"),
    ]


def test_what_was_taken_back_is_not_told() -> None:
    story = live(regime(watches("jaywalks"), RED)).does("jaywalks").undoes().does("helps")
    assert findings(story) == [(1, "not_watched")]


# doors

STATION = scene(
    "station", choice("train", uses={"train": 100}), choice("walk"), cooldown=1, kind="beat", when="day >= 3"
)


def test_doors_are_told_from_when_to_when() -> None:
    ban = measure("ban", "score < 100", closes=["train"])
    town = regime(watches("jaywalks", "helps"), RED, rule("help", act="helps", points=5), ban)
    story = live(town).does("jaywalks").passes(3).does("helps").passes(2)
    assert [spell[1:] for spell in spells(story.chronicle)] == [("ban", 1, 5)]
    assert [spell[1:] for spell in spells(live(town).does("jaywalks").chronicle)] == [("ban", 1, None)]


def test_a_choice_that_was_shown_closed_is_told() -> None:
    town = regime(watches("jaywalks"), RED, measure("ban", "score < 100", closes=["train"]))
    story = live(town, of=life(STATION)).does("jaywalks").until(3).takes("walk")
    assert [(shut.day, shut.scene, shut.offer.choice.id) for shut in shut_choices(story.chronicle)] == [
        (3, "station", "train")
    ]


def test_a_choice_that_was_eased_and_taken_is_told() -> None:
    town = regime(measure("deal", "true", prices={"train": 0.5}))
    story = live(town, of=life(STATION)).until(3).takes("train")
    assert [shut.offer.choice.id for shut in eased_choices(story.chronicle)] == ["train"]
    assert eased_choices(live(town, of=life(STATION)).until(3).takes("walk").chronicle) == ()


# elsewhere and reality


def test_the_same_life_elsewhere() -> None:
    mild = regime(watches("jaywalks"), rule("red", act="jaywalks", points=-1), name="mild")
    harsh = regime(
        watches("jaywalks"), rule("red", act="jaywalks", lists="black"), roll("black"), name="harsh", kind="none"
    )
    story = live(mild).does("jaywalks", "jaywalks").passes(2)
    rows = elsewhere(story.chronicle, [mild, harsh])
    assert [(row.regime, row.score, row.marks, row.lists) for row in rows] == [
        ("mild", "98", 2, ()), ("harsh", "no number", 2, ("List black",)),
    ]  # fmt: skip
    assert len(table(rows)) == 3
    assert len({len(row) for row in table(rows)}) == 1


def test_what_touched_a_life_is_counted_by_how_well_it_is_known() -> None:
    from dataclasses import replace

    from scsgame.terms import Provenance

    known = replace(RED, provenance=Provenance("documented", ("fact:x",)))
    story = live(regime(watches("jaywalks"), known, rule("never", act="helps", points=1))).does(
        "jaywalks", "jaywalks"
    )
    things = touched(story.chronicle)
    assert [thing.title for thing in things] == ["the scale", "red"]
    assert by_status(things) == {"documented": 1, "reported": 0, "contested": 0, "fictional": 0, "invented": 1}


def test_a_debrief_of_any_life_can_be_told() -> None:
    town = regime(
        watches("jaywalks", errs=0.3, invents=0.5, reliability=0.7),
        RED,
        measure("ban", "score < 90", closes=["train"]),
    )
    company = regime(name="company", kind="none")
    for story in (
        live(town, company),
        live(town, company).does("jaywalks").passes(20),
        live(of=life(weeks=1)).passes(20),
    ):
        sections = debrief(story.chronicle, [town, company], {})
        assert sections
        for section in sections:
            assert section.title
            assert all(
                isinstance(text, Safe)
                for text in (*section.paragraphs, *(cell for row in section.rows for cell in row))
            )
            assert len({len(row) for row in section.rows}) <= 1
