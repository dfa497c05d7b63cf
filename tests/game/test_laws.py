"""What must hold of every life, whatever is in it."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scenario import (
    ACTS,
    LANE,
    Settle,
    Story,
    bill,
    choice,
    encounter,
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
    setup,
    tier,
    watches,
)

from scsgame.game.chronicle import begin, live_again, live_again_changed
from scsgame.game.moves import Choose, Undo, read, written
from scsgame.game.pleas import IllegalMove
from scsgame.game.rescore import rescore
from scsgame.game.turn import what_if
from scsgame.session.telling import told_as_text

TOWN = regime(
    watches("jaywalks", "helps", "cheats", "posts", reliability=0.6, errs=0.1, invents=0.2, delay=1),
    watches("jaywalks", "reports", name="neighbour", reliability=0.3, rises=0.1, delay=4),
    rule("red", act="jaywalks", points=-7, cap=20, per="week"),
    rule("help", act="helps", points=5, when="score < 140"),
    rule("cheat", act="cheats", lists="black"),
    rule("company", act="cheats", points=-3, whose="friends"),
    rule("silence", omits="reports", within=12, points=-2),
    tier("high", 100),
    tier("low", 0),
    roll("black", leaves="seen(helps) >= 3", term=20),
    measure("ban", "listed(black)", closes=["train"], weekly={"ties": -2}),
    measure("deal", "score > 110", prices={"loan": 0.5}, touches={"self": 2}),
    redress("form", grants=0.5, takes=2),
)
COMPANY = regime(
    watches("works", "gambles", name="till", reliability=0.8),
    rule("works", act="works", points=4),
    rule("listed", listed="town/black", points=-30),
    measure("lane", "score > 120", opens=["lane"]),
    name="company",
    updates="weekly",
)
PEOPLE = (
    person("lin", "friend", habits=[habit("cheats", 9, chance=0.7)], bond=60),
    person("wang", "neighbour", habits=[habit("jaywalks", 2, chance=0.5)]),
)
SOMEBODY = life(*PEOPLE, bill("rent", 300, 5, 14, 4, fee=10), weeks=6)


def lived(picks: list[int], *regimes, of=SOMEBODY, seed: str = "laws", **parts) -> Story:
    """Live by a list of numbers: each picks one of the open choices."""
    story = live(*(regimes or (TOWN, COMPANY)), of=of, seed=seed, **parts)
    for pick in picks:
        if story.over:
            break
        found = [name for name, offer in story.offers.items() if offer.open]
        story = story.takes(found[pick % len(found)])
    return story


PICKS = st.lists(st.integers(0, 40), min_size=1, max_size=30)
FEW = settings(
    max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@FEW
@given(PICKS, st.text(max_size=5))
def test_the_same_seed_and_moves_are_the_same_life_byte_for_byte(picks: list[int], seed: str) -> None:
    story = lived(picks, seed=seed)
    again = live_again(setup(TOWN, COMPANY, of=SOMEBODY, seed=seed), story.moves)
    assert told_as_text(again) == told_as_text(story.chronicle)


PUBLISHED = "f782edfbbd7cd9e9f4a35aa1cd90ba0fa508a02cd1070cf1ec1d2d8864911679"
"""The SHA-256 of ten lives, told as text: every Python from 3.11 to 3.14, on any platform, must come to the same."""


def test_ten_lives_are_the_published_bytes() -> None:
    told = "".join(
        told_as_text(lived([(at * 7 + day * day) % 41 for day in range(45)], seed=f"ten {at}").chronicle)
        for at in range(10)
    )
    assert sha256(told.encode()).hexdigest() == PUBLISHED


def test_another_seed_is_another_life() -> None:
    picks = list(range(30))
    assert told_as_text(lived(picks, seed="a").chronicle).replace('"a"', "") != told_as_text(
        lived(picks, seed="b").chronicle
    ).replace('"b"', "")


def test_a_life_out_of_a_save_is_the_same_byte_for_byte(settle: Settle) -> None:
    story = lived([3, 5, 1, 1, 8, 2, 13, 4] * 4)
    story = story.undoes().undoes()
    assert told_as_text(settle(story).chronicle) == told_as_text(story.chronicle)


@FEW
@given(PICKS)
def test_judged_again_by_its_own_regimes_a_life_stands_as_it_stood(picks: list[int]) -> None:
    story = lived(picks)
    judgement = rescore(story.chronicle, [TOWN, COMPANY])
    assert judgement.dossiers == story.chronicle.moment.dossiers
    assert judgement.not_liveable == ()


@FEW
@given(PICKS)
def test_a_scene_that_never_comes_changes_nothing(picks: list[int]) -> None:
    more = life(
        *PEOPLE, bill("rent", 300, 5, 14, 4, fee=10), scene("never", when="money > 99999", chance=0.5), weeks=6
    )
    assert told_as_text(lived(picks).chronicle) == told_as_text(lived(picks, of=more).chronicle)


@FEW
@given(PICKS)
def test_an_observer_of_another_regime_changes_nothing_here(picks: list[int]) -> None:
    third = regime(
        watches(*ACTS, reliability=0.5, errs=0.3, invents=0.5), rule("all", act="waits", points=1), name="third"
    )
    alone, beside = lived(picks), lived(picks, TOWN, COMPANY, third)
    assert alone.held("town") == beside.held("town")
    assert alone.facts == beside.facts


@FEW
@given(PICKS)
def test_a_second_observer_does_not_change_what_the_first_one_sees(picks: list[int]) -> None:
    one = lived(picks, regime(watches("jaywalks", "helps", name="camera", reliability=0.5)))
    sees = watches("cheats", "posts", name="ear", reliability=0.5)
    two = lived(picks, regime(watches("jaywalks", "helps", name="camera", reliability=0.5), sees))
    assert one.reports == [report for report in two.reports if report.by == "camera"]


@FEW
@given(PICKS)
def test_taking_back_and_doing_the_same_gives_the_same_life(picks: list[int]) -> None:
    story = lived(picks)
    again = story.undoes().then(story.moves[-1])
    one, other = told_as_text(story.chronicle), told_as_text(again.chronicle)
    assert other.replace('"undone": 1', '"undone": 0') == one


@FEW
@given(PICKS)
def test_what_would_have_followed_is_what_follows(picks: list[int]) -> None:
    turn = lived(picks).chronicle.turns[-1]
    again = what_if(turn, turn.move.choice)
    assert (again.passed, again.after, again.result) == (turn.passed, turn.after, turn.result)
    for offer in turn.offers:
        if offer.open:
            assert what_if(turn, offer.choice.id).before is turn.before


def test_nothing_a_turn_starts_from_is_changed_by_it() -> None:
    story = lived([3, 5, 1, 1, 8, 2])
    before = told_as_text(story.chronicle)
    for name, offer in story.offers.items():
        if offer.open:
            story.takes(name)
    assert told_as_text(story.chronicle) == before


def test_every_move_can_be_written_and_read() -> None:
    story = live(TOWN, of=SOMEBODY).until(6).pays("rent").looks().undoes()
    for move in story.moves:
        assert read(list(written(move))) == move
    for words in (["fly"], [], ["choose"], ["choose", "a"], ["undo", "x"], [1, 2], ["pay", 3], [None], [["choose"]]):
        with pytest.raises(ValueError, match="this save holds a move"):
            read(words)


def test_a_life_that_may_not_be_taken_back_is_not() -> None:
    with pytest.raises(IllegalMove):
        live(TOWN, undo=False).does("jaywalks").undoes()
    with pytest.raises(IllegalMove):
        live(TOWN).undoes()


def test_undo_goes_back_to_the_first_morning() -> None:
    story = live(TOWN).does("jaywalks", "helps").undoes().undoes()
    assert (story.day, story.chronicle.turns, story.chronicle.undone) == (1, (), 2)


def test_what_another_regime_would_have_closed_is_marked_not_lived_otherwise() -> None:
    station = scene("station", choice("train", uses={"train": 100}), choice("walk"), kind="beat", when="day >= 2")
    harsh = regime(measure("ban", "true", closes=["train"]), name="harsh")
    story = live(TOWN, of=life(station)).passes(1).takes("train").passes(3)
    (found,) = rescore(story.chronicle, [harsh]).not_liveable
    assert (found.scene, found.choice, found.closed_by) == ("station", "train", (("harsh", "ban"),))
    assert rescore(story.chronicle, [TOWN]).not_liveable == ()


def test_what_only_this_regime_opened_could_not_have_been_lived_elsewhere() -> None:
    station = scene("station", choice("lane", uses={LANE: 0}), choice("walk"), kind="beat", when="day >= 2")
    opens = regime(measure("lane", "true", opens=[LANE]), name="opens")
    story = live(opens, of=life(station)).passes(1).takes("lane")
    assert len(rescore(story.chronicle, [regime(name="nobody", kind="none")]).not_liveable) == 1


def test_judged_again_by_its_own_regime_what_was_said_at_its_desk_counts_again() -> None:
    """An encounter's choice moves the regime's own counter; the same life judged again has to come to the same."""
    desk = encounter("protest", choice("shout", moods={"public_mood": -30}), choice("no"))
    town = regime(desk, watches("jaywalks"), counters={"public_mood": 50})
    story = live(town).takes("shout").does("jaywalks")
    (held,) = rescore(story.chronicle, [town]).dossiers
    assert held.facts["public_mood"] == story.held().facts["public_mood"] == 20


def test_a_life_under_nobody_can_be_judged_by_somebody() -> None:
    story = live(of=SOMEBODY).does("jaywalks", "jaywalks", "cheats").passes(8)
    always = regime(
        watches("jaywalks", "cheats"),
        rule("red", act="jaywalks", points=-7),
        rule("c", act="cheats", lists="black"),
        roll("black"),
    )
    (held,) = rescore(story.chronicle, [always]).dossiers
    assert held.facts["score"] == 86
    assert held.facts["listed(black)"] is True


# a pack that changed


def test_after_a_change_of_content_every_choice_that_is_left_is_made_again() -> None:
    story = live(TOWN, of=SOMEBODY).does("jaywalks", "helps", "cheats", "works", "posts")
    square = next(found for found in SOMEBODY.scenes if found.id == "square")
    fewer = scene("square", *(found for found in square.choices if found.id != "helps"), cooldown=1)
    changed, told = live_again_changed(
        setup(TOWN, of=life(*PEOPLE, fewer, square=False, weeks=6), seed="seed"), story.moves
    )
    assert [turn.move.choice for turn in changed.turns] == ["jaywalks", "cheats", "works", "posts"]
    assert len(told) == 1
    assert "choice 2, helps in square, is gone" in told[0]


def test_after_a_change_of_content_a_scene_that_would_not_come_is_laid_out_all_the_same() -> None:
    visit = scene("visit", kind="beat", when="day == 2")
    story = live(of=life(visit)).does("jaywalks").takes("goes_on").does("helps")
    moved = scene("visit", kind="beat", when="day == 50")
    changed, told = live_again_changed(setup(of=life(moved)), story.moves)
    assert [turn.move for turn in changed.turns] == list(story.moves)
    assert told == ("choice 2: the scene visit comes now only because it came before",)


def test_after_no_change_nothing_is_said() -> None:
    story = lived([3, 5, 1, 1, 8, 2]).undoes()
    chronicle, told = live_again_changed(story.chronicle.setup, story.moves)
    assert told == ()
    assert told_as_text(chronicle) == told_as_text(story.chronicle)


def test_a_change_of_content_never_stops_a_life() -> None:
    """A scene, a regime's redress and a bill are gone: each is said, the rest is lived."""
    form = redress("form")
    town = regime(watches("jaywalks"), rule("red", act="jaywalks", points=-5), form)
    story = live(town, of=SOMEBODY).does("jaywalks").pleads("form").until(6).pays("rent").does("helps").undoes()
    bare = regime(watches("jaywalks"), rule("red", act="jaywalks", points=-5))
    chronicle, told = live_again_changed(setup(bare, of=life(*PEOPLE, weeks=6)), story.moves)
    assert len(told) == 2
    assert chronicle.moment.day == story.day


# moves that are none


def test_a_move_that_cannot_be_made_is_refused_with_a_sentence() -> None:
    story = live(TOWN)
    for move in (Choose("nowhere", "x"), Choose("square", "flies"), Choose("", "")):
        with pytest.raises(IllegalMove) as refusal:
            story.then(move)
        assert len(str(refusal.value)) > 10
    for wrong in (story.looks, story.joins, story.leaves):
        with pytest.raises(IllegalMove):
            wrong("nowhere")
    with pytest.raises(IllegalMove):
        begin(setup(TOWN)).then(Undo())


def test_looking_at_the_app_changes_nothing_and_is_remembered(settle: Settle) -> None:
    story = settle(live(TOWN).does("jaywalks").looks())
    assert written(story.chronicle.turns[-1].move) == ["look", "town"]
    assert story.chronicle.turns[-1].before.life == story.chronicle.turns[-1].after.life


def test_only_one_encounter_a_day_and_each_regime_has_its_own_week() -> None:
    one = regime(encounter("call", cooldown=1, of="one"), name="one")
    two = regime(encounter("call", cooldown=1, of="two"), name="two")
    story, days = live(one, two), {"one/call": [], "two/call": []}
    while story.day < 22:
        if story.scene in days:
            days[story.scene].append(story.day)
            story = story.takes("goes_on")
        else:
            story = story.takes("rests")
    assert days == {"one/call": [1, 8, 15], "two/call": [2, 9, 16]}
