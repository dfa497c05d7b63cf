"""The twin of each picture: the same in sentences and as a table, for whoever does not see pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scsgame.debrief.cumulative.lines import in_figures
from scsgame.debrief.pictures.picture import Grid, Lane, Lanes, Picture, Sheet, Sign, Strip
from scsgame.debrief.sections import rows_of, safe_all
from scsgame.game.wording import in_a_row
from scsgame.terms import Safe
from scsgame.tongue import phrase


class Twin(NamedTuple):
    """A picture in words: sentences, and a table whose first row is its head."""

    says: tuple[Safe, ...]
    rows: tuple[tuple[Safe, ...], ...] = ()


def twin(picture: Picture, language: str = "en") -> Twin:
    """Return a picture in words."""
    match picture:
        case Grid():
            head = (phrase("twin.kind", "kind of act", language), *picture.columns)
            counts = [
                (title, *(str(count) if count else "" for count in cells))
                for title, cells in zip(picture.rows, picture.cells, strict=True)
            ]
            return Twin((), rows_of([head, *counts]))
        case Strip():
            return Twin((), rows_of([*_strip(picture, language)]))
        case Lanes():
            return Twin((), rows_of([*_lanes(picture, language)]))
        case Sheet():
            return Twin(safe_all(line for record in picture.records for line in in_figures(record, language)))


def _strip(picture: Strip, language: str) -> Iterator[tuple[str, ...]]:
    yield (phrase("twin.week", "week", language), *(words for _, words in picture.signs))
    for week, signs in picture.rows:
        found = Counter(signs)
        yield (week, *(str(found[sign]) if found[sign] else "" for sign, _ in picture.signs))


def _lanes(picture: Lanes, language: str) -> Iterator[tuple[str, ...]]:
    yield (
        phrase("twin.what", "what", language),
        phrase("twin.first", "at first", language),
        phrase("twin.lowest", "lowest", language),
        phrase("twin.highest", "highest", language),
        phrase("twin.last", "at the end", language),
        phrase("twin.days", "on which days", language),
    )
    words = dict(picture.signs)
    for lane in picture.lanes:
        values = [value for _, value in lane.points]
        course = (
            (f"{values[0]:g}", f"{min(values):g}", f"{max(values):g}", lane.says or f"{values[-1]:g}")
            if values
            else ("", "", "", lane.says)
        )
        stood = [
            phrase("twin.span", "{since} to {until}", language, since=span.since, until=span.until)
            for span in lane.spans
        ]
        yield (lane.title, *course, in_a_row([*stood, *_signed(lane, words, language)], language))  # fmt: skip


def _signed(lane: Lane, words: Mapping[Sign, Safe], language: str) -> Iterator[str]:
    """Yield what stands on which days, each sign once."""
    for sign in dict.fromkeys(sign for _, sign in lane.signs):
        days = " ".join(str(day) for day, found in lane.signs if found == sign)
        yield phrase("twin.sign", "{what}: {days}", language, what=words.get(sign, ""), days=days)
