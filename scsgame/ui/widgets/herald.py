"""The herald says one thing for a moment: a door opens, a theme changes, there is nothing to ask."""

from __future__ import annotations

from textual.timer import Timer

from scsgame.game.views import Tone
from scsgame.ui.paper.lines import Line, Run, fill, wrap
from scsgame.ui.paper.look import TONES
from scsgame.ui.widgets.drawn import Drawn

SECONDS = 5.0


class Herald(Drawn):
    """One line above the key bar, there only while it speaks."""

    def __init__(self) -> None:
        """Begin silent."""
        super().__init__(id="herald")
        self.said: list[tuple[Tone, str]] = []
        self._timer: Timer | None = None

    def say(self, *sayings: tuple[Tone, str]) -> None:
        """Say these things, one line each, at most three; nothing to say ends what was said."""
        if not sayings and not self.said:
            return
        self.said = list(sayings[:3])
        self.set_class(bool(self.said), "-speaks")
        self.redraw(layout=True)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SECONDS, self.hush) if self.said else None

    def hold(self, *sayings: tuple[Tone, str]) -> None:
        """Say these things until something else is said, or it is hushed."""
        self.say(*sayings)
        if self._timer is not None:
            self._timer.stop()

    def hush(self) -> None:
        """Be silent."""
        self.said = []
        self.remove_class("-speaks")
        self.redraw(layout=True)

    def draw(self, width: int) -> list[Line]:
        """Draw what is said, with its sign and word."""
        found: list[Line] = []
        for tone, text in self.said:
            word, _ = TONES[tone]
            head = f" {self.look.sign(tone)} {word.read()}: " if tone != "neutral" else " "
            lines = wrap(head + text, max(4, width - 2))
            found += [(Run(fill(line, width), "cursor"),) for line in lines[:2]]
        return found
