"""The desk at which one regime works on one record, room by room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from scsgame.conditions.tree import Facts
from scsgame.regime.charter import Regime
from scsgame.regime.dossier import Dossier
from scsgame.regime.intervention.rules import Mark, Rule
from scsgame.regime.intervention.standing import add, first_tallies, reckon, tier_of
from scsgame.regime.intervention.weighing import weigh
from scsgame.regime.manipulation.redress import Case
from scsgame.regime.surveillance.observers import Observation
from scsgame.terms import SELF, Chance, Date, Day


class Today(NamedTuple):
    """What the proceedings need to know of the day: the life's facts, the date, and who is who."""

    facts: Facts
    date: Date
    people: tuple[str, ...]
    friends: frozenset[str]
    unit: frozenset[str]
    chance: Chance


class Answer(NamedTuple):
    """A plea answered."""

    case: Case
    granted: bool


@dataclass(slots=True)
class Desk:
    """A record being worked on, and what came of the work. It lives for one hearing only."""

    regime: Regime
    today: Today
    dossier: Dossier
    observations: list[Observation] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    listings: list[tuple[str, bool]] = field(default_factory=list)
    measures: list[tuple[str, bool]] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    turnings: list[str] = field(default_factory=list)
    touches: list[tuple[str, int]] = field(default_factory=list)
    published: list[tuple[float, float]] = field(default_factory=list)


class Hearing(NamedTuple):
    """What one hearing brought: reports that came in, marks made, lists entered (True) or left (False),
    measures begun or ended, pleas answered, phases entered, what the measures did to the life's meters, and
    the score before and after where it was published anew."""

    dossier: Dossier
    observations: tuple[Observation, ...] = ()
    marks: tuple[Mark, ...] = ()
    listings: tuple[tuple[str, bool], ...] = ()
    measures: tuple[tuple[str, bool], ...] = ()
    answers: tuple[Answer, ...] = ()
    turnings: tuple[str, ...] = ()
    touches: tuple[tuple[str, int], ...] = ()
    published: tuple[tuple[float, float], ...] = ()

    @property
    def empty(self) -> bool:
        """Say whether nothing came of it."""
        return not any(self[1:])


def sit_down(regime: Regime, dossier: Dossier, today: Today) -> Desk:
    """Return a desk with a copy of the record on it."""
    copy = dossier._replace(facts=dossier.facts.copy(), tallies=dossier.tallies.copy())
    return Desk(regime, today, copy)


def rise(desk: Desk) -> Hearing:
    """Return what came of the work."""
    return Hearing(
        desk.dossier,
        tuple(desk.observations),
        tuple(desk.marks),
        tuple(desk.listings),
        tuple(desk.measures),
        tuple(desk.answers),
        tuple(desk.turnings),
        tuple(desk.touches),
        tuple(desk.published),
    )


def take_in(desk: Desk, reports: Iterable[Observation]) -> list[Observation]:
    """File the reports that have arrived, once each, and return those still on their way."""
    today = desk.today
    day: Day = today.facts["day"]
    facts = desk.dossier.facts
    later = []
    known = set(desk.dossier.known)
    spent = dict(desk.dossier.spent)
    others = dict(desk.dossier.others)
    for report in reports:
        if report.arrives > day:
            later.append(report)
            continue
        key = (report.kind, report.day, report.whom, report.number)
        if key in known:
            continue
        known.add(key)
        desk.observations.append(report)
        if report.whom == SELF or report.whom in today.unit:
            facts[f"seen({report.kind})"] += 1
            facts[f"last_seen({report.kind})"] = report.day
        else:
            _judge_other(desk.regime, report, others)
        for rule, mark in weigh(
            report, desk.regime.rules_by_act, facts, today.facts, today.date, today.unit, today.friends, spent
        ):
            enter(desk, rule, mark)
    if len(known) > 400:
        known = {key for key in known if day - key[1] < 60}
    desk.dossier = desk.dossier._replace(known=frozenset(known), spent=spent, others=others)
    return later


def _judge_other(regime: Regime, report: Observation, others: dict[str, float]) -> None:
    """Keep a rough standing of somebody else: the points of the rules for one's own acts."""
    scale = regime.scale
    if scale.kind not in ("points", "factors"):
        return
    weights = {factor.id: factor.weight * (scale.most - scale.least) / 100 for factor in scale.factors}
    for rule in regime.rules_by_act.get(report.kind, ()):
        if rule.whose == "self" and rule.points:
            before = others.get(report.whom, reckon(scale, first_tallies(scale), (), None))
            moved = before + rule.points * weights.get(rule.factor, 1)
            others[report.whom] = min(scale.most, max(scale.least, moved))




def enter(desk: Desk, rule: Rule, mark: Mark) -> None:
    """Put a mark on the record, and what hangs on it: a list, a counter."""
    facts = desk.dossier.facts
    facts[f"marks({rule.id})"] += 1
    for counter, change in rule.moods:
        facts[counter] += change
    if rule.rating and desk.regime.scale.weighs_rater:
        mark = mark._replace(weight=desk.dossier.others.get(mark.by, desk.regime.scale.start))
    desk.marks.append(mark)
    pending = (*desk.dossier.pending, mark) if mark.points else desk.dossier.pending
    desk.dossier = desk.dossier._replace(pending=pending, marks=(*desk.dossier.marks, mark))
    if rule.lists and not facts[f"listed({rule.lists})"]:
        _put_on(desk, rule.lists, mark.id)


def _put_on(desk: Desk, roll: str, mark: str) -> None:
    facts = desk.dossier.facts
    facts[f"listed({roll})"] = True
    facts[f"since_on({roll})"] = desk.today.facts["day"]
    facts[f"days_on({roll})"] = 0
    desk.listings.append((roll, True))
    desk.dossier = desk.dossier._replace(placed={**desk.dossier.placed, roll: mark})


def _take_off(desk: Desk, roll: str) -> None:
    facts = desk.dossier.facts
    facts[f"listed({roll})"] = False
    facts[f"days_on({roll})"] = 0
    desk.listings.append((roll, False))


def publish(desk: Desk) -> None:
    """Count what is pending and make the score known to the record."""
    regime, facts = desk.regime, desk.dossier.facts
    scale = regime.scale
    if scale.kind == "none":
        desk.dossier = desk.dossier._replace(pending=())
        return
    ratings = desk.dossier.ratings
    for mark in desk.dossier.pending:
        if mark.id in desk.dossier.voided:
            continue
        if scale.kind == "ratings":
            ratings = (*ratings, (mark.points, mark.weight))
        else:
            add(scale, desk.dossier.tallies, mark.factor, mark.points)
    before = facts["score"]
    friends = _friends(desk)
    facts["friends_score"] = scale.start if friends is None else friends
    facts["score"] = reckon(scale, desk.dossier.tallies, ratings, friends)
    facts["tier"] = tier_of(regime.tiers, facts["score"])
    course = desk.dossier.course
    if facts["score"] != before or scale.updates != "at_once":
        course = (*course, (desk.today.facts["day"], facts["score"]))
        desk.published.append((before, facts["score"]))
    desk.dossier = desk.dossier._replace(ratings=ratings[-scale.window :], pending=(), course=course)


def _friends(desk: Desk) -> float | None:
    influence = desk.regime.scale.influence
    if influence is None or not desk.today.friends:
        return None
    start = reckon(desk.regime.scale, first_tallies(desk.regime.scale), (), None)
    friends = sorted(desk.today.friends)
    return sum(desk.dossier.others.get(friend, start) for friend in friends) / len(friends)


def keep_lists(desk: Desk) -> None:
    """Put the person on lists and take them off, as the lists' own conditions say."""
    facts, today = desk.dossier.facts, desk.today.facts
    for roll in desk.regime.rolls:
        if roll.phases and facts["phase"] not in roll.phases:
            continue
        if facts[f"listed({roll.id})"]:
            facts[f"days_on({roll.id})"] = today["day"] - facts[f"since_on({roll.id})"]
            served = roll.term and facts[f"days_on({roll.id})"] >= roll.term
            if served or (roll.leaves is not None and roll.leaves.holds(today, facts)):
                _take_off(desk, roll.id)
        elif facts["enrolled"] and roll.enters is not None and roll.enters.holds(today, facts):
            _put_on(desk, roll.id, "")


def respond(desk: Desk) -> None:
    """Begin and end measures as the standing asks."""
    facts = desk.dossier.facts
    for measure in desk.regime.measures:
        in_phase = not measure.phases or facts["phase"] in measure.phases
        stands = bool(facts["enrolled"] and in_phase and measure.when.holds(desk.today.facts, facts))
        key = f"active({measure.id})"
        if stands != facts[key]:
            facts[key] = stands
            desk.measures.append((measure.id, stands))
            if stands:
                desk.touches.extend(measure.touches)


def answer(desk: Desk, mistaken: Callable[[Mark], bool]) -> None:
    """Answer the pleas whose day has come."""
    regime, day = desk.regime, desk.today.facts["day"]
    ways = {way.id: way for way in regime.redress}
    for case in desk.dossier.cases:
        if case.answer > day:
            continue
        way = ways[case.redress]
        mark = _mark_behind(desk.dossier, case.target)
        odds = way.grants_if_wrong if mark is not None and mistaken(mark) else way.grants
        granted = odds >= 1 or desk.today.chance.draw("plea", regime.id, case.filed, case.target) < odds
        desk.answers.append(Answer(case, granted))
        if granted:
            _undo_entry(desk, case.target, mark)
    open_cases = tuple(case for case in desk.dossier.cases if case.answer > day)
    desk.dossier = desk.dossier._replace(cases=open_cases)


def _mark_behind(dossier: Dossier, target: str) -> Mark | None:
    name = dossier.placed.get(target, target)
    return next((mark for mark in dossier.marks if mark.id == name), None)


def _undo_entry(desk: Desk, target: str, mark: Mark | None) -> None:
    facts = desk.dossier.facts
    if facts.get(f"listed({target})"):
        _take_off(desk, target)
    if mark is None or mark.id in desk.dossier.voided:
        return
    desk.dossier = desk.dossier._replace(voided=desk.dossier.voided | {mark.id})
    if mark not in desk.dossier.pending and mark.points and desk.regime.scale.kind in ("points", "factors"):
        add(desk.regime.scale, desk.dossier.tallies, mark.factor, -mark.points)
        if desk.regime.scale.updates == "at_once":
            publish(desk)


def turn_phase(desk: Desk) -> None:
    """Pass into another phase when its hour has come."""
    facts = desk.dossier.facts
    for turning in desk.regime.turnings:
        if facts["phase"] in turning.out_of and turning.when.holds(desk.today.facts, facts):
            facts["phase"] = turning.into
            desk.turnings.append(turning.into)
            return
