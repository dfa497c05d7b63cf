"""The doors of a life's systems: any of them can be asked what it would have taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from scsgame.tongue import phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.words import Gap, Words
from scsgame.ui.player import Player
from scsgame.ui.screens.page import Page

if TYPE_CHECKING:
    from scsgame.debrief.finding import Finding
    from scsgame.debrief.story import Story


class DoorsScreen(Page[None]):
    """A list of doors. The answer is found by living the life again, and comes with its replay."""

    PLACE: ClassVar[str] = "doors"

    def __init__(self, story: Story, player: Player) -> None:
        """Show every door."""
        super().__init__()
        self.story = story
        self.player = player

    def paint(self) -> None:
        """Paint the list."""
        self.masthead.show(phrase("doors.ask", "What would it have taken?"), str(self.player.name))
        blocks: list[Block] = [
            Words(phrase("doors.ask_how", "Take a door. Your life is lived again with other choices until it turns, or until none is left to try.")),
            Gap(),
        ]  # fmt: skip
        blocks += [
            Entry(str(at), str(title), at + 1 if at < 9 else 0) for at, (title, _) in enumerate(self.story.doors)
        ]
        self.put(blocks)

    def took(self, key: str) -> None:
        """Ask about a door."""
        title, door = self.story.doors[int(key)]
        words = phrase("doors.asking", "Living it again: {door}. Going back calls it off.", door=title)
        self.herald.hold(("neutral", words))
        self.work_out(lambda heed: self.story.asked(door, heed), self._found)

    def _found(self, found: Finding) -> None:
        """Show what it would have taken."""
        self.herald.hush()
        self.life_app.open_finding(self.story, found, self.player)

    def action_back(self) -> None:
        """Call off what is being worked out; if nothing is, close this page."""
        if self.call_off():
            self.say(("neutral", phrase("doors.called_off", "Called off.")))
        else:
            super().action_back()
