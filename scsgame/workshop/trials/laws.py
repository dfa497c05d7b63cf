"""Laws tried: in many lives one choice is changed to another, all luck held, and the two ends are compared."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.moves import Choose, Enrol, Move, Pay, written
from scsgame.packs.nouns import Library
from scsgame.workshop.trials.lives import MOST_TURNS
from scsgame.workshop.trials.players import player
from scsgame.workshop.trials.promises import Law
from scsgame.workshop.trials.rooms import values_of
from scsgame.workshop.trials.witnesses import Replay

_BY = ("random", "non_payer", "sociable")


class Tried(NamedTuple):
    """A law, in how many lives it could be tried, and where it broke: in words, and the two lives."""

    law: Law
    tried: int
    broken: str = ""
    as_lived: Replay | None = None
    as_changed: Replay | None = None
    day: int = 0


def try_law(library: Library, law: Law, seed: str, lives: int = 0) -> Tried:
    """Try a law in many lives, and stop at the first that breaks it."""
    life = library.lives[law.life]
    rooms = [law.regimes] if law.regimes else [(name,) for name in library.regimes]
    tried = 0
    for number in range(lives or law.lives):
        name = f"{seed}-law-{number}"
        regimes = tuple(library.regimes[at] for at in rooms[number % len(rooms)])
        setup = Setup(life, regimes, library.vocabulary, name, "as_is", values_of(life, name))
        lived = _live(setup, _BY[number % len(_BY)])
        at = _chance_for(law, lived)
        if at is None:
            continue
        changed = _changed(law, lived, at)
        tried += 1
        broken = _compare(law, lived, changed)
        if broken:
            return Tried(
                law, tried, broken, _replay(lived, law.name), _replay(changed, law.name), _up_to(lived, at).moment.day
            )
    return Tried(law, tried)


def _live(setup: Setup, name: str) -> Chronicle:
    someone, chronicle = player(name), begin(setup)
    for regime in setup.regimes:
        if regime.opt_in:
            chronicle = chronicle.then(Enrol(regime.id))
    while (
        not chronicle.over
        and len(chronicle.turns) < MOST_TURNS
        and any(offer.open for offer in chronicle.moment.offers)
    ):
        chronicle = chronicle.then(someone.move(chronicle))
    return chronicle


def _up_to(lived: Chronicle, at: int) -> Chronicle:
    return Chronicle(lived.setup, lived.start, lived.morning, lived.turns[:at])


def _chance_for(law: Law, lived: Chronicle) -> int | None:
    """Return the first turn at which this life can be changed as the law says."""
    for at, turn in enumerate(lived.turns):
        move = turn.move
        if law.pay:
            due = any(_bill_fits(law, owed.bill) and not owed.overdue for owed in turn.before.life.owed)
            if due and not isinstance(move, Pay):
                return at
        elif isinstance(move, Choose) and move.scene == law.scene and move.choice != law.take:
            if law.instead_of and move.choice not in law.instead_of:
                continue
            if any(offer.open and offer.choice.id == law.take for offer in turn.offers):
                return at
    return None


def _bill_fits(law: Law, bill: str) -> bool:
    return law.pay in (bill, "all")


def _changed(law: Law, lived: Chronicle, at: int) -> Chronicle:
    """Return the life with the change made, and all later choices as they were, where their scenes still come."""
    chronicle = _up_to(lived, at)
    choices: dict[tuple[str, int], str] = {}
    seen: Counter[str] = Counter()
    paid: dict[tuple[str, int], int] = {}
    for number, turn in enumerate(lived.turns):
        if isinstance(turn.move, Choose):
            choices[turn.move.scene, seen[turn.move.scene]] = turn.move.choice
            seen[turn.move.scene] += 1
        elif isinstance(turn.move, Pay) and number >= at:
            bill = turn.move.bill
            due = next(owed.due for owed in turn.before.life.owed if owed.bill == bill)
            paid[bill, due] = turn.day
    first: Move = Choose(law.scene, law.take)
    if law.pay:
        first = Pay(
            next(owed.bill for owed in chronicle.moment.life.owed if _bill_fits(law, owed.bill) and not owed.overdue)
        )
    met = Counter(turn.move.scene for turn in lived.turns[:at] if isinstance(turn.move, Choose))
    if isinstance(first, Choose):
        met[first.scene] += 1
    chronicle = chronicle.then(first)
    while not chronicle.over and len(chronicle.turns) < MOST_TURNS:
        move = _as_before(chronicle, choices, met, paid)
        if move is None:
            break
        chronicle = chronicle.then(move)
        if isinstance(move, Choose):
            met[move.scene] += 1
    return chronicle


def _as_before(
    chronicle: Chronicle, choices: dict[tuple[str, int], str], met: Counter[str], paid: dict[tuple[str, int], int]
) -> Move | None:
    moment = chronicle.moment
    for owed in moment.life.owed:
        if paid.get((owed.bill, owed.due), 9999) <= moment.day:
            return Pay(owed.bill)
    offers = [offer.choice.id for offer in moment.offers if offer.open]
    if moment.table is None or not offers:
        return None
    scene = moment.table.scene.id
    asked = choices.get((scene, met[scene]))
    return Choose(scene, asked if asked in offers else offers[0])


def standing(chronicle: Chronicle) -> dict[str, float]:
    """Return what two lives are compared by: meters, each score, bad lists entered, closed offers met."""
    setup, moment = chronicle.setup, chronicle.moment
    found: dict[str, float] = {meter.id: moment.life.facts[meter.id] for meter in setup.life.meters}
    for regime, dossier in zip(setup.regimes, moment.dossiers, strict=True):
        if regime.scale.kind != "none":
            found[f"score {regime.id}"] = dossier.facts["score"]
    bad = {(regime.id, roll.id) for regime in setup.regimes for roll in regime.rolls if not roll.good}
    events = [*chronicle.morning.events, *(event for turn in chronicle.turns for event in turn.passed.events)]
    found["lists"] = sum((event.regime, roll) in bad for event in events for roll, on in event.hearing.listings if on)
    found["closed"] = sum(not offer.open for turn in chronicle.turns for offer in turn.offers)
    return found


def _compare(law: Law, lived: Chronicle, changed: Chronicle) -> str:
    before, after = standing(lived), standing(changed)
    for what, sign, word in [
        *((name, 1, "lower") for name in law.never_lower),
        *((name, -1, "higher") for name in law.never_higher),
    ]:
        for key in before:
            if key.split(" ")[0] == what and (after[key] - before[key]) * sign < 0:
                return f"{key} ends {word}: {after[key]:g} instead of {before[key]:g}"
    return ""


def _replay(lived: Chronicle, reaches: str) -> Replay:
    setup = lived.setup
    moves = tuple(tuple(written(turn.move)) for turn in lived.turns)
    return Replay(
        setup.life.id, tuple(regime.id for regime in setup.regimes), setup.seed, setup.values, moves, "law", reaches
    )
