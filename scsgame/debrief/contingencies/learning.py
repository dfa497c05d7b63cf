"""Remarks on a regime as a teacher of its own rules: what comes whatever one does, and what nobody could learn in time."""

from __future__ import annotations

from typing import Literal, NamedTuple

from scsgame.debrief.contingencies.programmed import Programmed, programmed
from scsgame.debrief.statistics.schedule import LEAST_CONSEQUENCES
from scsgame.life.vocabulary import Vocabulary
from scsgame.regime.charter import Regime
from scsgame.terms import Safe
from scsgame.tongue import phrase

DECISIONS = 40
"""How many decisions a lesson has."""

DAYS = 60
"""How many days forty decisions take, at one and a half days each."""

Why = Literal["independent", "too_rare", "too_late", "never_told"]


class Remark(NamedTuple):
    """One remark on a rule: why its consequence cannot teach it, and how often it would come at the most."""

    regime: str
    phase: str
    rule: str
    why: Why
    most: float


def remarks(
    regime: Regime, vocabulary: Vocabulary, decisions: int = DECISIONS, days: int = DAYS
) -> tuple[Remark, ...]:
    """Return what can be said against a regime's rules as lessons, phase by phase.

    A rule can be learned from what follows only where at least three consequences would come, and be known of, if the act
    were done in every one of the decisions.
    """
    phases = [phase.id for phase in regime.phases] or [regime.first_phase]
    found = []
    for phase in phases:
        told = regime.told_in(phase)
        numberless = told.score == "hidden" or regime.scale.kind == "none"
        silent = told.notice == "never" and numberless and not told.measures
        for one in programmed(regime, vocabulary, phase):
            most = _most(one, decisions, days)
            why = _why(one, most, days, silent)
            if why is not None:
                found.append(Remark(regime.id, phase, one.rule or one.by, why, most))
    return tuple(found)


def _most(one: Programmed, decisions: int, days: int) -> float:
    """Return how many consequences would come if the act were done, or left, at every decision."""
    if one.sort in {"Sidman", "DRO"}:
        return days / one.size if one.size else 0.0
    if one.independent or one.sort == "DiscrimAv":
        return 0.0
    most = decisions * one.chance
    if one.few:
        most = min(most, one.few * (max(1.0, days / one.period) if one.period else 1.0))
    return most


def _why(one: Programmed, most: float, days: int, silent: bool) -> Why | None:
    if one.independent:
        return "independent"
    if one.sort in {"EXT", "DiscrimAv"} or not one.valence:
        return None
    if silent:
        return "never_told"
    if one.delays[0] >= days:
        return "too_late"
    return "too_rare" if most < LEAST_CONSEQUENCES else None


def words(remark: Remark, regime: Regime, language: str = "en") -> Safe:
    """Return a remark as a sentence."""
    rule = regime.rule.get(remark.rule)
    observer = next((one for one in regime.observers if one.id == remark.rule), None)
    title = rule.title.read(language) if rule else observer.title.read(language) if observer else remark.rule
    match remark.why:
        case "independent" if observer is not None and rule is None:
            return phrase("remark.made_up", "Reports about nothing ({observer}): these come whatever one does.", language,
                          observer=title)  # fmt: skip
        case "independent":
            return phrase("remark.independent", "{rule}: this comes whatever one does.", language, rule=title)
        case "too_rare":
            return phrase(
                "remark.too_rare",
                "{rule}: this cannot be learned from what follows in {decisions} decisions. Done every time, it would be counted "
                "about {most} {most|time|times}; three is the fewest that could show a rule.",
                language, rule=title, decisions=DECISIONS, most=f"{remark.most:.1f}".removesuffix(".0"),
            )  # fmt: skip
        case "too_late":
            return phrase("remark.too_late", "{rule}: the answer comes when {decisions} decisions are over.", language,
                          rule=title, decisions=DECISIONS)  # fmt: skip
        case "never_told":
            return phrase(
                "remark.never_told",
                "{rule}: nobody is told of it, so what follows cannot teach it.", language, rule=title,
            )  # fmt: skip
