"""Something was refused or could not be saved. It says so in a sentence, and nothing is lost that was answered."""

from __future__ import annotations

from typing import ClassVar

from scsgame.tongue import phrase
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.words import Gap, Words
from scsgame.ui.screens.page import Page


class TroubleScreen(Page[None]):
    """One sentence, and the way back."""

    PLACE: ClassVar[str] = "help"

    def __init__(self, title: str, sentence: str) -> None:
        """Say this."""
        super().__init__()
        self.words = (title, sentence)

    def paint(self) -> None:
        """Paint the sentence."""
        title, sentence = self.words
        self.masthead.show(title)
        self.put([Words(sentence, indent=2), Gap(), Entry("back", phrase("trouble.back", "Back"), 1)])

    def took(self, key: str) -> None:
        """Go back."""
        del key
        self.dismiss(None)
