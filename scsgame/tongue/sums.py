"""A sum of money as one writes it: 20 yuan, and 20元; a life may count in cash, or in nothing that has a name."""

from __future__ import annotations

from scsgame.terms import Safe
from scsgame.tongue.phrases import phrase


def sum_words(amount: int | str, unit: str, language: str = "") -> Safe:
    """Write an amount and what it is counted in."""
    return phrase("sum", "{amount} {unit}", language, amount=amount, unit=unit) if unit else Safe(amount)
