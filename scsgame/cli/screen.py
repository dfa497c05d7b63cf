"""Opening the screen: something to look at first, Textual after."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scsgame.session import House, Player


def splash() -> None:
    """Show something at once, before the screen's libraries are read."""
    if sys.stdout.isatty() and sys.stdin.isatty():
        from scsgame.ui.splash import splash as picture

        sys.stdout.buffer.write(picture())
        sys.stdout.buffer.flush()


def open_title(options: argparse.Namespace) -> int:
    """Open the game at its title."""
    splash()
    from scsgame.session import House

    return _run(House(options.pack, options.saves), None)


def open_life(place: House, player: Player, options: argparse.Namespace) -> int:
    """Open the game in a life."""
    del options
    return _run(place, player)


def _run(place: House, player: Player | None) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print("The screen needs a terminal. Without one, play with: scsgame play --plain", file=sys.stderr)
        return 2
    from scsgame.ui.app import play

    words = play(place, player)
    if words:
        print(words)
    return 0
