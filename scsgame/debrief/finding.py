"""A finding: one thing that can be said of a life, with what it cannot show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from scsgame.debrief.pictures.picture import Picture
from scsgame.debrief.sections import Section, Series, safe_all
from scsgame.terms import Safe
from scsgame.tongue import phrase


class Finding(NamedTuple):
    """One thing that can be said of a life.

    `says` are its sentences and `cannot` what it cannot show; `rows` is a table whose first row is its head, `series`
    are courses to plot, `picture` what is drawn in their stead where there is one; `turns` are the numbers of the turns behind it,
    so that one can go down to the very choices.
    """

    id: str
    title: Safe
    says: tuple[Safe, ...]
    cannot: tuple[Safe, ...] = ()
    rows: tuple[tuple[Safe, ...], ...] = ()
    series: tuple[Series, ...] = ()
    turns: tuple[int, ...] = ()
    picture: Picture | None = None


def as_section(finding: Finding, language: str = "en") -> Section:
    """Return a finding as a part of the debrief, what it cannot show at its end."""
    limits = [
        phrase("finding.cannot", "What this cannot show: {limit}", language, limit=limit) for limit in finding.cannot
    ]
    return Section(finding.title, (*finding.says, *limits), finding.rows, finding.series)


def finding(
    name: str,
    title: str,
    says: Iterable[str],
    cannot: Iterable[str] = (),
    rows: Iterable[tuple[str, ...]] = (),
    series: Iterable[Series] = (),
    turns: Iterable[int] = (),
    picture: Picture | None = None,
) -> Finding:
    """Return a finding whose every word may be shown."""
    return Finding(
        name,
        safe_all([title])[0],
        safe_all(says),
        safe_all(cannot),
        tuple(safe_all(row) for row in rows),
        tuple(series),
        tuple(turns),
        picture,
    )
