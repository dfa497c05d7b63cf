"""Whose life it is and under what: as asked, or what is usual; and a sentence about what is not there."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scsgame.tongue import phrase

if TYPE_CHECKING:
    from scsgame.session import House
    from scsgame.workshop.trials.witnesses import Replay

USUAL = ("student", "sesame")
"""Whose life it is, and under what, where nothing is said."""


def whose(options: argparse.Namespace, packs: Sequence[Path], replay: Replay | None) -> tuple[str, tuple[str, ...]]:
    """Return whose life it is and under what: as asked, or as a replay says, or what the packs that are named bring."""
    from scsgame.packs.brought import brought

    if replay is not None:
        return replay.life, replay.regimes
    lives, regimes = brought(packs) if packs and not (options.life and options.regime) else ((), ())
    life = options.life or next(iter(lives), USUAL[0])
    asked = options.regime or [next(iter(regimes), "none" if life in lives else at_home(packs, life))]
    return life, tuple(name for part in asked for name in part.split(",") if name)


def at_home(packs: Sequence[Path], life: str) -> str:
    """Return the regime for a life of which nobody says under what: one that the atlas plays with it, as on the form."""
    if life == USUAL[0]:
        return USUAL[1]
    from scsgame.session import House

    place = House(packs, lives=[life], regimes=[])
    return (place.atlas().home(life) if life in place.library.lives else "") or USUAL[1]


def missing(place: House, life: str, regimes: Sequence[str], values: Sequence[str]) -> str:
    """Return a sentence about the first of these that is not there, or nothing."""
    from scsgame.packs import load
    from scsgame.packs.problems import nothing_called

    library = place.library
    for what, name, known in [
        ("life", life, library.lives),
        *(("regime", name, library.regimes) for name in regimes),
    ]:
        if name not in known:
            whole = load(place.packs)
            there = whole.lives if what == "life" else whole.regimes
            return nothing_called(what, name, there)
    held = {value.id for value in library.lives[life].values}
    unknown = [value for value in values if value not in held]
    if not unknown:
        return ""
    return phrase(
        "cli.no_value", 'this life knows no value "{value}"; it knows {known}.', value=unknown[0],
        known=", ".join(sorted(held)),
    )  # fmt: skip
