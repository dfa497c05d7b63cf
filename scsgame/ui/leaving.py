"""Leaving when the terminal leaves: a closed window, a lost connection or a polite kill end the game with its life saved.

Every choice is in the save before it is shown, so that there is nothing left to do but to go, and to put the terminal back.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scsgame.ui.app import LifeApp

EVERY = 1.0
"""How often to look whether the terminal is still there, in seconds."""


def watch_for_the_end(app: LifeApp) -> None:
    """Leave on SIGTERM and SIGHUP, and when nobody can type any more."""
    if app.is_headless:
        return
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, app.leave)
    if hasattr(select, "poll"):
        app.set_interval(EVERY, lambda: app.leave() if terminal_gone() else None)


def terminal_gone() -> bool:
    """Say whether the other end of standard input is gone."""
    try:
        descriptor = sys.__stdin__.fileno() if sys.__stdin__ is not None else -1
        os.fstat(descriptor)
        poll = select.poll()
        poll.register(descriptor, select.POLLIN)
        found = poll.poll(0)
    except (OSError, ValueError):
        return True
    return any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in found)
