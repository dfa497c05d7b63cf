"""The game's own content, read once for every test of this folder."""

import pytest

from scsgame.packs import Library, load


@pytest.fixture(scope="session")
def library() -> Library:
    """Return everything that can be played."""
    return load()
