"""What a stranger may send to `pack add`: a sentence, and nothing is written outside the folder of packs, or in it."""

import hashlib
import io
import stat
import zipfile

import pytest
from workshop.sharing.machine import village, written

from scsgame.cli import main
from scsgame.terms import barred


def tree(folder):
    return sorted((path.relative_to(folder).as_posix(), path.read_bytes() if path.is_file() else b"") for path in folder.rglob("*")
                  if "cache" not in path.parts)  # fmt: skip


def link(name, target="/etc/passwd"):
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info, target


def nested():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("pack.yaml", "pack: inner\n")
    return held.getvalue()


def hashes(files, **wrong):
    said = {path: hashlib.sha256(text.encode()).hexdigest() for path, text in files.items()} | wrong
    return "".join(f"{hashed}  {path}\n" for path, hashed in said.items())


CASES = {
    "a way out": ([("../../out.yaml", "a: 1")], "names of files"),
    "a way out in the middle": ([("regimes/../../out.yaml", "a: 1")], "names of files"),
    "an absolute path": ([("/tmp/out.yaml", "a: 1")], "names of files"),
    "a drive": ([("C:\\out.yaml", "a: 1")], "names of files"),
    "a link": ([link("regimes/village/cases.yaml")], "no ordinary file"),
    "a link to a folder, then a file below": ([link("regimes/far", "/tmp"), ("regimes/far/regime.yaml", "a: 1")], ""),
    "a bomb": ([("regimes/village/cases.yaml", b" " * 900_000)], "packed smaller"),
    "a bomb of other files": ([(f"big{at}.bin", b"\0" * 3_000_000) for at in range(4)], "at most 8 MiB"),
    "twins under folded case": (
        [("regimes/village/Regime.yaml", "a: 1"), ("regimes/village/REGIME.yaml", "a: 1")],
        "two files",
    ),
    "ten thousand entries": ([(f"n{at}.txt", "") for at in range(10_000)], "10,003"),
    "a device's name": ([("regimes/village/aux.yaml", "[]")], "names of files"),
    "an escape in a name": ([("regimes/village/\x1b[2J.yaml", "[]")], "names of files"),
    "turned letters in a name": ([("regimes/village/\u202egnp.yaml", "[]")], "names of files"),
    "an escape in a text": ([("regimes/village/cases.yaml", "- case: \x1b]52;c;QUJD\x07\n")], "steer a screen"),
    "turned letters in a text": ([("regimes/village/cases.yaml", "- case: \u202egnp.exe\n")], "steer a screen"),
    "an escape written as letters": ([("regimes/village/cases.yaml", '- case: "\\e[2J"\n')], "may not be shown"),
    "a manifest that lies": ([("manifest.sha256", hashes(village(), **{"pack.yaml": "0" * 64}))], "its hash differs"),
    "a manifest that leaves a file out": (
        [("manifest.sha256", hashes({"pack.yaml": village()["pack.yaml"]}))],
        "is not in manifest.sha256",
    ),
    "a manifest with a file that is not there": (
        [("manifest.sha256", hashes({**village(), "x.yaml": ""}))],
        'names "x.yaml"',
    ),
    "a manifest of nonsense": ([("manifest.sha256", b"\xff\xfe\x00" * 50)], "is not in manifest.sha256"),
    "a pack in the place of the game": (
        [("acts.yaml", "acts: {jaywalks: {title: x, theme: y}}\n")],
        "stands already in",
    ),
}


@pytest.mark.parametrize(("entries", "words"), CASES.values(), ids=CASES.keys())
def test_it_ends_in_a_sentence_and_nothing_is_written(entries, words, tmp_path, capsys):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in village().items():
            archive.writestr(path, text)
        archive.writestr("regimes/village/encounters.yaml", "[]")
        for path, content in entries:
            archive.writestr(path, content)
    (tmp_path / "bad.zip").write_bytes(held.getvalue())
    before = tree(tmp_path)
    status = main(["pack", "add", "bad.zip", "--yes"])
    said = capsys.readouterr()

    assert status == 1
    assert words in " ".join(said.err.split())
    assert tree(tmp_path) == before
    assert barred((said.out + said.err).replace("\n", "")) == -1
    assert len(said.err) < 20_000


def test_a_zip_in_a_zip_stays_unread_and_is_not_kept(tmp_path, own_machine):
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        for path, text in {**village(), "inner.zip": nested()}.items():
            archive.writestr(path, text)
    assert main(["pack", "add", "bad.zip", "--yes"]) == 0
    (kept,) = (own_machine / "scsgame" / "packs").iterdir()
    with zipfile.ZipFile(kept) as archive:
        assert archive.namelist() == ["manifest.sha256", "pack.yaml", "regimes/village/regime.yaml"]


@pytest.mark.parametrize(
    "what", ["pack: ../../evil\n", "pack: con\n", "pack: a/b\n", "pack: [x]\n", "pack: ''\n", "pack: {a: b}\n"]
)
def test_an_id_never_becomes_a_way_out(what, tmp_path, own_machine, capsys):
    written(tmp_path / "one", village() | {"pack.yaml": village()["pack.yaml"].replace("pack: village\n", what)})
    main(["pack", "add", "one", "--yes"])
    place = own_machine / "scsgame" / "packs"
    assert {path.name for path in place.iterdir()} <= {"con-1.0.0.zip"} if place.exists() else True
    assert "Traceback" not in capsys.readouterr().err


def test_what_is_no_pack_at_all_is_a_sentence(tmp_path, capsys):
    (tmp_path / "x.zip").write_bytes(b"PK\x03\x04")
    (tmp_path / "empty").mkdir()
    for name in ("x.zip", "nowhere", "empty"):
        assert main(["pack", "add", name, "--yes"]) == 1
        assert "nothing was added" in capsys.readouterr().err
