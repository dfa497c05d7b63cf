"""Elsewhere: the same life under every other system, the same person in other circumstances, and what it would have taken."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from scsgame.debrief.chapters.bought import score_lane
from scsgame.debrief.chapters.page import Page, few, page
from scsgame.debrief.circumstances import same_person
from scsgame.debrief.comparing import compared, of_another_age
from scsgame.debrief.counterfactual_told import asked_first, told
from scsgame.debrief.elsewhere import Elsewhere, under
from scsgame.debrief.heed import Heed, somebody_waits
from scsgame.debrief.log import Log
from scsgame.debrief.pictures.picture import Lane, Lanes, Span
from scsgame.debrief.rule_by_rule import rule_by_rule
from scsgame.game.chronicle import Chronicle
from scsgame.game.rescore import Judgement, rescore
from scsgame.game.wording import stands
from scsgame.regime.charter import Regime
from scsgame.terms import SELF, safe
from scsgame.tongue import phrase

MOST_LANES = 30
"""So many systems are drawn at the most; the table has all."""


def elsewhere(
    log: Log, others: Sequence[Regime], language: str, heed: Heed = somebody_waits, apart: Collection[str] = ()
) -> Page:
    """Return the same life judged by every system, each alone, its own first; those `apart` are of another age, and stand in a table of their own."""
    chronicle = log.chronicle
    own = {(regime.id, regime.off) for regime in chronicle.setup.regimes}
    strange = [regime for regime in others if (regime.id, regime.off) not in own]
    regimes = [*chronicle.setup.regimes, *(regime for regime in strange if regime.id not in apart)]
    judged = [(regime, _judged(chronicle, regime, heed)) for regime in regimes]
    aged = [(regime, _judged(chronicle, regime, heed)) for regime in strange if regime.id in apart]
    rows = [under(regime, judgement, language) for regime, judgement in judged]
    far = [under(regime, judgement, language) for regime, judgement in aged]
    alike = same_person(chronicle, language, heed)
    doors = [
        told(log, door, language, heed) for regime in chronicle.setup.regimes for door in asked_first(log, regime)
    ]
    away = rows[len(chronicle.setup.regimes) :]
    return page(
        [*_says(away, language), *_set_apart(len(far), language), *(alike.says[:1] if alike is not None else ())],
        lanes(chronicle.moment.day, judged, rows, language),
        [
            compared(rows, language, _closed(judged)),
            of_another_age(far, language, _closed(aged)) if far else None,
            rule_by_rule(chronicle, judged, language),
            alike,
            *doors,
        ],
        _counted(log, judged),
    )


def _judged(chronicle: Chronicle, regime: Regime, heed: Heed) -> Judgement:
    heed()
    return rescore(chronicle, [regime])


def _closed(judged: Sequence[tuple[Regime, Judgement]]) -> list[int]:
    """Return the turns in which a choice was taken that any of these systems would have closed."""
    return sorted({one.turn for _, judgement in judged for one in judgement.not_liveable})


def _counted(log: Log, judged: Sequence[tuple[Regime, Judgement]]) -> list[int]:
    """Return the turns in which something was done that any of these systems would have counted."""
    marks = (mark for _, judgement in judged for event in judgement.events for mark in event.hearing.marks)
    known = {(mark.kind, mark.seen_on) for mark in marks if mark.by and mark.whom == SELF}
    return sorted({one.turn for one in log.decisions if one.turn and any(deed[:2] in known for deed in one.deeds)})


def _heard(row: Elsewhere) -> bool:
    return bool(row.reports or row.marks or row.lists)


def _says(away: Sequence[Elsewhere], language: str) -> Iterator[str]:
    if not away:
        yield phrase("elsewhere.alone", "There is no other system here to hold it against.", language)
        return
    heard = [row for row in away if _heard(row)]
    yield phrase(
        "elsewhere.sum",
        "The same acts, the same days, the same luck, before {count} other {count|system|systems}: {heard} would have heard of you, {listed} would have "
        "entered you on a list, {opened} would have opened something to you, {closed} closed something and {shown} shown you to others.",
        language, count=len(away), heard=len(heard), listed=sum(bool(row.lists) for row in heard),
        opened=sum(bool(row.opened) for row in heard), closed=sum(bool(row.closed) for row in heard), shown=sum(bool(row.shown) for row in heard),
    )  # fmt: skip
    hardest = max(heard, key=lambda row: (len(row.closed) - len(row.opened), len(row.lists)), default=None)
    if hardest is not None and hardest.closed:
        yield phrase("elsewhere.hardest", "The hardest on you: {regime} (closed: {names}).", language, regime=hardest.title,
                     names=few(hardest.closed, language))  # fmt: skip
    kindest = max(heard, key=lambda row: (len(row.opened) - len(row.closed), -len(row.lists)), default=None)
    if kindest is not None and kindest.opened and kindest is not hardest:
        yield phrase("elsewhere.kindest", "The kindest to you: {regime} (opened: {names}).", language, regime=kindest.title,
                     names=few(kindest.opened, language))  # fmt: skip
    shut = [row for row in away if row.not_liveable]
    if shut:
        yield phrase(
            "elsewhere.not_so",
            "{count} of them would have closed a choice that you took: there, this life could not have been lived as it was.",
            language,
            count=len(shut),
        )


def _set_apart(count: int, language: str) -> Iterator[str]:
    if count:
        yield phrase(
            "elsewhere.set_apart",
            "{count} {count|system|systems} of another age {count|is|are} not among them, and {count|has|have} a table apart.",
            language,
            count=count,
        )


def lanes(
    days: int, judged: Sequence[tuple[Regime, Judgement]], rows: Sequence[Elsewhere], language: str
) -> Lanes | None:
    """Return one life as every system counted it, and when something stood open or closed: one picture of all."""
    found: list[Lane] = []
    for (regime, judgement), row in zip(judged, rows, strict=True):
        if _heard(row):
            spans = _spans(regime, judgement, days)
            lane = score_lane(regime, judgement.dossiers[0], language) if row.course else Lane(safe(row.title))
            scale = regime.scale
            whole = (scale.least, scale.most) if row.course else (0.0, 0.0)
            says = stands(row.score, "", row.tier, language)
            found.append(lane._replace(least=whole[0], most=whole[1], spans=spans, says=says))
    if not found:
        return None
    title = phrase(
        "elsewhere.picture", "One life, each system between its own least and most; bars are doors", language
    )
    if len(found) > MOST_LANES:
        title = phrase(
            "elsewhere.not_drawn",
            "{title}; {count} more {count|stands|stand} only in the table",
            language,
            title=title,
            count=len(found) - MOST_LANES,
        )
    return Lanes(title, tuple(found[:MOST_LANES]), days)


def _spans(regime: Regime, judgement: Judgement, days: int) -> tuple[Span, ...]:
    """Return the times in which at least one welcome measure stood, and those in which at least one unwelcome one did."""
    found: list[Span] = []
    for good in (True, False):
        since, standing = 0, 0
        for event in judgement.events:
            for name, begins in event.hearing.measures:
                if regime.measure[name].welcome != good:
                    continue
                if begins and not standing:
                    since = event.day
                standing += 1 if begins else -1
                if not standing and not begins:
                    found.append(Span(since, event.day, good))
        if standing > 0:
            found.append(Span(since, days, good))
    return tuple(found)
