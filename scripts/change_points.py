"""How often the exact test of randomised change points calls a class chilled, rightly or wrongly.

    python scripts/change_points.py                 60 simulated classes for each line (half a minute)
    python scripts/change_points.py --classes 400   steadier figures

A simulated class has 30 players of 40 decisions, 20 of them sensitive: 20 blocks of one sensitive decision each. Every player does
what is sensitive at a rate of their own (beta, mean .6, 10 to the sum of its two parts), less so when possibly watched, and with the days if the class
tires. Beside our figures stand those of the specification, which came from another simulation with the same assumptions as far as it
states them; where it does not state the mean rate, .6 is ours.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from scsgame.debrief.statistics.changepoints import Drawn, Session, exact_test  # noqa: E402
from scsgame.debrief.statistics.proportions import Rate  # noqa: E402

PLAYERS = 30
REDRAWS = 399


class Case(NamedTuple):
    """One line of the table: what happens in the class, and what share the specification gives."""

    words: str
    drop: float = 0.0
    tires: float = 0.0
    carries: float = 0.0
    players: int = PLAYERS
    specified: str = ""


CASES = (
    Case("nothing happens", specified=".05-.06"),
    Case("nothing happens, the class tires by 40 %", tires=0.4, specified=".05-.06"),
    Case("10 % drop", 0.1, specified=".28"),
    Case("20 % drop", 0.2, specified=".76"),
    Case("30 % drop", 0.3, specified=".95"),
    Case("20 % drop, the class tires by 40 %", 0.2, tires=0.4, specified=".51"),
    Case("20 % drop, half of it carries over", 0.2, carries=0.5, specified=".44"),
    Case("20 % drop, 15 players", 0.2, players=15, specified=".50"),
)


def session(case: Case, drawn: Drawn, luck: random.Random) -> Session:
    """Return one player's session under the change points that were drawn."""
    own = luck.betavariate(6, 4)
    one, two, three = drawn.triple
    blocks = []
    for at in range(drawn.blocks):
        watched = one <= at < two or at >= three
        after = two <= at < three
        drop = case.drop if watched else case.drop * case.carries if after else 0.0
        likely = own * (1 - drop) * (1 - case.tires * at / (drawn.blocks - 1))
        blocks.append(Rate(int(luck.random() < likely), 1))
    return Session(drawn, tuple(blocks))


def called(case: Case, classes: int) -> Iterator[bool]:
    """Yield for each simulated class whether the test calls it chilled at one in twenty."""
    for number in range(classes):
        luck = random.Random(f"{case.words} {number}")
        sessions = [
            session(case, Drawn(f"{case.words} {number}", f"seat {seat}"), luck) for seat in range(case.players)
        ]
        yield exact_test(sessions, f"test {number}", REDRAWS).p <= 0.05


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--classes", type=int, default=60, help="how many classes are simulated for each line")
    options = parser.parse_args()
    print(f"{'what happens in the class':<44} {'called chilled':>14}  {'specified':>9}")
    for case in CASES:
        found = sum(called(case, options.classes)) / options.classes
        print(f"{case.words:<44} {found:>14.2f}  {case.specified:>9}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
