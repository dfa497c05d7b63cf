"""What each way on counts with a regime: by the rules it publishes, by all its rules, and by what in fact came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from scsgame.debrief.log import Consequence, Decision, Log, Option
from scsgame.debrief.phases.conditions import before_it
from scsgame.game.moment import Moment
from scsgame.game.told import disclosure, tells_observer, tells_rule
from scsgame.regime.charter import Regime
from scsgame.regime.intervention.rules import Rule
from scsgame.regime.intervention.weighing import applies, capped
from scsgame.regime.surveillance.observers import Observer
from scsgame.terms import ActKind, date_of

Basis = Literal["published", "rules", "came"]
"""How a way is reckoned: as one could have known, as the rules have it, seen or not, and as it came, luck and all."""

SAME = 1e-9
"""Two ways that differ by less count alike."""


class Worth(NamedTuple):
    """What one open way on counts."""

    option: Option
    value: float


def worths(log: Log, decision: Decision, regime: str, basis: Basis) -> tuple[Worth, ...]:
    """Return what each open way on counts with a regime; nothing where one is not in it or where nothing is decided."""
    if decision.sort not in ("choice", "bill"):
        return ()
    moment = before_it(log, decision)
    at = moment.setup.at[regime]
    if not moment.dossiers[at].facts["enrolled"]:
        return ()
    open_ways = [option for option in decision.options if option.open]
    if basis == "came":
        came = _came(log, decision, moment.setup.regimes[at])
        return tuple(Worth(option, came.get(option.id, 0.0)) for option in open_ways)
    return tuple(Worth(option, _expected(moment, at, option, basis == "published")) for option in open_ways)


def best_of(found: Sequence[Worth]) -> frozenset[str]:
    """Return the ways that count best, or nothing where all count alike."""
    if not found:
        return frozenset()
    most, least = max(worth.value for worth in found), min(worth.value for worth in found)
    if most - least <= SAME:
        return frozenset()
    return frozenset(worth.option.id for worth in found if most - worth.value <= SAME)


def _came(log: Log, decision: Decision, regime: Regime) -> dict[str, float]:
    """Return what each way brought in fact, the way taken being nought."""
    ways = log.beside[decision.number].ways
    found = {way.option: _sum(regime, way.brought) - _sum(regime, way.spared) for way in ways}
    found[decision.choice.id] = 0.0
    return found


def _sum(regime: Regime, came: Sequence[Consequence]) -> float:
    return sum(_points(regime, one) for one in came if one.regime == regime.id)


def _points(regime: Regime, one: Consequence) -> float:
    if one.kind == "list":
        return float(one.valence) if regime.scale.kind == "none" else 0.0
    if one.kind not in ("mark", "struck") or regime.scale.kind == "none":
        return 0.0
    rule = regime.rule[one.subject]
    if rule.rating:
        return one.points - regime.scale.start if one.kind == "mark" else regime.scale.start + one.points
    return one.points * regime.weights.get(rule.factor, 1.0)


def _expected(moment: Moment, at: int, option: Option, published: bool) -> float:
    return sum(_of_act(moment, at, act, published) for act in option.acts)


def _of_act(moment: Moment, at: int, act: ActKind, published: bool) -> float:
    """Return what an act counts on average: the rules in force, times how likely somebody sees it."""
    setup = moment.setup
    regime, dossier = setup.regimes[at], moment.dossiers[at]
    told = disclosure(regime, dossier, setup.shows)
    facts, today = dossier.facts, moment.life.facts
    date = date_of(setup.life.start, moment.day)
    spent = dict(dossier.spent)
    worth = 0.0
    for rule in regime.rules_by_act.get(act, ()):
        hidden = published and not tells_rule(rule, told)
        if rule.whose == "friends" or hidden or not applies(rule, facts, today):
            continue
        points = capped(rule, rule.points, date, moment.day, spent)
        worth += _counts(regime, rule, points)
    masked = setup.vocabulary.acts[act].masked
    observers = [
        one for one in regime.observers_by_act.get(act, ()) if not one.phases or facts["phase"] in one.phases
    ]
    if not published:
        return worth * _seen(observers, masked)
    known = [one for one in observers if tells_observer(one, told)]
    return worth * (_seen(known, masked) if known else 1.0)


def _counts(regime: Regime, rule: Rule, points: float) -> float:
    if rule.rating:
        return rule.rating - regime.scale.start
    if regime.scale.kind == "none":
        return 0.0 if not rule.lists else 1.0 if regime.roll[rule.lists].good else -1.0
    return points * regime.weights.get(rule.factor, 1.0)


def _seen(observers: Sequence[Observer], masked: bool) -> float:
    missed = 1.0
    for one in observers:
        missed *= 1 - one.reliability * (one.links if masked else 1.0)
    return 1 - missed
