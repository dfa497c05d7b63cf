"""What stands on the cover of a life or a regime: enough to choose by, without opening it."""

from __future__ import annotations

from dataclasses import dataclass

from scsgame.life.scenes import Life
from scsgame.life.world import Value
from scsgame.regime.charter import Regime
from scsgame.regime.parts import Part
from scsgame.terms import Saying


@dataclass(frozen=True, slots=True)
class LifeCover:
    """A life as a list of lives shows it, and the values one may hold in it."""

    id: str
    title: Saying
    about: Saying
    start: str
    weeks: int
    values: tuple[Value, ...]
    pick_values: int


@dataclass(frozen=True, slots=True)
class RegimeCover:
    """A regime as a list of regimes shows it when nobody has switched a part; its lists, and the parts that can be switched."""

    id: str
    title: Saying
    about: Saying
    scale: str
    opt_in: bool
    parts: tuple[Part, ...]
    lists: tuple[tuple[str, Saying], ...]


def cover_of_life(life: Life) -> LifeCover:
    """Return the cover of a life."""
    return LifeCover(life.id, life.title, life.about, life.start, life.weeks, life.values, life.pick_values)


def cover_of_regime(usual: Regime, written: Regime) -> RegimeCover:
    """Return the cover of a regime as it usually is, with the lists it has when all its parts are there."""
    lists = tuple([(roll.id, roll.title) for roll in written.rolls])
    return RegimeCover(usual.id, usual.title, usual.about, usual.scale.kind, usual.opt_in, usual.parts, lists)
