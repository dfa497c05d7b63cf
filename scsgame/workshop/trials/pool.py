"""Many batches on all cores. The result is the same for any number of them: a batch depends on its own number only."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from scsgame.packs.nouns import Library
from scsgame.session.items import ALL_AS_USUAL, Switched
from scsgame.workshop.trials.coverage import Coverage
from scsgame.workshop.trials.lives import Noted, live_batch
from scsgame.workshop.trials.rooms import Batch
from scsgame.workshop.trials.seeking import Search, seek
from scsgame.workshop.trials.witnesses import Progress, Replay

WORTH_A_POOL = 120
"""Fewer lives are lived sooner in one process than it takes to start others."""

_LIBRARY: list[Library] = []


def cores() -> int:
    """Return how many cores this program may use."""
    counted: Any = getattr(os, "process_cpu_count", os.cpu_count)
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return int(counted() or 1)


def _open(paths: Sequence[str], parts: Switched) -> None:
    from scsgame.packs import load

    _LIBRARY[:] = [load([Path(path) for path in paths]).switched(*parts)]


def _live(batch: Batch) -> Noted:
    return live_batch(_LIBRARY[0], batch, batch.compare)


def run(
    library: Library,
    batches: Sequence[Batch],
    paths: Sequence[Path] = (),
    processes: int = 1,
    told: Progress | None = None,
    parts: Switched = ALL_AS_USUAL,
) -> Coverage:
    """Live all batches and return their sum; other processes read the packs at `paths` for themselves, and switch these parts."""
    coverage = Coverage()
    many = processes > 1 and sum(batch.lives for batch in batches) >= WORTH_A_POOL
    done = _together(batches, paths, processes, parts) if many else _alone(library, batches)
    for batch, noted in done:
        coverage.add(batch, noted, library)
        if told is not None:
            told(batch.lives)
    return coverage.settle()


def seek_all(
    library: Library,
    searches: Sequence[Search],
    paths: Sequence[Path] = (),
    processes: int = 1,
    told: Progress | None = None,
    parts: Switched = ALL_AS_USUAL,
) -> list[Replay | None]:
    """Make every search, and return what each found."""
    found: list[Replay | None] = []
    lives = sum(search.lives * max(1, search.abreast) for search in searches)
    many = processes > 1 and len(searches) > 1 and lives >= WORTH_A_POOL
    if not many:
        for search in searches:
            found.append(seek(library, search))
            if told is not None:
                told(1)
        return found
    names = [str(path.resolve()) for path in paths]
    with ProcessPoolExecutor(processes, get_context("spawn"), _open, (names, parts)) as pool:
        for replay in pool.map(_seek, searches):
            found.append(replay)
            if told is not None:
                told(1)
    return found


def _seek(search: Search) -> Replay | None:
    return seek(_LIBRARY[0], search)


def _alone(library: Library, batches: Sequence[Batch]) -> Iterator[tuple[Batch, Noted]]:
    for batch in batches:
        yield batch, live_batch(library, batch, batch.compare)


def _together(
    batches: Sequence[Batch], paths: Sequence[Path], processes: int, parts: Switched
) -> Iterator[tuple[Batch, Noted]]:
    names = [str(path.resolve()) for path in paths]
    with ProcessPoolExecutor(processes, get_context("spawn"), _open, (names, parts)) as pool:
        waiting: dict[Future[Noted], Batch] = {}
        rest = iter(batches)
        try:
            while True:
                for batch in rest:
                    waiting[pool.submit(_live, batch)] = batch
                    if len(waiting) >= 3 * processes:
                        break
                if not waiting:
                    return
                for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                    yield waiting.pop(future), future.result()
        finally:
            for future in waiting:
                future.cancel()
