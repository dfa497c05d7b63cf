"""The debrief: how long it takes to be built, beside living the same life again."""

from __future__ import annotations

import random
from dataclasses import replace

from benchmarks.figures import Line, Result, cpu_of, in_turn
from benchmarks.players import CHOICES, joined, paid, step
from scsgame.debrief.log import Log
from scsgame.debrief.story import debrief, story
from scsgame.game.chronicle import Chronicle, live_again
from scsgame.game.moment import Setup
from scsgame.game.moves import Choose
from scsgame.packs import Library, load
from scsgame.session.player import sources_of


def lived(library: Library, regimes: tuple[str, ...]) -> Chronicle:
    """Return a life of about 60 choices under these regimes, its bills paid."""
    setup = Setup(library.lives["student"], tuple(library.regimes[name] for name in regimes), library.vocabulary, "")
    luck = random.Random(1)
    for seed in range(100):
        chronicle = joined(replace(setup, seed=f"debrief {seed}"))
        while not chronicle.over:
            chronicle = paid(step(chronicle, luck))
        if sum(isinstance(turn.move, Choose) for turn in chronicle.turns) >= CHOICES:
            break
    return chronicle


def measure(runs: int, long: bool) -> list[Result]:
    """Measure the debrief of a life under one regime, and under three."""
    del long
    library = load()
    return [
        measure_life(library, ("sesame",), runs),
        measure_life(library, ("rongcheng", "credit-china", "sesame"), runs),
    ]


def measure_life(library: Library, regimes: tuple[str, ...], runs: int) -> Result:
    """Measure the parts of one life's debrief."""
    chronicle = lived(library, regimes)
    moves = [turn.move for turn in chronicle.turns]
    choices = sum(isinstance(move, Choose) for move in moves)
    everywhere, sources = tuple(library.regimes.values()), sources_of(library)
    floor = "the life lived again"
    ways = sum(len(found.ways) for found in Log(chronicle).beside.values())
    measures = {
        floor: cpu_of(lambda: live_again(chronicle.setup, moves)),
        "the rows of the log": cpu_of(lambda: Log(chronicle).decisions),
        "the log with every way not taken": cpu_of(lambda: Log(chronicle).beside),
        "the first page, as the screen opens it": cpu_of(
            lambda: story(chronicle, everywhere, sources).chapters[0].page
        ),
        "every chapter but Elsewhere": cpu_of(
            lambda: [one.page for one in story(chronicle, (), sources).chapters if one.id != "elsewhere"]
        ),
        "the whole debrief in words": cpu_of(lambda: debrief(chronicle, (), sources)),
        f"the same, judged by all {len(everywhere)} regimes": cpu_of(lambda: debrief(chronicle, everywhere, sources)),
    }
    found = in_turn(runs, measures)
    return Result(
        "debrief", f"the debrief of a life of {choices} choices under {', '.join(regimes)} (CPU time)",
        "the same life lived again from its moves.",
        [Line(name, samples, "ms", floor="" if name == floor else floor) for name, samples in found.items()],
        [f"{ways} ways not taken are judged beside {len(Log(chronicle).decisions)} decisions."],
    )  # fmt: skip
