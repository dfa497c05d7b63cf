"""What is built for others carries the content: unpacked anywhere, it checks itself and begins a life."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from program.program import BOUND, ROOT, Program

PARTS = ("scsgame", "content", "pyproject.toml", "README.md", "LICENSE")


def built(folder: Path) -> Path:
    """Build a wheel from a copy of the tree, so that nothing is left behind in it."""
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        else:
            shutil.copy(ROOT / part, folder / part)
    call = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder / "made"), str(folder)]
    done = subprocess.run(call, capture_output=True, text=True, timeout=2 * BOUND, check=False, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = (folder / "made").glob("*.whl")
    return wheel


@pytest.mark.skipif(
    not (ROOT / "pyproject.toml").is_file(), reason="the tests run beside an installed scsgame, not in a checkout"
)
@pytest.mark.skipif(
    not (importlib.util.find_spec("hatchling") and importlib.util.find_spec("build")),
    reason="hatchling and build are not installed here, and fetching them is no part of a test",
)
def test_a_wheel_unpacked_anywhere_checks_its_content_and_begins_a_life(program: Program, tmp_path: Path) -> None:
    copy, unpacked = tmp_path / "copy", tmp_path / "unpacked"
    copy.mkdir()
    with zipfile.ZipFile(built(copy)) as wheel:
        wheel.extractall(unpacked)
    assert not (unpacked / "content").exists(), "the content would lie loose among other packages"
    there: dict[str, str | None] = {"PYTHONPATH": str(unpacked), "SCSGAME_SAVES": None}
    assert "0 errors" in program.well("pack", "check", **there)
    assert program.well("pack", "list", **there) == program.well("pack", "list")
    shown = program.well("play", "--plain", "--seed", "s", "--name", "first", typed="1\n", **there)
    assert "Day 1" in shown
    saved = [path.relative_to(program.home) for path in program.home.rglob("*.jsonl")]
    assert [str(path) for path in saved if path.parts[:2] == ("data", "scsgame")], (
        f"not in the user's data folder: {saved}"
    )
    assert not list(unpacked.rglob("*.jsonl"))
