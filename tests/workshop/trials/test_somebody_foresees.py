"""For what a seeker does not reach, lives are lived abreast, and those go on that came nearest."""

from __future__ import annotations

import pytest
from scenario import choice, encounter, measure, regime, roll, rule, scene, watches
from workshop.trials.tiny_town import library_of, street, town

from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.moves import Choose
from scsgame.life.scenes import Later
from scsgame.packs.nouns import Library
from scsgame.workshop.trials.distances import NEVER
from scsgame.workshop.trials.foresight import foresee
from scsgame.workshop.trials.luck import luckiest
from scsgame.workshop.trials.nearness import Nearness
from scsgame.workshop.trials.rooms import Room
from scsgame.workshop.trials.things import Thing
from scsgame.workshop.trials.wants import Wants
from scsgame.workshop.trials.witnesses import gets_there

HERE = Room("somebody", ("town",))


def saving_up(asks: float = 112) -> Library:
    """A perk that only a score of so much brings, in a life that helps once in five days, and asks for money first."""
    found = regime(
        watches("helps", delay=2),
        rule("kind", act="helps", points=5),
        measure("cheaper", f"score >= {asks}", prices={"train": 0.5}, kind="perk"),
    )
    work = scene("work", choice("sleep", effects={"strength": 5}), choice("earn", effects={"money": 20}), cooldown=1)
    fete = scene(
        "fete",
        choice("watch", effects={"strength": 3}),
        choice("lend_a_hand", ["helps"]),
        when="money > 1000",
        cooldown=4,
        kind="beat",
    )
    return library_of(found, lives=[street(work, fete)])


def lived(library: Library, wanted: str = "") -> Chronicle:
    """Live on until this can be chosen, and choose it."""
    chronicle = begin(Setup(library.lives["somebody"], tuple(library.regimes.values()), library.vocabulary, "seed"))
    taken = ""
    while taken != wanted:
        table = chronicle.moment.table
        assert table is not None
        ids = [offer.choice.id for offer in chronicle.moment.offers]
        taken = wanted if wanted in ids else ids[0]
        chronicle = chronicle.then(Choose(table.scene.id, taken))
    return chronicle


def test_what_takes_many_steps_is_reached_and_shown_by_a_replay() -> None:
    library = saving_up()
    found = foresee(library, Thing("door", "town", "cheaper/train"), [HERE], 3, "s", 12)
    assert found is not None
    assert found.player == "foreseer"
    assert gets_there(found, library)
    assert sum(move[2] == "lend_a_hand" for move in found.moves) >= 3


def test_what_cannot_come_is_not_found() -> None:
    assert foresee(saving_up(asks=150), Thing("door", "town", "cheaper/train"), [HERE], 2, "s", 12) is None


@pytest.mark.parametrize(("kind", "name"), [("measure", "no_train"), ("list", "bad"), ("rule", "red")])
def test_lists_measures_and_rules_are_foreseen_too(kind: str, name: str) -> None:
    library = library_of(town(), lives=[street()])
    found = foresee(library, Thing(kind, "town", name), [HERE], 1, "s", 6)
    assert found is not None
    assert gets_there(found, library)


def test_reports_on_their_way_are_counted_before_they_arrive() -> None:
    """A red light is reported two days later; whoever foresees knows at once that the train is nearer to being shut."""
    late = regime(
        watches("jaywalks", delay=2),
        rule("red", act="jaywalks", points=-10),
        roll("bad", enters="score < 80"),
        measure("no_train", "listed(bad)", closes=["train"]),
    )
    library = library_of(late, lives=[street()])
    walked, crossed = lived(library, "wait"), lived(library, "cross")
    far = Nearness(walked.setup, Thing("measure", "town", "no_train"))
    assert crossed.moment.dossiers[0].facts["score"] == walked.moment.dossiers[0].facts["score"]
    assert far(crossed.moment) < far(walked.moment)


def test_a_door_at_which_nobody_knocks_never_comes_nearer() -> None:
    library = library_of(
        regime(measure("lane_open", "score >= 100", opens=["lane"]), kind="points"), lives=[street()]
    )
    chronicle = lived(library)
    assert Nearness(chronicle.setup, Thing("door", "town", "lane_open/lane"))(chronicle.moment) >= NEVER


def test_the_luck_is_chosen_in_which_more_of_what_helps_comes() -> None:
    helping = scene("stall", choice("pass"), choice("lend_a_hand", ["helps"]), chance=0.1, kind="beat", cooldown=1)
    library = library_of(
        regime(watches("helps"), rule("kind", act="helps", points=5), measure("cheaper", "score >= 130", prices={"train": 0.5})),
        lives=[street(helping)],
    )  # fmt: skip
    thing = Thing("measure", "town", "cheaper")
    setup = Setup(library.lives["somebody"], tuple(library.regimes.values()), library.vocabulary, "s")
    chosen = list(luckiest(setup, thing, 2, "s"))
    comings = []
    for seed in (*(luck.seed for luck in chosen), *(f"s-luck-{number}" for number in range(40))):
        setup = Setup(library.lives["somebody"], (), library.vocabulary, seed)
        comings.append(sum(setup.chance.on_day(day, helping.comes) < helping.chance for day in range(1, 15)))
    assert min(comings[:2]) >= max(comings[2:]) - 1
    assert min(comings[:2]) > sum(comings[2:]) / 40


def test_what_a_rule_counts_comes_nearer_with_what_the_rule_asks_for() -> None:
    """The letter asks for a claim, a claim for somebody seen to lend a hand: whoever did is nearer, though nothing was claimed yet."""
    claims = regime(
        watches("helps", "jaywalks"),
        rule("claimed", act="jaywalks", moods={"worry": 1}, when="seen(helps) >= 1"),
        encounter("letter", choice("read"), when="worry >= 1"),
        counters={"worry": 0},
    )
    fete = scene("fete", choice("watch"), choice("lend_a_hand", ["helps"]), kind="beat")
    library = library_of(claims, lives=[street(fete)])
    watched, helped = lived(library, "watch"), lived(library, "lend_a_hand")
    far = Nearness(watched.setup, Thing("encounter", "town", "letter"))
    assert far(helped.moment) < far(watched.moment)


def test_what_an_encounter_counts_is_not_measured_by_the_rules() -> None:
    """Where a choice can count as well, what the rule asks for is no step on every way."""
    both = regime(
        watches("helps", "jaywalks"),
        rule("claimed", act="jaywalks", moods={"worry": 1}, when="seen(helps) >= 1"),
        encounter("letter", choice("read"), when="worry >= 1"),
        encounter("rumour", choice("fret", moods={"worry": 1}), choice("shrug"), chance=0.01),
        counters={"worry": 0},
    )
    fete = scene("fete", choice("watch"), choice("lend_a_hand", ["helps"]), kind="beat")
    library = library_of(both, lives=[street(fete)])
    watched, helped = lived(library, "watch"), lived(library, "lend_a_hand")
    far = Nearness(watched.setup, Thing("encounter", "town", "letter"))
    assert far(helped.moment) == far(watched.moment)


def test_a_choice_that_sends_what_helps_is_worth_half_of_it() -> None:
    sign = choice("sign", later=[Later(days=5, scene="rate")])
    rate = scene("rate", choice("late", ["jaywalks"]), choice("pay"), kind="return")
    library = library_of(town(), lives=[street(scene("loan", sign, choice("decline")), rate)])
    wants = Wants(Setup(library.lives["somebody"], tuple(library.regimes.values()), library.vocabulary, "s"))
    wants.want(Thing("list", "town", "bad"))
    late = wants.worth("rate", rate.choices[0])
    assert late > 0
    assert wants.worth("loan", sign) == late / 2
    assert wants.worth("loan", choice("decline")) == 0
