"""Texts for translators: a pack's texts as a table, what of them is translated, and the table taken back.

A row says the folder, the key, the original, the translation, its status (missing, changed or same), where the original
stands, and the sign of the original that the translator saw.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from scsgame.workshop.strings_files import Kept, kept_in, sign_of, written

Status = Literal["missing", "changed", "same"]
HEAD = ("folder", "key", "original", "translation", "status", "place", "sign")
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
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

    def take(self, rows: Iterable[Sequence[str]]) -> tuple[dict[str, str], list[str]]:
        """Return the files as they read with this table in them, and what is wrong with the table."""
        new = {name: dict(held) for name, held in self.files.items()}
        known = {folder: {text.key: text for text in texts} for folder, texts in self.texts.items()}
        wrong: list[str] = []
        for number, cells in enumerate(rows, 2):
            row = _row(cells)
            if row is None:
                wrong.append(f"line {number}: a row has {len(HEAD)} columns, this has {len(cells)}.")
                continue
            text = known.get(row.folder, {}).get(row.key)
            if text is None:
                near = nearest(row.key, known.get(row.folder, {}))
                hint = f" Did you mean {quoted(near)}?" if near else ""
                wrong.append(
                    f"line {number}: there is no text {quoted(row.key)} in {quoted(row.folder or 'the pack')}.{hint}"
                )
            elif row.translation.strip():
                problem = _unfit(text, row.translation)
                if problem:
                    wrong.append(f"line {number}: the translation of {quoted(row.key)} {problem}.")
                else:
                    self._put(row, text, new)
        order = {folder: [text.key for text in texts] for folder, texts in self.texts.items()}
        files = {
            name: written(self.language, held, order.get(_folder(name), ()))
            for name, held in new.items()
            if held and held != self.files.get(name)
        }
        return files, wrong

    def _put(self, row: Row, text: Text, new: dict[str, dict[str, Kept]]) -> None:
        name = next((name for name, held in new.items() if _folder(name) == row.folder and row.key in held), "")
        before = new[name][row.key] if name else None
        if before is None and dict(text.saying.versions).get(self.language) == row.translation:
            return
        sign = row.sign
        if before is not None and before.words == row.translation and row.status == "changed":
            sign = before.sign
        home = name or "/".join(part for part in (row.folder, f"strings.{self.language}.yaml") if part)
        new.setdefault(home, {})[row.key] = Kept(row.translation, sign)


def _same(shelf: Shelf, path: Path | None) -> bool:
    return shelf.core if path is None else shelf.label == path.as_posix().rstrip("/")


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _row(cells: Sequence[str]) -> Row | None:
    if len(cells) != len(HEAD):
        return None
    folder, key, original, translation, status, place, sign = map(unescaped, cells)
    known: Status = "changed" if status == "changed" else "missing" if status == "missing" else "same"
    plain = translation.replace("\r\n", "\n").replace("\r", "\n")
    return Row(folder, key, original, plain, known, place, sign if re.fullmatch(r"[0-9a-f]{8}", sign) else "")


def _unfit(text: Text, words: str) -> str:
    if barred(words) >= 0:
        return "holds a character that is not seen but can steer a screen or hide text"
    ours, theirs = slots_of(text.saying.versions[0][1]), slots_of(words)
    if ours == theirs:
        return ""
    lost, strange = (", ".join(f"{{{slot}}}" for slot in sorted(slots)) for slots in (ours - theirs, theirs - ours))
    if not strange:
        return f"has lost {lost} of its original; what stands in curly brackets stays as it is"
    if not lost:
        return f"has {strange}, which its original has not"
    return f"has {strange} where its original has {lost}; what stands in curly brackets stays as it is"


def escaped(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unescaped(cell: str) -> str:
    """Return what stood in a cell before it was escaped."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def as_csv(rows: Iterable[Row]) -> str:
    """Return the table as text that every spreadsheet opens."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(HEAD)
    table.writerows([escaped(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def _delimiter(text: str) -> str:
    """Return what stands between the columns: a comma, or what a spreadsheet of another country makes of it."""
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def from_csv(text: str) -> tuple[list[list[str]], str]:
    """Return the rows of a table, and what is wrong with it as a whole."""
    try:
        plain = text.removeprefix("\ufeff")
        rows = list(csv.reader(io.StringIO(plain, newline=""), delimiter=_delimiter(plain)))
    except csv.Error as error:
        return [], f"this is no table that can be read: {error}."
    if not rows or [cell.strip() for cell in rows[0]] != list(HEAD):
        return [], f"the first line of the table names its columns: {', '.join(HEAD)}."
    return [row for row in rows[1:] if any(row)], ""
