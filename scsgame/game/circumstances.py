"""Circumstances: what somebody does not choose and begins with. Each changes one thing, and leaves person, choices and luck alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from scsgame.game.moment import Setup
from scsgame.life.scenes import Life, Scene
from scsgame.regime.charter import Regime
from scsgame.tongue import Phrase

NAMESAKE = 0.05
"""How much likelier, each week, every observer files a report about nothing on somebody with a namesake."""

LOCAL = frozenset(("scholarship", "civil_service_exam", "public_office", "office_green_channel", "private_school"))
"""What a place keeps for those who are registered in it. The sources speak of registration without figures; this list is ours."""

Given = tuple[Life, tuple[Regime, ...]]


@dataclass(frozen=True)
class Circumstance:
    """One thing otherwise at the start: what it is called, and what it does to a life and to the regimes over it."""

    id: str
    title: Phrase
    change: Callable[[Life, tuple[Regime, ...]], Given]

    def given(self, setup: Setup) -> Setup:
        """Return the same game for somebody in this circumstance."""
        life, regimes = self.change(setup.life, setup.regimes)
        return replace(setup, life=life, regimes=regimes)

    def matters(self, setup: Setup) -> bool:
        """Say whether it changes anything in this game."""
        return self.change(setup.life, setup.regimes) != (setup.life, setup.regimes)


def _with_money(share: float) -> Callable[[Life, tuple[Regime, ...]], Given]:
    def change(life: Life, regimes: tuple[Regime, ...]) -> Given:
        meters = tuple(
            replace(meter, start=min(meter.most, int(meter.start * share))) if meter.id == "money" else meter
            for meter in life.meters
        )
        return replace(life, meters=meters), regimes

    return change


def _with_bonds(shift: int) -> Callable[[Life, tuple[Regime, ...]], Given]:
    def change(life: Life, regimes: tuple[Regime, ...]) -> Given:
        people = tuple(replace(person, bond=min(100, max(0, person.bond + shift))) for person in life.people)
        return replace(life, people=people), regimes

    return change


def _namesake(life: Life, regimes: tuple[Regime, ...]) -> Given:
    return life, tuple(
        replace(
            regime,
            observers=tuple(replace(one, invents=min(1.0, one.invents + NAMESAKE)) for one in regime.observers),
        )
        for regime in regimes
    )


def _from_elsewhere(life: Life, regimes: tuple[Regime, ...]) -> Given:
    scenes = tuple(_without_local(scene) for scene in life.scenes)
    return (life if scenes == life.scenes else replace(life, scenes=scenes)), regimes


def _without_local(scene: Scene) -> Scene:
    kept = tuple(choice for choice in scene.choices if LOCAL.isdisjoint(use.service for use in choice.uses))
    return scene if len(kept) == len(scene.choices) else replace(scene, choices=kept)


CIRCUMSTANCES: Mapping[str, Circumstance] = {
    one.id: one
    for one in (
        Circumstance("poor", Phrase("circumstance.poor", "a quarter of the money"), _with_money(0.25)),
        Circumstance("rich", Phrase("circumstance.rich", "four times the money"), _with_money(4.0)),
        Circumstance("few_friends", Phrase("circumstance.few_friends", "few friends"), _with_bonds(-30)),
        Circumstance("many_friends", Phrase("circumstance.many_friends", "many friends"), _with_bonds(30)),
        Circumstance("namesake", Phrase("circumstance.namesake", "a namesake"), _namesake),
        Circumstance("elsewhere", Phrase("circumstance.elsewhere", "registered elsewhere (hukou)"), _from_elsewhere),
    )
}
"""Every circumstance, by its id, in the order in which they are told."""
