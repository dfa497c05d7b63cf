"""A program in a real terminal of our own, and when it wrote what.

Reading only notes bytes and times while the program works; what they mean is worked out between reads. The terminal
answers the questions that programs ask of it, as a current one would.
"""

from __future__ import annotations

import os
import re
import select
import signal
import struct
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

QUESTION = re.compile(rb"\x1b\[(\?\d+\$p|\?u|0?c|>0?c|5n|6n)|\x1b\](10|11);\?(?:\x07|\x1b\\)")
ESCAPE = re.compile(
    rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # titles and colours
    rb"|\x1bP[^\x1b]*\x1b\\"
    rb"|\x1b\[[0-9:;<=>?]*[ -/]*[@-~]"  # everything that moves and paints
    rb"|\x1b[()*+][0-9A-Z]|\x1b[=>78cDEHM]"
)


def answer_to(question: re.Match[bytes]) -> bytes:
    """Return what a terminal says to a question: it can paint in one go (mode 2026), little else."""
    asked = question[1]
    if asked is None:
        return b"\x1b]" + question[2] + b";rgb:1515/1717/1c1c\x1b\\"
    if asked.endswith(b"$p"):
        mode = asked[1:-2]
        return b"\x1b[?" + mode + (b";2$y" if mode == b"2026" else b";0$y")
    return {b"5n": b"\x1b[0n", b"6n": b"\x1b[1;1R", b"?u": b"\x1b[?0u"}.get(
        asked, b"\x1b[>1;10;0c" if asked.startswith(b">") else b"\x1b[?62;22c"
    )


def visible(data: bytes) -> str:
    """Return the text in what a program wrote, without the codes around it."""
    return ESCAPE.sub(b"", data).decode("utf-8", "replace")


class Burst(NamedTuple):
    """What came back after a key, in seconds since the key: the first visible change, the last byte, how much."""

    changed: float
    complete: float
    size: int


class Terminal:
    """A pty of a given size with one program in it. Use it in a `with`; leaving it ends the program."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        size: tuple[int, int] = (100, 30),
        folder: Path | None = None,
    ) -> None:
        import fcntl
        import pty
        import termios

        self.began = time.perf_counter()
        self.process, self.handle = pty.fork()
        if self.process == 0:  # the child: it becomes the program, or ends
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
                if folder is not None:
                    os.chdir(folder)
                os.execvpe(command[0], list(command), dict(environment))
            finally:
                os._exit(127)
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.first_byte: float | None = None
        self.text = b""
        self.ended = False
        self._unanswered = b""

    def read(self, patience: float) -> bytes:
        """Return what the program writes next, or nothing when the patience is over; answer what it asks."""
        if not select.select([self.handle], [], [], max(0.0, patience))[0]:
            return b""
        try:
            data = os.read(self.handle, 1 << 16)
        except OSError:
            data = b""
        if not data:
            self.ended = True
            return b""
        if self.first_byte is None:
            self.first_byte = time.perf_counter() - self.began
        seen = self._unanswered + data
        last = 0
        for question in QUESTION.finditer(seen):
            self.write(answer_to(question))
            last = question.end()
        self._unanswered = seen[max(last, len(seen) - 16) :]
        self.text = (self.text + data)[-400_000:]
        return data

    def write(self, data: bytes) -> None:
        """Send keys, or an answer."""
        with suppress(OSError):
            os.write(self.handle, data)

    def until(self, marker: str, patience: float = 20.0) -> float | None:
        """Return how many seconds after its start the program showed the marker, or None when it never did."""
        deadline = time.perf_counter() + patience
        while not self.ended and (left := deadline - time.perf_counter()) > 0:
            if self.read(left):
                now = time.perf_counter()
                if marker in visible(self.text):
                    return now - self.began
        return None

    def after(self, key: bytes, marker: str, patience: float = 60.0) -> float | None:
        """Press a key and return how many seconds later the marker was shown, or None when it never was."""
        self.text = b""
        pressed = time.perf_counter()
        self.write(key)
        shown = self.until(marker, patience)
        return None if shown is None else shown - (pressed - self.began)

    def quiet(self, silence: float = 0.3, patience: float = 3.0) -> None:
        """Read until nothing came for this long."""
        deadline = time.perf_counter() + patience
        while time.perf_counter() < deadline and self.read(silence):
            pass

    def press(self, key: bytes, silence: float = 0.08, patience: float = 1.5) -> Burst | None:
        """Press a key and read until the reaction has ended; None when nothing visible came back."""
        began = time.perf_counter()
        self.write(key)
        changed, last, size = 0.0, 0.0, 0
        shown = b""
        deadline = began + patience
        while (left := deadline - time.perf_counter()) > 0:
            data = self.read(min(left, silence if changed else left))
            now = time.perf_counter() - began
            if not data:
                break
            size += len(data)
            last = now
            if not changed:
                shown += data
                if visible(shown).strip():
                    changed = now
        return Burst(changed, last, size) if changed else None

    def cpu(self) -> float | None:
        """Return the CPU seconds the program has used, where the system tells (Linux)."""
        try:
            fields = Path(f"/proc/{self.process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            return None
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the program: by request, then for certain. Only this one process is signalled."""
        for request in (signal.SIGTERM, signal.SIGKILL):
            with suppress(OSError):
                os.kill(self.process, request)
            deadline = time.perf_counter() + 1.0
            while time.perf_counter() < deadline:
                self.read(0.01)
                with suppress(ChildProcessError):
                    if os.waitpid(self.process, os.WNOHANG) == (0, 0):
                        continue
                os.close(self.handle)
                return
        os.close(self.handle)


def surroundings(home: Path) -> dict[str, str]:
    """Return an environment in which a program finds a colour terminal, an empty home and this checkout."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "VIRTUAL_ENV")
    }
    here = str(Path(__file__).resolve().parent.parent)
    return {
        "LANG": "C.UTF-8", **kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config"), "SCSGAME_SAVES": str(home / "saves"),
        "SCSGAME_CONFIG": str(home / "config"), "SCSGAME_CACHE": str(home / "cache"), "PYTHONPATH": here,
    }  # fmt: skip


def possible() -> str:
    """Return why no terminal can be made here, or nothing."""
    return "this system has no pseudo-terminals (they need Linux, macOS or WSL)." if sys.platform == "win32" else ""
