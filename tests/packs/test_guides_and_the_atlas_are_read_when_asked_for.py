"""Guides and the atlas are read and not played: nobody who starts a life waits for them."""

from pathlib import Path

import pytest

from scsgame.packs import PackError, library, load, reading
from scsgame.packs.shelves import fetch
from scsgame.packs.specimen import specimen

PAGES = Path(__file__).parent / "ok" / "a_guide_and_an_atlas_in_several_files"


@pytest.fixture
def core(tmp_path, monkeypatch):
    """A machine on which the specimen, with a guide and an atlas, is the core, and there is a cache."""
    files = {**specimen(), **fetch(PAGES, "").files}
    for path, text in files.items():
        (tmp_path / "core" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "core" / path).write_text(text, encoding="utf-8")
    monkeypatch.setattr(library, "core_content", lambda: tmp_path / "core")
    monkeypatch.setattr(library, "user_data_path", lambda name: tmp_path / "home" / name)
    monkeypatch.setenv("SCSGAME_CACHE", str(tmp_path / "cache"))
    return tmp_path / "core"


def test_a_guide_says_what_its_file_says_in_each_language(core):
    guide = reading.guides()["town"]

    assert guide.what_it_is.read("zh") == "一座城。"
    assert guide.how_it_works.read("zh") == "它在计数。"
    assert [text.read("zh") for text in guide.to_try] == ["等红灯。"]
    assert guide.disputed[0].source == ("fact:cameras",)


def test_an_atlas_in_several_files_is_one(core):
    entries = reading.atlas()

    assert list(entries) == ["lights", "more-lights"]
    assert entries["lights"].since == ("since:12",)
    assert entries["lights"].plays == (reading.Play("walk", "town"),)
    assert (entries["lights"].began, entries["lights"].ended, entries["more-lights"].ended) == (1868, None, 1968)


def test_what_was_read_once_comes_from_the_cache_word_for_word(core, monkeypatch):
    first = reading.guides(), reading.atlas()
    monkeypatch.setattr("scsgame.packs.examine.examine", None)

    assert (reading.guides(), reading.atlas()) == first


def test_a_changed_guide_is_read_anew(core):
    reading.guides()
    path = core / "regimes" / "town" / "guide.yaml"
    path.write_text(path.read_text("utf-8").replace("Wait at red.", "Wait at green."), encoding="utf-8")

    assert reading.guides()["town"].to_try[0].read() == "Wait at green."


def test_a_life_starts_though_the_atlas_is_wrong(core):
    (core / "atlas.yaml").write_text("atlas: {lights: {}}\n", encoding="utf-8")

    assert list(load().lives) == ["walk"]
    with pytest.raises(PackError, match="this atlas entry lacks"):
        reading.atlas()


def test_acts_in_several_files_are_one_vocabulary(core):
    words = load().vocabulary

    assert {"jaywalks", "waves"} <= set(words.acts)
    assert {"friend", "child"} <= set(words.roles)
    assert words.acts["waves"].title.read("zh") == "挥手"
