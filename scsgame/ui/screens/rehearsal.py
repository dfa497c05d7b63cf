"""The day, rehearsed: an edit is taken while one plays, and one may look behind the moment."""

from __future__ import annotations

from typing import ClassVar

from scsgame.tongue import phrase
from scsgame.ui.player import Rehearsed
from scsgame.ui.screens.day import DayScreen

LOOK_EVERY = 0.4
"""Seconds between two looks at the pack's files."""


class RehearsalScreen(DayScreen):
    """A day whose pack may change under it."""

    PLACE: ClassVar[str] = "rehearsal"

    def __init__(self, player: Rehearsed) -> None:
        """Stand before this rehearsal."""
        super().__init__(player)
        self.rehearsal = player

    def on_mount(self) -> None:
        """Begin to look at the files."""
        super().on_mount()
        self.set_interval(LOOK_EVERY, self.look_again)

    def look_again(self) -> None:
        """Take an edit, if there is one, and say what became of it."""
        edit = self.rehearsal.refresh()
        if edit is None:
            return
        if edit.new:
            self.view = self.player.view()
            self.result = self.view.last
            self.paint(keep=True)
        for line in edit.said()[:4]:
            self.say(("neutral", line))

    def action_inspect(self) -> None:
        """Look behind the moment."""
        self.life_app.open_sections(
            self.rehearsal.inspect(), str(self.player.name), phrase("inspect.title", "Behind the moment")
        )
