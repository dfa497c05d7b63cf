"""Every scene, encounter, door and ending that we ship is reached by a life in the book of witnesses, lived again here."""

from __future__ import annotations

from pathlib import Path

from scsgame.packs import Library
from scsgame.workshop.trials.book import as_far_as_it_goes, cover, missing, read_book, shown
from scsgame.workshop.trials.things import Thing
from scsgame.workshop.trials.witnesses import Replay

BOOK = Path(__file__).with_name("witnesses.jsonl")
OWED = BOOK.with_name("witnesses_owed.txt")
MOST_OWED = 6
ANEW = "python scripts/witness_book.py finds lives for it"


def test_every_scene_door_and_ending_has_a_witness_or_says_why_it_is_rare(library: Library) -> None:
    """What was sought and not found so far stands in a list beside the book, which may only become shorter."""
    seen: set[Thing] = set()
    for replay in read_book(BOOK.read_text(encoding="utf-8")):
        seen |= shown(as_far_as_it_goes(replay, library))
    owed = set(OWED.read_text(encoding="utf-8").splitlines())
    without = [str(thing) for thing in missing(library, seen) if str(thing) not in owed]
    assert not without, (
        f"no life in the book reaches {', '.join(without)}; {ANEW}, or `rare:` says why hardly anybody will"
    )


def test_what_is_owed_is_a_door_and_no_scene_or_ending() -> None:
    owed = OWED.read_text(encoding="utf-8").splitlines()
    assert {line.partition(" ")[0] for line in owed} <= {"door"}
    assert len(owed) <= MOST_OWED


def test_a_book_is_small() -> None:
    assert BOOK.stat().st_size < 1_500_000


def test_few_lives_that_show_all_are_kept() -> None:
    one, two, three = (Thing("scene", "walk", name) for name in ("one", "two", "three"))
    lives = [
        (Replay("walk", (), name, (), ()), frozenset(shows))
        for name, shows in (("a", {one}), ("b", {one, two}), ("c", {two}), ("d", {three}))
    ]
    assert [replay.seed for replay in cover(lives, {one, two, three})] == ["b", "d"]
