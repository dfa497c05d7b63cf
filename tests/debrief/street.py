"""A street on which every day asks the same: cross on red or wait, speak or chat, drop somebody or not; for tests of the debrief.

    log = street(town, days=["waits"] * 6 + ["jaywalks"] * 6)

A day is the name of an act; other words are moves: `joins`, `leaves`, `looks`, `undoes`, `bets 90`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from scenario import choice, life, scene, vocabulary

from scsgame.debrief.log import Log
from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.moves import Bet, Choose, Enrol, Look, Undo, Withdraw
from scsgame.life.scenes import Scene
from scsgame.life.vocabulary import ActMeaning, Vocabulary
from scsgame.regime.charter import Regime
from scsgame.terms import saying

MORE = {
    "speaks": ActMeaning("speaks", saying("speaks"), "speech", sensitive=True, twin="chats"),
    "chats": ActMeaning("chats", saying("chats"), "speech"),
    "drops_friend": ActMeaning("drops_friend", saying("drops a friend"), "ties"),
    "befriends_high_scorer": ActMeaning("befriends_high_scorer", saying("seeks somebody"), "ties"),
    "meets_listed_friend": ActMeaning("meets_listed_friend", saying("meets somebody listed"), "ties"),
}
ACTS = ("jaywalks", "waits", "helps", "speaks", "chats")
STREET = scene(
    "street", *(choice(act, [act]) for act in ACTS), choice("rests"), cooldown=1, kind="beat", says="A street."
)


def words() -> Vocabulary:
    """Return the words of the tiny lives, and those about speech and company."""
    known = vocabulary()
    return replace(known, acts={**known.acts, **MORE})


def lived(
    *regimes: Regime, days: Iterable[str], scenes: Iterable[Scene] = (STREET,), weeks: int = 12, **parts: object
) -> Chronicle:
    """Live day by day as the words say."""
    setup = Setup(
        life(*scenes, weeks=weeks, square=False), regimes, words(), str(parts.pop("seed", "street")), **parts
    )  # type: ignore[arg-type]
    chronicle = begin(setup)
    for day in days:
        word, _, number = day.partition(" ")
        name = regimes[0].id
        table = chronicle.moment.table
        moves = {"joins": Enrol(name), "leaves": Withdraw(name), "looks": Look(name), "undoes": Undo()}
        if word == "bets":
            chronicle = chronicle.then(Bet(name, number))
        elif word in moves:
            chronicle = chronicle.then(moves[word])
        else:
            assert table is not None
            chronicle = chronicle.then(Choose(table.scene.id, day))
    return chronicle


def street(*regimes: Regime, days: Iterable[str], **parts: object) -> Log:
    """Return the decision log of such a life."""
    return Log(lived(*regimes, days=days, **parts))  # type: ignore[arg-type]
