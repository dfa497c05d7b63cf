"""Checking anew after each save, for an author who writes with the report beside the editor."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from scsgame.packs.library import places

PAUSE = 0.2
"""How many seconds lie between two looks at the files."""

CLEAR = "\x1b[2J\x1b[H"
Stamp = dict[str, tuple[int, int]]


def stamps(paths: Sequence[Path]) -> Stamp:
    """Return when each file of each pack was last saved, and how large it is."""
    found: Stamp = {}
    for root, _ in places(paths):
        for path in [*root.rglob("*.yaml"), *root.rglob("*.yml")] if root.is_dir() else [root]:
            with suppress(OSError):
                about = path.stat()
                found[str(path)] = (about.st_mtime_ns, about.st_size)
    return found


def watch(paths: Sequence[Path], check: Callable[[], str], show: Callable[[str], None], *, looks: int | None = None,
          pause: float = PAUSE, clear: str = CLEAR) -> int:  # fmt: skip
    """Check now and after every save until Ctrl-C, or for so many looks; return how often it checked."""
    before: Stamp | None = None
    checks = look = 0
    with suppress(KeyboardInterrupt):
        while looks is None or look < looks:
            now = stamps(paths)
            if now != before:
                before = now
                show(f"{clear}{check()}\nwatching {len(now)} files; Ctrl-C ends it.")
                checks += 1
            look += 1
            time.sleep(pause)
    return checks
