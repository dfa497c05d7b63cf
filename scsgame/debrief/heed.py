"""Whether somebody still waits for what is being worked out: what is dear asks now and then, and stops if nobody does."""

from __future__ import annotations

from collections.abc import Callable

Heed = Callable[[], None]
"""Returns while somebody waits, and raises CalledOff when nobody does any longer."""


class CalledOff(Exception):
    """Nobody waits for it any longer."""


def somebody_waits() -> None:
    """Go on: somebody waits."""
