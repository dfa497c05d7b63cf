"""`pack add` and `pack remove`: what is shown, what is asked, what is kept; and no save is ever harmed."""

import io
import sys

import pytest
from workshop.sharing.machine import village, written

from scsgame.archive import SaveError
from scsgame.cli import main
from scsgame.session import House


@pytest.fixture
def typed(monkeypatch):
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def kept(home):
    place = home / "scsgame" / "packs"
    return sorted(path.name for path in place.iterdir()) if place.exists() else []


def zipped(tmp_path, files, name="one"):
    written(tmp_path / name, files)
    assert main(["pack", "zip", name, "--out", f"{name}.zip", "--replace"]) == 0
    return f"{name}.zip"


def test_what_a_pack_holds_is_shown_before_it_is_asked(tmp_path, own_machine, typed, capsys):
    file = zipped(tmp_path, village(more='needs: {core: ">=1.0"}\nlanguages: [en]\n'))
    typed("no\n")
    assert main(["pack", "add", file]) == 0
    said = capsys.readouterr().out

    for words in ("village 1.0.0: The village", "by Ada, licence: CC0", "regime village: 1 encounter", "2 files, 1 KiB of text; all hashes fit",
                  "needs core, version 1.0 or later", "languages: en", "Add it? Type yes: no", "Nothing was added."):  # fmt: skip
        assert words in said
    assert kept(own_machine) == []

    typed("yes\n")
    assert main(["pack", "add", file]) == 0
    assert kept(own_machine) == ["village-1.0.0.zip"]
    assert "village" in House().library.regimes


def test_a_folder_is_kept_as_a_zip_and_nothing_else_comes_along(tmp_path, own_machine, capsys):
    written(tmp_path / "one", {**village(), "evil.py": "import os\n", ".hidden": "x", "note.txt": "x"})
    assert main(["pack", "add", "one", "--yes"]) == 0

    (file,) = (own_machine / "scsgame" / "packs").iterdir()
    assert file.read_bytes()[:2] == b"PK"
    assert b"import os" not in file.read_bytes()
    assert "a folder, which has no hashes" in capsys.readouterr().out


def test_what_it_overrides_is_shown(tmp_path, capsys):
    files = {
        **village(more="overrides: {core: [regimes/town/title]}\n"),
        "regimes/town/regime.yaml": "regime: town\ntitle: Mine\n",
    }
    written(tmp_path / "one", files)
    assert main(["pack", "add", "one", "--yes"]) == 0
    assert "changes regimes/town/title of the pack core" in capsys.readouterr().out


def test_the_same_pack_a_newer_and_an_older_one(tmp_path, own_machine, typed, capsys):
    main(["pack", "add", zipped(tmp_path, village("1.2.0")), "--yes"])
    assert main(["pack", "add", zipped(tmp_path, village("1.2.0"))]) == 0
    assert "It is here already, just so." in capsys.readouterr().out

    assert main(["pack", "add", zipped(tmp_path, village("1.1.0"), "old"), "--yes"]) == 1
    assert '"village" is here already in version 1.2.0, which is newer than 1.1.0' in capsys.readouterr().err
    assert kept(own_machine) == ["village-1.2.0.zip"]

    typed("yes\n")
    assert main(["pack", "add", zipped(tmp_path, village("1.10.0"), "new")]) == 0
    assert "Put it in the place of version 1.2.0?" in capsys.readouterr().out
    assert kept(own_machine) == ["village-1.10.0.zip"]

    typed("no\n")
    assert main(["pack", "add", zipped(tmp_path, village("1.10.0", title="Other"), "other")]) == 0
    assert "same number and other content" in capsys.readouterr().out


def test_a_pack_with_errors_or_with_the_name_of_the_game_is_not_added(tmp_path, own_machine, capsys):
    written(tmp_path / "one", village(more="needs: {weather: any}\n"))
    assert main(["pack", "add", "one", "--yes"]) == 1
    said = " ".join(capsys.readouterr().err.split())
    assert 'the pack "village" needs "weather" in any version, and there is no such pack here' in said
    assert "It has 1 error, so it is not added." in said

    written(tmp_path / "two", {"pack.yaml": village()["pack.yaml"].replace("pack: village", "pack: core")})
    assert main(["pack", "add", "two", "--yes"]) == 1
    assert "in the place of the whole game" in capsys.readouterr().err
    assert kept(own_machine) == []


def test_a_pack_that_is_named_steps_into_the_place_of_the_one_that_was_added(tmp_path, capsys):
    main(["pack", "add", zipped(tmp_path, village()), "--yes"])
    written(tmp_path / "work", village("1.1.0", title="Being worked on"))
    capsys.readouterr()

    assert main(["pack", "list", "work"]) == 0
    assert "village 1.1.0: Being worked on" in capsys.readouterr().out
    assert main(["pack", "check", "work"]) == 0


def test_a_pack_that_breaks_what_is_here_is_not_added(tmp_path, own_machine, capsys):
    main(["pack", "add", zipped(tmp_path, village()), "--yes"])
    twin = {path: text.replace("pack: village", "pack: twin") for path, text in village().items()}
    written(tmp_path / "twin", twin)
    assert main(["pack", "add", "twin", "--yes"]) == 1
    assert "is already in" in " ".join(capsys.readouterr().err.split())
    assert kept(own_machine) == ["village-1.0.0.zip"]


def lived(regime="village"):
    player = House().new("walk", [regime], "as_is", ["order"], "s", f"under {regime}")
    player.close()


def test_saves_wait_for_a_pack_that_is_taken_away(tmp_path, own_machine, typed, capsys):
    file = zipped(tmp_path, village("1.4.0"))
    main(["pack", "add", file, "--yes"])
    lived("village")
    lived("town")
    save = next((tmp_path / "saves").glob("under-village*"))
    before = save.read_bytes()
    capsys.readouterr()

    typed("no\n")
    assert main(["pack", "remove", "village"]) == 0
    said = capsys.readouterr().out
    assert "1 saved life was played with it, and will wait until it is here again:\n  under village (" in said
    assert kept(own_machine) == ["village-1.4.0.zip"]

    assert main(["pack", "remove", "village", "--yes"]) == 0
    assert kept(own_machine) == []
    with pytest.raises(
        SaveError,
        match=r'The regime "village" of this save is in no pack that is here. It was played with the pack village 1.4.0',
    ):
        House().resume("under village")
    assert save.read_bytes() == before
    House().resume("under town").close()

    main(["pack", "add", file, "--yes"])
    House().resume("under village").close()


def test_a_pack_that_others_need_stays(tmp_path, own_machine, capsys):
    main(["pack", "add", zipped(tmp_path, village()), "--yes"])
    far = {"pack.yaml": "pack: far\nformat: 1\nversion: 1.0.0\ntitle: Far\nneeds: {village: 1.0}\n"}
    main(["pack", "add", zipped(tmp_path, far, "far"), "--yes"])
    assert main(["pack", "remove", "village", "--yes"]) == 1
    assert "far cannot be read without village" in capsys.readouterr().err
    assert kept(own_machine) == ["far-1.0.0.zip", "village-1.0.0.zip"]
    assert main(["pack", "remove", "nobody"]) == 2
