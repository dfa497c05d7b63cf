"""What it cost and bought you: the course of the score, every point of it, and what it opened and closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scsgame.debrief import doors
from scsgame.debrief.accounted import every_point
from scsgame.debrief.chapters.page import Page, few, page
from scsgame.debrief.consequences import Consequence
from scsgame.debrief.contingencies.procedures import Classified, prevented
from scsgame.debrief.contingencies.telling import by_procedure, two_readings
from scsgame.debrief.deeds import consequence_words, cut, decision_words
from scsgame.debrief.log import Log
from scsgame.debrief.moved import doors_moved
from scsgame.debrief.pictures.picture import Lane, Lanes, Sign, Span
from scsgame.game.wording import MEASURES, bracketed, in_a_row, number, tier_title
from scsgame.regime.charter import Regime
from scsgame.regime.dossier import Dossier
from scsgame.terms import SELF, Safe, safe
from scsgame.tongue import phrase

MOST_DOORS = 8
"""So many doors are drawn at the most; the table behind has all."""


def bought(log: Log, came: Sequence[Classified], language: str) -> Page:
    """Return what a life came to under its systems."""
    regimes = log.chronicle.setup.regimes
    says = [
        *_courses(log, language), *_dearest(log, language), *_doors(log, language)
    ]  # fmt: skip
    counted = {number_ for number_, marks in log.followed.items() if any(mark.points for mark in marks)}
    entered = {number_ for number_, marks in log.followed.items() if marks}
    turns = {log.decisions[number_ - 1].turn for number_ in counted or entered}
    return page(
        says or [phrase("bought.nothing", "Nothing was counted, and nothing was opened or closed.", language)],
        lanes(log, language),
        [
            *(every_point(log, regime, language) for regime in regimes if regime.id in log.enrolled),
            doors_moved(log, language),
            by_procedure(log, came, prevented(log), language),
            two_readings(log, came, language),
        ],
        sorted(turns),
    )


def _courses(log: Log, language: str) -> Iterator[str]:
    for regime, dossier in zip(log.chronicle.setup.regimes, log.chronicle.moment.dossiers, strict=True):
        title = regime.title.read(language)
        if regime.scale.kind == "none":
            if regime.rolls:
                yield phrase("course.no_number", "{regime} keeps no number, only lists.", language, regime=title)
            continue
        if not dossier.facts["enrolled"] and regime.id not in log.enrolled:
            continue
        if not dossier.facts["enrolled"]:
            yield phrase("course.not_in", "{regime}: you were not in it at the end.", language, regime=title)
        first, last = dossier.course[0][1], dossier.course[-1][1]
        tier = tier_title(regime, dossier.facts["tier"], language)
        yield phrase(
            "course.line", "{regime}: from {first} to {last} {word}{tier}.", language, regime=title,
            first=number(regime.scale, first), last=number(regime.scale, last), word=regime.word.read(language),
            tier=phrase("course.tier", " ({tier})", language, tier=tier) if tier else "",
        )  # fmt: skip


def _dearest(log: Log, language: str) -> Iterator[str]:
    """Yield the choice that cost most and the one that gave most."""
    own = [(one, number_) for number_, marks in log.followed.items() for one in marks
           if one.points and not log.chronicle.setup.regime[one.regime].rule[one.subject].rating]  # fmt: skip
    worst = min(own, key=lambda pair: pair[0].points, default=None)
    best = max(own, key=lambda pair: pair[0].points, default=None)
    if worst is not None and worst[0].points < 0:
        yield phrase(
            "bought.worst",
            "What cost most: “{deed}” on day {day} ({came}).",
            language,
            **_told(log, *worst, language),
        )
    if best is not None and best[0].points > 0:
        yield phrase(
            "bought.best", "What gave most: “{deed}” on day {day} ({came}).", language, **_told(log, *best, language)
        )


def _told(log: Log, one: Consequence, number_: int, language: str) -> dict[str, object]:
    setup = log.chronicle.setup
    whose = [setup.regime[one.regime].title.read(language)] if len(setup.regimes) > 1 else []
    came = in_a_row([*whose, consequence_words(log.chronicle, one, language)], language)
    deed = cut(decision_words(log, number_, language)).rstrip(".。")
    return {"day": log.decisions[number_ - 1].day, "deed": deed, "came": came}


def _doors(log: Log, language: str) -> Iterator[str]:
    chronicle = log.chronicle
    good: list[Safe] = []
    bad: list[Safe] = []
    last = {spell[:2]: spell for spell in doors.spells(chronicle)}
    for spell in last.values():
        measure = chronicle.setup.regime[spell.regime].measure[spell.measure]
        title = measure.title.read(language)
        if spell.until is not None:
            title = bracketed(title, phrase("bought.until", "until day {day}", language, day=spell.until), language)
        (good if measure.welcome else bad).append(title)
    if good:
        yield phrase(
            "bought.opened", "What it brought you: {names}.", language, names=few([*dict.fromkeys(good)], language)
        )
    if bad:
        yield phrase(
            "bought.closed",
            "What it brought upon you: {names}.",
            language,
            names=few([*dict.fromkeys(bad)], language),
        )
    shut, eased = doors.shut_choices(chronicle), doors.eased_choices(chronicle)
    if shut or eased:
        yield phrase(
            "bought.met", "You met {shut} closed {shut|choice|choices}, and took {eased} that {eased|was|were} eased or opened for you.", language,
            shut=len(shut), eased=len(eased),
        )  # fmt: skip
    elif good or bad:
        yield phrase(
            "bought.unused",
            "None of that stood in the way of any choice you met, nor eased one that you took.",
            language,
        )


def lanes(log: Log, language: str) -> Lanes | None:
    """Return the course of each score, the marks for what was done, and how long each door stood."""
    chronicle = log.chronicle
    found: list[Lane] = []
    for regime, dossier in zip(chronicle.setup.regimes, chronicle.moment.dossiers, strict=True):
        if regime.scale.kind != "none" and regime.id in log.enrolled:
            found.append(score_lane(regime, dossier, language)._replace(tall=True))
        marks = _marks(log, regime)
        if marks:
            found.append(
                Lane(
                    phrase("bought.marks", "entries: {regime}", language, regime=regime.title.read(language)),
                    signs=marks,
                )
            )
    found += _door_lanes(log, language)[:MOST_DOORS]
    signs = {sign for lane in found for _, sign in lane.signs}
    means: tuple[tuple[Sign, Safe], ...] = (
        ("up", phrase("bought.up", "an entry that gave", language)), ("down", phrase("bought.down", "an entry that took", language)),
        ("cross", phrase("bought.cross", "an entry for nothing that you did", language)),
    )  # fmt: skip
    if not found:
        return None
    return Lanes(
        phrase("bought.picture", "The course of it, and what stood when", language), tuple(found), chronicle.moment.day,
        tuple((sign, words) for sign, words in means if sign in signs),
    )  # fmt: skip


def score_lane(regime: Regime, dossier: Dossier, language: str) -> Lane:
    """Return the course of a score between the least and the most that its scale holds."""
    scale, course = regime.scale, dossier.course
    values = [score for _, score in course]
    least, most = min([scale.least, *values]), max([scale.most, *values])
    if 0 < max(values) - min(values) < (most - least) / 50:
        least, most = min(values), max(values)
    return Lane(
        safe(regime.title.read(language)), tuple((float(day), float(score)) for day, score in course), least, most,
        says=number(scale, course[-1][1]),
    )  # fmt: skip


def _marks(log: Log, regime: Regime) -> tuple[tuple[int, Sign], ...]:
    theirs = {id(one) for marks in log.followed.values() for one in marks}
    found: list[tuple[int, Sign]] = []
    for one in log.consequences:
        if one.regime == regime.id and one.kind == "mark" and one.valence:
            silent = not one.by and one.whom == SELF
            yours = id(one) in theirs or silent
            found.append((one.day, "cross" if not yours else "up" if one.valence > 0 else "down"))
    return tuple(found)


def _door_lanes(log: Log, language: str) -> list[Lane]:
    chronicle = log.chronicle
    spans: dict[tuple[str, str], list[Span]] = {}
    for spell in doors.spells(chronicle):
        good = chronicle.setup.regime[spell.regime].measure[spell.measure].welcome
        spans.setdefault((spell.regime, spell.measure), []).append(
            Span(spell.since, spell.until or chronicle.moment.day, good)
        )
    return [
        Lane(
            chronicle.setup.regime[regime].measure[measure].title.read(language), spans=tuple(found),
            says=MEASURES[chronicle.setup.regime[regime].measure[measure].kind].read(language),
        )
        for (regime, measure), found in spans.items()
    ]  # fmt: skip
