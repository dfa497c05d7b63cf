"""The cumulative record: steps, strokes, phase lines, an honest axis; in characters and as a drawing."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenario import choice, life, live, phase, regime, rule, scene, turning, watches

from scsgame.debrief.cumulative.drawing import svg, ticks
from scsgame.debrief.cumulative.lines import drawn, in_figures, legend, limits
from scsgame.debrief.cumulative.record import Pen, PhaseLine, Record, record, reset, stretches
from scsgame.debrief.cumulative.side_by_side import classes, sheet
from scsgame.debrief.cumulative.telling import recorded
from scsgame.debrief.log import Log, Response
from scsgame.plain.pages import series_lines
from scsgame.terms import safe

CROSS = Response("jaywalks", "act", frozenset(("jaywalks",)))
CROSSING = scene("crossing", choice("cross", ["jaywalks"]), choice("wait", ["waits"]), cooldown=1, kind="beat")


def of(answers: str, **parts) -> Record:
    """Make a record of letters: x responded, + and something welcome followed, - and something unwelcome, . did not."""
    pens, y = [], 0
    for at, letter in enumerate(answers, 1):
        y += letter != "."
        pens.append(Pen(at, y, letter != ".", int(letter == "+"), int(letter == "-")))
    return Record(safe("you"), safe("crossing"), "opportunity", len(pens), tuple(pens), **parts)


def crossed(answers: str, *parts, **told):
    story = live(
        regime(watches("jaywalks", **told), rule("red", act="jaywalks", points=-5), *parts), of=life(CROSSING)
    )
    for letter in answers:
        story = story.takes("cross" if letter == "x" else "wait")
    return Log(story.chronicle)


def test_a_response_is_a_step_up_and_an_opportunity_a_step_right():
    found = record(crossed("x.xx."), CROSS, safe("you"), safe("crossing"))
    assert [(pen.x, pen.y) for pen in found.pens] == [(1, 1), (2, 1), (3, 2), (4, 3), (5, 3)]
    assert (found.length, found.height) == (5, 3)


def test_a_punisher_is_a_tick_at_the_response_it_was_for():
    found = record(crossed("x.x", delay=1), CROSS, safe("you"), safe("crossing"))
    assert found.marks == ((1, 1, -1), (3, 2, -1))


def test_on_the_day_axis_a_stroke_stands_on_the_day_it_came():
    found = record(crossed("x.x..", delay=2), CROSS, safe("you"), safe("crossing"), "day")
    assert found.marks == ((3, 2, -1), (5, 2, -1))
    assert [pen.x for pen in found.pens] == [1, 2, 3, 4, 5]


def test_a_phase_line_stands_where_the_phase_begins():
    found = record(
        crossed("xxxx", phase("before"), phase("running"), turning("running", "day >= 3", ["before"])), CROSS, safe("you"), safe("c")
    )  # fmt: skip
    assert found.phases == (PhaseLine(0, "before"), PhaseLine(3, "running"))


def test_the_twin_of_the_picture_counts_each_stretch():
    found = of("xx-..+x", phases=(PhaseLine(0, "a"), PhaseLine(4, "b")))
    assert [tuple(part) for part in stretches(found)] == [("a", 3, 3, 0, 1), ("b", 4, 2, 1, 0)]
    assert len(in_figures(found)) == 2


def test_the_specification_s_example_is_drawn():
    """Forty decisions, ABAB: steep, shallow with two losses, steep, flat."""
    answers = "xx.xxx.x.." + "..-..x..-." + "xxxxx.xxx." + ".........."
    found = of(
        answers, phases=tuple(PhaseLine(x, label) for x, label in [(0, "A1"), (11, "B1"), (21, "A2"), (31, "B2")])
    )
    lines = drawn([found], plain=True)
    assert all(len(line) <= 60 for line in lines)
    assert lines[0].split() == ["A1", "B1", "A2", "B2"]
    assert sum(line.count("\\") for line in lines) == 2
    flat = next(line for line in lines if line.startswith(f"{found.height:>4}|"))
    assert flat.endswith("-" * 14), "in B2 the pen runs on without a step"


def test_nothing_is_smoothed_and_the_axis_begins_at_nought():
    lines = drawn([of("x" * 4)], plain=True)
    assert [line.split("|")[0].strip() for line in lines if "|" in line] == ["4", "", "2", "", "0"]
    assert lines[-1].split() == ["0", "4"]


def test_a_pen_may_fall_back_as_on_paper():
    assert [reset(y, 150) for y in (0, 149, 150, 301)] == [0, 149, 0, 1]
    assert [reset(y, 0) for y in (0, 149, 301)] == [0, 149, 301]
    lines = drawn([of("x" * 12)], plain=True, pen=5)
    assert lines[0].startswith("   4|")


def test_two_lives_stand_on_one_sheet_with_one_axis():
    mine, yours = of("xxxx...."), of("x.x.")
    lines = drawn([mine, yours], plain=True)
    assert lines[-1].split() == ["0", "8"]
    assert any("=" in line for line in lines)
    assert [line for line in legend([mine, yours], plain=True) if line.startswith("==")] == ["== you: crossing"]


def test_any_response_class_of_two_lives_is_put_on_one_sheet():
    mine, yours = crossed("xx.xx"), crossed("..x")
    assert ("jaywalks", "jaywalks") in classes(mine)
    found, told = sheet([(safe("Ann"), mine), (safe("Bo"), yours)], "jaywalks")
    assert [(one.who, one.length, one.height) for one in found.records] == [("Ann", 5, 4), ("Bo", 3, 1)]
    assert told.says[0] == "Ann:"
    assert told.says[1].startswith("4 of 5 opportunities")
    assert told.says[2:] == ("Bo:", told.says[3])
    assert any(line.startswith("── Ann") for line in legend(found.records))
    assert len(told.cannot) == 2


def test_a_life_that_never_had_the_chance_stands_beside_at_nought():
    quiet = Log(live(regime(watches("jaywalks"))).passes(3).chronicle)
    found, _ = sheet([(safe("Ann"), crossed("x.")), (safe("Bo"), quiet)], "jaywalks", axis="day")
    assert [one.height for one in found.records] == [1, 0]
    with pytest.raises(ValueError, match="never was a chance"):
        sheet([(safe("Bo"), quiet)], "flies")


def test_an_opportunity_axis_says_that_it_shows_no_scallop():
    assert "scallops" in limits("opportunity", "en")
    assert "scallops" not in limits("day", "en")


@settings(max_examples=80, deadline=None, derandomize=True, database=None)
@given(st.text("x+-.", max_size=90), st.integers(40, 120), st.integers(1, 20), st.booleans(), st.sampled_from([0, 7]))
def test_every_record_can_be_drawn_in_its_space(answers, width, height, plain, pen):
    lines = drawn([of(answers)], width, height, plain=plain, pen=pen)
    assert all(len(line) <= width for line in lines)
    assert len(lines) <= height + 3
    if plain:
        assert all(line.isascii() for line in lines)


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(st.text("x+-.", min_size=1, max_size=60))
def test_the_drawing_holds_one_rise_for_each_response_and_never_falls(answers):
    found = of(answers)
    drawing = ET.fromstring(svg([found]))
    (path,) = [part for part in drawing.iter() if part.get("class") == "life"]
    heights = [float(number) for number in re.findall(r"V([\d.]+)", path.get("d", ""))]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights) - {max(heights)}) <= found.height
    marks = [part.get("class") for part in drawing.iter() if part.get("class") in {"welcome", "unwelcome"}]
    assert (marks.count("welcome"), marks.count("unwelcome")) == (answers.count("+"), answers.count("-"))


def test_a_drawing_has_a_title_a_twin_in_words_and_loads_nothing():
    text = svg([of("x-+."), of("....")], name="one")
    drawing = ET.fromstring(text)
    space = "{http://www.w3.org/2000/svg}"
    assert drawing.get("aria-labelledby") == "one-title one-desc"
    assert drawing.find(f"{space}title").text == "you: crossing; you: crossing"
    assert "3 of 4 opportunities" in drawing.find(f"{space}desc").text
    assert "href" not in text
    assert "url(" not in text


def test_foreign_words_in_a_drawing_are_only_words():
    evil = Record(safe('<script>"x"</script>'), safe("a & b"), "day", 3, ())
    assert ET.fromstring(svg([evil])).find(".//{http://www.w3.org/2000/svg}script") is None


@pytest.mark.parametrize(
    ("most", "found"), [(1, (0, 1)), (5, (0, 1, 2, 3, 4, 5)), (40, (0, 10, 20, 30, 40)), (84, (0, 20, 40, 60, 84))]
)
def test_an_axis_is_written_in_round_numbers_up_to_its_end(most, found):
    assert ticks(most) == found


def test_a_record_over_opportunities_is_read_out_in_chances_and_one_over_days_in_days() -> None:
    log = crossed("x.x")
    said = {
        axis: next(iter(series_lines(recorded(log, CROSS, "en", axis)[1].series[0])))
        for axis in ("opportunity", "day")
    }
    assert said["opportunity"].endswith("chance 0: 0, chance 1: 1, chance 2: 1, chance 3: 2")
    assert said["day"].endswith("day 0: 0, day 1: 1, day 2: 1, day 3: 2")
