"""What followed what, told: procedures, what was kept away, how much hung on what, the schedules, and what none of it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scsgame.debrief.contingencies.avoidance import avoidance, duties
from scsgame.debrief.contingencies.measured import as_schedules, how_much_hung
from scsgame.debrief.contingencies.procedures import (
    PROCEDURES,
    Classified,
    Prevented,
    Procedure,
    classified,
    prevented,
)
from scsgame.debrief.contingencies.words import MEANS, procedure_words
from scsgame.debrief.deeds import consequence_words, cut, decision_words, full_stop, with_regime
from scsgame.debrief.figures import rate_words
from scsgame.debrief.finding import Finding, finding
from scsgame.debrief.log import Log
from scsgame.debrief.statistics.power import needed
from scsgame.game.wording import bracketed, in_a_row
from scsgame.tongue import phrase


def contingency_findings(
    log: Log, language: str = "en", found: Sequence[Classified] | None = None
) -> tuple[Finding, ...]:
    """Return what followed what in a life; `found` are its classified consequences, where they are known already."""
    came = tuple(found if found is not None else classified(log))
    kept = prevented(log)
    regimes = [regime for regime in log.chronicle.setup.regimes if regime.id in log.enrolled]
    told = [
        by_procedure(log, came, kept, language),
        two_readings(log, came, language),
        held_back(log, kept, language),
    ]
    told += [how_much_hung(log, regime, language) for regime in regimes]
    told += [as_schedules(log, regime, language) for regime in regimes]
    return tuple(one for one in told if one is not None)


def by_procedure(
    log: Log, came: Sequence[Classified], kept: Sequence[Prevented], language: str = "en"
) -> Finding | None:
    """Return how often each procedure was used on this life, with an example of each; None where nothing came or was kept away."""
    if not came and not kept:
        return None
    rows: list[tuple[str, ...]] = []
    for procedure in PROCEDURES:
        here = [one for one in came if one.procedure == procedure]
        away = [one for one in kept if one.procedure == procedure]
        if here or away:
            example = _came(log, here[0], language) if here else _kept(log, away[0], language)
            count = len(here) + len(away)
            rows.append((procedure_words(procedure, language), str(count), MEANS[procedure].read(language), example))
    hung = [one for one in came if one.decisions]
    lines = [
        phrase(
            "procedures.sum",
            "{count} {count|consequence|consequences} came. {hung} of them hung on a choice of yours: with the same luck, another choice "
            "would have been without. {kept} more did not come because of what you chose.",
            language, count=len(came), hung=len(hung), kept=len(kept),
        ),
        phrase("procedures.same_luck", "To find out, each choice was made again the other way, with everything later left as it was.", language),
        *_unnoticed(came, kept, language),
    ]  # fmt: skip
    head = (
        phrase("procedures.procedure", "procedure", language),
        phrase("procedures.times", "times", language),
        phrase("procedures.means", "that is", language),
        phrase("procedures.example", "for example", language),
    )
    return finding(
        "procedures",
        phrase("procedures.title", "What followed what", language),
        lines,
        (
            phrase("procedures.declared", "what was welcome to you. The table takes it from the system: points and perks are welcome, bans are not.", language),
            _power(language),
        ),
        (head, *rows) if rows else (),
        turns=sorted({log.decisions[number - 1].turn for one in hung for number in one.decisions}),
    )  # fmt: skip


def _unnoticed(came: Sequence[Classified], kept: Sequence[Prevented], language: str) -> Iterator[str]:
    """Yield how much of it nobody could notice, and why that is no punishment."""
    hidden = sum(not one.noticed for one in came) + sum(one.procedure == "unmet" for one in kept)
    late = sum(one.was_late for one in came)
    if hidden:
        yield phrase(
            "procedures.unmet",
            "{count} of all these you could never have noticed. What nobody notices is no punishment and no reward to anybody: it only waits, on file.",
            language, count=hidden,
        )  # fmt: skip
    if late:
        yield phrase(
            "procedures.late",
            "{count} you could know of only afterwards; by then {count|it was|they were} news, and no answer to what you had done.",
            language, count=late,
        )  # fmt: skip


def _power(language: str) -> str:
    """Return why nothing is said about what worked."""
    few, many = needed(0.7, 0.4), needed(0.7, 0.5)
    return phrase(
        "procedures.power",
        "what worked. To see that a consequence changed what one does next, from 7 in 10 to 4 in 10, takes about {few} chances with it and "
        "as many without; to 5 in 10, about {many}. A class can have that, one life cannot.",
        language, few=few, many=many,
    )  # fmt: skip


def _came(log: Log, one: Classified, language: str) -> str:
    what = with_regime(log.chronicle, one.of.regime, consequence_words(log.chronicle, one.of, language), language)
    if one.procedure == "late":
        what = bracketed(
            what, phrase("procedures.noticed", "known from day {day}", language, day=one.noticed), language
        )
    if not one.decisions:
        return phrase("procedures.on_day", "day {day}: {what}", language, day=one.of.day, what=what)
    number = one.decisions[0]
    return phrase(
        "procedures.after", "day {day}: {what}, after day {then}: {deed}", language, day=one.of.day, what=what,
        then=log.decisions[number - 1].day, deed=cut(decision_words(log, number, language), 40),
    )  # fmt: skip


def _kept(log: Log, one: Prevented, language: str) -> str:
    what = with_regime(log.chronicle, one.of.regime, consequence_words(log.chronicle, one.of, language), language)
    return phrase(
        "procedures.instead", "day {day}: {deed} Otherwise: {what}", language, day=log.decisions[one.decision - 1].day,
        deed=full_stop(cut(decision_words(log, one.decision, language), 40), language), what=what,
    )  # fmt: skip


def two_readings(log: Log, came: Sequence[Classified], language: str = "en") -> Finding | None:
    """Return the consequences that the field itself reads in two ways; None where there was none."""
    seen: dict[tuple[str, str], Classified] = {}
    for one in came:
        if one.other is not None:
            seen.setdefault((one.of.kind, one.of.subject), one)
    if not seen:
        return None
    rows = [
        (
            _came(log, one, language),
            procedure_words(one.procedure, language),
            procedure_words(_other(one), language),
        )
        for one in seen.values()
    ]
    head = (
        phrase("not_yours.came", "what came", language),
        phrase("readings.one", "as something added or ended", language),
        phrase("readings.other", "as something taken or given back", language),
    )
    return finding(
        "readings",
        phrase("readings.title", "Two ways to read it", language),
        (
            phrase(
                "readings.why",
                "A ban can be read as a ban added or as travel removed. Adding needs that it was not there before, removing that it was; often "
                "both hold. The field has found no sure way to tell (Michael 1975; Baron and Galizio 2005).",
                language,
            ),
        ),
        (phrase("readings.limit", "which reading is right. It is a question to argue about.", language),),
        (head, *rows),
    )  # fmt: skip


def _other(one: Classified) -> Procedure:
    assert one.other is not None
    return one.other


def held_back(log: Log, kept: Sequence[Prevented], language: str = "en") -> Finding | None:
    """Return how what stood against acts was met: warned, avoided, needlessly; None where nothing ever stood against anything."""
    met = avoidance(log)
    staved = [one for one in duties(log) if one.done]
    if not met.dangers and not staved:
        return None
    lines = []
    if met.avoided.chances:
        lines.append(phrase(
            "avoidance.warned",
            "In {warned} {warned|decision|decisions} you were told that somebody might be looking for what one of the choices did. You kept "
            "clear of it in {avoided}.",
            language, warned=met.avoided.chances, avoided=rate_words(met.avoided, language),
        ))  # fmt: skip
    if met.needless.chances:
        lines.append(phrase(
            "avoidance.needless",
            "Of these times, nothing would have come of it in {needless}: nobody was looking, or it would not have counted. That much you did "
            "for an eye that was not there.",
            language, needless=rate_words(met.needless, language),
        ))  # fmt: skip
    unwarned = [danger for danger in met.dangers if not danger.warned]
    if unwarned:
        lines.append(phrase(
            "avoidance.unwarned", "In {count} more {count|decision|decisions} something stood against a choice and nobody had told you.", language,
            count=len(unwarned),
        ))  # fmt: skip
    if staved:
        came = sum(bool(one.staved) for one in staved)
        lines.append(phrase(
            "avoidance.duties", "{count} {count|time|times} you did what a silence would have counted against you for; {needed} of these times the "
            "silence was about to.", language, count=len(staved), needed=came,
        ))  # fmt: skip
    away = [one for one in kept if one.procedure == "avoidance"]
    rows = _kept_away(log, away, language)
    head = (
        phrase("diary.day", "day", language),
        phrase("avoidance.chose", "what you chose", language),
        phrase("avoidance.away", "what did not come", language),
        phrase("avoidance.with", "it would have come", language),
    )
    return finding(
        "avoidance",
        phrase("avoidance.title", "What you kept away", language),
        lines,
        (phrase("avoidance.limit", "why you kept clear. Somebody who would never have done it, and somebody who was afraid to, leave the same line.", language),),
        (head, *rows) if rows else (),
        turns=sorted({log.decisions[one.decision - 1].turn for one in away}),
    )  # fmt: skip


def _kept_away(log: Log, away: Sequence[Prevented], language: str) -> list[tuple[str, ...]]:
    """Return what was kept away, one row for each decision and other way."""
    grouped: dict[tuple[int, tuple[str, ...], bool], list[Prevented]] = {}
    for one in away:
        grouped.setdefault((one.decision, one.ways, one.every), []).append(one)
    rows: list[tuple[str, ...]] = []
    for (number, ways, every), found in grouped.items():
        what = [
            with_regime(log.chronicle, one.of.regime, consequence_words(log.chronicle, one.of, language), language)
            for one in found
        ]
        others = phrase("semicolon", "; ", language).join(decision_words(log, number, language, way) for way in ways)
        rows.append(
            (
                str(log.decisions[number - 1].day),
                decision_words(log, number, language),
                in_a_row(dict.fromkeys(what), language),
                phrase("avoidance.every", "with every other choice", language)
                if every
                else phrase("avoidance.some", "with: {ways}", language, ways=others),
            )
        )
    return rows
