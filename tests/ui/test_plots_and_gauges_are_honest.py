"""What is drawn of numbers: axes say where they begin, bars carry their number, steps are steps."""

from __future__ import annotations

import pytest

from scsgame.game.views import MeterView
from scsgame.terms import Safe
from scsgame.ui.paper.course import Course, spark
from scsgame.ui.paper.gauge import Gauge, GaugeLine
from scsgame.ui.paper.lines import line_width
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.table import Table

FINE = Look()


def _text(block: Course | Gauge | GaugeLine | Table, width: int, look: Look = FINE) -> list[str]:
    return ["".join(run.text for run in line) for line in block.lines(width, look, False)]


def test_a_course_is_a_stepped_line_with_a_labelled_axis() -> None:
    """A score stays where it is until somebody moves it."""
    drawn = _text(Course(((1, 600), (11, 640), (21, 600)), 3), 26)

    assert [line.rstrip() for line in drawn] == [
        "640 ┤          ┌─────────┐",
        "    │          │         │",
        "600 ┤──────────┘         ●",
        "     day 1          day 21",
    ]


def test_a_course_says_that_its_axis_does_not_begin_at_nothing() -> None:
    """A small change drawn large is said to be one."""
    assert "from 600, not from 0" in "\n".join(_text(Course(((1, 600), (9, 601))), 60))


@pytest.mark.parametrize("points", [(), ((1, 5),), ((1, 5), (2, 5)), ((3, -4), (1, 9)), ((1, 0.5), (1, 0.25))])
@pytest.mark.parametrize("width", [2, 9, 40])
def test_any_course_can_be_drawn_at_any_width(points: tuple[tuple[float, float], ...], width: int) -> None:
    """One point, none, equal ones, backwards ones."""
    assert _text(Course(points), width)
    assert all(line.isascii() for line in _text(Course(points), width, Look(ascii=True)))


def test_a_gauge_shows_number_and_word_beside_its_bar() -> None:
    """Colour is never alone."""
    meter = MeterView("ties", Safe("ties"), 18, 0, 100, Safe(""), 20, 85)
    head, bar = _text(Gauge(meter), 30)

    assert head.startswith("ties")
    assert head.endswith("▼ low  18")
    assert len(bar) == 30


@pytest.mark.parametrize("width", range(56, 120, 7))
def test_the_line_of_gauges_never_sticks_out(width: int) -> None:
    """Four meters fit wherever the game can be played."""
    meters = tuple(
        MeterView(name, Safe(name), -2950, -3000, 20000, Safe("yuan"), 20, 85)
        for name in ("money", "strength", "ties", "self")
    )
    assert all(line_width(line) <= width + 2 for line in GaugeLine(meters).lines(width, Look(), False))


def test_a_spark_rises_and_falls_with_its_values() -> None:
    """Least is lowest, most is highest."""
    assert spark((1, 9, 1), Look()) == "▁█▁"
    assert spark((4, 4), Look(ascii=True)).isascii()


def test_a_table_wraps_words_and_keeps_numbers_whole() -> None:
    """A table too wide for the page gives way in its words only."""
    rows = (("day", "what happened"), ("12", "a bill was paid nineteen days after its date"), ("3", "nothing"))
    drawn = _text(Table(rows), 30)

    assert all(len(line) <= 30 for line in drawn)
    assert drawn[2].startswith(" 12  a bill was paid")
