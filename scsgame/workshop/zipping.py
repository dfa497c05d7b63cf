"""A pack made into one file that is the same every time, on every computer.

Files stand in the order of their names, with one fixed time and one fixed mode, with plain line ends, and are not
pressed smaller: what presses them differs from one computer to the next. `manifest.sha256` says the hash of each.
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import mkstemp

from scsgame.packs.library import report_on, shelves
from scsgame.packs.problems import Problem
from scsgame.packs.reader import Map, read
from scsgame.packs.shelves import Shelf, fetch
from scsgame.packs.zips import MANIFEST

_TIME = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100644 << 16


@dataclass(frozen=True)
class Zipped:
    """A pack as one file: its name, its bytes, how many files are in it, and the hash of it all."""

    name: str
    content: bytes
    files: int
    digest: str


def packed(files: Mapping[str, str]) -> bytes:
    """Return the zip of these files."""
    plain = {path: text.replace("\r\n", "\n").encode() for path, text in files.items()}
    hashes = "".join(f"{sha256(plain[path]).hexdigest()}  {path}\n" for path in sorted(plain))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        for path, content in sorted({**plain, MANIFEST: hashes.encode()}.items()):
            entry = zipfile.ZipInfo(path, _TIME)
            entry.create_system, entry.external_attr = 3, _MODE
            archive.writestr(entry, content, zipfile.ZIP_STORED)
    return held.getvalue()


def head_of(shelf: Shelf) -> tuple[str, str]:
    """Return the id and version that a pack gives itself; nothing where it gives none."""
    root = read(shelf.files.get("pack.yaml", "")).root
    top = root if isinstance(root, Map) else {}
    name, version = top.get("pack"), top.get("version")
    return (name if isinstance(name, str) else "", version if isinstance(version, str) else "")


def file_name(shelf: Shelf) -> str:
    """Return what the zip of a pack is called."""
    from scsgame.packs.shapes import ID

    name, version = head_of(shelf)
    kept = "".join(letter for letter in version[:40] if letter.isascii() and (letter.isalnum() or letter in ".-+"))
    whole = name if ID.fullmatch(name.replace("-", "_")) and len(name) <= 60 else "pack"
    return f"{whole}-{kept or '0'}.zip"


def zipped(path: Path) -> tuple[Zipped, tuple[Problem, ...]]:
    """Return a pack as one file, and the errors that are in it when it is read with all other packs here."""
    shelf = fetch(path, path.as_posix().rstrip("/"))
    found = report_on(shelves([path])).errors
    mine = tuple(problem for problem in found if _within(problem.path, shelf.label))
    content = packed(shelf.files)
    return Zipped(file_name(shelf), content, len(shelf.files), sha256(content).hexdigest()), mine


def _within(path: str, label: str) -> bool:
    return path == label or path.startswith(f"{label}/")


def store(place: Path, content: bytes) -> None:
    """Put a file in its place in one step; whoever looks finds the old one or the new one, whole."""
    opened, written = mkstemp(prefix=".new-", suffix=".part", dir=place.parent)
    try:
        with os.fdopen(opened, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(written).chmod(0o644)
        Path(written).replace(place)
    except BaseException:
        with suppress(OSError):
            Path(written).unlink()
        raise
