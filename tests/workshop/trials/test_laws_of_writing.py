"""The laws of writing are those of a full life; a short one is not asked for ninety scenes, and a return is measured by who sent it."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from scenario import choice, later, regime, scene

sys.path.insert(0, str(Path(__file__).parent))
from tiny_town import library_of, street  # type: ignore[import-not-found]

from scsgame.packs.nouns import Library
from scsgame.workshop.trials.budget import Kept
from scsgame.workshop.trials.promises import Expected
from scsgame.workshop.trials.trial import Wish, trial

ONE_IN_A_HUNDRED = (
    "none comes in fewer than one run in a hundred (a return: of the runs that sent it), unless marked rare"
)


def deck(weeks: int, *more: object) -> Library:
    """A life of so many weeks, with more than sixty scenes."""
    filler = [scene(f"day_{number}", choice("stay"), choice("go"), cooldown=9) for number in range(60)]
    return library_of(regime(kind="none"), lives=[replace(street(*filler, *more), weeks=weeks)])


def laws(library: Library) -> dict[str, Kept]:
    done = trial(library, Wish(lives=60, seek=0), said=Expected())
    return {kept.law: kept for kept in done.budget if kept.home == "somebody"}


def test_a_short_life_is_not_asked_for_ninety_scenes_nor_for_twenty_five_minutes() -> None:
    short, full = laws(deck(4)), laws(deck(10))
    asked = {"at least 90 scenes", "45 to 60 decisions", "about 25 minutes (20 to 32)"}
    assert asked <= set(full)
    assert not asked & set(short)
    assert "every scene has a way out" in short


def test_a_return_is_counted_among_the_runs_that_sent_it() -> None:
    """Somebody who seldom comes sends a letter, which then always comes; another letter never does."""
    seldom = scene("seldom", choice("write", later=[later(1, "letter")]), choice("go"), chance=0.004, kind="crisis")
    never = scene("often", choice("wave", later=[later(99, "too_late")]), choice("go"), cooldown=3)
    letter = scene("letter", choice("read"), due_only=True, kind="return")
    too_late = scene("too_late", choice("read"), due_only=True, kind="return")
    found = laws(deck(4, seldom, never, letter, too_late))[ONE_IN_A_HUNDRED].found
    assert "too_late" in found
    assert "letter" not in found
