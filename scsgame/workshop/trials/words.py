"""The names that the conditions of a walk may read, gathered again from lives and regimes as they are played."""

from __future__ import annotations

from scsgame.conditions import Names
from scsgame.life.scenes import Life
from scsgame.packs.names import LifeWords, RegimeWords, SharedWords, life_names, regime_names
from scsgame.regime.charter import Regime


def life_words(life: Life, shared: SharedWords) -> Names:
    """Return the names of a life."""
    words = LifeWords(
        {meter.id: "" for meter in life.meters}, life.flags, life.counters, {value.id: "" for value in life.values},
        {person.id: "" for person in life.people}, {bill.id: "" for bill in life.bills},
        {scene.id: [choice.id for choice in scene.choices] for scene in life.scenes}, {scene.arc for scene in life.scenes if scene.arc},
    )  # fmt: skip
    return life_names(words, shared)


def regime_words(regime: Regime, shared: SharedWords) -> Names:
    """Return the names of a regime."""
    words = RegimeWords(
        regime.id, regime.scale.kind != "none", {tier.id: "" for tier in regime.tiers}, [phase.id for phase in regime.phases],
        [name for name, _ in regime.counters], {roll.id: "" for roll in regime.rolls}, {rule.id: "" for rule in regime.rules},
        {measure.id: "" for measure in regime.measures},
    )  # fmt: skip
    return regime_names(words, shared)
