"""Ask for a few words: a name, a seed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from scsgame.tongue import phrase
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.words import Gap, Words
from scsgame.ui.screens.page import Page


class AskScreen(Page[str]):
    """One question and one line to write on. Enter keeps it, and so does the entry below."""

    PLACE: ClassVar[str] = "ask"
    AUTO_FOCUS: ClassVar[str | None] = "#field"

    def __init__(self, question: str, value: str, most: int) -> None:
        """Ask this, with these words to begin with."""
        super().__init__()
        self.question = question
        self.field = Input(value, max_length=most, id="field", compact=True)
        self.most = most

    def above(self) -> Iterable[Widget]:
        """Put the line to write on above the entries."""
        return (self.field,)

    def paint(self) -> None:
        """Show the question and the two ways out."""
        self.masthead.show(self.question, phrase("ask.most", "at most {count} characters", count=self.most))
        self.put(
            [
                Words(phrase("ask.how", "Write, then Enter. Tab moves to the lines below."), "dim", indent=2),
                Gap(),
                Entry("keep", phrase("ask.keep", "Keep this"), 1),
                Entry("leave", phrase("ask.leave", "Leave it as it was"), 2),
            ]
        )

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.dismiss(self.field.value)

    def took(self, key: str) -> None:
        """Keep it or leave it."""
        self.dismiss(self.field.value if key == "keep" else None)
