"""Every test keeps to itself: saves, settings and the cache of packs lie in a folder of the test run."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session", autouse=True)
def _a_place_of_its_own() -> Iterator[None]:
    with tempfile.TemporaryDirectory(prefix="scsgame-tests-") as folder:
        for name, part in [("SCSGAME_SAVES", "saves"), ("SCSGAME_CONFIG", "config"), ("SCSGAME_CACHE", "cache")]:
            os.environ.setdefault(name, str(Path(folder) / part))
        yield
