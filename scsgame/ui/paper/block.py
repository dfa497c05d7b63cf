"""A block is a piece of a page that knows how to draw itself at any width."""

from __future__ import annotations

from typing import Protocol

from scsgame.ui.paper.lines import Line
from scsgame.ui.paper.look import Look


class Block(Protocol):
    """A piece of a page. `key` names what taking it means; "" where it can not be taken.

    `number` is the digit that takes it (0: none); `asks` leads to *why*, as (regime, subject).
    """

    @property
    def key(self) -> str:
        """What taking it means."""
        ...

    @property
    def number(self) -> int:
        """The digit that takes it."""
        ...

    @property
    def asks(self) -> tuple[str, str]:
        """What it can be asked about."""
        ...

    def lines(self, width: int, look: Look, chosen: bool) -> list[Line]:
        """Draw it at this width; `chosen` says that the cursor is on it."""
        ...
