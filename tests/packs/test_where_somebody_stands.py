"""A path that leads to no pack is answered with where the terminal stands and what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from scsgame.cli import main
from scsgame.packs.astray import here
from scsgame.packs.library import core_content
from scsgame.workshop.scaffold import Answers, files, write


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    write(tmp_path / "desk" / "club", files(Answers("Club")))
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


@pytest.mark.parametrize(("path", "said"), [
    ("Club", 'there is no folder or zip "Club"; the pack "club" is here.'),
    ("clbu", 'the pack "club" is here.'),
    ("club/lives/club", 'this is a part of the pack "club"; name the pack itself'),
    ("club/pack.yaml", 'this is a part of the pack "club"; name the pack itself'),
    (".", 'this folder holds packs and is none; name one of them: "club".'),
    ("elsewhere", 'there is no folder or zip "elsewhere" where the terminal stands, which is'),
])  # fmt: skip
def test_what_was_meant_is_said_once(path: str, said: str, desk: Path, capsys) -> None:
    assert main(["pack", "check", path]) == 1
    told = " ".join(capsys.readouterr().out.split())
    assert said in told
    assert told.count("error[") == 1


def test_inside_a_pack_a_dot_is_meant(desk: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.chdir(desk / "club")
    assert main(["pack", "check", "club"]) == 1
    assert "write a dot for it, as in `scsgame pack check .`" in " ".join(capsys.readouterr().out.split())


def test_a_pack_that_was_added_is_named_by_its_file(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "guild-1.0.zip").write_bytes(b"")
    monkeypatch.setattr("scsgame.packs.library.user_packs", lambda: kept)
    monkeypatch.setattr(
        "scsgame.packs.library.places",
        lambda extra=(): [(core_content(), "content"), *((path, "guild") for path in extra)],
    )
    assert main(["pack", "check", "guild"]) == 1
    assert "guild-1.0.zip" in capsys.readouterr().out


def test_without_a_name_the_pack_is_meant_in_which_one_stands(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    assert here() == []
    monkeypatch.chdir(desk / "club")
    assert here() == [Path()]
    (desk / "club" / "lives" / "club" / "cast.yaml").write_text("cast: [{id: ada}]\n", "utf-8")
    assert main(["pack", "check"]) == 1
    assert "cast.yaml:1:8: error[missing-key]" in capsys.readouterr().out


def test_the_game_s_own_content_is_nobody_s_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(core_content())
    assert here() == []
