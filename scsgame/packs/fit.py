"""How well what stands in a file fits the form of its kind: of two ways to read a torn line, the better one was meant.

Only the form is looked at (which fields, lists and mappings stand where), never whether a word refers to anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scsgame.conditions import Condition
from scsgame.packs.desk import Desk
from scsgame.packs.forms import FILES
from scsgame.packs.problems import Problem
from scsgame.packs.scope import Scope
from scsgame.packs.written import Map, Node, Seq, line_of

_WORD = re.compile(r"[\w.:/-]+")


def misfits(root: Node | None, kind: str) -> list[Problem]:
    """Return what in a file does not fit the form of its kind."""
    found: list[Problem] = []
    if root is not None and kind in FILES:
        FILES[kind].shape.read(root, 0, _Blind(found))
    return found


def things(node: Node | None) -> int:
    """Return how many keys, entries and texts stand in a file."""
    if not isinstance(node, Map | Seq):
        return 1
    return 1 + sum(map(things, node.values() if isinstance(node, Map) else node))


def lines_in(node: Node | None) -> Iterator[int]:
    """Yield every line in which a key, an entry or a text begins."""
    if isinstance(node, Map | Seq):
        yield from map(line_of, node.marks)
        for part in node.values() if isinstance(node, Map) else node:
            yield from lines_in(part)


class _Blind(Desk):
    """A desk at which nobody knows any words, so that only what does not fit is written down."""

    def __init__(self, found: list[Problem]) -> None:
        super().__init__("", "", Scope(), found)

    def unknown(self, _kind: str, word: str, mark: int, _known: Iterable[str], _who: str = "") -> None:
        if not _WORD.fullmatch(word):
            self.say(mark, "bad-id", "")

    def condition(self, _text: str, _mark: int, _where: str) -> Condition | None:
        return None

    def fill(self, text: str, mark: int) -> None:
        pass

    def near(self, _word: str, _known: Iterable[str]) -> str:
        return ""

    def warn(self, mark: int, code: str, message: str, node: object = None) -> None:
        pass
