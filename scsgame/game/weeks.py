"""The end of a week: what moved, where one stands, which doors have changed, what one was told."""

from __future__ import annotations

from scsgame.game.apps import regime_view
from scsgame.game.chronicle import Chronicle
from scsgame.game.doorways import asked_about_door, tells_of_measures
from scsgame.game.moment import Moment
from scsgame.game.notices import notices
from scsgame.game.told import known_to
from scsgame.game.views import (
    DoorView,
    NoticeView,
    StandingView,
    WeekView,
)
from scsgame.game.wording import in_a_row, stands
from scsgame.life.state import LifeState
from scsgame.terms import Day
from scsgame.tongue import phrase


def week_end(chronicle: Chronicle, language: str) -> WeekView | None:
    """Return the week that the last move brought to its end, if it did."""
    if not chronicle.turns:
        return None
    last = chronicle.turns[-1]
    week = last.before.life.facts["week"]
    if last.after.life.facts["week"] == week and not last.after.ending:
        return None
    turns = [turn for turn in chronicle.turns if turn.before.life.facts["week"] == week]
    setup = chronicle.setup
    passed = [turn.passed for turn in chronicle.turns if turn.before.life.facts["week"] >= week - 1]
    told: list[NoticeView] = [
        notice
        for part in ((chronicle.morning, *passed) if week == 1 else passed)
        for notice in notices(setup, part, language)
        if (notice.day - 1) // 7 + 1 == week
    ]
    moment = last.after
    before = _evening(chronicle, (week - 1) * 7) or turns[0].before.life
    after = _evening(chronicle, week * 7) or moment.life
    return WeekView(
        week,
        tuple(
            (meter.title.read(language), before.facts[meter.id], after.facts[meter.id]) for meter in setup.life.meters
        ),
        sum(1 for turn in turns if turn.taken),
        tuple(told),
        tuple(_standing(moment, at, language) for at in known_to(moment)),
        tuple(_door_lines(moment, language)),
    )


def _evening(chronicle: Chronicle, day: Day) -> LifeState | None:
    """Return the life as the evening of a day left it: what Monday morning brings is told, and counted, in its own week."""
    return next(
        (life for turn in reversed(chronicle.turns) for life in turn.passed.evenings if life.facts["day"] == day),
        None,
    )


def _standing(moment: Moment, at: int, language: str) -> StandingView:
    view = regime_view(moment, at, language)
    words: list[str] = (
        [stands(view.score or "", view.word, view.tier or "", language)] if view.score or view.tier else []
    )
    words += [str(entry.title) for entry in view.lists if entry.since is not None]
    shown = (
        in_a_row(words, language)
        if words
        else phrase("standing.nothing", "nothing is shown", language)
        if view.enrolled
        else phrase("standing.not_in", "not taking part", language)
    )
    return StandingView(view.title, shown, (view.id, view.subject))


def _door_lines(moment: Moment, language: str) -> list[DoorView]:
    setup = moment.setup
    lines = []
    for service, door in sorted(moment.doors.touched.items()):
        told = all(tells_of_measures(moment, regime) for regime, _ in door.by)
        if told:
            if not door.open:
                state = phrase("door.closed", "closed", language)
            elif door.price == 0:
                state = phrase("door.waived", "waived", language)
            elif door.price == 1:
                state = phrase("door.open", "open", language)
            else:
                state = phrase("door.price", "at {share}", language, share=f"{door.price:.0%}")
            title = setup.vocabulary.services[service].title.read(language)
            lines.append(DoorView(title, state, asked_about_door(moment, door)))
    return lines
