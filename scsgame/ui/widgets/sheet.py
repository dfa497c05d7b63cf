"""A sheet: a page of blocks in one widget, with a cursor that stops at the lines one can take or ask about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from scsgame.ui.commands import LIST, bindings
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.lines import Line
from scsgame.ui.widgets.drawn import Drawn
from scsgame.ui.widgets.scroller import Scroller


class Sheet(Drawn, can_focus=True):
    """A page of blocks. Up and down move between the lines that can be taken, numbers and Enter take them."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(LIST))

    class Taken(Message):
        """The player settled on a line."""

        def __init__(self, key: str) -> None:
            """Keep which."""
            super().__init__()
            self.key = key

    class Moved(Message):
        """The cursor came to another line."""

    def __init__(self, blocks: Iterable[Block] = ()) -> None:
        """Begin with these blocks."""
        super().__init__(id="sheet")
        self.blocks: tuple[Block, ...] = tuple(blocks)
        self.cursor = self._first()
        self._tops: list[tuple[int, int]] = []

    def show(self, blocks: Iterable[Block], keep: bool = False) -> None:
        """Show other blocks; `keep` leaves the cursor where it is and the page where it was read."""
        at = self.cursor
        self.blocks = tuple(blocks)
        self.cursor = at if keep and at in self._stops() else self._first()
        self.redraw(layout=True)
        if not keep:
            self._scroller_to_top()

    @property
    def chosen(self) -> Block | None:
        """Return the block under the cursor."""
        return self.blocks[self.cursor] if 0 <= self.cursor < len(self.blocks) else None

    def draw(self, width: int) -> list[Line]:
        """Draw the blocks one below the other, and remember where each begins."""
        found: list[Line] = []
        self._tops = []
        look = self.look
        for at, block in enumerate(self.blocks):
            lines = block.lines(width, look, at == self.cursor)
            self._tops.append((len(found), len(lines)))
            found += lines
        return found

    def action_up(self) -> None:
        """Go to the stop above, or read up where there is none."""
        self._go(-1)

    def action_down(self) -> None:
        """Go to the stop below, or read down where there is none."""
        self._go(+1)

    def action_first(self) -> None:
        """Go to the first stop and to the top of the page."""
        stops = self._stops()
        if stops:
            self._put(stops[0])
        self._scroller_to_top()

    def action_last(self) -> None:
        """Go to the last stop and to the end of the page."""
        stops = self._stops()
        if stops:
            self._put(stops[-1])
        if isinstance(self.parent, VerticalScroll):
            self.parent.scroll_end(animate=False)

    def action_page_up(self) -> None:
        """Read one page back."""
        self._read(-1)

    def action_page_down(self) -> None:
        """Read one page on."""
        self._read(+1)

    def _read(self, way: int) -> None:
        if isinstance(self.parent, VerticalScroll):
            self.parent.scroll_relative(y=way * max(1, self.parent.size.height - 2), animate=False)
            self.call_after_refresh(self._keep_up, way)

    def _keep_up(self, way: int) -> None:
        """Let the cursor keep up with who reads, so that the next key goes on from what is seen; a numbered way on waits below."""
        if not isinstance(self.parent, Scroller) or not 0 <= self.cursor < len(self._tops):
            return
        seen, rows = self.parent.scroll_offset.y, self.parent.size.height
        at = self._tops[self.cursor][0]
        waits = self.blocks[self.cursor].number > 0
        if (way > 0 and at < seen) or (way < 0 and at >= seen + rows and not waits):
            within = [stop for stop in self._stops() if seen <= self._tops[stop][0] < seen + rows]
            if within:
                self.cursor = within[0 if way > 0 else -1]
                self.redraw()
                self.post_message(self.Moved())

    def action_take(self) -> None:
        """Take the line under the cursor. What is further down is read up to first; with nothing to take, read on."""
        if self.chosen is None or self._is_below():
            self.action_page_down()
        elif not self._in_sight():
            self.reveal()
        else:
            self.post_message(self.Taken(self.chosen.key))

    def action_number(self, digit: int) -> None:
        """Take the line with this number; where no line has one, leave the digit to the page."""
        for at, block in enumerate(self.blocks):
            if block.number == int(digit):
                self._put(at)
                self.post_message(self.Taken(block.key))
                return
        raise SkipAction

    def on_click(self, event: events.Click) -> None:
        """Take the line that was clicked."""
        for at, (top, height) in enumerate(self._tops):
            if top <= event.y < top + height and at in self._stops():
                self._put(at)
                self.post_message(self.Taken(self.blocks[at].key))
                return

    def _stops(self) -> list[int]:
        return [at for at, block in enumerate(self.blocks) if block.key or block.asks[1]]

    def _first(self) -> int:
        """Begin at the first numbered line; where nothing has a number, at the first stop there is."""
        numbered = [at for at, block in enumerate(self.blocks) if block.key and block.number]
        return (numbered or self._stops() or [-1])[0]

    def _go(self, step: int) -> None:
        scroller = self.parent
        stops = [at for at in self._stops() if (at > self.cursor if step > 0 else at < self.cursor)]
        target = (stops[0] if step > 0 else stops[-1]) if stops else -1
        if isinstance(scroller, VerticalScroll):
            top, height = self._tops[target] if 0 <= target < len(self._tops) else (0, 0)
            seen = scroller.scroll_offset.y
            beyond = top - (seen + scroller.size.height) if step > 0 else seen - (top + height)
            if target < 0 or beyond > 3:
                scroller.scroll_relative(y=step * 2, animate=False)
                return
        if target >= 0:
            self._put(target)

    def _put(self, at: int) -> None:
        if at != self.cursor:
            self.cursor = at
            self.redraw()
            self.post_message(self.Moved())
        self.reveal()

    def _in_sight(self) -> bool:
        """Say whether the line under the cursor is on the screen, its first line at least."""
        if not isinstance(self.parent, Scroller) or not 0 <= self.cursor < len(self._tops):
            return True
        top, seen = self._tops[self.cursor][0], self.parent.scroll_offset.y
        return seen <= top < seen + self.parent.size.height

    def _is_below(self) -> bool:
        """Say whether the line under the cursor begins below what is on the screen."""
        if not isinstance(self.parent, Scroller) or not 0 <= self.cursor < len(self._tops):
            return False
        return self._tops[self.cursor][0] >= self.parent.scroll_offset.y + self.parent.size.height

    def reveal(self) -> None:
        """Bring the line under the cursor into view."""
        scroller: Widget | None = self.parent if isinstance(self.parent, Widget) else None
        if isinstance(scroller, Scroller) and 0 <= self.cursor < len(self._tops):
            top, height = self._tops[self.cursor]
            scroller.scroll_to_region(Region(0, top, 1, max(1, height)), animate=False, force=True)

    def _scroller_to_top(self) -> None:
        if self.is_mounted and isinstance(self.parent, VerticalScroll):
            self.parent.scroll_home(animate=False)
