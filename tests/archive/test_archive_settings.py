"""Settings come back; damaged ones are a nuisance and never a failure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scsgame.archive import Settings, default_folder, load_settings, settings_folder, store_settings


def test_the_folder_is_told_by_the_environment_or_by_the_checkout_or_by_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SCSGAME_SAVES", str(tmp_path))
    monkeypatch.setenv("SCSGAME_CONFIG", str(tmp_path / "set"))
    assert default_folder() == tmp_path and settings_folder() == tmp_path / "set"
    for name in ("SCSGAME_SAVES", "SCSGAME_CONFIG"):
        monkeypatch.delenv(name)
    package = tmp_path / "house" / "scsgame" / "archive"
    package.mkdir(parents=True)
    monkeypatch.setattr("scsgame.archive.places.__file__", str(package / "places.py"))
    assert default_folder().parent.name == "scsgame" and default_folder().name == "saves"
    (tmp_path / "house" / "pyproject.toml").touch()
    assert default_folder() == (tmp_path / "house" / "saves").resolve()
    assert "scsgame" in str(settings_folder())


def test_settings_come_back_and_unknown_ones_are_kept(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "dark", "later": {"a": [1.5]}, "language": 7}')
    found, told = load_settings(tmp_path)
    assert found.theme == "dark" and found.language == "" and "language" in told
    store_settings(found, tmp_path)
    assert json.loads((tmp_path / "settings.json").read_text())["later"] == {"a": [1.5]}
    assert load_settings(tmp_path) == (found, "")
    assert load_settings(tmp_path / "none") == (Settings(), "")


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b"[" * 60_000, b'{"a":NaN}', b"x" * 70_000, b"9" * 5000])
def test_damaged_settings_are_ignored_with_a_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(data)
    found, told = load_settings(tmp_path)
    assert found == Settings() and "damaged" in told
    store_settings(Settings(theme="new"), tmp_path)
    assert load_settings(tmp_path)[0].theme == "new"
