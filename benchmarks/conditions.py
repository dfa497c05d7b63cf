"""Conditions: what an author's words cost once they are compiled."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from benchmarks.figures import Line, Result, in_turn
from scsgame.conditions import Atom, Names, parse
from scsgame.conditions.printers import as_deck

ROUNDS = 2000

Facts = dict[str, Any]

FACTS: Facts = {
    "day": 31, "week": 5, "weekday": "wed", "money": 640, "strength": 57, "ties": 44, "self": 61, "has_job": True,
    "in_love": False, "favours": 2, "study": 5, "gossip": 1, "met(the_loan)": 12, "met(the_trip)": 0, "times(jaywalks)": 3,
    "last(calls_home)": 27, "bond(lin)": 64, "bond(su)": 38, "near(lin)": True, "near(su)": True, "owes(phone)": False,
}  # fmt: skip
"""A morning in some life."""

PAIRS: list[tuple[str, Callable[[Facts], Any]]] = [
    (
        "day >= 20 and money < 700 and not met(the_trip)",
        lambda f: f["day"] >= 20 and f["money"] < 700 and not f["met(the_trip)"] > 0,
    ),
    ("has_job", lambda f: f["has_job"]),
    ("weekday in [sat, sun]", lambda f: f["weekday"] in ("sat", "sun")),
    ("strength < 40 or ties < 30", lambda f: f["strength"] < 40 or f["ties"] < 30),
    ("met(the_loan) and day - 10 > week * 4", lambda f: f["met(the_loan)"] > 0 and f["day"] - 10 > f["week"] * 4),
    ("times(jaywalks) >= 3", lambda f: f["times(jaywalks)"] >= 3),
    ("near(lin) and bond(lin) >= 60", lambda f: f["near(lin)"] and f["bond(lin)"] >= 60),
    ("not in_love and favours >= 2", lambda f: not f["in_love"] and f["favours"] >= 2),
    ("owes(phone) and money < 100", lambda f: f["owes(phone)"] and f["money"] < 100),
    ("study + gossip > 8", lambda f: f["study"] + f["gossip"] > 8),
    ("day >= 6 and day <= 40", lambda f: f["day"] >= 6 and f["day"] <= 40),
    ("self > 60", lambda f: f["self"] > 60),
    ("bond(su) < 35 and near(su)", lambda f: f["bond(su)"] < 35 and f["near(su)"]),
    ("weekday == wed and strength > 50", lambda f: f["weekday"] == "wed" and f["strength"] > 50),
    (
        "money >= 300 and money < 900 and week != 1",
        lambda f: f["money"] >= 300 and f["money"] < 900 and f["week"] != 1,
    ),
    ("not (met(the_loan) or met(the_trip))", lambda f: not (f["met(the_loan)"] > 0 or f["met(the_trip)"] > 0)),
    ("favours >= 1 or gossip >= 3 or study >= 6", lambda f: f["favours"] >= 1 or f["gossip"] >= 3 or f["study"] >= 6),
    ("ties > 30 and self > 30 and strength > 30", lambda f: f["ties"] > 30 and f["self"] > 30 and f["strength"] > 30),
    ("in_love or bond(su) >= 55", lambda f: f["in_love"] or f["bond(su)"] >= 55),
    ("week in [2, 4, 6] and has_job", lambda f: f["week"] in (2, 4, 6) and f["has_job"]),
]
"""Twenty conditions as an author writes them, each with the lambda that a programmer would write."""


def names() -> Names:
    """Return the names these conditions may read."""
    plain = []
    for key, value in FACTS.items():
        if "(" in key:
            continue
        if key == "weekday":
            days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
            plain.append(Atom(key, key, "text", options=days))
        else:
            plain.append(Atom(key, key, "truth" if isinstance(value, bool) else "number"))
    families: dict[str, Callable[[tuple[str, ...]], Atom]] = {
        "met": lambda words: Atom(f"met({words[0]})", f"met({words[0]})", "truth", "life", "ever"),
        "near": lambda words: Atom(f"near({words[0]})", f"near({words[0]})", "truth"),
        "owes": lambda words: Atom(f"owes({words[0]})", f"owes({words[0]})", "truth"),
        "times": lambda words: Atom(f"times({words[0]})", f"times({words[0]})", "number"),
        "bond": lambda words: Atom(f"bond({words[0]})", f"bond({words[0]})", "number"),
    }
    return Names(plain, families)  # type: ignore[arg-type]


def measure(runs: int, long: bool) -> list[Result]:
    """Measure one condition, and twenty as a deck."""
    del long
    known = names()
    written = [parse(text, known) for text, _ in PAIRS]
    hands = [hand for _, hand in PAIRS]
    deck = as_deck(written)
    nothing: Facts = {}
    for money in (50, 640, 2000):
        facts = {**FACTS, "money": money}
        assert deck(facts, nothing) == [at for at, hand in enumerate(hands) if hand(facts)], (
            "the deck and the lambdas disagree"
        )
    facts = dict(FACTS)
    condition, hand = written[0], hands[0]
    holds = condition.holds

    def timed(loop: Callable[[], None], calls: int) -> Callable[[], float]:
        def run() -> float:
            began = time.process_time()
            loop()
            return (time.process_time() - began) / calls

        return run

    def by_hand() -> None:
        for money in range(20 * ROUNDS):
            facts["money"] = money
            hand(facts)

    def compiled() -> None:
        for money in range(20 * ROUNDS):
            facts["money"] = money
            holds(facts, nothing)

    def looked_up() -> None:
        for money in range(20 * ROUNDS):
            facts["money"] = money
            condition.holds(facts, nothing)

    def twenty_by_hand() -> None:
        for money in range(ROUNDS):
            facts["money"] = money
            [at for at, one in enumerate(hands) if one(facts)]

    def as_one() -> None:
        for money in range(ROUNDS):
            facts["money"] = money
            deck(facts, nothing)

    one = in_turn(2 * runs, {
        "hand-written lambda": timed(by_hand, 20 * ROUNDS),
        "compiled condition": timed(compiled, 20 * ROUNDS),
        "compiled, found by its name each time": timed(looked_up, 20 * ROUNDS),
    })  # fmt: skip
    many = in_turn(
        2 * runs, {"20 lambdas": timed(twenty_by_hand, ROUNDS), "one function for all 20": timed(as_one, ROUNDS)}
    )
    aims = {"compiled condition": 1.1, "one function for all 20": 1.0}
    return [
        Result("conditions", "one condition of three parts, one fact changed each time (CPU time)",
               "a Python lambda over a dict, as a programmer would write it.",
               [Line(name, found, "ns", aims.get(name), "" if name.startswith("hand") else "hand-written lambda") for name, found in one.items()]),
        Result("deck", "a deck of 20 conditions, one fact changed each time (CPU time)",
               "20 hand-written lambdas, called one after the other.",
               [Line(name, found, "us", aims.get(name), "" if name.startswith("20") else "20 lambdas") for name, found in many.items()]),
    ]  # fmt: skip
