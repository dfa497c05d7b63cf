"""Parts can be switched where a pack is tried and rehearsed: the bots, witnesses and replays live without them."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from scsgame.cli import main
from scsgame.packs import load
from scsgame.workshop.scaffold import Answers, files, write
from scsgame.workshop.trials.witnesses import read_replay

PART = """\
part: locker_camera
title: the camera over the lockers
about: It films or it does not.
kind: sensor
status: invented
why: many schools have one
observers:
  - {id: lens, title: The lens, sees: [keeps_find], reliability: 1, status: invented, why: it looks one way only}
rules:
  - {id: on_film, title: Kept on film, act: keeps_find, points: -20, status: invented, why: as much as two lessons}
"""


@pytest.fixture
def school(tmp_path: Path) -> Path:
    folder = tmp_path / "house-points"
    write(folder, files(Answers()))
    (folder / "parts").mkdir()
    (folder / "parts" / "locker_camera.yaml").write_text(PART, "utf-8")
    regime = folder / "regimes" / "house-points" / "regime.yaml"
    text = regime.read_text("utf-8")
    regime.write_text(text.replace("joins: mandatory", "parts: [locker_camera]\njoins: mandatory", 1), "utf-8")
    return folder


def told(capsys, *words: str, typed: str = "") -> tuple[int, str]:
    before, sys.stdin = sys.stdin, io.StringIO(typed)
    try:
        status = main(list(words))
    finally:
        sys.stdin = before
    said = capsys.readouterr()
    return status, said.out + said.err


def trial(capsys, school: Path, *words: str) -> tuple[str, dict]:
    asked = ("pack", "test", str(school), "--lives", "30", "--jobs", "1")
    status, text = told(capsys, *asked, *words)
    assert status == 0, text
    return text, json.loads(told(capsys, *asked, *words, "--json")[1])


def test_what_hangs_on_a_part_is_not_looked_for_without_it(school: Path, capsys) -> None:
    text, said = trial(capsys, school)
    assert "without" not in text
    assert "rule.house-points.on_film" in {row["thing"] for row in said["things"]}
    book = school.parent / "replays"
    text, said = trial(capsys, school, "--without", "locker_camera", "--replays", str(book))
    assert "(house-points under house-points without locker camera):" in text
    assert "rule.house-points.on_film" not in {row["thing"] for row in said["things"]}
    assert said["without"] == ["locker_camera"]
    assert {read_replay(line).off for line in book.read_text("utf-8").splitlines()} == {("locker_camera",)}


def test_other_processes_switch_the_same_parts(school: Path, capsys) -> None:
    alone = told(capsys, "pack", "test", str(school), "--lives", "150", "--jobs", "1", "--without", "locker_camera")
    several = told(capsys, "pack", "test", str(school), "--lives", "150", "--jobs", "2", "--without", "locker_camera")
    assert alone == several


def test_a_witness_says_what_was_switched_and_is_lived_so(school: Path, tmp_path: Path, capsys) -> None:
    words = ("pack", "test", str(school), "--witness", "choice.lost_purse.keep")
    status, text = told(capsys, *words, "--without", "locker_camera")
    assert status == 0
    replay = read_replay(text)
    assert replay.off == ("locker_camera",)
    assert [regime.off for regime in replay.setup(load([school])).regimes] == [("locker_camera",)]
    assert '"without"' not in told(capsys, *words)[1]
    file = tmp_path / "one.json"
    file.write_text(text, "utf-8")
    assert told(capsys, "pack", "test", str(school), "--replay", str(file))[0] == 0
    rehearse = ("pack", "play", str(school), "--replay", str(file), "--plain")
    assert "without the camera over the lockers" in told(capsys, *rehearse, typed="q\n")[1]
    play = ("play", "--pack", str(school), "--replay", str(file), "--plain", "--no-save")
    assert "without the camera over the lockers" in told(capsys, *play, typed="q\n")[1]


def test_a_rehearsal_is_of_what_the_pack_brings_with_the_parts_that_are_asked_for(school: Path, capsys) -> None:
    status, text = told(capsys, "pack", "play", str(school), "--plain", typed="q\n")
    assert status == 0
    assert "Room 12." in text
    assert "without" not in text
    words = ("pack", "play", str(school), "--plain", "--without", "locker_camera")
    assert "House points without the camera over the lockers" in told(capsys, *words, typed="q\n")[1]
    status, text = told(capsys, "pack", "play", str(school), "--plain", "--without", "camera")
    assert status == 2
    assert 'house-points has no part "camera"' in text


def test_a_part_that_no_regime_has_is_said_in_words(school: Path, capsys) -> None:
    status, text = told(capsys, "pack", "test", str(school), "--lives", "0", "--without", "locker_camra")
    assert status == 2
    assert "did you mean locker_camera?" in text


def test_play_begins_with_what_the_named_pack_brings(school: Path, capsys) -> None:
    assert "Room 12." in told(capsys, "play", "--pack", str(school), "--plain", "--no-save", typed="q\n")[1]
