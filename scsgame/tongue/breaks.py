"""Where a line may break: at spaces; in writing without spaces also between letters, but not before a mark that closes."""

from __future__ import annotations

NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕”’…—～·％‰,.;:?!)]}%")
"""What no line begins with."""

NOT_LAST = frozenset("（《〈「『【〔“‘([{")
"""What no line ends with."""

WIDE_NOT_FIRST = frozenset(letter for letter in NOT_FIRST if not letter.isascii())


def needs_no_space(letter: str) -> bool:
    """Say whether this letter is of a writing without spaces that breaks between any two letters: Han and kana."""
    return 0x2E80 <= ord(letter) <= 0x9FFF or 0xF900 <= ord(letter) <= 0xFAFF or 0x20000 <= ord(letter) < 0x40000
