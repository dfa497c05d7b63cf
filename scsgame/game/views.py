"""What a person may see: values ready to be painted, with nothing in them that disclosure withholds.

A screen, a line of plain text and a save listing are given these and nothing else.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from scsgame.terms import Date, Day, Provenance, Safe

Tone = Literal["good", "bad", "neutral"]


class OfferView(NamedTuple):
    """One numbered line to choose: open, or closed, as far as one is told by what.

    `price` is what it costs now, `usual` what it costs without any regime (both 0 when nothing); `asks`
    are the regime and the subject to ask *why* about, where one is told.
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


class MarkView(NamedTuple):
    """One entry of the history, as far as it is told: `points` is None where numbers are withheld.

    A rating is one of so many, `most`, and good from `good_from` on; points are simply added.
    """

    id: str
    day: Day
    title: Safe
    points: float | None
    subject: str
    most: float = 0
    good_from: float = 0


class ListView(NamedTuple):
    """One list, and since when one is on it: None where one is not, or is not `told`."""

    id: str
    title: Safe
    good: bool
    public: bool
    since: Day | None
    reason: Safe
    subject: str
    told: bool = True


class MeasureView(NamedTuple):
    """One perk, restriction or publicity that stands or could stand."""

    id: str
    title: Safe
    kind: Literal["perk", "restriction", "publicity"]
    stands: bool
    what: Safe
    subject: str


class RuleView(NamedTuple):
    """One published rule."""

    id: str
    title: Safe
    points: float | None
    what: Safe
    subject: str


class RedressView(NamedTuple):
    """One way back, and what it can be used on: (target id, what it is)."""

    id: str
    title: Safe
    kind: Literal["dispute", "appeal", "repair"]
    open: bool
    needs: Safe
    most_characters: int
    takes: int
    targets: tuple[tuple[str, Safe], ...]
    subject: str


class CaseView(NamedTuple):
    """A plea filed: what about, when the answer is due."""

    title: Safe
    target: Safe
    filed: Day
    answer: Day
    subject: str = ""


class ObserverView(NamedTuple):
    """One observer that one is told of, and what it looks for."""

    id: str
    title: Safe
    what: Safe
    subject: str


class TierView(NamedTuple):
    """One step of the scale, and from which score on it is reached (None where no number is told)."""

    id: str
    title: Safe
    at_least: float | None
    subject: str


class FactorView(NamedTuple):
    """One thing a score is made of, and how much of it ("" where that is not told)."""

    id: str
    title: Safe
    share: Safe
    subject: str


class RegimeView(NamedTuple):
    """One regime's app on the phone.

    `score` is text, None where it is withheld; `course` are the (day, score) pairs one has been shown.
    """

    id: str
    title: Safe
    about: Safe
    word: Safe
    enrolled: bool
    opt_in: bool
    may_leave: bool
    score: Safe | None
    score_as_of: Day | None
    tier: Safe | None
    next_update: Day | None
    least: float
    most: float
    tiers: tuple[TierView, ...]
    course: tuple[tuple[Day, float], ...]
    marks: tuple[MarkView, ...]
    lists: tuple[ListView, ...]
    measures: tuple[MeasureView, ...]
    rules: tuple[RuleView, ...]
    redress: tuple[RedressView, ...]
    cases: tuple[CaseView, ...]
    shows_score: bool
    shows_rules: Literal["told", "partly", "untold"]
    subject: str
    observers: tuple[ObserverView, ...] = ()
    factors: tuple[FactorView, ...] = ()
    told_subject: str = "disclosure"


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
    regime, by which the atlas finds its system; "" where no regime is behind it.
    """

    title: Safe
    kind: Safe
    lines: tuple[Safe, ...]
    provenance: Provenance
    regime: Safe
    of: str = ""
