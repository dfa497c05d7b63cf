"""From the command to something to look at, and to the first choice."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.bare import GREETING
from benchmarks.figures import Line, Result, in_turn
from benchmarks.terminal import Terminal, possible, surroundings

SEED = "1"
PLAY = [sys.executable, "-m", "scsgame", "play", "--life", "student", "--regime", "sesame", "--seed", SEED]
BARE = [sys.executable, "-m", "benchmarks.bare"]


class Started(NamedTuple):
    """One start: seconds to the first byte and to the marker, and CPU seconds up to the marker."""

    first_byte: float
    marker: float
    cpu: float | None


def first_choice() -> str:
    """Return the first words of the first choice that this seed offers."""
    from scsgame.game.chronicle import begin
    from scsgame.session import House

    house = House(lives=["student"], regimes=["sesame"])
    offer = begin(house.setup("student", ["sesame"], "as_is", [], SEED)).moment.offers[0]
    return " ".join(offer.choice.text.read().split()[:3])


def start(command: Sequence[str], marker: str, home: Path, size: tuple[int, int] = (100, 30)) -> Started | None:
    """Start a program until the marker is on the screen, then end it; None when it never showed."""
    with Terminal(command, surroundings(home), size, home) as terminal:
        shown = terminal.until(marker)
        return Started(terminal.first_byte or 0.0, shown, terminal.cpu()) if shown is not None else None


def last_words(command: Sequence[str], home: Path) -> str:
    """Return what a program that does not come up says in its last line."""
    from benchmarks.terminal import visible

    with Terminal(command, surroundings(home), (100, 30), home) as terminal:
        terminal.quiet(1.5, 6.0)
        lines = [line.strip(" \r│╭╰─╮╯") for line in visible(terminal.text).split("\n")]
    return next((line for line in reversed(lines) if line), "nothing at all")[:120]


def measure_screen(runs: int) -> Result:
    """Measure the start of the game beside that of a bare Textual app."""
    result = Result(
        "start", "from the command to the first choice on the screen (100 x 30)",
        "a Textual app with one Static, started the same way in the same round, until its sentence is on the screen.",
    )  # fmt: skip
    if reason := possible():
        result.skipped = reason
        return result
    marker = first_choice()
    bare: list[Started] = []
    game: list[Started] = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for number in range(runs + 1):
            floor, mine = start(BARE, GREETING, home), start(PLAY, marker, home)
            if floor is None or mine is None:
                which, command = ("the bare app", BARE) if floor is None else ("the game", PLAY)
                result.skipped = f"{which} never came up in its terminal; its last line: {last_words(command, home)}"
                return result
            if number:
                bare.append(floor)
                game.append(mine)
    result.lines = [
        Line("bare Textual app", tuple(one.marker for one in bare)),
        Line("scsgame play, first choice", tuple(one.marker for one in game), aim=1.8, floor="bare Textual app"),
        Line("bare Textual app, first byte", tuple(one.first_byte for one in bare)),
        Line("scsgame play, first byte", tuple(one.first_byte for one in game), floor="bare Textual app, first byte"),
    ]
    floor_cpu = tuple(one.cpu for one in bare if one.cpu is not None)
    game_cpu = tuple(one.cpu for one in game if one.cpu is not None)
    if len(floor_cpu) == len(game_cpu) == runs:
        result.lines += [
            Line("bare Textual app, CPU time", floor_cpu),
            Line("scsgame play, CPU time", game_cpu, floor="bare Textual app, CPU time"),
        ]
    return result


def open_form(home: Path, *, cold: bool) -> Started | None:
    """Open the game at its title and press the key for a new life: seconds to the form, and CPU seconds for it."""
    if cold:
        shutil.rmtree(home / "cache", ignore_errors=True)
    with Terminal([sys.executable, "-m", "scsgame"], surroundings(home), (100, 30), home) as terminal:
        if terminal.until("Begin a new life") is None:
            return None
        terminal.quiet(0.4)
        before = terminal.cpu()
        shown = terminal.after(b"1", "Whose life")
        after = terminal.cpu()
        used = None if before is None or after is None else after - before
        return Started(terminal.first_byte or 0.0, shown, used) if shown is not None else None


def measure_form(runs: int) -> Result:
    """Measure the form for a new life, with nothing kept of the content and with all of it kept."""
    result = Result(
        "form", "from the key on the title to the form for a new life, which lists all lives and systems",
        "a Textual app with one Static, started in the same round, until its sentence is on the screen.",
    )  # fmt: skip
    if reason := possible():
        result.skipped = reason
        return result
    found: dict[str, list[Started]] = {"bare": [], "cold": [], "warm": []}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for _ in range(runs):
            for way, row in found.items():
                one = start(BARE, GREETING, home) if way == "bare" else open_form(home, cold=way == "cold")
                if one is None:
                    result.skipped = "the title or the form never came up in its terminal."
                    return result
                row.append(one)
    floor = "bare Textual app, from its start"
    result.lines = [Line(floor, tuple(one.marker for one in found["bare"]))]
    for way, name in (("cold", "the form, the content never read before"), ("warm", "the form, the content kept")):
        result.lines.append(Line(name, tuple(one.marker for one in found[way]), floor=floor))
        cpu = tuple(one.cpu for one in found[way] if one.cpu is not None)
        result.lines += [Line(f"{name}, CPU time", cpu)] if cpu else []
    return result


def measure_version(runs: int) -> Result:
    """Measure the smallest command beside a Python that does nothing."""
    here = Path(__file__).resolve().parent.parent

    def whole(command: list[str]) -> float:
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=here)
        return time.perf_counter() - began

    version = [sys.executable, "-m", "scsgame", "--version"]
    found = in_turn(
        2 * runs + 1,
        {
            "python -c pass": lambda: whole([sys.executable, "-c", "pass"]),
            "scsgame --version": lambda: whole(version),
        },
    )
    return Result(
        "version", "the smallest command, whole process",
        "the same Python starting and doing nothing.",
        [
            Line("python -c pass", found["python -c pass"]),
            Line("scsgame --version", found["scsgame --version"], floor="python -c pass"),
        ],
    )  # fmt: skip


def measure(runs: int, long: bool) -> list[Result]:
    """Measure all three."""
    del long
    os.environ.pop("SCSGAME_PACKS", None)
    return [measure_screen(runs), measure_form(max(3, runs // 2)), measure_version(runs)]
