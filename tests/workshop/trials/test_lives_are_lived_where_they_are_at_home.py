"""Which lives are lived under which regimes: as the atlas plays them, and everywhere where it says nothing."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from scsgame.packs import Library, load
from scsgame.workshop.trials.rooms import Focus, Room, pairs, rooms, using


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


def test_a_regime_is_lived_under_where_the_atlas_plays_it(library: Library) -> None:
    about = Focus(tuple(library.lives), ("dangan", "fico"))
    plays = pairs()
    found = rooms(library, about, (), plays)
    assert {(room.life, *room.regimes) for room in found if room.regimes} <= set(plays)
    assert Room("renter", ("fico",)) in found
    assert Room("village", ("fico",)) not in found


def test_a_regime_that_the_atlas_does_not_know_is_lived_under_everywhere(library: Library) -> None:
    found = rooms(library, Focus(tuple(library.lives), ("none",)), (), pairs())
    assert {room.life for room in found} == set(library.lives)


def test_a_life_without_a_regime_of_its_own_is_lived_under_nobody() -> None:
    somewhere = SimpleNamespace(regimes={"far": SimpleNamespace(id="far", rules=(), abroad=frozenset())})
    found = rooms(somewhere, Focus(("home",), ("far",)), (), {("elsewhere", "far")})  # type: ignore[arg-type]
    assert found == [Room("home", ())]


def test_a_door_is_sought_where_somebody_knocks_at_it(library: Library) -> None:
    found = using(library, "high_speed_rail", "credit-china")
    assert Room("student", ("credit-china",)) in found
    assert all(room.regimes == ("credit-china",) for room in found)
