"""What is wrong with a pack: where, what, why, and the nearest right word.

Every problem of every file is collected and said once, so that ten mistakes are mended in one sitting.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal
from unicodedata import combining, east_asian_width

Severity = Literal["error", "warning"]

SHOWN = 50
WIDEST = 100
_LINE = 110


def visible(text: str, limit: int = 200) -> str:
    """Show foreign text so that no byte of it can steer a terminal: what does not print is spelt out."""
    cut = text[: limit + 1]
    if not cut.isascii() or not cut.isprintable():
        from scsgame.packs.barriers import heap, is_mark

        piled = heap(cut) is not None
        cut = "".join(
            _spelt(letter) if not letter.isprintable() or (piled and is_mark(letter)) else letter for letter in cut
        )
    return cut if len(cut) <= limit else cut[: limit - 1] + "…"


def _spelt(letter: str) -> str:
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{{{code:04X}}}"


def quoted(text: str) -> str:
    """Put foreign text in quotation marks, visibly and not too long."""
    return f'"{visible(text, 60)}"'


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like this one, or nothing."""
    if len(word) > 80:
        return ""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), 1, 0.6)), "")


def nothing_called(what: str, name: str, known: Iterable[str]) -> str:
    """Return a sentence on a life or regime that is not there: which was meant, or else which there are."""
    from scsgame.tongue import phrase

    there = sorted(known)
    near = nearest(name.lower().replace("_", "-").replace(" ", "-"), there) or nearest(name, there)
    more = (
        phrase("cli.meant_part", "did you mean {near}?", near=near)
        if near
        else phrase("cli.there_is", "there is {known}.", known=", ".join(there))
    )
    if what == "life":
        return phrase("cli.no_life", 'there is no life "{name}" here; {more}', name=name, more=more)
    return phrase("cli.no_regime", 'there is no regime "{name}" here; {more}', name=name, more=more)


def cells(text: str) -> int:
    """Return how many columns of a terminal this text fills."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong (or, as a warning, doubtful) in one place of one file.

    `line` and `column` count from 1; line 0 means the file as a whole. `width` is how many characters the
    caret underlines in the excerpt.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    excerpt: str = ""
    width: int = 1
    suggestion: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        from textwrap import wrap

        place = visible(self.path) + (f":{self.line}:{self.column}" if self.line else "")
        head = f"{place}: {self.severity}[{self.code}]: {self.message}"
        lines = wrap(head, _LINE, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False) or [head]
        if self.line and self.excerpt:
            lines += self._shown()
        hint = f'did you mean "{visible(self.suggestion, 60)}"?' if self.suggestion else ""
        more = f"more: scsgame pack explain {self.code}"
        lines.append(f"  help: {hint}        {more}" if hint else f"  {more}")
        return "\n".join(lines)

    def _shown(self) -> list[str]:
        before, under, after = _window(self.excerpt.rstrip("\n"), self.column - 1, max(1, self.width))
        number = f"{self.line:6}"
        carets = "^" * max(1, cells(under))
        return [
            f"{number} | {before}{under}{after}".rstrip(),
            f"{' ' * len(number)} | {' ' * cells(before)}{carets}",
        ]


def _window(line: str, start: int, width: int) -> tuple[str, str, str]:
    """Cut a line to what fits around the fault, and split it before and after the fault."""
    under = visible(line[start : start + width], 60)
    room = WIDEST - cells(under)
    before, after = visible(line[max(0, start - WIDEST) : start], 400), visible(line[start + width :], WIDEST)
    if start > WIDEST or cells(before) > room * 3 // 4:
        before = "…" + _keep(before[::-1], room // 2)[::-1]
    left = room - cells(before)
    if cells(after) > left:
        after = _keep(after, left - 1) + "…"
    return before, under, after


def _keep(text: str, most: int) -> str:
    used = 0
    for at, letter in enumerate(text):
        used += cells(letter)
        if used > most:
            return text[:at]
    return text


def report(problems: Sequence[Problem], shown: int = SHOWN) -> str:
    """Print problems in order, the first fifty in full."""
    lines = [str(problem) for problem in problems[:shown]]
    if len(problems) > shown:
        lines.append(f"and {len(problems) - shown:,} more.")
    return "\n".join(lines)


class PackError(Exception):
    """A pack that cannot be played. It carries every problem, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__(report(self.problems))
