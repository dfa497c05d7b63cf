"""The decision log: rows, who looked, what followed, and what the other ways would have brought."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenario import (
    bill,
    choice,
    friends_weigh,
    habit,
    life,
    live,
    measure,
    person,
    redress,
    regime,
    roll,
    rule,
    scene,
    watches,
)

from scsgame.debrief.log import Log
from scsgame.game.beside import Otherwise, beside
from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.moves import Enrol
from scsgame.game.turn import deed
from scsgame.packs import load
from scsgame.session.bots import POLICIES

RED = rule("red", act="jaywalks", points=-5)
CROSSING = scene("crossing", choice("cross", ["jaywalks"]), choice("wait", ["waits"]), cooldown=1, kind="beat")


def log_of(story) -> Log:
    return Log(story.chronicle)


def lived(regimes: list[str], bot: str, seed: str = "1") -> Chronicle:
    library = load(lives=["student"], regimes=regimes)
    found = tuple(library.regimes[name] for name in regimes)
    chronicle = begin(Setup(library.lives["student"], found, library.vocabulary, seed))
    for one in found:
        chronicle = chronicle.then(Enrol(one.id)) if one.opt_in else chronicle
    while not chronicle.over:
        chronicle = chronicle.then(POLICIES[bot](chronicle))
    return chronicle


def test_a_row_says_what_was_open_what_was_taken_and_who_looked():
    town = regime(watches("jaywalks"), RED)
    log = log_of(live(town, of=life(CROSSING)).takes("cross"))
    (row,) = log.decisions
    assert (row.number, row.day, row.week, row.sort, row.scene, row.choice.id) == (
        1,
        1,
        1,
        "choice",
        "crossing",
        "cross",
    )
    assert [option.id for option in row.others] == ["wait"]
    assert row.choice.observed
    assert row.choice.shown == "certain"
    assert row.others[0].shown == "none"
    assert row.scores == (("town", 100, 95),)


def test_an_act_is_an_opportunity_only_where_its_choice_is_open():
    ban = measure("ban", "score < 100", closes=["train"])
    station = scene(
        "station", choice("train", ["jaywalks"], uses={"train": 1}), choice("walk"), cooldown=1, kind="beat"
    )
    town = regime(watches("jaywalks"), RED, ban)
    log = log_of(live(town, of=life(station)).takes("train", "walk"))
    assert [row.number for row in log.opportunities(["jaywalks"])] == [1]


def test_a_bill_let_pass_is_a_decision_too():
    flat = life(bill("rent", 10, 2, 90, 3))
    log = log_of(live(regime(watches("misses_date"), rule("late", act="misses_date", points=-20)), of=flat).passes(8))
    (row,) = [row for row in log.decisions if row.sort == "bill"]
    assert (row.day, row.choice.id, [option.id for option in row.others]) == (6, "leaves_it", ["pays"])
    assert [one.points for one in log.followed[row.number]] == [-20]
    (way,) = log.beside[row.number].ways
    assert [one.subject for one in way.spared] == ["late"]


def test_a_bill_paid_keeps_the_reminder_away():
    flat = life(bill("rent", 10, 2, 90, 3))
    log = log_of(
        live(regime(watches("misses_date"), rule("late", act="misses_date", points=-20)), of=flat)
        .until(3)
        .pays("rent")
        .passes(8)
    )
    (row,) = [row for row in log.decisions if row.sort == "bill"]
    (way,) = log.beside[row.number].ways
    assert (row.choice.id, way.option, [one.points for one in way.brought]) == ("pays", "leaves_it", [-20])


def test_a_bill_for_which_a_choice_left_no_money_is_asked_about_all_the_same():
    shop = scene("shop", choice("buys", when="money >= 995"), choice("walks_on"), cooldown=1, kind="beat")
    flat = life(shop, bill("rent", 10, 2, 90, 3))
    town = regime(watches("misses_date"), rule("late", act="misses_date", points=-20))
    log = log_of(live(town, of=flat).takes(*["buys"] * 8))
    (row,) = [row for row in log.decisions if row.sort == "bill"]
    (way,) = log.beside[row.number].ways
    assert [one.subject for one in way.spared] == ["late"]


def test_the_way_not_taken_brings_what_it_would_have_brought():
    town = regime(watches("jaywalks", delay=3), RED, measure("ban", "score < 100", closes=["train"]))
    log = log_of(live(town, of=life(CROSSING)).takes("wait", *["wait"] * 6))
    (way,) = log.beside[1].ways
    assert [(one.kind, one.subject, one.day, one.valence) for one in way.brought] == [
        ("mark", "red", 4, -1),
        ("measure", "ban", 4, -1),
    ]
    assert way.spared == ()


def test_what_comes_anyway_hangs_on_no_choice():
    town = (
        regime(watches("jaywalks", "litters"), rule("dirty", act="litters", points=-1), invents=1.0)
        if False
        else regime(watches("jaywalks", "waits", invents=1.0), rule("red", act="jaywalks", points=-5))
    )
    log = log_of(live(town, of=life(CROSSING)).takes(*["wait"] * 20))
    assert any(one.number < 0 for one in log.consequences)
    assert not any(
        one.number < 0 for found in log.beside.values() for way in found.ways for one in (*way.brought, *way.spared)
    )


def test_a_visit_keeps_a_silence_from_counting():
    town = regime(watches("visits"), rule("no_visit", omits="visits", within=7, points=-3))
    log = log_of(live(town).passes(3).does("visits").passes(12))
    (row,) = [row for row in log.decisions if row.does(frozenset(["visits"]))]
    way = next(way for way in log.beside[row.number].ways if way.option == "rests")
    assert [(one.subject, one.points) for one in way.brought] == [("no_visit", -3)]


def test_dropping_a_friend_whose_standing_weighs_is_what_ends_the_list():
    lin = person("lin", "friend", bond=80, habits=[habit("litters", 3)])
    drop = scene("drop", choice("drops", leaves=["lin"]), choice("keeps"), kind="beat", when="day >= 5")
    black = roll("black", "score < 90", "score >= 90")
    dirty = rule("dirty", act="litters", points=-60)
    town = regime(watches("litters"), dirty, black, influence=friends_weigh(0.5), updates="daily")
    log = log_of(live(town, of=life(lin, drop)).until(5).takes("drops").passes(9))
    (row,) = [row for row in log.decisions if row.scene == "drop"]
    (way,) = log.beside[row.number].ways
    assert [(one.kind, one.subject, one.on, one.valence) for one in way.spared] == [("list", "black", False, 1)]


def test_a_plea_is_a_decision_and_what_it_strikes_is_its_doing():
    town = regime(watches("jaywalks"), RED, redress("form", takes=3))
    log = log_of(live(town).does("jaywalks").pleads("form").passes(6))
    (row,) = [row for row in log.decisions if row.sort == "plea"]
    (way,) = log.beside[row.number].ways
    assert [(one.kind, one.subject, one.by, one.valence) for one in way.spared] == [("struck", "red", "plea", 1)]


@pytest.mark.parametrize("regimes", [["sesame"], ["rongcheng"], ["rongcheng", "credit-china"]], ids="+".join)
@pytest.mark.parametrize("bot", ["careful", "contrarian"])
def test_beside_a_life_with_nothing_changed_runs_the_same_life(regimes, bot):
    chronicle = lived(regimes, bot)
    for at, turn in list(enumerate(chronicle.turns))[::7]:
        moment, passed = deed(turn.before, turn.move)
        there = beside(chronicle, Otherwise(at, moment), chronicle.moment.day)
        here = turn.passed.events[len(passed.events) :]
        assert there == (*here, *(event for later in chronicle.turns[at + 1 :] for event in later.passed.events))


def test_every_mark_for_an_own_deed_is_traced_to_one_decision():
    log = Log(lived(["rongcheng"], "random"))
    own = [one for one in log.consequences if one.kind == "mark" and one.by and one.number > 0 and one.whom == "self"]
    assert own
    assert sum(len(found) for found in log.followed.values()) == len(own)


CERTAIN = regime(
    watches("jaywalks", "waits", delay=2), watches("waits", name="other", delay=5), RED, rule("good", act="waits", points=2, when="score < 103"),
    roll("black", "score < 92", "score >= 96"), measure("ban", "listed(black)", closes=["train"], weekly={"ties": -1}),
    measure("lane", "score > 101", opens=["lane"]),
)  # fmt: skip


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(st.lists(st.sampled_from(["cross", "wait"]), min_size=2, max_size=24), st.integers(0, 23))
def test_the_other_way_is_what_one_would_have_lived(picks, which):
    """Where nothing is left to luck, living the other choice and the same ones after it brings just what the log says."""
    which %= len(picks)
    here = live(CERTAIN, of=life(CROSSING)).takes(*picks)
    other = "wait" if picks[which] == "cross" else "cross"
    there = live(CERTAIN, of=life(CROSSING)).takes(*picks[:which], other, *picks[which + 1 :])
    log = log_of(here)
    found = log.beside[which + 1]
    (way,) = found.ways

    def came(story) -> Counter:
        ones = Log(story.chronicle).consequences
        return Counter(
            (one.kind, one.subject, one.on, one.points) for one in ones if one.day <= found.until and one.valence
        )

    def told(ones) -> Counter:
        return Counter((one.kind, one.subject, one.on, one.points) for one in ones)

    assert came(there) - came(here) == told(way.brought) - told(way.spared)
    assert came(here) - came(there) == told(way.spared) - told(way.brought)
