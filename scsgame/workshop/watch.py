"""Checking anew after each save, for an author who writes with the report beside the editor.

What was saved is looked at first, by itself, which takes a blink; the rest and the proofs follow when nothing more is saved.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from pathlib import Path

from scsgame.packs.library import places
from scsgame.tongue import phrase

PAUSE = 0.1
"""How many seconds lie between two looks at the files."""

CLEAR = "\x1b[2J\x1b[H"
Stamp = dict[tuple[Path, str], tuple[int, int]]
"""When each file was last saved and how large it is, by the pack it is in and its path there."""


def stamps(paths: Sequence[Path]) -> Stamp:
    """Return when each file of each pack was last saved, and how large it is."""
    found: Stamp = {}
    for root, _ in places(paths):
        for path in [*root.rglob("*.yaml"), *root.rglob("*.yml")] if root.is_dir() else [root]:
            with suppress(OSError):
                about = path.stat()
                found[root, path.relative_to(root).as_posix()] = (about.st_mtime_ns, about.st_size)
    return found


def saved(before: Stamp, now: Stamp) -> list[str]:
    """Return the paths, within their packs, of all files that came, went, or were saved anew."""
    return sorted({path for (_, path), _ in before.items() ^ now.items()})


def watch(paths: Sequence[Path], check: Callable[[], str], show: Callable[[str], None], *,
          glance: Callable[[Collection[str]], str] | None = None, looks: int | None = None, pause: float = PAUSE,
          clear: str = CLEAR) -> int:  # fmt: skip
    """Check now and after every save until Ctrl-C, or for so many looks; return how often everything was checked.

    With a `glance`, what was saved is looked at first; everything is checked as soon as a look finds nothing newly saved.
    """
    before: Stamp | None = None
    checks = look = 0
    due = False
    with suppress(KeyboardInterrupt):
        while looks is None or look < looks:
            now = stamps(paths)
            if before is not None and now != before and glance is not None:
                show(f"{clear}{glance(saved(before, now))}")
                due = True
            elif now != before or due:
                show(
                    f"{clear}{check()}\n"
                    + phrase("check.watching", "watching {count} files; Ctrl-C ends it.", count=len(now))
                )
                checks += 1
                due = False
            before = now
            look += 1
            time.sleep(pause)
    return checks
