"""What an author's hand did to a condition: other tools' signs, forgotten brackets, half a sentence.

Looked at only once a condition could not be understood; the first slip of the table that is found is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import NamedTuple
from unicodedata import decimal


class Slip(NamedTuple):
    """What to say instead, at which column of the text, how wide."""

    message: str
    column: int
    width: int


_SIGNS = {"≥": ">=", "≤": "<=", "≠": "!=", "=>": ">=", "=<": "<=", "<>": "!=", "===": "=="}
_WORDS = {"at least": ">=", "at most": "<=", "more than": ">", "less than": "<"}
_NO_CONDITION = "without a condition the field is not needed; leave it out"
_JOIN = "two conditions are joined with `and`, not with a comma"

_Say = Callable[[re.Match[str]], str]


def _sign(found: re.Match[str]) -> str:
    return f"`{found[0]}` is written `{_SIGNS[found[0]]}`"


def _missing_after(found: re.Match[str]) -> str:
    word = found[0].strip()
    return f"something is missing after `{word}`" + ("" if word.isalpha() else " (a # begins a remark)")


_TABLE: tuple[tuple[str, _Say], ...] = (
    (r"^\s*(?:always|null|none|nothing|~|-)\s*$", lambda _: _NO_CONDITION),
    (r"[0-9]*(?![0-9])\d\d*", lambda found: f"a number is written with the digits 0 to 9: {''.join(str(decimal(digit)) for digit in found[0])}"),
    (r"[≥≤≠]|=>|=<|<>|===", _sign),
    (r"!(?!=)", lambda _: "`!` is written as a word: `not`"),
    (r"&&|\|\||(?<=\s)[&|](?=\s)", lambda found: f"`{found[0]}` is a word here: `{'and' if '&' in found[0] else 'or'}`; write `and` and `or` as words"),
    (r"\b(?:AND|OR|NOT|IN|And|Or|Not)\b", lambda found: f"`{found[0]}` is written in small letters: `{found[0].lower()}`"),
    (r"\b\d{1,3}(?:,\d{3})+\b", lambda found: f"a number is written without commas: {found[0].replace(',', '')}"),
    (r"\b\d+,\d+\b", lambda found: f"a decimal is written with a point: {found[0].replace(',', '.')}"),
    (r"\d\s*(%)", lambda _: "a number stands without the % sign"),
    (r"\bbetween\b", lambda _: "two bounds are written one by one, such as day >= 3 and day <= 5"),
    (r"\b(then|else)\b", lambda found: f"a condition has no `{found[1]}`; what follows stands in other fields"),
    (r"\bxor\b", lambda _: "`xor` is no word here; write it with `and`, `or` and `not`"),
    (r"([$#@€])(?=\w)", lambda found: f"write it without the `{found[1]}`"),
    (r"^\s*(if|when|only if)\b", lambda found: f"a condition begins without `{found[1]}`"),
    (r"\b(?:is )?(at least|at most|more than|less than)\b", lambda found: f"`{found[1]}` is written `{_WORDS[found[1]]}`"),
    (r"\bis\b(?:\s+not\b)?", lambda found: f"write it without `is`: {'`not` before a name, or' if 'not' in found[0] else 'the name alone, or'} `{'!=' if 'not' in found[0] else '=='}`"),
    (r"(?:\b(?:and|or|not)|[<>=!]=|[<>+*-])\s*$", _missing_after),
    (r"^\s*(and|or)\b", lambda found: f"something is missing before `{found[1]}`"),
    (r"\bin\s+([a-z_]+(?:\s*,\s*[a-z_]+)+)", lambda found: f"the list stands in square brackets: in [{found[1]}]"),
    (r"\w\(\s*([a-z]\w*(?: +\w+)+)\s*[),]", lambda found: f"an id has no blanks: {re.sub(' +', '_', found[1].lower())}"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(pattern), say) for pattern, say in _TABLE)


def slip_in(text: str, questions: Collection[str]) -> Slip | None:
    """Return the slip in a condition that could not be understood, if it is one of the usual ones."""
    for pattern, say in _PATTERNS:
        found = pattern.search(text)
        if found:
            part = 1 if found.lastindex else 0
            if found.end() == len(text) and found.start() > 0 and say is _missing_after:
                return Slip(say(found), len(text.rstrip()) - 1, 1)
            return Slip(say(found), found.start(part), len(found[part]))
    for found in re.finditer(r"\b(?=([a-z_]+)(\s*\[\s*|\s+)([a-z]\w*)\s*\]?)", text):
        if found[1] in questions and found[3] not in ("and", "or", "not", "in"):
            why = "round brackets" if "[" in found[2] else "brackets"
            return Slip(f"the name stands in {why}: {found[1]}({found[3]})", found.start(), len(found[1]))
    at = _bare_comma(text)
    return Slip(_JOIN, at, 1) if at >= 0 else None


def _bare_comma(text: str) -> int:
    """Return where a comma stands outside all brackets, or -1."""
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and depth == 0:
            return at
    return -1
