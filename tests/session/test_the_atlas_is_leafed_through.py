"""The atlas in the order of time, through a sieve, and one card with everything that is known."""

from __future__ import annotations

import pytest

from scsgame.session import House
from scsgame.session.atlas import EVERYTHING, Atlas, Sieve, epoch, years
from scsgame.ui.paper.span import YEARS


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return House().atlas()


def test_the_oldest_comes_first(atlas: Atlas) -> None:
    began = [line.began for line in atlas.lines(EVERYTHING)]
    assert began == sorted(began)
    assert len(began) == len(atlas.entries)


def test_a_sieve_lets_through_what_is_all_of_it(atlas: Atlas) -> None:
    found = atlas.lines(Sieve(region="west", does="scored"))
    assert {line.id for line in found} >= {"fico", "schufa"}
    assert all(line.region == "west" and "scored" in line.does for line in found)
    assert atlas.lines(Sieve(region="fiction", real="documented")) == ()


def test_a_card_says_what_is_known_with_its_source(atlas: Atlas) -> None:
    card = atlas.card("schufa")
    assert card.known and all(known.says and known.status for known in card.known)
    assert any(known.source for known in card.known)
    assert [(play.life, play.regime) for play in card.plays][-1] == ("renter", "schufa")
    assert card.guides[0].notice


def test_a_misspelt_key_is_understood(atlas: Atlas) -> None:
    assert atlas.nearest("schuffa") == "schufa"
    assert atlas.nearest("The personal file") == "dangan"
    assert atlas.nearest("qqqq") == ""


def test_years_are_written_as_one_says_them() -> None:
    assert years(1644, 1900) == "1644 – 1900"
    assert years(-645, None) == "645 BC –"
    assert years(2018, 2018) == "2018"
    assert epoch(589) == "Before the year 1000"
    assert epoch(1070) == "1000 to 1900"


def test_the_system_that_a_life_usually_begins_under_heads_the_list() -> None:
    house = House()
    for life in house.lives():
        assert house.regimes(life.id)[0].id == house.atlas().home(life.id)


def test_the_systems_that_suit_a_life_come_first() -> None:
    first = House().regimes("renter")[0]
    assert first.group == "At home in this life"
    assert {item.id for item in House().regimes()} == {item.id for item in House().regimes("renter")}


def test_at_home_is_what_was_in_force_where_the_life_is_lived_and_what_was_imagined_is_not(atlas: Atlas) -> None:
    at_home = atlas.at_home("student")
    assert {"rongcheng", "credit-china", "dangan", "jiangsu-2010"} <= set(at_home)
    assert not {"panopticon", "nosedive", "nsa", "cctv-town", "fico"} & set(at_home)
    assert set(atlas.at_home("renter")) >= {"fico", "nsa", "platform-ratings"}
    assert atlas.at_home("clerk") == ("nineteen-eighty-four",)


def test_what_to_try_next_is_what_shows_a_number_then_lists_then_what_was_over(atlas: Atlas) -> None:
    order = {name: at for at, name in enumerate(atlas.suits("student"))}
    names = ["honest-shanghai", "rongcheng", "credit-china", "dangan", "jiangsu-2010", "nsa", "panopticon"]
    assert sorted(names, key=order.__getitem__) == names


def test_what_suits_a_life_from_elsewhere_heads_its_own_family() -> None:
    groups: dict[str, str] = {}
    for item in House().regimes("student"):
        groups.setdefault(item.group, item.id)
    assert groups["The West and the world"] == "nsa"
    assert groups["Thought and evidence"] == "panopticon"


def test_each_life_has_a_regime_where_nobody_names_one_the_same_as_on_the_form(atlas: Atlas) -> None:
    homes = {life: atlas.home(life) for life in atlas.library.lives}
    assert homes | {
        "typist": "stasi", "renter": "platform-ratings", "clerk": "nineteen-eighty-four", "village": "qing-baojia",
    } == homes  # fmt: skip
    assert all(homes.values())


def test_imperial_systems_are_of_another_age_than_a_student_and_modern_ones_than_a_village(atlas: Atlas) -> None:
    apart = atlas.of_another_age("student")
    assert {"tithing", "qing-baojia", "xiangyue", "kuan-tzu"} <= apart
    assert not {"rongcheng", "fico", "panopticon", "nineteen-eighty-four", "none"} & apart
    assert atlas.of_another_age("village") == set(atlas.library.regimes) - apart - {"none"}


def test_no_years_of_the_atlas_are_cut_short_on_the_timeline(atlas: Atlas) -> None:
    assert max(len(line.years) for line in atlas.lines(EVERYTHING)) <= YEARS
