"""A translator's table on its way out and back: a spreadsheet may change its commas, its order and its columns."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from scsgame.packs.problems import nearest, quoted
from scsgame.terms import safe
from scsgame.tongue import phrase

HEAD = ("folder", "key", "original", "translation", "status", "place", "sign")
NEEDED = ("folder", "key", "translation")
"""Without these columns nobody can say what is translated; the others may be gone."""

_COMMAS = (",", ";", "\t")
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


class TableRow(NamedTuple):
    """One row of a table that came back: its number as a spreadsheet counts, and its cells by column."""

    number: int
    cells: Mapping[str, str]


class Table(NamedTuple):
    """A table that came back: its rows, what is wrong with it as a whole, and the columns nobody asked for."""

    rows: tuple[TableRow, ...] = ()
    wrong: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def escaped(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unescaped(cell: str) -> str:
    """Return what stood in a cell before it was escaped."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """Return the table as text that every spreadsheet opens."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(HEAD)
    table.writerows([escaped(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def decoded(content: bytes) -> str | None:
    """Return the text of a table as a spreadsheet saves it, or None where it is in an encoding that loses letters."""
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
        (b"", "utf-8"),
    ):
        if content.startswith(mark):
            try:
                return content.decode(name)
            except UnicodeDecodeError:
                return None
    return None


def from_csv(text: str) -> Table:
    """Read a table that came back: columns by their names, in any order, between commas, semicolons or tabs."""
    text = text.removeprefix("\ufeff")
    first, _, rest = text.partition("\n")
    hint = re.fullmatch(r"\"?sep=(.)\"?\r?", first)
    comma, skipped = (hint[1], 1) if hint else (_comma(first), 0)
    try:
        rows = list(csv.reader(io.StringIO(rest if hint else text, newline=""), delimiter=comma))
    except csv.Error as error:
        return Table(wrong=(phrase("strings.no_table", "this is no table that can be read: {why}.", why=str(error)),))
    names = [cell.strip().lower() for cell in rows[0]] if rows else []
    wrong = _wrong_head(names)
    if wrong:
        return Table(wrong=(wrong,))
    found, slips = [], []
    for number, row in enumerate(rows[1:], 2 + skipped):
        over = [cell for cell in row[len(names) :] if cell.strip()]
        if over:
            slips.append(
                phrase(
                    "strings.over",
                    "row {row}: there are more cells than columns: {cell}.",
                    row=number,
                    cell=quoted(safe(over[0][:40])),
                )
            )
        elif any(cell.strip() for cell in row):
            cells = dict(zip(names, (*row, *[""] * (len(names) - len(row))), strict=False))
            found.append(TableRow(number, {name: unescaped(cell) for name, cell in cells.items() if name in HEAD}))
    return Table(tuple(found), tuple(slips), tuple(safe(name[:40]) for name in names if name and name not in HEAD))


def _comma(line: str) -> str:
    """Return what stands between the cells of the first line: of several candidates, the one that gives most columns."""
    return max(_COMMAS, key=lambda comma: len({*HEAD} & {cell.strip(' "\r').lower() for cell in line.split(comma)}))


def _wrong_head(names: Sequence[str]) -> str:
    missing = [name for name in NEEDED if name not in names]
    if len(missing) == len(NEEDED):
        return phrase("strings.head", "the first row of the table names its columns: {names}.", names=", ".join(HEAD))
    if missing:
        near = nearest(missing[0], [name for name in names if name not in HEAD])
        hint = (
            phrase("strings.renamed", " Is it the one that is now called {name}?", name=quoted(safe(near)))
            if near
            else ""
        )
        return phrase(
            "strings.no_column",
            "the table has no column {name}; without it nobody knows what is translated.{hint}",
            name=quoted(missing[0]),
            hint=hint,
        )
    twice = next((name for name in HEAD if names.count(name) > 1), "")
    return (
        phrase("strings.two_columns", "two columns of the table are called {name}.", name=quoted(twice))
        if twice
        else ""
    )
