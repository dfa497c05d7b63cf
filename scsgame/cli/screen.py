"""Opening the screen: something to look at first, Textual after."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from scsgame.cli.patience import Patience, forget_keys
from scsgame.tongue import Phrase

if TYPE_CHECKING:
    from scsgame.session import House, Player


def on_screen(run: Callable[[], int]) -> int:
    """Show something at once, then run; what is refused in between puts the terminal back before it is said."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return _no_screen(
            Phrase("cli.needs_terminal", "The screen needs a terminal. Without one, play with: {command}")
        )
    if os.environ.get("TERM") == "dumb":
        return _no_screen(
            Phrase("cli.dumb_terminal", "This terminal can only show lines (TERM=dumb). Play with: {command}")
        )
    gc.disable()  # until the first page is painted: there is little to collect, and much to look through
    from scsgame.ui.splash import splash, unsplash

    shown = splash()
    _write(shown)
    _waiting.append(Patience(_write))
    _waiting[-1].begin()
    try:
        return run()
    except BaseException:
        _enough()
        _write(unsplash() if shown else b"")
        raise


def _no_screen(words: Phrase) -> int:
    from scsgame.cli.language import usual
    from scsgame.session.calling import called

    usual()
    print(words.read(command=f"{called()} play --plain"), file=sys.stderr)
    return 2


_waiting: list[Patience] = []
"""Who waits for the first page, from the splash until it comes."""


def _enough() -> None:
    """Wait no longer for the first page."""
    while _waiting:
        _waiting.pop().end()


def _write(signs: bytes) -> None:
    sys.stdout.buffer.write(signs)
    sys.stdout.buffer.flush()


def open_title(options: argparse.Namespace) -> int:
    """Open the game at its title."""

    def run() -> int:
        from scsgame.cli.language import chosen
        from scsgame.session import House

        return open_game(House(options.pack, options.saves, chosen(options)), None)

    return on_screen(run)


def open_game(place: House, player: Player | None, first: str = "") -> int:
    """Open the game, at its title or in a life, of which `first` is said; print what it says when it is left."""
    from scsgame.tongue import spoken
    from scsgame.ui.app import play

    _enough()
    if player is not None:
        forget_keys()
    words = play(place, player, spoken(), first)
    if words:
        print(words)
    return 0
