"""`pack zip`: the same bytes twice and anywhere, with the hash of every file, and never of a broken pack by accident."""

import hashlib
import os
import zipfile

from workshop.sharing.machine import village, written

from scsgame.cli import main
from scsgame.packs.shelves import fetch
from scsgame.workshop.zipping import packed


def test_the_same_pack_is_the_same_bytes_whatever_the_folder_looks_like(tmp_path, capsys):
    written(tmp_path / "one", village())
    for path, text in reversed(village().items()):
        place = tmp_path / "two" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
        os.utime(place, (1, 1))
        place.chmod(0o600)
    assert main(["pack", "zip", "one", "--out", "a.zip"]) == 0
    assert main(["pack", "zip", "two", "--out", "b.zip"]) == 0

    content = (tmp_path / "a.zip").read_bytes()
    assert content == (tmp_path / "b.zip").read_bytes()
    assert hashlib.sha256(content).hexdigest() in capsys.readouterr().out
    assert hashlib.sha256(content).hexdigest() == "54cda2712f7077db2b7e596ba71bb90697a47cec3b9ac2499e8f2e2cfbe7c3df"


def test_inside_are_fixed_times_and_modes_and_the_hash_of_each_file(tmp_path):
    written(tmp_path / "one", village())
    main(["pack", "zip", "one"])
    with zipfile.ZipFile(tmp_path / "village-1.0.0.zip") as archive:
        entries = archive.infolist()
        assert [entry.filename for entry in entries] == [
            "manifest.sha256",
            "pack.yaml",
            "regimes/village/regime.yaml",
        ]
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
        assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
        for line in archive.read("manifest.sha256").decode().splitlines():
            hashed, path = line.split("  ")
            assert hashlib.sha256(archive.read(path)).hexdigest() == hashed


def test_a_zip_read_again_is_the_pack_it_was_made_of(tmp_path):
    written(tmp_path / "one", village())
    main(["pack", "zip", "one"])
    again = fetch(tmp_path / "village-1.0.0.zip", "again")

    assert again.problems == []
    assert again.files == village()
    assert again.digest == fetch(tmp_path / "one", "one").digest
    assert packed(again.files) == (tmp_path / "village-1.0.0.zip").read_bytes()


def test_a_pack_with_errors_is_not_zipped_unless_one_says_so(tmp_path, capsys):
    written(tmp_path / "one", village() | {"regimes/village/regime.yaml": "regime: village\nextends: towm\n"})
    assert main(["pack", "zip", "one"]) == 1
    said = capsys.readouterr().err
    assert "one/regimes/village/regime.yaml:2:10: error[unknown-parent]" in said
    assert "--anyway" in said
    assert not list(tmp_path.glob("*.zip"))

    assert main(["pack", "zip", "one", "--anyway"]) == 0
    assert (tmp_path / "village-1.0.0.zip").is_file()


def test_another_file_is_not_written_over(tmp_path, capsys):
    written(tmp_path / "one", village())
    (tmp_path / "village-1.0.0.zip").write_text("mine")
    assert main(["pack", "zip", "one"]) == 2
    assert (tmp_path / "village-1.0.0.zip").read_text() == "mine"
    assert main(["pack", "zip", "one", "--replace"]) == 0
    assert main(["pack", "zip", "one"]) == 0
    assert main(["pack", "zip", "nowhere"]) == 2
    assert 'there is no folder or zip "nowhere"' in capsys.readouterr().err.replace("\n  ", " ")
