"""A page of sections to read: a life judged again, or what lies behind a moment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from scsgame.tongue import phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.course import Course
from scsgame.ui.paper.table import Table
from scsgame.ui.paper.words import Gap, Heading, Words
from scsgame.ui.screens.page import Page

if TYPE_CHECKING:
    from scsgame.debrief.sections import Section


class SectionsScreen(Page[None]):
    """One long page; a section is paragraphs, a table and courses."""

    PLACE: ClassVar[str] = "sections"

    def __init__(self, sections: Sequence[Section], name: str, head: str = "") -> None:
        """Show these sections."""
        super().__init__()
        self.sections = sections
        self.of = name
        self.head = head

    def paint(self) -> None:
        """Paint the page."""
        self.masthead.show(self.head or phrase("debrief.head", "What was done to you"), self.of)
        self.put(section_blocks(self.sections))


def section_blocks(sections: Sequence[Section]) -> list[Block]:
    """Return all sections, one below the other."""
    blocks: list[Block] = []
    for section in sections:
        blocks += [Heading(str(section.title), ink="title"), Gap()]
        for paragraph in section.paragraphs:
            blocks += [Words(paragraph), Gap()]
        if section.rows:
            blocks += [Table(section.rows), Gap()]
        for series in section.series:
            blocks += [Words(series.title, "strong"), Course(series.points, 7), Gap()]
    return blocks or [Words(phrase("debrief.nothing", "There is nothing to tell."), "dim")]
