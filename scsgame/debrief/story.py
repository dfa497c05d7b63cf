"""The debrief in sections: what you did, what they saw, what it cost and bought, elsewhere, what was real."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scsgame.debrief.arranged import arranged
from scsgame.debrief.comparing import comparison
from scsgame.debrief.elsewhere import elsewhere
from scsgame.debrief.finding import as_section
from scsgame.debrief.log import Log
from scsgame.debrief.moved import doors_moved, how_real
from scsgame.debrief.sections import Section, Series, Source, rows_of, safe_all
from scsgame.debrief.taught import taught
from scsgame.game.chronicle import Chronicle
from scsgame.game.view import ending_view
from scsgame.game.wording import number, tier_title
from scsgame.regime.charter import Regime
from scsgame.terms import SELF
from scsgame.tongue import phrase

__all__ = ["comparison", "debrief"]


def debrief(
    chronicle: Chronicle, others: Sequence[Regime], sources: Mapping[str, Source], language: str = "en"
) -> tuple[Section, ...]:
    """Return the debrief of a life: `others` are the regimes it is judged by beside its own.

    `sources` are the facts that rules cite, by reference.
    """
    log = Log(chronicle)
    sections = [_what_you_did(chronicle, language)]
    sections += [as_section(finding, language) for finding in arranged(log, sources, language)]
    sections += [_course(chronicle, language), doors_moved(chronicle, language)]
    sections += [as_section(finding, language) for finding in taught(log, language)]
    sections += [
        comparison(elsewhere(chronicle, _all(chronicle, others), language), language),
        how_real(chronicle, sources, language),
    ]
    return tuple(section for section in sections if section.paragraphs or section.rows or section.series)


def _all(chronicle: Chronicle, others: Sequence[Regime]) -> list[Regime]:
    own = {(regime.id, regime.off) for regime in chronicle.setup.regimes}
    return [*chronicle.setup.regimes, *(regime for regime in others if (regime.id, regime.off) not in own)]


def _what_you_did(chronicle: Chronicle, language: str) -> Section:
    moment, life = chronicle.moment, chronicle.setup.life
    choices = [turn for turn in chronicle.turns if turn.taken]
    own = [act for act in chronicle.acts if act.by == SELF]
    lines = [
        phrase(
            "did.sum",
            "{life}: {days} days, {choices} choices, {acts} acts.",
            language,
            life=life.title.read(language),
            days=moment.day,
            choices=len(choices),
            acts=len(own),
        ),
    ]
    if chronicle.setup.values:
        held = [value.title.read(language) for value in life.values if value.id in chronicle.setup.values]
        lines.append(
            phrase(
                "did.values",
                "You set out to hold to {values}.",
                language,
                values=phrase("and", " and ", language).join(held),
            )
        )
    if moment.ending:
        lines.append(
            phrase("did.ended", "It ended with: {ending}.", language, ending=ending_view(moment, language).title)
        )
    rows: list[tuple[str, ...]] = [
        ("", phrase("did.at_start", "at the start", language), phrase("did.at_end", "at the end", language))
    ]
    for meter in life.meters:
        rows.append((meter.title.read(language), str(meter.start), str(moment.life.facts[meter.id])))
    return Section(phrase("did.title", "What you did", language), safe_all(lines), rows_of(rows))


def _course(chronicle: Chronicle, language: str) -> Section:
    lines, courses = [], []
    for at, regime in enumerate(chronicle.setup.regimes):
        dossier = chronicle.moment.dossiers[at]
        title = regime.title.read(language)
        if regime.scale.kind == "none":
            if regime.rolls:
                lines.append(
                    phrase("course.no_number", "{regime} keeps no number, only lists.", language, regime=title)
                )
            continue
        if not dossier.facts["enrolled"]:
            lines.append(phrase("course.not_in", "{regime}: you were not in it at the end.", language, regime=title))
        first, last = dossier.course[0][1], dossier.course[-1][1]
        tier = tier_title(regime, dossier.facts["tier"], language)
        word = regime.word.read(language)
        lines.append(
            phrase(
                "course.line",
                "{regime}: from {first} to {last} {word}{tier}.",
                language,
                regime=title,
                first=number(regime.scale, first),
                last=number(regime.scale, last),
                word=word,
                tier=phrase("course.tier", " ({tier})", language, tier=tier) if tier else "",
            )
        )
        courses.append(Series(title, tuple((float(day), float(score)) for day, score in dossier.course)))
    return Section(phrase("course.title", "The course of it", language), safe_all(lines), (), tuple(courses))
