"""Remarks on a regime as a teacher of its own rules: what comes whatever one does, and what nobody could learn in time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from scsgame.debrief.contingencies.programmed import Programmed, programmed
from scsgame.debrief.statistics.schedule import LEAST_CONSEQUENCES
from scsgame.game.wording import in_a_row
from scsgame.life.vocabulary import Vocabulary
from scsgame.regime.charter import Regime
from scsgame.terms import Safe
from scsgame.tongue import phrase

DECISIONS = 40
"""How many decisions a lesson has."""

DAYS = 60
"""How many days forty decisions take, at one and a half days each."""

Why = Literal["independent", "elsewhere", "too_rare", "too_late", "never_told"]


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
    if one.independent or one.sort in {"DiscrimAv", "office"}:
        return 0.0
    most = decisions * one.chance
    if one.few:
        most = min(most, one.few * (max(1.0, days / one.period) if one.period else 1.0))
    return most


def _why(one: Programmed, most: float, days: int, silent: bool) -> Why | None:
    if one.independent:
        return "independent"
    if one.sort == "office":
        return "elsewhere"
    if one.sort in {"EXT", "DiscrimAv"} or not one.valence:
        return None
    if silent:
        return "never_told"
    if one.delays[0] >= days:
        return "too_late"
    return "too_rare" if most < LEAST_CONSEQUENCES else None


def in_words(found: Sequence[Remark], regime: Regime, language: str = "en") -> tuple[Safe, ...]:
    """Return remarks as sentences: one for each reason, and what it holds for, once."""
    made_up = [one for one in found if one.why == "independent" and one.rule not in regime.rule]
    anyway = [one for one in found if one.why == "independent" and one.rule in regime.rule]
    abroad = [one for one in found if one.why == "elsewhere"]
    rare, late, silent = ([one for one in found if one.why == why] for why in ("too_rare", "too_late", "never_told"))
    lines = []
    if rare:
        names = {
            phrase(
                "remark.most", "{rule} (about {most} {most|time|times})", language, rule=_title(one, regime, language),
                most=f"{one.most:.1f}".removesuffix(".0"),
            ): None
            for one in rare
        }  # fmt: skip
        lines.append(
            phrase(
                "remark.too_rare",
                "Cannot be learned from what follows in {decisions} decisions, were it done every time: {rules}. Three times is the fewest "
                "that could show a rule.",
                language, decisions=DECISIONS, rules=in_a_row(names, language),
            )
        )  # fmt: skip
    if late:
        lines.append(
            phrase("remark.too_late", "Answered only when {decisions} decisions are over: {rules}.", language, decisions=DECISIONS,
                   rules=_titles(late, regime, language))
        )  # fmt: skip
    if silent:
        lines.append(
            phrase("remark.never_told", "Never told to anybody, so that what follows cannot teach it: {rules}.", language,
                   rules=_titles(silent, regime, language))
        )  # fmt: skip
    if anyway:
        lines.append(
            phrase(
                "remark.independent",
                "Comes whatever one does: {rules}.",
                language,
                rules=_titles(anyway, regime, language),
            )
        )
    if abroad:
        lines.append(
            phrase("remark.elsewhere", "Hangs on another office's list, and on nothing that this one is told: {rules}.", language,
                   rules=_titles(abroad, regime, language))
        )  # fmt: skip
    if made_up:
        lines.append(
            phrase("remark.made_up", "Reports about nothing come whatever one does, from: {observers}.", language,
                   observers=_titles(made_up, regime, language))
        )  # fmt: skip
    return tuple(lines)


def _titles(found: Sequence[Remark], regime: Regime, language: str) -> Safe:
    return in_a_row(dict.fromkeys(_title(one, regime, language) for one in found), language)


def _title(one: Remark, regime: Regime, language: str) -> Safe:
    rule = regime.rule.get(one.rule)
    if rule is not None:
        return rule.title.read(language)
    return next(observer.title.read(language) for observer in regime.observers if observer.id == one.rule)
