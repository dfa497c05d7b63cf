"""An entry is a line one can take: an offer, a bill, a menu item. It may be closed, and then it says by what."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from scsgame.ui.paper.lines import ON_CURSOR, Line, Run, cut, tinted, width_of, wrap
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.words import NOTHING
from scsgame.ui.themes import Ink

Notes: TypeAlias = tuple[tuple[str, Ink], ...]


class Entry(NamedTuple):
    """A line to take: its number, its words, something at the right, and notes below.

    `leader` fills the space between with dots, as in a form. A `shy` one shows its notes only under the cursor. A closed one keeps its place, with a sign and a reason.
    """

    key: str
    text: str
    number: int = 0
    right: str = ""
    notes: Notes = ()
    open: bool = True
    leader: bool = False
    mark: str = ""
    asks: tuple[str, str] = NOTHING
    shy: bool = False

    def lines(self, width: int, look: Look, chosen: bool) -> list[Line]:
        """Draw the entry; under the cursor it stands out by a sign, by weight and by colour."""
        sign = look.sign("cursor") if chosen else " "
        digit = str(self.number) if 1 <= self.number <= 9 else " "
        head = f"{sign} {look.sign('shut') if not self.open else digit} "
        mark = f"{self.mark} " if self.mark else ""
        left = width_of(head) + width_of(mark)
        ink: Ink = "plain" if self.open else "shut"
        right = cut(self.right, max(8, width // 2)) if self.right else ""
        below = bool(right) and width_of(right) + 12 > width - left
        room = width - left - (width_of(right) + 2 if right and not below else 0)
        words = wrap(self.text, room)
        found: list[Line] = []
        for at, line in enumerate(words):
            lead: list[Run] = [Run(head, "key" if self.open else "shut"), Run(mark, "accent")]
            runs: list[Run] = lead if at == 0 else [Run(" " * left)]
            runs.append(Run(line, ink))
            if at == 0 and right and not below:
                runs += self._to_the_right(right, width - left - width_of(line), look)
            found.append(tuple(runs))
        if below:
            found.append((Run(" " * left), Run(right, "dim")))
        for note, note_ink in self.notes if chosen or not self.shy else ():
            found += [(Run(" " * left), Run(line, note_ink)) for line in wrap(note, width - left)]
        return [tinted(line, ON_CURSOR | _bright(line), width) for line in found] if chosen else found

    def _to_the_right(self, right: str, space: int, look: Look) -> list[Run]:
        gap = space - width_of(right)
        if not self.leader or gap < 6:
            return [Run(" " * gap), Run(right, "dim")]
        dots = f" {look.sign('leader')}" * ((gap - 2) // 2)
        return [Run(" " * (gap - len(dots) - 1) + dots + " ", "rule"), Run(right, "plain")]


def _bright(line: Line) -> dict[Ink, Ink]:
    """Let every other ink go under in the cursor's own, which is the one that can be read there."""
    return {run.ink: "cursor" for run in line if run.ink not in ON_CURSOR}
