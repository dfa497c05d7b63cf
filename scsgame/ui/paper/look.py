"""How the player wants things drawn: with which signs, in which theme, with or without movement."""

from __future__ import annotations

from typing import NamedTuple

from scsgame.game.views import Tone
from scsgame.tongue import Phrase
from scsgame.ui.themes import Ink


class Look(NamedTuple):
    """The player's wishes: plain ASCII signs, no colour, no movement, and the theme's name."""

    ascii: bool = False
    colourless: bool = False
    still: bool = False
    theme: str = "night"
    language: str = "en"

    def sign(self, name: str) -> str:
        """Return the sign for a thing, as this look draws it."""
        fine, plain = SIGNS[name]
        return plain if self.ascii else fine


SIGNS: dict[str, tuple[str, str]] = {
    "rule": ("─", "-"),
    "good": ("▲", "+"),
    "bad": ("▼", "!"),
    "neutral": ("·", "*"),
    "cursor": ("›", ">"),
    "shut": ("✗", "x"),
    "full": ("━", "#"),
    "empty": ("─", "."),
    "edge": ("╸", "#"),
    "dot": ("●", "*"),
    "hollow": ("○", "."),
    "on": ("✓", "x"),
    "off": ("·", " "),
    "to": ("→", "->"),
    "leader": ("·", "."),
    "times": ("·", "-"),
    "more": ("▼", "v"),
    "before": ("‹", "<"),
    "after": ("›", ">"),
}

TONES: dict[Tone, tuple[Phrase, Ink]] = {
    "good": (Phrase("tone.good", "gain"), "good"),
    "bad": (Phrase("tone.bad", "loss"), "bad"),
    "neutral": (Phrase("tone.neutral", "note"), "dim"),
}
"""The word and the ink of each tone; its sign has the tone's own name."""
