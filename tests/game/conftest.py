"""Every test of this folder that settles its story runs twice: as lived, and out of a save."""

import pytest
from scenario import Settle, as_lived, out_of_a_save


@pytest.fixture(params=[as_lived, out_of_a_save], ids=["as lived", "out of a save"])
def settle(request: pytest.FixtureRequest) -> Settle:
    """Hand a story back as it is, or after a trip through a save file."""
    found: Settle = request.param
    return found
