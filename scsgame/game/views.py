"""What a person may see: values ready to be painted, with nothing in them that disclosure withholds.

A screen, a line of plain text and a save listing are given these and nothing else.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from scsgame.game.office_views import (
    CaseView,
    FactorView,
    ListView,
    MarkView,
    MeasureView,
    ObserverView,
    RedressView,
    RegimeView,
    RuleView,
    TierView,
)
from scsgame.terms import Date, Day, Provenance, Safe

__all__ = [
    "BetView",
    "BillView",
    "CaseView",
    "DayView",
    "DoorView",
    "EndingView",
    "FactorView",
    "ListView",
    "MarkView",
    "MeasureView",
    "MeterView",
    "NoticeView",
    "ObserverView",
    "OfferView",
    "PersonView",
    "PostView",
    "RedressView",
    "RegimeView",
    "ResultView",
    "RuleView",
    "SceneView",
    "StandingView",
    "TierView",
    "Tone",
    "WeekView",
    "WhyView",
]

Tone = Literal["good", "bad", "neutral"]


class OfferView(NamedTuple):
    """One numbered line to choose: open, or closed, as far as one is told by what.

    `price` is what it costs now, `usual` what it costs without any regime (both 0 when nothing; the same where one is
    not told that it was moved), `eased_by` and `dearer_by` what moved it; `asks` are the regime and the subject to
    ask *why* about, where one is told.
    """

    number: int
    id: str
    text: Safe
    open: bool
    closed_by: Safe
    price: int
    usual: int
    eased_by: Safe
    asks: tuple[str, str] = ("", "")
    dearer_by: Safe = Safe("")


class SceneView(NamedTuple):
    """The situation on the table."""

    id: str
    place: Safe
    text: Safe
    from_regime: Safe
    offers: tuple[OfferView, ...]
    asks: tuple[str, str] = ("", "")


class MeterView(NamedTuple):
    """One meter: its value, its ends, and where trouble begins."""

    id: str
    title: Safe
    value: int
    least: int
    most: int
    unit: Safe
    low: int
    high: int


class BillView(NamedTuple):
    """One bill to be paid: by when, or since when it is late."""

    id: str
    title: Safe
    amount: int
    due: Day
    date: Date
    overdue: bool


class PersonView(NamedTuple):
    """Somebody in one's life."""

    id: str
    name: Safe
    about: Safe
    roles: Safe
    bond: int


class PostView(NamedTuple):
    """One item of the feed."""

    day: Day
    by: Safe
    text: Safe
    asks: tuple[str, str] = ("", "")


class NoticeView(NamedTuple):
    """Something one is told: a mark, a list, a door, an answer, a bill, a change of the scheme.

    `regime` and `subject` lead to *why* ("" where there is nothing to ask).
    """

    day: Day
    tone: Tone
    text: Safe
    regime: str
    subject: str


class ResultView(NamedTuple):
    """What the last move led to."""

    chosen: Safe
    text: Safe
    changes: tuple[tuple[Safe, int], ...]
    notices: tuple[NoticeView, ...]
    nights: int


class StandingView(NamedTuple):
    """How one stands with one office at the end of a week, in words, and what to ask about."""

    title: Safe
    words: Safe
    asks: tuple[str, str]


class DoorView(NamedTuple):
    """What a service costs now or that it is shut, and what to ask about."""

    title: Safe
    state: Safe
    asks: tuple[str, str]


class WeekView(NamedTuple):
    """A week that has just ended: each meter's value before and after, and what one was told."""

    week: int
    meters: tuple[tuple[Safe, int, int], ...]
    choices: int
    notices: tuple[NoticeView, ...]
    standings: tuple[StandingView, ...]
    doors: tuple[DoorView, ...]


class EndingView(NamedTuple):
    """How the life closed."""

    id: str
    title: Safe
    text: Safe


class BetView(NamedTuple):
    """A bet that one could make: on which score, when it is settled, and the number that is shown now, if any.

    `date` is None where a life shows no dates.
    """

    regime: str
    title: Safe
    word: Safe
    due: Day
    date: Date | None
    now: Safe | None
    least: float
    most: float


class DayView(NamedTuple):
    """Everything a screen of the game needs.

    `phone_title` and `feed_title` are this life's own words for its phone and its feed, empty where these words do; a
    life that is not `dated` shows days and no dates.
    """

    day: Day
    date: Date
    week: int
    weeks: int
    life: Safe
    scene: SceneView | None
    last: ResultView | None
    week_end: WeekView | None
    meters: tuple[MeterView, ...]
    bills: tuple[BillView, ...]
    people: tuple[PersonView, ...]
    feed: tuple[PostView, ...]
    regimes: tuple[RegimeView, ...]
    ending: EndingView | None
    may_undo: bool
    moves: int
    bets: tuple[BetView, ...] = ()
    dated: bool = True
    phone_title: Safe = Safe("")
    feed_title: Safe = Safe("")

    @property
    def unit(self) -> Safe:
        """Return what money is counted in."""
        return next((meter.unit for meter in self.meters if meter.id == "money"), Safe(""))


class WhyView(NamedTuple):
    """What is known about a rule, a mark or a door: is this real?

    `lines` say what it does; `provenance` says where it comes from; facts are looked up in the library. `of` is the id of its
    regime, by which the atlas finds its system; "" where no regime is behind it. Where a thing itself rests on no fact,
    `behind` are the facts on which its system rests.
    """

    title: Safe
    kind: Safe
    lines: tuple[Safe, ...]
    provenance: Provenance
    regime: Safe
    of: str = ""
    behind: tuple[str, ...] = ()
