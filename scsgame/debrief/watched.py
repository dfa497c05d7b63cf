"""The diary beside the dossier, told: what was seen, missed, mistaken, made up, counted twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scsgame.debrief import diary
from scsgame.debrief.deeds import points_words, who_words
from scsgame.debrief.diary import Entry
from scsgame.debrief.finding import Finding, finding
from scsgame.debrief.log import Log
from scsgame.game.wording import STATUS, bracketed, in_a_row, office_words
from scsgame.regime.charter import Regime
from scsgame.regime.intervention.rules import Mark
from scsgame.tongue import Phrase, phrase

HELD: Mapping[diary.Finding, Phrase] = {
    "seen": Phrase("found.seen", "seen by {whom}"),
    "missed": Phrase("found.missed", "missed by {whom}"),
    "not_watched": Phrase("found.not_watched", "not watched"),
    "outside": Phrase("found.outside", "you were not in it"),
    "on_its_way": Phrase("found.on_its_way", "seen, not yet reported"),
    "lost": Phrase("found.lost", "seen, but you had left before the report came"),
    "pinned": Phrase("found.pinned", "reported of {named} by {whom}"),
    "invented": Phrase("found.never", "reported of you by {whom}: it never happened"),
    "mistaken": Phrase("found.another", "reported of you by {whom}: {who} did it"),
    "another": Phrase("found.counted_for", "reported of {named} by {whom}, and counted for you"),
}


def what_they_saw(log: Log, regime: Regime, language: str) -> Finding:
    """Return what happened beside what one regime held of it."""
    entries = diary.compare(log, regime.id)
    quiet = diary.silences(log.chronicle, regime.id)
    rows = [
        _row(log, regime, entry, language) for entry in entries if entry.finding not in {"not_watched", "outside"}
    ]
    rows += [_silent(log, regime, mark, language) for mark in quiet]
    head = (
        phrase("diary.day", "day", language),
        phrase("diary.happened", "what happened", language),
        phrase("diary.held", "what they held", language),
        phrase("diary.came_in", "came in", language),
        phrase("diary.counted", "what it counted", language),
        phrase("diary.known", "the rule is", language),
    )
    return finding(
        "diary",
        phrase("diary.title", "Diary and dossier: {regime}", language, regime=regime.title.read(language)),
        _says(regime, entries, quiet, language),
        (phrase("diary.limit", "what those who looked thought of it. A report says what, and when, and who. Nobody in it says why.", language),),
        (head, *sorted(rows, key=lambda row: int(row[0]))) if rows else (),
        turns=sorted({log.decisions[entry.decision - 1].turn for entry in entries if entry.decision}),
    )  # fmt: skip


def _says(regime: Regime, entries: Sequence[Entry], quiet: Sequence[Mark], language: str) -> list[str]:
    count = {name: sum(entry.finding == name for entry in entries) for name in HELD}
    own = sum(bool(entry.decision) for entry in entries)
    title = regime.title.read(language)
    if own and count["outside"] == own:
        return [
            phrase(
                "saw.never_in",
                "You were never in {regime}. It held nothing of the {done} things you did.",
                language,
                regime=title,
                done=own,
            )
        ]
    late = count["on_its_way"] + count["lost"]
    told = {"done": own - count["outside"], "regime": title, "seen": count["seen"], "missed": count["missed"]}
    lines = [
        phrase(
            "saw.sum_late",
            "Of {done} things you did, {regime} heard of {seen}. It missed {missed} that it looks for, {late} more {late|was|were} seen "
            "but reported too late, and {blind} are nothing to it.",
            language, **told, late=late, blind=count["not_watched"],
        )
        if late
        else phrase(
            "saw.sum",
            "Of {done} things you did, {regime} heard of {seen}. It missed {missed} that it looks for, and {blind} are nothing to it.",
            language, **told, blind=count["not_watched"],
        )
    ]  # fmt: skip
    if count["outside"]:
        lines.append(
            phrase(
                "saw.outside",
                "{count} {count|act|acts} of yours fell in the time when you were not in it.",
                language,
                count=count["outside"],
            )
        )
    if count["pinned"]:
        lines.append(
            phrase(
                "saw.pinned",
                "Pinned on somebody else: {count} {count|act|acts} of yours.",
                language,
                count=count["pinned"],
            )
        )
    untrue = count["invented"], count["mistaken"]
    if any(untrue):
        lines.append(
            phrase(
                "saw.untrue",
                "About nothing that happened: {nothing} {nothing|report|reports}. About what somebody else did: "
                "{others} {others|report|reports}. None of that was your doing.",
                language, nothing=untrue[0], others=untrue[1],
            )
        )  # fmt: skip
    if count["another"]:
        lines.append(
            phrase(
                "saw.for_others",
                "Counted for you, and rightly reported of others: {count} {count|act|acts}.",
                language,
                count=count["another"],
            )
        )
    if quiet:
        lines.append(
            phrase(
                "saw.quiet",
                "From silences or from other offices' lists, not from a report: {count} {count|entry|entries}.",
                language, count=len(quiet),
            )
        )  # fmt: skip
    return [*lines]


def _row(log: Log, regime: Regime, entry: Entry, language: str) -> tuple[str, ...]:
    chronicle = log.chronicle
    titles = {observer.id: observer.title.read(language) for observer in regime.observers}
    act = chronicle.setup.vocabulary.acts[entry.kind].title.read(language)
    happened = {"invented": phrase("diary.no_act", "nothing", language)}.get(entry.finding, act)
    if entry.finding in {"mistaken", "another"}:
        happened = bracketed(act, who_words(chronicle, entry.whose, language), language)
    watchers = in_a_row((titles.get(name, name) for name in entry.watchers), language)
    held = HELD[entry.finding].read(
        language,
        whom=titles.get(entry.by, entry.by) if entry.by else watchers,
        who=who_words(chronicle, entry.whose, language),
        named=who_words(chronicle, entry.whom, language),
    )
    if entry.finding == "invented":
        held = phrase("diary.made_up", "{act}: {held}", language, act=act, held=held)
    return (
        str(entry.day),
        happened,
        held,
        str(entry.arrived) if entry.arrived else "",
        in_a_row((counted(regime, mark, language) for mark in entry.marks), language)
        or (phrase("diary.nothing", "nothing", language) if entry.arrived else ""),
        known(regime, entry.marks, language),
    )


def _silent(log: Log, regime: Regime, mark: Mark, language: str) -> tuple[str, ...]:
    setup = log.chronicle.setup
    acts = setup.vocabulary.acts
    what = (
        phrase("diary.not_seen", "not seen: {act}", language, act=acts[mark.kind].title.read(language))
        if mark.kind
        else phrase(
            "diary.office",
            "another office's list: {name}",
            language,
            name=office_words(mark.by, setup.offices, language),
        )
    )
    no_report = phrase("diary.no_report", "no report", language)
    return (
        str(mark.day),
        what,
        no_report,
        str(mark.day),
        counted(regime, mark, language),
        known(regime, (mark,), language),
    )


def known(regime: Regime, marks: Sequence[Mark], language: str) -> str:
    """Return how well the rules behind these marks are known: documented, reported, contested, fictional, invented."""
    statuses = dict.fromkeys(regime.rule[mark.rule].provenance.status for mark in marks)
    return in_a_row((STATUS[status].read(language) for status in statuses), language)


def counted(regime: Regime, mark: Mark, language: str) -> str:
    """Return in words what a mark gave, and to which part of the score."""
    rule = regime.rule[mark.rule]
    words = str(rule.title.read(language))
    if not mark.points:
        return words
    part = next((factor.title.read(language) for factor in regime.scale.factors if factor.id == mark.factor), "")
    points = points_words(regime, mark.points)
    if not part:
        return f"{words} {points}"
    return phrase("diary.points_to", "{words} {points} to {part}", language, words=words, points=points, part=part)
