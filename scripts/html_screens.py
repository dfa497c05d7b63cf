"""Look at a debrief as a page, with the network off: on A4 and as wide as a phone.

python scripts/html_screens.py [FOLDER]     writes debrief.html, debrief-a4.png and debrief-phone.png
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from three_debriefs import lived

from scsgame.debrief.printed import as_html
from scsgame.debrief.story import story
from scsgame.packs import load
from scsgame.session.player import sources_of

SIZES = {"a4": (794, 1123), "phone": (390, 844)}
"""A4 at 96 dots an inch, and a phone."""


def photograph(browser: str, page: Path, picture: Path, wide: int, high: int) -> None:
    """Take a picture of the top of a page; every name resolves to nowhere. A window is no narrower than 500, so a frame holds the page."""
    with tempfile.TemporaryDirectory() as profile:
        frame = Path(profile) / "frame.html"
        frame.write_text(
            f'<body style="margin:0"><iframe src="{page.resolve().as_uri()}" style="border:0;width:{wide}px;height:{high}px"></iframe>',
            "utf-8",
        )
        subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND",
             f"--user-data-dir={profile}/user", "--hide-scrollbars", f"--window-size={wide},{high}", f"--screenshot={picture}", frame.as_uri()],
            check=True, capture_output=True, timeout=90,
        )  # fmt: skip


def main() -> int:
    """Write the page of a random bot's life and photograph it."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    library = load()
    chronicle = lived(library, "random", ("rongcheng",), "aloud")
    told = story(chronicle, tuple(library.regimes.values()), sources_of(library))
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as place:
        page = Path(place) / "debrief.html"
        page.write_text(as_html(told, "A life chosen at random"), "utf-8")
        print(f"{len(page.read_bytes()):,} bytes")
        if browser is None:
            print("There is no Chromium here to look with.")
            return 1
        for name, (wide, high) in SIZES.items():
            photograph(browser, page, folder.resolve() / f"debrief-{name}.png", wide, high)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
