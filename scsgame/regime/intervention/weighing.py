"""From observations to marks: which rules concern a report, and what each of them gives."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, MutableMapping
from typing import Any

from scsgame.conditions.tree import Facts
from scsgame.regime.intervention.rules import Mark, Rule
from scsgame.regime.surveillance.observers import Observation
from scsgame.terms import SELF, ActKind, Date, Day

AFTER_OF = {"self": "last_seen({})", "unit": "last_seen_of_unit({})", "friends": "last_seen_of_friends({})"}
"""Which fact says when an act was last seen, by whose act it was."""

Spent = MutableMapping[tuple[str, object], float]
"""How many points a capped rule has moved in a period."""


def weigh(
    observation: Observation,
    rules: Mapping[ActKind, tuple[Rule, ...]],
    standing: Facts,
    today: Facts,
    date: Date,
    unit: Collection[str],
    friends: Collection[str],
    spent: Spent,
) -> list[tuple[Rule, Mark]]:
    """Return the marks that one report leaves on the person's record, each with its rule.

    `unit` are the others judged as one with the person, `friends` those whose acts a rule may read.
    """
    found = []
    whom = observation.whom
    for rule in rules.get(observation.kind, ()):
        if not _concerns(rule, whom, unit, friends) or not applies(rule, standing, today):
            continue
        points = capped(rule, rule.rating or rule.points, date, today["day"], spent)
        name = f"{rule.id}.{observation.day}.{observation.number}.{whom}"
        found.append(
            (
                rule,
                Mark(
                    name,
                    rule.id,
                    today["day"],
                    points,
                    rule.factor,
                    observation.kind,
                    observation.day,
                    observation.by,
                    whom,
                ),
            )
        )
    return found


def omissions(
    rules: Iterable[Rule], standing: dict[str, Any], today: Facts, date: Date, spent: Spent
) -> list[tuple[Rule, Mark]]:
    """Return the marks for what was not seen done in time.

    Without `after`, the time runs from the last sight of the act, from the day one joined or from the day the rule
    came into force, and starts anew after a mark.
    With `after`, it runs from the sight of that act, once for each.
    """
    found = []
    day: Day = today["day"]
    for rule in rules:
        counted = f"counted({rule.id})"
        if not applies(rule, standing, today):
            if not rule.after:
                standing[counted] = day
            continue
        done: Day = standing[f"last_seen({rule.omits})"]
        late = (
            _duty_missed(rule, standing, day, done)
            if rule.after
            else day - max(done, standing[counted]) >= rule.within
        )
        if not late:
            continue
        if not rule.after:
            standing[counted] = day
        points = capped(rule, rule.points, date, day, spent)
        mark = Mark(f"{rule.id}.{day}.0.{SELF}", rule.id, day, points, rule.factor, rule.omits, day, "", SELF)
        found.append((rule, mark))
    return found


def _duty_missed(rule: Rule, standing: dict[str, Any], day: Day, done: Day) -> bool:
    """Say whether the oldest duty under a rule has run out today, and keep the record of duties up.

    A duty begins when the act is seen, ends when what it asks for is seen, and is counted once.
    """
    duty, counted = f"duty({rule.id})", f"counted({rule.id})"
    since: Day = standing[AFTER_OF[rule.whose].format(rule.after)]
    if standing[duty] and done >= standing[duty]:
        standing[duty] = 0
    missed = bool(standing[duty]) and day - standing[duty] > rule.within
    if missed:
        standing[counted], standing[duty] = standing[duty], 0
    if not standing[duty] and since > max(done, standing[counted]):
        standing[duty] = since
    return missed


def applies(rule: Rule, standing: Facts, today: Facts) -> bool:
    """Say whether the rule is in force: in this phase, under its own condition."""
    if rule.phases and standing["phase"] not in rule.phases:
        return False
    return bool(rule.when.holds(today, standing))


def capped(rule: Rule, points: float, date: Date, day: Day, spent: Spent) -> float:
    """Return as many of the points as the rule's cap still allows in this period."""
    if not rule.cap or not points:
        return points
    period = period_of(rule, date, day)
    used = spent.get((rule.id, period), 0.0)
    allowed = min(abs(points), max(0.0, rule.cap - used))
    spent[rule.id, period] = used + allowed
    return allowed if points > 0 else -allowed


def period_of(rule: Rule, date: Date, day: Day) -> object:
    """Return the period a day belongs to, for a rule with a cap."""
    return {"day": day, "week": (day - 1) // 7, "month": (date.year, date.month), "life": 0}[rule.per]


def _concerns(rule: Rule, whom: str, unit: Collection[str], friends: Collection[str]) -> bool:
    if rule.whose == "self":
        return whom == SELF
    if rule.whose == "unit":
        return whom == SELF or whom in unit
    return whom in friends
