"""The few things the archive asks of a disk, one method each, so that a test may hand in a failing disk.

Every method either does what its name says or raises `OSError`.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scsgame.archive.lock import lock_file, unlock_file

Kind = Literal["file", "link", "folder", "other"]

_QUIET = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Status:
    """What stands at a place: which kind of thing, how long, under how many names, last changed when."""

    kind: Kind
    size: int
    names: int = 1
    changed: float = 0.0


class Disk:
    """The real disk of this computer."""

    def look(self, path: Path) -> Status:
        """Say what stands at this path, without following a link."""
        return _status(os.lstat(path))

    def look_into(self, handle: int) -> Status:
        """Say what this open file is."""
        return _status(os.fstat(handle))

    def open_to_read(self, path: Path) -> int:
        """Open a file for reading; a link is refused and a pipe does not wait."""
        return os.open(path, os.O_RDONLY | _QUIET)

    def open_to_append(self, path: Path) -> int:
        """Open a file that is there already for reading and for writing at its end."""
        return os.open(path, os.O_RDWR | os.O_APPEND | _QUIET)

    def make(self, path: Path) -> int:
        """Make a file that was not there, for writing at its end."""
        return os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_EXCL | _QUIET, 0o666)

    def read(self, handle: int, limit: int) -> bytes:
        """Read an open file from its beginning, `limit` bytes at most."""
        os.lseek(handle, 0, os.SEEK_SET)
        parts: list[bytes] = []
        while limit > 0 and (part := os.read(handle, min(limit, _CHUNK))):
            parts.append(part)
            limit -= len(part)
        return b"".join(parts)

    def write(self, handle: int, data: bytes) -> int:
        """Write once, and return how many bytes were taken."""
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        """Return only when what was written would survive a power cut."""
        if sys.platform == "darwin":
            import fcntl

            try:
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # a plain fsync stays in the drive's cache there
            except OSError as error:
                if error.errno not in _NO_SUCH_SERVICE:
                    raise
            else:
                return
        os.fsync(handle)

    def cut(self, handle: int, length: int) -> None:
        """Shorten an open file to this length."""
        os.ftruncate(handle, length)

    def close(self, handle: int) -> None:
        """Let go of an open file."""
        os.close(handle)

    def names(self, folder: Path) -> list[str]:
        """Return the names in a folder, in the order of the alphabet."""
        return sorted(path.name for path in folder.iterdir())

    def make_folder(self, folder: Path) -> None:
        """Make a folder and the folders above it, so that they survive a power cut; it may be there already."""
        if folder.is_dir():
            return
        if folder.parent != folder:
            self.make_folder(folder.parent)
        try:
            folder.mkdir()
        except FileExistsError:
            if not folder.is_dir():
                raise
        self.sync_folder(folder.parent)

    def sync_folder(self, folder: Path) -> None:
        """Return only when the names in a folder would survive a power cut."""
        if os.name == "nt":
            return  # there a folder can not be opened; the file system's own journal keeps the name
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _NO_SUCH_SERVICE:
                raise
        finally:
            os.close(handle)

    def replace(self, old: Path, new: Path) -> None:
        """Give a file the name of another one, which goes away, in one step."""
        old.replace(new)

    def remove(self, path: Path) -> None:
        """Take a file's name away."""
        path.unlink()

    def lock(self, path: Path) -> int:
        """Hold the lock at this path, or raise `BlockingIOError` if another program does."""
        return lock_file(path)

    def unlock(self, handle: int, path: Path) -> None:
        """Let the lock go and take its file away."""
        unlock_file(handle, path)


_NO_SUCH_SERVICE = {errno.EINVAL, errno.ENOTSUP, errno.ENOTTY, errno.ENOSYS, errno.EBADF}


def _status(found: os.stat_result) -> Status:
    kind: Kind = "other"
    if stat.S_ISLNK(found.st_mode) or _is_junction(found):
        kind = "link"
    elif stat.S_ISREG(found.st_mode):
        kind = "file"
    elif stat.S_ISDIR(found.st_mode):
        kind = "folder"
    return Status(kind, found.st_size, found.st_nlink, found.st_mtime)


def _is_junction(found: os.stat_result) -> bool:
    return getattr(found, "st_reparse_tag", 0) == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)
