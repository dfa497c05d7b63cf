"""One turn told: the day and the scene, what was offered, what was taken, what was seen of it, and what it counted for."""

from __future__ import annotations

from typing import NamedTuple

from scsgame.debrief.deeds import consequence_words, decision_words, with_regime
from scsgame.debrief.log import Log
from scsgame.game.view import scene_view
from scsgame.game.wording import in_a_row
from scsgame.terms import SELF, Day, Safe
from scsgame.tongue import phrase


class Way(NamedTuple):
    """One way on, as it was offered: its words, whether it was taken, and what closed it."""

    text: Safe
    taken: bool
    closed_by: Safe


class Came(NamedTuple):
    """One thing that came of it, and what to ask *is this real?* about."""

    words: Safe
    regime: str
    subject: str


class ToldTurn(NamedTuple):
    """One turn: what lay on the table, every way on, who saw it, and what it counted for."""

    number: int
    day: Day
    scene: Safe
    ways: tuple[Way, ...]
    seen: tuple[Safe, ...]
    came: tuple[Came, ...]


def turn_told(log: Log, number: int, language: str = "en") -> ToldTurn:
    """Return one turn of a life."""
    turn = log.chronicle.turns[number - 1]
    decision = next((one for one in log.decisions if one.turn == number), None)
    view = scene_view(turn.before, language) if decision is not None and decision.sort == "choice" else None
    ways: tuple[Way, ...] = ()
    if view is not None and decision is not None:
        ways = tuple(Way(offer.text, offer.id == decision.choice.id, offer.closed_by) for offer in view.offers)
    elif decision is not None:
        ways = tuple(
            Way(decision_words(log, decision.number, language, option.id), at == decision.taken, Safe(""))
            for at, option in enumerate(decision.options)
        )
    return ToldTurn(
        number, turn.day, view.text if view is not None else Safe(""), ways, _seen(log, number, language),
        _came(log, number, language),
    )  # fmt: skip


def _seen(log: Log, number: int, language: str) -> tuple[Safe, ...]:
    """Return who looked for what was done, and whether it was reported."""
    setup = log.chronicle.setup
    found = []
    for decision in (one for one in log.decisions if one.turn == number):
        for watch in decision.choice.watches:
            regime = setup.regime[watch.regime]
            titles = {one.id: one.title.read(language) for one in regime.observers}
            by = [titles[sight.by] for sight in watch.sights if sight.whom == SELF]
            others = [titles[sight.by] for sight in watch.sights if sight.whom != SELF]
            if by:
                words = phrase(
                    "turn.seen", "reported by {whom}", language, whom=in_a_row(dict.fromkeys(by), language)
                )
            elif others:
                words = phrase(
                    "turn.pinned", "reported of somebody else by {whom}", language, whom=in_a_row(others, language)
                )
            else:
                names = in_a_row((titles[name] for name in watch.watchers), language)
                words = phrase("turn.missed", "missed by {whom}", language, whom=names)
            found.append(with_regime(log.chronicle, watch.regime, words, language))
    return tuple(found)


def _came(log: Log, number: int, language: str) -> tuple[Came, ...]:
    found = []
    for decision in (one for one in log.decisions if one.turn == number):
        for one in log.arrived[decision.number]:
            words = with_regime(log.chronicle, one.regime, consequence_words(log.chronicle, one, language), language)
            dated = phrase("procedures.on_day", "day {day}: {what}", language, day=one.day, what=words)
            found.append(Came(dated, one.regime, one.subject))
    return tuple(dict.fromkeys(found))
