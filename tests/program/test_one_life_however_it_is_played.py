"""The same seed and the same choices give the same life, byte for byte, whichever way and wherever it is played."""

from __future__ import annotations

import os
import random

import pytest
from program.keyboard import leave, play, sat_down
from program.program import LIFE, Program


def test_the_keyboard_in_a_terminal_and_plain_lines_give_the_same_life(program: Program) -> None:
    steps = program.lived("by json", "seed-1")
    assert len(steps) >= 14
    typed = "".join(f"{step.number}\n" for step in steps)
    program.well("play", "--plain", *LIFE, "--seed", "seed-1", "--name", "by lines", typed=typed)
    with sat_down(program, "play", *LIFE, "--seed", "seed-1", "--name", "by hand") as terminal:
        play(terminal, steps)
        assert leave(terminal) == 0
        assert terminal.restored() == ""
    by_hand = program.export("by hand")
    assert by_hand == program.export("by lines")
    assert by_hand == program.export("by json")


def test_what_is_taken_back_at_the_keyboard_is_taken_back_in_plain_lines(program: Program) -> None:
    steps = program.lived("whole", "seed-2")[:4]
    first = steps[-1].before["scene"]["place"]
    typed = "".join(f"{step.number}\n" for step in steps) + "undo\n"
    program.well("play", "--plain", *LIFE, "--seed", "seed-2", "--name", "by lines", typed=typed)
    with sat_down(program, "play", *LIFE, "--seed", "seed-2", "--name", "by hand") as terminal:
        play(terminal, steps)
        terminal.press("u")
        terminal.shows("Taken back")
        terminal.shows(first)
        assert leave(terminal) == 0
    assert program.export("by hand") == program.export("by lines")


def test_a_bet_at_the_keyboard_is_a_bet_in_plain_lines_and_is_answered_in_both(program: Program) -> None:
    steps = program.lived("whole", "seed-3")
    typed = "app ward\nbet ward 7000\n" + "".join(f"{step.number}\n" for step in steps)
    said = program.well("play", "--plain", *LIFE, "--seed", "seed-3", "--name", "by lines", typed=typed)
    with sat_down(program, "play", *LIFE, "--seed", "seed-3", "--name", "by hand") as terminal:
        terminal.shows(steps[0].before["scene"]["place"])
        for keys, then in (
            ("p", "Bills"),
            ("4", "Bet on The ward"),
            ("\r", "which number?"),
            ("7000\r", "you bet on 7000"),
        ):
            terminal.press(keys)
            terminal.shows(then)
        terminal.press("p")
        terminal.until(lambda: "A ward that counts." not in terminal.screen.text, "the phone was put away")
        play(terminal, steps)
        assert leave(terminal) == 0
    assert program.export("by hand") == program.export("by lines")
    assert "The ward: you bet on 7000; it is " in said


@pytest.mark.skipif(
    "SCSGAME_WHOLE_LIFE" not in os.environ, reason="set SCSGAME_WHOLE_LIFE=1: twelve weeks take a quarter of a minute"
)
def test_the_whole_life_of_the_student_is_the_same_at_the_keyboard_and_in_plain_lines(program: Program) -> None:
    life = ("--life", "student", "--regime", "sesame,credit-china")
    steps = program.lived("by json", "class-1", life)
    typed = "".join(f"{step.number}\n" for step in steps)
    program.well("play", "--plain", *life, "--seed", "class-1", "--name", "by lines", typed=typed)
    with sat_down(program, "play", *life, "--seed", "class-1", "--name", "by hand", rows=70) as terminal:
        play(terminal, steps)
        assert leave(terminal) == 0
    assert program.well("saves", "export", "by hand") == program.well("saves", "export", "by lines")


@pytest.mark.parametrize(
    "changed",
    [
        {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "1", "TZ": "America/St_Johns", "LC_ALL": None, "LANG": "tr_TR.UTF-8"},
        {"PYTHONHASHSEED": "4711", "TZ": None, "LC_ALL": "C", "LANG": None},
    ],
    ids=["hash seed 0", "hash seed 1", "hash seed 4711"],
)
def test_hash_seed_time_zone_and_language_change_no_byte(program: Program, changed: dict[str, str | None]) -> None:
    choose = random.Random("same")
    typed = "".join(f"{choose.randint(1, 2)}\n" for _ in range(60))
    ways: list[tuple[str, dict[str, str | None]]] = [
        ("as they are", {"PYTHONHASHSEED": "23"}),
        ("otherwise", changed),
    ]
    exports = []
    for name, there in ways:
        program.well("play", "--plain", *LIFE, "--seed", "same", "--name", name, typed=typed, **there)
        exports.append(program.well("saves", "export", name, *LIFE[:2], **there))
    assert exports[0] == exports[1]
    assert exports[0].count('"move"') >= 14
