"""Pick one or several things from a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from scsgame.tongue import phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.entry import Entry, Notes
from scsgame.ui.paper.words import Gap, Heading, Words
from scsgame.ui.player import Pickable
from scsgame.ui.screens.page import Page

DONE = "\x00done"

LONG = 9
"""In a list longer than this only the line under the cursor tells about itself."""


class PickScreen(Page[tuple[str, ...]]):
    """A list to pick from. With `most` 1 a line is taken at once; otherwise lines are ticked, and then one goes on."""

    PLACE: ClassVar[str] = "pick"
    keeps = False
    """Whether going back keeps what is ticked, where it is enough: a form that opened the list does, a question does not."""

    def __init__(
        self, title: str, items: Sequence[Pickable], chosen: Sequence[str] = (), least: int = 1, most: int = 1,
        saying: str = "",
    ) -> None:  # fmt: skip
        """Offer these items; `chosen` are ticked already."""
        super().__init__()
        self.words = title
        self.items = tuple(items)
        self.chosen = [item.id for item in self.items if item.id in chosen]
        self.least = least
        self.most = most
        self.saying = saying

    def paint(self, keep: bool = False) -> None:
        """List the items, ticked or not, and the way on."""
        several = self.most > 1
        look = self.life_app.look
        count = (
            phrase("pick.count", "{count} of {most} picked", count=len(self.chosen), most=self.most)
            if self.most < len(self.items) and several
            else ""
        )
        self.masthead.show(self.words, count)
        blocks: list[Block] = [Words(self.saying, "dim", indent=2), Gap()] if self.saying else []
        long, group = len(self.items) > LONG, ""
        for number, item in enumerate(self.items, 1):
            if item.group and item.group != group:
                group = item.group
                blocks += [Heading(group), *([] if long else [Gap()])]
            mark = look.sign("on" if item.id in self.chosen else "off") if several else ""
            notes: Notes = ((str(item.about), "dim"),) if item.about else ()
            blocks.append(Entry(item.id, item.title, number, notes=notes, mark=mark, shy=long))
            last = number == len(self.items) or self.items[number].group != item.group
            blocks += [Gap()] if last or not long else []
        if several:
            ready = self.ready
            reason = ""
            if not ready and self.least == self.most:
                reason = phrase("pick.exactly", "Pick {count}.", count=self.least)
            elif not ready:
                reason = phrase("pick.least", "Pick at least {count}.", count=self.least)
            why: Notes = ((reason, "dim"),) if reason else ()
            number = len(self.items) + 1 if ready and len(self.items) < LONG else 0
            blocks.append(Entry(DONE, phrase("go_on", "Go on"), number, open=ready, notes=why))
        self.put(blocks, keep)

    @property
    def ready(self) -> bool:
        """Say whether as many are ticked as are wanted."""
        return self.least <= len(self.chosen) <= self.most

    def action_back(self) -> None:
        """Close the list."""
        self.dismiss(tuple(self.chosen) if self.keeps and self.most > 1 and self.ready else None)

    def took(self, key: str) -> None:
        """Tick, untick, or go on."""
        if key == DONE:
            if self.ready:
                self.dismiss(tuple(self.chosen))
            return
        if self.most == 1:
            self.dismiss((key,))
            return
        if key in self.chosen:
            self.chosen.remove(key)
        elif len(self.chosen) < self.most:
            self.chosen.append(key)
        else:
            self.say(("neutral", phrase("pick.most", "No more than {count}: take one away first.", count=self.most)))
        self.paint(keep=True)
