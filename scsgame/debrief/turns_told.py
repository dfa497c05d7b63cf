"""One turn told: the day and the scene, what was offered, what was taken, what was seen of it, and what it counted for."""

from __future__ import annotations

from typing import NamedTuple

from scsgame.debrief.consequences import Consequence
from scsgame.debrief.deeds import consequence_words, decision_words, with_regime
from scsgame.debrief.log import Log
from scsgame.game.view import scene_view
from scsgame.game.views import WhyView
from scsgame.game.wording import MEASURES, REDRESS, in_a_row, rule_in_words, what_it_does
from scsgame.terms import SELF, Day, Safe
from scsgame.tongue import phrase


class Way(NamedTuple):
    """One way on, as it was offered: its words, whether it was taken, and what closed it."""

    text: Safe
    taken: bool
    closed_by: Safe


class Came(NamedTuple):
    """One thing that came of it, and what is known of the rule, list or measure behind it. Nothing is withheld here."""

    words: Safe
    known: WhyView


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
            found.append(Came(dated, _known(log, one, words, language)))
    return tuple(dict.fromkeys(found))


def _known(log: Log, one: Consequence, words: Safe, language: str) -> WhyView:
    """Return what is known of what stands behind a consequence."""
    setup = log.chronicle.setup
    regime = setup.regime[one.regime]
    lines = [words]
    match one.kind:
        case "mark" | "struck":
            rule = regime.rule[one.subject]
            title, kind = rule.title, phrase("turn.rule", "a rule", language)
            lines.append(rule_in_words(rule, setup.vocabulary, setup.offices, language))
        case "list":
            title, kind = regime.roll[one.subject].title, phrase("turn.list", "a list", language)
        case "measure" | "weekly":
            measure = regime.measure[one.subject]
            title, kind = measure.title, MEASURES[measure.kind].read(language)
            lines.append(what_it_does(measure, setup.vocabulary, language))
        case "answer":
            way = next(way for way in regime.redress if way.id == one.subject)
            title, kind = way.title, REDRESS[way.kind].read(language)
    return WhyView(
        title.read(language), kind, tuple(line for line in lines if line), one.provenance, regime.title.read(language)
    )
