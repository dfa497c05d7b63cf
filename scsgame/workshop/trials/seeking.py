"""Lives lived on purpose: for what no ordinary player reached, somebody who knows the rules tries to get there.

Where that is not enough, several lives are lived abreast by somebody who also knows what comes of each choice (foresight).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.moves import Choose, Enrol, Move, Pay, Plead, written
from scsgame.game.pleas import IllegalMove, open_to, told_targets
from scsgame.packs.nouns import Library
from scsgame.terms import Chance
from scsgame.workshop.trials.foresight import foresee
from scsgame.workshop.trials.lives import MOST_TURNS
from scsgame.workshop.trials.rooms import Room, values_of
from scsgame.workshop.trials.things import Thing
from scsgame.workshop.trials.wants import Wants
from scsgame.workshop.trials.witnesses import Notes, Replay

SEEKER = "seeker"


class Search(NamedTuple):
    """One thing to seek, in these rooms, in so many lives; or in each of them with foresight, with so many lives abreast."""

    thing: Thing
    rooms: tuple[Room, ...]
    lives: int
    seed: str
    abreast: int = 0


def seek(library: Library, search: Search) -> Replay | None:
    """Return the first replay that reaches the thing, or None when none of so many lives did."""
    if search.abreast:
        return foresee(library, search.thing, search.rooms, search.lives, search.seed, search.abreast)
    rooms = _likeliest(library, search)
    for number in range(search.lives if rooms else 0):
        room = rooms[number % len(rooms)]
        seed = f"{search.seed}-seek-{number}"
        setup = _setup(library, room, seed)
        wants = Wants(setup)
        wants.want(search.thing)
        moves = _live(setup, wants, search.thing, number)
        if moves is not None:
            return Replay(room.life, room.regimes, seed, setup.values, moves, SEEKER, search.thing.asked)
    return None


def _setup(library: Library, room: Room, seed: str) -> Setup:
    life = library.lives[room.life]
    regimes = tuple(library.regimes[name] for name in room.regimes)
    return Setup(life, regimes, library.vocabulary, seed, "as_is", values_of(life, seed))


def _likeliest(library: Library, search: Search) -> list[Room]:
    """Return the rooms in which most of what the thing needs can come at all."""
    counted = []
    for room in search.rooms:
        wants = Wants(_setup(library, room, search.seed))
        wants.want(search.thing)
        counted.append((len({thing.home for thing in wants.asked}), room))
    most = max((count for count, _ in counted), default=0)
    return [room for count, room in counted if count >= min(most, 2)]


def searches(things: Sequence[Thing], rooms: Sequence[Room], lives: int, seed: str) -> list[Search]:
    """Return a search for each thing, in the rooms where it could come, those with most regimes last."""
    found = []
    for thing in things:
        fit = [room for room in rooms if thing.home == room.life or thing.home in room.regimes]
        found.append(Search(thing, tuple(fit), lives, seed))
    return found


def _live(setup: Setup, wants: Wants, thing: Thing, number: int) -> tuple[tuple[str, ...], ...] | None:
    notes = Notes(setup)
    moves: list[tuple[str, ...]] = []
    chronicle = begin(setup)
    reached = thing in set(notes.passed(chronicle.morning)) | set(notes.table(chronicle))
    while not reached:
        offers = [offer for offer in chronicle.moment.offers if offer.open]
        if chronicle.over or not offers or len(moves) > MOST_TURNS:
            return None
        move = _move(chronicle, wants, thing, number)
        table = chronicle.moment.table
        try:
            chronicle = chronicle.then(move)
        except IllegalMove:
            return None
        moves.append(tuple(written(move)))
        came = [
            *notes.taken(table.regime if table else "", move),
            *notes.passed(chronicle.turns[-1].passed),
            *notes.table(chronicle),
        ]
        reached = thing in came
    return tuple(moves)


def _move(chronicle: Chronicle, wants: Wants, thing: Thing, number: int) -> Move:
    moment, setup = chronicle.moment, chronicle.setup
    luck, turn = Chance(f"{setup.seed}/{SEEKER}"), len(chronicle.turns)
    for regime, dossier in zip(setup.regimes, moment.dossiers, strict=True):
        if regime.opt_in and not dossier.facts["enrolled"] and number % 4 < 3:
            return Enrol(regime.id)
        for way in regime.redress:
            if way.id in wants.pleads and thing.home == regime.id and open_to(way, moment.life.facts, dossier):
                about = next(told_targets(setup, setup.at[regime.id], dossier, way), None)
                if about is not None:
                    return Plead(regime.id, way.id, about[0])
    for owed in moment.life.owed:
        bill = next(bill for bill in setup.life.bills if bill.id == owed.bill)
        paid = wants.acts.get(bill.late_act if owed.overdue else bill.paid_act, 0.0) - wants.acts.get(
            bill.missed_act, 0.0
        ) * (not owed.overdue)
        if paid > 0 or (paid == 0 and luck.draw("pays", turn, owed.bill) < 0.5):
            return Pay(owed.bill)
    assert moment.table is not None
    scene = moment.table.scene.id
    offers = [offer for offer in moment.offers if offer.open]
    if luck.draw("whim", turn) < 0.05 + 0.02 * (number % 8):
        return Choose(scene, luck.pick(offers, "picks", turn).choice.id)
    best = max(offers, key=lambda offer: (wants.worth(scene, offer.choice), luck.draw("ties", turn, offer.choice.id)))
    return Choose(scene, best.choice.id)
