"""Leave: nothing is lost, and it says so."""

from __future__ import annotations

from typing import ClassVar

from scsgame.tongue import phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.words import Gap, Words
from scsgame.ui.player import Player
from scsgame.ui.screens.page import Page


class LeaveScreen(Page[None]):
    """A second q leaves the game."""

    PLACE: ClassVar[str] = "leave"

    def __init__(self, player: Player | None) -> None:
        """Leave this life, or only the game."""
        super().__init__()
        self.player = player

    def paint(self) -> None:
        """Say what is saved, and ask."""
        self.masthead.show(phrase("leave.head", "Leave"))
        blocks: list[Block] = []
        if self.player is not None:
            words = (
                phrase(
                    "leave.saved",
                    "Your life is saved as “{name}”, with every choice you made.",
                    name=self.player.name,
                )
                if self.player.kept
                else phrase("leave.not_kept", "This life is not saved: whoever leaves it cannot come back to it.")
            )
            blocks = [Words(words, indent=2), Gap()]
        blocks += [
            Entry("back", phrase("leave.stay", "Stay"), 1),
            Entry("title", phrase("ending.title", "Back to the title"), 2),
            Entry("quit", phrase("leave.quit", "Quit"), 3, phrase("leave.or_q", "or q again")),
        ]
        self.put(blocks)

    def took(self, key: str) -> None:
        """Stay or go."""
        match key:
            case "back":
                self.dismiss(None)
            case "title":
                self.life_app.to_title()
            case "quit":
                self.life_app.leave()

    def action_quit(self) -> None:
        """Leave."""
        self.life_app.leave()
