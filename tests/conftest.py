"""Every test keeps to itself: saves, settings and the cache of packs lie in a folder of the test run.

Laws are tried on the same examples each time, so that a run says something about the change and nothing about luck. Whoever hunts
sets SCSGAME_HUNT=1 and gets new ones.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True, database=None)
if not os.environ.get("SCSGAME_HUNT"):
    settings.load_profile("steady")


@pytest.fixture(scope="session", autouse=True)
def _a_place_of_its_own() -> Iterator[None]:
    with tempfile.TemporaryDirectory(prefix="scsgame-tests-") as folder:
        for name, part in [("SCSGAME_SAVES", "saves"), ("SCSGAME_CONFIG", "config"), ("SCSGAME_CACHE", "cache")]:
            os.environ.setdefault(name, str(Path(folder) / part))
        yield
