"""The diary beside the dossier: what was seen, missed and made up, as a section."""

from __future__ import annotations

from scsgame.debrief import diary
from scsgame.debrief.sections import Section, rows_of, safe_all
from scsgame.game.chronicle import Chronicle
from scsgame.game.wording import in_a_row
from scsgame.regime.charter import Regime
from scsgame.regime.intervention.rules import Mark
from scsgame.tongue import Phrase, phrase

_FOUND = {
    "seen": Phrase("found.seen", "seen by {whom}"),
    "missed": Phrase("found.missed", "missed"),
    "not watched": Phrase("found.not_watched", "not watched"),
    "pinned on another": Phrase("found.pinned", "pinned on another"),
    "never happened": Phrase("found.never", "never happened"),
    "somebody else did it": Phrase("found.another", "somebody else did it"),
}
_FINDINGS = ("seen", "missed", "not watched", "pinned on another", "never happened", "somebody else did it")


def what_they_saw(chronicle: Chronicle, regime: Regime, language: str) -> Section:
    """Return what happened beside what one regime held of it."""
    entries = diary.compare(chronicle, regime.id)
    acts = chronicle.setup.vocabulary.acts
    count = {finding: sum(entry.finding == finding for entry in entries) for finding in _FINDINGS}
    done = sum(count[finding] for finding in ("seen", "missed", "not watched", "pinned on another"))
    lines = [
        phrase(
            "saw.sum",
            "Of {done} acts, {regime} was told of {seen}; it missed {missed} that it looks for, and does not look for {blind}.",
            language,
            done=done,
            regime=regime.title.read(language),
            seen=count["seen"],
            missed=count["missed"],
            blind=count["not watched"],
        )
    ]
    if count["pinned on another"]:
        lines.append(
            phrase(
                "saw.pinned",
                "Pinned on somebody else: {count} {count|act|acts} of yours.",
                language,
                count=count["pinned on another"],
            )
        )
    if count["never happened"] or count["somebody else did it"]:
        lines.append(
            phrase(
                "saw.untrue",
                "About nothing that happened: {nothing} {nothing|report|reports}. About what somebody else did: "
                "{others} {others|report|reports}. None of that was your doing.",
                language,
                nothing=count["never happened"],
                others=count["somebody else did it"],
            )
        )
    quiet = diary.silences(chronicle, regime.id)
    if quiet:
        lines.append(
            phrase(
                "saw.quiet",
                "From silences or from other offices' lists, not from a report: {count} {count|entry|entries}.",
                language,
                count=len(quiet),
            )
        )
    rows: list[tuple[str, ...]] = [
        (
            phrase("diary.day", "day", language),
            phrase("diary.happened", "what happened", language),
            phrase("diary.held", "what they held", language),
            phrase("diary.counted", "what it counted", language),
        )
    ]
    titles = {observer.id: observer.title.read(language) for observer in regime.observers}
    for entry in entries:
        if entry.finding == "not watched":
            continue
        counted = in_a_row((_counted(regime, mark, language) for mark in entry.marks), language)
        held = _FOUND[entry.finding].read(language, whom=titles.get(entry.by, entry.by))
        rows.append(
            (
                str(entry.day),
                acts[entry.kind].title.read(language),
                held,
                counted or phrase("diary.nothing", "nothing", language),
            )
        )
    for mark in quiet:
        what = (
            phrase("diary.not_seen", "not seen: {act}", language, act=acts[mark.kind].title.read(language))
            if mark.kind
            else mark.by.replace("/", ", ")
        )
        rows.append(
            (str(mark.day), what, phrase("diary.no_report", "no report", language), _counted(regime, mark, language))
        )
    rows[1:] = sorted(rows[1:], key=lambda row: int(row[0]))
    return Section(
        phrase("diary.title", "Diary and dossier: {regime}", language, regime=regime.title.read(language)),
        safe_all(lines),
        rows_of(rows),
    )


def _counted(regime: Regime, mark: Mark, language: str) -> str:
    """Return in words what a mark gave, and to which part of the score."""
    rule = regime.rule[mark.rule]
    words = str(rule.title.read(language))
    if not mark.points:
        return words
    part = next((factor.title.read(language) for factor in regime.scale.factors if factor.id == mark.factor), "")
    return (
        phrase(
            "diary.points_to",
            "{words} {points} to {part}",
            language,
            words=words,
            points=f"{mark.points:+g}",
            part=part,
        )
        if part
        else f"{words} {mark.points:+g}"
    )
