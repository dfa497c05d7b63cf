"""What no file may hold: characters that steer screens or hide text, heaps of marks, tabs, and spaces that are none."""

from __future__ import annotations

import re
from unicodedata import category

from scsgame.packs.slips import Slip

# The same characters as terms.barred, as one pattern, so that a megabyte is searched in a millisecond.
BARRED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u2028\u2029\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_ODD_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000"
_KEY = r"[A-Za-z_]\w*:"
_ODD_SPACE = re.compile(
    # Before a key or a hyphen, or right after a key's colon. Inside text such spaces are welcome.
    rf"^[ -]*([{_ODD_SPACES}])(?=[ {_ODD_SPACES}-]*(?:{_KEY}(?:[ {_ODD_SPACES}]|$)|- ))|^[ -]*{_KEY}([{_ODD_SPACES}])",
    re.MULTILINE,
)
_TAB = re.compile(r"^([ ]*)\t|\t", re.MULTILINE)
MOST_MARKS = 8
"""So many marks may sit on one letter: Vietnamese and Thai need two, pointed Hebrew and Burmese three, a Tibetan stack eight."""

# No mark is a letter, a digit or a blank, so few texts are looked at letter by letter.
_PERHAPS_MARKS = re.compile(rf"[^\x00-\x7f\w\s]{{{MOST_MARKS + 1},}}")
_JOINERS = "\u200c\u200d"


def is_mark(letter: str) -> bool:
    """Tell whether a letter is a mark that sits on the one before it."""
    return category(letter)[0] == "M"


def heap(text: str) -> tuple[int, int] | None:
    """Return where more marks in a row stand than any script needs, and how many; joiners between them hide none."""
    if text.isascii():
        return None
    for found in _PERHAPS_MARKS.finditer(text):
        begun = count = 0
        for at, letter in enumerate(found[0] + " "):
            if is_mark(letter):
                begun, count = begun if count else at, count + 1
            elif letter not in _JOINERS:
                if count > MOST_MARKS:
                    return found.start() + begun, count
                count = 0
    return None


def heaped(count: int) -> str:
    """Say that too many marks stand in a row."""
    return (
        f"here {count:,} accents or other marks sit on one letter, which then covers the lines around it; "
        f"no script needs more than {MOST_MARKS}, so delete the rest"
    )


def inspected(text: str, slips: list[Slip]) -> tuple[str, frozenset[int]]:
    """Look for what no file may hold, before any parser sees it; return the text, and the lines it makes unreadable."""
    if BARRED.search(text):
        for number, line in enumerate(text.split("\n")):
            found = BARRED.search(line)
            if found:
                name = f"U+{ord(found[0]):04X}"
                slips.append(Slip(number, found.start(), 1, "control-character",
                                  f"here stands {name}, a character that is not seen but can steer a screen or hide text; delete it"))  # fmt: skip
        text = BARRED.sub("\ufffd", text)
    if heap(text):
        for number, line in enumerate(text.split("\n")):
            piled = heap(line)
            if piled:
                slips.append(Slip(number, piled[0], 1, "heaped-marks", heaped(piled[1])))
        text = _PERHAPS_MARKS.sub(lambda found: "\ufffd" * len(found[0]) if heap(found[0]) else found[0], text)
    spoilt: set[int] = set()
    if "\t" in text:
        for number, line in enumerate(text.split("\n")):
            tab = _TAB.search(line)
            if tab:
                slips.append(Slip(number, tab.end() - 1, 1, "tab", "here stands a tab; YAML is written with spaces"))
                if tab[1] is not None:
                    spoilt.add(number)
        text = text.replace("\t", " ")
    if not text.isascii():
        for odd in _ODD_SPACE.finditer(text):
            at = odd.start(1) if odd[1] else odd.start(2)
            line_number = text.count("\n", 0, at)
            column = at - (text.rfind("\n", 0, at) + 1)
            slips.append(Slip(line_number, column, 1, "odd-space",
                              f"here stands U+{ord(text[at]):04X}, which looks like a space and is none "
                              "(it often comes from a word processor); type a plain space"))  # fmt: skip
            spoilt.add(line_number)
    return text, frozenset(spoilt)
