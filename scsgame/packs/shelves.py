"""Fetching a pack's files: from a folder or a zip, as text, within limits.

Nothing is ever written or extracted. Links, pipes, devices and giants are refused in words.
"""

from __future__ import annotations

import io
import os
import re
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from scsgame.packs.problems import Problem, quoted, visible

LARGEST_FILE = 1 << 20
LARGEST_PACK = 8 << 20
MOST_FILES = 500
DEEPEST_FOLDER = 8
_ZIP_RATIO = 200
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")
_WINDOWS = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)")


@dataclass
class Shelf:
    """A pack's files, as text by path, and what was wrong with fetching them. `label` goes before each path."""

    label: str
    files: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    core: bool = False
    digest: str = ""

    def named(self, path: str) -> str:
        """Return a path as problems show it."""
        return f"{self.label}/{path}" if self.label else path

    def refuse(self, path: str, code: str, message: str) -> None:
        """Say why a file is not read."""
        self.problems.append(Problem(self.named(path) if path else self.label or ".", 0, 0, code, message))

    def put(self, path: str, content: bytes) -> None:
        """Take a file in, if it is text."""
        try:
            self.files[path] = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = content[: error.start]
            line, column = before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1
            self.problems.append(
                Problem(
                    self.named(path),
                    line,
                    column,
                    "not-utf8",
                    "from here on this file is not UTF-8 text; save it as UTF-8 in your editor.",
                )
            )

    def seal(self) -> Shelf:
        """Reckon the digest of everything on the shelf, by which a save knows its pack again."""
        hashed = sha256()
        for path in sorted(self.files):
            hashed.update(f"{path}\0".encode(errors="surrogatepass"))
            hashed.update(sha256(self.files[path].encode()).digest())
        self.digest = hashed.hexdigest()
        return self


def fetch(path: Path, label: str, *, core: bool = False) -> Shelf:
    """Fetch a pack from a folder or a zip. Never raises: what is wrong is on the shelf."""
    shelf = Shelf(label, core=core)
    try:
        if path.is_dir():
            _folder(path, shelf)
        elif path.is_file():
            _zip(path, shelf)
        else:
            shelf.refuse("", "missing-file", f"there is no folder or zip {quoted(str(path))}.")
    except (OSError, ValueError) as error:
        shelf.refuse("", "not-a-file", f"this pack cannot be read: {visible(_reason(error))}.")
    return shelf.seal()


def _reason(error: BaseException) -> str:
    return (error.strerror if isinstance(error, OSError) and error.strerror else "its form is not right").lower()


def _folder(root: Path, shelf: Shelf) -> None:
    room = LARGEST_PACK
    waiting = [(str(root), "", 0)]
    seen = 0
    while waiting:
        folder, prefix, depth = waiting.pop()
        for entry in sorted(os.scandir(folder), key=lambda found: found.name):
            if entry.name.startswith((".", "__pycache__")):
                continue
            path = prefix + entry.name
            seen += 1
            if seen > MOST_FILES:
                shelf.refuse("", "too-large", f"a pack has at most {MOST_FILES} files and folders, this has more.")
                return
            if entry.is_dir(follow_symlinks=False):
                if depth + 1 >= DEEPEST_FOLDER:
                    shelf.refuse(path, "too-deep", f"folders are nested at most {DEEPEST_FOLDER} deep.")
                else:
                    waiting.append((entry.path, path + "/", depth + 1))
            elif entry.name.endswith((".yaml", ".yml")) and _good_name(path, shelf):
                content = _content(entry.path, path, shelf)
                if content is None:
                    continue
                room -= len(content)
                if room < 0:
                    shelf.refuse("", "too-large", f"a pack holds at most {LARGEST_PACK >> 20} MiB, this holds more.")
                    return
                shelf.put(path, content)


def _good_name(path: str, shelf: Shelf) -> bool:
    if all(_NAME.fullmatch(part) and not _WINDOWS.match(part) and not part.endswith(".") for part in path.split("/")):
        return True
    shelf.refuse(path, "bad-file-name", "names of files and folders have plain letters, digits, - and _ only.")
    return False


def _content(place: str, path: str, shelf: Shelf) -> bytes | None:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        opened = os.open(place, flags)
    except OSError as error:
        why = "it is a link" if Path(place).is_symlink() else visible(_reason(error))
        shelf.refuse(path, "not-a-file", f"this file is not read: {why}.")
        return None
    try:
        about = os.fstat(opened)
        if not stat.S_ISREG(about.st_mode):
            shelf.refuse(path, "not-a-file", "this is no ordinary file, so it is not read.")
            return None
        with os.fdopen(opened, "rb", closefd=False) as file:
            content = file.read(LARGEST_FILE + 1)
    finally:
        os.close(opened)
    if len(content) > LARGEST_FILE:
        shelf.refuse(path, "too-large", f"a file holds at most {LARGEST_FILE >> 20} MiB, this holds more.")
        return None
    return content


_ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError,
               struct.error, KeyError, IndexError, OverflowError, MemoryError)  # fmt: skip


def _zip(place: Path, shelf: Shelf) -> None:
    if place.stat().st_size > LARGEST_PACK:
        shelf.refuse("", "too-large", f"a zip holds at most {LARGEST_PACK >> 20} MiB, this holds more.")
        return
    try:
        with zipfile.ZipFile(io.BytesIO(place.read_bytes())) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_FILES:
                shelf.refuse(
                    "", "too-large", f"a pack has at most {MOST_FILES} files and folders, this has {len(entries):,}."
                )
                return
            if sum(entry.file_size for entry in entries) > LARGEST_PACK:
                shelf.refuse("", "too-large", f"a pack holds at most {LARGEST_PACK >> 20} MiB, this holds more.")
                return
            room, names, contents = LARGEST_PACK, set[str](), dict[str, bytes]()
            for entry in entries:
                content = _from_zip(archive, entry, names, shelf)
                if content is not None:
                    room -= len(content)
                    if room < 0:
                        shelf.refuse(
                            "", "too-large", f"a pack holds at most {LARGEST_PACK >> 20} MiB, this holds more."
                        )
                        return
                    contents[entry.filename] = content
    except _ZIP_FAULTS:
        shelf.refuse("", "bad-zip", "this file is no zip that can be read; make it anew.")
        return
    top = _one_folder(contents)
    for path, content in sorted(contents.items()):
        shelf.put(path[len(top) :], content)


def _one_folder(paths: dict[str, bytes]) -> str:
    """Return the folder around everything, when a folder was zipped and not its contents."""
    tops = {path.split("/", 1)[0] + "/" for path in paths if "/" in path}
    if len(tops) == 1 and all("/" in path for path in paths):
        top = tops.pop()
        return top if top + "pack.yaml" in paths else ""
    return ""


def _from_zip(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, names: set[str], shelf: Shelf) -> bytes | None:
    path = entry.filename
    if (entry.is_dir() or path.startswith("__MACOSX/") or "/." in f"/{path}") and ".." not in path:
        return None
    if not _good_name(path, shelf):
        return None
    if path.count("/") >= DEEPEST_FOLDER:
        shelf.refuse(path, "too-deep", f"folders are nested at most {DEEPEST_FOLDER} deep.")
        return None
    folded = normalize("NFC", path).casefold()
    if folded in names:
        shelf.refuse(path, "bad-zip", "two files in the zip have this name.")
        return None
    names.add(folded)
    mode = entry.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        shelf.refuse(path, "not-a-file", "this is no ordinary file, so it is not read.")
        return None
    if not path.endswith((".yaml", ".yml")):
        return None
    if entry.flag_bits & 1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        shelf.refuse(path, "bad-zip", "this file is encrypted or packed in an unusual way; make the zip anew.")
        return None
    if entry.file_size > LARGEST_FILE or entry.file_size > _ZIP_RATIO * max(1, entry.compress_size):
        shelf.refuse(
            path,
            "too-large",
            f"a file holds at most {LARGEST_FILE >> 20} MiB, and is not packed smaller than {_ZIP_RATIO} to one.",
        )
        return None
    with archive.open(entry) as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) != entry.file_size:
        shelf.refuse(path, "bad-zip", "the zip lies about how long this file is.")
        return None
    return content
