"""The head of a page: what it is at the left, where one stands at the right, and a quiet rule."""

from __future__ import annotations

from scsgame.ui.paper.lines import Line, Run, between, cut
from scsgame.ui.widgets.drawn import Drawn


class Masthead(Drawn):
    """Title and aside."""

    def __init__(self, title: str = "", aside: str = "") -> None:
        """Begin with these words."""
        super().__init__(id="masthead")
        self.words = (title, aside)
        self.ruled = True

    def show(self, title: str, aside: str = "") -> None:
        """Show other words."""
        if (title, aside) != self.words:
            self.words = (title, aside)
            self.redraw()

    def draw(self, width: int) -> list[Line]:
        """Draw the two and the rule."""
        title, aside = self.words
        line = between((Run(title, "title"),), (Run(cut(aside, width * 2 // 3), "dim"),), width)
        if not self.ruled:
            return [line]
        return [line, (Run(self.look.sign("rule") * width, "rule"),)]
