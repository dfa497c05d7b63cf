"""Files in the user's own cache folder: lines of JSON under a name, each sealed with the SHA-256 of its rest.

The folder is the user's own (0700), and files in it are never trusted: a line whose seal is broken, that is not JSON, or in
which a text stands that `safe` would change is as good as none. No disk, a full or a read-only one is no error.
"""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

MOST_FILES = 24
MOST_BYTES = 96 << 20
LARGEST = 64 << 20
SEAL = 65
_PRINTABLE = bytes(range(0x20, 0x7F))
_OTHER_ESCAPE = re.compile(rb'\\[^n"]')

BROKEN = (
    OSError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    MemoryError,
)
"""All that a strange file, a strange disk or a noun that cannot be kept can raise."""


def folder() -> Path | None:
    """Return where caches stand: a folder in what SCSGAME_CACHE names, else in the user's own; None where it says off."""
    told = os.environ.get("SCSGAME_CACHE", "").strip()
    if told == "off":
        return None
    return (Path(told) if told else user_cache_path("scsgame")) / "pack-cache"


def content(name: str) -> bytes | None:
    """Return what was kept under a name, if it is there and the folder is the user's own. Raises OSError."""
    place = folder()
    if place is None:
        return None
    about = os.lstat(place)
    if not stat.S_ISDIR(about.st_mode) or (hasattr(os, "geteuid") and about.st_uid != os.geteuid()):
        return None
    if os.name == "posix" and about.st_mode & 0o022:
        return None
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    opened = os.open(place / f"{name}.json", flags)
    with os.fdopen(opened, "rb") as file:
        found = os.fstat(opened)
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
            return None
        return file.read(LARGEST)


def harmless(line: bytes) -> bool:
    """Tell whether every text in a line of JSON is one that `safe` would leave as it is.

    No barred character stands in it, and after every backslash comes the n of a line's end or a quotation mark, so none is
    hidden in an escape either. (What has backslashes is not kept.) In most content everything is printable.
    """
    if _OTHER_ESCAPE.search(line):
        return False
    uncommon = line.translate(None, _PRINTABLE).decode()
    if uncommon.isprintable():
        return True
    from scsgame.packs.barriers import BARRED

    return "\t" not in uncommon and BARRED.search(uncommon) is None


def plain(sealed: bytes) -> Any:
    """Return what a line says. Raises ValueError where its seal is broken or its texts may not be shown."""
    line = sealed[SEAL:]
    if sealed[:SEAL] != seal(line) or not harmless(line):
        raise ValueError(SEAL)
    return json.loads(line.decode(), parse_constant=_no_number)


def _no_number(word: str) -> None:
    raise ValueError(word)


def as_line(said: Any) -> bytes:
    """Return plain data as one line. Raises ValueError or TypeError for what is none."""
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def seal(line: bytes) -> bytes:
    """Return what is put before a line."""
    return sha256(line).hexdigest().encode() + b" "


def keep(name: str, made: Callable[[], list[bytes]]) -> None:
    """Write lines under a name, if that is possible; whoever reads meanwhile finds a whole file or none."""
    place = folder()
    if place is None:
        return
    with suppress(*BROKEN):
        lines = made()
        if all(map(harmless, lines)):
            _write(place, name, b"\n".join([seal(line) + line for line in lines]))


def _write(place: Path, name: str, written: bytes) -> None:
    from tempfile import mkstemp

    place.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        place.mkdir(mode=0o700)
    opened, part = mkstemp(prefix="new-", suffix=".part", dir=place)
    try:
        with os.fdopen(opened, "wb") as file:
            file.write(written)
        os.replace(part, place / f"{name}.json")  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            Path(part).unlink()
        raise
    _clear(place)


def _clear(place: Path) -> None:
    """Throw away all but the latest files; another program may be doing the same."""
    aged = []
    for path in (*place.glob("[0-9a-f]" * 64 + ".json"), *place.glob("new-*.part")):
        with suppress(OSError):
            about = path.stat()
            aged.append((about.st_mtime_ns, about.st_size, path))
    room = MOST_BYTES
    for number, (_, size, path) in enumerate(sorted(aged, reverse=True)):
        room -= size
        if number and (number >= MOST_FILES or room < 0):
            with suppress(OSError):
                path.unlink()
