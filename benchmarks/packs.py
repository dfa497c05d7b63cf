"""Reading and checking a large pack."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.figures import Line, Result
from benchmarks.pack_writer import write

FLOOR, OURS = "PyYAML's CSafeLoader, loading only", "scsgame, read, checked and built"


def read(which: str, folder: Path) -> dict[str, Any]:
    """Read a pack in a child process and return what it says."""
    command = [sys.executable, "-m", "benchmarks.pack_reader", which, str(folder)]
    here = Path(__file__).resolve().parent.parent
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=here)
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def measure_size(scenes: int, in_a_file: int, runs: int, cpu_aim: float, memory_aim: float) -> Result:
    """Measure a pack of so many scenes, in files of so many."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "large"
        size = write(folder, scenes, in_a_file)
        floor, ours = [], []
        for number in range(runs + 1):
            below, mine = read("floor", folder), read("ours", folder)
            if number:
                floor.append(below)
                ours.append(mine)
    lines = [
        Line(f"{FLOOR}, CPU", tuple(one["cpu"] for one in floor)),
        Line(f"{OURS}, CPU", tuple(one["cpu"] for one in ours), "ms", cpu_aim, f"{FLOOR}, CPU"),
    ]
    if all(one["peak"] > 0 for one in (*floor, *ours)):
        lines += [
            Line(f"{FLOOR}, memory", tuple(float(one["peak"]) for one in floor), "MB"),
            Line(f"{OURS}, memory", tuple(float(one["peak"]) for one in ours), "MB", memory_aim, f"{FLOOR}, memory"),
        ]
    said = ours[0]
    remarks = [
        f"{said['scenes']:,} scenes, {size / 1e6:.1f} MB of YAML; found: {said['errors']} errors, {said['warnings']} warnings."
    ]
    if said["errors"]:
        remarks.append(f"This pack should be valid, so the figure is not fair. The first problem: {said['first']}")
    return Result(
        f"packs {scenes:,}", f"a pack of {scenes:,} scenes, {in_a_file} in a file, in processes of their own",
        "PyYAML's C loader making plain data of the same files, with no places of lines and no checking.",
        lines, remarks,
    )  # fmt: skip


def measure(runs: int, long: bool) -> list[Result]:
    """Measure 2,000 scenes, and with `long` 10,000."""
    few = max(3, runs // 2)
    small, thick = measure_size(2_000, 100, runs, 0.6, 0.6), measure_size(2_000, 500, few, 0.6, 0.6)
    if not long:
        return [small, thick]
    large = measure_size(10_000, 100, few, 0.5, 0.6)
    for name in (OURS, FLOOR):
        grown = statistics.median(large.line(f"{name}, CPU").samples) / statistics.median(
            small.line(f"{name}, CPU").samples
        )
        large.remarks.append(
            f"Growth of CPU time from 2,000 to 10,000 scenes, {name}: {grown:.2f} times (5 is in proportion)."
        )
    return [small, thick, large]
