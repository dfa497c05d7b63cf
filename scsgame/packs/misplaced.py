"""A line that can be read and stands in the wrong place: the file read again as it was meant.

Two blanks too many before `choices:` make it part of the text above it, and YAML has nothing against that. So where fields
are missing or unknown, their lines are tried further right and further left; if all of it then fits better, that was the slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scsgame.packs.events import by_events
from scsgame.packs.forms import form_of
from scsgame.packs.guesses import margin_of, speaks
from scsgame.packs.mending import moved
from scsgame.packs.problems import Problem
from scsgame.packs.reader import Document, read
from scsgame.packs.shelves import Shelf

_LACKS = re.compile(r"lacks `([a-z_]+)`")
_MISPLACED = frozenset(
    (
        "unknown-key",
        "not-a-list",
        "not-a-mapping",
        "missing-key",
        "missing-meter",
        "bad-id",
        "not-text",
        "no-status",
        "no-why",
        "comma-in-text",
    )
)
"""What is said where a line that can be read stands in the wrong place."""
_MOST_FILES = 3
_MOST_SUSPECTS = 8


def as_meant(problems: Sequence[Problem], shelves: Sequence[Shelf]) -> dict[str, Document]:
    """Return the files in which a line stands in the wrong place, as they were meant, by path."""
    wrong = [problem for problem in problems if problem.code in _MISPLACED]
    found: dict[str, Document] = {}
    for path in list(dict.fromkeys(problem.path for problem in wrong))[:_MOST_FILES]:
        for shelf in shelves:
            own = path.removeprefix(shelf.named(""))
            if own not in shelf.files or shelf.named(own) != path:
                continue
            document = reread(shelf.files[own], form_of(own), [problem for problem in wrong if problem.path == path])
            if document is not None:
                found[path] = document
    return found


def reread(text: str, kind: str, wrong: Sequence[Problem]) -> Document | None:
    """Return what stands in a file whose lines are where they were meant to be; nothing where that cannot be told."""
    text = text.replace("\r\n", "\n")
    before = read(text, kind)
    if not before.whole or before.slips:
        return None
    suspects = list(dict.fromkeys(_suspects(text.split("\n"), wrong)))[:_MOST_SUSPECTS]
    found = moved(text, kind, suspects, {problem.line - 1 for problem in wrong if problem.code == "not-a-list"})
    if found is None:
        return None
    document = by_events(found.text, [])
    return document._replace(slips=found.slips, whole=False, mended=found.lines)


def _suspects(lines: Sequence[str], wrong: Sequence[Problem]) -> Iterator[int]:
    for problem in wrong:
        if problem.code in ("unknown-key", "comma-in-text", "bad-id") or "not nothing" not in problem.message:
            yield problem.line - 1
    for problem in wrong:
        lacks = _LACKS.search(problem.message)
        if lacks:
            yield from _standing(lines, problem.line - 1, f"{lacks[1]}:")


def _standing(lines: Sequence[str], first: int, key: str) -> Iterator[int]:
    """Yield the lines of an entry that begin with a key, wherever they stand."""
    edge = margin_of(lines[first]) if first < len(lines) else 0
    for number in range(first + 1, len(lines)):
        if speaks(lines[number]) and margin_of(lines[number]) <= edge and edge:
            return
        if lines[number].lstrip(" -").startswith(key):
            yield number
