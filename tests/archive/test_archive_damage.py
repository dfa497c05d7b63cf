"""Whatever was done to a save, reading it never fails, and never gives another game."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from archive.archive_disks import a_header, a_move

from scsgame.archive import DamagedSave, NewerSave, NotASave, SaveError, Shelf
from scsgame.archive.lines import write_line
from scsgame.archive.reading import MOVES_LIMIT, read_life
from scsgame.terms import barred

MOVES = tuple(a_move(number) for number in range(1, 5))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A small save with four choices."""
    with Shelf(tmp_path).create(a_header()) as life:
        for number, move in enumerate(MOVES, 1):
            life.append(move, day=number)
    return life.path


def _lines(file: Path) -> list[bytes]:
    return file.read_bytes().splitlines(keepends=True)


def test_a_tear_at_any_byte_of_the_last_line_costs_that_line_alone_and_is_told(file: Path) -> None:
    data, last = file.read_bytes(), len(_lines(file)[-1])
    for lost in range(1, last):
        file.write_bytes(data[:-lost])
        (entry,) = Shelf(file.parent).list()
        assert (entry.state, entry.moves) == ("torn", 4 if lost == 1 else 3)
        assert "was cut off" in entry.sentence
        with Shelf(file.parent).open("wei") as life:
            assert life.moves == MOVES[: entry.moves] and life.state == "torn"
            assert file.read_bytes() == data[:-lost], "opening alone changes nothing"
            for move in MOVES[entry.moves :]:
                life.append(move, day=4)
            life.append(["undo"])
        (entry,) = Shelf(file.parent).list()
        assert (entry.state, entry.moves) == ("whole", 5)
        assert file.read_bytes().startswith(data)


@pytest.mark.parametrize(
    "junk", [b"\0" * 90, b"\0" * 4096, b"\n", b"\0" * 600 + b"}\n", b'{"n":5,' + b"\0" * 512 + b"}\n"]
)
def test_blank_disk_at_the_end_is_a_tear(file: Path, junk: bytes) -> None:
    data = file.read_bytes()
    reading = read_life("x", data + junk)
    assert (reading.state, reading.moves, reading.good) == ("torn", MOVES, len(data))


def test_a_tear_inside_the_first_line_is_told(file: Path) -> None:
    first = _lines(file)[0]
    for length in range(len(first) - 1):
        reading = read_life("x", first[:length])
        assert reading.state in ("damaged", "foreign") and reading.sentence
    assert read_life("x", first[:-1]).state == "torn"


def test_a_flipped_bit_anywhere_is_noticed_and_nothing_false_is_read(file: Path) -> None:
    data = file.read_bytes()
    for at in range(len(data)):
        for bit in range(8):
            changed = bytearray(data)
            changed[at] ^= 1 << bit
            reading = read_life("x", bytes(changed))
            assert reading.state != "whole", (at, bit)
            assert reading.moves == MOVES[: len(reading.moves)]
            assert reading.header in (None, a_header())
            assert len(reading.moves) >= data[:at].count(b"\n") - 1 if reading.header else True
            if reading.state == "torn":
                assert reading.moves == MOVES, "no answered choice is cut away"


def test_damage_in_the_middle_says_how_many_choices_are_whole_and_leaves_the_file(file: Path) -> None:
    data = file.read_bytes().replace(b"scene_3", b"scene_9")
    file.write_bytes(data)
    shelf = Shelf(file.parent)
    for write in (True, False):
        with pytest.raises(
            DamagedSave, match=r"damaged in line 4: its checksum.*2 choices before it are whole"
        ) as found:
            shelf.open("wei", write)
        assert found.value.whole == 2
    with pytest.raises(DamagedSave):
        shelf.export("wei")
    assert file.read_bytes() == data
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_the_whole_part_of_a_damaged_life_can_be_lived_on_in_a_new_file(file: Path) -> None:
    data = file.read_bytes().replace(b"scene_3", b"scene_9")
    file.write_bytes(data)
    with Shelf(file.parent).rescue(file.name) as life:
        assert life.moves == MOVES[:2] and life.days == (1, 2) and life.path != file
    assert file.read_bytes() == data


@pytest.mark.parametrize("order", [[0, 2, 1, 3, 4], [0, 1, 1, 2, 3, 4], [0, 1, 3, 4], [0, 0, 1, 2], [1, 2, 3, 4]])
def test_lines_swapped_doubled_or_missing_are_damage(file: Path, order: list[int]) -> None:
    lines = _lines(file)
    assert read_life("x", b"".join(lines[at] for at in order)).state in ("damaged", "foreign")


def test_lines_of_another_life_do_not_fit_into_this_one(file: Path) -> None:
    with Shelf(file.parent).create(a_header(seed="other")) as life:
        life.append(MOVES[0], day=1)
        life.append(MOVES[1], day=2)
    mine, other = _lines(file), _lines(life.path)
    assert read_life("x", b"".join([*mine[:2], *other[2:]])).moves == MOVES[:1]
    assert read_life("x", b"".join([other[0], *mine[1:]])).state == "damaged"


def test_line_ends_and_a_mark_added_by_an_editor_do_no_harm(file: Path) -> None:
    data = file.read_bytes()
    for changed in (data.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + data, b"\xef\xbb\xbf" + data[:-9]):
        reading = read_life("x", changed)
        assert reading.error is None and reading.moves == MOVES[: 3 if changed.endswith(data[-12:-9]) else 4]


def test_a_save_of_a_later_scsgame_is_named_and_left_alone(file: Path) -> None:
    content = {"scslife": 2, "n": 0, "made_by": "9.1", "whatever": [1]}
    file.write_bytes(write_line(content) + b"something new\n")
    before = file.read_bytes()
    (entry,) = Shelf(file.parent).list()
    assert entry.state == "newer"
    with pytest.raises(NewerSave, match=r"made by a later scsgame \(9\.1\)"):
        Shelf(file.parent).open(file.name)
    assert file.read_bytes() == before


HOSTILE: list[object] = [
    None, True, 0, -1, 2**70, "", "\x1b]0;x\x07", "\u202e", [], [[]], {}, [None], [True], [""] * 99, ["\x9b"], {"a": 1},
    "x" * 70_000, [2**60], "\ud800",
]  # fmt: skip


@pytest.mark.parametrize("at", range(len(HOSTILE)))
def test_wrong_types_and_hostile_text_under_a_right_checksum_are_refused_or_made_showable(
    file: Path, at: int
) -> None:
    for number, line in enumerate(_lines(file)[:2]):
        content = json.loads(line)
        for key in [*content, "unknown"]:
            if key == "crc":
                continue
            try:
                changed = write_line({**content, key: HOSTILE[at]})
            except UnicodeEncodeError:
                changed = json.dumps({**content, key: HOSTILE[at]}).encode() + b"\n"
            reading = read_life("x", b"".join(_lines(file)[:number]) + changed)
            assert barred(reading.sentence) < 0 and len(reading.sentence) < 500
            for move in reading.moves:
                assert all(isinstance(word, (str, int)) and type(word) is not bool for word in move)
            if reading.header:
                assert barred(reading.header.name) < 0 and isinstance(reading.header.seed, str)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"hello\n", "not a save"),
        (b"[" * 60_000, "not a save"),
        (b"[" * 200_000 + b"\n", "not a save"),
        (b'{"n":1e999}\n', "not a save"),
        (b"SQLite format 3\0" * 100, "not a save"),
        (b"\x80\x04\x95", "not a save"),
        (b"\0" * 5000, "damaged"),
        (b'{"scslife":' + b"9" * 50_000 + b"}\n", "damaged"),
        (write_line({"x": 1}), "not a save"),
        (write_line({"scslife": True}), "not a save"),
        (write_line({"scslife": 1}), "can not be used"),
    ],
)
def test_a_file_that_is_no_save_gets_a_sentence(tmp_path: Path, data: bytes, words: str) -> None:
    file = tmp_path / "other.scslife.jsonl"
    file.write_bytes(data)
    shelf = Shelf(tmp_path)
    for write in (True, False):
        with pytest.raises((NotASave, DamagedSave), match=words):
            shelf.open("other", write)
    assert file.read_bytes() == data and len(list(tmp_path.iterdir())) == 1
    assert shelf.check("other")[0].state in ("foreign", "damaged")


def _place(folder: Path, what: str) -> None:
    there = folder / "odd.scslife.jsonl"
    if what == "link":
        target = folder / "target"
        target.write_bytes(b"{}")
        there.symlink_to(target)
    elif what == "loop":
        there.symlink_to(there)
    elif what == "device":
        there.symlink_to("/dev/zero")
    elif what == "pipe":
        os.mkfifo(there)
    elif what == "folder":
        there.mkdir()
    else:
        with there.open("wb") as handle:
            handle.truncate(6 << 30)


@pytest.mark.skipif(os.name == "nt", reason="pipes and links need POSIX")
@pytest.mark.parametrize("what", ["link", "loop", "device", "pipe", "folder", "giant"])
def test_links_pipes_devices_folders_and_giants_get_a_sentence_and_are_never_deleted(
    tmp_path: Path, what: str
) -> None:
    _place(tmp_path, what)
    shelf = Shelf(tmp_path)
    (entry,) = shelf.list()
    assert entry.state == "foreign" and entry.sentence.endswith(".")
    for action in (shelf.open, shelf.delete, shelf.export, shelf.rescue):
        with pytest.raises(NotASave):
            action("odd")  # type: ignore[operator]
    assert os.path.lexists(tmp_path / "odd.scslife.jsonl")


def test_a_line_too_long_is_damage_and_not_a_tear(file: Path) -> None:
    data = file.read_bytes()
    for tail in (b"x" * 70_000, b"x" * 70_000 + b"\n", b"x\n" * 5):
        assert read_life("x", data + tail).state == "damaged"
        assert (
            read_life("x", data[:-1] + b"}" + tail).moves
            == MOVES[: len(read_life("x", data[:-1] + b"}" + tail).moves)]
        )


def test_a_life_has_an_end(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOVES_LIMIT == 50_000
    monkeypatch.setattr("scsgame.archive.journal.MOVES_LIMIT", 4)
    with Shelf(file.parent).open("wei") as life, pytest.raises(SaveError, match="is full"):
        life.append(["undo"])
    monkeypatch.setattr("scsgame.archive.reading.MOVES_LIMIT", 3)
    assert read_life("x", file.read_bytes()).state == "damaged"
