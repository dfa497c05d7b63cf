"""A part that was switched when a life began stays switched: in the save, in why, in the debrief, and judged again."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from scsgame.cli import main
from scsgame.plain.play import play
from scsgame.session import House, Switched
from scsgame.session.bots import at_random
from scsgame.session.telling import told_as_text

OFF = Switched(("face_recognition", "joint_punishment"), ())
NAMED = "Rongcheng without face recognition and joint punishment"


@pytest.fixture(scope="module")
def content() -> House:
    house = House(lives=["student"], regimes=["rongcheng", "credit-china", "sesame"])
    assert house.library
    return house


@pytest.fixture
def house(content: House, tmp_path: Path) -> House:
    """Return a house with the content read and an empty shelf."""
    made = House(folder=tmp_path)
    made.__dict__["library"] = content.library
    return made


def begun(house: House, moves: int = 12, switched: Switched = OFF, regimes=("rongcheng",), saved: bool = True):
    player = house.new("student", regimes, "as_is", ("candour", "thrift"), "s", "n", saved, switched)
    for _ in range(moves):
        if not player.chronicle.over:
            player.move(at_random(player.chronicle))
    return player


def test_a_life_is_taken_up_with_the_same_parts_off(house: House) -> None:
    player = begun(house)
    player.close()
    again = house.resume(house.saves()[0].file, write=False)
    assert told_as_text(again.chronicle) == told_as_text(player.chronicle)
    assert again.chronicle.setup.regimes[0].title.read() == NAMED
    assert again.changed == ()


def test_it_is_another_life_than_the_one_with_all_parts(house: House) -> None:
    with_all = begun(house, 60, Switched(), saved=False)
    assert told_as_text(begun(house, 60, saved=False).chronicle) != told_as_text(with_all.chronicle)


def test_taking_back_changes_nothing_about_the_parts(house: House) -> None:
    player = begun(house)
    player.undo()
    told = told_as_text(player.chronicle)
    player.close()
    again = house.resume(house.saves()[0].file, write=False)
    assert told_as_text(again.chronicle) == told
    assert again.chronicle.setup.regimes[0].off == OFF.off


def test_the_first_line_of_a_save_names_them_and_is_as_it_was_where_there_are_none(house: House) -> None:
    begun(house).close()
    begun(house, 1, Switched((), ("face_recognition",)), ("credit-china",)).close()
    begun(house, 1, Switched()).close()
    heads = [
        json.loads(path.read_bytes().splitlines()[0])
        for path in [house.folder / played.file for played in house.saves()]
    ]
    assert sorted((head.get("without", []), head.get("with", [])) for head in heads) == [
        ([], []), ([], ["face_recognition"]), (list(OFF.off), []),
    ]  # fmt: skip
    assert [sum(key in head for key in ("without", "with")) for head in heads].count(0) == 1


def test_a_part_that_is_gone_from_the_content_is_told_and_the_life_goes_on(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = begun(house, switched=Switched(("wolves",), ()))
    player.close()
    path = house.saves()[0].file
    monkeypatch.setattr("scsgame.session.house.stamps", lambda _: ())
    again = house.resume(path, write=False)
    assert "the part wolves, which was switched in this life, is gone" in again.changed


def test_the_debrief_sets_the_life_beside_the_same_system_with_all_its_parts(house: House) -> None:
    player = begun(house, 400)
    assert player.chronicle.over
    told = "\n".join(str(section) for section in player.debrief())
    player.close()
    assert told.count(f"'{NAMED}'") >= 1
    assert "'Rongcheng'" in told


def test_a_life_can_be_judged_both_ways_afterwards(house: House) -> None:
    player = begun(house, 400, Switched())
    player.close()
    (section,) = house.rescore(house.saves()[0].file, ["rongcheng", "sesame"], OFF)
    rows = [row[0] for row in section.rows]
    assert rows[1:] == ["Rongcheng", NAMED, "Sesame Credit"]


def test_judged_again_with_no_word_about_parts_those_of_the_life_are_taken(house: House) -> None:
    player = begun(house, 400)
    player.close()
    (section,) = house.rescore(house.saves()[0].file, ["rongcheng"])
    assert [row[0] for row in section.rows][1:] == ["Rongcheng", NAMED]


def test_the_house_names_each_part_once_and_says_which_are_on(house: House) -> None:
    found = {part.id: part.on for part in house.parts(["credit-china", "rongcheng"])}
    assert found["face_recognition"] is True
    assert {part.id: part.on for part in house.parts(["credit-china"])}["face_recognition"] is False
    assert list(found) == list(dict.fromkeys(found))
    assert house.parts([]) == []


def test_in_plain_lines_the_standing_says_what_is_off_and_why_says_more(house: House) -> None:
    said: list[str] = []
    player = begun(house, 0, saved=False)
    play(player, io.StringIO("why rongcheng part/face_recognition\nwhy rongcheng measure/no_loan\nq\n"), said.append)
    text = "\n".join(said)
    assert NAMED in text
    assert "It is switched off." in text
    assert "Nothing is told of this" in text


def asked(capsys, *words: str) -> tuple[int, str]:
    status = main(list(words))
    said = capsys.readouterr()
    return status, said.out + said.err


def test_the_command_line_switches_parts_and_lists_them(tmp_path: Path, capsys, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1\nq\n"))
    play_words = ("play", "--plain", "--saves", str(tmp_path), "--regime", "rongcheng,credit-china", "--seed", "x")
    status, said = asked(capsys, *play_words, "--without", "joint_punishment,real_name", "--with", "face_recognition")
    assert status == 0
    assert "Rongcheng without real-name registration and joint punishment" in said
    assert (
        "without joint punishment and real name with face recognition"
        in asked(capsys, "saves", "list", "--saves", str(tmp_path))[1]
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--without", "face_recogniton"], 'rongcheng has no part "face_recogniton"; did you mean face_recognition?'),
        (["--with", "wolves"], 'rongcheng has no part "wolves"; there is face_recognition, real_name'),
        (["--without", "real_name", "--with", "real_name"], 'the part "real_name" cannot be both on and off.'),
    ],
)
def test_a_part_that_nobody_has_is_said_in_words(words, said, capsys) -> None:
    status, told = asked(capsys, "play", "--plain", "--no-save", "--regime", "rongcheng", *words)
    assert status == 2
    assert said in told


def test_rescore_on_the_command_line_takes_them_too(house: House, capsys) -> None:
    begun(house, 400, Switched()).close()
    words = ("rescore", "--saves", str(house.folder), "--regime", "rongcheng", "--json")
    status, said = asked(capsys, *words, "--without", "face_recognition")
    assert status == 0
    assert "Rongcheng without face recognition" in said
    assert "Rongcheng without" not in asked(capsys, *words)[1]
