"""How wide a text is on paper, in letters: a Han letter is as wide as two others, and an accent takes no room."""

from __future__ import annotations

from unicodedata import category, east_asian_width


def width(text: str) -> int:
    """Return how many narrow letters would be as wide."""
    return len(text) if text.isascii() else sum(_width(letter) for letter in text)


def cut(text: str, most: int) -> str:
    """Return text that is at most so many letters wide; where something is left out, a mark says so."""
    held, wide = "", 0
    for letter in text:
        wide += _width(letter)
        if wide > most:
            return _shorter(held, most - 1).rstrip() + "…"
        held += letter
    return held


def _shorter(text: str, most: int) -> str:
    while text and width(text) > most:
        text = text[:-1]
    return text


def _width(letter: str) -> int:
    return 0 if category(letter) in ("Mn", "Me", "Cf") else 2 if east_asian_width(letter) in "WF" else 1
