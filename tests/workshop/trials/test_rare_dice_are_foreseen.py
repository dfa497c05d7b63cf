"""What hangs on dice that hardly ever fall is reached in a life whose seed holds them ready, found by drawing before living."""

from __future__ import annotations

import pytest
from scenario import encounter, habit, measure, person, regime, roll, rule, watches
from workshop.trials.tiny_town import library_of, street

from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.moves import Choose
from scsgame.packs.nouns import Library
from scsgame.terms import saying
from scsgame.workshop.trials.dice import Dice
from scsgame.workshop.trials.distances import NEVER
from scsgame.workshop.trials.foresight import foresee
from scsgame.workshop.trials.luck import luckiest
from scsgame.workshop.trials.promises import Expected
from scsgame.workshop.trials.report import told
from scsgame.workshop.trials.rooms import Room
from scsgame.workshop.trials.strokes import Awaited, Stroke
from scsgame.workshop.trials.things import Thing
from scsgame.workshop.trials.trial import Wish, trial
from scsgame.workshop.trials.wants import Wants
from scsgame.workshop.trials.witnesses import gets_there

HERE = Room("somebody", ("town",))
DOOR = Thing("door", "town", "no_train/train")


def tower(reliability: float = 0.000001, rare: str = "") -> Library:
    """A street on which who is seen crossing on red is kept off the train for a week; hardly anybody ever looks."""
    return library_of(
        regime(
            watches("jaywalks", reliability=reliability),
            rule("red", act="jaywalks", lists="dark"),
            roll("dark", term=7),
            measure("no_train", "listed(dark)", closes=["train"], rare=saying(rare)),
        ),
        lives=[street()],
    )


def setup_of(library: Library, seed: str) -> Setup:
    return Setup(library.lives["somebody"], tuple(library.regimes.values()), library.vocabulary, seed)


def dice_of(library: Library, thing: Thing) -> Dice:
    setup = setup_of(library, "s")
    wants = Wants(setup)
    wants.want(thing)
    return Dice(setup, thing, wants)


def crossed(library: Library, seed: str, days: set[int], until: int = 7) -> Chronicle:
    """Live until this day, crossing on red on these days only."""
    chronicle = begin(setup_of(library, seed))
    while chronicle.moment.day < until:
        table = chronicle.moment.table
        assert table is not None
        ids = [offer.choice.id for offer in chronicle.moment.offers]
        crosses = "cross" if chronicle.moment.day in days else "wait"
        chronicle = chronicle.then(Choose(table.scene.id, crosses if crosses in ids else ids[0]))
    return chronicle


def test_the_one_crossing_in_a_million_that_is_seen_leads_to_the_shut_door() -> None:
    library = tower()
    found = foresee(library, DOOR, [HERE], 1, "seed-1789", 12)
    assert found is not None
    assert found.seed == "seed-1789-luck-1"
    assert sum(move[2] == "cross" for move in found.moves) == 3
    assert gets_there(found, library)


def test_a_seed_says_which_crossing_will_be_seen_before_anybody_has_lived() -> None:
    dice = dice_of(tower(), DOOR)
    assert dice.strokes("seed-1789-luck-1") == (Stroke("town", "jaywalks", 6, 3, arrives=6, until=13),)
    assert dice.strokes("seed-1789-luck-2") == ()


@pytest.mark.parametrize(("days", "seen"), [({1, 3, 6}, True), ({3, 6}, False), ({1, 3, 4, 6}, False)])
def test_only_who_crosses_for_the_third_time_on_that_day_is_seen(days: set[int], seen: bool) -> None:
    standing = crossed(tower(), "seed-1789-luck-1", days).moment.dossiers[0].facts
    assert standing["listed(dark)"] is seen


def test_a_life_gets_nearer_with_each_crossing_and_is_given_up_when_the_day_has_passed() -> None:
    library, seed = tower(), "seed-1789-luck-1"
    off = Awaited(setup_of(library, seed), [Stroke("town", "jaywalks", 6, 3, arrives=6, until=13)])
    begun, once, twice = (off(crossed(library, seed, days, until=5).moment) for days in (set[int](), {1}, {1, 3}))
    assert begun > once > twice > 0
    assert off(crossed(library, seed, {1, 3, 6}).moment) == 0
    assert off(crossed(library, seed, {1, 3, 6}, until=13).moment) >= NEVER
    assert off(crossed(library, seed, {1, 3}).moment) >= NEVER
    assert off(crossed(library, seed, {1, 3, 4}, until=5).moment) >= NEVER


def test_where_somebody_looks_often_nothing_hangs_on_dice() -> None:
    assert dice_of(tower(0.000001), DOOR)
    assert not dice_of(tower(0.5), DOOR)


def test_a_report_about_nothing_is_waited_for_by_somebody_who_does_nothing() -> None:
    not_you = encounter("not_you", when="seen(litters) > times(litters)", urgent=True)
    office = watches("litters", "reads", invents=0.01)
    library = library_of(regime(office, not_you), lives=[street()])
    found = foresee(library, Thing("encounter", "town", "not_you"), [HERE], 1, "s", 6)
    assert found is not None
    assert gets_there(found, library)


def test_what_a_neighbour_does_is_pinned_on_one_by_a_mistake() -> None:
    neighbour = person("wu", "neighbour", habits=[habit("litters", every=3)])
    office = watches("litters", errs=0.01)
    library = library_of(
        regime(office, encounter("not_you", when="seen(litters) > times(litters)", urgent=True)),
        lives=[street(neighbour)],
    )
    thing = Thing("encounter", "town", "not_you")
    luck = next(luckiest(setup_of(library, "s"), thing, 1, "s"))
    assert [(stroke.kind, stroke.number) for stroke in luck.strokes] == [("litters", 0)]
    found = foresee(library, thing, [HERE], 1, "s", 6)
    assert found is not None
    assert gets_there(found, library)


def test_what_nobody_can_see_or_make_up_is_not_found() -> None:
    library = library_of(
        regime(watches("litters"), rule("red", act="jaywalks", lists="dark"), roll("dark")), lives=[street()]
    )
    assert foresee(library, Thing("list", "town", "dark"), [HERE], 0, "s", 6) is None


def test_a_life_of_the_book_shows_a_trial_what_no_bot_reaches_also_what_is_marked_rare() -> None:
    library = tower(rare="Once in a million acts.")
    found = foresee(library, DOOR, [HERE], 1, "seed-1789", 12)
    assert found is not None
    alone = trial(library, Wish(lives=12, seek=2), said=Expected())
    assert alone.rare[DOOR] == "Once in a million acts."
    with_book = trial(library, Wish(lives=12, seek=2, book=(found,)), said=Expected())
    assert DOOR not in with_book.rare
    assert f"    {DOOR}: somebody under town, seed {found.seed}" in told(with_book)
    witness = with_book.coverage.witness(DOOR)
    assert witness is not None
    assert gets_there(witness, library)
