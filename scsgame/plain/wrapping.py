"""Text in lines no wider than so many cells: broken at spaces, and between Han characters, which need none."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from rich.cells import cell_len

_NOT_FIRST = frozenset("，。、；：？！）》〉」』”’…—·％%,.;:?!)]}")
_NOT_FIRST_WIDE = frozenset(letter for letter in _NOT_FIRST if not letter.isascii())
_NOT_LAST = frozenset("（《〈「『“‘([{")


def wrapped(text: str, width: int, first: str = "", indent: str = "") -> list[str]:
    """Return one paragraph as lines, the first begun with `first` and the others with `indent`."""
    if text.isascii() or not any(_wide(letter) for letter in text):
        return wrap(text, width, initial_indent=first, subsequent_indent=indent) or [""]
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


def _wide(letter: str) -> bool:
    return 0x2E80 <= ord(letter) <= 0x9FFF or 0xF900 <= ord(letter) <= 0xFAFF or 0x20000 <= ord(letter) < 0x40000


def _pieces(text: str) -> Iterator[str]:
    """Yield the pieces that stay together: a word with the space after it, a Han character with its marks."""
    piece = ""
    for letter in text:
        closed = (
            piece
            and letter not in _NOT_FIRST
            and (
                (_wide(letter) and piece[-1] not in _NOT_LAST)
                or (
                    piece[-1] not in _NOT_LAST
                    and letter != " "
                    and (_wide(piece[-1]) or piece[-1] in _NOT_FIRST_WIDE)
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
    """Return as much of a text as fits, a letter at least."""
    taken = text
    while len(taken) > 1 and cell_len(taken) > width:
        taken = taken[:-1]
    return taken
