"""What it taught you: what you kept clear of, what you went on with, and on what schedules it came."""

from __future__ import annotations

from collections.abc import Iterator

from scsgame.debrief.chapters.page import Page, page
from scsgame.debrief.contingencies.avoidance import avoidance
from scsgame.debrief.contingencies.measured import as_schedules, how_much_hung
from scsgame.debrief.contingencies.procedures import prevented
from scsgame.debrief.contingencies.telling import held_back
from scsgame.debrief.cumulative.record import Record
from scsgame.debrief.cumulative.telling import recorded, worth_a_sheet
from scsgame.debrief.figures import rate_words, times_words
from scsgame.debrief.log import Log
from scsgame.debrief.phases.report import PhaseReport
from scsgame.debrief.pictures.picture import Sheet
from scsgame.debrief.taught import phase_reports, phases_told
from scsgame.tongue import phrase

SHEETS = 2
"""How many cumulative records are told of one life."""


def taught(log: Log, language: str) -> Page:
    """Return what was learned, as far as one life can show it."""
    regimes = log.chronicle.setup.regimes
    records = [recorded(log, response, language) for response in worth_a_sheet(log)[:SHEETS]]
    reports = phase_reports(log)
    says = [*_warned(log, language), *_unseen(log, reports, language)]
    says += [line for record, _ in records[:1] for line in _went_on(record, language)]
    if not says:
        says.append(phrase("taught.nothing", "Too little was done too often to be learned from.", language))
    says.append(
        phrase("taught.limit", "One life describes; it proves nothing about you. What each figure cannot show stands below it.", language)
    )  # fmt: skip
    return page(
        says,
        Sheet(records[0][1].title, (records[0][0],)) if records else None,
        [
            held_back(log, prevented(log), language),
            *phases_told(log, reports, language),
            *(told for _, told in records[:1]),
            *(told._replace(picture=Sheet(told.title, (record,))) for record, told in records[1:]),
            *(how_much_hung(log, regime, language) for regime in regimes),
            *(as_schedules(log, regime, language) for regime in regimes),
        ],
        records[0][1].turns if records else (),
    )


def _warned(log: Log, language: str) -> Iterator[str]:
    met = avoidance(log)
    if met.avoided.chances:
        yield phrase(
            "taught.warned", "Where you had been told that somebody may look, you kept clear in {avoided}.", language,
            avoided=rate_words(met.avoided, language),
        )  # fmt: skip


def _unseen(log: Log, reports: tuple[PhaseReport, ...], language: str) -> Iterator[str]:
    for one in reports:
        if one.gaze is not None and one.gaze.unseen.chances:
            yield phrase(
                "taught.unseen", "Where {regime} might have looked and nobody did, you held back in {held}; a blind pick would have in about {blind}.",
                language, regime=log.chronicle.setup.regime[one.regime].title.read(language),
                held=rate_words(one.gaze.unseen, language), blind=round(one.gaze.blind),
            )  # fmt: skip


def _went_on(record: Record, language: str) -> Iterator[str]:
    """Yield how often something was done in the first and in the second half of its chances."""
    half = len(record.pens) // 2
    early, late = record.pens[:half], record.pens[half:]
    if not half:
        return
    yield phrase(
        "taught.went_on",
        "Nothing drew more after it than “{act}”: something welcome {good}, something unwelcome {bad}. You did it in {early} of your first "
        "{first} {first|chance|chances}, and in {late} of the last {last}.",
        language, act=record.what, early=sum(pen.responded for pen in early), first=len(early),
        late=sum(pen.responded for pen in late), last=len(late),
        good=times_words(sum(bool(pen.hatches) for pen in record.pens), language),
        bad=times_words(sum(bool(pen.ticks) for pen in record.pens), language),
    )  # fmt: skip
