"""Whether behaviour divided itself as its consequences did; asked only where a record is long enough to answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from scsgame.debrief.log import Decision, Log
from scsgame.debrief.phases.conditions import Course
from scsgame.debrief.statistics.matching import Matching, Shares, matching
from scsgame.debrief.unsaid import Unsaid, unsaid
from scsgame.terms import ActKind
from scsgame.tongue import Phrase

CHOICES = 200
STRETCHES = 6
"""With fewer choices or phases the fitted slope is off by half of itself or more."""

TOO_SHORT = Phrase(
    "unsaid.matching_short",
    "a matching line, which takes two hundred decisions in six phases (here are {choices} in {stretches}; sixty in four leave its slope open by "
    "one in either direction)",
)
ONE_SOURCE = Phrase(
    "unsaid.matching_source",
    "a matching line, because there were not two kinds of act that were paid in differing shares",
)


class Matched(NamedTuple):
    """The fitted line for the two kinds of act that were paid most, by theme."""

    first: str
    second: str
    line: Matching


def matched(log: Log, course: Course) -> Matched | Unsaid:
    """Return how the two best paid kinds of act shared a life as their pay was shared, or why that is not said."""
    decisions = sum(len(stretch.decisions) for stretch in course.stretches)
    if decisions < CHOICES or len(course.stretches) < STRETCHES:
        return unsaid(TOO_SHORT, choices=decisions, stretches=len(course.stretches))
    acts = log.chronicle.setup.vocabulary.acts
    paid = [_paid(log, course.regime, stretch.decisions) for stretch in course.stretches]
    most = Counter[str]()
    for found in paid:
        for act, times in found.items():
            most[acts[act].theme] += times
    if len(most) < 2:
        return unsaid(ONE_SOURCE)
    (first, _), (second, _) = most.most_common(2)
    shares = []
    for stretch, found in zip(course.stretches, paid, strict=True):
        done = Counter(
            acts[act].theme for decision in stretch.decisions for act in decision.choice.acts if act in acts
        )
        pay = Counter[str]()
        for act, times in found.items():
            pay[acts[act].theme] += times
        shares.append(Shares(done[first], done[second], pay[first], pay[second]))
    try:
        return Matched(first, second, matching(shares))
    except ValueError:
        return unsaid(ONE_SOURCE)


def _paid(log: Log, regime: str, decisions: Iterable[Decision]) -> Counter[ActKind]:
    """Return how often each act was followed by something welcome."""
    return Counter(
        one.act
        for decision in decisions
        for one in log.followed[decision.number]
        if one.regime == regime and one.valence > 0 and one.act
    )
