"""The schedules as they were met: what one player's record can carry of each rule, beside what the pack had programmed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scsgame.debrief.contingencies.programmed import Programmed, programmed
from scsgame.debrief.log import Log
from scsgame.debrief.statistics.schedule import Chance, Met, met


class Schedule(NamedTuple):
    """One rule: the schedule the pack had programmed in the phases lived, and the one the record shows."""

    regime: str
    rule: str
    act: str
    programmed: tuple[Programmed, ...]
    met: Met


def chances(log: Log, regime: str, rule: str) -> tuple[Chance, ...]:
    """Return the record of one rule: each opportunity of its act, whether it was done, and whether a mark followed.

    A mark counts at the act it was for, however late it came, and only where the rule gave or took something that one could notice.
    """
    act = log.chronicle.setup.regime[regime].rule[rule].act
    wanted = frozenset((act,))
    found = []
    for number, decision in enumerate(log.opportunities(wanted), 1):
        marks = [
            one
            for one in log.followed[decision.number]
            if one.regime == regime and one.subject == rule and one.valence and log.noticing.since(one)
        ]
        found.append(Chance(number, decision.does(wanted), bool(marks) and decision.does(wanted)))
    return tuple(found)


def schedules(log: Log) -> tuple[Schedule, ...]:
    """Return every rule about an own act that was done at least once, or that there was a chance to do."""
    return tuple(_schedules(log))


def _schedules(log: Log) -> Iterator[Schedule]:
    setup = log.chronicle.setup
    for regime in setup.regimes:
        lived = tuple(dict.fromkeys(dict(decision.phases)[regime.id] for decision in log.decisions)) or (
            regime.first_phase,
        )
        plans = [one for phase in lived for one in programmed(regime, setup.vocabulary, phase)]
        for rule in regime.rules:
            mine = tuple(one for one in plans if one.rule == rule.id)
            if not rule.act or rule.whose == "friends" or not mine or not any(one.valence for one in mine):
                continue
            record = chances(log, regime.id, rule.id)
            if record:
                yield Schedule(regime.id, rule.id, rule.act, mine, met(record))
