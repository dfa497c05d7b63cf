"""What a save file says, as far as it can be trusted, and one sentence about its state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from scsgame.archive.disk import Disk, Status
from scsgame.archive.header import FORMAT, MARK, Header, header_from
from scsgame.archive.lines import LINE_LIMIT, BrokenLine, Content, read_line, read_start
from scsgame.archive.moves import Move, move_from
from scsgame.archive.refusals import DamagedSave, NewerSave, NotASave, SaveError, because, before_are, count, shown
from scsgame.terms import Safe
from scsgame.tongue import phrase

State = Literal["whole", "torn", "damaged", "newer", "foreign"]

SAVE_LIMIT = 64 * 1024 * 1024
"""A save is at most this many bytes long."""

MOVES_LIMIT = 50_000
"""A life has at most this many choices."""

_BOM = b"\xef\xbb\xbf"
_SECTOR = 512


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the moves that are whole, where they end in the file, and what is wrong, if anything."""

    file: str
    state: State
    sentence: Safe
    header: Header | None = None
    moves: tuple[Move, ...] = ()
    days: tuple[int | None, ...] = ()
    good: int = 0
    last: str = ""
    ended: bool = True
    error: SaveError | None = None

    @property
    def day(self) -> int | None:
        """The last day that was noted."""
        return _last_day(self.days)

    def trusted(self) -> Header:
        """Return the header, or raise what is wrong with the file."""
        if self.error is not None or self.header is None:
            raise self.error or NotASave(self.sentence)
        return self.header


def read_path(disk: Disk, path: Path) -> Reading:
    """Read the save at this path, whatever stands there."""
    try:
        _must_be_readable(disk.look(path), path.name)
        handle = disk.open_to_read(path)
        try:
            return read_handle(disk, handle, path.name)
        finally:
            disk.close(handle)
    except NotASave as error:
        return Reading(path.name, "foreign", error.sentence, error=error)
    except OSError as error:
        trouble = NotASave(
            phrase(
                "save.unreadable",
                'The file "{file}" can not be read: {why}.',
                file=shown(path.name),
                why=because(error),
            )
        )
        return Reading(path.name, "foreign", trouble.sentence, error=trouble)


def read_handle(disk: Disk, handle: int, file: str) -> Reading:
    """Read the save that is open under this handle."""
    _must_be_readable(disk.look_into(handle), file)
    return read_life(file, disk.read(handle, SAVE_LIMIT + 1))


def _must_be_readable(found: Status, file: str) -> None:
    name = shown(file)
    if found.kind == "link":
        raise NotASave(
            phrase("save.link", '"{file}" is a link, and a save never is: put the file itself there.', file=name)
        )
    if found.kind != "file":
        raise NotASave(
            phrase("save.folder", '"{file}" is a folder, not a save.', file=name)
            if found.kind == "folder"
            else phrase("save.pipe", '"{file}" is a pipe or a device, not a save.', file=name)
        )
    if found.size > SAVE_LIMIT:
        raise NotASave(
            phrase(
                "save.too_large",
                'The file "{file}" is too large for a save: the most is {most} MiB.',
                file=name,
                most=SAVE_LIMIT >> 20,
            )
        )


def read_life(file: str, data: bytes) -> Reading:
    """Read the bytes of a save; nothing in them can make this fail."""
    try:
        return _Reader(file, data).read()
    except NotASave as error:
        return Reading(file, "foreign", error.sentence, error=error)
    except NewerSave as error:
        return Reading(file, "newer", error.sentence, error=error)
    except DamagedSave as error:
        return Reading(file, "damaged", error.sentence, error=error)


def _last_day(days: Sequence[int | None]) -> int | None:
    return next((day for day in reversed(days) if day is not None), None)


class _Reader:
    """Walks the lines of one file from the top, and stops at the first that can not be trusted."""

    def __init__(self, file: str, data: bytes) -> None:
        self.name, self.file, self.data = shown(file), file, data
        self.good = len(_BOM) if data.startswith(_BOM) else 0
        self.last, self.ended, self.tail = "", True, False
        self.moves: list[Move] = []
        self.days: list[int | None] = []

    def read(self) -> Reading:
        header = self._first()
        trouble: BrokenLine | None = None
        try:
            while self.good < len(self.data) and not self.tail:
                self._next_move()
        except BrokenLine as broken:
            trouble = broken
        whole = Reading(
            self.file,
            "whole",
            self._told(),
            header,
            tuple(self.moves),
            tuple(self.days),
            self.good,
            self.last,
            self.ended,
        )
        if trouble is None and not self.tail and self.ended:
            return whole
        return self._torn(whole) if trouble is None or self._is_torn() else self._damaged(whole, trouble)

    def _first(self) -> Header:
        if not self.data:
            raise NotASave(
                phrase("save.empty", 'The file "{file}" is empty: no life was begun in it.', file=self.name)
            )
        start = self.data[self.good : self.good + len(MARK)]
        try:
            content = self._next_line()
        except BrokenLine as broken:
            if start == MARK or MARK.startswith(start) or not start.strip(b"\0"):
                raise DamagedSave(
                    phrase(
                        "save.first_damaged",
                        'The first line of "{file}" is damaged: {why}. No choice can be read.',
                        file=self.name,
                        why=broken,
                    )
                ) from None
            raise NotASave(
                phrase("save.foreign", 'The file "{file}" is not a save of scsgame.', file=self.name)
            ) from None
        form = content.get("scslife")
        if type(form) is not int:
            raise NotASave(phrase("save.foreign", 'The file "{file}" is not a save of scsgame.', file=self.name))
        if form > FORMAT:
            maker = shown(str(content.get("made_by", "")), 20) or "?"
            raise NewerSave(
                phrase(
                    "save.newer",
                    'The save "{file}" was made by a later scsgame ({maker}). This one reads format {reads}, and the file has '
                    "format {has}. Nothing was changed; a newer scsgame will open it.",
                    file=self.name,
                    maker=maker,
                    reads=FORMAT,
                    has=shown(str(form), 20),
                )
            )
        try:
            return header_from(content)
        except BrokenLine as broken:
            raise DamagedSave(
                phrase(
                    "save.first_unusable",
                    'The first line of "{file}" can not be used: {why}.',
                    file=self.name,
                    why=broken,
                )
            ) from None

    def _next_move(self) -> None:
        if len(self.moves) >= MOVES_LIMIT:
            raise BrokenLine(f"a life has at most {MOVES_LIMIT:,} choices")
        before = self.good, self.last, self.ended, self.tail
        try:
            content = self._next_line()
            move, day = move_from(content, len(self.moves) + 1, before[1])
        except BrokenLine:
            self.good, self.last, self.ended, self.tail = before
            raise
        self.moves.append(move)
        self.days.append(day)

    def _next_line(self) -> Content:
        """Read the line at `good` and move past it; the last one may lack its line end, or have junk for it."""
        end = self.data.find(b"\n", self.good)
        if end >= 0:
            content = read_line(self.data[self.good : min(end, self.good + LINE_LIMIT + 1)])
            self.good = end + 1
        else:
            content, length = read_start(self.data[self.good : self.good + LINE_LIMIT])
            if self.good + LINE_LIMIT < len(self.data) and self.data[self.good + length :].strip(b"\0"):
                raise BrokenLine("it is too long for a line of a save")
            self.good += length
            self.ended, self.tail = False, self.good < len(self.data)
        self.last = str(content["crc"])
        return content

    def _is_torn(self) -> bool:
        """Say whether the rest is what a cut leaves of one last line: a piece of it, or blank disk."""
        rest = self.data[self.good :]
        if not rest.strip(b"\0\r\n"):
            return True
        end = rest.find(b"\n")
        if 0 <= end < len(rest) - 1 or len(rest) > LINE_LIMIT:
            return False
        return end < 0 or rest.startswith(b"\0") or bytes(_SECTOR) in rest

    def _told(self) -> Safe:
        day = _last_day(self.days)
        choices = count(len(self.moves))
        if day is None:
            return phrase("sentence", "{words}.", words=choices)
        return phrase("save.told", "{choices}, up to day {day}.", choices=choices, day=f"{day:,}")

    def _torn(self, whole: Reading) -> Reading:
        told = (
            phrase(
                "save.cut_off",
                'The last line of "{file}" was cut off, by a power cut or a stopped program, and does not count.',
                file=self.name,
            )
            if self.ended
            else phrase(
                "save.end_cut_off",
                'The end of the last line of "{file}" was cut off, but nothing is lost.',
                file=self.name,
            )
        )
        sentence = phrase(
            "save.trusted", "{told} {choices} in it can be trusted.", told=told, choices=count(len(self.moves))
        )
        return replace(whole, state="torn", sentence=sentence)

    def _damaged(self, whole: Reading, trouble: BrokenLine) -> Reading:
        number = len(self.moves)
        error = DamagedSave(
            phrase(
                "save.damaged",
                'The save "{file}" is damaged in line {line}: {why}. {before} whole. The file was left as it is.',
                file=self.name,
                line=f"{number + 2:,}",
                why=trouble,
                before=before_are(number),
            ),
            number,
        )
        return replace(whole, state="damaged", sentence=error.sentence, error=error)
