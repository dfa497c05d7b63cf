"""What a chapter shows: few sentences, one picture, and what stands behind it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from scsgame.debrief.finding import Finding
from scsgame.debrief.pictures.picture import Picture
from scsgame.debrief.sections import safe_all
from scsgame.terms import Safe


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
