"""A notice as it is told: a sign, a word and a colour say whether it is a gain or a loss."""

from __future__ import annotations

from typing import NamedTuple

from scsgame.game.views import NoticeView
from scsgame.ui.paper.lines import ON_CURSOR, Line, Run, tinted, width_of, wrap
from scsgame.ui.paper.look import TONES, Look
from scsgame.ui.themes import Ink


class Told(NamedTuple):
    """One notice. It can be asked about where there is something to ask."""

    notice: NoticeView
    key: str = ""
    number: int = 0
    day: bool = False

    @property
    def asks(self) -> tuple[str, str]:
        """Return what to ask about."""
        return (self.notice.regime, self.notice.subject) if self.notice.subject else ("", "")

    def lines(self, width: int, look: Look, chosen: bool) -> list[Line]:
        """Draw the sign and the word, then the text."""
        word, ink = TONES[self.notice.tone]
        sign = look.sign("cursor") if chosen else " "
        day = f"{self.notice.day:>3} " if self.day else ""
        tone = f"{look.sign(self.notice.tone)} {word.read()}"
        left = width_of(f"{sign} {day}{tone}  ")
        text_ink: Ink = "dim" if self.notice.tone == "neutral" else "plain"
        head: Line = (Run(f"{sign} {day}", "dim"), Run(tone, ink), Run("  "))
        found: list[Line] = [
            (*(head if at == 0 else (Run(" " * left),)), Run(line, text_ink))
            for at, line in enumerate(wrap(self.notice.text, width - left))
        ]
        if not chosen:
            return found
        return [tinted(line, ON_CURSOR | {"good": "cursor", "bad": "cursor"}, width) for line in found]
