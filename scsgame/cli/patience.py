"""Patience: a word below the word mark where reading the content takes long, and no key taken that was pressed meanwhile."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Timer

LONG = 1.0
"""After so many seconds of nothing to see, something is said."""


class Patience:
    """It waits until something is there to see. `write` puts signs on the screen."""

    def __init__(self, write: Callable[[bytes], None], after: float = LONG) -> None:
        self._write = write
        self._timer = Timer(after, self._say)
        self._timer.daemon = True

    def begin(self) -> None:
        """Begin to wait."""
        self._timer.start()

    def end(self) -> None:
        """Wait no longer: what is not said by now is not said."""
        self._timer.cancel()
        if self._timer.is_alive():
            self._timer.join()

    def _say(self) -> None:
        from scsgame.tongue import phrase
        from scsgame.ui.splash import beneath

        self._write(beneath(phrase("title.reading", "Reading the lives and the systems ...")))


def forget_keys() -> None:
    """Forget the keys that were pressed before there was anything to choose from."""
    if not sys.stdin.isatty():
        return
    with suppress(ImportError, OSError, ValueError):
        import termios

        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)
