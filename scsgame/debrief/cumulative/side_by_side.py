"""The cumulative record of whatever response class one likes: of one life, or of two on one sheet."""

from __future__ import annotations

from collections.abc import Sequence

from scsgame.debrief.cumulative.lines import in_figures, limits
from scsgame.debrief.cumulative.record import Axis, record
from scsgame.debrief.cumulative.telling import response_words, worth_a_sheet
from scsgame.debrief.finding import Finding, finding
from scsgame.debrief.log import Log, Response
from scsgame.debrief.pictures.picture import Sheet
from scsgame.terms import Safe
from scsgame.tongue import phrase


def classes(log: Log, language: str = "en") -> tuple[tuple[str, Safe], ...]:
    """Return every response class of a life by its id, with what it is called: those worth a sheet first."""
    ordered = dict.fromkeys((*worth_a_sheet(log), *log.responses))
    return tuple((one.id, response_words(log, one, language)) for one in ordered)


def sheet(
    lives: Sequence[tuple[Safe, Log]], response: str, language: str = "en", axis: Axis = "opportunity"
) -> tuple[Sheet, Finding]:
    """Return the record of a response class in one life, or in two, each called by its name; and its figures as a finding.

    Raises ValueError where none of these lives ever had the chance.
    """
    known = [_of(log, response) for _, log in lives]
    first = next((one for one in known if one is not None), None)
    if first is None:
        raise ValueError(
            phrase("record.unknown", "there never was a chance to do “{response}”", language, response=response)
        )
    log = lives[known.index(first)][1]
    what = response_words(log, first, language)
    records = tuple(
        record(log, own or first, who, what, axis, language=language)
        for (who, log), own in zip(lives, known, strict=True)
    )
    title = phrase("record.title", "Cumulative record: {what}", language, what=what)
    says = [
        line
        for one in records
        for line in (*([f"{one.who}:"] if len(records) > 1 else []), *in_figures(one, language))
    ]
    cannot = [limits(axis, language)]
    if len(records) > 1:
        cannot.append(
            phrase(
                "record.two_limit",
                "why they differ. Two lives meet other scenes, and may have lived under other systems.",
                language,
            )
        )
    return Sheet(title, records), finding("record", title, says, cannot)


def _of(log: Log, response: str) -> Response | None:
    return next((one for one in log.responses if one.id == response), None)
