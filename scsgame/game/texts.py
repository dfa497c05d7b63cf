"""Filling the slots of a text: `{pal}` becomes a name. Nothing else in a text is ever interpreted."""

from __future__ import annotations

import re
from collections.abc import Mapping

from scsgame.terms import Safe, Saying

_SLOT = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def fill_in(text: Safe, slots: Mapping[str, Safe]) -> Safe:
    """Return the text with its slots filled; a slot nobody fills stays as it is."""
    if "{" not in text:
        return text
    return Safe(_SLOT.sub(lambda found: slots.get(found[1], found[0]), text))


def slots_in(text: str) -> list[str]:
    """Return the slots a text asks for."""
    return _SLOT.findall(text)


def say(words: Saying, language: str, slots: Mapping[str, Safe]) -> Safe:
    """Return a saying in this language with its slots filled."""
    return fill_in(words.read(language), slots)
