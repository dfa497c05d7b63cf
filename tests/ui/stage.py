"""A stage: the game on a screen of a given size, and what can be read off it."""

from __future__ import annotations

import os
from asyncio import sleep
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual.app import App
from textual.keys import _character_to_key
from textual.pilot import Pilot

from scsgame.ui.app import LifeApp
from ui.fake import FakeHouse

GOLDEN = Path(__file__).parent / "golden"
SIZES = ((60, 20), (80, 24), (120, 36))


@asynccontextmanager
async def staged(
    house: FakeHouse | None = None, size: tuple[int, int] = (80, 24), alive: bool = False
) -> AsyncIterator[tuple[LifeApp, Pilot[str]]]:
    """Open the game at this size; `alive` begins in the middle of a life."""
    house = house or FakeHouse()
    app = LifeApp(house, house.player if alive else None, seed=lambda: "48213")
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield app, pilot


async def press(pilot: Pilot[str], *keys: str) -> None:
    """Press keys one after the other, and let each have its effect: a pilot of our own, which does not wait by the clock."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        event = events.Key(name, key if len(key) == 1 else None)
        event.set_sender(pilot.app)
        driver = pilot.app._driver
        assert driver is not None
        driver.send_message(event)
        await settle(pilot)


async def settle(pilot: Pilot[str]) -> None:
    """Let every message have its effect, and what it sends have its own."""
    app = pilot.app
    for _ in range(3):
        await sleep(0.002)
        if not app.is_running or app._exit:
            return
        await pilot._wait_for_screen()
        await until(pilot, lambda: all(worker.is_finished for worker in app.workers))
    app.screen._on_timer_update()


async def still(pilot: Pilot[str]) -> None:
    """Wait until the screen has stopped changing."""
    before: list[str] = []
    same = 0
    for _ in range(60):
        await settle(pilot)
        now = seen(pilot.app)
        same = same + 1 if now == before else 0
        if same == 2:
            return
        before = now


async def until(pilot: Pilot[str], holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    for _ in range(200):
        if holds():
            return
        await sleep(0.01)
    raise AssertionError("it never came to hold")


def place(app: LifeApp) -> str:
    """Return where one is."""
    return str(getattr(app.screen, "PLACE", ""))


def seen(app: App[str]) -> list[str]:
    """Return the lines on the screen as text."""
    return ["".join(segment.text for segment in strip).rstrip() for strip in app.screen._compositor.render_strips()]


def page(app: LifeApp) -> str:
    """Return the whole screen as text."""
    return "\n".join(seen(app)) + "\n"


def compare(name: str, text: str) -> None:
    """Hold a screen against its golden file; SCSGAME_GOLDEN=write makes the files anew."""
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("SCSGAME_GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text, f"the screen {name} looks different; see {file.name}"
