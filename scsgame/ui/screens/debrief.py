"""The debrief: chapters to turn through, each with few sentences and one picture, and the ways down to what stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from scsgame.tongue import phrase
from scsgame.ui.commands import bar
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.picture import Drawing
from scsgame.ui.paper.words import Gap, Heading, Words, sentences
from scsgame.ui.player import Player
from scsgame.ui.screens.page import Page
from scsgame.ui.widgets.tabs import TabLine

if TYPE_CHECKING:
    from scsgame.debrief.chapters.page import Page as Leaf
    from scsgame.debrief.story import Story

FINDING, PICTURE, DOORS, RECORDS = "finding:", "picture", "doors", "records"


class DebriefScreen(Page[None]):
    """One chapter at a time. A chapter is worked out when one turns to it; until then it says that it is being worked out."""

    PLACE: ClassVar[str] = "debrief"

    def __init__(self, story: Story, player: Player) -> None:
        """Open the first chapter."""
        super().__init__()
        self.story = story
        self.player = player
        self.at = 0
        self.told: set[str] = set()
        self.tabs = TabLine()

    def above(self) -> tuple[TabLine]:
        """Put the names of the chapters under the head."""
        return (self.tabs,)

    def paint(self) -> None:
        """Paint the chapter that is open."""
        chapter = self.story.chapters[self.at]
        self.masthead.show(phrase("debrief.head", "What was done to you"), str(self.player.name))
        self.tabs.show([str(one.title) for one in self.story.chapters], self.at)
        if len(self.story.chapters) == 1:
            self.keybar.show(tuple(command for command in bar(self.PLACE) if command.id != "right"))
        if chapter.id in self.told or not self.is_mounted:
            self.call_off()
            self.told.add(chapter.id)
            self.put(chapter_blocks(chapter.page, self.life_app.look, *self._ways_on(chapter.id)))
            return
        self.put([Words(phrase("debrief.working", "Working it out. Meanwhile you may turn on."), "dim")])
        self.work_out(chapter.worked_out, lambda _: self._told(chapter.id))

    def _told(self, chapter: str) -> None:
        """Paint a chapter that has been worked out."""
        self.told.add(chapter)
        self.paint()

    def _ways_on(self, chapter: str) -> tuple[int, int]:
        """Return how many doors can be asked about, and how many records drawn, from a chapter."""
        doors = len(self.story.doors) if chapter == "elsewhere" else 0
        return doors, len(self.story.classes) if chapter == "taught" else 0

    def action_left(self) -> None:
        """Turn to the chapter before."""
        self._turn(self.at - 1)

    def action_right(self) -> None:
        """Turn to the next chapter."""
        self._turn(self.at + 1)

    def action_turn(self, digit: int) -> None:
        """Turn to the chapter with this number."""
        if int(digit) <= len(self.story.chapters):
            self._turn(int(digit) - 1)

    def on_tab_line_turned(self, event: TabLine.Turned) -> None:
        """Turn to the chapter that was clicked."""
        self._turn(event.page)

    def _turn(self, at: int) -> None:
        self.at = at % len(self.story.chapters)
        self.paint()

    def took(self, key: str) -> None:
        """Go down to a finding, to the choices behind the picture, or ask about a door."""
        chapter = self.story.chapters[self.at]
        if chapter.id not in self.told:
            return
        page = chapter.page
        if key.startswith(FINDING):
            self.life_app.open_finding(self.story, page.findings[int(key.removeprefix(FINDING))], self.player)
        elif key == PICTURE and page.picture is not None:
            self.life_app.open_turns(self.story, page.turns, page.picture.title, self.player)
        elif key == DOORS:
            self.life_app.open_doors(self.story, self.player)
        elif key == RECORDS:
            self.life_app.open_record(self.story, self.player)


def chapter_blocks(page: Leaf, look: Look, doors: int = 0, records: int = 0) -> list[Block]:
    """Return one chapter: its sentences, its picture, and the ways down."""
    blocks: list[Block] = [*sentences(page.says, look)]
    if page.picture is not None:
        blocks += [Gap(), Heading(str(page.picture.title)), Drawing(page.picture)]
    ways: list[Block] = []
    if page.picture is not None and page.turns:
        ways.append(
            Entry(
                PICTURE, phrase("debrief.choices", "The choices behind this picture"), right=_count(len(page.turns))
            )
        )
    ways += [
        Entry(f"{FINDING}{number}", str(found.title), right=_count(len(found.turns)) if found.turns else "")
        for number, found in enumerate(page.findings)
    ]
    if records:
        ways.append(
            Entry(
                RECORDS,
                phrase("debrief.records", "The record of any act, alone or beside another life"),
                right=str(records),
            )
        )
    if doors:
        ways.append(
            Entry(DOORS, phrase("debrief.doors", "Ask of any door what it would have taken"), right=str(doors))
        )
    if ways:
        blocks += [Gap(), Heading(phrase("debrief.behind", "What stands behind it")), *ways]
    return blocks or [Words(phrase("debrief.nothing", "There is nothing to tell."), "dim")]


def _count(turns: int) -> str:
    return phrase("debrief.count", "{count} {count|choice|choices}", count=turns)
