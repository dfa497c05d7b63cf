"""A longer life and thicker rule books, to see whether a turn costs the same in them."""

from __future__ import annotations

from dataclasses import replace

from scsgame.life.scenes import Life
from scsgame.regime.charter import Regime

NOBODY_DOES = "an_act_that_nobody_does"


def longer(life: Life, weeks: int = 50) -> Life:
    """Return the same life over more weeks: no early end, and every scene may come again.

    So on day 300 there is as much to choose from as on day 3.
    """
    return replace(
        life,
        weeks=weeks,
        endings=tuple(replace(ending, early=False) for ending in life.endings),
        scenes=tuple(replace(scene, cooldown=scene.cooldown or 14) for scene in life.scenes),
    )


def with_rules(regime: Regime, many: int, acts: tuple[str, ...] = (NOBODY_DOES,)) -> Regime:
    """Return the regime with so many rules: its own, and more of the same form about these acts."""
    pattern = next(rule for rule in regime.rules if rule.act and rule.points)
    own = regime.rules[:many]
    more = [replace(pattern, id=f"more_{number}", act=acts[number % len(acts)]) for number in range(many - len(own))]
    return replace(regime, rules=(*own, *more))
