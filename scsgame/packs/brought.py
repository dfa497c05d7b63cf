"""What packs bring along: the lives and regimes whose folders they hold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from scsgame.packs.shelves import fetch


class Brought(NamedTuple):
    """The lives and regimes of some packs, by the names of their folders, in the order of the packs and then of the alphabet."""

    lives: tuple[str, ...]
    regimes: tuple[str, ...]


def brought(paths: Sequence[Path]) -> Brought:
    """Return which lives and regimes these packs bring. What cannot be read brings nothing."""
    folders = [
        parts[:2]
        for path in paths
        for file in sorted(fetch(path, "").files)
        if len(parts := file.split("/")) > 2 and parts[0] in ("lives", "regimes")
    ]
    return Brought(
        tuple(dict.fromkeys(name for kind, name in folders if kind == "lives")),
        tuple(dict.fromkeys(name for kind, name in folders if kind == "regimes")),
    )
