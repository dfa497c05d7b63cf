"""Random lives of the game's own content: always a way on, the same again, and the same on every Python."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scsgame.game.chronicle import Chronicle, begin, live_again
from scsgame.game.moment import Setup
from scsgame.game.moves import Choose, Look, Pay
from scsgame.game.rescore import rescore
from scsgame.game.turn import take, what_if
from scsgame.game.view import look
from scsgame.packs import Library
from scsgame.session.bots import at_random
from scsgame.session.telling import told_as_text

HOUSE = Path(__file__).resolve().parents[2]
GAMES = (
    ("sesame",),
    ("rongcheng",),
    ("credit-china",),
    ("none",),
    ("sesame", "credit-china"),
    ("rongcheng", "sesame", "credit-china"),
)


def lived(library: Library, regimes: tuple[str, ...], seed: str, life: str = "student") -> Chronicle:
    setup = Setup(library.lives[life], tuple(library.regimes[name] for name in regimes), library.vocabulary, seed)
    chronicle = begin(setup)
    while not chronicle.over:
        chronicle = chronicle.then(at_random(chronicle))
    return chronicle


def test_in_two_hundred_lives_there_is_always_an_open_choice_that_can_be_taken(library: Library) -> None:
    """Every offer that is shown open is taken once as *what if*: none breaks the life."""
    names = [name for name in library.regimes if name != "none"]
    tried: set[tuple[str, str, str]] = set()
    for seed in range(200):
        under = GAMES[seed % len(GAMES)] if seed % 10 else tuple(names)
        chronicle = lived(library, under, str(seed))
        for turn in chronicle.turns:
            if not isinstance(turn.move, Choose):
                continue
            assert any(offer.open for offer in turn.offers), turn.move
            for offer in turn.offers:
                key = (turn.move.scene, offer.choice.id, ",".join(under))
                if offer.open and key not in tried:
                    tried.add(key)
                    what_if(turn, offer.choice.id)
        assert chronicle.moment.ending
        assert chronicle.moment.day <= library.lives["student"].last_day
    assert len(tried) > 1000


@pytest.mark.parametrize("regimes", GAMES, ids="+".join)
def test_a_life_lived_again_is_the_same_byte_for_byte(library: Library, regimes: tuple[str, ...]) -> None:
    chronicle = lived(library, regimes, "again")
    again = live_again(chronicle.setup, [turn.move for turn in chronicle.turns])
    assert told_as_text(again) == told_as_text(chronicle)


@pytest.mark.parametrize("regimes", [("rongcheng",), ("credit-china",), ("rongcheng", "credit-china")], ids="+".join)
def test_judged_again_by_its_own_regimes_it_stands_as_it_stood(library: Library, regimes: tuple[str, ...]) -> None:
    """Where nobody joined, left or pleaded, and no encounter moved the regime's own counters."""
    compared = 0
    for seed in range(60):
        chronicle = lived(library, regimes, f"own {seed}")
        taken = [turn.taken.choice for turn in chronicle.turns if turn.taken]
        if any(choice.pleads or choice.asks or choice.moods for choice in taken):
            continue
        compared += 1
        same = rescore(chronicle, chronicle.setup.regimes).dossiers == chronicle.moment.dossiers
        assert same, f"seed {seed}"
        if compared == 4:
            break
    assert compared


def test_every_regime_can_judge_every_life(library: Library) -> None:
    chronicle = lived(library, ("none",), "judged")
    for regime in library.regimes.values():
        rescore(chronicle, [regime])


def test_every_day_can_be_seen(library: Library) -> None:
    chronicle = lived(library, ("sesame", "credit-china"), "seen")
    for at in range(0, len(chronicle.turns), 7):
        moment = Chronicle(chronicle.setup, chronicle.start, chronicle.morning, chronicle.turns[:at])
        view = look(moment)
        assert view.scene is not None
        assert any(offer.open for offer in view.scene.offers)
        assert "{" not in view.scene.text
    assert look(chronicle).ending is not None
    assert "{" not in look(chronicle).ending.text


def test_looking_and_paying_do_not_shift_the_luck_of_the_days_to_come(library: Library) -> None:
    """The same choices with and without a look at the app: the same scenes, the same reports."""
    chronicle = lived(library, ("sesame",), "luck")
    moves = [turn.move for turn in chronicle.turns]
    looked = [move for choice in moves for move in (Look("sesame"), choice)]
    again = live_again(chronicle.setup, looked)
    assert again.acts == chronicle.acts
    assert again.moment.dossiers == chronicle.moment.dossiers


def test_a_bill_can_be_paid_from_every_scene(library: Library) -> None:
    chronicle = lived(library, ("rongcheng",), "bills")
    owing = [turn.before for turn in chronicle.turns if turn.before.life.owed]
    assert owing
    for moment in owing[:20]:
        paid = take(moment, Pay(moment.life.owed[0].bill))
        assert len(paid.after.life.owed) == len(moment.life.owed) - 1


TEN_LIVES = """
import hashlib, sys
sys.path.insert(0, "tests/content")
from test_lives_under_every_regime import GAMES, lived
from scsgame.packs import load
from scsgame.session.telling import told_as_text
library = load()
told = "".join(told_as_text(lived(library, GAMES[at % len(GAMES)], f"ten {at}")) for at in range(10))
print(hashlib.sha256(told.encode()).hexdigest())
"""


def test_ten_lives_are_the_same_bytes_whatever_the_hash_seed(library: Library) -> None:
    """With SCSGAME_PRINT_HASH set it also prints the hash, so that two Pythons can be held against each other."""
    found = set()
    for seed in ("0", "1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", TEN_LIVES], cwd=HOUSE, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True,
            timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        found.add(done.stdout.strip())
    told = "".join(told_as_text(lived(library, GAMES[at % len(GAMES)], f"ten {at}")) for at in range(10))
    found.add(hashlib.sha256(told.encode()).hexdigest())
    assert len(found) == 1
    if os.environ.get("SCSGAME_PRINT_HASH"):
        print(found)
