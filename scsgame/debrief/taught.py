"""What phases and the calculative self show of a life, regime by regime, as findings.

A regime that counts nothing, or in which one never took part, taught nothing.
"""

from __future__ import annotations

from scsgame.debrief.calculating.report import SelfReport, self_report
from scsgame.debrief.calculating.telling import self_findings
from scsgame.debrief.finding import Finding
from scsgame.debrief.log import Log
from scsgame.debrief.phases.report import PhaseReport, phase_report
from scsgame.debrief.phases.telling import phase_findings
from scsgame.regime.charter import Regime


def counting(log: Log) -> tuple[Regime, ...]:
    """Return the regimes that counted something and in which one took part."""
    setup = log.chronicle.setup
    moments = [turn.before for turn in log.chronicle.turns]
    return tuple(
        regime
        for at, regime in enumerate(setup.regimes)
        if regime.rules and log.decisions and any(moment.dossiers[at].facts["enrolled"] for moment in moments)
    )


def phase_reports(log: Log) -> tuple[PhaseReport, ...]:
    """Return what the phases of each of them show."""
    return tuple(phase_report(log, regime.id) for regime in counting(log))


def self_reports(log: Log) -> tuple[SelfReport, ...]:
    """Return how far a life was lived by the number of each of them."""
    return tuple(self_report(log, regime.id) for regime in counting(log))


def phases_told(log: Log, reports: tuple[PhaseReport, ...], language: str = "en") -> tuple[Finding, ...]:
    """Return what phases show, as findings."""
    regimes = log.chronicle.setup.regime
    return tuple(found for one in reports for found in phase_findings(one, regimes[one.regime], language))


def self_told(log: Log, reports: tuple[SelfReport, ...], language: str = "en") -> tuple[Finding, ...]:
    """Return what looks, choices, bets and values show, as findings."""
    return tuple(found for one in reports for found in self_findings(one, log.chronicle, language))
