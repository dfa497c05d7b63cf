"""The name of the game, drawn as the course of somebody's score. The splash shows the same lines."""

from __future__ import annotations

from scsgame.tongue import phrase
from scsgame.ui.paper.lines import Line, Run
from scsgame.ui.splash import mark_lines
from scsgame.ui.widgets.masthead import Masthead


class Wordmark(Masthead):
    """Stands at the head of the title page."""

    def draw(self, width: int) -> list[Line]:
        """Draw the course, the name and what it is."""
        saying = phrase("wordmark.saying", "Daily life under a system that keeps score.")
        return [
            tuple(Run(text, "title" if ink == "name" else "rule" if ink == "course" else "dim") for text, ink in line)
            for line in mark_lines(width, self.look.ascii, saying)
        ]
