"""A form to an office: what it is about, and what one writes, at most so many characters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import TextArea

from scsgame.game.moves import Plead
from scsgame.game.views import RedressView, RegimeView
from scsgame.terms import safe
from scsgame.tongue import phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.words import Gap, Words
from scsgame.ui.screens.page import Page


class PleaScreen(Page[Plead]):
    """The form. The characters are counted as one writes."""

    PLACE: ClassVar[str] = "plea"
    AUTO_FOCUS: ClassVar[str | None] = "#field"

    def __init__(self, office: RegimeView, way: RedressView, target: str) -> None:
        """Write to this office, by this way, about this."""
        super().__init__()
        self.office = office
        self.way = way
        self.target = target
        self.field = TextArea(id="field", tab_behavior="focus", compact=True, highlight_cursor_line=False)

    def above(self) -> Iterable[Widget]:
        """Put the paper to write on above the entries."""
        return (self.field,) if self.way.most_characters else ()

    def on_mount(self) -> None:
        """Begin to write, or, where nothing is to be written, to decide."""
        super().on_mount()
        if not self.way.most_characters:
            self.sheet.focus()

    def paint(self, keep: bool = False) -> None:
        """Show what it is about, how much room is left, and the ways out."""
        most = self.way.most_characters
        left = most - len(self.field.text)
        count = (
            phrase("plea.left", "{count} {count|character|characters} left", count=f"{left:,}")
            if left >= 0
            else phrase("plea.over", "{count} {count|character|characters} too many", count=f"{-left:,}")
        )
        self.masthead.show(str(self.way.title), count if most else "")
        about = next((words for target, words in self.way.targets if target == self.target), "")
        ready = not most or left >= 0
        writing = (
            phrase("plea.write", "Write above, then Tab to the lines below.")
            if most
            else phrase("plea.no_writing", "Nothing is to be written.")
        )
        blocks: list[Block] = [
            Words(phrase("plea.to", "To {office}, about: {about}", office=self.office.title, about=about), indent=2),
            Words(
                phrase(
                    "plea.answer",
                    "{writing} An answer comes after {days} days.",
                    writing=writing,
                    days=self.way.takes,
                ),
                "dim",
                indent=2,
            ),
            Gap(),
            Entry("send", phrase("plea.send", "Send it"), 1, count if most else "", open=ready),
            Entry("leave", phrase("plea.do_not", "Do not send it"), 2),
        ]
        self.put(blocks, keep)

    @on(TextArea.Changed)
    def _written(self) -> None:
        self.paint(keep=True)

    def took(self, key: str) -> None:
        """Send it, or leave it."""
        if key == "leave":
            self.dismiss(None)
        elif not self.way.most_characters or len(self.field.text) <= self.way.most_characters:
            self.dismiss(Plead(self.office.id, self.way.id, self.target, str(safe(self.field.text))))
        else:
            self.say(
                (
                    "neutral",
                    phrase(
                        "plea.too_long",
                        "The form takes {count} characters, and no more.",
                        count=f"{self.way.most_characters:,}",
                    ),
                )
            )
