"""Avoidance: what was kept away by holding back or by doing, how often one was warned, and how often it was needless."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from scsgame.debrief.consequences import Consequence
from scsgame.debrief.log import Log
from scsgame.debrief.otherwise import is_silence
from scsgame.debrief.rows import Decision, Option
from scsgame.debrief.statistics.proportions import Interval, Rate, wilson
from scsgame.regime.charter import Regime
from scsgame.regime.intervention.rules import Rule
from scsgame.terms import ActKind


class Danger(NamedTuple):
    """A decision in which something unwelcome stood against one way and not against another.

    `warned` says that one was told of anybody who looks for it. `avoided` says that the taken way was a safe one; and
    `needless` that no unsafe way would have brought anything: nobody looked, or nothing would have counted.
    """

    decision: int
    acts: frozenset[ActKind]
    warned: bool
    avoided: bool
    needless: bool


class Avoidance(NamedTuple):
    """How a life met what stood against it: of the warned decisions those avoided, of these the needless ones."""

    dangers: tuple[Danger, ...]
    avoided: Rate
    needless: Rate

    @property
    def interval(self) -> Interval:
        """Return between what the avoidance proportion may lie, were the decisions independent."""
        return wilson(self.avoided)


def unwelcome_acts(regimes: Iterable[Regime]) -> Mapping[ActKind, tuple[Rule, ...]]:
    """Return the acts against which a rule of these regimes stands, with the rules."""
    found: dict[ActKind, list[Rule]] = {}
    for regime in regimes:
        bad = {roll.id for roll in regime.rolls if not roll.good}
        for rule in regime.rules:
            low = rule.rating and rule.rating < regime.scale.start
            costs = rule.points < 0 or low or rule.lists in bad or sum(change for _, change in rule.touches) < 0
            if rule.act and rule.whose != "friends" and costs:
                found.setdefault(rule.act, []).append(rule)
    return {act: tuple(rules) for act, rules in found.items()}


def avoidance(log: Log, acts: frozenset[ActKind] | None = None) -> Avoidance:
    """Return how what stood against acts was met; `acts` narrows it to some of them. Only regimes that one was in count."""
    against = {regime.id: frozenset(unwelcome_acts([regime])) for regime in log.chronicle.setup.regimes}
    found = []
    for decision in log.decisions:
        here = frozenset[ActKind]().union(*(against[name] for name in decision.enrolled))
        found.append(_danger(log, decision, here if acts is None else here & acts))
    dangers = tuple(danger for danger in found if danger is not None)
    warned = [danger for danger in dangers if danger.warned]
    kept = [danger for danger in warned if danger.avoided]
    return Avoidance(
        dangers, Rate(len(kept), len(warned)), Rate(sum(danger.needless for danger in kept), len(kept))
    )  # fmt: skip


def _danger(log: Log, decision: Decision, acts: frozenset[ActKind]) -> Danger | None:
    if not decision.free(acts):
        return None
    unsafe = [option for option in decision.options if option.open and not acts.isdisjoint(option.acts)]
    found = frozenset(act for option in unsafe for act in option.acts) & acts
    avoided = not decision.does(acts)
    return Danger(
        decision.number, found, any(_warns(option) for option in unsafe), avoided, avoided and not _brings(log, decision, unsafe, acts)
    )  # fmt: skip


def _warns(option: Option) -> bool:
    return option.shown != "none"


def _brings(log: Log, decision: Decision, unsafe: Iterable[Option], acts: frozenset[ActKind]) -> bool:
    """Say whether an unsafe way would have brought anything unwelcome for what it does."""
    names = {option.id for option in unsafe}
    return any(
        one.valence < 0 and one.act in acts and not is_silence(one)
        for way in log.beside[decision.number].ways
        if way.option in names
        for one in way.brought
    )


class Duty(NamedTuple):
    """A decision in which doing something would keep a silence from counting, or would have."""

    decision: int
    act: ActKind
    done: bool
    staved: tuple[Consequence, ...]


def duties(log: Log) -> tuple[Duty, ...]:
    """Return the decisions in which an act was open whose absence a rule counts, with what doing it kept away."""
    acts = {
        regime.id: {rule.omits for rule in regime.omissions if rule.points < 0 or rule.lists}
        for regime in log.chronicle.setup.regimes
    }
    found = []
    for decision in log.decisions:
        for act in sorted(set[ActKind]().union(*(acts[name] for name in decision.enrolled))):
            wanted = frozenset((act,))
            if not decision.free(wanted):
                continue
            ways = log.beside[decision.number].ways
            silences = {
                id(one): one
                for way in ways
                for one in (*way.brought, *way.spared)
                if is_silence(one) and one.act == act
            }
            found.append(Duty(decision.number, act, decision.does(wanted), tuple(silences.values())))
    return tuple(found)
