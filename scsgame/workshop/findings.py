"""What the workshop finds in a pack, and how sure it is of it.

shape       the file is not written as such a file is written
reference   a name names nothing, or is set and never asked for, or asked for and never set
proof       it follows from the ranges of all numbers, whoever plays and whatever luck brings
evidence    it was so in so many lives that were played; it may be otherwise in the next
search      it was so in every life up to a bound, which is printed
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from textwrap import wrap
from typing import TYPE_CHECKING, Literal

from scsgame.packs.problems import SHOWN, Problem

if TYPE_CHECKING:
    from scsgame.packs.desk import Desk

Certainty = Literal["shape", "reference", "proof", "evidence", "search"]
LAYERS: tuple[Certainty, ...] = ("shape", "reference", "proof", "evidence", "search")
_LINE = 110


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: the problem with its place, how sure it is, and the chain of reasons."""

    problem: Problem
    certainty: Certainty
    because: tuple[str, ...] = ()

    @property
    def error(self) -> bool:
        """Say whether it keeps the pack from being played; nothing but a shape or a reference ever does."""
        return self.problem.severity == "error" and self.certainty in ("shape", "reference")

    def __str__(self) -> str:
        problem = self.problem
        level = problem.severity if self.certainty in ("shape", "reference", "proof") else "note"
        *said, more = str(problem).replace(f"{problem.severity}[", f"{level}[", 1).split("\n")
        for reason in self.because:
            said += wrap(f"because {reason}.", _LINE, initial_indent="  ", subsequent_indent="    ")
        return "\n".join([*said, more.replace("more: ", f"layer: {self.certainty}        more: ")])


@cache
def _of_shape() -> frozenset[str]:
    from scsgame.packs.pages import reading, values

    return frozenset(page.code for page in (*reading.PAGES, *values.PAGES))


def from_check(problems: Iterable[Problem]) -> list[Finding]:
    """Return what the checker of shapes and references said, with its certainty."""
    return [Finding(problem, "shape" if problem.code in _of_shape() else "reference") for problem in problems]


def at(desk: Desk, mark: int, code: str, message: str, *, node: object = None, width: int = 0) -> Problem:
    """Return a warning at a place of a file."""
    from scsgame.packs.reader import column_of, line_of

    line = line_of(mark)
    home = desk.page(mark)
    excerpt = home.line(line)
    return Problem(
        home.path,
        line + 1,
        column_of(mark) + 1,
        code,
        message,
        excerpt,
        width or desk.width(mark, node, excerpt),
        "",
        "warning",
    )


def told(findings: Sequence[Finding], shown: int = SHOWN) -> str:
    """Print findings in order, the first fifty in full."""
    lines = [str(finding) for finding in findings[:shown]]
    if len(findings) > shown:
        lines.append(f"and {len(findings) - shown:,} more.")
    return "\n".join(lines)
