"""Places that say which file they are in: what one file inherits from another keeps its place there."""

from __future__ import annotations

_PAGE = 46
"""From this bit on a place says which file it is in; below it stand line, column and style."""


def page_of(mark: int) -> int:
    """Return which file a place is in, by its number; 0 is the file one is reading."""
    return mark >> _PAGE


def on_page(mark: int, page: int) -> int:
    """Return the same place, in the file of this number."""
    return (mark & ((1 << _PAGE) - 1)) | page << _PAGE
