"""Where a sentence says what to type, that works in the terminal in which it is said."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from scsgame.session import calling
from scsgame.session.calling import called


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calling.shutil, "which", lambda _: None)


def test_where_the_terminal_finds_the_game_its_name_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calling.shutil, "which", lambda _: "/usr/bin/scsgame")
    assert called.__wrapped__() == "scsgame"


@pytest.mark.usefixtures("nowhere")
def test_after_make_play_it_is_the_program_in_the_folder_of_the_project(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [".venv/bin/scsgame"])
    assert called.__wrapped__() == str(Path(".venv/bin/scsgame"))
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "bin" / "scsgame")])
    assert called.__wrapped__() == str(Path("bin/scsgame"))
    monkeypatch.setattr(sys, "argv", ["/elsewhere/bin/scsgame"])
    assert called.__wrapped__() == "/elsewhere/bin/scsgame"


@pytest.mark.usefixtures("nowhere")
def test_where_it_is_run_as_a_module_so_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["/somewhere/scsgame/__main__.py"])
    monkeypatch.setattr(sys, "executable", "/usr/bin/python3")
    assert called.__wrapped__() == "python3 -m scsgame"
