"""How long one goes on when nothing follows any more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

STOPPED = 5
"""So many chances in a row that were let pass count as having stopped."""


class Persistence(NamedTuple):
    """How long somebody went on: responses and chances up to the run of chances let pass.

    Where `stopped` is False no such run came before the record ended: it was *at least* so long (censored).
    """

    responses: int
    chances: int
    stopped: bool


def persistence(answers: Sequence[bool], run: int = STOPPED, most: int | None = None) -> Persistence:
    """Return how long one went on, from the first chance after the consequence had stopped; `most` chances are read."""
    read = answers if most is None else answers[:most]
    quiet = 0
    for at, answer in enumerate(read, 1):
        quiet = 0 if answer else quiet + 1
        if quiet == run:
            return Persistence(sum(read[:at]), at - run, stopped=True)
    return Persistence(sum(read), len(read), stopped=False)


class Surviving(NamedTuple):
    """One step of a Kaplan-Meier curve: at this length, the share of lives that was still going on."""

    length: float
    share: float


def kaplan_meier(lengths: Sequence[tuple[float, bool]]) -> tuple[Surviving, ...]:
    """Return the share of lives that went on longer than each length at which one stopped.

    Each life gives its length and whether it had stopped; one that had not counts as long as it was seen.
    """
    share = 1.0
    curve = []
    for length in sorted({length for length, stopped in lengths if stopped}):
        at_risk = sum(other >= length for other, _ in lengths)
        share *= 1 - sum(other == length and stopped for other, stopped in lengths) / at_risk
        curve.append(Surviving(length, share))
    return tuple(curve)


def median_length(lengths: Sequence[tuple[float, bool]]) -> float | None:
    """Return the length at which half had stopped, or None where fewer than half had by the end of the record."""
    return next((step.length for step in kaplan_meier(lengths) if step.share <= 0.5), None)
