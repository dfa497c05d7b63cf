"""The strip: meters on one line and standings on the next, for screens without room for a side panel."""

from __future__ import annotations

from scsgame.game.views import DayView
from scsgame.ui.paper.gauge import GaugeLine
from scsgame.ui.paper.lines import Line, Run, shorten
from scsgame.ui.paper.standing import strip_words
from scsgame.ui.widgets.drawn import Drawn


class DayStrip(Drawn):
    """Everything the side panel says, in two lines."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(id="strip")
        self.view: DayView | None = None

    def show(self, view: DayView) -> None:
        """Show this day."""
        self.view = view
        self.redraw(layout=True)

    def draw(self, width: int) -> list[Line]:
        """Draw the meters, the standings and the rule."""
        if self.view is None:
            return []
        found = GaugeLine(self.view.meters).lines(width, self.look, False)
        words = strip_words(self.view, width)
        if words:
            found.append(shorten(tuple(words), width))
        found.append((Run(self.look.sign("rule") * width, "rule"),))
        return found
