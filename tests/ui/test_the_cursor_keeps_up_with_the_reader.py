"""Who reads on by pages goes on from there: the next arrow does not leap back to where one began."""

from __future__ import annotations

from scsgame.ui.widgets.scroller import Scroller
from scsgame.ui.widgets.sheet import Sheet
from ui.fake import FakeHouse
from ui.stage import place, press, staged


def seen(sheet: Sheet) -> bool:
    scroller = sheet.parent
    assert isinstance(scroller, Scroller)
    top = sheet._tops[sheet.cursor][0]
    return scroller.scroll_offset.y <= top < scroller.scroll_offset.y + scroller.size.height


async def test_after_reading_on_the_cursor_stands_on_what_is_seen() -> None:
    async with staged(alive=True, size=(60, 20)) as (app, pilot):
        await press(pilot, "p", "4")
        sheet = app.screen.sheet  # type: ignore[attr-defined]
        began = sheet.cursor
        await press(pilot, "pagedown", "pagedown")
        assert sheet.cursor > began
        assert seen(sheet)
        before = sheet.parent.scroll_offset.y
        await press(pilot, "down")
        assert sheet.parent.scroll_offset.y >= before, "one arrow does not leap back"
        await press(pilot, "end", "pageup", "pageup")
        assert seen(sheet)


async def test_a_numbered_way_on_waits_below_for_who_reads_back() -> None:
    async with staged(FakeHouse(), alive=True, size=(60, 20)) as (app, pilot):
        await press(pilot, "1", "1", "1")
        assert place(app) == "week"
        sheet = app.screen.sheet  # type: ignore[attr-defined]
        key = sheet.chosen.key
        await press(pilot, "pagedown", "pageup", "pageup")
        assert sheet.chosen.key == key == "on"
