"""How fast lives are lived and noted, and where the time goes."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scsgame.packs.nouns import Library
from scsgame.workshop.trials.lives import live_batch
from scsgame.workshop.trials.players import PLAYERS
from scsgame.workshop.trials.rooms import batches
from scsgame.workshop.trials.trial import Trial

WISHED = 50_000
"""Choices a second and core that the design asks for."""

SHOWN = 8


def profiled(library: Library, trial: Trial) -> Iterator[str]:
    """Yield the speed of a trial, and the functions in which most of the time of a few lives is spent."""
    coverage = trial.coverage
    if not coverage.lives:
        return
    rate = coverage.choices / coverage.seconds if coverage.seconds else 0.0
    yield f"Speed: {rate:,.0f} recorded choices a second and core, {rate / WISHED:.2f} of {WISHED:,} ({coverage.choices:,} choices; {trial.seconds:.0f} s on {trial.wish.processes} cores)."
    profile = cProfile.Profile()
    plan = batches(trial.rooms, PLAYERS, 12, trial.wish.seed)
    profile.enable()
    for batch in plan:
        live_batch(library, batch, compare=False)
    profile.disable()
    counted: dict[Any, Any] = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    whole = sum(row[2] for row in counted.values())
    slowest = sorted(counted.items(), key=lambda item: -item[1][2])[:SHOWN]
    yield f"Where the time of {len(plan)} lives goes, nothing compared:"
    for (file, line, name), row in slowest:
        place = f"{'/'.join(Path(file).parts[-2:])}:{line} " if line else ""
        yield f"    {row[2] / whole:>5.1%}  {place}{name}"
