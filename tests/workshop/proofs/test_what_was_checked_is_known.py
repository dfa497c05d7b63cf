"""An unchanged pack is not checked twice: the verdict on it is known, word for word, until a byte of it changes."""

import os

import pytest

from scsgame.packs import library
from scsgame.packs.specimen import specimen
from scsgame.workshop import checking
from scsgame.workshop.checking import check_packs, check_shelves

BROKEN = ("regimes/town/regime.yaml", "jaywalks", "jaywakls")


@pytest.fixture
def core(tmp_path, monkeypatch):
    """The specimen as the only pack of this machine, with a cache of its own."""
    folder = tmp_path / "core"
    for path, text in specimen().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    monkeypatch.setattr(library, "core_content", lambda: folder)
    monkeypatch.setattr(library, "user_packs", lambda: tmp_path / "none")
    monkeypatch.setenv("SCSGAME_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("SCSGAME_PACKS", raising=False)
    return folder


def edit(core, path, old, new):
    """Change a file, and put its time back."""
    about = (core / path).stat()
    text = (core / path).read_text(encoding="utf-8")
    assert old in text
    (core / path).write_text(text.replace(old, new), encoding="utf-8")
    os.utime(core / path, ns=(about.st_atime_ns, about.st_mtime_ns))


def test_a_verdict_is_the_same_word_for_word(core, monkeypatch):
    edit(core, *BROKEN)
    first = check_packs()
    monkeypatch.setattr(checking, "check_shelves", None)
    again = check_packs()

    assert first.errors > 0
    assert again == first
    assert list(map(str, again.findings)) == list(map(str, first.findings))
    assert again.summary() == first.summary()


def test_an_edit_of_the_same_size_at_the_same_time_is_checked(core):
    assert check_packs().errors == 0
    edit(core, *BROKEN)
    assert check_packs().errors > 0
    edit(core, *(BROKEN[0], BROKEN[2], BROKEN[1]))
    assert check_packs().errors == 0


def test_what_the_checker_may_not_keep_it_checks_again(core, tmp_path):
    """A file that is no text is in no digest, so nothing is kept of a pack that holds one."""
    (core / "lives/walk/scenes").mkdir(exist_ok=True)
    (core / "lives/walk/scenes/more.yaml").write_bytes(b"\xff\xfe")
    assert check_packs().errors == 1
    assert not (tmp_path / "cache").exists()


def test_a_pack_under_another_name_has_a_verdict_of_its_own(core, tmp_path, monkeypatch):
    edit(core, *BROKEN)
    check_packs()
    moved = tmp_path / "moved"
    core.rename(moved)
    monkeypatch.setattr(library, "core_content", lambda: moved)
    monkeypatch.setattr(library, "places", lambda extra=(): [(moved, "elsewhere")])

    assert check_packs().findings[0].problem.path.startswith("elsewhere/")


def test_lives_are_played_each_time_they_are_asked_for(core):
    check_packs()

    assert "evidence: 2 lives" in check_packs(play=2).summary()
    assert check_packs().layers == ()


def test_a_spoilt_verdict_is_found_anew(core, tmp_path):
    edit(core, *BROKEN)
    first = check_packs()
    (path,) = (tmp_path / "cache/pack-cache").glob("*.json")
    whole = path.read_bytes()
    for spoilt in (b"", whole[:-1], whole.replace(b'"error"', b'"merry"'), whole + b"\n"):
        path.write_bytes(spoilt)
        assert check_packs() == first
        assert path.read_bytes() == whole


def test_checking_shelves_asks_no_cache(core, monkeypatch):
    found = library.shelves()
    monkeypatch.setattr(checking.cache, "find_one", None)
    monkeypatch.setattr(checking.cache, "keep_one", None)

    assert check_shelves(found).errors == 0
