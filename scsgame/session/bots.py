"""Players that are no persons: they choose by named luck, so that a seed gives the same life again."""

from __future__ import annotations

from scsgame.game.chronicle import Chronicle
from scsgame.game.moves import Choose, Move, Pay
from scsgame.terms import Chance


def at_random(chronicle: Chronicle, bot: str = "random") -> Move:
    """Return any choice that is open; now and then a bill is paid first."""
    moment = chronicle.moment
    chance = Chance(f"{chronicle.setup.seed}/{bot}")
    turn = len(chronicle.turns)
    for owed in moment.life.owed:
        if chance.draw("pays", turn, owed.bill, owed.due) < 0.15:
            return Pay(owed.bill)
    if moment.table is None:
        raise ValueError("there is nothing to choose")
    found = [offer for offer in moment.offers if offer.open]
    return Choose(moment.table.scene.id, chance.pick(found, "chooses", turn).choice.id)
