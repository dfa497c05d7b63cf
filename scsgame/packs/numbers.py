"""The shapes of numbers: what may stand where a number is wanted, and what was meant where none stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from scsgame.packs import meant
from scsgame.packs.desk import Desk
from scsgame.packs.reader import Node
from scsgame.packs.shapes import wrong

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)")


_WHOLE = re.compile(r"[+-]?[0-9]{1,15}")


@lru_cache(maxsize=4096)
def _whole(text: str) -> int | None:
    """Return the whole number that is written so, or None; authors write the same few again and again."""
    return int(text) if _WHOLE.fullmatch(text) else None


@dataclass(frozen=True)
class Number:
    """A number, with a point if wanted, within bounds."""

    least: float | None = None
    most: float | None = None

    def read(self, node: Node, mark: int, desk: Desk) -> float | None:
        """Return what stands here in its own type, or None after saying why there is nothing."""
        if node.__class__ is not str or not _NUMBER.fullmatch(str(node)):
            wrong(node, mark, desk, f"a number{_span(self.least, self.most)}", "not-a-number", meant.number(node))
            return None
        text = str(node)
        if sum(map(str.isdigit, text)) > 15:
            wrong(node, mark, desk, "a number of at most 15 digits", "not-a-number")
            return None
        value = float(text) if "." in text else int(text)
        return bounded(value, self.least, self.most, node, mark, desk)

    def words(self) -> str:
        """Name this shape in an author's words."""
        return "number" + _span(self.least, self.most)


@dataclass(frozen=True)
class Whole:
    """A whole number within bounds."""

    least: int | None = None
    most: int | None = None

    def read(self, node: Node, mark: int, desk: Desk) -> int | None:
        """Return what stands here in its own type, or None after saying why there is nothing."""
        value = _whole(str(node)) if node.__class__ is str else None
        if value is None:
            wrong(node, mark, desk, f"a whole number{_span(self.least, self.most)}", "not-a-number",
                  meant.number(node, whole=True))  # fmt: skip
            return None
        if self.least is self.most is None:
            return value
        return value if bounded(value, self.least, self.most, node, mark, desk) is not None else None

    def words(self) -> str:
        """Name this shape in an author's words."""
        return "whole number" + _span(self.least, self.most)


def bounded(value: float, least: float | None, most: float | None, node: Node, mark: int, desk: Desk) -> float | None:
    """Return the number if it lies within its bounds, or say that it does not."""
    if (least is not None and value < least) or (most is not None and value > most):
        wrong(node, mark, desk, f"a number{_span(least, most)}", "out-of-range")
        return None
    return value


def _span(least: float | None, most: float | None) -> str:
    if least is not None and most is not None:
        return f" from {least} to {most}"
    return f" of {least} or more" if least is not None else f" of at most {most}" if most is not None else ""
