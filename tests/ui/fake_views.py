"""Ordinary days, offices and weeks, as values that a screen can paint."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from scsgame.game.views import (
    BetView,
    BillView,
    CaseView,
    DayView,
    DoorView,
    ListView,
    MarkView,
    MeasureView,
    MeterView,
    NoticeView,
    OfferView,
    PersonView,
    PostView,
    RedressView,
    RegimeView,
    ResultView,
    RuleView,
    SceneView,
    StandingView,
    TierView,
    WeekView,
)
from scsgame.terms import Safe, date_of, safe

START = "2018-03-05"
Words = Callable[[str], Safe]


class Plot(NamedTuple):
    """A course, shaped like the debrief's own."""

    title: Safe
    points: tuple[tuple[float, float], ...]


class Part(NamedTuple):
    """A part of a debrief, shaped like the debrief's own, so that these tests need no engine."""

    title: Safe
    paragraphs: tuple[Safe, ...] = ()
    rows: tuple[tuple[Safe, ...], ...] = ()
    series: tuple[Plot, ...] = ()


class Saved(NamedTuple):
    """One saved life."""

    name: Safe
    file: str
    life: str
    day: int
    sentence: Safe
    state: str


def office(hidden: bool = False, say: Words = safe) -> RegimeView:
    """Return an office's app, with everything in it or with everything withheld."""
    seen = not hidden
    return RegimeView(
        id="sesame",
        title=say("Sesame Credit"),
        about=say("A private score that a pay-later account keeps about you. It opens doors at partners."),
        word=say("points"),
        enrolled=True,
        opt_in=True,
        may_leave=True,
        score=say("652") if seen else None,
        score_as_of=6 if seen else None,
        tier=say("good") if seen else None,
        next_update=33 if seen else None,
        least=350.0,
        most=950.0,
        tiers=tuple(
            TierView(name, say(name), least, f"tier/{name}")
            for least, name in ((350.0, "poor"), (550.0, "fair"), (600.0, "good"), (650.0, "very good"))
        )
        if seen
        else (),
        course=((1, 600.0), (6, 612.0), (13, 604.0), (20, 640.0), (27, 652.0)) if seen else (),
        marks=(
            MarkView("m1", 12, say("Paid a bill late"), -8.0, "mark/m1"),
            MarkView("m2", 9, say("Kept a shared bike tidy"), 3.0, "mark/m2"),
        )
        if seen
        else (),
        lists=(
            ListView(
                "black",
                say("Untrustworthy persons"),
                False,
                True,
                14 if seen else None,
                say("a bill unpaid"),
                "list/black",
            ),
        )
        if seen
        else (),
        measures=(
            MeasureView(
                "deposit",
                say("No deposit at partners"),
                "perk",
                True,
                say("opens rental without deposit"),
                "measure/deposit",
            ),
            MeasureView(
                "train", say("No fast trains"), "restriction", False, say("closes high-speed rail"), "measure/train"
            ),
        )
        if seen
        else (),
        rules=(RuleView("late", say("Paying late"), -8.0, say("for every bill paid after its date"), "rule/late"),)
        if seen
        else (),
        redress=(
            RedressView(
                "fix",
                say("Correction form"),
                "dispute",
                True,
                say(""),
                120,
                10,
                (("m1", say("Paid a bill late")),),
                "redress/fix",
            ),
            RedressView(
                "repair",
                say("Good deeds"),
                "repair",
                False,
                say("three hours of service"),
                0,
                30,
                (),
                "redress/repair",
            ),
        )
        if seen
        else (),
        cases=(CaseView(say("Correction form"), say("a fine for a bike"), 10, 20),) if seen else (),
        shows_score=seen,
        shows_rules="partly" if seen else "untold",
        subject="regime",
    )


def morning(day: int = 13, hidden: bool = False, say: Words = safe) -> DayView:
    """Return an ordinary day."""
    return DayView(
        day=day,
        date=date_of(START, day),
        week=(day - 1) // 7 + 1,
        weeks=12,
        life=say("The student"),
        scene=SceneView(
            f"crossing{day}",
            say("The east gate"),
            say(
                "The light is red. Across the road the bus has its doors open, and Lin Hao is on it. Eleven people stand beside you and look at the camera."
            ),
            say(""),
            (
                OfferView(1, "wait", say("Wait for green."), True, say(""), 0, 0, say("")),
                OfferView(2, "cross", say("Cross with the others."), True, say(""), 0, 0, say("")),
                OfferView(
                    3,
                    "bike",
                    say("Take a shared bike to the next stop."),
                    True,
                    say(""),
                    2,
                    4,
                    say("Sesame Credit: No deposit at partners"),
                    ("sesame", "measure/deposit"),
                ),
                OfferView(
                    4,
                    "train",
                    say("Turn round and take the fast train home."),
                    False,
                    say("Sesame Credit: No fast trains"),
                    180,
                    180,
                    say(""),
                    ("sesame", "measure/train"),
                ),
            ),
        ),
        last=ResultView(
            say("Pay the phone bill tomorrow."),
            say("Tomorrow has its own bills. The reminder comes at midnight, politely."),
            ((say("money"), 60), (say("strength"), -2)),
            (
                NoticeView(
                    day,
                    "bad",
                    say("Sesame Credit: an entry was made about you: paid a bill late."),
                    "sesame",
                    "" if hidden else "mark/m1",
                ),
                NoticeView(day, "neutral", say("Lin Hao has moved to another dormitory."), "", ""),
            ),
            2,
        ),
        week_end=None,
        meters=(
            MeterView("money", say("money"), 1390, -3000, 20000, say("yuan"), 150, 6000),
            MeterView("strength", say("strength"), 62, 0, 100, say(""), 20, 90),
            MeterView("ties", say("ties"), 18, 0, 100, say(""), 20, 85),
            MeterView("self", say("self"), 54, 0, 100, say(""), 20, 85),
        ),
        bills=(
            BillView("phone", say("Phone and data"), 58, day - 2, date_of(START, day - 2), True),
            BillView("power", say("Your share of the electricity"), 45, day + 3, date_of(START, day + 3), False),
        ),
        people=(
            PersonView(
                "lin", say("Lin Hao"), say("Sleeps in the bunk above, borrows, returns"), say("friend, classmate"), 64
            ),
            PersonView("su", say("Su Mei"), say("Runs the magazine nobody licensed"), say("friend"), 41),
        ),
        feed=(
            PostView(
                day - 3,
                say("City evening paper"),
                say("The crossing at Xueyuan Road has a screen now. It shows faces."),
            ),
            PostView(day - 1, say("Neighbours' group"), say("Who took the blue bike?")),
        ),
        regimes=(office(hidden, say),),
        ending=None,
        may_undo=True,
        moves=day * 2,
        bets=(
            BetView(
                "sesame",
                say("Sesame Credit"),
                say("points"),
                28,
                date_of(START, 28),
                None if hidden else say("652"),
                350,
                950,
            ),
        ),
    )


def week_of(say: Words = safe, hidden: bool = False) -> WeekView:
    """Return the end of a week."""
    return WeekView(
        2,
        ((say("money"), 1500, 1390), (say("strength"), 60, 62), (say("ties"), 18, 18), (say("self"), 50, 54)),
        5,
        (
            NoticeView(
                12, "bad", say("Sesame Credit: an entry was made about you."), "sesame", "" if hidden else "mark/m1"
            ),
        ),
        (
            StandingView(
                say("Sesame Credit"),
                say("tells you no number") if hidden else say("652, good"),
                ("sesame", "regime"),
            ),
        ),
        ()
        if hidden
        else (DoorView(say("Rental without deposit"), say("open to you"), ("sesame", "measure/deposit")),),
    )
