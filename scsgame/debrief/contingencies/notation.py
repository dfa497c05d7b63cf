"""A regime as contingency notation: one text that laboratory readers parse, and remarks on what it cannot say.

The notation is contingency-dsl (operant grammar). It knows seconds and minutes and no days, so a day of the game is written as one
minute. It has no words for thresholds, lists, caps and others' acts; each of these is a comment that says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scsgame.debrief.contingencies.programmed import Programmed, programmed
from scsgame.game.answer_words import UPDATES
from scsgame.life.vocabulary import Vocabulary
from scsgame.regime.charter import Regime
from scsgame.tongue import phrase

RESERVED = frozenset((
    "let", "def", "experiment", "phase", "progressive", "shaping", "steps", "use", "target", "approximations", "method", "dimension",
    "stages", "artful", "percentile", "staged", "sessions", "stable", "no_schedule", "interleave", "no_trailing", "hodos", "exponential",
    "linear", "geometric", "start", "increment", "length", "mode", "fixed", "response_terminated", "duration", "reset_on_response",
    "contingent_response", "true", "false", "amount", "unit", "changeover", "all", "count", "onset", "latency", "force", "rate",
    "window", "dir", "below", "above", "delay", "ratio", "step", "min", "max", "s", "sec", "ms",
))  # fmt: skip
"""Words of the notation that no response class may be called."""


def notation(regime: Regime, vocabulary: Vocabulary, language: str = "en") -> str:
    """Return a regime as contingency notation."""
    lines = [
        _say(phrase("notation.title", "{title} ({id}), as contingency notation", language,
                    title=regime.title.read(language), id=regime.id)),
        _say(phrase("notation.days", "1 day of the game is written as 1min: the notation has no days.", language)),
        _say(phrase("notation.overlay", "Overlay(EXT, S): the loss falls on schedule S. What the act itself brings is the life's doing, "
                    "not the system's.", language)),
    ]  # fmt: skip
    lines.append(f'@reinforcer("{_unit(regime)}", type="conditioned")')
    phases = [part.id for part in regime.phases] or [""]
    for part in phases:
        lines += ["", *_phase(regime, vocabulary, part, language)]
    lines += ["", *_thresholds(regime, language)]
    return "\n".join(lines).rstrip() + "\n"


def _unit(regime: Regime) -> str:
    return {"ratings": "star", "none": "entry"}.get(regime.scale.kind, "point")


def _say(words: str) -> str:
    return f"-- {words}"


def _phase(regime: Regime, vocabulary: Vocabulary, part: str, language: str) -> Iterator[str]:
    found = programmed(regime, vocabulary, part)
    said = Counter(one.act for one in found if one.act and schedule(one, regime))
    names: list[str] = []
    unsaid: list[str] = []
    title = regime.phase_title(part, language)
    yield f"phase {_phase_name(part)}:" + (f"  {_say(title)}" if title != part.replace("_", " ") else "")
    for one in found:
        written = schedule(one, regime)
        about = "; ".join(_about(one, regime, language))
        if not written:
            unsaid.append(f"  {_say(phrase('notation.unsaid', 'not expressible: {what}', language, what=about))}")
            continue
        name = _name(one, said[one.act] > 1)
        names.append(name)
        yield f"  let {name} = {written}  {_say(about)}"
    yield from unsaid
    if not names:
        yield "  no_schedule"
    elif len(names) == 1:
        yield f"  {names[0]}"
    else:
        yield f"  Conc({', '.join(names)})"


def _phase_name(part: str) -> str:
    name = "".join(word.capitalize() for word in part.replace("-", "_").split("_"))
    return name or "Always"


def _name(one: Programmed, several: bool) -> str:
    name = f"made_up_{one.by}" if one.by else f"{one.act}__{one.rule}" if several else one.act
    name = name.replace("-", "_")
    return f"{name}_" if name in RESERVED else name


def schedule(one: Programmed, regime: Regime) -> str:
    """Return a rule's schedule in the notation, or "" where the notation has no word for it."""
    match one.sort:
        case "EXT":
            return "EXT"
        case "CRF" | "RR":
            base = "CRF" if one.sort == "CRF" else f"RR{_number(one.size)}"
        case "FI":
            base = f"FI{_number(one.size)}min"
        case "RT":
            return f"RT{_number(one.size)}min"
        case "Sidman":
            return f"Sidman(SSI={_number(one.size)}min, RSI={_number(one.size)}min)"
        case "DRO":
            return f"DRO{_number(one.size)}min"
        case _:
            return ""
    if one.valence < 0:
        if not one.amount or regime.scale.kind == "ratings":
            return f"Overlay(EXT, {base})"
        return f'Overlay(EXT, {base} ResponseCost(amount={_number(abs(one.amount))}, unit="{_unit(regime)}"))'
    return f"Tand({base}, FT{one.delays[0]}min)" if one.delays[0] else base


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _about(one: Programmed, regime: Regime, language: str) -> Iterator[str]:
    """Yield what a line of the notation is about, and what its schedule leaves out."""
    if one.by:
        yield phrase("notation.made_up", "{who}: reports about nothing", language, who=one.by)
        return
    rule = regime.rule[one.rule]
    what = f"{one.amount:+g}" if one.amount else rule.lists or phrase("notation.entry", "entry only", language)
    yield phrase("notation.rule", "{rule}: {what}", language, rule=one.rule, what=what)
    match one.sort:
        case "others":
            yield phrase(
                "notation.others", "hangs on what {act} others do, at no rate the pack sets", language, act=one.act
            )
        case "office":
            yield phrase(
                "notation.office", "another office's list: {name}", language, name=rule.listed or rule.unlisted
            )
        case "DiscrimAv":
            yield phrase(
                "notation.duty", "discriminated avoidance: after {after}, {act} is due within {days}min; when {after} comes the pack does not set",
                language, after=rule.after, act=rule.omits, days=rule.within,
            )  # fmt: skip
        case _:
            pass
    if one.sort == "FI" and one.chance < 1:
        yield phrase(
            "notation.of_those_seen", "of those seen, which is {chance}", language, chance=f"{one.chance:.2f}"
        )
    for note in one.notes:
        said = _note(note, one, regime, language)
        if said:
            yield said


def _note(note: str, one: Programmed, regime: Regime, language: str) -> str:
    rule = regime.rule[one.rule]
    match note:
        case "first_few" if one.period:
            return phrase(
                "notation.first_few",
                "only the first {few} in {days}min count",
                language,
                few=one.few,
                days=one.period,
            )
        case "first_few":
            return phrase("notation.first_few_ever", "only the first {few} ever count", language, few=one.few)
        case "first_of_period":
            return phrase("notation.first_of_period", "by the calendar, not from the last one on", language)
        case "once":
            return phrase("notation.once", "counts once in a life", language)
        case "delayed":
            first, last = one.delays
            days = f"{first}" if first == last else f"{first}-{last}"
            return phrase("notation.delayed", "{days}min later", language, days=days)
        case "updated":
            return phrase(
                "notation.updated",
                "the score is made anew {when}",
                language,
                when=UPDATES[regime.scale.updates].read(language),
            )
        case "rises":
            return phrase("notation.rises", "likelier each time", language)
        case "when":
            return phrase("notation.when", "only while {condition}", language, condition=rule.when.source)
        case "lapses":
            return phrase("notation.lapses", "given back after {days}min", language, days=rule.lasts)
        case "unseen":
            return phrase(
                "notation.unseen",
                "seen with chance {chance} only; what is not seen postpones nothing",
                language,
                chance=f"{one.chance:.2f}",
            )
        case "masked":
            return phrase("notation.masked", "under another name, so not always linked", language)
        case _:
            return ""


def _thresholds(regime: Regime, language: str) -> Iterator[str]:
    """Yield what hangs on a standing and not on a response: the notation leaves this to a token system it does not have."""
    if regime.rolls or regime.measures:
        yield _say(phrase("notation.levels", "What follows hangs on a standing, not on a response: a level system, which the notation "
                          "leaves out.", language))  # fmt: skip
    for roll in regime.rolls:
        when = roll.enters.source if roll.enters else phrase("notation.by_rule", "by a rule", language)
        yield _say(phrase("notation.list", "list {name}: {when}", language, name=roll.id, when=when))
    for measure in regime.measures:
        yield _say(phrase("notation.measure", "{kind} {name}: while {when}", language, kind=measure.kind, name=measure.id,
                          when=measure.when.source))  # fmt: skip
