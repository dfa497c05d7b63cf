"""A debrief as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len

from scsgame.debrief.sections import Section, Series
from scsgame.plain.lines import paragraph
from scsgame.plain.wrapping import folded
from scsgame.tongue import Phrase, phrase

POINT = Phrase("plain.point", "day {day}: {value}")
CHANCE = Phrase("plain.chance", "chance {day}: {value}")


def section_lines(sections: Iterable[Section], width: int = 100) -> Iterator[str]:
    """Yield every section: its title, paragraphs, table, and each course as days and values."""
    for section in sections:
        yield ""
        yield f"== {section.title} =="
        for text in section.paragraphs:
            yield from paragraph(text)
        if section.rows:
            yield ""
            yield from table_lines(section.rows, width)
        for series in section.series:
            yield from series_lines(series)


def series_lines(series: Series) -> Iterator[str]:
    """Yield a course as text: a plot's twin for whoever does not see plots."""
    point = CHANCE if series.across == "opportunity" else POINT
    steps = phrase("comma", ", ").join(point.read(day=f"{day:g}", value=f"{value:g}") for day, value in series.points)
    yield from paragraph(phrase("colon", "{head}: {words}", head=series.title, words=steps), "    ", "  ")


def table_lines(rows: Sequence[Sequence[str]], width: int = 100) -> Iterator[str]:
    """Yield a table, its columns as wide as they need, the widest shortened until it fits."""
    columns = [max(cell_len(row[at]) for row in rows) for at in range(len(rows[0]))]
    room = width - 2 * (len(columns) - 1)
    while sum(columns) > room and max(columns) > 8:
        columns[columns.index(max(columns))] -= 1
    for number, row in enumerate(rows):
        cells = [folded(" ".join(cell.split()), columns[at]) for at, cell in enumerate(row)]
        for line in range(max(len(cell) for cell in cells)):
            parts = [_padded(cell[line] if line < len(cell) else "", columns[at]) for at, cell in enumerate(cells)]
            yield "  ".join(parts).rstrip()
        if number == 0:
            yield "  ".join("-" * column for column in columns)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))
