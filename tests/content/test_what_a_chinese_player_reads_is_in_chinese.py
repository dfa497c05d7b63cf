"""In Chinese: the student's life, Sesame and Rongcheng whole; of every other system what tables, lists and the atlas show."""

from collections.abc import Iterator

import pytest

from scsgame.terms import Saying
from scsgame.workshop.strings import Row, Strings

WHOLE = ("lives/student", "regimes/sesame", "regimes/sesame-rumours", "regimes/rongcheng", "regimes/none")
SHOWN = (
    "rule",
    "tier",
    "list",
    "measure",
    "observer",
    "factor",
    "redress",
    "phase",
    "part",
    "act",
    "service",
    "role",
    "value",
    "meter",
)
"""Things whose titles come up in tables, pictures and pages of another life or system."""


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return list(Strings(None, "zh").rows())


def shown(row: Row) -> bool:
    """Say whether a player of Sesame meets this text, whatever it stands in."""
    first, *_, last = row.key.split(".")
    if row.key in ("life.title", "life.about", "regime.title", "regime.about", "regime.word"):
        return True
    if first == "atlas":
        return last in ("title", "what", "when", "where")
    return first in SHOWN and last == "title"


def test_nothing_of_the_student_sesame_and_rongcheng_is_missing(rows: list[Row]) -> None:
    assert [f"{row.folder} {row.key}" for row in rows if row.folder in WHOLE and row.status == "missing"] == []


def test_every_system_has_its_words_for_tables_lists_and_the_atlas(rows: list[Row]) -> None:
    assert [f"{row.folder} {row.key}" for row in rows if shown(row) and row.status == "missing"] == []


def test_no_translation_is_older_than_what_it_translates(rows: list[Row]) -> None:
    assert [f"{row.folder} {row.key}" for row in rows if row.status == "changed"] == []


def test_the_facts_behind_sesame_and_rongcheng_can_be_read(rows: list[Row]) -> None:
    from scsgame.packs import load

    library = load()
    cited = {source for name in ("sesame", "rongcheng") for source in _cited(library.as_written(name))}
    assert len(cited) > 40
    missing = {row.key for row in rows if row.status == "missing"}
    assert sorted(source for source in cited if f"{source.replace(':', '.')}.says" in missing) == []


def _cited(thing: object, seen: int = 0) -> Iterator[str]:
    """Yield every source that a regime or anything in it cites."""
    if seen > 6 or isinstance(thing, str | int | float | Saying | None.__class__):
        return
    provenance = getattr(thing, "provenance", None)
    if provenance is not None:
        yield from provenance.sources
    parts = thing if isinstance(thing, tuple | list) else getattr(thing, "__dict__", {}).values()
    for part in parts:
        yield from _cited(part, seen + 1)
