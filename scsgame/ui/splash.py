"""Something to look at before anything heavy is loaded: the title's own word mark, as raw escape codes.

This module imports nothing but `os` and `sys`. What it paints stands where the first frame of the title will paint it again.
"""

from __future__ import annotations

import os
import sys

NAME = "S C S G A M E"
LEAST = (60, 20)
WIDEST = 122
MARGIN = 2
_STEPS = "3332444455533311222222445566665544443322110001122233"


def mark_lines(width: int, plain_signs: bool = False, saying: str = "") -> list[list[tuple[str, str]]]:
    """Return the word mark at this width as lines of (text, what it is); what it says under the name is left to who knows the language."""
    rows = [[("", "")], [(NAME, "name")], [(saying, "saying")], [("", "")]]
    rows += [[(row, "course")] for row in _course(width, plain_signs)]
    rows.append([("", "")])
    return rows


def _course(width: int, plain_signs: bool) -> list[str]:
    """Draw somebody's score over a year, three rows high."""
    levels = [int(_STEPS[at * len(_STEPS) // max(1, width)]) // 2 for at in range(max(1, width))]
    flat, rise, land, fall, drop, tall = tuple("-++++|" if plain_signs else "─┘┌┐└│")
    grid = [[" "] * len(levels) for _ in range(4)]
    before = levels[0]
    for at, level in enumerate(levels):
        if level == before:
            grid[3 - level][at] = flat
        else:
            grid[3 - before][at] = rise if level > before else fall
            grid[3 - level][at] = land if level > before else drop
            for between in range(min(before, level) + 1, max(before, level)):
                grid[3 - between][at] = tall
        before = level
    return ["".join(row).rstrip() for row in grid]


def splash(plain_signs: bool = False) -> bytes:
    """Return what to write to the terminal at once, or nothing where it would not be understood."""
    if not sys.stdout.isatty() or os.environ.get("TERM", "dumb") in ("dumb", ""):
        return b""
    try:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
    except OSError:
        return b""
    if columns < LEAST[0] or rows < LEAST[1]:
        return b""
    if "utf" not in (sys.stdout.encoding or "").lower():
        plain_signs = True
    body = min(columns, WIDEST)
    left = (columns - body) // 2 + MARGIN
    colours = {"name": "1;38;2;216;174;98", "saying": "38;2;168;161;147", "course": "38;2;69;73;82", "": ""}
    plain = bool(os.environ.get("NO_COLOR")) or "NO_COLOR" in os.environ
    out = ["\x1b[?1049h\x1b[?25l", "\x1b[0m" if plain else "\x1b[48;2;21;23;28m", "\x1b[2J"]
    for at, line in enumerate(mark_lines(body - 2 * MARGIN, plain_signs)):
        out.append(f"\x1b[{at + 1};{left + 1}H")
        for text, ink in line:
            if text:
                style = ("1" if ink == "name" else "") if plain else colours[ink]
                paper = "" if plain else "\x1b[48;2;21;23;28m"
                out.append(f"\x1b[0m{paper}\x1b[{style}m{text}" if style else f"\x1b[0m{paper}{text}")
    return "".join(out).encode()


def beneath(words: str) -> bytes:
    """Return what writes a line beneath the word mark, where it was shown."""
    shown = splash()
    if not shown:
        return b""
    columns = os.get_terminal_size(sys.stdout.fileno()).columns
    left = (columns - min(columns, WIDEST)) // 2 + MARGIN
    style = "\x1b[0m" if "NO_COLOR" in os.environ else "\x1b[0m\x1b[48;2;21;23;28m\x1b[38;2;168;161;147m"
    row = len(mark_lines(columns)) + 2
    return f"\x1b[{row};{left + 1}H{style}{words}".encode(sys.stdout.encoding or "utf-8", "replace")


def unsplash() -> bytes:
    """Return what puts the terminal back, for the case that the game can not start after all."""
    return b"\x1b[0m\x1b[?25h\x1b[?1049l"
