"""The part you can see. It asks; it never decides.

player     what a screen may ask of a life, and of the house that keeps the lives
commands   the one table of keys: the key bar, the palette and the help come from it
themes     every colour there is
paper      how words, rows, gauges and courses are drawn as lines of cells
widgets    what stands on a screen
screens    one screen a file
app        holds them together
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scsgame.ui.player import House, Player


def run(house: House, player: Player | None = None) -> int:
    """Run the game on the screen until it is left, and say where it was saved."""
    from scsgame.ui.app import play

    words = play(house, player)
    if words:
        print(words)
    return 0
