"""The very choices: each with its day, what was offered and taken, who saw it, and what it counted for; each entry can be asked whether it is real."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from scsgame.tongue import phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.lines import Run
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.row import Row
from scsgame.ui.paper.words import Gap, Heading, Words
from scsgame.ui.player import Player
from scsgame.ui.screens.page import Page

if TYPE_CHECKING:
    from scsgame.debrief.story import Story
    from scsgame.debrief.turns_told import ToldTurn


class TurnsScreen(Page[None]):
    """Some choices of a life, one below the other."""

    PLACE: ClassVar[str] = "turns"

    def __init__(self, story: Story, numbers: Sequence[int], title: str, player: Player) -> None:
        """Show these turns."""
        super().__init__()
        self.turns = story.turns(numbers)
        self.of = title
        self.player = player

    def paint(self) -> None:
        """Paint the page."""
        self.masthead.show(self.of, phrase("debrief.count", "{count} {count|choice|choices}", count=len(self.turns)))
        self.put(turn_blocks(self.turns, self.life_app.look))

    def action_why(self) -> None:
        """Ask of the entry under the cursor whether it is real."""
        chosen = self.sheet.chosen
        known = next((one.known for turn in self.turns for at, one in enumerate(turn.came)
                      if chosen is not None and chosen.key == f"{turn.number}:{at}"), None)  # fmt: skip
        if known is not None:
            self.life_app.open_known(self.player, known)
        else:
            self.say(
                (
                    "neutral",
                    phrase(
                        "turns.nothing_to_ask", "Nothing was entered for these choices that could be asked about."
                    ),
                )
            )

    def took(self, key: str) -> None:
        """Ask of the entry that was taken."""
        del key
        self.action_why()


def turn_blocks(turns: Sequence[ToldTurn], look: Look) -> list[Block]:
    """Return the choices, one below the other."""
    blocks: list[Block] = []
    for turn in turns:
        blocks.append(Heading(phrase("day", "day {day}", day=turn.day), ink="title"))
        if turn.scene:
            blocks.append(Words(turn.scene, "dim", indent=2))
        for way in turn.ways:
            sign = "dot" if way.taken else "shut" if way.closed_by else "hollow"
            text = (
                phrase("bracketed", "{words} ({aside})", words=way.text, aside=way.closed_by)
                if way.closed_by
                else way.text
            )
            blocks.append(
                Words(text, "strong" if way.taken else "plain", indent=2, lead=Run(f"{look.sign(sign)} ", "accent"))
            )
        seen = turn.seen or (phrase("turns.unseen", "nobody looked for it"),)
        blocks += [Words(words, "dim", indent=4) for words in seen]
        blocks += [Row("", one.words, key=f"{turn.number}:{at}", lead_width=1) for at, one in enumerate(turn.came)]
        if not turn.came:
            blocks.append(Words(phrase("turns.nothing", "it counted for nothing"), "dim", indent=4))
        blocks.append(Gap())
    return blocks or [Words(phrase("debrief.nothing", "There is nothing to tell."), "dim")]
