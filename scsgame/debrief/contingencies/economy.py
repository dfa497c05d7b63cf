"""What sort of system a regime is, in the words of the laboratory: token economy, level system, response cost, lists."""

from __future__ import annotations

from typing import NamedTuple

from scsgame.conditions import Condition
from scsgame.regime.charter import Regime
from scsgame.terms import Safe
from scsgame.tongue import phrase


class Economy(NamedTuple):
    """What a regime does with what it counts.

    `levels` are the measures and lists that hang on the number or its tier; `gives` and `takes` the rules that add and
    that take points; `rates` says that others' ratings make the number. Nothing here is ever spent, so none of it is a token
    economy.
    """

    levels: tuple[str, ...]
    gives: tuple[str, ...]
    takes: tuple[str, ...]
    lists: tuple[str, ...]
    rates: bool

    @property
    def level_system(self) -> bool:
        """Say whether a height of the number opens or closes something."""
        return bool(self.levels)

    @property
    def response_cost(self) -> bool:
        """Say whether points already held are taken for what was done."""
        return bool(self.takes)


def economy(regime: Regime) -> Economy:
    """Return what a regime does with what it counts."""
    by_number = [measure.id for measure in regime.measures if _reads_number(measure.when)]
    by_number += [roll.id for roll in regime.rolls if roll.enters is not None and _reads_number(roll.enters)]
    numbered = regime.scale.kind in {"points", "factors"}
    return Economy(
        tuple(by_number),
        tuple(rule.id for rule in regime.rules if numbered and rule.points > 0),
        tuple(rule.id for rule in regime.rules if numbered and rule.points < 0),
        tuple(roll.id for roll in regime.rolls),
        regime.scale.kind == "ratings",
    )


def _reads_number(condition: Condition) -> bool:
    return any(atom.key in {"score", "tier"} for atom in condition.atoms())


def in_words(regime: Regime, language: str = "en") -> tuple[Safe, ...]:
    """Return what sort of system it is, in sentences."""
    found = economy(regime)
    title = regime.title.read(language)
    lines = []
    if regime.scale.kind == "none":
        lines.append(
            phrase("economy.none", "{regime} keeps no number. What it holds are entries and lists.", language, regime=title)
            if found.lists
            else phrase("economy.nothing", "{regime} keeps no number and no list.", language, regime=title)
        )  # fmt: skip
    elif found.rates:
        lines.append(phrase(
            "economy.rates", "{regime} averages what others rate. Nobody can spend a rating.", language, regime=title
        ))  # fmt: skip
    elif found.level_system:
        lines.append(phrase(
            "economy.levels",
            "{regime} is a level system: a height of the number opens and closes things, and nothing is spent. A token economy "
            "would let you pay with your points.", language, regime=title,
        ))  # fmt: skip
    else:
        lines.append(phrase(
            "economy.bare", "{regime} counts points that open nothing and buy nothing.", language, regime=title
        ))  # fmt: skip
    if found.response_cost:
        lines.append(phrase(
            "economy.cost",
            "Taking points for an act is response cost, a negative punishment: something already held is removed. It is neither a "
            "fine that is added nor time-out.", language,
        ))  # fmt: skip
    return tuple(lines)
