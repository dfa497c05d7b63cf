"""Commands, their help, their refusals and their exit status; and how little the door itself weighs."""

from __future__ import annotations

import subprocess
import sys

import pytest
from program.program import BOUND, LIFE, Program

COMMANDS = [
    "", "title", "atlas", "play", "resume", "debrief", "rescore", "saves", "saves list", "saves check", "saves export", "saves delete",
    "saves rescue", "pack", "pack check", "pack test", "pack explain", "pack list",
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(program: Program, command: str) -> None:
    said = program.well(*command.split(), "--help")
    assert said.startswith(f"usage: scsgame {command}".rstrip())
    assert "\x1b" not in said


@pytest.mark.parametrize(
    "command",
    ["nonsense", "play --nonsense", "play --shows sideways", "saves", "saves export", "pack", "pack explain no-such-code",
     "rescore --regime", "dev"],
)  # fmt: skip
def test_wrong_usage_ends_with_two_and_says_what_is_wrong(program: Program, command: str) -> None:
    done = program.run(*command.split())
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.strip()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--life", "nobody"], 'there is no life "nobody" here; there is fortnight.'),
        (["--life", "fortnight", "--regime", "ward,utopia"], 'there is no regime "utopia" here; there is ward.'),
        (
            ["--life", "fortnight", "--regime", "ward", "--values", "greed"],
            'this life knows no value "greed"; it knows order.',
        ),
    ],
    ids=["life", "regime", "value"],
)
def test_what_is_not_there_is_named_beside_what_is(program: Program, words: list[str], sentence: str) -> None:
    said = program.refused("play", "--plain", *LIFE[:2], *words, status=2)
    assert said == f"scsgame: {sentence}"
    assert not program.saves.exists()


def test_a_regime_that_nobody_knows_can_not_judge(program: Program) -> None:
    program.well("play", "--plain", *LIFE, "--name", "mine", typed="1\n")
    said = program.refused("rescore", "mine", *LIFE[:2], "--regime", "utopia", status=2)
    assert said == 'scsgame: there is no regime "utopia" here; there is ward.'


def test_a_save_that_nobody_made_is_said_to_be_missing(program: Program) -> None:
    for words in (
        ["resume", "--plain"],
        ["debrief"],
        ["rescore"],
        ["saves", "export", "ghost"],
        ["saves", "delete", "ghost", "--yes"],
    ):
        program.refused(*words)
    program.well("play", "--plain", *LIFE, "--name", "mine", typed="1\n")
    assert "ghost" in program.refused("resume", "ghost", "--plain")


def test_a_save_without_its_pack_says_what_to_give(program: Program) -> None:
    program.well("play", "--plain", *LIFE, "--name", "mine", typed="1\n")
    assert "--pack" in program.refused("resume", "mine", "--plain")


@pytest.mark.parametrize("option", ["--version", "-V", "--help"])
def test_the_door_opens_without_textual_and_yaml(program: Program, option: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "scsgame", option], capture_output=True, text=True, timeout=BOUND,
        check=True, cwd=program.here, env=program.environment,
    )  # fmt: skip
    read = {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "scsgame" in read
    assert not read & {"textual", "rich", "yaml", "platformdirs", "asyncio"}


def test_a_plain_life_does_without_textual(program: Program) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "scsgame", "play", "--plain", *LIFE], capture_output=True, text=True,
        timeout=BOUND, check=True, cwd=program.here, env=program.environment, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    read = {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "textual" not in read


def test_bets_that_are_switched_off_are_not_offered_in_plain_lines(program: Program) -> None:
    longer = ("--life", "student", "--regime", "rongcheng", "--seed", "bets", "--no-save")
    typed = "".join(f"{number}\n" for number in (1, 2) for _ in range(12))
    assert "Bet, if you like" in program.well("play", "--plain", *longer, typed=typed)
    folder = program.home / "settings"
    folder.mkdir(exist_ok=True)
    (folder / "settings.json").write_text('{"bets": false}', encoding="utf-8")
    assert "Bet, if you like" not in program.well("play", "--plain", *longer, typed=typed)


def test_a_life_of_which_nobody_names_the_system_is_lived_where_it_is_at_home_and_says_so(program: Program) -> None:
    said = program.well("play", "--plain", "--life", "typist", "--seed", "x", "--no-save", typed="q\n")
    assert said.startswith("You named no system, so it is one in which “The typist” is at home: The Stasi.")
    assert "You named no system" not in program.well("play", "--plain", *LIFE, "--no-save", typed="q\n")


def test_a_word_that_is_no_command_is_answered_with_the_nearest_and_no_hidden_one(program: Program) -> None:
    done = program.run("reskore")
    assert (done.returncode, done.stderr) == (
        2, "scsgame: there is no command 'reskore'. Did you mean rescore? More: scsgame --help\n",
    )  # fmt: skip
    assert "dev" not in program.run("why").stderr


@pytest.mark.parametrize(
    "words",
    [
        ["--language", "zh", "play", "--help"],
        ["--language=zh", "play", "--help"],
        ["play", "--language", "zh", "--help"],
    ],
)
def test_help_speaks_the_language_that_is_asked_for_and_no_line_is_too_wide(
    program: Program, words: list[str]
) -> None:
    from rich.cells import cell_len

    said = program.well(*words)
    assert said.startswith("用法： scsgame play")
    assert "这段人生的运气" in said
    assert max(map(cell_len, said.splitlines())) <= 80


def test_a_wrong_line_is_answered_in_the_language_that_is_asked_for(program: Program) -> None:
    done = program.run("--language", "zh", "saves", "export")
    assert done.returncode == 2
    assert done.stderr.endswith("用法不对：还缺：SAVE\n")
    assert "没有名为 'reskore' 的命令。是不是 rescore？" in program.run("--language", "zh", "reskore").stderr


def test_the_language_may_be_said_before_any_command_and_holds_for_what_it_says(program: Program) -> None:
    assert "里存着0段人生" in program.well("--language", "zh", "saves", "list")
    assert program.well("--language", "zh", "pack", "check").rstrip().endswith("错误0处、警告0处。")


def test_how_far_a_saved_life_has_come_is_listed_once(program: Program) -> None:
    program.well("play", "--plain", *LIFE, "--name", "listed", typed="1\n1\n")
    line = next(line for line in program.well("saves", "list").splitlines() if line.strip().startswith("listed:"))
    assert line.count("day") == line.count("2 choices") == 1
    assert "moves" not in line
