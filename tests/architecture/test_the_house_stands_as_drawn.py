"""Who may import whom, how long a file may be, and what a command may load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
PACKAGE = HOUSE / "scsgame"
FORBIDDEN = ("textual", "rich", "yaml", "platformdirs")


def python(*lines: str) -> str:
    """Run a little program in a Python of its own, and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], cwd=HOUSE, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def loads(module: str, *forbidden: str) -> list[str]:
    """Return which forbidden packages a module brings with it."""
    found = python(
        "import sys", f"import {module}", f"print([name for name in {forbidden!r} if name in sys.modules])"
    )
    return [name for name in forbidden if f"'{name}'" in found]


def test_the_contracts_are_kept() -> None:
    pytest.importorskip("importlinter")
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache"],
        cwd=HOUSE, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert " 0 broken" in done.stdout


@pytest.mark.parametrize("room", ["terms", "conditions", "life", "regime", "game", "debrief"])
def test_a_pure_room_loads_alone(room: str) -> None:
    lines = [
        "import importlib, pkgutil, sys",
        f"room = importlib.import_module('scsgame.{room}')",
        "names = [found.name for found in pkgutil.walk_packages(getattr(room, '__path__', []), room.__name__ + '.')]",
        "for name in names: importlib.import_module(name)",
        f"print([name for name in {FORBIDDEN!r} if name in sys.modules])",
    ]
    assert python(*lines).strip() == "[]"


@pytest.mark.parametrize("module", ["scsgame.regime.intervention.weighing", "scsgame.regime.manipulation.measures"])
def test_what_judges_does_not_load_the_game(module: str) -> None:
    assert loads(module, "scsgame.game", "scsgame.life.days", "scsgame.life.dealing") == []


def test_asking_for_the_version_loads_nothing_heavy() -> None:
    found = python(
        "import sys", "from scsgame.cli import main", "main(['--version'])",
        f"print([name for name in {(*FORBIDDEN, 'scsgame.game', 'scsgame.packs', 'asyncio')!r} if name in sys.modules])",
    )  # fmt: skip
    assert found.splitlines()[-1] == "[]"
    assert found.startswith("scsgame ")


def test_plain_play_loads_no_textual() -> None:
    assert loads("scsgame.plain.play", "textual") == []
    assert loads("scsgame.session", "textual") == []


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_file_is_longer_than_three_hundred_lines_and_each_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    assert text.startswith(('"""', 'r"""')), "a module begins with a sentence about itself"
    assert "utils" not in path.name


def test_no_file_of_the_project_knows_this_machine() -> None:
    places = ("/" + "work" + "/", "/" + "tmp" + "/venv")
    for folder in ("scsgame", "content", "docs", "tests/regime", "tests/life", "tests/game"):
        for path in (HOUSE / folder).rglob("*"):
            if path.is_file() and path.suffix in {".py", ".yaml", ".md"}:
                text = path.read_text(encoding="utf-8")
                assert not any(place in text for place in places), path
