"""What somebody who foresees reckons with: caps, the day of the last count, the days that luck leaves; and second thoughts."""

from __future__ import annotations

from scenario import choice, life, measure, regime, rule, scene, watches
from workshop.trials.tiny_town import library_of, street

from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.moves import Choose
from scsgame.packs.nouns import Library
from scsgame.workshop.trials.abreast import Abreast
from scsgame.workshop.trials.comings import lucky_days
from scsgame.workshop.trials.distances import NEVER
from scsgame.workshop.trials.luck import luckiest
from scsgame.workshop.trials.nearness import Nearness, foreseen, last_counted
from scsgame.workshop.trials.things import Thing
from scsgame.workshop.trials.witnesses import Replay, gets_there

DOOR = Thing("door", "town", "cheaper/train")


def town_with(*scenes, asks: float = 110, updates: str = "at_once", **counts) -> Library:
    """A town in which helping is reported two days later, and makes the train cheaper for who has helped enough."""
    found = regime(
        watches("helps", delay=2),
        rule("kind", act="helps", points=5, **counts),
        measure("cheaper", f"score >= {asks}", prices={"train": 0.5}, kind="perk"),
        updates=updates,
        update_day=10,
    )
    return library_of(found, lives=[street(*scenes)])


def setup_of(library: Library, seed: str = "seed") -> Setup:
    return Setup(library.lives["somebody"], tuple(library.regimes.values()), library.vocabulary, seed)


def helping(library: Library, times: int) -> Chronicle:
    """Live on until one has lent a hand so often."""
    chronicle, done = begin(setup_of(library)), 0
    while done < times:
        table = chronicle.moment.table
        assert table is not None
        ids = [offer.choice.id for offer in chronicle.moment.offers]
        taken = "lend_a_hand" if "lend_a_hand" in ids else ids[0]
        chronicle = chronicle.then(Choose(table.scene.id, taken))
        done += taken == "lend_a_hand"
    return chronicle


def score_foreseen(library: Library, times: int) -> float:
    moment = helping(library, times).moment
    town, life = library.regimes["town"], library.lives["somebody"]
    score: float = foreseen(town, moment.dossiers[0], moment.life.facts, life.start, last_counted(town, life))[
        "score"
    ]
    return score


def fete(every: int = 1, **parts):
    return scene("fete", choice("lend_a_hand", ["helps"]), choice("watch"), kind="beat", cooldown=every, **parts)


def test_what_is_over_a_cap_is_not_foreseen() -> None:
    """Two hands were lent and neither report is in; the second will count for nothing this month."""
    assert score_foreseen(town_with(fete()), 2) == 110
    assert score_foreseen(town_with(fete(), cap=5, per="month"), 2) == 105


def test_what_arrives_after_the_last_count_is_not_foreseen() -> None:
    """The number changes on the tenth of a month: what is reported in the days after it, in a life of two weeks, comes too late."""
    library = town_with(fete(when="day >= 11"), updates="monthly")
    town, weeks = library.regimes["town"], library.lives["somebody"]
    assert weeks.calendar.on(last_counted(town, weeks)).date % 100 == 10
    assert score_foreseen(library, 1) == 100
    assert score_foreseen(town_with(fete(when="day >= 11")), 1) == 105


def test_a_scene_that_luck_keeps_away_for_good_is_out_of_reach() -> None:
    library = town_with(scene("circus", choice("look"), chance=0.05, kind="beat"))
    circus, thing = library.lives["somebody"].by_id["circus"], Thing("scene", "somebody", "circus")
    setups = [setup_of(library, f"s-{number}") for number in range(30)]
    days = [lucky_days(setup, circus) for setup in setups]
    assert {bool(some) for some in days} == {True, False}
    for setup, some in zip(setups, days, strict=True):
        off = Nearness(setup, thing)(begin(setup).moment)
        assert (off < NEVER) == bool(some)


def test_the_luck_is_chosen_in_which_somebody_can_knock_near_the_end() -> None:
    """In the street one can ride any third day; here a journey that hardly ever comes is the only way to ask for the train."""
    journey = scene("journey", choice("ride", uses={"train": 10}), choice("stay"), chance=0.08, kind="beat")
    town = town_with().regimes["town"]
    library = library_of(town, lives=[life(fete(), journey, weeks=2, square=False)])
    lucks = [setup_of(library, luck.seed) for luck in luckiest(setup_of(library), DOOR, 1, "s")]
    assert lucks
    assert all(lucky_days(setup, journey)[-1] >= 13 for setup in lucks)


def test_second_thoughts_find_what_seemed_further_off_at_first() -> None:
    """Whoever takes the five points at the fork never sees the fête, where five can be had every second day."""
    fork = scene(
        "fork",
        choice("lend_a_hand", ["helps"]),
        choice("wait", sets=["lent"]),
        choice("leave"),
        kind="beat",
        priority=99,
    )
    library = town_with(fork, fete(when="lent", every=2), asks=112)
    lives = Abreast(setup_of(library), DOOR)
    greedy = lives.born(1)
    assert not greedy.there
    assert "fork" in {move[1] for move in greedy.lived.moves}
    again = lives.again(greedy, 1, 60)
    assert again.there
    assert ("choose", "fork", "wait") in again.lived.moves
    replay = Replay("somebody", ("town",), "seed", (), again.lived.moves, "foreseer", DOOR.asked)
    assert gets_there(replay, library)
