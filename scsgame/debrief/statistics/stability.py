"""When a phase may end: behaviour has settled."""

from __future__ import annotations

from collections.abc import Sequence

BLOCKS = 5
"""So many blocks at least, and the last so many are looked at."""

CHANGE = 0.10
"""By how much of their mean they may differ."""


def stable(blocks: Sequence[float], last: int = BLOCKS, change: float = CHANGE) -> bool:
    """Say whether the last blocks lie within a tenth of their mean of each other; with fewer blocks they never do."""
    seen = blocks[-last:]
    if len(seen) < last:
        return False
    return max(seen) - min(seen) <= change * abs(sum(seen) / last)
