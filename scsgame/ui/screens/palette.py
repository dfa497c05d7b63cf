"""The palette: everything one can do on the page before, as a list."""

from __future__ import annotations

from typing import ClassVar

from scsgame.tongue import phrase
from scsgame.ui.commands import Command, commands
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.entry import Entry
from scsgame.ui.screens.help import keys_of
from scsgame.ui.screens.page import Page


class PaletteScreen(Page[Command]):
    """The commands of a place; the one taken is done there."""

    PLACE: ClassVar[str] = "palette"

    def __init__(self, place: str) -> None:
        """List the commands of this place."""
        super().__init__()
        self.listed = tuple(command for command in commands(place) if command.id != "palette")

    def paint(self) -> None:
        """Paint the list."""
        self.masthead.show(phrase("palette.title", "Commands"))
        blocks: list[Block] = [
            Entry(command.id, command.about.read(), number, keys_of(command), leader=True)
            for number, command in enumerate(self.listed, 1)
        ]
        self.put(blocks)

    def took(self, key: str) -> None:
        """Hand back the command."""
        self.dismiss(next(command for command in self.listed if command.id == key))

    def action_palette(self) -> None:
        """Close the page with the key that opened it."""
        self.dismiss(None)
