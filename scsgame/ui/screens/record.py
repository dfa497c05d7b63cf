"""The cumulative record: of any act, by opportunities or by days, alone or beside another life on one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from scsgame.terms import Safe
from scsgame.tongue import phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.picture import Drawing
from scsgame.ui.paper.words import Gap, Heading, Words
from scsgame.ui.player import Item, Player
from scsgame.ui.refusals import sentence, title_of
from scsgame.ui.screens.page import Page

if TYPE_CHECKING:
    from scsgame.debrief.cumulative.record import Axis
    from scsgame.debrief.story import Story

AXIS, BESIDE, OF, NOBODY = "axis", "beside", "of:", "\x00nobody"
HEIGHT = 9


class RecordScreen(Page[None]):
    """One sheet, and what can be changed on it: the axis, the life beside, the act."""

    PLACE: ClassVar[str] = "record"

    def __init__(self, story: Story, player: Player) -> None:
        """Begin with the act that most came of."""
        super().__init__()
        self.story = story
        self.player = player
        self.of = story.classes[0][0]
        self.axis: Axis = "opportunity"
        self.other: tuple[Safe, Story] | None = None

    def paint(self, keep: bool = False) -> None:
        """Draw the sheet, and list what can be changed."""
        names = [phrase("who.you", "you") if self.other is None else self.player.name]
        names += [self.other[0]] if self.other is not None else []
        with self.life_app.bench:
            sheet, figures = self.story.record(self.of, self.axis, names, self.other[1] if self.other else None)
        self.masthead.show(str(sheet.title), str(self.player.name))
        by_day = self.axis == "day"
        blocks: list[Block] = [
            Drawing(sheet, HEIGHT), Gap(),
            Entry(AXIS, phrase("record.across", "Across"), 1, phrase("record.days_across", "days") if by_day else phrase("record.chances_across", "opportunities")),
            Entry(BESIDE, phrase("record.beside", "Beside it"), 2, str(self.other[0]) if self.other else phrase("record.nobody", "no other life")),
            Gap(), *(Words(words, "dim") for words in figures.says), Gap(),
            Heading(phrase("finding.limits", "What this cannot show")), *(Words(words, "dim") for words in figures.cannot),
            Gap(), Heading(phrase("record.another", "Another act")),
        ]  # fmt: skip
        blocks += [Entry(f"{OF}{name}", str(title)) for name, title in self.story.classes]
        self.put(blocks, keep)

    def took(self, key: str) -> None:
        """Change the axis, the life beside, or the act."""
        if key == AXIS:
            self.axis = "day" if self.axis == "opportunity" else "opportunity"
            self.paint(keep=True)
        elif key == BESIDE:
            self._pick()
        else:
            self.of = key.removeprefix(OF)
            self.paint()

    def _pick(self) -> None:
        from scsgame.ui.screens.pick import PickScreen

        saves = self.life_app.asked(self.life_app.house.saves)
        if saves is None:
            return
        nobody = Item(NOBODY, phrase("record.nobody", "no other life"), Safe(""))
        items = [nobody, *(Item(one.file, one.name, one.sentence) for one in saves)]

        def picked(chosen: tuple[str, ...] | None) -> None:
            if chosen == (NOBODY,):
                self.other = None
                self.paint(keep=True)
            elif chosen:
                name = next(one.title for one in items if one.id == chosen[0])
                self.herald.hold(("neutral", phrase("record.reading", "Living it again: {life}", life=name)))
                self.work_out(lambda _: self._read(chosen[0]), lambda found: self._put_beside(name, found))

        self.life_app.push_screen(PickScreen(phrase("record.pick", "Which life beside this one?"), items), picked)

    def _read(self, file: str) -> Story | str:
        """Return the story of a saved life, or the sentence that says why it cannot be drawn."""
        try:
            story = self.life_app.house.story(file)
        except Exception as refusal:
            if not title_of(refusal):
                raise
            return sentence(refusal)
        if not story.classes:
            return phrase("record.waits", "Something is still withheld in that life, so its record waits.")
        return story

    def _put_beside(self, name: Safe, found: Story | str) -> None:
        self.herald.hush()
        if isinstance(found, str):
            self.say(("neutral", found))
        else:
            self.other = (name, found)
        self.paint(keep=True)
