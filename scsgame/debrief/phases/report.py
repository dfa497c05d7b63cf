"""Everything that phases show of one life under one regime, as figures."""

from __future__ import annotations

from typing import NamedTuple

from scsgame.debrief.log import Log
from scsgame.debrief.phases.comparison import Comparison, beside_neutral, compare, left_over, tested
from scsgame.debrief.phases.conditions import Change, Course, courses, main_change, ways_on
from scsgame.debrief.phases.extinction import GoingOn, going_on
from scsgame.debrief.phases.gaze import Gaze, gaze
from scsgame.debrief.phases.groups import Group, GroupName, groups
from scsgame.debrief.phases.matching import Matched, matched
from scsgame.debrief.statistics.changepoints import Drawn, Exact
from scsgame.debrief.statistics.proportions import Rate
from scsgame.debrief.statistics.suppression import BesideTheTwin
from scsgame.debrief.unsaid import Unsaid


class CourseReport(NamedTuple):
    """One way in which a life fell into phases, its rates, and its main change looked at closely.

    `rates` gives each group its rate in every stretch. Of a life that was merely cut in the middle only the rates are given;
    `matched` and `test` belong to the life and are given with its first course only.
    """

    course: Course
    rates: tuple[tuple[GroupName, tuple[Rate, ...]], ...]
    change: Change | None
    comparisons: tuple[Comparison, ...]
    beside: BesideTheTwin | Unsaid | None
    left_over: float | Unsaid | None
    going: tuple[GoingOn, ...]
    matched: Matched | Unsaid | None
    test: Exact | Unsaid | None


class PhaseReport(NamedTuple):
    """What the phases of a life under one regime show, and what it did when nobody looked."""

    regime: str
    courses: tuple[CourseReport, ...]
    gaze: Gaze | None


def phase_report(log: Log, regime: str, drawn: Drawn | None = None) -> PhaseReport:
    """Return what phases show of a life under this regime; `drawn` are its change points, where a lesson drew them by lot."""
    setup = log.chronicle.setup
    found = groups(setup.vocabulary, setup.regime[regime])
    against = next((group for group in found if group.id == "against"), None)
    return PhaseReport(
        regime,
        tuple(_course(log, course, found, drawn, first=not at) for at, course in enumerate(courses(log, regime))),
        gaze(log, regime, against) if against is not None else None,
    )


def _course(log: Log, course: Course, found: tuple[Group, ...], drawn: Drawn | None, first: bool) -> CourseReport:
    rates = tuple((group.id, tuple(group.rate(stretch.decisions) for stretch in course.stretches)) for group in found)
    if course.kind == "halves":
        return CourseReport(course, rates, None, (), None, None, (), None, None)
    change = main_change(course)
    by_name = {group.id: group for group in found}
    sensitive, neutral = by_name.get("sensitive"), by_name.get("neutral")
    return CourseReport(
        course,
        rates,
        change,
        tuple(compare(change, group) for group in found),
        beside_neutral(change, sensitive, neutral) if sensitive and neutral else None,
        left_over(change, sensitive) if sensitive else None,
        going_on(log, course, found),
        matched(log, course) if first else None,
        tested(ways_on(log), sensitive, drawn) if first else None,
    )
