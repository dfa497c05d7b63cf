"""Writing a file into a pack: whole or not at all, and never through a link that a stranger put there."""

from __future__ import annotations

import errno
import os
from pathlib import Path


def put(place: Path, text: str) -> None:
    """Put a text in a file's place; what was a link becomes a file, and what it led to stays as it is. Raises OSError."""
    beside = place.with_name(f".{place.name}.new")
    beside.unlink(missing_ok=True)
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        if place.is_file() and not place.is_symlink():
            beside.chmod(place.stat().st_mode & 0o777)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)


def own_folder(place: Path) -> None:
    """Make a folder of a pack, if it is not there. Raises OSError where a link stands in its place."""
    if place.is_symlink():
        raise OSError(errno.ELOOP, f"{place.name} is a link, and nothing is written through it", os.fspath(place))
    place.mkdir(exist_ok=True)
