"""`scripts/shown.py` shows what the game promises of its systems, from the content as it stands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from program.program import BOUND, Program

ROOT = Path(__file__).resolve().parents[2]


def shown(program: Program, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "shown.py"), *words], capture_output=True, text=True, timeout=4 * BOUND,
        check=True, cwd=program.here, env={**program.environment, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return done.stdout


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tithing", ("Whoever knew of it", "In the 21 days after it, with the same luck:", "Page of faults")),
        ("nsa", ("nothing: no page, no name, no list", "Who watches:", "It is in all the papers")),
        ("ring_tone", ("hears a woman say that you owe", "The telephone.")),
        ("disputes", ("A dispute won:", "The entry has been withdrawn", "A dispute lost:", "confirms that it made the entry")),
        ("rules", ("on the screen:", "it counts:", "fact (", "in: ")),
    ],
)  # fmt: skip
def test_what_a_page_of_the_docs_promises_comes(program: Program, name: str, words: tuple[str, ...]) -> None:
    said = shown(program, name)
    assert [part for part in words if part not in said] == []


def test_every_system_stands_in_the_list_with_its_place(program: Program) -> None:
    lines = [line for line in shown(program, "atlas").splitlines() if line.startswith("  ")]
    assert len(lines) >= 64
    assert all(line.split()[-1] for line in lines)
