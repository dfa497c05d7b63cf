"""Text in lines no wider than so many cells: broken at spaces, and between Han characters, which need none."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from rich.cells import cell_len, split_graphemes

from scsgame.tongue.breaks import NOT_FIRST, NOT_LAST, WIDE_NOT_FIRST, needs_no_space


def wrapped(text: str, width: int, first: str = "", indent: str = "") -> list[str]:
    """Return one paragraph as lines, the first begun with `first` and the others with `indent`."""
    if text.isascii() or (cell_len(text) == len(text) and len(first + indent) == cell_len(first + indent)):
        return wrap(text, width, initial_indent=first, subsequent_indent=indent) or [""]
    return folded(text, width, first, indent)


def folded(text: str, width: int, first: str = "", indent: str = "") -> list[str]:
    """Do the same for any writing; a word is never broken at its hyphen."""
    lines: list[str] = []
    line, lead = "", first
    text = text.rstrip()
    for piece in _pieces(text):
        if line and cell_len(lead + line + piece.rstrip()) > width:
            lines.append((lead + line).rstrip())
            line, lead = "", indent
        line += piece if line or not lines else piece.lstrip()
        while cell_len(lead + line) > width and cell_len(line.rstrip()) > max(2, width - cell_len(lead)):
            head = _head(line, max(2, width - cell_len(lead)))
            lines.append(lead + head)
            line, lead = line[len(head) :], indent
    return [*lines, (lead + line).rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> Iterator[str]:
    """Yield the pieces that stay together: a word with the space after it, a Han character with its marks."""
    piece = ""
    for letter in text:
        closed = (
            piece
            and letter not in NOT_FIRST
            and (
                (needs_no_space(letter) and piece[-1] not in NOT_LAST)
                or (
                    piece[-1] not in NOT_LAST
                    and letter != " "
                    and (needs_no_space(piece[-1]) or piece[-1] in WIDE_NOT_FIRST)
                )
                or (piece[-1] == " " and letter != " ")
            )
        )
        if closed:
            yield piece
            piece = ""
        piece += letter
    if piece:
        yield piece


def _head(text: str, width: int) -> str:
    """Return as many whole letters of a text as fit, one at least: a letter keeps its accents, a flag its two halves."""
    taken = 0
    for start, end, cells in split_graphemes(text)[0]:
        if taken + cells > width:
            return text[: start or end]
        taken += cells
    return text
