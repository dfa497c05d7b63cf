"""A widget that draws its own lines. Text goes from value to cell and never through markup."""

# ruff: noqa: ARG002 - Textual names what it hands over

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from scsgame.terms import safe
from scsgame.ui.paper.lines import Line
from scsgame.ui.paper.look import Look
from scsgame.ui.themes import inks


class Drawn(Widget):
    """The base of all our widgets: give it lines, and it paints them."""

    ALLOW_SELECT: ClassVar[bool] = False

    _drawn: tuple[int, Look, list[Line]] | None = None

    @property
    def look(self) -> Look:
        """Return how the player wants things drawn."""
        found = getattr(self.app, "look", None)
        return found if isinstance(found, Look) else Look()

    def draw(self, width: int) -> list[Line]:
        """Return the lines at this width; each widget says its own."""
        return []

    def drawn(self, width: int) -> list[Line]:
        """Return the lines at this width, drawn only once."""
        look = self.look
        if self._drawn is None or self._drawn[0] != width or self._drawn[1] != look:
            self._drawn = (width, look, self.draw(width) if width > 1 else [])
        return self._drawn[2]

    def redraw(self, layout: bool = False) -> None:
        """Draw anew, because the value or the look has changed; lay out only where the height has changed too."""
        before, self._drawn = self._drawn, None
        if layout and before is not None and before[0] == self.content_size.width:
            layout = len(self.drawn(before[0])) != len(before[2])
        self.refresh(layout=layout)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Take all the width there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many lines as it draws."""
        return len(self.drawn(width))

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        width = self.content_size.width
        lines = self.drawn(width)
        look = self.look
        styles = inks(look.theme, look.colourless)
        if not 0 <= y < len(lines):
            return Strip.blank(width, styles["plain"])
        strip = Strip([Segment(_cell_text(run.text), styles[run.ink]) for run in lines[y] if run.text])
        return strip.adjust_cell_length(width, styles["plain"])


def _cell_text(text: str) -> str:
    """Let nothing through that could steer a terminal: the last gate, after the door has done it already."""
    return safe(text).replace("\n", " ")
