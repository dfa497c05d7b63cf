"""How scores, measures, rules and entries are put into words."""

from __future__ import annotations

from scsgame.conditions.printers import as_words
from scsgame.life.vocabulary import Vocabulary
from scsgame.regime.charter import Regime
from scsgame.regime.dossier import Dossier
from scsgame.regime.intervention.rules import Rule
from scsgame.regime.intervention.scale import Scale
from scsgame.regime.manipulation.measures import Measure
from scsgame.terms import Day, Safe, date_of, safe


def number(scale: Scale, value: float) -> Safe:
    """Return a score as it is written."""
    return Safe(f"{value:.{scale.decimals}f}") if scale.decimals else Safe(str(round(value)))


def tier_title(regime: Regime, tier: str, language: str) -> Safe:
    """Return the word for a tier."""
    return next((entry.title.read(language) for entry in regime.tiers if entry.id == tier), Safe(""))


def next_update(regime: Regime, start: str, day: Day) -> Day | None:
    """Return the next day on which the score is made anew, where there is such a day."""
    if regime.scale.kind == "none" or regime.scale.updates not in ("weekly", "monthly"):
        return None
    for ahead in range(1, 40):
        date = date_of(start, day + ahead)
        if regime.scale.updates == "weekly" and date.weekday == "mon":
            return day + ahead
        if regime.scale.updates == "monthly" and date.day == regime.scale.update_day:
            return day + ahead
    return None


def what_it_does(measure: Measure, vocabulary: Vocabulary, language: str) -> Safe:
    """Return in words what a measure opens, closes or reprices."""

    def names(services: tuple[str, ...]) -> str:
        return ", ".join(vocabulary.services[service].title.read(language) for service in services)

    parts = []
    if measure.opens:
        parts.append(f"opens {names(measure.opens)}")
    if measure.closes:
        parts.append(f"closes {names(measure.closes)}")
    for service, factor in measure.prices:
        name = names((service,))
        if factor == 0:
            parts.append(f"waives {name}")
        elif factor < 1:
            parts.append(f"{name} at {factor:.0%} of the price")
        else:
            parts.append(f"{name} at {factor:.0%} of the price")
    if measure.kind == "publicity":
        parts.append("makes it public")
    granted = measure.granted_by.read(language)
    if granted:
        parts.append(f"granted by {granted}")
    return safe("; ".join(parts))


def rule_in_words(rule: Rule, vocabulary: Vocabulary, language: str) -> Safe:
    """Return in words what a rule reads."""

    def act(kind: str) -> str:
        return vocabulary.acts[kind].title.read(language)

    if rule.act:
        return safe(act(rule.act))
    if rule.omits:
        after = f" after: {act(rule.after)}" if rule.after else ""
        return safe(f"not within {rule.within} days{after}: {act(rule.omits)}")
    if rule.unlisted:
        return safe(f"off the list of {rule.unlisted.replace('/', ', ')}")
    return safe(f"listed by {rule.listed.replace('/', ', ')}")


def condition_in_words(measure: Measure) -> Safe:
    """Return in words when a measure stands."""
    return safe(as_words(measure.when.tree))


def about(regime: Regime, dossier: Dossier, target: str, language: str) -> Safe:
    """Return in words what a plea is about: a list, or a mark."""
    if target in regime.roll:
        return regime.roll[target].title.read(language)
    mark = next((mark for mark in dossier.marks if mark.id == target), None)
    if mark is None:
        return Safe("")
    return safe(f"{regime.rule[mark.rule].title.read(language)} (day {mark.day})")
