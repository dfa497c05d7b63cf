"""One move, and all that followed until the next scene lies on the table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from scsgame.game.bets import stake
from scsgame.game.moment import Moment, today
from scsgame.game.moves import Bet, Choose, Enrol, Look, Move, Pay, Plead, Withdraw
from scsgame.game.offers import Offer
from scsgame.game.passing import Passage, Passed
from scsgame.game.pleas import IllegalMove, open_to, plead, targets, way_of
from scsgame.game.told import known_to
from scsgame.life.days import enact, pay
from scsgame.life.dealing import Table, fill
from scsgame.regime.proceedings import enrol, move_counters
from scsgame.terms import NOTHING_SAID, Day, Saying


@dataclass(frozen=True, slots=True)
class Turn:
    """One move and all that followed, and all that was passed over.

    `offers` are what stood open and closed, `passed` is all that came of it until the next scene lay on the
    table; `before` and `after` are the moments on either side.
    """

    number: int
    move: Move
    before: Moment
    after: Moment
    table: Table | None
    offers: tuple[Offer, ...]
    result: Saying
    passed: Passed

    @property
    def day(self) -> Day:
        """Return the day of the move."""
        return self.before.day

    @property
    def taken(self) -> Offer | None:
        """Return the offer that was taken, if the move was a choice."""
        if not isinstance(self.move, Choose):
            return None
        return next((offer for offer in self.offers if offer.choice.id == self.move.choice), None)


def take(before: Moment, move: Move, number: int = 1) -> Turn:
    """Return the turn that this move makes; the moment it starts from is left as it was.

    So *what would have followed* is asked by taking another move from the same moment. Raises IllegalMove.
    """
    passage, result = _make(before, move)
    if isinstance(move, Choose):
        passage.advance()
    table, offers = (before.table, before.offers) if isinstance(move, Choose) else (None, ())
    return Turn(number, move, before, passage.moment(), table, offers, result, passage.passed())


def deed(before: Moment, move: Move) -> tuple[Moment, Passed]:
    """Return the moment just after a move, before any night goes by, and what had come of it by then.

    So a debrief can ask what another choice would have brought without living on from it. Raises IllegalMove.
    """
    passage, _ = _make(before, move)
    return passage.moment(), passage.passed()


def _make(before: Moment, move: Move) -> tuple[Passage, Saying]:
    """Make a move, and return the passage it began with the words that answer it."""
    if before.ending:
        raise IllegalMove("illegal.over", "this life is over")
    if isinstance(move, Enrol | Withdraw | Plead | Look | Bet):
        _heard_of(before, move.regime)
    passage = Passage(before)
    result = NOTHING_SAID
    match move:
        case Choose(scene, choice):
            offer = _offer(before, scene, choice)
            result = offer.choice.result
            _settle(passage, offer)
        case Pay(bill):
            _pay(passage, bill)
        case Enrol(regime) | Withdraw(regime):
            _enrol(passage, regime, isinstance(move, Enrol))
        case Plead(regime, redress, target, text):
            plead(passage, regime, redress, target, text)
        case Look():
            pass
        case Bet(regime, score):
            passage.stakes += (stake(before, regime, score),)
        case _:
            raise IllegalMove("illegal.not_here", "this move cannot be made here")
    return passage, result


def _heard_of(moment: Moment, regime: str) -> None:
    """See to it that somebody turns to a system they know of; one that is kept secret is as if it were not there."""
    at = moment.setup.at.get(regime)
    if at is None or at not in known_to(moment):
        raise IllegalMove("illegal.no_regime", "that regime has no part in this life")


def force(moment: Moment, scene_id: str) -> Moment:
    """Return the moment with this scene on the table instead; used when a pack has changed under a save.

    Raises IllegalMove when there is no such scene.
    """
    setup = moment.setup
    found: Table | None = None
    scene = setup.life.by_id.get(scene_id)
    if scene is not None:
        cast_ = fill(scene, setup.life.people, moment.life.facts, setup.chance)
        found = None if cast_ is None else Table(scene, cast_)
    for regime in setup.regimes:
        for encounter in regime.encounters:
            if encounter.id == scene_id:
                cast_ = fill(encounter, setup.life.people, moment.life.facts, setup.chance)
                found = None if cast_ is None else Table(encounter, cast_, regime.id)
    if found is None:
        raise IllegalMove("illegal.no_scene", "the scene {scene} cannot come here any more", scene=scene_id)
    return replace(moment, table=found)


def _offer(moment: Moment, scene: str, choice: str) -> Offer:
    if moment.table is None or moment.table.scene.id != scene:
        raise IllegalMove("illegal.not_on_table", "that scene is not on the table")
    for offer in moment.offers:
        if offer.choice.id == choice:
            if not offer.open:
                raise IllegalMove("illegal.closed", "that choice is closed")
            return offer
    raise IllegalMove("illegal.not_offered", "that choice is not offered")


def _settle(passage: Passage, offer: Offer) -> None:
    """Let the choice become acts, and let the regimes hear of them."""
    setup, table = passage.setup, cast("Table", passage.table)
    step = enact(setup.life, passage.life, table, offer.choice, setup.vocabulary, setup.chance, offer.price)
    passage.life, passage.table = step.state, None
    if table.regime:
        _ask(passage, table.regime, offer)
    passage.done(passage.life, step.acts)


def _ask(passage: Passage, regime_id: str, offer: Offer) -> None:
    """Do what an encounter's choice asks of its regime."""
    at = passage.setup.at[regime_id]
    regime, choice = passage.setup.regimes[at], offer.choice
    if choice.moods:
        passage.dossiers[at] = move_counters(passage.dossiers[at], choice.moods)
    joins = choice.asks == "enrol"
    possible = regime.opt_in and (joins or regime.may_leave)
    if choice.asks and possible and passage.dossiers[at].facts["enrolled"] != joins:
        _enrol(passage, regime_id, joins)
    way = way_of(regime, choice.pleads) if choice.pleads else None
    if way is not None and open_to(way, passage.life.facts, passage.dossiers[at]):
        found = next(targets(regime, passage.dossiers[at], way), None)
        if found is not None:
            plead(passage, regime_id, way.id, found[0], "", at_a_desk=True)


def _pay(passage: Passage, bill: str) -> None:
    if not any(owed.bill == bill for owed in passage.life.owed):
        raise IllegalMove("illegal.no_bill", "there is no such bill to pay")
    step = pay(passage.setup.life, passage.life, bill, passage.setup.vocabulary)
    passage.done(step.state, step.acts)


def _enrol(passage: Passage, regime_id: str, joins: bool) -> None:
    regime = passage.setup.regime.get(regime_id)
    if regime is None or not regime.opt_in:
        raise IllegalMove("illegal.no_joining", "one does not join or leave this")
    at = passage.setup.at[regime_id]
    if passage.dossiers[at].facts["enrolled"] == joins:
        raise IllegalMove("illegal.so_already", "that is so already")
    if not joins and not regime.may_leave:
        raise IllegalMove("illegal.no_leaving", "nobody leaves this")
    passage.take_up(at, enrol(regime, passage.dossiers[at], today(passage.setup, passage.life, regime), joins))


def what_if(turn: Turn, choice: str) -> Turn:
    """Return what would have followed had another offer of the same scene been taken, with the same luck."""
    if not isinstance(turn.move, Choose):
        raise IllegalMove("illegal.no_beside", "only choices have other choices beside them")
    return take(turn.before, Choose(turn.move.scene, choice), turn.number)
