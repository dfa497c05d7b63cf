"""A life played at the keyboard: number keys, and the patience to see each next day before the next key."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress

from program.program import Program, Step
from program.terminal import Terminal

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def sat_down(program: Program, *words: str, columns: int = 110, rows: int = 50, **changed: str | None) -> Terminal:
    """Start a command in a terminal."""
    return Terminal(program.call(*words), program.surroundings(changed), program.here, columns, rows)


def play(terminal: Terminal, steps: Sequence[Step], also: Callable[[int], None] = lambda _: None) -> None:
    """Type the choices of a life, each when its scene stands on the screen; `also` may do more after each."""
    _await_day(terminal, steps[0].before)
    for at, step in enumerate(steps):
        terminal.press(str(step.number))
        if step.after["week_end"] is not None and step.after["week_end"] != step.before["week_end"]:
            _pass_week(terminal, step.after["week_end"]["week"])
        if step.after["ending"] is not None:
            terminal.shows(step.after["ending"]["title"])
            return
        _await_day(terminal, step.after)
        also(at)


def leave(terminal: Terminal) -> int:
    """Press q until the game has ended, and return its exit status; a page that came by itself needs a moment."""
    _insist(terminal, "q", lambda: terminal.program.poll() is not None, "the game was left")
    return terminal.ends()


def _pass_week(terminal: Terminal, week: int) -> None:
    head = f"Week {week} is over"
    terminal.shows(head)
    _insist(terminal, "n", lambda: head not in terminal.screen.text, f"the end of week {week} was closed")


def _insist(terminal: Terminal, key: str, there: Callable[[], bool], awaited: str) -> None:
    """Press a key again and again, a quarter of a second apart, until something holds."""
    for _ in range(120):
        with suppress(OSError):
            terminal.press(key)
        end = time.monotonic() + 0.25
        while time.monotonic() < end:
            if there():
                return
            terminal.read(0.05)
    raise AssertionError(
        f"120 presses of {key} were not enough before {awaited}. The screen:\n{terminal.screen.text}"
    )


def _await_day(terminal: Terminal, view: dict[str, object]) -> None:
    date, scene = view["date"], view["scene"]
    assert isinstance(date, dict)
    assert isinstance(scene, dict)
    last = view["last"]
    wanted = [
        f"{date['day']} {MONTHS[date['month'] - 1]}",
        _opening(scene["text"]),
        _opening(scene["offers"][-1]["text"]),
    ]
    if isinstance(last, dict) and last["text"]:
        wanted.append(_opening(last["text"]))
    terminal.until(
        lambda: all(words in terminal.screen.text for words in wanted) and "is over" not in terminal.screen.lines[0],
        f"the screen showed {' and '.join(wanted)}",
    )


def _opening(text: str) -> str:
    first = text.split("\n", maxsplit=1)[0]
    return first if len(first) <= 20 else first[:20].rsplit(" ", 1)[0]
