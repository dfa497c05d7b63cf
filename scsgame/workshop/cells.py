"""Columns of plain text: a Han letter takes two cells, an accent none."""

from __future__ import annotations


def padded(text: str, width: int) -> str:
    """Return the text with spaces behind it, so that it takes so many cells."""
    return text + " " * (width - cells(text))


def cells(text: str) -> int:
    """Return how many cells a text takes on a screen."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
