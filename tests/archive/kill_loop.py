"""Kill a playing program again and again, and look whether a choice that was answered is ever missing.

    python tests/archive/kill_loop.py --kills 1000

Each round a child goes on with the same life, and prints `ACK n` after each choice that is committed; the parent
reads along, kills it with signal 9 at a random moment, and reads the save.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

from archive.archive_disks import a_header, a_move

from scsgame.archive import Shelf

LIFE_LENGTH = 1500


def play(folder: Path, out: int) -> None:
    """Go on with the life in this folder for ever, answering each committed choice."""
    shelf = Shelf(folder)
    with shelf.open("wei") if shelf.list() else shelf.create(a_header()) as life:
        while True:
            number = len(life.moves) + 1
            os.write(out, f"ACK {life.append(a_move(number), day=number // 5)}\n".encode())


def one_kill(folder: Path, wait: float) -> int:
    """Let a child play, kill it after this time, and return the last number it answered, 0 if none."""
    incoming, out = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(incoming)
            play(folder, out)
        finally:
            os._exit(1)
    os.close(out)
    first = os.read(incoming, 65536) if random.random() < 0.8 else b""
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    answers = first
    while more := os.read(incoming, 65536):
        answers += more
    os.close(incoming)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL, "the child ended by itself"
    whole = answers[: answers.rfind(b"\n") + 1].split()
    return int(whole[-1]) if whole else 0


def loop(kills: int, seed: int) -> str:
    """Kill so many children and return what was found; an assertion says what is broken."""
    random.seed(seed)
    answered, slowest, lives = 0, 0.0, 1
    folder = Path(tempfile.mkdtemp())
    for _ in range(kills):
        answered = max(answered, one_kill(folder, random.random() ** 2 * 0.02))
        began = time.process_time()
        entries = Shelf(folder).list()
        slowest = max(slowest, time.process_time() - began)
        if not entries or (entries[0].moves == 0 and entries[0].state != "whole"):
            assert answered == 0, f"{answered} answered choices are gone"
            for path in folder.iterdir():
                path.unlink()
            continue
        (entry,) = entries
        assert entry.state in ("whole", "torn"), entry.sentence
        moves = Shelf(folder).open("wei", write=False).moves
        assert answered <= len(moves) <= answered + 1, f"{answered} answered, {len(moves)} on the disk"
        assert moves == tuple(a_move(number) for number in range(1, len(moves) + 1))
        answered = len(moves)
        if answered > LIFE_LENGTH:
            answered, lives = 0, lives + 1
            Shelf(folder).delete("wei")
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    return f"{kills} kills over {lives} lives: 0 lost, 0 phantom, 0 unreadable; slowest reading {slowest * 1000:.0f} ms of CPU"


if __name__ == "__main__":
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--kills", type=int, default=30)
    words.add_argument("--seed", type=int, default=1)
    told = words.parse_args()
    print(loop(told.kills, told.seed))
