"""Every colour there is: four themes of our own, held to their contrast by a test.

An *ink* is what a word is for, never a colour; a theme says how each ink looks. Where there is no colour at all,
bold, underline and reverse take over, and every tone has a sign and a word beside it anyway.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from rich.style import Style
from textual.theme import Theme

from scsgame.tongue import phrase

Ink = Literal[
    "plain", "dim", "strong", "title", "accent", "good", "bad", "rule", "key", "shut", "cursor", "cursor_dim", "ghost",
    "seal",
]  # fmt: skip


class Palette(NamedTuple):
    """The colours of one theme: the paper, what is written on it, and the line under the cursor."""

    name: str
    about: str
    dark: bool
    paper: str
    plain: str
    dim: str
    rule: str
    accent: str
    good: str
    bad: str
    cursor: str
    on_cursor: str
    dim_on_cursor: str


PALETTES: tuple[Palette, ...] = (
    Palette("night", "bone on ink, for dark rooms", True, "#15171c", "#e8e2d4", "#a8a193", "#454952", "#d8ae62",
            "#93cfa0", "#f29a8a", "#33383f", "#fff8e6", "#d0c8b8"),
    Palette("paper", "ink on paper, for bright rooms", False, "#f7f3e8", "#23211c", "#5c574b", "#c8bfa9", "#7a4a10",
            "#1c6434", "#9c2418", "#e4dac2", "#14120e", "#4a463b"),
    Palette("contrast", "every word at 7:1 or better", True, "#000000", "#ffffff", "#d0d0d0", "#9a9a9a",
            "#ffdf5e", "#7dff9b", "#ffb0a3", "#ffdf5e", "#000000", "#1c1c1c"),
    Palette("blue and orange", "safe for red-green colour blindness", True, "#111722", "#e6ecf5", "#a3b0c4", "#3f4b5e",
            "#e9e07c", "#76b9ff", "#ffa94f", "#2b3a50", "#ffffff", "#ccd6e4"),
)  # fmt: skip

NAMES: tuple[str, ...] = tuple(palette.name for palette in PALETTES)

_PLAIN: dict[Ink, Style] = {
    "plain": Style(),
    "dim": Style(),
    "strong": Style(bold=True),
    "title": Style(bold=True),
    "accent": Style(bold=True),
    "good": Style(bold=True),
    "bad": Style(bold=True, underline=True),
    "rule": Style(),
    "key": Style(bold=True),
    "shut": Style(),
    "cursor": Style(reverse=True),
    "cursor_dim": Style(reverse=True),
    "ghost": Style(),
    "seal": Style(reverse=True, bold=True),
}


def title_of(name: str) -> str:
    """Return what a palette is called in the language spoken."""
    return phrase(f"theme.{name.replace(' ', '_')}", name)


def palette(name: str) -> Palette:
    """Return the palette of this name, or the first."""
    return next((found for found in PALETTES if found.name == name), PALETTES[0])


@cache
def inks(name: str, colourless: bool = False) -> dict[Ink, Style]:
    """Return how each ink looks in this theme, or with no colour at all."""
    if colourless:
        return _PLAIN
    on = palette(name)

    def style(colour: str, paper: str = on.paper, bold: bool = False) -> Style:
        return Style(color=colour, bgcolor=paper, bold=bold)

    return {
        "plain": style(on.plain),
        "dim": style(on.dim),
        "strong": style(on.plain, bold=True),
        "title": style(on.accent, bold=True),
        "accent": style(on.accent),
        "good": style(on.good),
        "bad": style(on.bad),
        "rule": style(on.rule),
        "key": style(on.accent, bold=True),
        "shut": style(on.dim),
        "cursor": style(on.on_cursor, on.cursor, bold=True),
        "cursor_dim": style(on.dim_on_cursor, on.cursor),
        "ghost": style(on.rule),
        "seal": style(on.paper, on.accent, bold=True),
    }


def theme(on: Palette) -> Theme:
    """Return a palette as a Textual theme, so that the few widgets of Textual's own fit in."""
    return Theme(
        name=on.name,
        primary=on.accent,
        accent=on.accent,
        foreground=on.plain,
        background=on.paper,
        surface=on.paper,
        panel=on.paper,
        success=on.good,
        error=on.bad,
        dark=on.dark,
        variables={
            "paper": on.paper,
            "ink": on.plain,
            "dim": on.dim,
            "rule": on.rule,
            "accent-ink": on.accent,
            "cursor-paper": on.cursor,
            "cursor-ink": on.on_cursor,
            "scrollbar": on.rule,
            "scrollbar-hover": on.dim,
            "scrollbar-active": on.accent,
            "scrollbar-background": on.paper,
            "scrollbar-background-hover": on.paper,
            "scrollbar-background-active": on.paper,
            "scrollbar-corner-color": on.paper,
        },
    )


THEMES: tuple[Theme, ...] = tuple(theme(found) for found in PALETTES)
