"""What one sees when the window is too small to play in."""

from __future__ import annotations

from scsgame.tongue import phrase
from scsgame.ui.paper.lines import Line, Run, wrap
from scsgame.ui.widgets.drawn import Drawn

LEAST = (60, 20)
"""The least columns and rows the game can be played in."""


class TooSmall(Drawn):
    """A kind word, shown instead of everything else."""

    def __init__(self) -> None:
        """Stand ready."""
        super().__init__(id="toosmall")

    def draw(self, width: int) -> list[Line]:
        """Say what to do, and that nothing is lost."""
        words = phrase(
            "small.room",
            "A little more room, please: {columns} columns by {rows} rows. "
            "Your life waits as it is. It can also be lived in plain lines: scsgame play --plain. Pressing q twice leaves.",
            columns=LEAST[0],
            rows=LEAST[1],
        )
        return [(Run(line, "plain"),) for line in wrap(words, width)]
