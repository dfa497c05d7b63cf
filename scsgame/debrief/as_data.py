"""A debrief as plain data, for programs: chapters, pictures and findings, with a version that says how it is laid out."""

from __future__ import annotations

from typing import Any

from scsgame.debrief.chapters.page import Page
from scsgame.debrief.finding import Finding
from scsgame.debrief.pictures.picture import Picture
from scsgame.debrief.pictures.twins import twin
from scsgame.debrief.story import Chapter, Story

SCHEMA = "scsgame.debrief/1"


def as_data(told: Story) -> dict[str, Any]:
    """Return a whole debrief as plain values that JSON can hold."""
    return {
        "schema": SCHEMA,
        "language": told.language,
        "chapters": [_chapter(chapter, told.language) for chapter in told.chapters],
    }


def _chapter(chapter: Chapter, language: str) -> dict[str, Any]:
    page: Page = chapter.page
    return {
        "id": chapter.id,
        "title": chapter.title,
        "says": list(page.says),
        "picture": _picture(page.picture, language) if page.picture is not None else None,
        "turns": list(page.turns),
        "findings": [_finding(one, language) for one in page.findings],
    }


def _finding(one: Finding, language: str) -> dict[str, Any]:
    picture = _picture(one.picture, language) if one.picture is not None else None
    return {**one._asdict(), "series": [line._asdict() for line in one.series], "picture": picture}


def _picture(picture: Picture, language: str) -> dict[str, Any]:
    words = twin(picture, language)
    return {**_plain(picture), "in_words": [*words.says], "as_table": [list(row) for row in words.rows]}


def _plain(value: Any) -> Any:
    """Return named values as objects, and all others as they are."""
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items()}
    return [_plain(part) for part in value] if isinstance(value, tuple) else value
