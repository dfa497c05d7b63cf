"""Players that are no persons: they choose by named luck, so that a seed gives the same life again.

Each leans one way, and once in eight moves follows a whim, as people do. None of them is how one ought to live.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from scsgame.game.chronicle import Chronicle
from scsgame.game.moves import Choose, Move, Pay
from scsgame.game.offers import Offer
from scsgame.life.scenes import Choice
from scsgame.regime.charter import Regime
from scsgame.regime.intervention.rules import Rule
from scsgame.terms import Chance

Policy: TypeAlias = Callable[[Chronicle], Move]
Worth: TypeAlias = Callable[[Chronicle, Offer], float]

WHIM = 0.125
"""How often a bot that leans one way chooses like anybody."""

LISTED = 20.0
"""What a list is worth to somebody who looks at scores: a good one so many points, a bad one so many lost."""


def at_random(chronicle: Chronicle, bot: str = "random") -> Move:
    """Return any choice that is open; now and then a bill is paid first."""
    return _bill(chronicle, bot, 0.15) or _luck(chronicle, bot)


def payer(chronicle: Chronicle, bot: str = "payer") -> Move:
    """Return any choice that is open, once every bill is paid."""
    return _bill(chronicle, bot, 1.0) or _luck(chronicle, bot)


def non_payer(chronicle: Chronicle, bot: str = "non_payer") -> Move:
    """Return any choice that is open, and never pay a bill."""
    return _luck(chronicle, bot)


def careful(chronicle: Chronicle, bot: str = "careful") -> Move:
    """Return the choice that the published rules would count as the best; pay every bill at once."""
    return _bill(chronicle, bot, 1.0) or _leaning(
        chronicle, bot, lambda life, offer: _standing(life, offer, told=True)
    )


def insider(chronicle: Chronicle, bot: str = "insider") -> Move:
    """Return the choice that all rules, the secret ones too, would count as the best; pay every bill at once."""
    return _bill(chronicle, bot, 1.0) or _leaning(chronicle, bot, _standing)


def contrarian(chronicle: Chronicle, bot: str = "contrarian") -> Move:
    """Return the choice that the regimes would count as the worst; pay no bill."""
    return _leaning(chronicle, bot, lambda life, offer: -_standing(life, offer))


def repentant(chronicle: Chronicle, bot: str = "repentant") -> Move:
    """Live like the contrarian until a bad list or the last week or so comes, and then look at the published rules."""
    moment = chronicle.moment
    listed = any(
        dossier.facts[f"listed({roll.id})"] and not roll.good
        for regime, dossier in zip(chronicle.setup.regimes, moment.dossiers, strict=True)
        for roll in regime.rolls
    )
    late = moment.day > chronicle.setup.life.last_day * 7 // 8
    return careful(chronicle, bot) if listed or late else contrarian(chronicle, bot)


def thrifty(chronicle: Chronicle, bot: str = "thrifty") -> Move:
    """Return the choice that keeps the most money; pay every bill before it costs a fee."""
    return _bill(chronicle, bot, 1.0) or _leaning(chronicle, bot, _purse)


def sociable(chronicle: Chronicle, bot: str = "sociable") -> Move:
    """Return the choice that is best for the ties to others; pay a bill now and then."""
    return _bill(chronicle, bot, 0.3) or _leaning(chronicle, bot, _company)


def steadfast(chronicle: Chronicle, bot: str = "steadfast") -> Move:
    """Return the choice that stands by the values held, and keeps the self whole; pay the bills."""
    return _bill(chronicle, bot, 0.6) or _leaning(chronicle, bot, _backbone)


def restful(chronicle: Chronicle, bot: str = "restful") -> Move:
    """Return the choice that saves the most strength; pay a bill now and then."""
    return _bill(chronicle, bot, 0.3) or _leaning(chronicle, bot, lambda _, offer: _meter(offer.choice, "strength"))


def tireless(chronicle: Chronicle, bot: str = "tireless") -> Move:
    """Return the choice that costs the most strength, as somebody who never sits down; pay the bills."""
    return _bill(chronicle, bot, 0.6) or _leaning(chronicle, bot, lambda _, offer: -_meter(offer.choice, "strength"))


def least_used(chronicle: Chronicle, tally: Mapping[tuple[str, str], int], bot: str = "least_used") -> Move:
    """Return the open choice taken least so far, by a tally of (scene, choice) that its keeper carries on."""
    scene = _scene(chronicle)
    return _bill(chronicle, bot, 0.4) or _best(
        chronicle, bot, lambda _, offer: -float(tally.get((scene, offer.choice.id), 0))
    )


POLICIES: Mapping[str, Policy] = {
    "random": at_random,
    "payer": payer,
    "non_payer": non_payer,
    "careful": careful,
    "insider": insider,
    "repentant": repentant,
    "contrarian": contrarian,
    "thrifty": thrifty,
    "sociable": sociable,
    "steadfast": steadfast,
    "restful": restful,
    "tireless": tireless,
}
"""The bots by name."""


def _luck_of(chronicle: Chronicle, bot: str) -> Chance:
    return Chance(f"{chronicle.setup.seed}/{bot}")


def _scene(chronicle: Chronicle) -> str:
    if chronicle.moment.table is None:
        raise ValueError("there is nothing to choose")
    return chronicle.moment.table.scene.id


def _open(chronicle: Chronicle) -> list[Offer]:
    return [offer for offer in chronicle.moment.offers if offer.open]


def _bill(chronicle: Chronicle, bot: str, likely: float) -> Pay | None:
    chance = _luck_of(chronicle, bot)
    for owed in chronicle.moment.life.owed:
        if likely >= 1 or chance.draw("pays", len(chronicle.turns), owed.bill, owed.due) < likely:
            return Pay(owed.bill)
    return None


def _luck(chronicle: Chronicle, bot: str) -> Move:
    found = _luck_of(chronicle, bot).pick(_open(chronicle), "chooses", len(chronicle.turns))
    return Choose(_scene(chronicle), found.choice.id)


def _leaning(chronicle: Chronicle, bot: str, worth: Worth) -> Move:
    if _luck_of(chronicle, bot).draw("whim", len(chronicle.turns)) < WHIM:
        return _luck(chronicle, bot)
    return _best(chronicle, bot, worth)


def _best(chronicle: Chronicle, bot: str, worth: Worth) -> Move:
    chance, turn = _luck_of(chronicle, bot), len(chronicle.turns)
    ranked = [(worth(chronicle, offer), chance.draw("ties", turn, offer.choice.id), offer.choice.id)
              for offer in _open(chronicle)]  # fmt: skip
    return Choose(_scene(chronicle), max(ranked)[2])


def _meter(choice: Choice, meter: str) -> float:
    return float(sum(change for which, change in choice.effects if which == meter))


def _purse(_: Chronicle, offer: Offer) -> float:
    back = sum(change for later in offer.choice.later for meter, change in later.effects if meter == "money")
    return _meter(offer.choice, "money") - offer.price + back / 2


def _company(_: Chronicle, offer: Offer) -> float:
    bonds = sum(change for _, change in offer.choice.bonds)
    return _meter(offer.choice, "ties") + bonds / 4


def _backbone(chronicle: Chronicle, offer: Offer) -> float:
    choice, held = offer.choice, chronicle.setup.values
    stands = sum(2 if value in held else 1 for value in choice.upholds)
    falls = sum(2 if value in held else 1 for value in choice.betrays)
    return _meter(choice, "self") + 2 * (stands - falls)


def _standing(chronicle: Chronicle, offer: Offer, told: bool = False) -> float:
    choice = offer.choice
    worth = {"": 0.0, "enrol": 50.0, "withdraw": -50.0}[choice.asks] + (5.0 if choice.pleads else 0.0)
    for regime in chronicle.setup.regimes:
        for act in choice.acts:
            seen = max((observer.reliability for observer in regime.observers_by_act.get(act, ())), default=0.0)
            rules = [rule for rule in regime.rules_by_act.get(act, ()) if rule.told or not told]
            worth += seen * sum(_counts(regime, rule) for rule in rules)
    return worth


def _counts(regime: Regime, rule: Rule) -> float:
    if rule.whose != "self":
        return 0.0
    good = {roll.id: roll.good for roll in regime.rolls}
    listed = (LISTED if good[rule.lists] else -LISTED) if rule.lists else 0.0
    return rule.points * regime.weights.get(rule.factor, 1.0) + rule.rating + listed
