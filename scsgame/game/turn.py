"""One move, and all that followed until the next scene lies on the table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from scsgame.game.moment import Moment, today
from scsgame.game.moves import Choose, Enrol, Look, Move, Pay, Plead, Withdraw
from scsgame.game.offers import Offer
from scsgame.game.passing import Log, Passed, advance, hear_all, take_up, with_dossier
from scsgame.game.pleas import IllegalMove, newest_target, plead
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
    if before.ending:
        raise IllegalMove("this life is over")
    log = Log()
    result = NOTHING_SAID
    match move:
        case Choose(scene, choice):
            offer = _offer(before, scene, choice)
            result = offer.choice.result
            after = advance(_settle(before, offer, log), log)
        case Pay(bill):
            if not any(owed.bill == bill for owed in before.life.owed):
                raise IllegalMove("there is no such bill to pay")
            step = pay(before.setup.life, before.life, bill, before.setup.vocabulary)
            log.acts.extend(step.acts)
            after = hear_all(replace(before, life=step.state), step.acts, log)
        case Enrol(regime) | Withdraw(regime):
            after = _enrol(before, regime, isinstance(move, Enrol), log)
        case Plead(regime, redress, target, text):
            after = plead(before, regime, redress, target, text)
        case Look(regime):
            if regime not in before.setup.regime:
                raise IllegalMove("that regime has no part in this life")
            after = before
        case _:
            raise IllegalMove("this move cannot be made here")
    return Turn(
        number,
        move,
        before,
        after,
        before.table if isinstance(move, Choose) else None,
        before.offers if isinstance(move, Choose) else (),
        result,
        log.closed(),
    )


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
        raise IllegalMove(f"the scene {scene_id} cannot come here any more")
    return replace(moment, table=found)


def _offer(moment: Moment, scene: str, choice: str) -> Offer:
    if moment.table is None or moment.table.scene.id != scene:
        raise IllegalMove("that scene is not on the table")
    for offer in moment.offers:
        if offer.choice.id == choice:
            if not offer.open:
                raise IllegalMove("that choice is closed")
            return offer
    raise IllegalMove("that choice is not offered")


def _settle(moment: Moment, offer: Offer, log: Log) -> Moment:
    """Let the choice become acts, and let the regimes hear of them."""
    setup = moment.setup
    table = cast(Table, moment.table)
    step = enact(setup.life, moment.life, table, offer.choice, setup.vocabulary, setup.chance, offer.price)
    moment = replace(moment, life=step.state, table=None)
    if table.regime:
        moment = _ask(moment, table.regime, offer, log)
    log.acts.extend(step.acts)
    return hear_all(moment, step.acts, log)


def _ask(moment: Moment, regime: str, offer: Offer, log: Log) -> Moment:
    """Do what an encounter's choice asks of its regime."""
    at = moment.setup.at[regime]
    choice = offer.choice
    if choice.moods:
        moment = with_dossier(moment, at, move_counters(moment.dossiers[at], choice.moods))
    if choice.asks:
        joins = choice.asks == "enrol"
        if moment.dossiers[at].facts["enrolled"] != joins:
            moment = _enrol(moment, regime, joins, log)
    if choice.pleads:
        target = newest_target(moment, regime, choice.pleads)
        if target:
            moment = plead(moment, regime, choice.pleads, target, "", at_a_desk=True)
    return moment





def _enrol(moment: Moment, regime_id: str, joins: bool, log: Log) -> Moment:
    regime = moment.setup.regime.get(regime_id)
    if regime is None or not regime.opt_in:
        raise IllegalMove("one does not join or leave this")
    at = moment.setup.at[regime_id]
    enrolled = moment.dossiers[at].facts["enrolled"]
    if enrolled == joins:
        raise IllegalMove("that is so already")
    if not joins and not regime.may_leave:
        raise IllegalMove("nobody leaves this")
    hearing = enrol(regime, moment.dossiers[at], today(moment.setup, moment.life, regime), joins)
    return take_up(moment, at, hearing, log)










def what_if(turn: Turn, choice: str) -> Turn:
    """Return what would have followed had another offer of the same scene been taken, with the same luck."""
    if not isinstance(turn.move, Choose):
        raise IllegalMove("only choices have other choices beside them")
    return take(turn.before, Choose(turn.move.scene, choice), turn.number)

