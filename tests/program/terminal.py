"""A terminal for tests: a program in a real pty, the keys one presses, and what stands on the screen.

Every wait has a bound, and when it fails it says what was awaited and shows the screen.
"""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

PATIENCE = 30.0
"""The longest wait, in seconds: far more than a quiet machine needs."""

_CONTROL = re.compile(
    r"\x1b(?:\[([0-9;:?<=>]*)([ -/]*)([@-~])|[\]P_^X]([^\x07\x1b]*)(?:\x07|\x1b\\)|[ -/]*[0-OQ-WYZ\\`-~])"
)
_ANSWERS = {b"\x1b[c": b"\x1b[?62;22c", b"\x1b[6n": b"\x1b[1;1R", b"\x1b[?2026$p": b"\x1b[?2026;2$y"}


class Screen:
    """The cells of a terminal, as far as a full-screen program uses them; colours are not kept."""

    def __init__(self, columns: int, rows: int) -> None:
        self.titles: list[str] = []
        self.alternate = False
        self.cursor = True
        self._rest = b""
        self.resize(columns, rows)

    def resize(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self.cells = [[" "] * columns for _ in range(rows)]
        self.x = self.y = 0

    @property
    def lines(self) -> list[str]:
        return ["".join(row).rstrip() for row in self.cells]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def feed(self, data: bytes) -> None:
        """Draw what a program wrote; what is cut off in the middle waits for the rest."""
        data = self._rest + data
        text = data.decode("utf-8", "surrogateescape")
        at = 0
        while at < len(text):
            if text[at] == "\x1b":
                found = _CONTROL.match(text, at)
                if found is None:
                    break
                self._control(found)
                at = found.end()
                continue
            if "\udc80" <= text[at] <= "\udcff" and len(text) - at < 4:
                break
            self._write(text[at])
            at += 1
        self._rest = text[at:].encode("utf-8", "surrogateescape")

    def _write(self, sign: str) -> None:
        if sign == "\r":
            self.x = 0
        elif sign == "\n":
            self.y += 1
            if self.y >= self.rows:
                self.cells = [*self.cells[1:], [" "] * self.columns]
                self.y = self.rows - 1
        elif sign == "\b":
            self.x = max(0, self.x - 1)
        elif sign >= " " and not unicodedata.combining(sign):
            if self.x >= self.columns:
                self._write("\r")
                self._write("\n")
            self.cells[self.y][self.x] = sign
            wide = unicodedata.east_asian_width(sign) in "WF"
            if wide and self.x + 1 < self.columns:
                self.cells[self.y][self.x + 1] = ""
            self.x += 1 + wide

    def _control(self, found: re.Match[str]) -> None:
        parameters, _, final, words = found.groups()
        if words is not None:
            self.titles.append(words)
        if final is None:
            return
        if parameters[:1] == "?":
            if final in "hl" and "1049" in parameters:
                self.alternate = final == "h"
                self.resize(self.columns, self.rows)
            elif final in "hl" and parameters == "?25":
                self.cursor = final == "h"
            return
        if parameters and not parameters.replace(";", "").isdigit():
            return
        numbers = [int(part or 0) for part in parameters.split(";")]
        many = max(1, numbers[0])
        match final:
            case "H" | "f":
                self.y, self.x = many - 1, max(1, numbers[1] if len(numbers) > 1 else 1) - 1
            case "A" | "B":
                self.y += many if final == "B" else -many
            case "C" | "D":
                self.x += many if final == "C" else -many
            case "G":
                self.x = many - 1
            case "d":
                self.y = many - 1
            case "J" | "K":
                self._erase(final, numbers[0])
        self.y = min(max(self.y, 0), self.rows - 1)
        self.x = min(max(self.x, 0), self.columns - 1)

    def _erase(self, final: str, how: int) -> None:
        row = self.cells[self.y]
        first, last = (0 if how else self.x), (self.x + 1 if how == 1 else self.columns)
        row[first:last] = [" "] * (last - first)
        if final == "J":
            for y in range(self.rows):
                if (y > self.y and how != 1) or (y < self.y and how):
                    self.cells[y] = [" "] * self.columns


def _sit_down() -> None:
    """Take the terminal as one's own; heed its signals also where whoever runs the tests does not (nohup, a job in the background)."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    for name in (signal.SIGINT, signal.SIGHUP, signal.SIGQUIT):
        signal.signal(name, signal.SIG_DFL)


class Terminal:
    """A program started in a terminal of its own, as its session's first process."""

    def __init__(
        self, call: Sequence[str], environment: Mapping[str, str], folder: Path, columns: int = 100, rows: int = 40
    ) -> None:
        self.screen = Screen(columns, rows)
        self.written = b""
        self.seen: list[str] = []
        self.master, inside = os.openpty()
        self._size(columns, rows)
        self.before = self.manners()
        self.program = subprocess.Popen(
            call, stdin=inside, stdout=inside, stderr=inside, env=dict(environment), cwd=folder,
            start_new_session=True, preexec_fn=_sit_down,  # noqa: PLW1509
        )  # fmt: skip
        os.close(inside)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def manners(self) -> list[int]:
        """Return how the terminal treats keys: echo, lines, signals."""
        return [int(word) for word in termios.tcgetattr(self.master)[:4]]

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Draw the window larger or smaller: the program is told by SIGWINCH."""
        self.screen.resize(columns, rows)
        self._size(columns, rows)

    def until(self, there: Callable[[], object], awaited: str, patience: float = PATIENCE) -> None:
        """Read until something holds; else fail with a sentence and the screen."""
        end = time.monotonic() + patience
        while not there():
            alive = self.read(0.05)
            if not alive and not there():
                raise AssertionError(f"the program ended before {awaited}. It left:\n{self.screen.text}")
            if time.monotonic() > end:
                raise AssertionError(
                    f"{patience:g} seconds were not enough for {awaited}. The screen:\n{self.screen.text}"
                )

    def shows(self, words: str, patience: float = PATIENCE) -> None:
        self.until(lambda: words in self.screen.text, f'the screen showed "{words}"', patience)

    def ends(self, patience: float = PATIENCE) -> int:
        """Wait until the program has ended, and return its exit status."""
        end = time.monotonic() + patience
        while self.read(0.05) or self.program.poll() is None:
            if time.monotonic() > end:
                raise AssertionError(
                    f"{patience:g} seconds were not enough for it to end. The screen:\n{self.screen.text}"
                )
        return self.program.wait(1)

    def read(self, patience: float) -> bool:
        """Read what there is, answer what is asked, keep the frame; say whether anybody can still write."""
        if not select.select([self.master], [], [], patience)[0]:
            return self.program.poll() is None
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        for asked, answer in _ANSWERS.items():
            if asked in data:
                os.write(self.master, answer)
        self.written += data
        self.screen.feed(data)
        self.seen.append(self.screen.text)
        return bool(data)

    def restored(self) -> str:
        """Say what is not as it was before, or nothing."""
        wrong = []
        if self.screen.alternate:
            wrong.append("the other screen is still shown")
        if not self.screen.cursor:
            wrong.append("the cursor is hidden")
        if self.manners() != self.before:
            wrong.append("keys are treated otherwise than before")
        for mode in ("1000", "1002", "1003", "1006", "2004"):
            on, off = self.written.rfind(f"\x1b[?{mode}h".encode()), self.written.rfind(f"\x1b[?{mode}l".encode())
            if on > off:
                wrong.append(f"mode {mode} is still on")
        return ", ".join(wrong)

    def close(self) -> None:
        """End the program's own group, if it has not ended, and let the terminal go."""
        if self.program.poll() is None:
            os.killpg(self.program.pid, signal.SIGKILL)
            self.program.wait(10)
        os.close(self.master)

    def _size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
