"""Players for the benchmarks: one who lives in the game, and the floor, who walks through plain dicts."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.moves import Choose, Enrol, Pay
from scsgame.life.scenes import Life

CHOICES = 60
"""How many choices the floor makes in a life, about as many as a student does."""


def step(chronicle: Chronicle, luck: random.Random) -> Chronicle:
    """Return the life one random open choice later."""
    moment = chronicle.moment
    assert moment.table is not None
    found = [offer for offer in moment.offers if offer.open]
    return chronicle.then(Choose(moment.table.scene.id, luck.choice(found).choice.id))


def paid(chronicle: Chronicle) -> Chronicle:
    """Return the life with every bill paid that has come."""
    while chronicle.moment.life.owed and not chronicle.over:
        chronicle = chronicle.then(Pay(chronicle.moment.life.owed[0].bill))
    return chronicle


def joined(setup: Setup) -> Chronicle:
    """Return a life on its first morning, enrolled wherever one may be, so that every regime is at work."""
    chronicle = begin(setup)
    for regime in setup.regimes:
        if regime.opt_in:
            chronicle = chronicle.then(Enrol(regime.id))
    return chronicle


def live(setup: Setup, luck: random.Random) -> Chronicle:
    """Return a whole life, lived at random."""
    chronicle = joined(setup)
    while not chronicle.over:
        chronicle = step(chronicle, luck)
    return chronicle


Page = dict[str, Any]


def pages_of(life: Life) -> list[Page]:
    """Return a life's scenes as the plain dicts that a quick script would read from YAML."""
    meters = {meter.id for meter in life.meters}
    return [
        {
            "id": scene.id, "text": scene.text[0].read(),
            "choices": [
                {"id": choice.id, "text": choice.text.read(), "acts": list(choice.acts),
                 "effects": {meter: change for meter, change in choice.effects if meter in meters}}
                for choice in scene.choices
            ],
        }
        for scene in life.scenes
    ]  # fmt: skip


def wander(pages: Sequence[Page], points: dict[str, int], luck: random.Random) -> list[dict[str, Any]]:
    """Live 60 choices the naive way: any page, any choice, a copy of the state and a log of every change.

    No conditions, no days, no bills, no other people, nobody watching but one table of points.
    """
    state: dict[str, Any] = {"money": 1400, "strength": 65, "ties": 50, "self": 50, "score": 550}
    log = []
    for _ in range(CHOICES):
        page = pages[luck.randrange(len(pages))]
        choice = luck.choice(page["choices"])
        after = dict(state)
        changes = {}
        for meter, change in choice["effects"].items():
            after[meter] = max(-3000, min(20000, after[meter] + change))
            changes[meter] = after[meter] - state[meter]
        for act in choice["acts"]:
            after["score"] += points.get(act, 0)
            changes[act] = points.get(act, 0)
        log.append(
            {"page": page["id"], "choice": choice["id"], "text": choice["text"], "changes": changes, "before": state}
        )
        state = after
    return log


def counted(play: Callable[[random.Random], int]) -> Callable[[], float]:
    """Return a measure: the CPU seconds a choice takes, of plays that return how many choices they made."""
    import time

    seeds = iter(range(1, 1_000_000))

    def measure() -> float:
        luck = random.Random(next(seeds))
        began = time.process_time()
        choices = play(luck)
        return (time.process_time() - began) / choices

    return measure
