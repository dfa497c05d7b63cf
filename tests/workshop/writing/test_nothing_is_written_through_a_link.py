"""A stranger's folder may hold links: no command that writes into a pack writes where they lead."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from scsgame.cli import main
from scsgame.workshop.scaffold import Answers, files, write


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    write(tmp_path / "house-points", files(Answers()))
    return tmp_path / "house-points"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """Somebody's own file, which is no business of any pack."""
    place = tmp_path / "letter.txt"
    place.write_text("Dear Ada", "utf-8")
    return place


@pytest.mark.parametrize("name", [".vscode", ".schema"])
def test_a_linked_folder_for_schemas_is_refused(name: str, pack: Path, tmp_path: Path, capsys) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (pack / name).symlink_to(elsewhere)
    assert main(["pack", "schema", "--write", str(pack)]) == 1
    assert f"{name} is a link, and nothing is written through it" in capsys.readouterr().err
    assert list(elsewhere.iterdir()) == []


def test_a_linked_schema_becomes_a_file_and_the_other_end_stays(pack: Path, letter: Path) -> None:
    (pack / ".schema").mkdir()
    (pack / ".schema" / "acts.json").symlink_to(letter)
    assert main(["pack", "schema", "--write", str(pack)]) == 0
    assert letter.read_text("utf-8") == "Dear Ada"
    assert not (pack / ".schema" / "acts.json").is_symlink()


def test_what_is_written_beside_a_file_is_no_way_out_either(pack: Path, letter: Path, tmp_path: Path, capsys) -> None:
    cast = pack / "lives" / "house-points" / "cast.yaml"
    cast.write_text(cast.read_text("utf-8").replace("bond: 50 ", "bond:   50 "), "utf-8")
    for beside in (".cast.yaml.new", ".cast.yaml.fmt"):
        cast.with_name(beside).symlink_to(letter)
    assert main(["pack", "fmt", str(pack)]) == 0
    assert "bond: 50 " in cast.read_text("utf-8")
    assert letter.read_text("utf-8") == "Dear Ada"

    table = tmp_path / "table.csv"
    assert main(["pack", "strings", str(pack), "--language", "zh", "--out", str(table)]) == 0
    rows = list(csv.reader(table.read_text("utf-8-sig").splitlines()))
    rows[1][rows[0].index("translation")] = "学院"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    for beside in (".strings.zh.yaml.new", "strings.zh.yaml.part"):
        (pack / beside).symlink_to(letter)
    assert main(["pack", "strings", str(pack), "--language", "zh", "--in", str(table)]) == 0, capsys.readouterr().err
    assert letter.read_text("utf-8") == "Dear Ada"
