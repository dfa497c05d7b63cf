"""Long use and odd windows: widgets are given back, and any size can be drawn."""

from __future__ import annotations

import gc
import random

from textual.widget import Widget

from scsgame.terms import Safe
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.standing import strip_words
from scsgame.ui.screens.office import office_blocks
from scsgame.ui.screens.page import Page
from scsgame.ui.screens.phone import PhoneScreen
from scsgame.ui.widgets.toosmall import TooSmall
from ui.fake import FakeHouse, FakePlayer
from ui.stage import page, press, settle, staged, still


def _widgets() -> int:
    gc.collect()
    return sum(isinstance(thing, Widget) for thing in gc.get_objects())


async def test_a_hundred_phones_leave_nothing_behind() -> None:
    """Opening and closing gives every widget back."""
    async with staged(size=(60, 20), alive=True) as (app, pilot):
        await press(pilot, "p", "b", "p", "b")
        before = _widgets()
        for _ in range(100):
            screen = PhoneScreen(app.house.player, app.house.player.view())  # type: ignore[attr-defined]
            await app.push_screen(screen)
            await screen.dismiss(None)
        del screen
        await settle(pilot)

        assert _widgets() <= before + 2


async def test_no_screen_has_many_widgets() -> None:
    """Widgets are the currency: a whole page is a handful."""
    async with staged(size=(120, 36), alive=True) as (app, pilot):
        for key in ("p", "4", "b", "1"):
            await press(pilot, key)
            assert len(list(app.screen.walk_children())) <= 20


async def test_a_storm_of_sizes_does_no_harm() -> None:
    """From 300 columns down to a single cell, on every kind of page."""
    luck = random.Random(7)
    sizes = [(1, 1), (2, 2), (1, 40), (300, 1), (59, 20), (60, 19), (300, 100), (60, 20), (3, 3), (100, 30)]
    async with staged(alive=True) as (app, pilot):
        for keys in ((), ("p", "4"), ("b", "question_mark")):
            await press(pilot, *keys)
            for width, height in luck.sample(sizes, 4):
                await pilot.resize_terminal(width, height)
                await press(pilot, "down")
            await pilot.resize_terminal(80, 24)
            await settle(pilot)
        assert app.is_running


async def test_a_window_too_small_says_so_kindly_and_takes_no_choice() -> None:
    """One cannot choose what one cannot see."""
    house = FakeHouse()
    async with staged(house, (59, 19), alive=True) as (app, pilot):
        assert "A little more room" in page(app)
        await press(pilot, "1", "enter")
        assert not house.player.made
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        assert "The east gate" in page(app)
        assert not app.screen.query_one(TooSmall).display


async def test_the_widest_window_keeps_its_lines_short() -> None:
    """No line of prose is wider than a hand's breadth of columns, however wide the window."""
    async with staged(size=(300, 100), alive=True) as (app, _):
        assert isinstance(app.screen, Page)
        assert app.screen.sheet.size.width <= 78
        assert "Fri" in page(app) or "Sat" in page(app)


async def test_bars_slide_only_where_movement_is_wanted() -> None:
    """Reduced motion means none."""
    from scsgame.ui.widgets.gauges import SidePanel

    for calm in (True, False):
        house = FakeHouse(settings={"reduced_motion": calm})
        async with staged(house, (120, 36), alive=True) as (app, pilot):
            app.animation_level = "full"
            panel = app.screen.query_one(SidePanel)
            view = FakePlayer().view()
            moved = view._replace(meters=(view.meters[0]._replace(value=200), *view.meters[1:]))
            panel.show(moved)

            assert (panel.progress == 1.0) is calm
            await pilot.pause(0.3)
            assert panel.progress == 1.0


async def test_more_is_said_only_where_there_is_more() -> None:
    """The mark in the key bar follows the page, the window and what the herald covers."""
    async with staged(alive=True) as (app, pilot):
        await press(pilot, "p")
        await still(pilot)
        assert "more" not in page(app).splitlines()[-1]
        await press(pilot, "4")
        await still(pilot)
        assert "more" in page(app).splitlines()[-1]
        await press(pilot, "b", "w")
        await still(pilot)
        assert "more" not in page(app).splitlines()[-1]


def test_the_strip_keeps_every_number_where_names_must_give_way() -> None:
    """Three systems in sixty columns: names are cut, scores are not."""
    view = FakePlayer().view()
    view = view._replace(regimes=view.regimes * 3)
    line = "".join(run.text for run in strip_words(view, 70))

    assert line.count("652, good") == 3
    assert len(line) <= 70


def test_a_tier_keeps_its_capital() -> None:
    """A tier called AA is not shown as aa."""
    office = FakePlayer().view().regimes[0]._replace(tier=Safe("AA"), score=None)
    drawn = "".join(
        run.text
        for block in office_blocks(office, 9, Look())
        for line in block.lines(60, Look(), False)
        for run in line
    )

    assert "  AA" in drawn
