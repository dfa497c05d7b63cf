"""What they saw: of everything that was done, what reached anybody, what was missed, and what was said that was not so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scsgame.debrief import diary
from scsgame.debrief.chapters.page import Page, page
from scsgame.debrief.contingencies.procedures import Classified
from scsgame.debrief.diary import Entry
from scsgame.debrief.log import Log
from scsgame.debrief.not_yours import never_your_doing
from scsgame.debrief.pictures.picture import Sign, Strip
from scsgame.debrief.twice_told import counted_twice
from scsgame.debrief.watched import what_they_saw
from scsgame.regime.charter import Regime
from scsgame.terms import safe
from scsgame.tongue import Phrase, phrase

SIGNS: dict[diary.Finding, Sign] = {
    "seen": "full", "lost": "hollow", "on_its_way": "hollow", "missed": "hollow", "not_watched": "dot", "outside": "dot", "pinned": "cross",
    "invented": "cross", "mistaken": "cross", "another": "cross",
}  # fmt: skip
MEANS: tuple[tuple[Sign, Phrase], ...] = (
    ("full", Phrase("seen.full", "reported of you, and so it was")),
    ("hollow", Phrase("seen.hollow", "looked for, but not reported in time or at all")),
    ("cross", Phrase("seen.cross", "reported otherwise than it was, or about others")),
    ("dot", Phrase("seen.dot", "nobody looks for it, or you were not in it")),
)


SEEN_THEN_MISSED = Phrase("seen.once", "“{act}”: reported on day {seen}, and missed on day {missed}.")
MISSED_THEN_SEEN = Phrase("seen.once_missed", "“{act}”: missed on day {missed}, and reported on day {seen}.")


def seen(log: Log, came: Sequence[Classified], language: str) -> Page:
    """Return what was seen of what was done."""
    watching = [regime for regime in log.chronicle.setup.regimes if regime.observers]
    entries = {regime.id: diary.compare(log, regime.id) for regime in watching}
    told = [what_they_saw(log, regime, language) for regime in watching]
    says: list[str] = [line for one in told for line in one.says[:1]]
    if not watching:
        says.append(phrase("seen.nobody", "Nobody was set to look at what you did.", language))
    says += [line for regime in watching for line in _once_and_not(log, entries[regime.id], language)][:1]
    says += [line for regime in watching for line in _untrue(regime, entries[regime.id], language)]
    most = max(
        watching, key=lambda regime: sum(entry.finding == "seen" for entry in entries[regime.id]), default=None
    )
    return page(
        says,
        _strip(most, entries[most.id], language) if most is not None else None,
        [*told, counted_twice(log, language, came), never_your_doing(log, language, came)],
        told[watching.index(most)].turns if most is not None else (),
    )


def _once_and_not(log: Log, entries: Sequence[Entry], language: str) -> Iterator[str]:
    """Yield one act that was seen on one day and missed on another."""
    for entry in entries:
        if entry.finding == "seen" and any(mark.points for mark in entry.marks):
            missed = next((one for one in entries if one.kind == entry.kind and one.finding == "missed"), None)
            if missed is not None:
                words = SEEN_THEN_MISSED if entry.day < missed.day else MISSED_THEN_SEEN
                yield words.read(
                    language,
                    act=log.chronicle.setup.vocabulary.acts[entry.kind].title.read(language), seen=entry.day, missed=missed.day,
                )  # fmt: skip
                return


def _untrue(regime: Regime, entries: Sequence[Entry], language: str) -> Iterator[str]:
    untrue = [entry for entry in entries if entry.finding in {"invented", "mistaken"}]
    if untrue:
        cost = sum(mark.points for entry in untrue for mark in entry.marks)
        yield phrase(
            "seen.untrue", "{count} {count|report|reports} to {regime} said of you what you had not done; {count|it|they} counted {points}.",
            language, count=len(untrue), points=f"{cost:+g}" if cost else "0", regime=regime.title.read(language),
        )  # fmt: skip


def _strip(regime: Regime, entries: Sequence[Entry], language: str) -> Strip | None:
    if not entries:
        return None
    weeks: dict[int, list[Sign]] = {}
    for week in range(1, (max(entry.day for entry in entries) - 1) // 7 + 2):
        weeks[week] = [SIGNS[entry.finding] for entry in entries if (entry.day - 1) // 7 + 1 == week]
    used = {sign for signs in weeks.values() for sign in signs}
    return Strip(
        phrase("seen.picture", "Every act in its order, a row for each week: {regime}", language, regime=regime.title.read(language)),
        tuple((safe(str(week)), tuple(signs)) for week, signs in weeks.items()),
        tuple((sign, words.read(language)) for sign, words in MEANS if sign in used),
    )  # fmt: skip
