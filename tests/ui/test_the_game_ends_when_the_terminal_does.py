"""A polite kill, a closed window and a lost line end the game cleanly; the splash keeps out of pipes."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLAY = """
import sys
sys.path[:0] = [{root!r}, {tests!r}]
from ui.fake import FakeHouse
from scsgame.ui.app import play
house = FakeHouse()
words = play(house, house.player)
with open({told!r}, "w") as file:
    file.write(f"{{words}} closed={{house.player.closed}}")
"""


@pytest.mark.parametrize("how", ["SIGTERM", "SIGHUP", "the line is lost"])
def test_the_game_ends_cleanly(how: str, tmp_path: Path) -> None:
    """It leaves by itself, with the save let go of, and does not spin."""
    told = tmp_path / "told"
    master, slave = pty.openpty()
    code = PLAY.format(root=str(ROOT), tests=str(ROOT / "tests"), told=str(told))
    env = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
    child = subprocess.Popen(
        [sys.executable, "-c", code], stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True
    )
    os.close(slave)
    shown = b""
    try:
        shown = _read_until(master, b"east gate", 20)
        if how == "the line is lost":
            os.close(master)
            master = -1
        else:
            child.send_signal(getattr(signal, how))
            shown += _read_until(master, b"\x1b[?1049l", 10)
            assert b"\x1b[?1049l" in shown, "the terminal is put back"
        assert child.wait(10) == 0
    finally:
        child.kill()
        child.wait()
        if master >= 0:
            os.close(master)
    assert told.read_text().startswith("Saved as “Ann”. Take it up again with: ")
    assert told.read_text().endswith("scsgame resume closed=True")


def _read_until(descriptor: int, words: bytes, seconds: float) -> bytes:
    found = b""
    end = time.monotonic() + seconds
    while words not in found and time.monotonic() < end:
        if select.select([descriptor], [], [], 0.1)[0]:
            try:
                found += os.read(descriptor, 65536)
            except OSError:
                break
    return found


def test_the_splash_loads_nothing_heavy_and_stays_out_of_pipes() -> None:
    """What comes first must come at once."""
    code = (
        "import sys; from scsgame.ui.splash import splash; "
        "print(splash(), sorted({'textual', 'rich', 'yaml', 'asyncio'} & {*sys.modules}))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert shown.stdout.strip() == "b'' []"


def test_the_splash_stands_where_the_title_will(monkeypatch: pytest.MonkeyPatch) -> None:
    """Row for row the same, so that the hand-over is not seen; and without colour when none is wanted."""
    from scsgame.ui import splash

    monkeypatch.setattr(splash.sys, "stdout", _Terminal())
    monkeypatch.setattr(splash.os, "get_terminal_size", lambda _: os.terminal_size((80, 24)))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert b"\x1b[2;3H" in splash.splash()
    assert b"38;2;" in splash.splash()
    monkeypatch.setenv("NO_COLOR", "1")
    assert b"38;2;" not in splash.splash()
    golden = (Path(__file__).parent / "golden" / "title-80x24.txt").read_text(encoding="utf-8").splitlines()
    for at, line in enumerate(splash.mark_lines(76)):
        shown = "".join(text for text, _ in line).strip()
        assert golden[at].strip() == shown or line == [("", "saying")], (
            "its words wait until it is known in which language"
        )


class _Terminal:
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1
