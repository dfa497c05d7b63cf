"""What was arranged around you: what they saw, what was not yours, every point, what followed what, the record, the sources; as findings."""

from __future__ import annotations

from collections.abc import Mapping

from scsgame.debrief.accounted import every_point
from scsgame.debrief.bibliography import bibliography
from scsgame.debrief.contingencies.procedures import classified
from scsgame.debrief.contingencies.telling import contingency_findings
from scsgame.debrief.cumulative.telling import recorded, worth_a_sheet
from scsgame.debrief.finding import Finding
from scsgame.debrief.log import Log
from scsgame.debrief.not_yours import never_your_doing
from scsgame.debrief.sections import Source
from scsgame.debrief.twice_told import counted_twice
from scsgame.debrief.watched import what_they_saw

SHEETS = 2
"""How many cumulative records are told of one life."""


def arranged(log: Log, sources: Mapping[str, Source], language: str = "en") -> tuple[Finding, ...]:
    """Return what was arranged around a life, in the order of a story; `sources` are the facts that rules cite, by reference."""
    regimes = log.chronicle.setup.regimes
    came = classified(log)
    found: list[Finding | None] = [what_they_saw(log, regime, language) for regime in regimes if regime.observers]
    found += [counted_twice(log, language), never_your_doing(log, language, came)]
    found += [every_point(log, regime, language) for regime in regimes if regime.id in log.enrolled]
    found += contingency_findings(log, language, came)
    found += [recorded(log, response, language)[1] for response in worth_a_sheet(log)[:SHEETS]]
    found.append(bibliography(log.chronicle, sources, language))
    return tuple(one for one in found if one is not None)
