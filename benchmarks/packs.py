"""Reading and checking packs: large ones, a spoilt one, and what is read again unchanged."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.figures import Line, Result
from benchmarks.pack_writer import spoil, write

FLOOR = "PyYAML's CSafeLoader, loading only"
WAYS: Mapping[str, str] = {
    "checked": "scsgame, read and checked",
    "built": "scsgame, read, checked and built",
    "verdict": "unchanged, checked again",
    "kept": "unchanged, loaded from the cache",
    "opened": "the same, every life and regime in hand",
    "looked": "the same, every scene looked at",
}
ABOUT_FLOOR = "PyYAML's C loader making plain data of the same files, with no places of lines and no checking."
Said = dict[str, Any]


def read(which: str, folder: Path, cache: Path) -> Said:
    """Read a pack in a child process and return what it says."""
    command = [sys.executable, "-m", "benchmarks.pack_reader", which, str(folder)]
    here = Path(__file__).resolve().parent.parent
    surroundings = {**os.environ, "SCSGAME_CACHE": str(cache)}
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=here, env=surroundings)
    said: Said = json.loads(done.stdout)
    return said


def in_turn(folder: Path, ways: Sequence[str], runs: int) -> dict[str, list[Said]]:
    """Read a pack in each of these ways, round by round; the first round is thrown away."""
    found: dict[str, list[Said]] = {way: [] for way in ways}
    with tempfile.TemporaryDirectory() as cache:
        for number in range(runs + 1):
            for way in ways:
                said = read(way, folder, Path(cache))
                if number:
                    found[way].append(said)
    return found


def lines_of(found: Mapping[str, list[Said]], aims: Mapping[str, float], memory: Mapping[str, float]) -> list[Line]:
    """Return the CPU time and the memory of each way, beside the floor's."""
    below = found["floor"]
    lines = [Line(f"{FLOOR}, CPU", tuple(one["cpu"] for one in below))]
    for way, said in found.items():
        if way != "floor":
            lines.append(
                Line(f"{WAYS[way]}, CPU", tuple(one["cpu"] for one in said), "ms", aims.get(way), f"{FLOOR}, CPU")
            )
    if all(one["peak"] > 0 for one in (*below, *found["checked"])):
        lines.append(Line(f"{FLOOR}, memory", tuple(float(one["peak"]) for one in below), "MB"))
        for way in ("checked", "built"):
            peaks = tuple(float(one["peak"]) for one in found[way])
            lines.append(Line(f"{WAYS[way]}, memory", peaks, "MB", memory.get(way), f"{FLOOR}, memory"))
    return lines


def measure_size(scenes: int, in_a_file: int, runs: int, cpu_aim: float) -> Result:
    """Measure a pack of so many scenes, in files of so many."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "large"
        size = write(folder, scenes, in_a_file)
        found = in_turn(folder, ("floor", *WAYS), runs)
    said = found["checked"][0]
    remarks = [
        f"{said['scenes']:,} scenes, {size / 1e6:.1f} MB of YAML; found: {said['errors']} errors, {said['warnings']} warnings."
    ]
    if said["errors"]:
        remarks.append(f"This pack should be valid, so the figure is not fair. The first problem: {said['first']}")
    aims = {"checked": cpu_aim, "verdict": 0.05, "kept": 0.05}
    return Result(
        f"packs {scenes:,}", f"a pack of {scenes:,} scenes, {in_a_file} in a file, in processes of their own",
        ABOUT_FLOOR, lines_of(found, aims, {"checked": 0.6}), remarks,
    )  # fmt: skip


def measure_spoilt(scenes: int, mistakes: int, runs: int) -> Result:
    """Measure the same pack with mistakes in it, and see that each is found at its place and nothing else is."""
    with tempfile.TemporaryDirectory() as place:
        whole, folder = Path(place) / "whole", Path(place) / "spoilt"
        write(whole, scenes)
        write(folder, scenes)
        made = spoil(folder, mistakes)
        found = in_turn(folder, ("checked",), runs)
        found["floor"] = in_turn(whole, ("floor",), runs)["floor"]
    said = found["checked"][0]
    places = {tuple(one) for one in said["places"]}
    missed = [one for one in made if one not in places]
    remarks = [
        f"{len(made)} mistakes made, {len(made) - len(missed)} found at their lines, {said['errors']} errors in all."
    ]
    return Result(
        "packs spoilt", f"a pack of {scenes:,} scenes with {mistakes} mistakes, a third of them in the YAML itself",
        "PyYAML's C loader making plain data of the same pack without the mistakes (it would stop at the first).",
        [Line(f"{FLOOR}, CPU", tuple(one["cpu"] for one in found["floor"])),
         Line(f"{WAYS['checked']}, CPU", tuple(one["cpu"] for one in found["checked"]), "ms", None, f"{FLOOR}, CPU")], remarks,
    )  # fmt: skip


def measure_core(runs: int) -> Result:
    """Measure the game's own content."""
    from scsgame.packs.library import core_content

    found = in_turn(core_content(), ("floor", *WAYS), runs)
    said = found["checked"][0]
    remarks = [f"{said['scenes']:,} scenes; found: {said['errors']} errors, {said['warnings']} warnings."]
    return Result(
        "packs core",
        "the game's own content, all of it",
        ABOUT_FLOOR,
        lines_of(found, {"verdict": 0.05, "kept": 0.05}, {}),
        remarks,
    )


def measure(runs: int, long: bool) -> list[Result]:
    """Measure 2,000 scenes, 2,000 with mistakes, the game's own content, and with `long` 10,000."""
    few = max(3, runs // 2)
    small = measure_size(2_000, 100, runs, 0.6)
    found = [small, measure_size(2_000, 500, few, 0.6), measure_spoilt(2_000, 60, few), measure_core(few)]
    if not long:
        return found
    large = measure_size(10_000, 100, few, 0.5)
    for name in (WAYS["checked"], WAYS["built"], FLOOR):
        grown = statistics.median(large.line(f"{name}, CPU").samples) / statistics.median(
            small.line(f"{name}, CPU").samples
        )
        large.remarks.append(
            f"Growth of CPU time from 2,000 to 10,000 scenes, {name}: {grown:.2f} times (5 is in proportion)."
        )
    return [*found, large]
