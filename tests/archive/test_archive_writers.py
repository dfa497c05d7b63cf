"""One writer at a time; readers are always welcome."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from archive.archive_disks import a_header, a_move

from scsgame.archive import NotSaved, SaveInUse, Shelf

ROOT = Path(__file__).resolve().parents[2]


def test_a_second_writer_is_refused_and_a_reader_is_not(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    with shelf.create(a_header()) as life:
        life.append(a_move(1))
        with pytest.raises(SaveInUse, match="open in another scsgame"):
            Shelf(tmp_path).open("wei")
        with pytest.raises(SaveInUse):
            shelf.delete("wei")
        assert shelf.open("wei", write=False).moves == (a_move(1),)
        life.append(a_move(2))
    with shelf.open("wei") as again:
        assert again.append(a_move(3)) == 3
    assert [path.suffix for path in tmp_path.iterdir()] == [".jsonl"], "no lock is left lying about"


def test_a_second_program_is_refused_until_the_first_is_gone(tmp_path: Path) -> None:
    Shelf(tmp_path).create(a_header()).close()
    words = (
        "import sys; from scsgame.archive import *\ntry: Shelf(__import__('pathlib').Path(sys.argv[1])).open('wei')\n"
    )
    words += "except SaveInUse as error: print('IN USE', error)\nelse: print('OPEN')"

    def other() -> str:
        call = [sys.executable, "-c", words, str(tmp_path)]
        return subprocess.run(call, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True).stdout

    with Shelf(tmp_path).open("wei"):
        assert other().startswith("IN USE")
    assert other().startswith("OPEN")


def test_a_file_changed_or_taken_away_by_another_program_is_noticed_before_the_next_choice(tmp_path: Path) -> None:
    with Shelf(tmp_path).create(a_header()) as life:
        life.append(a_move(1))
        with life.path.open("ab") as other:
            other.write(b"note\n")
        with pytest.raises(NotSaved, match="another program changed"):
            life.append(a_move(2))
        assert life.path.read_bytes().endswith(b"note\n")
    if sys.platform != "win32":
        with Shelf(tmp_path).create(a_header("Oskar")) as life:
            life.path.unlink()
            with pytest.raises(NotSaved, match="took the file away"):
                life.append(a_move(1))
