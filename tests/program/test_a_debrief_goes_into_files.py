"""The debrief on the command line: text, a page, a table, logs; to files or to standard output, and never before its time."""

from __future__ import annotations

import csv
import io
import json

import pytest
from program.program import LIFE, Program

PACK = LIFE[:2]


def lived(program: Program) -> None:
    program.well("play", "--plain", *LIFE, "--name", "ann", typed="1\n" * 60)


def test_one_command_writes_every_file(program: Program) -> None:
    lived(program)
    names = {
        "--html": "a.html",
        "--csv": "a.csv",
        "--csv-dictionary": "d.csv",
        "--okl": "a.txt",
        "--medpc": "m.txt",
        "--medpc-file": "w.txt",
        "--notation": "n.txt",
    }
    done = program.run("debrief", *PACK, *(word for pair in names.items() for word in pair))
    assert (done.returncode, done.stdout) == (0, "")
    text = {name: (program.here / name).read_text("utf-8") for name in names.values()}
    assert text["a.html"].startswith("<!DOCTYPE html>")
    assert text["a.txt"].startswith("# OKL v1\n")
    assert text["m.txt"].startswith("\\ 1 opportunity")
    assert "\nW:\n     0:" in text["w.txt"]
    columns = next(csv.reader(io.StringIO(text["a.csv"])))
    assert [row["column"] for row in csv.DictReader(io.StringIO(text["d.csv"]))] == columns
    assert text["n.txt"]


def test_a_dash_is_standard_output(program: Program) -> None:
    lived(program)
    assert program.well("debrief", *PACK, "--okl", "-").startswith("# OKL v1\n")


def test_two_lives_are_drawn_on_one_sheet(program: Program) -> None:
    lived(program)
    program.well("play", "--plain", *LIFE, "--name", "bo", typed="2\n" * 60)
    act = program.well("debrief", *PACK, "ann", "--record").split()[0]
    said = program.well("debrief", *PACK, "ann", "--record", act, "--beside", "bo")
    assert "── ann" in said
    assert "══ bo" in said
    assert "What this cannot show: why they differ." in said
    program.well("debrief", *PACK, "ann", "--record", act, "--beside", "bo", "--by-day", "--svg", "two.svg")
    drawing = (program.here / "two.svg").read_text("utf-8")
    assert drawing.count('class="life"') == 2
    assert program.run("debrief", *PACK, "ann", "--record", "flies").returncode == 1
    assert program.run("debrief", *PACK, "ann", "--svg", "x.svg").returncode == 2


def test_the_story_comes_before_what_stands_behind_it(program: Program) -> None:
    lived(program)
    said = program.well("debrief", *PACK)
    heads = [line.strip("= ") for line in said.splitlines() if line.startswith("== ")]
    assert heads.index("Is this real?") < heads.index("What stands behind it") < heads.index("Act by act")
    found = json.loads(program.well("debrief", *PACK, "--json"))
    assert [one["id"] for one in found["chapters"]] == [
        "did",
        "seen",
        "bought",
        "taught",
        "became",
        "elsewhere",
        "real",
    ]


def test_a_file_that_cannot_be_written_is_said_in_a_sentence(program: Program) -> None:
    lived(program)
    done = program.run("debrief", *PACK, "--html", "no/such/folder/a.html")
    assert done.returncode == 1
    assert "could not be written" in done.stderr


@pytest.mark.parametrize("option", ["--csv", "--okl", "--medpc", "--notation"])
def test_what_a_life_keeps_from_its_player_is_not_written_before_it_is_over(program: Program, option: str) -> None:
    program.well("play", "--plain", *LIFE, "--shows", "hidden", "--name", "bo", typed="1\n1\n")
    done = program.run("debrief", *PACK, option, "-")
    assert (done.returncode, done.stdout) == (1, "")
    assert "when it is over" in done.stderr


def test_no_record_is_drawn_while_something_is_withheld(program: Program) -> None:
    hidden = [*LIFE[:2], *LIFE[2:], "--shows", "hidden"]
    program.well("play", "--plain", *hidden, "--name", "ann", typed="1\n" * 3)
    done = program.run("debrief", *PACK, "--record")
    assert (done.returncode, done.stdout) == (1, "")
    assert "something is withheld in this life" in done.stderr
