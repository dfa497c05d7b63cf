"""Every scene, encounter, list, perk, restriction, door and ending we ship is reached by a life in the book, lived again here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scsgame.game.chronicle import Chronicle
from scsgame.packs import Library
from scsgame.workshop.trials.book import as_far_as_it_goes, cover, missing, read_book, shown, wanted
from scsgame.workshop.trials.things import Thing, rarity
from scsgame.workshop.trials.witnesses import Replay

BOOK = Path(__file__).with_name("witnesses.jsonl")
ANEW = "python scripts/witness_book.py finds lives for it"


@pytest.fixture(scope="module")
def lives(library: Library) -> list[Chronicle]:
    """Every life in the book, lived again."""
    return [as_far_as_it_goes(replay, library) for replay in read_book(BOOK.read_text(encoding="utf-8"))]


def test_every_scene_list_measure_door_and_ending_has_a_witness_the_rare_ones_too(
    library: Library, lives: list[Chronicle]
) -> None:
    seen: set[Thing] = set()
    for chronicle in lives:
        seen |= shown(chronicle)
    without = [str(thing) for thing in missing(library, seen)]
    assert not without, f"no life in the book reaches {', '.join(without)}; {ANEW}"


def test_what_an_author_marks_as_rare_is_wanted_too(library: Library) -> None:
    rare = [thing for thing in wanted(library) if rarity(library, thing)]
    assert Thing("door", "panopticon", "in_the_dark/city_bus") in rare
    assert {thing.kind for thing in rare} >= {"scene", "encounter", "list", "measure", "door"}


def test_in_every_system_somebody_climbs_and_somebody_falls(library: Library, lives: list[Chronicle]) -> None:
    """But under nobody. In the panopticon it takes a life out of millions, in which somebody is in the tower: what it could do is rare, and says so."""
    climbed, fell = set[str](), set[str]()
    for chronicle in lives:
        for name, better in moved(chronicle):
            (climbed if better else fell).add(name)
    assert set(library.regimes) - climbed == {"none"}
    assert set(library.regimes) - fell == {"none"}
    tower = library.regimes["panopticon"]
    assert all(
        thing.rare.read() for thing in (*tower.rolls, *tower.measures) if getattr(thing, "kind", "") != "publicity"
    )


def moved(chronicle: Chronicle) -> Iterator[tuple[str, bool]]:
    """Yield every move up (True) and down: of a score, of a list entered or left, of a perk or restriction begun or ended."""
    regimes = chronicle.setup.regime
    for event in (event for turn in chronicle.turns for event in turn.passed.events):
        regime = regimes[event.regime]
        yield from ((regime.id, after > before) for before, after in event.hearing.published if after != before)
        yield from ((regime.id, regime.roll[name].good == on) for name, on in event.hearing.listings)
        for name, begins in event.hearing.measures:
            kind = regime.measure[name].kind
            if kind != "publicity":
                yield regime.id, (kind == "perk") == begins


def test_a_book_is_small() -> None:
    assert BOOK.stat().st_size < 1_500_000


def test_few_lives_that_show_all_are_kept() -> None:
    one, two, three = (Thing("scene", "walk", name) for name in ("one", "two", "three"))
    lives = [
        (Replay("walk", (), name, (), ()), frozenset(shows))
        for name, shows in (("a", {one}), ("b", {one, two}), ("c", {two}), ("d", {three}))
    ]
    assert [replay.seed for replay in cover(lives, {one, two, three})] == ["b", "d"]
