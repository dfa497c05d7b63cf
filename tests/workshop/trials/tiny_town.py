"""Tiny packs for trials, built in Python: a library as if it had been read."""

from __future__ import annotations

from scenario import choice, ending, life, measure, regime, roll, rule, scene, vocabulary, watches

from scsgame.packs.nouns import Sources, put_together


def library_of(*regimes, lives=(), cases=()):
    """Return a library of these lives and regimes."""
    book = {one.id: tuple(case for case in cases if case.regime == one.id) for one in regimes}
    return put_together(
        vocabulary(), {one.id: one for one in lives}, {one.id: one for one in regimes}, Sources({}), book, ()
    )


def town(**parts):
    """Return a regime: crossing on red costs, helping gives, below 80 the train is closed."""
    return regime(
        watches("jaywalks", "helps"),
        rule("red", act="jaywalks", points=-10),
        rule("kind", act="helps", points=5),
        roll("bad", enters="score < 80", leaves="score >= 90"),
        measure("no_train", "listed(bad)", closes=["train"]),
        **parts,
    )


def street(*more, **parts):
    """Return a life of two weeks: a crossing, a trip, a scene that waits for a flag nothing sets."""
    return life(
        scene(
            "crossing",
            choice("wait", effects={"strength": -1}),
            choice("cross", ["jaywalks"], effects={"ties": 1}),
            cooldown=1,
        ),
        scene("trip", choice("walk"), choice("ride", uses={"train": 10}), cooldown=3),
        scene("lucky", choice("take"), choice("leave"), when="lent"),
        *more,
        ending("rich", "money > 100000"),
        weeks=2,
        square=False,
        **parts,
    )
