"""Take the screenshots that README and docs show: real ones, of a real life, by seed.

python scripts/screenshots.py [FOLDER]      SVG files; with Chromium on the machine, PNG files beside them
"""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from scsgame.session import House
from scsgame.session.bots import at_random
from scsgame.ui.app import LifeApp

SIZE = (100, 30)


async def take(folder: Path) -> None:
    """Walk through the game and keep a picture of each screen."""
    with tempfile.TemporaryDirectory() as saves:
        house = House(folder=Path(saves))
        player = house.new("student", ["sesame", "credit-china"], "as_is", ["candour", "loyalty"], "demo", "demo")
        while player.chronicle.moment.life.facts["day"] < 40:
            player.move(at_random(player.chronicle))
        app = LifeApp(house, player)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(0.5)
            for name, keys in [("day", []), ("phone", ["p", "4"]), ("why", ["down", "down", "w"])]:
                for key in keys:
                    await pilot.press(key)
                    await pilot.pause(0.3)
                keep(folder / f"{name}.svg", app.export_screenshot())
            await pilot.press("q")
        app = LifeApp(house)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(0.5)
            app.open_atlas()
            await pilot.pause(1.5)
            keep(folder / "atlas.svg", app.export_screenshot())


def keep(path: Path, picture: str) -> None:
    """Keep one picture, and a PNG of it where Chromium is there to make one."""
    path.write_text(picture, "utf-8")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        return
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
             f"--user-data-dir={profile}", "--hide-scrollbars", "--window-size=1240,790", f"--screenshot={path.with_suffix('.png')}",
             path.resolve().as_uri()],
            check=False, capture_output=True, timeout=60,
        )  # fmt: skip


def main() -> int:
    """Take them all."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    asyncio.run(take(folder))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
