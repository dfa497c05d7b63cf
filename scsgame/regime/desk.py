"""The desk at which one regime works on one record, room by room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from scsgame.conditions.tree import Facts
from scsgame.regime.charter import Regime
from scsgame.regime.dossier import Dossier
from scsgame.regime.intervention.rules import Mark, Rule
from scsgame.regime.intervention.standing import Rating, add, reckon, tier_of
from scsgame.regime.intervention.weighing import weigh
from scsgame.regime.manipulation.redress import Case
from scsgame.regime.surveillance.observers import Observation
from scsgame.terms import SELF, Chance, Date, Day

FORGOTTEN_AFTER = 60
"""After how many days a repeated report of the same deed would be filed as a new one."""


class Today(NamedTuple):
    """What the proceedings need to know of the day: the life's facts, the date, who is who, where others begin, and
    how the person stood elsewhere yesterday."""

    facts: Facts
    date: Date
    people: tuple[str, ...]
    friends: frozenset[str]
    unit: frozenset[str]
    chance: Chance
    begins: Mapping[str, float] = MappingProxyType({})
    abroad: Mapping[str, float] = MappingProxyType({})


class Answer(NamedTuple):
    """A plea answered."""

    case: Case
    granted: bool


class Hearing(NamedTuple):
    """What one hearing brought: reports that came in, marks made, lists entered (True) or left (False),
    measures begun or ended, pleas answered, phases entered, what the measures did to the life's meters,
    the score before and after where it was published anew, and the marks counted in it."""

    dossier: Dossier
    observations: tuple[Observation, ...] = ()
    marks: tuple[Mark, ...] = ()
    listings: tuple[tuple[str, bool], ...] = ()
    measures: tuple[tuple[str, bool], ...] = ()
    answers: tuple[Answer, ...] = ()
    turnings: tuple[str, ...] = ()
    touches: tuple[tuple[str, int], ...] = ()
    published: tuple[tuple[float, float], ...] = ()
    counted: tuple[Mark, ...] = ()

    @property
    def empty(self) -> bool:
        """Say whether nothing came of it."""
        return not any(self[1:])


class Desk:
    """A copy of the record, being worked on, and what came of the work. It lives for one hearing only."""

    __slots__ = (
        "answers", "before", "cases", "counted", "course", "facts", "known", "listings", "marks", "measures", "moved",
        "observations", "others", "pending", "placed", "post", "published", "ratings", "regime", "spent", "tallies", "today",
        "touches", "turnings", "voided",
    )  # fmt: skip

    def __init__(self, regime: Regime, dossier: Dossier, today: Today) -> None:
        self.regime = regime
        self.before = dossier
        self.today = today
        self.facts = dossier.facts.copy()
        self.tallies = dossier.tallies.copy()
        self.ratings = dossier.ratings
        self.post = dossier.post
        self.known = dossier.known
        self.pending = dossier.pending
        self.voided = dossier.voided
        self.moved = dossier.moved
        self.spent = dossier.spent
        self.cases = dossier.cases
        self.others = dossier.others
        self.course = dossier.course
        self.placed = dossier.placed
        self.observations: list[Observation] = []
        self.marks: list[Mark] = []
        self.listings: list[tuple[str, bool]] = []
        self.measures: list[tuple[str, bool]] = []
        self.answers: list[Answer] = []
        self.turnings: list[str] = []
        self.touches: list[tuple[str, int]] = []
        self.published: list[tuple[float, float]] = []
        self.counted: list[Mark] = []

    @property
    def all_marks(self) -> tuple[Mark, ...]:
        """Return every mark on the record, those just made among them."""
        return (*self.before.marks, *self.marks) if self.marks else self.before.marks

    def begins(self, whom: str) -> float:
        """Return where somebody stands of whom nothing is known."""
        return self.today.begins.get(whom, self.regime.unjudged)

    def rise(self) -> Hearing:
        """Return what came of the work."""
        dossier = Dossier(
            self.facts, self.tallies, self.ratings, self.post, self.known, self.pending, self.all_marks, self.voided,
            self.moved, self.spent, self.cases, self.others, self.course, self.placed,
        )  # fmt: skip
        return Hearing(
            dossier, tuple(self.observations), tuple(self.marks), tuple(self.listings), tuple(self.measures),
            tuple(self.answers), tuple(self.turnings), tuple(self.touches), tuple(self.published), tuple(self.counted),
        )  # fmt: skip


def take_in(desk: Desk, reports: Iterable[Observation]) -> list[Observation]:
    """File the reports that have arrived, once each, and return those still on their way."""
    regime, today, facts = desk.regime, desk.today, desk.facts
    day: Day = today.facts["day"]
    later = []
    known = {key for key in desk.known if day - key[1] < FORGOTTEN_AFTER}
    for report in reports:
        if report.arrives > day:
            later.append(report)
            continue
        key = (report.kind, report.day, report.whom, report.number)
        if key in known:
            continue
        known.add(key)
        desk.observations.append(report)
        _count(desk, report)
        if report.kind in regime.rules_by_act:
            spent = dict(desk.spent)
            for rule, mark in weigh(
                report, regime.rules_by_act, facts, today.facts, today.date, today.unit, today.friends, spent
            ):
                enter(desk, rule, mark)
            desk.spent = spent
    desk.known = frozenset(known)
    return later


def _count(desk: Desk, report: Observation) -> None:
    """Count a sight of an act: one's own, the unit's, a friend's; and judge whoever is not judged with the person."""
    today, facts = desk.today, desk.facts
    whose = [""] if report.whom == SELF else []
    if report.whom in today.unit:
        whose.append("_of_unit")
    if report.whom in today.friends:
        whose.append("_of_friends")
    for part in whose:
        seen, last = f"seen{part}({report.kind})", f"last_seen{part}({report.kind})"
        if seen in facts:
            facts[seen] += 1
        if last in facts:
            facts[last] = report.day
    if report.whom != SELF and report.whom not in today.unit:
        _judge_other(desk, report)


def _judge_other(desk: Desk, report: Observation) -> None:
    """Keep a rough standing of somebody else: what the rules for one's own acts give."""
    regime = desk.regime
    scale = regime.scale
    if scale.kind == "none":
        return
    others = dict(desk.others)
    for rule in regime.rules_by_act.get(report.kind, ()):
        if rule.whose != "self" or not (rule.points or rule.rating):
            continue
        before = others.get(report.whom, desk.begins(report.whom))
        if scale.kind == "ratings":
            moved = before + (rule.rating - before) / scale.window
        else:
            moved = before + rule.points * regime.weights.get(rule.factor, 1)
        others[report.whom] = min(scale.most, max(scale.least, moved)) if scale.most > scale.least else moved
    desk.others = others


def enter(desk: Desk, rule: Rule, mark: Mark) -> None:
    """Put a mark on the record, and what hangs on it: a list, a counter."""
    facts = desk.facts
    facts[f"marks({rule.id})"] += 1
    for counter, change in rule.moods:
        facts[counter] += change
    if rule.rating and desk.regime.scale.weighs_rater:
        unknown = rule.rater_stands or desk.regime.unjudged
        known = mark.whom != SELF
        mark = mark._replace(weight=desk.others.get(mark.whom, desk.begins(mark.whom)) if known else unknown)
    desk.marks.append(mark)
    if mark.points:
        desk.pending = (*desk.pending, mark)
    desk.touches += rule.touches
    if not rule.lists:
        return
    if facts[f"listed({rule.lists})"]:
        facts[f"since_on({rule.lists})"] = desk.today.facts["day"]
    else:
        put_on(desk, rule.lists, mark.id)


def put_on(desk: Desk, roll: str, mark: str) -> None:
    """Put the person on a list, by the mark that did it or by the list's own condition."""
    desk.facts[f"listed({roll})"] = True
    desk.facts[f"since_on({roll})"] = desk.today.facts["day"]
    desk.facts[f"days_on({roll})"] = 0
    desk.listings.append((roll, True))
    desk.placed = {**desk.placed, roll: mark}


def take_off(desk: Desk, roll: str) -> None:
    """Take the person off a list."""
    desk.facts[f"listed({roll})"] = False
    desk.facts[f"days_on({roll})"] = 0
    desk.listings.append((roll, False))


def publish(desk: Desk) -> None:
    """Count what is pending and make the score known to the record."""
    regime, facts = desk.regime, desk.facts
    scale = regime.scale
    pending, desk.pending = desk.pending, ()
    if scale.kind == "none":
        return
    counting = [mark for mark in pending if mark.id not in desk.voided]
    desk.counted += counting
    for mark in counting:
        if scale.kind == "ratings":
            desk.ratings = (*desk.ratings, Rating(mark.points, mark.weight, mark.id))[-scale.window :]
        else:
            desk.moved = {**desk.moved, mark.id: add(scale, desk.tallies, mark.factor, mark.points)}
    before = facts["score"]
    friends = _friends(desk)
    facts["friends_score"] = scale.start if friends is None else friends
    facts["score"] = reckon(scale, desk.tallies, desk.ratings, friends)
    facts["tier"] = tier_of(regime.tiers, facts["score"], facts["phase"])
    if facts["score"] != before or scale.updates not in ("at_once", "daily"):
        desk.course = (*desk.course, (desk.today.facts["day"], facts["score"]))
        desk.published.append((before, facts["score"]))


def _friends(desk: Desk) -> float | None:
    if desk.regime.scale.influence is None or not desk.today.friends:
        return None
    friends = sorted(desk.today.friends)
    return sum(desk.others.get(friend, desk.begins(friend)) for friend in friends) / len(friends)


def keep_lists(desk: Desk) -> None:
    """Put the person on lists and take them off, as the lists' own conditions say."""
    facts, today = desk.facts, desk.today.facts
    for roll in desk.regime.rolls:
        if roll.phases and facts["phase"] not in roll.phases:
            if facts[f"listed({roll.id})"]:
                take_off(desk, roll.id)
            continue
        if facts[f"listed({roll.id})"]:
            days = facts[f"days_on({roll.id})"] = today["day"] - facts[f"since_on({roll.id})"]
            served = roll.term and days >= roll.term
            if served or (roll.leaves is not None and roll.leaves.holds(today, facts)):
                take_off(desk, roll.id)
        elif facts["enrolled"] and roll.enters is not None and roll.enters.holds(today, facts):
            if roll.leaves is not None and roll.leaves.holds(today, facts):
                continue
            put_on(desk, roll.id, "")


def respond(desk: Desk) -> None:
    """Begin and end measures as the standing asks."""
    facts, today = desk.facts, desk.today.facts
    enrolled, phase = facts["enrolled"], facts["phase"]
    for measure in desk.regime.measures:
        in_phase = not measure.phases or phase in measure.phases
        stands = bool(enrolled and in_phase and measure.when.holds(today, facts))
        key = f"active({measure.id})"
        if stands != facts[key]:
            facts[key] = stands
            desk.measures.append((measure.id, stands))
            if stands:
                desk.touches.extend(measure.touches)


def turn_phase(desk: Desk) -> None:
    """Pass into another phase when its hour has come."""
    facts = desk.facts
    for turning in desk.regime.turnings:
        if facts["phase"] in turning.out_of and turning.when.holds(desk.today.facts, facts):
            facts["phase"] = turning.into
            facts["phase_since"] = desk.today.facts["day"]
            desk.turnings.append(turning.into)
            if desk.regime.scale.kind != "none":
                facts["tier"] = tier_of(desk.regime.tiers, facts["score"], turning.into)
            break
    facts["days_in_phase"] = desk.today.facts["day"] - facts["phase_since"]
