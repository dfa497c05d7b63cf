"""Notices: what the person is told as it happens, and nothing that disclosure withholds."""

from __future__ import annotations

from collections.abc import Iterable

from scsgame.game.moment import Setup
from scsgame.game.passing import Event, Passed
from scsgame.game.stakes import Outcome
from scsgame.game.texts import say
from scsgame.game.told import disclosure, disclosure_in
from scsgame.game.views import NoticeView, Tone
from scsgame.game.wording import about, bracketed, counted, in_a_row, number, rated, tier_title, what_it_does
from scsgame.life.days import Happening
from scsgame.regime.charter import Regime
from scsgame.regime.intervention.rules import Mark
from scsgame.terms import Day, safe
from scsgame.tongue import phrase, sum_words

OF_LIFE = ("", "life")
"""What to ask about where a notice is the life's own."""


def notices(setup: Setup, passed: Passed, language: str) -> tuple[NoticeView, ...]:
    """Return what one is told of what came to pass, in the order of the days."""
    found = [notice for event in passed.events for notice in from_regime(setup, event, language)]
    found += [notice for outcome in passed.bets for notice in _of_bet(setup, outcome, language)]
    for day, happening in passed.happenings:
        notice = _from_life(setup, day, happening, language)
        if notice is not None:
            found.append(notice)
    return tuple(sorted(found, key=lambda notice: notice.day))


def from_regime(setup: Setup, event: Event, language: str) -> Iterable[NoticeView]:
    """Yield what one regime tells of one hearing."""
    regime = setup.regime[event.regime]
    hearing = event.hearing
    dossier = hearing.dossier
    told = disclosure(regime, dossier, setup.shows)
    name = regime.title.read(language)

    def notice(tone: Tone, text: str, subject: str) -> NoticeView:
        return NoticeView(event.day, tone, safe(text), regime.id, subject)

    for phase in hearing.turnings:
        turning = next(turning for turning in regime.turnings if turning.into == phase)
        words = turning.notice.read(language)
        if words:
            yield notice("neutral", words, f"turning/{phase}")
    yield from _of_marks(regime, event, _announced(regime, event, told.notice), setup, language)
    for _before, after in hearing.published:
        if told.score == "visible" and regime.scale.updates != "at_once":
            word = regime.word.read(language) or phrase("score", "score", language)
            tier = tier_title(regime, dossier.facts["tier"], language)
            shown = phrase(
                "notice.published",
                "{regime}: your {word} are now {score}",
                language,
                regime=name,
                word=word,
                score=number(regime.scale, after),
            )
            if tier:
                shown = bracketed(shown, tier, language)
            tone: Tone = "good" if after > _before else "bad" if after < _before else "neutral"
            yield notice(tone, phrase("sentence", "{words}.", language, words=shown), "regime")
    if told.notice != "never":
        for roll_id, on in hearing.listings:
            roll = regime.roll[roll_id]
            tone = "good" if roll.good == on else "bad"
            title = roll.title.read(language)
            text = (
                phrase("notice.listed", "{regime}: you are on the list “{list}”.", language, regime=name, list=title)
                if on
                else phrase(
                    "notice.unlisted", "{regime}: you are off the list “{list}”.", language, regime=name, list=title
                )
            )
            yield notice(tone, text, f"list/{roll_id}")
    for answer in hearing.answers:
        way = next(way for way in regime.redress if way.id == answer.case.redress)
        words = (way.granted if answer.granted else way.refused).read(language)
        subject = about(regime, dossier, answer.case.target, told, language)
        head = phrase("notice.answer", "{regime}, {way}, {about}: ", language, regime=name, way=way.title.read(language),
                      about=subject)  # fmt: skip
        granted, refused = (
            phrase("notice.granted", "granted.", language),
            phrase("notice.refused", "refused.", language),
        )
        outcome = words or (granted if answer.granted else refused)
        yield notice("good" if answer.granted else "bad", head + outcome, f"redress/{way.id}")
    if told.measures:
        for measure_id, begins in hearing.measures:
            measure = regime.measure[measure_id]
            words = (measure.starts if begins else measure.ends).read(language)
            what = what_it_does(measure, setup.vocabulary, language)
            title = measure.title.read(language)
            text = words or (
                phrase("notice.begins", "{title}: {what}.", language, title=title, what=what)
                if begins
                else phrase("notice.ended", "{title} has ended.", language, title=title)
            )
            tone = "good" if measure.welcome == begins else "bad"
            yield notice(tone, text, f"measure/{measure_id}")


def _announced(regime: Regime, event: Event, notice: str) -> tuple[Mark, ...]:
    """Return the marks one hears of now: as they are made, or with the update that counts them."""
    hearing = event.hearing
    if notice == "at_once":
        return hearing.marks
    if notice == "with_update":
        uncounted = tuple(mark for mark in hearing.marks if not mark.points or regime.scale.kind == "none")
        return hearing.counted + uncounted
    return ()


def _of_marks(
    regime: Regime, event: Event, marks: Iterable[Mark], setup: Setup, language: str
) -> Iterable[NoticeView]:
    """Yield the marks one hears of; those of one rule that count alike are told once, with how many they are."""
    alike: dict[tuple[str, float], list[Mark]] = {}
    for mark in marks:
        alike.setdefault((mark.rule, mark.points), []).append(mark)
    for first, *more in alike.values():
        yield _of_mark(regime, event, first, 1 + len(more), setup, language)


def _of_mark(regime: Regime, event: Event, mark: Mark, count: int, setup: Setup, language: str) -> NoticeView:
    dossier = event.hearing.dossier
    told = disclosure(regime, dossier, setup.shows)
    title = regime.rule[mark.rule].title.read(language)
    numbers = told.score == "visible" and told.rules != "untold" and mark.points
    most, good_from = rated(regime.scale)
    if numbers:
        title = bracketed(title, counted(mark.points, most, language), language)
    better = mark.points - good_from
    tone: Tone = "neutral" if not mark.points else "good" if better > 0 else "bad" if better < 0 else "neutral"
    name = regime.title.read(language)
    text = (
        phrase("notice.mark", "{regime}: {title}.", language, regime=name, title=title)
        if count == 1
        else phrase(
            "notice.marks", "{regime}, {count} times: {title}.", language, regime=name, count=count, title=title
        )
    )
    return NoticeView(event.day, tone, text, regime.id, f"mark/{mark.id}")


def _of_bet(setup: Setup, outcome: Outcome, language: str) -> Iterable[NoticeView]:
    """Yield what came of a bet, where the score is shown; else the debrief tells it."""
    bet = outcome.stake
    regime = setup.regime[bet.regime]
    told = disclosure_in(regime, outcome.phase, setup.shows)
    if outcome.came is None or told.score != "visible":
        return
    text = phrase(
        "notice.bet",
        "{regime}: you bet on {said}; it is {came}.",
        language,
        regime=regime.title.read(language),
        said=number(regime.scale, bet.said),
        came=number(regime.scale, outcome.came),
    )
    yield NoticeView(bet.due, "neutral", text, regime.id, "regime")


def _from_life(setup: Setup, day: Day, happening: Happening, language: str) -> NoticeView | None:
    kind, _, which = happening.what.partition(" ")
    title = happening.text.read(language)
    unit = next((meter.unit.read(language) for meter in setup.life.meters if meter.id == "money"), "")
    if kind == "bill":
        bill = next(bill for bill in setup.life.bills if bill.id == which)
        text = phrase(
            "notice.bill",
            "A bill has come: {title}, {amount}, due on day {day}.",
            language,
            title=title,
            amount=sum_words(f"{bill.amount:,}", unit, language),
            day=day + bill.grace,
        )
        return NoticeView(day, "neutral", safe(text), *OF_LIFE)
    if kind == "overdue":
        return NoticeView(
            day, "bad", phrase("notice.overdue", "A bill is past its date: {title}.", language, title=title), *OF_LIFE
        )
    if kind == "tide" and happening.effects:
        gains = all(change > 0 for _, change in happening.effects)
        moved = in_a_row([_moved(setup, meter, change, language) for meter, change in happening.effects], language)
        text = phrase("notice.tide", "{title}: {gain}.", language, title=title, gain=moved)
        return NoticeView(day, "good" if gains else "neutral", text, *OF_LIFE)
    if kind == "later" and title:
        its = happening.text.spoken(language)
        names = {
            slot: person.name.read(its)
            for slot, who in happening.cast
            for person in setup.life.people
            if person.id == who
        }
        change = sum(change for _, change in happening.effects)
        tone: Tone = "good" if change > 0 else "bad" if change < 0 else "neutral"
        text = say(happening.text, its, names)
        if happening.effects:
            moved = in_a_row(
                [_moved(setup, meter, change, language) for meter, change in happening.effects], language
            )
            text = bracketed(text, moved, language)
        return NoticeView(day, tone, text, *OF_LIFE)
    return None


def _moved(setup: Setup, name: str, change: int, language: str) -> str:
    """Return by how much a meter has moved: a sum where it has a unit, else with its name."""
    meter = next(meter for meter in setup.life.meters if meter.id == name)
    unit = meter.unit.read(language)
    if unit:
        return sum_words(f"{change:+,}", unit, language)
    return phrase(
        "notice.moved", "{meter} {change}", language, meter=meter.title.read(language), change=f"{change:+}"
    )
