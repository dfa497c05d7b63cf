"""Every screen, at three sizes, as text that a person can read in a diff."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from scsgame.ui.app import LifeApp
from ui.stage import SIZES, compare, page, place, press, settle, staged, still, until


async def _to_the_end(app: LifeApp, pilot: Pilot[str]) -> None:
    for _ in range(20):
        if place(app) == "ending":
            return
        if place(app) == "week":
            await until(pilot, lambda: not getattr(app.screen, "in_grace", False))
            await press(pilot, "n")
        else:
            await press(pilot, "1")


SCREENS: dict[str, tuple[bool, str, tuple[str, ...]]] = {
    "title": (False, "title", ()),
    "shelf": (False, "shelf", ("3",)),
    "form": (False, "form", ("2",)),
    "form-systems": (False, "pick", ("2", "2", "2")),
    "form-values": (False, "pick", ("2", "4", "1")),
    "form-name": (False, "ask", ("2", "5")),
    "settings": (False, "settings", ("6",)),
    "atlas": (False, "atlas", ("5",)),
    "card": (False, "card", ("5", "end", "up", "enter")),
    "day": (True, "day", ()),
    "day-after-undo": (True, "day", ("2", "u")),
    "closed": (True, "day", ("down", "down", "down", "enter")),
    "phone-bills": (True, "phone", ("p",)),
    "phone-people": (True, "phone", ("p", "2")),
    "phone-feed": (True, "phone", ("p", "3")),
    "phone-office": (True, "phone", ("p", "4")),
    "phone-office-end": (True, "phone", ("p", "4", "end")),
    "plea": (True, "plea", ("a", "b")),
    "why": (True, "why", ("w",)),
    "help": (True, "help", ("question_mark",)),
    "palette": (True, "palette", ("colon",)),
    "leave": (True, "leave", ("q",)),
    "week": (True, "week", ("1", "1", "1")),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_is_drawn_as_in_its_golden_files(name: str) -> None:
    """A change of looks is a change of a text file, and somebody has to look at it."""
    alive, where, keys = SCREENS[name]
    async with staged(alive=alive) as (app, pilot):
        if name == "plea":
            await press(pilot, "p", "4")
            app.open_plea(app.screen, "sesame", "fix")  # type: ignore[arg-type]
            await settle(pilot)
        await press(pilot, *keys)

        assert where == place(app)
        await _at_every_size(app, pilot, name)


async def test_the_ending_and_the_debrief_are_drawn_as_in_their_golden_files() -> None:
    """A whole life is played with one key, and looked back upon."""
    async with staged(alive=True) as (app, pilot):
        await _to_the_end(app, pilot)
        await _at_every_size(app, pilot, "ending")
        await until(pilot, lambda: not getattr(app.screen, "in_grace", False))
        await press(pilot, "d")

        assert place(app) == "debrief"
        await _at_every_size(app, pilot, "debrief")
        for number, name in enumerate(("seen", "bought", "taught", "became", "elsewhere"), 2):
            await press(pilot, str(number))
            await _at_every_size(app, pilot, f"debrief-{name}")


async def test_what_stands_behind_a_chapter_is_drawn_as_in_its_golden_files() -> None:
    """From a picture to the choices behind it, to a finding, and to the doors."""
    async with staged() as (app, pilot):
        player = app.house.player  # type: ignore[attr-defined]
        app.open_debrief(player.story(), player)
        await still(pilot)
        await press(pilot, "enter")
        assert place(app) == "turns"
        await _at_every_size(app, pilot, "turns")
        await press(pilot, "b", "down", "enter")
        assert place(app) == "finding"
        await _at_every_size(app, pilot, "finding")
        await press(pilot, "b", "4", "end", "enter")
        assert place(app) == "record"
        await press(pilot, "2", "2")
        assert "Ann" in page(app)
        await _at_every_size(app, pilot, "record")
        await press(pilot, "b", "6", "end", "enter")
        assert place(app) == "doors"
        await _at_every_size(app, pilot, "doors")


async def test_pictures_in_plain_signs_are_ascii_and_say_the_same() -> None:
    """Each sign has a twin that any terminal knows, and no two of them are the same."""
    from ui.fake import FakeHouse

    async with staged(FakeHouse(settings={"ascii": True}), (120, 36)) as (app, pilot):
        player = app.house.player  # type: ignore[attr-defined]
        app.open_debrief(player.story(), player)
        for key in "1234567":
            await press(pilot, key)
            await still(pilot)
            assert page(app).isascii(), [line for line in page(app).splitlines() if not line.isascii()]


async def _at_every_size(app: LifeApp, pilot: Pilot[str], name: str) -> None:
    """Pull the window to each size, and hold what is seen against its file."""
    for size in SIZES:
        await pilot.resize_terminal(*size)
        await still(pilot)
        compare(f"{name}-{size[0]}x{size[1]}", page(app))


async def test_plain_signs_leave_nothing_but_ascii() -> None:
    """Where a terminal knows no other letters, none of ours are drawn."""
    from ui.fake import FakeHouse

    for keys in ((), ("p", "4"), ("w",), ("question_mark",), ("1", "1", "1")):
        async with staged(FakeHouse(settings={"ascii": True}), (120, 36), alive=True) as (app, pilot):
            await press(pilot, *keys)

            assert page(app).isascii(), [line for line in page(app).splitlines() if not line.isascii()]
