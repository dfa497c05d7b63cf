"""The luck of all scenes of a day is drawn at once, and is the luck that each would draw alone."""

from __future__ import annotations

import pytest

from scsgame.life.lots import Lots, Odds
from scsgame.terms import Chance

THINGS = [(f"comes scene_{number}", chance) for number, chance in enumerate([0, 0.006, 0.3, 0.5, 0.999, 1, 1.5] * 30)]


@pytest.mark.parametrize("seed", ["1", "a life", "生"])
def test_many_lots_drawn_at_once_are_the_lots_drawn_one_by_one(seed: str) -> None:
    chance = Chance(seed)
    lots = Lots(Odds(THINGS), chance)
    for day in (1, 2, 7, 84, 350, 9999):
        alone = [place for place, (name, odds) in enumerate(THINGS) if chance.on_day(day, name) < odds]
        assert list(lots.on_day(day)) == alone


def test_what_is_sure_always_comes_and_what_has_no_chance_never_does() -> None:
    lots = Lots(Odds([("sure", 1.0), ("never", 0.0)]), Chance("x"))
    assert {lots.on_day(day) for day in range(1, 100)} == {(0,)}


def test_a_draw_on_the_bound_itself_is_not_lucky() -> None:
    """Luck is a draw below the odds: odds of just what is drawn do not do, and the next larger number does."""
    chance = Chance("x")
    drawn = chance.on_day(3, "rain")
    assert Lots(Odds([("rain", drawn)]), chance).on_day(3) == ()
    assert Lots(Odds([("rain", drawn + 2**-53)]), chance).on_day(3) == (0,)


def test_where_there_is_nothing_to_draw_nothing_comes() -> None:
    assert Lots(Odds([]), Chance("x")).on_day(1) == ()
