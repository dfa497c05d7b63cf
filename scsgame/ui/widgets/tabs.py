"""The names of the phone's pages on one line; where they do not all fit, those around the open one."""

from __future__ import annotations

from textual import events
from textual.message import Message

from scsgame.ui.paper.lines import Line, Run, cut, width_of
from scsgame.ui.widgets.drawn import Drawn


class TabLine(Drawn):
    """Numbered names; the open one is marked by weight, sign and colour."""

    class Turned(Message):
        """A name was clicked."""

        def __init__(self, page: int) -> None:
            """Keep which."""
            super().__init__()
            self.page = page

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(id="tabs")
        self.names: list[str] = []
        self.open = 0
        self._places: list[tuple[int, int, int]] = []

    def show(self, names: list[str], at: int) -> None:
        """Show these names, with this one open."""
        self.names, self.open = names, at
        self.redraw()

    def draw(self, width: int) -> list[Line]:
        """Draw the names and a rule."""
        whole = [f" {at + 1} {name} " for at, name in enumerate(self.names)]
        mark = "~" if self.look.ascii else "…"
        labels = [f" {at + 1} {cut(name, 18, mark)} " for at, name in enumerate(self.names)]
        if sum(width_of(label) for label in whole) <= width - 4:
            labels = whole
        first = 0
        while first < self.open and sum(width_of(label) for label in labels[first : self.open + 1]) > width - 4:
            first += 1
        look = self.look
        runs: list[Run] = [Run(f"{look.sign('before')} ", "dim")] if first else []
        at = sum(width_of(run.text) for run in runs)
        self._places = []
        for page in range(first, len(labels)):
            if at + width_of(labels[page]) > width - 2 and page > self.open:
                runs.append(Run(f" {look.sign('after')}", "dim"))
                break
            runs.append(Run(labels[page], "seal" if page == self.open else "dim"))
            self._places.append((at, at + width_of(labels[page]), page))
            at += width_of(labels[page])
        return [tuple(runs), (Run(look.sign("rule") * width, "rule"),)]

    def on_click(self, event: events.Click) -> None:
        """Turn to the page that was clicked."""
        for start, end, page in self._places:
            if start <= event.x < end:
                self.post_message(self.Turned(page))
