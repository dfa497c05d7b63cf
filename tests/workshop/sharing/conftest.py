"""A machine of one's own: no packs of the user, no saves, a cache that nobody else reads."""

import pytest
from workshop.sharing.machine import written

from scsgame.packs.specimen import specimen


@pytest.fixture(autouse=True)
def own_machine(tmp_path, monkeypatch):
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("SCSGAME_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("SCSGAME_SAVES", str(tmp_path / "saves"))
    monkeypatch.delenv("SCSGAME_PACKS", raising=False)
    monkeypatch.chdir(tmp_path)
    from scsgame.packs import library

    home = tmp_path / "home"
    monkeypatch.setattr(library, "user_data_path", lambda name: home / name)
    core = written(
        tmp_path / "game",
        {**specimen(), "pack.yaml": specimen()["pack.yaml"].replace("pack: specimen", "pack: core")},
    )
    monkeypatch.setattr(library, "core_content", lambda: core)
    return home
