"""How much of a change stays when its cause is gone."""

from __future__ import annotations


def hysteresis(before: float, during: float, after: float) -> float | None:
    """Return 0 where all went back, 1 where nothing did; None where nothing had changed in the first place.

    Below 0 one went further back than one came from; above 1 the change grew after its cause was gone.
    """
    return (after - before) / (during - before) if during != before else None
