"""What conditions and groups of acts are called."""

from __future__ import annotations

from scsgame.debrief.phases.conditions import Stretch
from scsgame.debrief.phases.groups import GroupName
from scsgame.regime.charter import Regime
from scsgame.terms import Safe
from scsgame.tongue import Phrase, phrase

GROUPS: dict[GroupName, Phrase] = {
    "against": Phrase("group.against", "what it counts against you"),
    "for": Phrase("group.for", "what it counts for you"),
    "unread": Phrase("group.unread", "what no rule of it reads"),
    "sensitive": Phrase("group.sensitive", "sensitive acts: speech, meetings, company"),
    "neutral": Phrase("group.neutral", "their neutral twins"),
}
CONDITIONS = {
    ("part", "in"): Phrase("condition.in", "taking part"),
    ("part", "out"): Phrase("condition.out", "outside it"),
    ("score", "shown"): Phrase("condition.shown", "score shown"),
    ("score", "kept"): Phrase("condition.kept", "score kept back"),
    ("list", "on"): Phrase("condition.on", "on a bad list"),
    ("list", "off"): Phrase("condition.off", "on no bad list"),
    ("halves", "first"): Phrase("condition.first", "first half"),
    ("halves", "second"): Phrase("condition.second", "second half"),
}


def condition_words(regime: Regime, kind: str, condition: str, language: str) -> Safe:
    """Return what a condition is called; a regime's own phases go by their own titles."""
    known = CONDITIONS.get((kind, condition))
    if known:
        return known.read(language)
    return phrase("condition.by_name", "“{name}”", language, name=regime.phase_title(condition, language))


def stretch_words(regime: Regime, kind: str, stretch: Stretch, language: str) -> Safe:
    """Return a stretch as the head of a column: its label, its condition, its days. A half is no phase and has no label."""
    if kind == "halves":
        return phrase(
            "stretch.half",
            "{condition}, days {since} to {until}",
            language,
            condition=condition_words(regime, kind, stretch.condition, language),
            since=stretch.since,
            until=stretch.until,
        )
    return phrase(
        "stretch.head",
        "{label} {condition}, days {since} to {until}",
        language,
        label=stretch.label,
        condition=condition_words(regime, kind, stretch.condition, language),
        since=stretch.since,
        until=stretch.until,
    )
