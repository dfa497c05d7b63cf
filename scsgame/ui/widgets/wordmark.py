"""The name of the game, drawn as the course of somebody's score. The splash shows the same lines."""

from __future__ import annotations

from scsgame.tongue import phrase
from scsgame.ui.paper.lines import Line, Run
from scsgame.ui.splash import mark_lines
from scsgame.ui.widgets.masthead import Masthead


def _said(text: str, ink: str) -> str:
    return phrase("wordmark.saying", "Daily life under a system that keeps score.") if ink == "saying" else text


class Wordmark(Masthead):
    """Stands at the head of the title page."""

    def draw(self, width: int) -> list[Line]:
        """Draw the course, the name and what it is."""
        return [
            tuple(
                Run(_said(text, ink), "title" if ink == "name" else "rule" if ink == "course" else "dim")
                for text, ink in line
            )
            for line in mark_lines(width, self.look.ascii)
        ]
