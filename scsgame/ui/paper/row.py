"""A ledger row: something at the left, a number in a column at the right, as in an account book."""

from __future__ import annotations

from typing import NamedTuple

from scsgame.ui.paper.lines import ON_CURSOR, Line, Run, fill, tinted, width_of, wrap
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.words import NOTHING
from scsgame.ui.themes import Ink


class Row(NamedTuple):
    """One line of a ledger: a short lead column, the words, and the amount at the right edge."""

    lead: str
    text: str
    right: str = ""
    ink: Ink = "plain"
    lead_width: int = 7
    key: str = ""
    number: int = 0
    asks: tuple[str, str] = NOTHING

    def lines(self, width: int, look: Look, chosen: bool) -> list[Line]:
        """Draw the row; the words wrap in their own column."""
        sign = look.sign("cursor") if chosen else " "
        left = 2 + self.lead_width + 1
        room = width - left - (width_of(self.right) + 2 if self.right else 0)
        found: list[Line] = []
        for at, line in enumerate(wrap(self.text, max(6, room))):
            head = f"{sign} {fill(self.lead, self.lead_width)} " if at == 0 else " " * left
            runs = [Run(head, "dim"), Run(line, "plain")]
            if at == 0 and self.right:
                gap = width - left - width_of(line) - width_of(self.right)
                runs += [Run(" " * max(1, gap)), Run(self.right, self.ink)]
            found.append(tuple(runs))
        if not chosen:
            return found
        bright: dict[Ink, Ink] = {"dim": "cursor_dim", "plain": "cursor", self.ink: "cursor"}
        return [tinted(line, ON_CURSOR | bright, width) for line in found]
