"""Odd terminals, pipes, folders and signals: the program goes on, or stops with a sentence; never with a traceback."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess

import pytest
from program.keyboard import leave, sat_down
from program.program import BOUND, LIFE, Program

PACK = LIFE[:2]
NEW = ("play", *LIFE, "--seed", "s", "--name", "odd")


def shell(program: Program, line: str, **changed: str | None) -> subprocess.CompletedProcess[str]:
    """Run a shell line in which `scsgame` is the program."""
    line = line.replace("scsgame ", shlex.join(program.call()) + " ").replace("LIFE", shlex.join(LIFE))
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, text=True, timeout=BOUND, check=False,
                          cwd=program.here, env=program.surroundings(changed), stdin=subprocess.DEVNULL)  # fmt: skip
    assert "Traceback" not in done.stderr and "Exception ignored" not in done.stderr, done.stderr
    return done


@pytest.mark.parametrize(
    "changed",
    [
        {"LC_ALL": "C", "PYTHONUTF8": None, "LANG": None},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": None, "LANG": "xx_XX.ISO-8859-1", "PYTHONIOENCODING": "latin-1"},
        {"TERM": None},
        {"TERM": "dumb", "COLUMNS": "1", "LINES": "x"},
        {"HOME": None},
        {"HOME": "/nowhere/at/all", "XDG_DATA_HOME": None, "XDG_CONFIG_HOME": None},
        {"PYTHONUNBUFFERED": "1", "NO_COLOR": "1", "PYTHONOPTIMIZE": "2"},
        {"SCSGAME_PACKS": os.pathsep},
    ],
    ids=lambda changed: " ".join(f"{name}={value}" for name, value in changed.items()),
)
def test_a_plain_life_goes_on_in_odd_surroundings(program: Program, changed: dict[str, str | None]) -> None:
    name = "odd" if changed.get("PYTHONUTF8") == "0" else "Ödd 名"
    shown = program.well(
        "play", "--plain", *LIFE, "--seed", "s", "--name", name, typed="2\n1\nphone\nquit\n", **changed
    )
    assert "Day 1, Monday, 5 March." in shown
    assert f"Saved as {name}" in shown
    assert name in program.well("saves", "list", *PACK, **changed)
    assert "== " in program.well("debrief", *PACK, **changed)


def test_input_that_is_at_its_end_leaves_the_life_saved(program: Program) -> None:
    assert "Saved as odd." in program.well("play", "--plain", *LIFE, "--name", "odd")
    assert program.checked()[0]["state"] == "whole"


def test_input_that_is_closed_or_no_text_is_no_trouble(program: Program) -> None:
    for line in ("scsgame play --plain LIFE <&-", r"printf '\377\376\000\n2\n' | scsgame play --plain LIFE"):
        done = shell(program, line)
        assert done.returncode in (0, 1, 2), line
        assert done.returncode == 0 or done.stderr.strip(), f"{line} failed without a word"


def test_a_reader_that_goes_away_is_no_trouble(program: Program) -> None:
    for line in (
        "yes 2 | head -40 | scsgame play --plain LIFE --name piped | head -1",
        "scsgame pack explain | head -c 1",
        "scsgame --help | head -1",
        "scsgame pack check | true",
        "scsgame saves list | head -1",
    ):
        done = shell(program, line)
        assert done.stderr == "", f"{line}: {done.stderr}"
    assert all(entry["state"] == "whole" for entry in program.checked())


def test_output_that_is_closed_or_full_is_said_in_words_or_silence(program: Program) -> None:
    for line in ("scsgame --version >&-", "scsgame pack list >&-", "scsgame play --plain LIFE >&-"):
        shell(program, line)
    done = shell(program, "scsgame pack list >/dev/full")
    assert done.returncode != 0


@pytest.mark.parametrize(
    "words", [[], ["title"], ["play", *LIFE], ["resume"]], ids=["nothing", "title", "play", "resume"]
)
def test_without_a_terminal_the_screen_says_how_to_play(program: Program, words: list[str]) -> None:
    program.well("play", "--plain", *LIFE, "--name", "odd")
    before = sorted(path.name for path in program.saves.iterdir())
    done = program.run(*words, *(PACK if words == ["resume"] else ()))
    assert done.returncode == 2
    assert done.stderr.startswith("The screen needs a terminal. Without one, play with: ")
    assert done.stderr.endswith("scsgame play --plain\n")
    assert sorted(path.name for path in program.saves.iterdir()) == before, "a life was begun that nobody can play"


def test_a_file_in_the_place_of_the_saves_is_said_in_words(program: Program) -> None:
    program.saves.write_text("no folder\n", encoding="utf-8")
    assert "can not be made" in program.refused("play", "--plain", *LIFE)
    for words in (["saves", "list"], ["saves", "check"], ["resume", "--plain"], ["debrief"]):
        program.refused(*words)
    assert program.saves.read_text(encoding="utf-8") == "no folder\n"
    with sat_down(program, *NEW) as terminal:
        assert terminal.ends() == 1
        assert terminal.restored() == ""
        assert "can not be made" in " ".join(terminal.written.decode().split())


@pytest.mark.skipif(os.geteuid() == 0, reason="the super-user may write everywhere")
def test_a_folder_that_can_only_be_read_is_said_in_words(program: Program) -> None:
    program.saves.mkdir(mode=0o500)
    program.refused("play", "--plain", *LIFE)


def test_settings_that_are_no_settings_are_no_trouble(program: Program) -> None:
    (program.home / "settings").write_text("a file where a folder should be", encoding="utf-8")
    with sat_down(program, *NEW) as terminal:
        terminal.shows("The fortnight")
        terminal.press("1")
        terminal.shows("You ")
        assert leave(terminal) == 0


def test_a_folder_that_is_gone_is_no_trouble(program: Program) -> None:
    done = shell(
        program,
        f"rmdir {shlex.quote(str(program.here))} && scsgame play --plain LIFE --name gone && scsgame saves list",
    )
    assert done.returncode == 0, done.stderr
    assert "gone" in done.stdout


@pytest.mark.parametrize("kind", ["linux", "vt100", "screen-256color", "unheard-of", None])
def test_the_screen_opens_in_every_kind_of_terminal(program: Program, kind: str | None) -> None:
    with sat_down(program, *NEW, TERM=kind, NO_COLOR="1") as terminal:
        terminal.shows("Nothing happens, and the kettle says so.")
        terminal.press("1")
        terminal.shows("Tue 6 Mar 2018")
        assert leave(terminal) == 0
        assert terminal.restored() == ""
        colours = re.findall(rb"\x1b\[(?:[0-9;]*;)?(?:[34][0-8]|[34]8;[0-9;]+)m", terminal.written)
        assert colours == [], f"NO_COLOR was set, and there is {colours[0]!r}"


def test_a_terminal_that_shows_only_lines_is_told_of_the_plain_game(program: Program) -> None:
    with sat_down(program, *NEW, TERM="dumb") as terminal:
        assert terminal.ends() == 2
        assert "scsgame play --plain" in terminal.screen.text
        assert b"\x1b" not in terminal.written
    assert not program.saves.exists()


def test_what_is_refused_on_the_way_to_the_screen_stands_on_the_terminal(program: Program) -> None:
    with sat_down(program, "play", *LIFE[:2], "--life", "nobody") as terminal:
        assert terminal.ends() == 2
        assert terminal.restored() == ""
        assert 'there is no life "nobody" here' in terminal.screen.text


def test_a_terminal_that_is_too_small_is_told_kindly(program: Program) -> None:
    with sat_down(program, *NEW, columns=20, rows=5) as terminal:
        terminal.shows("A little more room")
        terminal.press("1")
        terminal.resize(80, 24)
        terminal.shows("Nothing happens, and the kettle says so.")
        terminal.shows("Mon 5 Mar 2018")
        terminal.resize(1, 1)
        terminal.resize(300, 100)
        terminal.shows("Nothing happens, and the kettle says so.")
        terminal.press("1")
        terminal.shows("Tue 6 Mar 2018")
        terminal.resize(20, 5)
        terminal.shows("A little more room")
        terminal.resize(60, 20)
        terminal.shows("1 ")
        assert leave(terminal) == 0
        assert terminal.restored() == ""
    assert [entry["committed"] for entry in program.checked()] == [1]


def test_a_very_large_terminal_is_filled(program: Program) -> None:
    with sat_down(program, *NEW, columns=300, rows=100) as terminal:
        terminal.shows("Nothing happens, and the kettle says so.")
        terminal.shows("commands")
        assert leave(terminal) == 0


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_the_game_with_the_terminal_restored_and_the_life_saved(program: Program, name: str) -> None:
    with sat_down(program, *NEW) as terminal:
        terminal.shows("Mon 5 Mar 2018")
        terminal.press("1")
        terminal.shows("Tue 6 Mar 2018")
        terminal.program.send_signal(getattr(signal, name))
        terminal.ends()
        assert terminal.restored() == ""
        assert b"Traceback" not in terminal.written
    assert [(entry["state"], entry["committed"]) for entry in program.checked()] == [("whole", 1)]
    program.well("resume", "--plain", *PACK, typed="2\n")


def test_a_terminal_that_is_closed_ends_the_game(program: Program) -> None:
    terminal = sat_down(program, *NEW)
    terminal.shows("Mon 5 Mar 2018")
    terminal.press("1")
    terminal.shows("Tue 6 Mar 2018")
    os.close(terminal.master)
    try:
        terminal.program.wait(BOUND)
    finally:
        if terminal.program.poll() is None:
            terminal.program.kill()
    assert [(entry["state"], entry["committed"]) for entry in program.checked()] == [("whole", 1)]
    program.well("resume", "--plain", *PACK, typed="2\n")
