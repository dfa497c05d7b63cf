"""Disks that fail: one whose k-th call goes wrong, and one in memory that forgets what was not synced."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

from scsgame.archive import Disk, Header, PackStamp
from scsgame.archive.disk import Status
from scsgame.terms import safe


def a_header(name: str = "Wei", **changes: Any) -> Header:
    """Return the header of a life for a test."""
    words: dict[str, Any] = {
        "format": 1,
        "made_by": "0.1.0",
        "name": safe(name),
        "life": "student",
        "regimes": ("rongcheng", "sesame"),
        "seed": "7f3a",
        "shows": "partly",
        "values": ("friends", "truth"),
        "undo": True,
        "packs": (PackStamp("core", "1.0", "ab" * 16),),
        "created": "2026-01-02T03:04:05",
    }
    return Header(**{**words, **changes})


def a_move(number: int) -> tuple[str | int, ...]:
    """Return the move that every test makes as its n-th."""
    return ("choose", f"scene_{number}", "cross" if number % 2 else "wait", number)


OPERATIONS = tuple(name for name, thing in vars(Disk).items() if callable(thing) and not name.startswith("_"))


_DONE_AND_DENIED = ("sync", "cut", "replace", "remove", "make_folder", "sync_folder")


class FailingDisk(Disk):
    """The real disk, but its k-th call fails: once, or from then on."""

    def __init__(self, at: int, code: int, for_good: bool, how: str = "before") -> None:
        self.at, self.code, self.for_good, self.how = at, code, for_good, how
        self.calls = 0
        self.failed: list[str] = []

    def __getattribute__(self, name: str) -> Any:
        real = super().__getattribute__(name)
        return self._guard(name, real) if name in OPERATIONS else real

    def _guard(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*words: Any) -> Any:
            self.calls += 1
            if self.calls != self.at and not (self.for_good and self.calls > self.at):
                return real(*words)
            self.failed.append(name)
            if name == "write" and self.how != "before":
                taken = os.write(words[0], words[1][: len(words[1]) // 2])
                if self.how == "short":
                    return taken
            elif (self.how == "after" and name in _DONE_AND_DENIED) or name in ("close", "unlock"):
                real(*words)
            raise OSError(self.code, os.strerror(self.code))

        return call


class PowerCut(BaseException):
    """The lights go out."""


class _File:
    def __init__(self, durable: bytes = b"") -> None:
        self.durable = durable
        self.pending: list[tuple[Literal["write", "cut"], Any]] = []

    @property
    def now(self) -> bytes:
        return _apply(self.durable, self.pending)

    def survivors(self) -> set[bytes]:
        """Return everything that may stand on the disk after a cut."""
        found = {self.durable, self.now}
        for done in range(len(self.pending)):
            before = _apply(self.durable, self.pending[:done])
            kind, what = self.pending[done]
            found.add(before)
            found.add(_apply(self.durable, self.pending[:done] + self.pending[done + 1 :]))
            if kind == "write":
                edge = min(-len(before) % 512, len(what))
                found.update(before + what[:length] for length in range(len(what)))
                found.add(before + bytes(len(what)))
                found.add(before + what[:edge] + bytes(len(what) - edge))
                found.add(before + bytes(edge) + what[edge:])
        return found


def _apply(data: bytes, steps: list[tuple[Literal["write", "cut"], Any]]) -> bytes:
    for kind, what in steps:
        data = data + what if kind == "write" else data[:what]
    return data


class MemoryDisk(Disk):
    """A disk that keeps only what was synced; at its k-th call the power is cut.

    Names are lost until the folder is synced, or, on a kinder file system, until the file itself is.
    """

    def __init__(self, cut_at: int = 0, kind_names: bool = False) -> None:
        self.cut_at, self.kind_names, self.calls = cut_at, kind_names, 0
        self.files: dict[str, _File] = {}
        self.durable_names: dict[str, _File] = {}
        self.open_files: dict[int, _File] = {}

    def survivors(self) -> Iterator[MemoryDisk]:
        """Yield every disk that may be found when the power is back."""
        for names in (self.durable_names, self.files):
            if names is self.files and names == self.durable_names:
                continue
            contents = {path: sorted(file.survivors()) for path, file in names.items()}
            for path, choices in contents.items() or [("", [b""])]:
                for choice in choices:
                    disk = MemoryDisk()
                    disk.files = {other: _File(file.durable) for other, file in names.items()}
                    if path:
                        disk.files[path] = _File(choice)
                    disk.durable_names = dict(disk.files)
                    yield disk

    def _tick(self) -> None:
        self.calls += 1
        if 0 < self.cut_at <= self.calls:  # from then on everything is dark
            raise PowerCut

    def _get(self, path: Path) -> _File:
        if str(path) not in self.files:
            raise FileNotFoundError(errno.ENOENT, "not there")
        return self.files[str(path)]

    def _open(self, file: _File) -> int:
        handle = len(self.open_files) + 100
        self.open_files[handle] = file
        return handle

    def look(self, path: Path) -> Status:
        return Status("file", len(self._get(path).now))

    def look_into(self, handle: int) -> Status:
        return Status("file", len(self.open_files[handle].now))

    def open_to_read(self, path: Path) -> int:
        return self._open(self._get(path))

    def open_to_append(self, path: Path) -> int:
        return self._open(self._get(path))

    def make(self, path: Path) -> int:
        self._tick()
        if str(path) in self.files:
            raise FileExistsError(errno.EEXIST, "there already")
        self.files[str(path)] = _File()
        return self._open(self.files[str(path)])

    def read(self, handle: int, limit: int) -> bytes:
        return self.open_files[handle].now[:limit]

    def write(self, handle: int, data: bytes) -> int:
        self._tick()
        self.open_files[handle].pending.append(("write", data))
        return len(data)

    def sync(self, handle: int) -> None:
        self._tick()
        file = self.open_files[handle]
        file.durable, file.pending = file.now, []
        if self.kind_names:
            self.durable_names |= {path: other for path, other in self.files.items() if other is file}

    def cut(self, handle: int, length: int) -> None:
        self._tick()
        self.open_files[handle].pending.append(("cut", length))

    def close(self, handle: int) -> None:
        pass

    def names(self, folder: Path) -> list[str]:
        return sorted(Path(path).name for path in self.files)

    def make_folder(self, folder: Path) -> None:
        pass

    def sync_folder(self, folder: Path) -> None:
        self._tick()
        self.durable_names = dict(self.files)

    def replace(self, old: Path, new: Path) -> None:
        self._tick()
        self.files[str(new)] = self.files.pop(str(old))

    def remove(self, path: Path) -> None:
        self._tick()
        self._get(path)
        del self.files[str(path)]

    def lock(self, path: Path) -> int:
        return 1

    def unlock(self, handle: int, path: Path) -> None:
        pass
