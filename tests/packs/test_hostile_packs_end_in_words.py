"""What a stranger may send: it ends in a sentence, quickly, and nothing is written anywhere."""

import io
import os
import stat
import zipfile

import pytest

from scsgame.packs.barriers import BARRED, MOST_MARKS, heap, is_mark
from scsgame.packs.library import report_on
from scsgame.packs.problems import report
from scsgame.packs.reader import read
from scsgame.packs.shelves import Shelf, fetch
from scsgame.packs.specimen import specimen
from scsgame.terms import barred

BOMB = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*{'a' if n == 0 else f'b{n - 1}'}, *a]\n" for n in range(30))

HOSTILE = {
    "a hundred thousand brackets": "[" * 100_000,
    "twenty thousand nested mappings": "{a: " * 20_000,
    "nested by indentation": "".join(" " * n + "a:\n" for n in range(300)),
    "nested by more and more blanks": "".join(" " * n + "a:\n" for n in range(1_200)),
    "blanks, no remark, and blanks again": "title: b" + " " * 400_000 + "#x" + " " * 400_000 + "y\n",
    "blanks in a torn block": "a: b: c\nb:\n" + (" " * 100_000 + "id\n") * 8,
    "aliases that unfold without end": BOMB,
    "a list that holds itself": "a: &a [*a]\n",
    "merge keys": "a: &a {b: 1}\nc: {<<: *a, <<: *a}\n",
    "a python tag": "a: !!python/object/apply:os.system [ls]\n",
    "a tag directive": "%TAG ! tag:x,2000:\n--- !foo\na: 1\n",
    "a set and an ordered map": "a: !!set {x, y}\nb: !!omap [x: 1]\n",
    "sixty thousand keys": "".join(f"k{n}: 1\n" for n in range(60_000)),
    "a number of five thousand digits": "format: " + "9" * 5_000 + "\n",
    "a hexadecimal giant": "format: 0x" + "f" * 100_000 + "\n",
    "a date that is none": "title: 2024-13-45\nformat: 1e999\n",
    "half a surrogate": 'title: "\\ud800"\n',
    "beyond unicode": 'title: "\\U0011ffff"\n',
    "an escape sequence": 'title: "\\e]52;c;QUJD\\a"\n',
    "an escape in a key": '"\\e[2J": 1\n',
    "a null character": "title: a\x00b\n",
    "line ends of other worlds": "title: a\x85b\u2028c\rd\n",
    "complex keys": "? [a, b]\n: 1\n? {c: d}\n: 2\n",
    "nothing at all": "",
    "only a comment": "# nothing\n",
    "one word": "pack\n",
    "three documents": "--- a\n--- b\n--- c\n",
    "an unknown directive": "%FOO bar\n---\na: 1\n",
    "an anchor and nothing": "title: &x\n",
    "a very long line": "title: " + "x" * 900_000 + "\n",
    "a very long key": "x" * 2_000 + ": 1\n",
    "many wrong fields": "".join(f"wrong{n}: 1\n" for n in range(2_000)),
    "twenty thousand keys twice": "".join(f"k{n}: 1\n" for n in range(20_000)) + "k19999: 2\n" * 20_000,
    "many bad conditions": "".join(f"- {{id: s{n}, when: met(s{n}x), text: x, choices: []}}\n" for n in range(3_000)),
    "five thousand marks on a letter": "title: Za" + "\u0334\u0301\u0489\u20dd\U000e0100" * 1_000 + "lgo\n",
    "marks of joiners and escapes": 'title: "Z' + "\\u0301\u200d" * 5_000 + '"\n',
    "turned text": "title: \u202egnp.exe\n",
    "a million blank lines": "\n" * 1_000_000,
    "a list where a mapping goes": "- a\n- b\n",
    "a key that is empty": ": 1\n",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize(
    "path", ["pack.yaml", "lives/walk/life.yaml", "lives/walk/scenes/walk.yaml", "regimes/town/regime.yaml"]
)
def test_hostile_yaml_ends_in_words(text, path):
    found = report_on([Shelf("", {**specimen(), path: text}).seal()])
    said = report(found.problems)

    assert found.errors
    assert len(said) < 60_000
    assert barred(said.replace("\n", "")) == -1


def test_the_characters_refused_are_those_that_terms_bars():
    every = [chr(code) for code in range(0x110000) if chr(code) not in "\n\t"]

    assert BARRED.findall("".join(every)) == [letter for letter in every if barred(letter) >= 0]


def test_no_mark_is_missed_when_marks_are_counted():
    marks = [letter for letter in map(chr, range(0x110000)) if is_mark(letter)]
    room = "a" + marks[0] * MOST_MARKS

    assert len(marks) > 2_000
    assert heap(room) is None
    assert [letter for letter in marks if heap(room + letter) != (1, MOST_MARKS + 1)] == []


def test_letters_that_have_their_own_marks_are_no_heap():
    assert heap("a\u0301\u0302" * 5_000) is None
    assert heap("\u2500\u2588\U0001f642\u3002" * 5_000) is None


def test_no_text_makes_the_reader_raise():
    for text in HOSTILE.values():
        read(text)


def written(tmp_path, files=None):
    for path, text in (files or specimen()).items():
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return tmp_path


def codes(shelf):
    return [problem.code for problem in report_on([shelf]).problems]


def test_a_folder_is_read_as_a_pack(tmp_path):
    shelf = fetch(written(tmp_path), "mine")

    assert codes(shelf) == []
    assert len(shelf.digest) == 64


def test_links_pipes_and_folders_in_the_place_of_files_are_not_followed(tmp_path):
    written(tmp_path)
    (tmp_path / "lives/walk/scenes/link.yaml").symlink_to("/etc/passwd")
    (tmp_path / "lives/walk/scenes/zero.yaml").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "lives/walk/scenes/pipe.yaml")
    (tmp_path / "lives/walk/scenes/folder.yaml").mkdir()
    (tmp_path / "lives/walk/loop").symlink_to(tmp_path)

    assert codes(fetch(tmp_path, "mine")) == ["not-a-file", "not-a-file", "not-a-file"]


def test_giants_odd_names_and_other_encodings_are_refused(tmp_path):
    written(tmp_path)
    scenes = tmp_path / "lives/walk/scenes"
    with (scenes / "sparse.yaml").open("wb") as file:
        file.truncate(1 << 33)
    (scenes / "two words.yaml").write_text("[]")
    (scenes / "con.yaml").write_text("[]")
    (scenes / "latin.yaml").write_bytes(b"- id: caf\xe9\n")

    assert sorted(codes(fetch(tmp_path, "mine"))) == ["bad-file-name", "bad-file-name", "not-utf8", "too-large"]


def test_a_pack_of_too_many_files_or_too_deep_a_folder_is_refused(tmp_path):
    written(tmp_path)
    (tmp_path / "/".join("abcdefghij")).mkdir(parents=True)
    assert codes(fetch(tmp_path, "mine")) == ["too-deep"]

    for number in range(600):
        (tmp_path / f"note{number}.txt").touch()
    assert "too-large" in codes(fetch(tmp_path, "mine"))


def test_a_pack_that_is_not_there_is_one_sentence(tmp_path):
    assert [p.code for p in report_on([fetch(tmp_path / "nowhere", "nowhere")]).problems] == ["missing-file"]


def zipped(tmp_path, entries, *, top=""):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in specimen().items():
            archive.writestr(top + path, text)
        for path, content in entries:
            archive.writestr(path, content)
    place = tmp_path / "pack.zip"
    place.write_bytes(held.getvalue())
    return place


def link(name):
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def test_a_zip_is_read_without_being_extracted(tmp_path):
    place = zipped(tmp_path, [])
    before = sorted(tmp_path.rglob("*"))

    assert codes(fetch(place, "mine")) == []
    assert sorted(tmp_path.rglob("*")) == before


def test_a_zipped_folder_is_as_good_as_its_contents(tmp_path):
    assert codes(fetch(zipped(tmp_path, [], top="my_pack/"), "mine")) == []


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ([("../out.yaml", "a: 1")], "bad-file-name"),
        ([("/abs.yaml", "a: 1")], "bad-file-name"),
        ([("C:/x.yaml", "a: 1")], "bad-file-name"),
        ([("lives\\walk\\x.yaml", "a: 1")], "bad-file-name"),
        ([("lives/walk/scenes/../../../x.yaml", "a: 1")], "bad-file-name"),
        ([(link("lives/walk/scenes/x.yaml"), "/etc/passwd")], "not-a-file"),
        ([("lives/walk/scenes/x.yaml", "[]"), ("lives/walk/scenes/X.yaml", "[]")], "bad-zip"),
        ([("lives/walk/scenes/x.yaml", b" " * 900_000)], "too-large"),
        ([(f"note{number}.txt", "") for number in range(600)], "too-large"),
        ([(f"big{number}.txt", b"\0" * 3_000_000) for number in range(4)], "too-large"),
        ([("/".join("abcdefghij") + ".yaml", "a: 1")], "too-deep"),
        ([("lives/walk/scenes/nul.yaml", "[]")], "bad-file-name"),
        ([("lives/walk/scenes/\x1b[2J.yaml", "[]")], "bad-file-name"),
    ],
    ids=lambda part: part if isinstance(part, str) else str(part[0][0])[:30],
)
def test_a_hostile_zip_ends_in_words(tmp_path, entries, code):
    found = report_on([fetch(zipped(tmp_path, entries), "mine")]).problems

    assert code in [problem.code for problem in found]
    assert barred(report(found).replace("\n", "")) == -1


@pytest.mark.parametrize("damage", range(8))
def test_a_damaged_zip_ends_in_words(tmp_path, damage):
    place = zipped(tmp_path, [])
    content = bytearray(place.read_bytes())
    step = len(content) // 9
    if damage % 2:
        del content[damage * step :]
    else:
        for at in range(damage * step, damage * step + 40):
            content[at] ^= 0xFF
    place.write_bytes(content)

    assert fetch(place, "mine").problems or codes(fetch(place, "mine"))


def test_any_file_can_be_taken_for_a_zip(tmp_path):
    (tmp_path / "pack.zip").write_bytes(b"PK\x03\x04 not really")

    assert [problem.code for problem in fetch(tmp_path / "pack.zip", "mine").problems] == ["bad-zip"]
