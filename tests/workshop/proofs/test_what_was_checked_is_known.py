"""An unchanged pack is not checked twice: the verdict on it is known, word for word, until a byte of it changes.

Where only texts have changed, only the lives and regimes that hold them are read again.
"""

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
    monkeypatch.setattr(checking, "_checked_now", None)
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


CHILD = "regime: village\nextends: town\ntitle: The village\nabout: A village that counts too.\n"
SAID = ("lives/walk/scenes/walk.yaml", "Nothing happens.")
ALONE = {"regimes/town/regime.yaml": ("phases: [before, after]\n", "")}
"""Without its one doubtful line the town may be edited and the rest left alone."""


@pytest.fixture
def read_whole(monkeypatch):
    """How often everything was read and proved."""
    times = []
    all_layers = checking._all_layers

    def counted(*asked):
        times.append(1)
        return all_layers(*asked)

    monkeypatch.setattr(checking, "_all_layers", counted)
    return times


@pytest.fixture
def alone(core):
    """The specimen without the one warning that stands in its regime, with a regime that extends it, once checked."""
    for path, (old, new) in ALONE.items():
        edit(core, path, old, new)
    (core / "regimes/village").mkdir()
    (core / "regimes/village/regime.yaml").write_text(CHILD, encoding="utf-8")
    check_packs()
    return core


def check_both_ways():
    """Check as the command does, and once more from the ground up: both must say the same."""
    found = check_packs()
    assert found == check_shelves(library.shelves())
    return found


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (*SAID, "Nothing happens, again."),
        (*SAID, "Nothing happens.  # says she"),
        ("lives/walk/life.yaml", "title: The walk", "title: {en: The walk, zh: 走}"),
        ("regimes/town/regime.yaml", "A town that counts.", "A town that cannot count."),
        ("regimes/town/regime.yaml", "regime: town", "# Not far from here.\n\nregime: town"),
        ("regimes/village/regime.yaml", "counts too", "counts as well"),
    ],
)
def test_after_an_edit_of_a_text_only_what_holds_it_is_read_again(alone, read_whole, path, old, new):
    before = check_packs()
    edit(alone, path, old, new)
    languages = "zh" in new

    assert check_packs() == before
    assert len(read_whole) == languages, "a text in one more language is another outline"
    check_both_ways()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (*SAID, "Nothing {happens}."),
        (*SAID, '"Nothing happens.'),
        ("lives/walk/scenes/walk.yaml", "cooldown: 1", "cooldown: 2"),
        ("lives/walk/scenes/walk.yaml", "- id: evening", "- id: evening\n  when: day > 99"),
        ("lives/walk/life.yaml", "counters: [walks]", "counters: [wolks]"),
        ("regimes/town/regime.yaml", "points: -5", "points: -500"),
        ("regimes/town/regime.yaml", "score < 50", "score < -1"),
        ("regimes/town/regime.yaml", "why: A small number.", "why: 5"),
        ("regimes/town/cases.yaml", "score: 95", "score: 94"),
        ("regimes/village/regime.yaml", "extends: town", "extends: twon"),
        ("acts.yaml", "crosses on red", "crosses on green"),
        ("sources.yaml", "A thesis", "A thesis of the year"),
    ],
)
def test_after_any_edit_the_verdict_is_that_of_a_check_from_the_ground_up(alone, path, old, new):
    edit(alone, path, old, new)
    check_both_ways()
    edit(alone, path, new, old)
    assert check_both_ways().errors == 0


def test_a_warning_in_what_was_edited_is_looked_for_at_its_new_line(core):
    first = check_packs()
    assert any(finding.problem.path.endswith("town/regime.yaml") for finding in first.findings)
    edit(core, "regimes/town/regime.yaml", "regime: town", "# A line more.\nregime: town")
    assert check_both_ways().findings != first.findings


def test_a_file_that_came_or_went_is_no_edit_of_a_text(alone, read_whole):
    check_packs()
    (alone / "lives/walk/scenes/more.yaml").write_text(
        "- id: more\n  text: More.\n  choices:\n    - {id: a, text: A.}\n"
    )
    assert check_both_ways().scenes == 4
    (alone / "lives/walk/scenes/more.yaml").unlink()
    check_both_ways()
    assert len(read_whole) == 3, "when it is gone again the first verdict is known"


def test_after_a_mistake_was_mended_the_last_good_verdict_still_counts(alone, read_whole):
    edit(alone, *SAID, '"Nothing happens.')
    assert check_packs().errors
    edit(alone, SAID[0], '"Nothing happens.', "Nothing much happens.")
    assert check_packs().errors == 0
    assert len(read_whole) == 1


def test_what_a_verdict_rests_on_is_not_believed_when_it_is_spoilt(alone, tmp_path, read_whole):
    before = check_packs()
    for number, (old, new) in enumerate(((b"lives/walk", b"lives/wolk"), (b"[", b"{"), (b"\n", b""))):
        for path in (tmp_path / "cache/pack-cache").glob("*.json"):
            path.write_bytes(path.read_bytes().replace(old, new))
        text = (alone / SAID[0]).read_text(encoding="utf-8")
        (alone / SAID[0]).write_text(f"{text}# edit {number}\n", encoding="utf-8")
        assert check_packs() == before
        assert len(read_whole) == number + 1
