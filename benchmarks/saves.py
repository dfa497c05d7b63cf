"""Saves: a choice on the disk, and a life lived again."""

from __future__ import annotations

import json
import os
import random
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Line, Result, cpu_of, in_turn
from benchmarks.players import CHOICES, step
from scsgame.game.chronicle import Chronicle, begin, live_again
from scsgame.game.moves import written
from scsgame.session import House

AT_ONCE = 20
"""How many choices one round puts on the disk."""


def lived(house: House) -> Chronicle:
    """Return a life of 60 choices."""
    luck = random.Random(1)
    for seed in range(100):
        chronicle = begin(house.setup("student", ["sesame"], "as_is", [], f"save {seed}"))
        while not chronicle.over and len(chronicle.turns) < CHOICES:
            chronicle = step(chronicle, luck)
        if len(chronicle.turns) == CHOICES:
            return chronicle
    return chronicle


def measure(runs: int, long: bool) -> list[Result]:
    """Measure appending and opening."""
    del long
    with tempfile.TemporaryDirectory() as place:
        house = House(folder=Path(place), lives=["student"], regimes=["sesame"])
        chronicle = lived(house)
        return [measure_append(house, chronicle, runs), measure_open(house, chronicle, runs)]


def measure_append(house: House, chronicle: Chronicle, runs: int) -> Result:
    """Measure one choice put on the disk (wall time: the disk is what takes it)."""
    player = house.new("student", ["sesame"], "as_is", [], chronicle.setup.seed, "appended")
    journal = player.journal
    assert journal is not None
    moves = [(written(turn.move), turn.after.day) for turn in chronicle.turns]
    before = journal.path.stat().st_size
    for move, day in moves:
        journal.append(move, day)
    length = (journal.path.stat().st_size - before) // len(moves)
    bare = os.open(house.folder / "bare", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    line = b"x" * (length - 1) + b"\n"

    def barely() -> float:
        began = time.perf_counter()
        for _ in range(AT_ONCE):
            os.write(bare, line)
            os.fsync(bare)
        return (time.perf_counter() - began) / AT_ONCE

    def ours() -> float:
        began = time.perf_counter()
        for move, day in moves[:AT_ONCE]:
            journal.append(move, day)
        return (time.perf_counter() - began) / AT_ONCE

    found = in_turn(3 * runs, {"write and fsync": barely, "Journal.append": ours})
    os.close(bare)
    player.close()
    return Result(
        "append", "one choice put on the disk (wall time)",
        f"os.write of as many bytes ({length}) and os.fsync, in the same folder.",
        [Line("write and fsync", found["write and fsync"], "us"), Line("Journal.append", found["Journal.append"], "us", floor="write and fsync")],
        ["Where the folder lies on a disk that syncs at once (memory, some containers), the floor is small and the ratio large."],
    )  # fmt: skip


def measure_open(house: House, chronicle: Chronicle, runs: int) -> Result:
    """Measure taking up a saved life of 60 choices, the packs being read already."""
    setup = chronicle.setup
    moves = [turn.move for turn in chronicle.turns]
    player = house.new("student", ["sesame"], "as_is", [], setup.seed, "opened")
    for move in moves:
        player.move(move)
    player.close()
    assert player.journal is not None
    path = player.journal.path
    found = in_turn(runs, {
        "lived again in memory": cpu_of(lambda: live_again(setup, moves), 3),
        "opened and lived again": cpu_of(lambda: house.resume(path.name, write=False), 3),
        "the file read as JSON lines": cpu_of(lambda: [json.loads(line) for line in path.read_bytes().splitlines()], 20),
    })  # fmt: skip
    floor = "lived again in memory"
    return Result(
        "open", f"a saved life of {len(moves)} choices opened and lived again (CPU time)",
        "the same moves lived again from memory, so the ratio tells what the file and its checks add.",
        [Line(name, times, "ms", floor="" if name == floor else floor) for name, times in found.items()],
    )  # fmt: skip
