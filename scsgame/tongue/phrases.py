"""A phrase: one sentence of the game's own, by its key, with named slots.

A slot is a name in curly brackets, `{name}`. `{count|choice|choices}` is the first word where the count is one, else the
second; a language without such endings leaves it out. What fills a slot is never read as a phrase itself.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from scsgame.terms import Safe, safe
from scsgame.tongue.tables import table

_SLOT = re.compile(r"\{([a-z_]+)(?:\|([^{}|]*)\|([^{}|]*))?\}")


class _Mouth:
    """Which language is spoken at this terminal; the rules never ask, they are told."""

    language = "en"


def speak(language: str) -> None:
    """Speak this language from now on, where no other is asked for."""
    _Mouth.language = language or "en"


def spoken() -> str:
    """Return the language spoken at this terminal."""
    return _Mouth.language


def phrase(key: str, english: str, language: str = "", /, **slots: object) -> Safe:
    """Return one sentence in this language (or in the one spoken), its slots filled; English where it is missing."""
    words = table(language or _Mouth.language).get(key, english)
    return filled(words, slots) if slots else safe(words)


def filled(words: str, slots: dict[str, object]) -> Safe:
    """Return a sentence with its slots filled; a slot nobody fills stays as it is."""

    def fill(found: re.Match[str]) -> str:
        name, one, several = found[1], found[2], found[3]
        if name not in slots:
            return found[0]
        if one is None:
            return str(slots[name])
        return one if str(slots[name]) == "1" else several

    return safe(_SLOT.sub(fill, words))


def slots_of(words: str) -> set[str]:
    """Return the names of the slots that are shown; those that only choose a word's ending may be left out."""
    return {found[1] for found in _SLOT.finditer(words) if found[2] is None}


class Phrase(NamedTuple):
    """A sentence that is read later, when it is known in which language."""

    key: str
    english: str

    def read(self, language: str = "", /, **slots: object) -> Safe:
        """Return it in this language, or in the one spoken."""
        return phrase(self.key, self.english, language, **slots)
