"""The ledger, told: a score explained choice by choice, until every point is accounted for."""

from __future__ import annotations

from collections.abc import Iterator

from scsgame.debrief.deeds import decision_words
from scsgame.debrief.finding import Finding, finding
from scsgame.debrief.ledger import Ledger, Line, ledger
from scsgame.debrief.log import Log
from scsgame.debrief.sections import Series
from scsgame.game.wording import bracketed, number, office_words
from scsgame.regime.charter import Regime
from scsgame.terms import SELF, Safe, safe
from scsgame.tongue import Phrase, phrase

KINDS = {
    "faded": Phrase("ledger.faded", "a month's forgetting"),
    "fell_out": Phrase("ledger.fell_out", "the oldest rating falls out"),
    "pull": Phrase("ledger.pull", "others' standing pulls"),
    "held": Phrase("ledger.held", "held at an end of the scale"),
    "rounded": Phrase("ledger.rounded", "rounded"),
}


def every_point(log: Log, regime: Regime, language: str = "en") -> Finding | None:
    """Return how one score came to be, line by line; None where the regime keeps no number."""
    books = ledger(log, regime.id)
    if books is None:
        return None
    head = (
        phrase("diary.day", "day", language),
        phrase("ledger.why", "why", language),
        phrase("ledger.rule", "rule", language),
        phrase("ledger.asked", "rule asks", language),
        phrase("ledger.kept", "kept back", language),
        phrase("ledger.worth", "moved the score", language),
        phrase("ledger.sum", "sum", language),
    )
    rows, total = [], 0.0
    for line in books.lines:
        total += line.worth
        if line.kind == "rounded" and points(line.worth) == "0":
            continue
        rows.append((*_row(log, regime, line, language), points(total, sign=False)))
    own = {log.decisions[found - 1].turn for line in books.lines if (found := decision_of(log, line))}
    return finding(
        "ledger",
        phrase("ledger.title", "Every point of it: {regime}", language, regime=regime.title.read(language)),
        _says(log, regime, books, language),
        (phrase("ledger.limit", "what the number measures. It shows only how it was made.", language),),
        (head, *rows),
        [Series(safe(regime.title.read(language)), course(books))],
        sorted(own),
    )


def course(books: Ledger) -> tuple[tuple[float, float], ...]:
    """Return the sum of the lines, day by day: what the record held, which a score made once a month does not show."""
    found: dict[float, float] = {}
    total = 0.0
    for line in books.lines:
        if line.kind not in {"pull", "held", "rounded"}:
            total += line.worth
            found[float(line.day)] = total
    return tuple(found.items())


def points(value: float, *, sign: bool = True) -> str:
    """Return points as one reads them: two places at most, a real minus left to the reader's eye."""
    shown = f"{value:+.2f}" if sign else f"{value:.2f}"
    shown = shown.rstrip("0").rstrip(".")
    return {"-0": "0", "+0": "0"}.get(shown, shown)


def _says(log: Log, regime: Regime, books: Ledger, language: str) -> Iterator[str]:
    scale = regime.scale
    marks = books.of_kind("mark")
    start = sum(line.worth for line in books.of_kind("start"))
    up = sum(line.worth for line in marks if line.worth > 0)
    down = sum(line.worth for line in marks if line.worth < 0)
    rest = books.total - start - up - down
    yield phrase(
        "ledger.sums",
        "{start} at the start, {up} in what gave, {down} in what took, {rest} in what came back, faded, pulled or was rounded: {score}, made "
        "on day {day}.",
        language, start=points(start, sign=False), up=points(up), down=points(down), rest=points(rest),
        score=number(scale, books.score), day=books.made,
    )  # fmt: skip
    theirs = [line for line in marks if not decision_of(log, line)]
    if theirs:
        yield phrase(
            "ledger.theirs", "Of that, {worth} in {count} {count|entry|entries} was not for anything you did.", language,
            worth=points(sum(line.worth for line in theirs)), count=len(theirs),
        )  # fmt: skip
    kept = [line for line in marks if line.capped]
    if kept:
        yield phrase(
            "ledger.capped", "A cap kept something back {count} {count|time|times}: what you did then counted less, or nothing.", language,
            count=len(kept),
        )  # fmt: skip
    if books.waiting:
        yield phrase(
            "ledger.waiting", "{count} more {count|entry|entries} came too late to be in the number.", language, count=len(books.waiting)
        )  # fmt: skip


def decision_of(log: Log, line: Line) -> int:
    """Return the decision whose deed a line stands for, or 0."""
    if line.of is None or line.of.whom != SELF or not line.of.act:
        return 0
    deed = (line.of.act, line.of.done_on, line.of.number)
    return next((decision.number for decision in log.decisions if deed in decision.deeds), 0)


def _row(log: Log, regime: Regime, line: Line, language: str) -> tuple[str, ...]:
    parts = {factor.id: factor.title.read(language) for factor in regime.scale.factors}
    part = parts.get(line.part, "")
    worth = points(line.worth, sign=line.kind != "start")
    if line.of is None:
        why = (
            phrase("ledger.start", "the start", language) if line.kind == "start" else KINDS[line.kind].read(language)
        )
        return (str(line.day), bracketed(why, part, language) if part else why, "", "", "", worth)
    rule = regime.rule[line.of.subject].title.read(language)
    kept = line.capped + line.cut
    return (
        str(line.day), _why(log, line, language), bracketed(rule, part, language) if part else rule,
        points(line.asked, sign=regime.scale.kind != "ratings"),
        points(kept, sign=False) if kept else "", worth,
    )  # fmt: skip


def _why(log: Log, line: Line, language: str) -> Safe:
    """Return what a line is for: the choice, somebody else's act, a silence, an office, a plea, time."""
    one = line.of
    assert one is not None
    if line.kind == "struck":
        return (
            phrase("ledger.struck", "struck out: a plea was granted", language)
            if one.by == "plea"
            else phrase("ledger.lapsed", "its time is over", language)
        )
    number_ = decision_of(log, line)
    if number_:
        return phrase(
            "ledger.did",
            "day {day}: {what}",
            language,
            day=log.decisions[number_ - 1].day,
            what=decision_words(log, number_, language),
        )
    if not one.act:
        name = office_words(one.by, log.chronicle.setup.offices, language)
        return phrase("diary.office", "another office's list: {name}", language, name=name)
    act = log.chronicle.setup.vocabulary.acts[one.act].title.read(language)
    if not one.by:
        return phrase("diary.not_seen", "not seen: {act}", language, act=act)
    return phrase("ledger.not_you", "not you: {act}", language, act=act)
