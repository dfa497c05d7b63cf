"""What it taught you: phases and the calculative self, for every regime of a life, as findings."""

from __future__ import annotations

from scsgame.debrief.calculating.report import self_report
from scsgame.debrief.calculating.telling import self_findings
from scsgame.debrief.finding import Finding
from scsgame.debrief.log import Log
from scsgame.debrief.phases.report import phase_report
from scsgame.debrief.phases.telling import phase_findings


def taught(log: Log, language: str = "en") -> tuple[Finding, ...]:
    """Return what phases, looks, choices, bets and values show, regime by regime.

    A regime that counts nothing, or in which one never took part, taught nothing.
    """
    found: list[Finding] = []
    moments = [turn.before for turn in log.chronicle.turns]
    for at, regime in enumerate(log.chronicle.setup.regimes):
        took_part = any(moment.dossiers[at].facts["enrolled"] for moment in moments)
        if regime.rules and log.decisions and took_part:
            found += phase_findings(phase_report(log, regime.id), regime, language)
            found += self_findings(self_report(log, regime.id), log.chronicle, language)
    return tuple(found)
