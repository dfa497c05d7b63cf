"""What a chapter shows: few sentences, one picture, and what stands behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scsgame.debrief.finding import Finding
from scsgame.debrief.pictures.picture import Picture
from scsgame.debrief.sections import safe_all
from scsgame.game.wording import in_a_row
from scsgame.terms import Safe
from scsgame.tongue import phrase

FEW = 4
"""So many names stand in a sentence before it says how many more there are."""


class Page(NamedTuple):
    """The page of a chapter: its sentences, its picture, the findings behind it, and the turns that the picture shows."""

    says: tuple[Safe, ...]
    picture: Picture | None = None
    findings: tuple[Finding, ...] = ()
    turns: tuple[int, ...] = ()


def page(
    says: Iterable[str],
    picture: Picture | None = None,
    findings: Iterable[Finding | None] = (),
    turns: Iterable[int] = (),
) -> Page:
    """Return a page whose every word may be shown; findings that are not there are left out."""
    return Page(safe_all(says), picture, tuple(one for one in findings if one is not None), tuple(turns))


def few(names: Sequence[str], language: str) -> Safe:
    """Return the first names in a row, and how many more there are."""
    if len(names) <= FEW + 1:
        return in_a_row(names, language)
    first = in_a_row(names[:FEW], language)
    return phrase("elsewhere.few", "{names} and {count} more", language, names=first, count=len(names) - FEW)
