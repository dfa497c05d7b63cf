"""The cumulative record, told: which acts are worth a sheet, and their figures."""

from __future__ import annotations

from scsgame.debrief.cumulative.lines import in_figures, limits
from scsgame.debrief.cumulative.record import Axis, Record, record
from scsgame.debrief.finding import Finding, finding
from scsgame.debrief.log import Log, Response
from scsgame.debrief.sections import Series
from scsgame.terms import Safe
from scsgame.tongue import Phrase, phrase

THEMES = {
    "money": Phrase("theme.money", "money"),
    "street": Phrase("theme.street", "the street"),
    "speech": Phrase("theme.speech", "words"),
    "ties": Phrase("theme.ties", "ties to others"),
    "study": Phrase("theme.study", "study"),
    "work": Phrase("theme.work", "work"),
    "civic": Phrase("theme.civic", "offices and meetings"),
    "home": Phrase("theme.home", "home"),
}
LEAST = 5
"""From so many opportunities on, an act is worth a sheet of its own."""


def response_words(log: Log, response: Response, language: str) -> Safe:
    """Return what a response class is called."""
    acts = log.chronicle.setup.vocabulary.acts
    match response.kind:
        case "act":
            (act,) = response.acts
            return acts[act].title.read(language)
        case "theme":
            theme = response.id.removeprefix("theme/")
            name = THEMES[theme].read(language) if theme in THEMES else theme
            return phrase("response.theme", "any act of this kind: {theme}", language, theme=name)
        case "sensitive":
            return phrase("response.sensitive", "sensitive acts", language)
        case "neutral":
            return phrase("response.neutral", "their neutral twins", language)


def worth_a_sheet(log: Log) -> tuple[Response, ...]:
    """Return the response classes worth a sheet: acts with chances enough, those first for which most came; then the wider classes."""
    acts: list[tuple[int, int, Response]] = []
    wider: list[tuple[int, int, Response]] = []
    for response in log.responses:
        chances = log.opportunities(response.acts)
        if len(chances) < LEAST:
            continue
        followed = sum(
            len([one for one in log.followed[chance.number] if one.valence])
            for chance in chances
            if chance.does(response.acts)
        )
        (acts if response.kind == "act" else wider).append((-followed, -len(chances), response))
    return tuple(response for _, _, response in (*sorted(acts, key=lambda one: one[:2]), *wider))


def recorded(
    log: Log, response: Response, language: str = "en", axis: Axis = "opportunity"
) -> tuple[Record, Finding]:
    """Return the record of one response class, and its figures as a finding."""
    what = response_words(log, response, language)
    found = record(log, response, phrase("who.you", "you", language), what, axis, language=language)
    steps = tuple((float(pen.x), float(pen.y)) for pen in found.pens)
    told = finding(
        "record",
        phrase("record.title", "Cumulative record: {what}", language, what=what),
        in_figures(found, language),
        (limits(axis, language),),
        series=[Series(what, ((0.0, 0.0), *steps), axis)],
        turns=[decision.turn for decision in log.opportunities(response.acts)],
    )
    return found, told
