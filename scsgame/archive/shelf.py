"""The folder of lives: which there are, and how to get at one of them by name."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from scsgame.archive.disk import Disk
from scsgame.archive.header import FORMAT, Header, header_content
from scsgame.archive.journal import Journal, begin_life, go_on, lock_path, look_back, take_lock
from scsgame.archive.names import choose, is_save_name, match, new_file_name, stem
from scsgame.archive.reading import Reading, State, read_path
from scsgame.archive.refusals import NoSuchSave, NotASave, NotSaved, SaveError, because, shown
from scsgame.terms import Safe, safe
from scsgame.tongue import phrase


@dataclass(frozen=True, slots=True)
class Entry:
    """One file on the shelf, as a list shows it; `changed` is a wall time, for the eye only."""

    name: Safe
    file: str
    life: str
    regimes: tuple[str, ...]
    moves: int
    day: int | None
    state: State
    sentence: Safe
    header: Header | None = None
    changed: float = 0.0


class Shelf:
    """A folder of saves. Nothing is made there before the first life is."""

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        """Stand before this folder."""
        self.folder = folder
        self.disk = disk or Disk()

    def create(self, header: Header) -> Journal:
        """Begin a new life in a new file; a file that is there already is never touched."""
        if header.format != FORMAT:
            raise NotSaved(phrase("save.format", "This scsgame writes saves of format {format} only.", format=FORMAT))
        try:
            self.disk.make_folder(self.folder)
        except (OSError, ValueError) as error:
            reason = (
                because(error)
                if isinstance(error, OSError)
                else phrase("save.no_folder_name", "its name is no name for a folder")
            )
            raise NotSaved(
                phrase(
                    "save.folder_not_made",
                    'The folder "{folder}" can not be made: {why}.',
                    folder=shown(str(self.folder)),
                    why=reason,
                )
            ) from error
        for _ in range(20):
            journal = begin_life(self.disk, self.folder / new_file_name(header.name), header)
            if journal is not None:
                return journal
        raise NotSaved(phrase("save.no_free_name", "No free name was found for this life."))

    def list(self) -> tuple[Entry, ...]:
        """Return every file that is called like a save, also those that can not be played."""
        return tuple(self._entry(file) for file in self._files())

    def check(self, name: str | None = None) -> tuple[Entry, ...]:
        """Read one save, or all of them, to the last line and say how each one stands."""
        return self.list() if name is None else (self._entry(self.find(name)),)

    def find(self, name: str) -> str:
        """Return the file meant by a file name, its stem, or the beginning of its stem or of the player's name."""
        files = self._files()
        if not files:
            raise NoSuchSave(
                phrase("save.none", 'There are no lives in "{folder}" yet.', folder=shown(str(self.folder)))
            )
        found = match(name, files)
        if found is not None:
            return found
        return choose(name, {file: self._read(file)[0] for file in files})

    def open(self, name: str, write: bool = True) -> Journal:
        """Open a life by name, to play on or only to read it."""
        path = self.folder / self.find(name)
        return go_on(self.disk, path) if write else look_back(self.disk, path)

    def rescue(self, name: str) -> Journal:
        """Begin a new file with the choices that are whole in a damaged one, which stays as it is."""
        _, reading = self._read(self.find(name))
        if reading.header is None:
            raise reading.error or NotASave(reading.sentence)
        journal = self.create(replace(reading.header, format=FORMAT))
        try:
            for move, day in zip(reading.moves, reading.days, strict=True):
                journal.append(move, day)
        except BaseException:
            journal.close()
            with suppress(OSError):
                self.disk.remove(journal.path)
            raise
        return journal

    def export(self, name: str) -> dict[str, object]:
        """Return a whole life as plain lists and words, for another program."""
        _, reading = self._read(self.find(name))
        header = reading.trusted()
        steps = zip(reading.moves, reading.days, strict=True)
        return {
            "file": str(safe(reading.file)),
            "state": reading.state,
            "sentence": str(reading.sentence),
            "header": header_content(header),
            "moves": [{"n": n, "day": day, "move": list(move)} for n, (move, day) in enumerate(steps, 1)],
        }

    def export_text(self, name: str) -> str:
        """Return what `export` does as JSON text."""
        return json.dumps(self.export(name), ensure_ascii=False, indent=1) + "\n"

    def delete(self, name: str) -> str:
        """Take a save and its lock away and return the file's name; what is not a save stays."""
        path = self.folder / self.find(name)
        reading = read_path(self.disk, path)
        if reading.state == "foreign" and not self._is_stub(path):
            raise NotASave(phrase("save.not_deleted", "{sentence} So it was not deleted.", sentence=reading.sentence))
        lock = take_lock(self.disk, path)
        try:
            self.disk.remove(path)
            self.disk.sync_folder(self.folder)
        except OSError as error:
            raise SaveError(
                phrase(
                    "save.undeletable",
                    '"{file}" can not be deleted: {why}.',
                    file=shown(path.name),
                    why=because(error),
                )
            ) from error
        finally:
            with suppress(OSError):
                self.disk.unlock(lock, lock_path(path))
        return path.name

    def _files(self) -> tuple[str, ...]:
        try:
            return tuple(file for file in self.disk.names(self.folder) if is_save_name(file))
        except FileNotFoundError:
            return ()
        except (OSError, ValueError) as error:
            reason = (
                because(error)
                if isinstance(error, OSError)
                else phrase("save.no_folder_name", "its name is no name for a folder")
            )
            raise SaveError(
                phrase(
                    "save.folder_unreadable",
                    'The folder "{folder}" can not be read: {why}.',
                    folder=shown(str(self.folder)),
                    why=reason,
                )
            ) from error

    def _read(self, file: str) -> tuple[Safe, Reading]:
        reading = read_path(self.disk, self.folder / file)
        return (reading.header.name if reading.header else safe(stem(file))), reading

    def _entry(self, file: str) -> Entry:
        name, reading = self._read(file)
        header = reading.header
        return Entry(
            name=name,
            file=file,
            life=header.life if header else "",
            regimes=header.regimes if header else (),
            moves=len(reading.moves),
            day=reading.day,
            state=reading.state,
            sentence=reading.sentence,
            header=header,
            changed=self._changed(file),
        )

    def _changed(self, file: str) -> float:
        try:
            return self.disk.look(self.folder / file).changed
        except OSError:
            return 0.0

    def _is_stub(self, path: Path) -> bool:
        """Say whether this is the empty file that a cut leaves when a life was just being begun."""
        try:
            found = self.disk.look(path)
        except OSError:
            return False
        return found.kind == "file" and found.size == 0
