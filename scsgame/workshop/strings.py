"""Texts for translators: a pack's texts as a table, what of them is translated, and the table taken back.

A row says the folder, the key, the original, the translation, its status (missing, changed or same), where the original
stands, and the sign of the original that the translator saw.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from scsgame.packs.examine import Examined, examine
from scsgame.packs.forms import form_of
from scsgame.packs.library import core_content, shelves
from scsgame.packs.problems import nearest, quoted
from scsgame.packs.shelves import Shelf
from scsgame.packs.strings import KINDS, language_of, slots_of
from scsgame.packs.texts import Text
from scsgame.terms import barred
from scsgame.tongue import phrase
from scsgame.workshop.strings_files import Kept, kept_in, sign_of, written
from scsgame.workshop.strings_table import HEAD, Table

Status = Literal["missing", "changed", "same"]
LARGEST = 16 << 20


class Row(NamedTuple):
    """One text of a pack, for a translator."""

    folder: str
    key: str
    original: str
    translation: str
    status: Status
    place: str
    sign: str


class Count(NamedTuple):
    """How much of one folder is translated."""

    folder: str
    texts: int
    translated: int
    changed: int


class Taken(NamedTuple):
    """What became of a table: the files as they read now, what is wrong, how many rows it has, how many are empty."""

    files: Mapping[str, str]
    wrong: tuple[str, ...]
    rows: int
    empty: int


class Strings:
    """The texts of one pack, in one language beside its own."""

    def __init__(self, path: Path | None, language: str) -> None:
        """Read the pack at this path (none: the game's own content)."""
        self.language = language
        self.root = path or core_content()
        found = shelves([path] if path else [])
        self.shelf = next((shelf for shelf in found if _same(shelf, path)), found[0])
        self.examined: Examined = examine(found)
        self.texts = dict(self._texts())
        self.files = {
            name: kept_in(text)
            for name, text in self.shelf.files.items()
            if form_of(name) in KINDS and language_of(name) == language
        }

    def _texts(self) -> Iterator[tuple[str, list[Text]]]:
        """Yield each folder of this pack with its texts."""
        ours = {self.shelf.named(name) for name in self.shelf.files}
        yield "", [text for text in self.examined.texts if text.desk.path in ours]
        for folder in (*self.examined.lives, *self.examined.regimes):
            if folder.shelf is self.shelf:
                yield f"{folder.kind}/{folder.id}", list(folder.texts())

    def rows(self) -> Iterator[Row]:
        """Yield every text with its translation, in the order in which the originals stand."""
        for folder, texts in self.texts.items():
            kept = self._kept(folder)
            for text in texts:
                versions = text.saying.versions
                original = str(versions[0][1])
                theirs = str(dict(versions[1:]).get(self.language, ""))
                before = kept.get(text.key, Kept("")).sign
                status: Status = "missing" if not theirs else "same"
                if theirs and before and before != sign_of(original):
                    status = "changed"
                yield Row(
                    folder, text.key, original, theirs, status, f"{text.desk.path}:{text.line}", sign_of(original)
                )

    def _kept(self, folder: str) -> Mapping[str, Kept]:
        return {
            key: kept for name, held in self.files.items() if _folder(name) == folder for key, kept in held.items()
        }

    def counts(self) -> list[Count]:
        """Return how much of each folder is translated."""
        found: dict[str, list[Row]] = {folder: [] for folder in self.texts}
        for row in self.rows():
            found[row.folder].append(row)
        return [
            Count(
                folder,
                len(rows),
                sum(row.status != "missing" for row in rows),
                sum(row.status == "changed" for row in rows),
            )
            for folder, rows in found.items()
            if rows
        ]

    def take(self, table: Table) -> Taken:
        """Return the files as they read with this table in them, what is wrong with it, and how much of it there is."""
        new = {name: dict(held) for name, held in self.files.items()}
        known = {folder: {text.key: text for text in texts} for folder, texts in self.texts.items()}
        wrong, seen, empty = list(table.wrong), dict[tuple[str, str], int](), 0
        for line in table.rows:
            row = _row(line.cells)
            text = known.get(row.folder, {}).get(row.key)
            first = seen.setdefault((row.folder, row.key), line.number)
            if text is None:
                wrong.append(_unknown(line.number, row, known))
            elif not row.translation.strip():
                empty += 1
            elif first != line.number:
                wrong.append(
                    phrase(
                        "strings.twice",
                        "row {row}: {key} stands in row {first} already.",
                        row=line.number,
                        key=quoted(row.key),
                        first=first,
                    )
                )
            elif problem := _unfit(text, row.translation) or self._elsewhere(row, text):
                wrong.append(
                    phrase(
                        "strings.unfit",
                        "row {row}: the translation of {key} {problem}.",
                        row=line.number,
                        key=quoted(row.key),
                        problem=problem,
                    )
                )
            else:
                self._put(row, text, new)
        order = {folder: [text.key for text in texts] for folder, texts in self.texts.items()}
        files = {
            name: written(self.language, held, order.get(_folder(name), ()))
            for name, held in new.items()
            if held and held != self.files.get(name)
        }
        return Taken(files, tuple(wrong), len(table.rows), empty)

    def _elsewhere(self, row: Row, text: Text) -> str:
        """Say where a translation is to be changed that stands in the text itself and not in a file of translations."""
        there = dict(text.saying.versions[1:]).get(self.language)
        if there is None or there == row.translation or row.key in self._kept(row.folder):
            return ""
        return phrase(
            "strings.in_the_text",
            "stands in the text itself, in {place}; change it there",
            place=f"{text.desk.path}:{text.line}",
        )

    def _put(self, row: Row, text: Text, new: dict[str, dict[str, Kept]]) -> None:
        name = next((name for name, held in new.items() if _folder(name) == row.folder and row.key in held), "")
        before = new[name][row.key] if name else None
        if before is None and dict(text.saying.versions).get(self.language) == row.translation:
            return
        sign = row.sign
        if before is not None and before.words == row.translation and (row.status == "changed" or not before.sign):
            sign = before.sign
        home = name or "/".join(part for part in (row.folder, f"strings.{self.language}.yaml") if part)
        new.setdefault(home, {})[row.key] = Kept(row.translation, sign)


def _same(shelf: Shelf, path: Path | None) -> bool:
    return shelf.core if path is None else shelf.label == path.as_posix().rstrip("/")


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _row(cells: Mapping[str, str]) -> Row:
    """Return a row that came back. Where the sign is gone, the original that stands beside it is signed anew."""
    folder, key, original, translation, status, place, sign = (cells.get(name, "") for name in HEAD)
    known: Status = "changed" if status == "changed" else "missing" if status == "missing" else "same"
    plain = translation.replace("\r\n", "\n").replace("\r", "\n")
    if not re.fullmatch(r"[0-9a-f]{8}", sign):
        sign = sign_of(original.replace("\r\n", "\n")) if original else ""
    return Row(folder.strip(), key.strip(), original, plain, known, place, sign)


def _unknown(number: int, row: Row, known: Mapping[str, Mapping[str, Text]]) -> str:
    near = nearest(row.key, known.get(row.folder, {}))
    hint = phrase("strings.meant", " Did you mean {key}?", key=quoted(near)) if near else ""
    where = quoted(row.folder) if row.folder else phrase("strings.the_pack", "the pack")
    return phrase(
        "strings.unknown",
        "row {row}: there is no text {key} in {folder}.{hint}",
        row=number,
        key=quoted(row.key),
        folder=where,
        hint=hint,
    )


def _unfit(text: Text, words: str) -> str:
    if barred(words) >= 0:
        return phrase("strings.barred", "holds a character that is not seen but can steer a screen or hide text")
    ours, theirs = slots_of(text.saying.versions[0][1]), slots_of(words)
    if ours == theirs:
        return ""
    lost, strange = (", ".join(f"{{{slot}}}" for slot in sorted(slots)) for slots in (ours - theirs, theirs - ours))
    if not strange:
        return phrase(
            "strings.lost",
            "has lost {slots} of its original; what stands in curly brackets stays as it is",
            slots=lost,
        )
    if not lost:
        return phrase("strings.strange", "has {slots}, which its original has not", slots=strange)
    return phrase("strings.other_slots", "has {slots} where its original has {lost}; what stands in curly brackets stays as it is",
                  slots=strange, lost=lost)  # fmt: skip
