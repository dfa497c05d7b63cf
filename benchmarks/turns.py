"""Headless play: how many choices a second, and whether a long life or a thick rule book slows it down."""

from __future__ import annotations

import cProfile
import gc
import io
import pstats
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from benchmarks.figures import Line, Result, in_turn
from benchmarks.longer import longer, with_rules
from benchmarks.players import CHOICES, counted, joined, live, pages_of, paid, step, wander
from scsgame.game.chronicle import Chronicle
from scsgame.game.moment import Setup
from scsgame.game.moves import Choose
from scsgame.life.dealing import may_come
from scsgame.packs import Library, load
from scsgame.regime.charter import Regime

WISHED = 50_000
"""Choices a second that the design asks for."""


def setup_of(library: Library, regime: Regime, seed: str) -> Setup:
    """Return a student's life under one regime."""
    return Setup(library.lives["student"], (regime,), library.vocabulary, seed)


def measure_play(library: Library, runs: int) -> Result:
    """Measure whole lives under sesame, everything recorded, beside a plain loop over dicts."""
    sesame, student = library.regimes["sesame"], library.lives["student"]
    pages = pages_of(student)
    points = {rule.act: int(rule.points) for rule in sesame.rules if rule.act}
    setup = setup_of(library, sesame, "warm")
    live(setup, random.Random(0))
    state: dict[str, int] = {"days": 0, "choices": 0}

    def lives(luck: random.Random) -> int:
        made = 0
        for _ in range(5):
            chronicle = live(replace(setup, seed=str(luck.random())), luck)
            made += len(chronicle.turns)
            state["days"] += chronicle.moment.day
        state["choices"] += made
        return made

    def naive(luck: random.Random) -> int:
        for _ in range(40):
            wander(pages, points, luck)
        return 40 * CHOICES

    found = in_turn(runs, {"plain dicts and a log": counted(naive), "scsgame, student under sesame": counted(lives)})
    ours = found["scsgame, student under sesame"]
    line = Line("scsgame, student under sesame", ours, "per second", floor="plain dicts and a log")
    reached = 1 / min(ours)
    return Result(
        "play", "headless play, everything recorded (CPU time)",
        "a naive loop over parsed dicts: any page, any choice, a copied state, a log; no conditions, days, bills, people or regime.",
        [Line("plain dicts and a log", found["plain dicts and a log"], "per second"), line],
        [
            f"Aim: {WISHED:,} choices a second; at best {reached:,.0f}, which is {reached / WISHED:.2f} of it: "
            + ("reached." if reached >= WISHED else "MISSED."),
            f"A choice here passes {state['days'] / max(1, state['choices']):.2f} days on average, each with bills, people, tides and the regime's own night.",
        ],
    )  # fmt: skip


def around(setup: Setup, day: int, want: int = 4) -> list[Chronicle]:
    """Return lives standing before a choice: one of this day or just after, and the ones that follow."""
    luck = random.Random(setup.seed)
    chronicle = joined(setup)
    while chronicle.moment.day < day:
        chronicle = paid(step(chronicle, luck))
    found = [chronicle]
    while len(found) < want:
        chronicle = paid(step(chronicle, luck))
        found.append(chronicle)
    return found


def a_turn(standing: Sequence[Chronicle], days: list[int] | None = None) -> Callable[[], float]:
    """Return a measure: the CPU seconds of a turn, over every open choice of these lives."""
    moves = [
        (chronicle, Choose(chronicle.moment.table.scene.id, offer.choice.id))
        for chronicle in standing
        if chronicle.moment.table is not None
        for offer in chronicle.moment.offers
        if offer.open
    ]
    if days is not None:
        days.extend(chronicle.then(move).moment.day - chronicle.moment.day for chronicle, move in moves)

    def measure() -> float:
        gc.collect()
        gc.disable()
        began = time.process_time()
        for _ in range(3):
            for chronicle, move in moves:
                chronicle.then(move)
        spent = time.process_time() - began
        gc.enable()
        return spent / 3 / len(moves)

    return measure


def measure_days(library: Library, runs: int) -> Result:
    """Measure turns on day 3 and on day 300 of the same long lives."""
    life = longer(library.lives["student"])
    setups = [replace(setup_of(library, library.regimes["sesame"], f"long {seed}"), life=life) for seed in range(3)]
    passed: dict[int, list[int]] = {3: [], 300: []}
    measures = {
        f"day {day}": a_turn([chronicle for setup in setups for chronicle in around(setup, day, 8)], passed[day])
        for day in (3, 300)
    }
    found = in_turn(2 * runs, measures)
    choice = {
        day: sum(
            len(list(may_come(life, one.moment.life.facts, range(len(life.dealable)))))
            for setup in setups
            for one in around(setup, day, 8)
        )
        / 24
        for day in (3, 300)
    }
    mean = {day: sum(days) / len(days) for day, days in passed.items()}
    return Result(
        "days", "a turn on day 3 and on day 300 of a life of 50 weeks (CPU time)",
        "the same life's turns on day 3; every scene may come again, so there is as much to choose from on day 300; bills are paid.",
        [Line("day 3", found["day 3"], "per second"), Line("day 300", found["day 300"], "per second", aim=1.1, floor="day 3")],
        [f"Days that one turn passes: {mean[3]:.2f} on day 3, {mean[300]:.2f} on day 300; scenes to choose from: {choice[3]:.0f} and {choice[300]:.0f}."],
    )  # fmt: skip


def measure_rules(library: Library, runs: int) -> Result:
    """Measure turns under 50 rules and under 1,000."""
    sesame = library.regimes["sesame"]
    acts = tuple(library.vocabulary.acts)
    books = {
        "50 rules": with_rules(sesame, 50),
        "1,000 rules, the new ones about acts not done": with_rules(sesame, 1000),
        "1,000 rules, the new ones about every act": with_rules(sesame, 1000, acts),
    }
    measures = {}
    for name, regime in books.items():
        standing = [found for seed in range(3) for found in around(setup_of(library, regime, f"rules {seed}"), 10, 8)]
        measures[name] = a_turn(standing)
    found = in_turn(2 * runs, measures)
    names = list(books)
    return Result(
        "rules", "a turn under 50 rules and under 1,000 (CPU time)",
        "the same regime with 50 rules.",
        [
            Line(names[0], found[names[0]], "per second"),
            Line(names[1], found[names[1]], "per second", aim=1.1, floor=names[0]),
            Line(names[2], found[names[2]], "per second", floor=names[0]),
        ],
        ["The last line makes some eleven more marks for each act that is seen, so it has more to record, not only more to find."],
    )  # fmt: skip


def profile(lives: int = 20, rows: int = 25) -> str:
    """Return where the time of headless play goes, function by function."""
    library = load(lives=["student"], regimes=["sesame"])
    setup = setup_of(library, library.regimes["sesame"], "warm")
    live(setup, random.Random(0))
    watch = cProfile.Profile()
    for seed in range(lives):
        watch.enable()
        live(replace(setup, seed=str(seed)), random.Random(seed))
        watch.disable()
    text = io.StringIO()
    pstats.Stats(watch, stream=text).strip_dirs().sort_stats("tottime").print_stats(rows)
    return text.getvalue()


def measure(runs: int, long: bool) -> list[Result]:
    """Measure play, days and rules."""
    del long
    library = load(lives=["student"], regimes=["sesame"])
    return [measure_play(library, runs), measure_days(library, runs), measure_rules(library, runs)]
