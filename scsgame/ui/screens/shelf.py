"""The shelf: every saved life. Take one up again, or have it judged anew."""

from __future__ import annotations

from typing import ClassVar, Literal

from scsgame.tongue import phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.words import Gap, Words
from scsgame.ui.screens.page import Page


class ShelfScreen(Page[str]):
    """The saved lives, newest first. A sentence says how each stands, and why one can not be opened."""

    PLACE: ClassVar[str] = "shelf"

    def __init__(self, purpose: Literal["resume", "rescore"]) -> None:
        """Say what the life is wanted for."""
        super().__init__()
        self.purpose = purpose

    def paint(self) -> None:
        """List the lives."""
        saves = list(self.life_app.house.saves())
        what = (
            phrase("shelf.take_up", "Take up a life")
            if self.purpose == "resume"
            else phrase("shelf.judge", "Judge a life by another system")
        )
        self.masthead.show(what, phrase("shelf.saved", "{count} saved", count=len(saves)))
        blocks: list[Block] = []
        if not saves:
            blocks.append(Words(phrase("shelf.nobody", "Nobody has lived here yet."), "dim", indent=2))
        for number, save in enumerate(saves, 1):
            life = self.life_app.house.life_title(save.life)
            about = (
                phrase("plain.app", "{title}. {about}", title=life, about=save.sentence) if save.sentence else life
            )
            blocks += [
                Entry(save.file, save.name, number, phrase("day", "day {day}", day=save.day), ((about, "dim"),)),
                Gap(),
            ]
        self.put(blocks)

    def took(self, key: str) -> None:
        """Hand back the file of the life."""
        self.dismiss(key)
