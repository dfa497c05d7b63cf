"""One finding: its sentences, what it cannot show, its table and courses, and the way down to the choices behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from scsgame.tongue import phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.course import Course
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.picture import Drawing
from scsgame.ui.paper.table import Table
from scsgame.ui.paper.words import Gap, Heading, Words, sentences
from scsgame.ui.player import Player
from scsgame.ui.screens.page import Page

if TYPE_CHECKING:
    from scsgame.debrief.finding import Finding
    from scsgame.debrief.story import Story

TURNS = "turns"


class FindingScreen(Page[None]):
    """One finding to read."""

    PLACE: ClassVar[str] = "finding"

    def __init__(self, story: Story, found: Finding, player: Player) -> None:
        """Show this finding."""
        super().__init__()
        self.story = story
        self.found = found
        self.player = player

    def paint(self) -> None:
        """Paint the page."""
        self.masthead.show(str(self.found.title), str(self.player.name))
        self.put(finding_blocks(self.found, self.life_app.look))

    def took(self, key: str) -> None:
        """Go down to the choices."""
        if key == TURNS:
            self.life_app.open_turns(self.story, self.found.turns, self.found.title, self.player)


def finding_blocks(found: Finding, look: Look) -> list[Block]:
    """Return one finding, the way down first, so that it is there without scrolling."""
    blocks: list[Block] = [*sentences(found.says, look)]
    if found.turns:
        count = phrase("debrief.count", "{count} {count|choice|choices}", count=len(found.turns))
        blocks += [Gap(), Entry(TURNS, phrase("finding.turns", "The very choices behind it"), 1, count)]
    if found.rows:
        blocks += [Gap(), Table(found.rows)]
    if found.picture is not None:
        blocks += [Gap(), Drawing(found.picture)]
    for series in found.series if found.picture is None else ():
        blocks += [Gap(), Words(series.title, "strong"), Course(series.points, 7)]
    if found.cannot:
        blocks += [Gap(), Heading(phrase("finding.limits", "What this cannot show"))]
        blocks += [Words(words, "dim") for words in found.cannot]
    return blocks
