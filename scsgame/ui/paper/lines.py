"""Lines of cells: cutting, filling and wrapping text by the width it takes on a screen.

Widths are counted in cells and whole letters (a flag, a joined emoji and a Han character are two cells wide), so
nothing ever sticks out, whatever the language.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len, split_graphemes

from scsgame.terms import safe
from scsgame.tongue.breaks import NOT_FIRST, NOT_LAST, WIDE_NOT_FIRST, needs_no_space
from scsgame.ui.themes import Ink


class Run(NamedTuple):
    """Some words in one ink. The words are shown as they are: there is no markup."""

    text: str
    ink: Ink = "plain"


Line: TypeAlias = tuple[Run, ...]

ON_CURSOR: dict[Ink, Ink] = {"dim": "cursor_dim", "rule": "cursor_dim", "shut": "cursor_dim", "plain": "cursor"}
"""How each ink looks on the line under the cursor."""

LONGEST = 20_000
"""No text on a screen is longer than this many letters; what is over is cut, and the cut shows."""


def width_of(text: str) -> int:
    """Return how many cells a text takes."""
    return len(text) if text.isascii() else cell_len(text)


def line_width(line: Line) -> int:
    """Return how many cells a line takes."""
    return sum(width_of(run.text) for run in line)


def cut(text: str, width: int, mark: str = "…") -> str:
    """Return the text, shortened with a mark where it is wider than `width`."""
    text = flat(text)
    if width_of(text) <= width:
        return text
    room = max(0, width - width_of(mark))
    return _head(text, room)[0] + (mark if width >= width_of(mark) else "")


def flat(text: str) -> str:
    """Return the text on one line."""
    return safe(text[:LONGEST]).replace("\n", " ")


def fill(text: str, width: int, right: bool = False) -> str:
    """Return the text cut or filled with spaces to exactly `width` cells."""
    text = cut(text, width)
    space = " " * (width - width_of(text))
    return space + text if right else text + space


@lru_cache(512)
def wrap(text: str, width: int) -> tuple[str, ...]:
    """Return the text in lines no wider than `width`: broken at spaces, or inside a word that is too long."""
    width = max(2, width)
    shown = safe(text[:LONGEST]) + ("…" if len(text) > LONGEST else "")
    lines: list[str] = []
    for paragraph in shown.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            joined = f"{line} {word}" if line else word
            if width_of(joined) <= width:
                line = joined
                continue
            if line and width_of(word) <= width and not _breaks_anywhere(word):
                lines.append(line)
                line = word
                continue
            rest = joined
            while len(rest) > 8 * width or width_of(rest) > width:
                head, rest = _head(rest, width)
                if not head:
                    rest = rest[1:]
                    continue
                head, rest = _tidy(head, rest)
                lines.append(head.rstrip())
            line = rest.lstrip()
        lines.append(line.rstrip())
    return tuple(lines)


def _tidy(head: str, rest: str) -> tuple[str, str]:
    """Move a break back, in writing without spaces, so that no closing mark begins a line and no number is cut in two."""
    if not rest or (head.isascii() and rest.isascii()):
        return head, rest
    joined = head + rest
    for at in range(len(head), max(1, len(head) // 2), -1):
        after, before = joined[at], joined[at - 1]
        whole = after.isascii() and after.isalnum() and before.isascii() and before.isalnum()
        if after in NOT_FIRST or before in NOT_LAST or whole:
            continue
        if after.isascii() or needs_no_space(after) or needs_no_space(before) or before in WIDE_NOT_FIRST:
            return joined[:at], joined[at:]
    return head, rest


def _breaks_anywhere(word: str) -> bool:
    """Say whether this is writing without spaces, as Chinese and Japanese are."""
    return any(needs_no_space(letter) for letter in word)


def _head(text: str, width: int) -> tuple[str, str]:
    """Split off as many whole letters as fit into `width` cells."""
    if text.isascii():
        return text[:width], text[width:]
    taken = 0
    spans, _ = split_graphemes(text[: 8 * width])
    for start, _end, cells in spans:
        if taken + cells > width:
            return text[:start], text[start:]
        taken += cells
    return text[: 8 * width], text[8 * width :]


def between(left: Line, right: Line, width: int) -> Line:
    """Return one line with something at each end; the left side gives way where both do not fit."""
    room = width - line_width(right) - 1
    if room < 4:
        return shorten(left, width)
    left = shorten(left, room)
    space = width - line_width(left) - line_width(right)
    return (*left, Run(" " * space), *right)


def shorten(line: Line, width: int) -> Line:
    """Return the line cut to `width` cells."""
    runs: list[Run] = []
    for run in line:
        left = width - sum(width_of(done.text) for done in runs)
        if left <= 0:
            break
        runs.append(Run(cut(run.text, left), run.ink))
    return tuple(runs)


def tinted(line: Line, inks: dict[Ink, Ink], width: int) -> Line:
    """Return the line in other inks and filled to the full width, as the line under the cursor is drawn."""
    runs = [Run(run.text, inks.get(run.ink, inks["plain"])) for run in line]
    rest = width - line_width(line)
    return (*runs, Run(" " * rest, inks["plain"])) if rest > 0 else tuple(runs)
