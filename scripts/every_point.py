"""Explain a score choice by choice, until every point of it is accounted for: a bot's life, printed.

python scripts/every_point.py [--regime sesame] [--bot random] [--seed aloud] [--life student]

One line for each choice and bill, with what it moved the score by and when that was counted, or why it moved nothing; then what no
choice moved. The last column comes to the score; the exit status is 1 if it does not.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from math import isclose
from typing import NamedTuple

from scsgame.debrief.accounted import KINDS, decision_of, points
from scsgame.debrief.deeds import decision_words
from scsgame.debrief.ledger import Line, ledger
from scsgame.debrief.log import Decision, Log
from scsgame.game.chronicle import begin
from scsgame.game.moment import Setup
from scsgame.packs import load
from scsgame.regime.charter import Regime
from scsgame.session.bots import POLICIES


class Account(NamedTuple):
    """What one decision, or something that was none, came to."""

    day: int
    what: str
    came: str
    worth: float


def accounts(log: Log, regime: Regime) -> Iterator[Account]:
    """Yield every decision of a life with what it moved one score by, then everything else that moved it. Needs a regime with a number."""
    books = ledger(log, regime.id)
    if books is None:
        raise ValueError(f"{regime.id} keeps no number")
    lines: dict[int, list[Line]] = {}
    for line in books.lines:
        lines.setdefault(decision_of(log, line), []).append(line)
    late = {decision_of(log, line) for line in books.waiting}
    for decision in log.decisions:
        found = lines.pop(decision.number, [])
        came = "; ".join(f"{_came(regime, line)}, counted on day {line.day}" for line in found)
        nothing = (
            "nothing yet: reported too late to be in the number"
            if decision.number in late
            else why_nothing(decision, regime.id)
        )
        worth = sum(line.worth for line in found)
        yield Account(decision.day, decision_words(log, decision.number, "en"), came or nothing, worth)
    for line in lines.pop(0, []):
        yield Account(line.day, "(no choice of yours)", _came(regime, line), line.worth)


def _came(regime: Regime, line: Line) -> str:
    part = next((factor.title.read() for factor in regime.scale.factors if factor.id == line.part), "")
    if line.of is None:
        words = "the start" if line.kind == "start" else KINDS[line.kind].read("en")
    else:
        words = f"{regime.rule[line.of.subject].title.read()} {points(line.asked)}"
    return f"{words} [{part}]" if part else words


def why_nothing(decision: Decision, regime: str) -> str:
    """Say why a decision moved nothing."""
    if regime not in decision.enrolled:
        return "nothing: you were not in it"
    watch = next((one for one in decision.choice.watches if one.regime == regime), None)
    if watch is None or not watch.watchers:
        return "nothing: nobody looks for it"
    return "nothing: seen, and no rule counted it" if watch.observed else "nothing: looked for, and missed"


def main() -> int:
    """Print the accounts of one life."""
    parser = argparse.ArgumentParser(description="Explain a score choice by choice.")
    parser.add_argument("--regime", default="sesame")
    parser.add_argument("--bot", default="random", choices=sorted(POLICIES))
    parser.add_argument("--seed", default="aloud")
    parser.add_argument("--life", default="student")
    options = parser.parse_args()
    library = load()
    regime = library.regimes[options.regime]
    chronicle = begin(Setup(library.lives[options.life], (regime,), library.vocabulary, options.seed))
    while not chronicle.over:
        chronicle = chronicle.then(POLICIES[options.bot](chronicle))
    log, total = Log(chronicle), 0.0
    for day, what, came, worth in accounts(log, regime):
        total += worth
        print(f"day {day:>2}  {what:<62} {points(worth) if worth else '':>7}  {came}")
    books = ledger(log, regime.id)
    assert books is not None
    print(f"\ncomes to {total:.6g}; the score of day {books.made} is {books.score:g}")
    return 0 if isclose(total, books.score, abs_tol=1e-6) else 1


if __name__ == "__main__":
    raise SystemExit(main())
