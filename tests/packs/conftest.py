"""Every test here has a cache of its own, so that none finds what another kept."""

import pytest


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("SCSGAME_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"
