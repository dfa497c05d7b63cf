"""How many chances it takes to see a difference."""

from __future__ import annotations

from scsgame.debrief.statistics.proportions import Z95

Z80 = 0.8416212335729143
"""The point of the normal curve that leaves one in five above."""


def needed(one: float, other: float) -> int:
    """Return how many chances on each side show two rates as different, four times in five (normal approximation)."""
    spread = one * (1 - one) + other * (1 - other)
    return round((Z95 + Z80) ** 2 * spread / (one - other) ** 2)
