"""Fetching a pack's files: from a folder or a zip, as text, within limits.

Nothing is ever written or extracted. Links, pipes, devices and giants are refused in words.
"""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from scsgame.packs.problems import Problem, visible

LARGEST_FILE = 1 << 20
LARGEST_PACK = 8 << 20
MOST_FILES = 500
DEEPEST_FOLDER = 8
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
    _hashes: dict[str, bytes] = field(default_factory=dict)

    def named(self, path: str) -> str:
        """Return a path as problems show it."""
        return f"{self.label}/{path}" if self.label else path

    def refuse(self, path: str, code: str, message: str) -> None:
        """Say why a file is not read."""
        self.problems.append(Problem(self.named(path) if path else self.label or ".", 0, 0, code, message))

    def not_yaml(self, path: str) -> None:
        """Say that a file would be read if an editor had not put .txt behind its name."""
        better = re.sub(r"\.ya?ml\.txt$", ".yaml", path)
        if better != path:
            self.problems.append(Problem(self.named(path), 0, 0, "unknown-file", "this file is not read because its name ends in .txt; "
                                         f"call it `{visible(better.rsplit('/', 1)[-1], 60)}`.", suggestion=better))  # fmt: skip

    def put(self, path: str, content: bytes) -> None:
        """Take a file in, if it is text."""
        try:
            self.files[path] = content.decode("utf-8-sig")
            self._hashes[path] = sha256(content.removeprefix(b"\xef\xbb\xbf")).digest()
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

    @property
    def digests(self) -> dict[str, str]:
        """Return the SHA-256 of each file that is text, by its path."""
        return {path: digest.hex() for path, digest in self._hashes.items()}

    def seal(self) -> Shelf:
        """Reckon the digest of everything on the shelf, by which a save knows its pack again."""
        hashed = sha256()
        for path in sorted(self.files):
            hashed.update(f"{path}\0".encode(errors="surrogatepass"))
            hashed.update(self._hashes.get(path) or sha256(self.files[path].encode()).digest())
        self.digest = hashed.hexdigest()
        return self


def fetch(path: Path, label: str, *, core: bool = False) -> Shelf:
    """Fetch a pack from a folder or a zip. Never raises: what is wrong is on the shelf."""
    from scsgame.packs.astray import inside, nowhere

    shelf = Shelf(label, core=core)
    try:
        astray = "" if core else inside(path)
        if astray:
            shelf.refuse("", "missing-file", astray)
        elif path.is_dir():
            _folder(path, shelf)
        elif path.is_file():
            from scsgame.packs.zips import unpack

            unpack(path, shelf)
        else:
            shelf.refuse("", "missing-file", nowhere(path))
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
            elif entry.name.endswith(".txt"):
                shelf.not_yaml(path)
            elif entry.name.endswith((".yaml", ".yml")) and good_name(path, shelf):
                content = _content(entry.path, path, shelf)
                if content is None:
                    continue
                room -= len(content)
                if room < 0:
                    shelf.refuse("", "too-large", f"a pack holds at most {LARGEST_PACK >> 20} MiB, this holds more.")
                    return
                shelf.put(path, content)


def good_name(path: str, shelf: Shelf) -> bool:
    """Tell whether every part of a path has a plain name, or say that it has not."""
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
        content = os.read(opened, min(about.st_size, LARGEST_FILE) + 1)
        while len(content) <= LARGEST_FILE and (more := os.read(opened, LARGEST_FILE + 1 - len(content))):
            content += more
    finally:
        os.close(opened)
    if len(content) > LARGEST_FILE:
        shelf.refuse(path, "too-large", f"a file holds at most {LARGEST_FILE >> 20} MiB, this holds more.")
        return None
    return content
