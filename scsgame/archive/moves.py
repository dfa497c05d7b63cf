"""The later lines of a save: one move each, with its number and the checksum of the line before it.

Because each line names the one before it, lines that were lost, doubled, swapped or taken from another life are seen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scsgame.archive.header import plain_text
from scsgame.archive.lines import BrokenLine, Content

Move = tuple[str | int, ...]
"""What the player did, as the archive sees it: `("choose", "late_for_class", "cross")`, `("undo",)`."""

NUMBER_LIMIT = 2**53
"""Whole numbers stay below this, so that every JSON reader keeps them exact."""

WORDS_LIMIT = 32
"""A move has at most this many words."""

_KEYS = {"n", "after", "move"}


def move_content(number: int, after: str, move: Sequence[str | int], day: int | None) -> Content:
    """Return the content of the line for this move."""
    content: Content = {"n": number, "after": after, "move": list(move)}
    if day is not None:
        content["day"] = day
    return content


def move_from(content: Mapping[str, object], number: int, after: str) -> tuple[Move, int | None]:
    """Return the move and the day of a sound line that must be this number, or raise `BrokenLine`."""
    if content.keys() - {"day", "crc"} != _KEYS:
        raise BrokenLine("it is not the line of a choice")
    if content["n"] != number or type(content["n"]) is not int:
        raise BrokenLine(f"choice {number:,} should stand there, and does not")
    if content["after"] != after:
        raise BrokenLine("it does not follow the line before it")
    return _move(content["move"]), _day(content["day"]) if "day" in content else None


def _move(value: object) -> Move:
    if not isinstance(value, list) or not 1 <= len(value) <= WORDS_LIMIT:
        raise BrokenLine("its move is not a short list of words")
    return tuple(_whole(item) if isinstance(item, int) else plain_text(item, "move") for item in value)


def _whole(value: int) -> int:
    if type(value) is not int or not -NUMBER_LIMIT < value < NUMBER_LIMIT:
        raise BrokenLine("its move holds something that is neither a word nor a small whole number")
    return value


def _day(value: object) -> int:
    if type(value) is not int or not 0 <= value < NUMBER_LIMIT:
        raise BrokenLine("its day is not a whole number")
    return value
