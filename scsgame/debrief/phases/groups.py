"""Groups of acts, as one regime looks at them: what it counts against one, what it counts for one, what it does not read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from scsgame.debrief.log import Decision, Option, pairs_of
from scsgame.debrief.statistics.overlap import Expected
from scsgame.debrief.statistics.proportions import Rate
from scsgame.life.vocabulary import Vocabulary
from scsgame.regime.charter import Regime
from scsgame.regime.intervention.rules import Rule
from scsgame.terms import ActKind

GroupName = Literal["against", "for", "unread", "sensitive", "neutral"]


class Group(NamedTuple):
    """Some acts counted as one response; `unread` is whatever does none of them. `expected` is how pressure would move it."""

    id: GroupName
    acts: frozenset[ActKind]
    expected: Expected

    def matches(self, option: Option) -> bool:
        """Say whether an option belongs here."""
        none_of_it = self.acts.isdisjoint(option.acts)
        return none_of_it if self.id == "unread" else not none_of_it

    def free(self, decision: Decision) -> bool:
        """Say whether it could be done and could be left: only then is there a choice to count."""
        found = [self.matches(option) for option in decision.options if option.open]
        return any(found) and not all(found)

    def answers(self, decisions: Iterable[Decision]) -> tuple[bool, ...]:
        """Return, for each decision in which there was a choice, whether it was done."""
        return tuple(self.matches(decision.choice) for decision in decisions if self.free(decision))

    def rate(self, decisions: Iterable[Decision]) -> Rate:
        """Return how often it was done, of the times it could be done and left."""
        answers = self.answers(decisions)
        return Rate(sum(answers), len(answers))


def groups(vocabulary: Vocabulary, regime: Regime) -> tuple[Group, ...]:
    """Return the groups of acts that a life under this regime can be looked at by, those without an act left out."""
    against, wanted = counted(regime)
    pairs = pairs_of(vocabulary)
    found = (
        Group("against", against, "fewer"),
        Group("for", wanted, "more"),
        Group("unread", against | wanted, "more"),
        Group("sensitive", frozenset(act for act, _ in pairs), "fewer"),
        Group("neutral", frozenset(twin for _, twin in pairs), "fewer"),
    )
    return tuple(group for group in found if group.acts)


def counted(regime: Regime) -> tuple[frozenset[ActKind], frozenset[ActKind]]:
    """Return the acts that a regime counts against a person and those that it counts for one.

    What is counted both ways, as the case may be, stands in neither. An act whose absence is counted against one is counted for
    one.
    """
    bad: set[ActKind] = set()
    good: set[ActKind] = set()
    for rule in regime.rules:
        if rule.whose == "friends":
            continue
        worth = worth_of(regime, rule)
        if rule.act and worth:
            (bad if worth < 0 else good).add(rule.act)
        if rule.omits and worth < 0:
            good.add(rule.omits)
    return frozenset(bad - good), frozenset(good - bad)


def worth_of(regime: Regime, rule: Rule) -> int:
    """Return whether a rule counts for a person (1), against one (-1), or neither (0)."""
    if rule.points:
        return 1 if rule.points > 0 else -1
    if rule.rating:
        return 1 if rule.rating >= regime.scale.start else -1
    if rule.lists:
        return 1 if regime.roll[rule.lists].good else -1
    touched = sum(change for _, change in rule.touches)
    return (touched > 0) - (touched < 0)
