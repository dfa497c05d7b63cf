"""Lives are begun, found, read, exported and deleted by name; what the names are does not matter."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from pathlib import Path
from zlib import crc32

import pytest
from archive.archive_disks import a_header, a_move
from hypothesis import given, settings
from hypothesis import strategies as st

from scsgame.archive import (
    NoSuchSave,
    NotASave,
    NotSaved,
    SaveError,
    Shelf,
)
from scsgame.terms import barred, safe

ROOT = Path(__file__).resolve().parents[2]


def test_what_was_appended_is_what_is_read(tmp_path: Path) -> None:
    with Shelf(tmp_path).create(a_header()) as life:
        assert [life.append(a_move(number), number) for number in (1, 2, 3)] == [1, 2, 3]
        reader = Shelf(tmp_path).open("wei", write=False)
    assert reader.moves == life.moves == (a_move(1), a_move(2), a_move(3))
    assert reader.days == (1, 2, 3) and reader.header == life.header == a_header()
    with pytest.raises(NotSaved, match="reading only"):
        reader.append(["undo"])
    with pytest.raises(NotSaved):
        life.append(["undo"])


WORDS = st.text(max_size=40).filter(lambda text: barred(text) < 0) | st.integers(-(2**53) + 1, 2**53 - 1)
STEPS = st.lists(st.tuples(st.lists(WORDS, min_size=1, max_size=6), st.none() | st.integers(0, 10_000)), max_size=12)


@settings(max_examples=40, deadline=None)
@given(steps=STEPS, name=st.text(max_size=60), seed=st.text(max_size=20).map(lambda text: str(safe(text))))
def test_append_then_read_is_identity(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[list[str | int], int | None]], name: str, seed: str
) -> None:
    folder = tmp_path_factory.mktemp("saves")
    header = a_header(name, seed=seed)
    with Shelf(folder).create(header) as life:
        for move, day in steps:
            life.append(move, day)
    (entry,) = Shelf(folder).list()
    back = Shelf(folder).open(entry.file, write=False)
    assert back.header == header and entry.state == "whole"
    assert list(zip(back.moves, back.days, strict=True)) == [(tuple(move), day) for move, day in steps]


BAD_MOVES: list[object] = [
    [],
    [None],
    [1.5],
    [True],
    ["\x1b[2J"],
    ["\ud800"],
    [["x"]],
    ["x" * 70_000],
    [2**53],
    ["a"] * 33,
    [{}],
]


@pytest.mark.parametrize("move", BAD_MOVES)
def test_a_move_that_could_not_be_read_back_is_not_written(tmp_path: Path, move: list[str]) -> None:
    with Shelf(tmp_path).create(a_header()) as life:
        before = life.path.read_bytes()
        with pytest.raises(NotSaved, match="not saved"):
            life.append(move)
        assert life.path.read_bytes() == before and life.append(["undo"]) == 1


def test_any_reader_of_json_lines_can_read_a_save_and_check_its_sums(tmp_path: Path) -> None:
    with Shelf(tmp_path).create(a_header("荣成 Wei")) as life:
        life.append(a_move(1), 1)
    after = None
    for number, line in enumerate(life.path.read_text("utf-8").splitlines()):
        content = json.loads(line)
        crc = content.pop("crc")
        plain = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        assert crc == f"{crc32(plain.encode()):08x}" and content["n"] == number
        assert content.get("after") == after
        after = crc


RESERVED = ["CON", "PRN", "AUX", "NUL", *(f"COM{n}" for n in range(10)), *(f"LPT{n}" for n in range(10))]
ODD = [
    "",
    " ",
    ".",
    "..",
    "../../etc/passwd",
    "/etc/passwd",
    "C:\\x",
    "\\\\host\\share",
    "a/b",
    "a\\b",
    "~",
    "~root",
    "-rf",
    "--help",
]
ODD += [
    "*",
    "?",
    "a:b",
    "a|b",
    'a"b',
    "<a>",
    "$HOME",
    "%PATH%",
    "`id`",
    "$(id)",
    "a;b",
    "a&b",
    "a\nb",
    "a\tb",
    "a\0b",
    "\x1b]0;x\x07",
]
ODD += [
    "王伟",
    "荣成",
    "Ａ１",
    "é",
    "e\u0301",
    "ß",
    "İ",
    "ı",
    "\u202egnp",
    "\u200b",
    "\ufeff",
    "\U000e0041",
    "👩‍🚀",
    "\ud800",
    "\udfff",
]
ODD += [
    "[@click=app.quit]x[/]",
    "[/nope]",
    "{0.__class__}",
    "=1+1",
    "x.scslife.jsonl",
    "x.scslife.jsonl.lock",
    "con.scslife.jsonl",
]
ODD += [
    "a" * 300,
    "王" * 300,
    "." * 50,
    " a ",
    "a.",
    "a ",
    "null",
    "None",
    "0",
    "-1",
    "🏴" * 40,
    "\u0301" * 200,
    "\x7f",
    "\x85",
]
NAMES = [
    *RESERVED,
    *(f"{name.lower()}.txt" for name in RESERVED),
    *ODD,
    *(f"{name} {name}" for name in ODD),
    *(f"x{c}y" for c in map(chr, range(32))),
]


def test_two_hundred_hostile_names_make_plain_files_in_the_folder_and_can_be_opened(tmp_path: Path) -> None:
    folder = tmp_path / "saves"
    shelf, files = Shelf(folder), set()
    for name in NAMES:
        with shelf.create(a_header(name)) as life:
            assert life.path.parent == folder
            stem = life.path.name.removesuffix(".scslife.jsonl")
            assert stem.isascii() and stem.replace("-", "").isalnum() and stem == stem.lower() and len(stem) <= 47
            assert stem.upper() not in RESERVED and not stem.startswith("-")
            files.add(life.path.name)
    assert len(files) == len(NAMES) >= 200
    entries = shelf.list()
    assert {entry.file for entry in entries} == files and all(barred(entry.name) < 0 for entry in entries)
    assert [path.name for path in tmp_path.iterdir()] == ["saves"]
    for name in NAMES[::7]:
        try:
            shelf.find(name)
        except NoSuchSave as error:
            assert barred(error.sentence) < 0 and "\n" not in error.sentence


def test_a_life_is_found_by_file_stem_beginning_or_display_name(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    with pytest.raises(NoSuchSave, match="no lives"):
        shelf.find("wei")
    made = {name: shelf.create(a_header(name)) for name in ("Wei Lin", "Weiwei", "王伟", "王伟伟", "Oskar")}
    for life in made.values():
        life.close()
    for name, life in made.items():
        file = life.path.name
        for asked in (name, name.upper(), file, file.upper(), file.removesuffix(".scslife.jsonl"), file[:-16]):
            if asked not in ("life", "LIFE"):
                assert shelf.find(asked) == file
    assert shelf.find("osk") == made["Oskar"].path.name
    with pytest.raises(NoSuchSave, match=r"any of 2 lives: wei-lin-.*, weiwei-"):
        shelf.find("wei")
    with pytest.raises(NoSuchSave, match='Did you mean "oskar-'):
        shelf.find("osakr")
    with pytest.raises(NoSuchSave, match="Which life"):
        shelf.find("  ")
    assert shelf.find(unicodedata.normalize("NFC", "王伟伟")) == made["王伟伟"].path.name


def test_only_a_save_is_deleted_and_its_lock_goes_with_it(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    with shelf.create(a_header()) as life:
        pass
    Path(f"{life.path}.lock").touch()
    (tmp_path / "notes.scslife.jsonl").write_text("my notes")
    with pytest.raises(NotASave, match="not deleted"):
        shelf.delete("notes")
    assert shelf.delete("wei") == life.path.name
    assert [path.name for path in tmp_path.iterdir()] == ["notes.scslife.jsonl"]


def test_a_life_is_exported_as_plain_json(tmp_path: Path) -> None:
    with Shelf(tmp_path).create(a_header()) as life:
        life.append(a_move(1), 7)
    told = json.loads(Shelf(tmp_path).export_text("wei"))
    assert told["moves"] == [{"n": 1, "day": 7, "move": list(a_move(1))}]
    assert told["header"]["name"] == "Wei" and told["state"] == "whole"
    assert Shelf(tmp_path).check()[0].sentence == "1 choice, up to day 7."


def test_a_header_that_is_too_long_or_of_another_format_is_refused_in_a_sentence(tmp_path: Path) -> None:
    for header in (a_header("x" * 70_000), a_header(format=2), a_header(seed="\x1b"), a_header(values=("\ud800",))):
        with pytest.raises(SaveError):
            Shelf(tmp_path).create(header)
    assert list(tmp_path.iterdir()) == []


def test_the_room_imports_nothing_of_the_house_but_its_words() -> None:
    words = "import sys, scsgame.archive; print(*sorted(m for m in sys.modules if m.startswith('scsgame')))"
    words += "; print(*[m for m in ('difflib', 'platformdirs', 'sqlite3', 'asyncio', 'textual') if m in sys.modules])"
    call = [sys.executable, "-c", words]
    rooms, slow = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")[:2]
    assert all(
        name == "scsgame" or name.startswith(("scsgame.archive", "scsgame.terms", "scsgame.tongue"))
        for name in rooms.split()
    )
    assert slow == ""
