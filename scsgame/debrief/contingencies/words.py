"""How procedures and schedules are called, and what each means, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from scsgame.debrief.contingencies.procedures import SIGNS, Procedure
from scsgame.debrief.contingencies.programmed import Programmed
from scsgame.debrief.statistics.schedule import Met, Name, Want
from scsgame.terms import Safe, safe
from scsgame.tongue import Phrase, phrase

NAMES: Mapping[Procedure, Phrase] = {
    "positive_reinforcement": Phrase("procedure.positive_reinforcement", "positive reinforcement"),
    "escape": Phrase("procedure.escape", "negative reinforcement: escape"),
    "avoidance": Phrase("procedure.avoidance", "negative reinforcement: avoidance"),
    "positive_punishment": Phrase("procedure.positive_punishment", "positive punishment"),
    "negative_punishment": Phrase("procedure.negative_punishment", "negative punishment"),
    "response_cost": Phrase("procedure.response_cost", "negative punishment: response cost"),
    "omission": Phrase("procedure.omission", "negative punishment: omission"),
    "late": Phrase("procedure.late", "learned of later"),
    "unmet": Phrase("procedure.unmet", "never met"),
    "independent": Phrase("procedure.independent", "not contingent"),
    "neutral": Phrase("procedure.neutral", "neither welcome nor unwelcome"),
}
MEANS: Mapping[Procedure, Phrase] = {
    "positive_reinforcement": Phrase("procedure_means.positive_reinforcement", "something welcome given for what you did"),
    "escape": Phrase("procedure_means.escape", "something unwelcome ended by what you did"),
    "avoidance": Phrase("procedure_means.avoidance", "something unwelcome that did not come because of what you did"),
    "positive_punishment": Phrase("procedure_means.positive_punishment", "something unwelcome brought on by what you did"),
    "negative_punishment": Phrase("procedure_means.negative_punishment", "something welcome ended by what you did"),
    "response_cost": Phrase("procedure_means.response_cost", "points you held taken for what you did"),
    "omission": Phrase("procedure_means.omission", "something welcome that did not come because of what you did"),
    "late": Phrase("procedure_means.late", "it hung on what you did, and you could know of it only afterwards"),
    "unmet": Phrase("procedure_means.unmet", "it hung on what you did, and you could not notice it"),
    "independent": Phrase("procedure_means.independent", "it would have come anyway"),
    "neutral": Phrase("procedure_means.neutral", "an entry that gave and took nothing"),
}  # fmt: skip
WANTS: Mapping[Want, Phrase] = {
    "responses": Phrase("wants.responses", "ten responses at least"),
    "consequences": Phrase("wants.consequences", "three consequences at least"),
    "pauses": Phrase(
        "wants.pauses", "chances that you let pass: whoever responds every time makes ratio and interval the same"
    ),
    "more": Phrase("wants.more", "more responses, and bouts of doing it and of leaving it"),
}
VERDICTS: Mapping[Name, Phrase] = {
    "FR": Phrase("schedule.fr", "FR {size}: every response of that number"),
    "VR": Phrase("schedule.vr", "VR or RR {size}: each response alike, one in {size} on average"),
    "FI": Phrase("schedule.fi", "FI {size}: the first response after so many chances"),
    "VI": Phrase("schedule.vi", "VI or RI {size}: a response after a while, {size} chances on average"),
}


def procedure_words(procedure: Procedure, language: str) -> Safe:
    """Return a procedure's name with its cell of the two-by-two table."""
    name = NAMES[procedure].read(language)
    sign = SIGNS[procedure]
    return phrase("procedure.signed", "{sign}, {name}", language, sign=sign, name=name) if sign else name


def size_words(value: float) -> str:
    """Return a size as one writes it beside a schedule's name: 3, 1.85."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def programmed_words(one: Programmed, language: str) -> Safe:
    """Return a programmed schedule in its standard notation, days as d, with what raises it as one goes on."""
    name = _schedule(one, language)
    if "rises" in one.notes:
        return phrase("schedule.rises", "{name}, likelier each time", language, name=name)
    if one.few > 1:
        return phrase("schedule.few", "{name}, the first {few} only", language, name=name, few=one.few)
    return name


def _schedule(one: Programmed, language: str) -> Safe:
    size = size_words(one.size)
    match one.sort:
        case "CRF" | "EXT":
            return safe(one.sort)
        case "RR":
            return safe(f"RR {size}")
        case "FI" | "RT" | "DRO":
            return safe(f"{one.sort} {size} d")
        case "Sidman":
            return phrase("schedule.sidman", "avoidance, R-S {size} d", language, size=size)
        case "DiscrimAv":
            return phrase("schedule.discriminated", "discriminated avoidance, {size} d", language, size=size)
        case "others":
            return phrase("schedule.others", "hangs on others", language)
        case _:
            return phrase("schedule.office", "hangs on another office", language)


def met_words(found: Met, language: str) -> Safe:
    """Return a schedule as it was met: its name, or undecided with what would decide it."""
    limit = f"{found.bound:.2f}".replace("0.", ".", 1)
    if found.verdict == "CRF":
        return phrase("schedule.crf", "CRF not refuted: it followed all {count}; at most {bound} may be missed", language,
                      count=found.responses, bound=limit)  # fmt: skip
    if found.verdict == "EXT":
        return phrase("schedule.ext", "EXT: it followed none of {count}; at most {bound} could be followed", language,
                      count=found.responses, bound=limit)  # fmt: skip
    if found.verdict != "undecided":
        return VERDICTS[found.verdict].read(language, size=size_words(found.size))
    if not found.responses:
        return phrase("schedule.never", "never tried", language)
    want = WANTS[found.wants or "more"].read(language)
    return phrase("schedule.undecided", "undecided; it would take {want}", language, want=want)
