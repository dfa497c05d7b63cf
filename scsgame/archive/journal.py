"""One life on the disk: a file that only grows, one line a choice, each on the disk before its result is shown."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from scsgame.archive.disk import Disk
from scsgame.archive.header import Header, header_content, header_from
from scsgame.archive.lines import LINE_LIMIT, BrokenLine, checksum, write_line
from scsgame.archive.moves import Move, move_content, move_from
from scsgame.archive.reading import MOVES_LIMIT, SAVE_LIMIT, Reading, State, read_handle, read_path
from scsgame.archive.refusals import NotSaved, SaveError, SaveInUse, because, before_are, count, shown
from scsgame.terms import Safe
from scsgame.tongue import phrase

_CLOSED = -1


class _End(NamedTuple):
    """Where the whole part of the file ends: after which move, byte and checksum, and if with a line end."""

    number: int
    good: int
    last: str
    ended: bool


class Journal:
    """A life that is open: its header, the moves made so far, and the one way to add another.

    Use it in a `with`. What `append` returned for is on the disk; what it raised for does not count.
    """

    def __init__(self, disk: Disk, path: Path, reading: Reading, handle: int = _CLOSED, lock: int = _CLOSED) -> None:
        """Take over an open file; `begin_life`, `go_on` and `look_back` are the ways to get here."""
        self.path = path
        self.header: Header = reading.trusted()
        self.state: State = reading.state
        self.sentence: Safe = reading.sentence
        self._disk, self._handle, self._lock = disk, handle, lock
        self._steps = list(zip(reading.moves, reading.days, strict=True))
        self._end = _End(len(reading.moves), reading.good, reading.last, reading.ended)
        self._unsure = reading.state == "torn"

    @property
    def moves(self) -> tuple[Move, ...]:
        """Every move that is on the disk, in order."""
        return tuple(move for move, _ in self._steps[: self._end.number])

    @property
    def days(self) -> tuple[int | None, ...]:
        """The day that was noted beside each move."""
        return tuple(day for _, day in self._steps[: self._end.number])

    def append(self, move: Sequence[str | int], day: int | None = None) -> int:
        """Put a move on the disk and return how many are there now; raise `NotSaved` if it is not there."""
        if self._handle == _CLOSED:
            raise NotSaved(f'The save "{shown(self.path.name)}" is open for reading only, so nothing can be added.')
        step, line, end = self._line(move, day)
        try:
            self._mend()
            self._unsure = True
            self._put(line)
        except BaseException as error:
            self._try_to_mend()
            if isinstance(error, OSError):
                raise self._not_saved(because(error)) from error
            raise
        self._steps[self._end.number :] = [step]
        self._end = end  # from here on it counts; an interrupt before this line leaves the old end, and it is mended
        self._unsure, self.state = False, "whole"
        return end.number

    def close(self) -> None:
        """Let go of the file and its lock. All that counts is on the disk already."""
        handle, self._handle = self._handle, _CLOSED
        lock, self._lock = self._lock, _CLOSED
        if handle != _CLOSED:
            with suppress(OSError):
                self._disk.close(handle)
        if lock != _CLOSED:
            with suppress(OSError):
                self._disk.unlock(lock, lock_path(self.path))

    def __enter__(self) -> Self:
        """Begin a `with`."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End a `with`."""
        self.close()

    def _line(self, move: Sequence[str | int], day: int | None) -> tuple[tuple[Move, int | None], bytes, _End]:
        now, number = self._end, self._end.number + 1
        content = move_content(number, now.last, move, day)
        try:
            step = move_from(content, number, now.last)
            line = (b"" if now.ended else b"\n") + write_line(content)
        except (BrokenLine, TypeError, ValueError) as error:
            raise self._not_saved(str(error)) from error
        if len(line) > LINE_LIMIT:
            raise self._not_saved(phrase("save.long_line", "it is too long"))
        if number > MOVES_LIMIT or now.good + len(line) > SAVE_LIMIT:
            raise self._not_saved(phrase("save.file_full", "the file of this life is full"))
        return step, line, _End(number, now.good + len(line), checksum(content), True)

    def _put(self, line: bytes) -> None:
        if self._disk.write(self._handle, line) != len(line):
            raise self._not_saved(phrase("save.part", "the disk took only a part of it, as a full disk does"))
        self._disk.sync(self._handle)

    def _mend(self) -> None:
        """Cut away what does not count, and make sure that nobody else changed the file meanwhile."""
        found = self._disk.look_into(self._handle)
        if found.names == 0:
            raise self._not_saved(phrase("save.taken_away", "another program took the file away while it was open"))
        if found.size == self._end.good and not self._unsure:
            return
        if not self._unsure or found.size < self._end.good:
            raise self._not_saved(phrase("save.changed", "another program changed the file while it was open"))
        self._disk.cut(self._handle, self._end.good)
        self._disk.sync(self._handle)
        self._unsure = False

    def _try_to_mend(self) -> None:
        if self._unsure:
            with suppress(OSError, NotSaved):
                self._mend()

    def _not_saved(self, reason: str) -> NotSaved:
        before = before_are(self._end.number)
        return NotSaved(
            phrase(
                "save.not_saved", "This choice is not saved: {why}. {before} on the disk.", why=reason, before=before
            )
        )


def lock_path(path: Path) -> Path:
    """Return where the lock of a save lies: beside it."""
    return path.with_name(path.name + ".lock")


def take_lock(disk: Disk, path: Path) -> int:
    """Hold the lock of a save, or say who is in the way."""
    try:
        return disk.lock(lock_path(path))
    except BlockingIOError:
        raise SaveInUse(
            phrase(
                "save.in_use",
                '"{file}" is open in another scsgame. Close it there, then try again.',
                file=shown(path.name),
            )
        ) from None
    except OSError as error:
        where = shown(str(path.parent), 200)
        raise SaveError(
            phrase(
                "save.not_written",
                '"{file}" can not be written in "{folder}": {why}.',
                file=shown(path.name),
                folder=where,
                why=because(error),
            )
        ) from error


def begin_life(disk: Disk, path: Path, header: Header) -> Journal | None:
    """Make the file of a new life, or return None if something already stands there."""
    content = header_content(header)
    try:
        header = header_from(content)
        line = write_line(content)
    except (BrokenLine, TypeError, ValueError) as error:
        raise NotSaved(_no_life(str(error))) from error
    if len(line) > LINE_LIMIT:
        raise NotSaved(_no_life(phrase("save.long_words", "its name and its other words are too long")))
    lock = take_lock(disk, path)
    handle = _CLOSED
    try:
        handle = disk.make(path)
        if disk.write(handle, line) != len(line):
            raise NotSaved(_no_life(phrase("save.part", "the disk took only a part of it, as a full disk does")))
        disk.sync(handle)
        disk.sync_folder(path.parent)
    except BaseException as error:
        _give_up(disk, path, handle, lock)
        if isinstance(error, FileExistsError):
            return None
        if isinstance(error, OSError):
            raise NotSaved(_no_life(because(error))) from error
        raise
    reading = Reading(
        path.name,
        "whole",
        phrase("sentence", "{words}.", words=count(0)),
        header,
        good=len(line),
        last=checksum(content),
    )
    return Journal(disk, path, reading, handle, lock)


def _no_life(why: str) -> str:
    return phrase("save.no_new_life", "This life can not be saved: {why}.", why=why)


def go_on(disk: Disk, path: Path) -> Journal:
    """Open a life to play on; nobody else can while it is open."""
    reading = read_path(disk, path)
    reading.trusted()
    lock = take_lock(disk, path)
    handle = _CLOSED
    try:
        handle = disk.open_to_append(path)
        return Journal(disk, path, read_handle(disk, handle, path.name), handle, lock)
    except BaseException as error:
        if handle != _CLOSED:
            with suppress(OSError):
                disk.close(handle)
        with suppress(OSError):
            disk.unlock(lock, lock_path(path))
        if isinstance(error, OSError):
            raise SaveError(
                phrase(
                    "save.not_opened",
                    '"{file}" can not be opened for playing: {why}.',
                    file=shown(path.name),
                    why=because(error),
                )
            ) from error
        raise


def look_back(disk: Disk, path: Path) -> Journal:
    """Open a life to read it, which is always allowed."""
    return Journal(disk, path, read_path(disk, path))


def _give_up(disk: Disk, path: Path, handle: int, lock: int) -> None:
    """Leave nothing of a life that could not be begun."""
    if handle != _CLOSED:
        with suppress(OSError):
            disk.close(handle)
        with suppress(OSError):
            disk.remove(path)
    with suppress(OSError):
        disk.unlock(lock, lock_path(path))
