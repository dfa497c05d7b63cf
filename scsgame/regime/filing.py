"""What comes of reports: filed once, weighed by the rules, entered as marks, counted into a standing."""

from __future__ import annotations

from collections.abc import Iterable

from scsgame.regime.desk import Desk
from scsgame.regime.dossier import Filed
from scsgame.regime.intervention.rules import Mark, Rule
from scsgame.regime.intervention.standing import Rating, add, reckon, tier_of
from scsgame.regime.intervention.weighing import weigh
from scsgame.regime.responding import put_on
from scsgame.regime.surveillance.observers import Observation
from scsgame.terms import SELF, Day

FORGOTTEN_AFTER = 60
"""After how many days a repeated report of the same deed would be filed as a new one."""

NONE_FILED: frozenset[Filed] = frozenset()


def take_in(desk: Desk, reports: Iterable[Observation]) -> list[Observation]:
    """File the reports that have arrived, once each, and return those still on their way."""
    regime, today, facts = desk.regime, desk.today, desk.facts
    day: Day = today.facts["day"]
    later = []
    known = {of: filed for of, filed in desk.known.items() if day - of < FORGOTTEN_AFTER}
    for report in reports:
        if report.arrives > day:
            later.append(report)
            continue
        filed, one = known.get(report.day, NONE_FILED), (report.kind, report.whom, report.number)
        if one in filed:
            continue
        known[report.day] = filed | {one}
        desk.observations.append(report)
        _count(desk, report)
        if report.kind in regime.rules_by_act:
            for rule, mark in weigh(
                report, regime.rules_by_act, facts, today.facts, today.date, today.unit, today.friends, desk.spent
            ):
                enter(desk, rule, mark)
    desk.known = known
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
        if not part or seen in facts:
            facts[seen] = facts.get(seen, 0) + 1
        if not part or last in facts:
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
    counted = f"marks({rule.id})"  # kept only where a condition reads it: a thousand rules weigh no more than fifty
    if counted in facts:
        facts[counted] += 1
    for counter, change in rule.moods:
        facts[counter] += change
    if rule.rating and desk.regime.scale.weighs_rater:
        mark = mark._replace(weight=_weight(desk, rule, mark))
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


def _weight(desk: Desk, rule: Rule, mark: Mark) -> float:
    """Return the standing of whoever rates: the one whose deed it was, or somebody near in the rule's role, or nobody known."""
    who = mark.whom
    if who == SELF:
        near = desk.today.raters.get(rule.rater, ())
        if not near:
            return rule.rater_stands or desk.regime.unjudged
        who = desk.today.chance.pick(near, "rates", desk.regime.id, mark.id)
    return desk.others.get(who, desk.begins(who))


def publish(desk: Desk) -> None:
    """Count what is pending and make the score known to the record."""
    regime, facts = desk.regime, desk.facts
    scale = regime.scale
    pending, desk.pending = desk.pending, ()
    if scale.kind == "none":
        return
    counting = [mark for mark in pending if mark.id not in desk.voided]
    desk.counted += counting
    if scale.kind == "ratings":
        ratings = [Rating(mark.points, mark.weight, mark.id) for mark in counting]
        desk.ratings = (*desk.ratings, *ratings)[-scale.window :]
    elif counting:
        moved = {day: dict(desk.moved.get(day, {})) for day in dict.fromkeys(mark.day for mark in counting)}
        for mark in counting:
            moved[mark.day][mark.id] = add(scale, desk.tallies, mark.factor, mark.points)
        desk.moved = {**desk.moved, **moved}
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
