"""Rules: what a report, a silence or another office's list counts for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from scsgame.conditions import ALWAYS, Condition
from scsgame.terms import ActKind, Day, Provenance, Saying

Per = Literal["day", "week", "month", "life"]


@dataclass(frozen=True, slots=True)
class Rule:
    """What one kind of event counts for.

    The event is an observed `act`; or an `omits` (this act was not seen for `within` days, or not within that
    time after the act `after`); or an entry on another regime's list (`listed`, written regime/list), or an exit
    from it (`unlisted`). It gives `points` (to a `factor`, where the scale has factors), or one `rating` by the role
    `rater` who, when nobody of the life, stands at `rater_stands`; it may put the person on the list `lists`, move the
    regime's own counters, and cost or give the life something at once (`touches`: a fine). `cap` bounds the points it
    may give or take in a period; a mark that `lasts` so many days gives its points back after them. `whose` says whose
    acts it reads: one's own, the unit's, or a friend's; for a silence, whose `after` starts the duty. `told` says whether
    the rule is published where rules are told in part.
    """

    id: str
    title: Saying
    act: ActKind = ""
    omits: ActKind = ""
    within: int = 0
    after: ActKind = ""
    listed: str = ""
    unlisted: str = ""
    points: float = 0
    factor: str = ""
    rating: float = 0
    rater: str = ""
    rater_stands: float = 0
    lasts: int = 0
    touches: tuple[tuple[str, int], ...] = ()
    cap: float = 0
    per: Per = "month"
    when: Condition = ALWAYS
    lists: str = ""
    moods: tuple[tuple[str, int], ...] = ()
    whose: Literal["self", "unit", "friends"] = "self"
    told: bool = True
    phases: frozenset[str] = frozenset()
    provenance: Provenance = Provenance()


class Mark(NamedTuple):
    """A change to the record, with its reason: the rule, the report behind it, the points it gave."""

    id: str
    rule: str
    day: Day
    points: float
    factor: str
    kind: ActKind
    seen_on: Day
    by: str
    whom: str
    weight: float = 1.0
