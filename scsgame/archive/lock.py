"""One writer at a time: a lock that the computer itself frees when its holder dies.

The lock is held on a small file beside the save, never on the save, so that reading is always allowed.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

_FLAGS = (
    os.O_RDWR
    | os.O_CREAT
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_NO_LOCKS_HERE = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
_BUSY = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}


def lock_file(path: Path) -> int:
    """Make and hold the lock file, or raise `BlockingIOError` if another program holds it.

    A file that its last holder took away in the meantime is no lock: then we try again with the new one.
    """
    for _ in range(20):
        handle = os.open(path, _FLAGS, 0o666)
        try:
            _hold(handle)
            if _is_still_there(handle, path):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
    raise BlockingIOError(errno.EWOULDBLOCK, "the lock changes hands too fast")


def unlock_file(handle: int, path: Path) -> None:
    """Take the lock file away and let it go; where an open file can not be removed, the other way round."""
    if sys.platform == "win32":
        os.close(handle)
        with suppress(OSError):
            path.unlink()
        return
    with suppress(OSError):
        path.unlink()
    os.close(handle)


def _hold(handle: int) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _BUSY:
            raise BlockingIOError(errno.EWOULDBLOCK, "another program holds the lock") from None
        if error.errno not in _NO_LOCKS_HERE:
            raise
        # A disk without locks (some network homes). The journal still notices a second writer, by the
        # length of the file before each line and by the chain of checksums.


def _is_still_there(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
