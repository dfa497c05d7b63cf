"""How the life closed."""

from __future__ import annotations

from typing import ClassVar

from scsgame.game.views import DayView
from scsgame.tongue import phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.words import Gap, Heading, Words
from scsgame.ui.player import Player
from scsgame.ui.screens.day import LIFE
from scsgame.ui.screens.page import Page


class EndingScreen(Page[None]):
    """It comes by itself, so it takes no decision in its first moment."""

    PLACE: ClassVar[str] = "ending"
    COMES_BY_ITSELF: ClassVar[bool] = True

    def __init__(self, player: Player, view: DayView) -> None:
        """Show this ending."""
        super().__init__()
        self.player = player
        self.view = view

    def paint(self) -> None:
        """Paint how it closed, and what can be done with it."""
        view, ending = self.view, self.view.ending
        self.masthead.show(str(view.life), phrase("day", "day {day}", day=view.day))
        blocks: list[Block] = []
        if view.last is not None and view.last.text:
            blocks += [Words(view.last.text, "dim"), Gap()]
        if ending is not None:
            blocks += [
                Heading(str(ending.title), phrase("ending.the_end", "the end"), "title"),
                Words(ending.text),
                Gap(),
            ]
        blocks += [
            Entry("debrief", phrase("ending.see", "See what was done to you"), 1),
            Entry("title", phrase("ending.title", "Back to the title"), 2),
        ]
        self.put(blocks)

    def took(self, key: str) -> None:
        """Open what was taken."""
        if key == "debrief":
            self.action_debrief()
        elif key == "title":
            self.life_app.to_title()

    def action_why(self) -> None:
        """Ask whether this is real."""
        self.life_app.open_why(self.player, LIFE)

    def action_debrief(self) -> None:
        """Open the debrief."""
        story = self.life_app.asked(self.player.story)
        if story is not None:
            self.life_app.open_debrief(story, self.player)
