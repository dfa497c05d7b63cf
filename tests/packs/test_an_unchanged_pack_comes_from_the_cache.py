"""A cache is fast, and it is never trusted: what comes out of it is what reading would have said, or nothing."""

import dataclasses
import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scsgame.life.scenes import Scene
from scsgame.packs import PackError, cache, check, load, reading, sealed
from scsgame.packs import library as library_room
from scsgame.packs.codes import pages
from scsgame.packs.library import report_on
from scsgame.packs.shelves import Shelf
from scsgame.packs.specimen import specimen
from scsgame.packs.unread import BATCH, Unread, read_on
from scsgame.terms import Safe, safe

NAME = "a" * 64
HERE = Path(__file__).parent
SELECTIONS = [(None, None), (["student"], ["sesame"]), (["student"], []), ([], ["rongcheng"])]


def uncached(monkeypatch, *asked):
    with monkeypatch.context() as without:
        without.setenv("SCSGAME_CACHE", "off")
        return load(*asked)


def same(one, two):
    """Tell whether two things are equal, and made of the same types all the way down; mappings may be opened as one goes."""
    if isinstance(one, Mapping) and isinstance(two, Mapping):
        return sorted(one) == sorted(two) and all(same(one[name], two[name]) for name in one)
    if one != two or one.__class__ is not two.__class__:
        return False
    if dataclasses.is_dataclass(one):
        return all(same(getattr(one, part.name), getattr(two, part.name)) for part in dataclasses.fields(one))
    return not isinstance(one, tuple) or all(map(same, one, two))


class ReadAfterAll(Exception):
    """What was kept is spoilt."""


def spoilt_late():
    raise ReadAfterAll


def opened(name):
    """Return what is kept under a name with every life, regime and case of it opened, or None where any of it is spoilt."""
    return wholly(cache.find(name, spoilt_late))


def wholly(found):
    try:
        for part in () if found is None else (found.lives, found.written, found.regimes, found.casebook):
            list(part.values())
        for scene in () if found is None else [scene for life in found.lives.values() for scene in life.scenes]:
            read_on(scene)
    except ReadAfterAll:
        return None
    return found


@pytest.fixture
def core(tmp_path, monkeypatch):
    """The specimen as the only pack of this machine."""
    folder = tmp_path / "core"
    for path, text in specimen().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    monkeypatch.setattr(library_room, "core_content", lambda: folder)
    monkeypatch.setattr(library_room, "user_data_path", lambda name: tmp_path / "home" / name)
    monkeypatch.delenv("SCSGAME_PACKS", raising=False)
    return folder


def files(own_cache):
    return sorted((own_cache / "pack-cache").glob("*.json"))


@pytest.mark.parametrize(("lives", "regimes"), SELECTIONS)
def test_the_games_own_content_is_the_same_from_the_cache(lives, regimes, monkeypatch, own_cache):
    read = load((), lives, regimes)
    monkeypatch.setattr("scsgame.packs.library._read", None)
    kept = load((), lives, regimes)

    assert kept is not read
    assert same(kept, read)
    assert same(kept.lives, read.lives)
    assert same(kept.regimes, read.regimes)
    assert len(files(own_cache)) == 1


def test_every_right_example_is_the_same_from_the_cache():
    for page in pages().values():
        if page.where and page.right is not None:
            found = report_on([Shelf("", specimen(page.where, page.right)).seal()]).library
            if found is not None:
                cache.keep_library(NAME, found)
                assert same(opened(NAME), found), page.code


def test_a_regime_read_alone_is_the_regime_read_with_the_others(monkeypatch):
    whole = uncached(monkeypatch)
    for name, regime in whole.regimes.items():
        assert same(uncached(monkeypatch, (), [], [name]).regimes[name], regime)


def test_an_edit_is_seen_though_size_and_time_stay(core):
    before = load()
    path = core / "regimes/town/regime.yaml"
    about = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("No trains", "No planes"), encoding="utf-8")
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))

    assert path.stat().st_size == about.st_size
    assert before.regimes["town"].measures[0].title.read() == "No trains"
    assert load().regimes["town"].measures[0].title.read() == "No planes"


def test_an_edit_that_breaks_a_pack_is_seen(core):
    load()
    (core / "regimes/town/cases.yaml").write_text("- {case: Nothing}\n", encoding="utf-8")

    with pytest.raises(PackError):
        load()


def test_versions_selections_and_packs_do_not_share(core, monkeypatch):
    found = library_room.fetched(())
    first = cache.key(found, None, None)
    others = {
        cache.key(found, ["walk"], None),
        cache.key(found, [], None),
        cache.key(found, None, []),
        cache.key([*found, *found], None, None),
    }
    monkeypatch.setattr(cache, "__version__", "0.0.0")
    others.add(cache.key(found, None, None))

    assert len(others) == 5
    assert first not in others
    assert cache.key(found, ["a", "b"], None) == cache.key(found, ["b", "a"], None)


def test_a_selection_is_taken_from_all_that_was_kept(core, own_cache, monkeypatch):
    load()
    monkeypatch.setattr("scsgame.packs.library._read", None)
    found = load((), ["walk"], [])

    assert (list(found.lives), list(found.life_covers), list(found.regimes), found.cases) == (
        ["walk"],
        ["walk"],
        [],
        (),
    )
    assert len(files(own_cache)) == 1


def test_nothing_is_opened_before_somebody_asks_for_it(core, monkeypatch):
    load()
    monkeypatch.setattr(cache._Kept, "_open", None)
    found = load()

    assert [str(cover.title.read()) for cover in found.life_covers.values()] == ["The walk"]
    assert found.regime_covers["town"].scale == "points"
    assert "walk" in found.lives
    assert list(found.regimes) == ["town"]
    with pytest.raises(TypeError):
        found.lives["walk"]


def test_a_scene_is_read_on_when_somebody_looks_at_it(monkeypatch):
    read, kept = uncached(monkeypatch), load()
    kept = load()
    scenes, wanted = kept.lives["student"].scenes, read.lives["student"].scenes
    assert len(scenes) > 3 * BATCH
    assert {type(scene) for scene in scenes} == {Unread}
    for at, (scene, other) in enumerate(zip(scenes, wanted, strict=True)):
        for name in ("id", "kind", "when", "priority", "specificity", "met", "comes", "cast", "arc", "step", "twin"):
            assert getattr(scene, name) == getattr(other, name)
        assert (type(scene) is Unread) == (at % BATCH == 0)
        assert scene.choices == other.choices
        assert type(scene) is type(other)
    assert scenes == wanted


@pytest.mark.parametrize("look", [
    lambda scene: scene.text, lambda scene: scene.place, lambda scene: scene.choices, lambda scene: scene.rare, repr, hash,
    lambda scene: scene == scene.id, lambda scene: dataclasses.replace(scene, id="other"), dataclasses.asdict,
])  # fmt: skip
def test_whatever_looks_at_a_scene_finds_it_whole(look, core, monkeypatch):
    load()
    (scene, *_), (other, *_) = load().lives["walk"].scenes, uncached(monkeypatch).lives["walk"].scenes

    assert type(scene) is Unread
    assert look(scene) == look(other)
    assert {type(scene), type(other)} == {Scene}
    assert other == scene
    assert {other: 1}[scene] == 1


def test_what_a_life_reads_is_known_before_its_scenes_are_read(monkeypatch):
    load()
    kept = load()
    for name, life in uncached(monkeypatch).lives.items():
        assert kept.lives[name].reads == life.reads
        assert {type(scene) for scene in kept.lives[name].scenes} == {Unread}


def test_many_may_read_on_at_once(core):
    load()
    for _ in range(20):
        scenes = load().lives["walk"].scenes
        wrong = []

        def look(scenes=scenes, wrong=wrong):
            for scene in scenes:
                if not (scene.choices and scene.text and type(scene) is Scene):
                    wrong.append(scene)

        readers = [threading.Thread(target=look) for _ in range(4)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        assert not wrong


def test_scenes_that_are_spoilt_are_read_after_all(core, own_cache, monkeypatch):
    read = load()
    (path,) = files(own_cache)
    content = path.read_bytes()
    text = str(read.lives["walk"].scenes[0].choices[0].text.read()).encode()
    spoilt = content.replace(text, text.swapcase())
    assert spoilt != content
    path.write_bytes(spoilt)
    life = load().lives["walk"]

    assert type(life.scenes[0]) is Unread
    assert life == read.lives["walk"]
    assert path.read_bytes() == content


def test_a_cover_says_what_stands_inside(monkeypatch):
    library = load()
    for name, life in library.lives.items():
        cover = library.life_covers[name]
        assert all(same(getattr(cover, part.name), getattr(life, part.name)) for part in dataclasses.fields(cover))
    for name, regime in library.regimes.items():
        cover = library.regime_covers[name]
        assert cover.scale == regime.scale.kind
        for part in ("id", "title", "about", "opt_in", "parts"):
            assert same(getattr(cover, part), getattr(regime, part))


def test_what_is_spoilt_is_read_after_all_and_kept_whole_again(core, own_cache, monkeypatch):
    """The walk's line is spoilt: the library opens, and the walk comes from the packs when it is asked for."""
    read = load()
    (path,) = files(own_cache)
    content = path.read_bytes()
    spoilt = content.replace(b"You are home", b"You are gone")
    assert spoilt != content
    path.write_bytes(spoilt)
    times = []
    monkeypatch.setattr(
        library_room, "_read", lambda *asked, read=library_room._read: times.append(1) or read(*asked)
    )
    found = load()

    assert not times
    assert same(found.lives, read.lives)
    assert same(found.regimes, read.regimes)
    assert len(times) == 1
    assert path.read_bytes() == content


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_edit_of_any_file_is_missed(core, data):
    """Whatever byte changes in whatever file, with size, times and all put back: what was kept is not taken for it."""
    paths = sorted(path for path in core.rglob("*.yaml"))
    path = data.draw(st.sampled_from(paths))
    before, about = path.read_bytes(), path.stat()
    at, bit = data.draw(st.integers(0, len(before) - 1)), data.draw(st.integers(0, 6))
    name = cache.key(library_room.fetched(()))
    try:
        path.write_bytes(before[:at] + bytes([before[at] ^ (1 << bit)]) + before[at + 1 :])
        os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
        assert cache.key(library_room.fetched(())) != name
    finally:
        path.write_bytes(before)
    assert cache.key(library_room.fetched(())) == name


def test_two_programs_that_start_at_once_read_the_same(core, own_cache):
    program = (
        "import sys; from pathlib import Path; from scsgame.packs import library; "
        "library.core_content = lambda: Path(sys.argv[1]); library.user_packs = lambda: Path('none'); "
        "found = library.load(); print(len(found.lives['walk'].scenes), len(found.cases))"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(core)], stdout=subprocess.PIPE, text=True, cwd=HERE.parent.parent
        )
        for _ in range(2)
    ]
    said = [one.communicate()[0] for one in started]

    assert said[0] == said[1]
    assert [one.returncode for one in started] == [0, 0]
    assert len(files(own_cache)) == 1
    assert opened(files(own_cache)[0].stem) is not None


@pytest.mark.skipif(os.name != "posix", reason="only there do folders have these rights")
def test_a_cache_that_may_only_be_read_is_read(core, own_cache, monkeypatch):
    load()
    (path,) = files(own_cache)
    path.parent.chmod(0o500)
    path.chmod(0o400)
    monkeypatch.setattr("scsgame.packs.library._read", None)
    try:
        assert list(load().lives["walk"].by_id) != []
    finally:
        path.parent.chmod(0o700)


def test_a_file_under_another_name_is_not_taken(core, own_cache):
    load()
    (path,) = files(own_cache)
    path.rename(path.with_name(f"{NAME}.json"))

    assert opened(NAME) is None


def spoilt(content):
    yield b""
    yield b"\n"
    yield b"{}"
    yield b"\x80" * 200
    yield content + b"\n"
    yield content + content
    yield content.replace(b"\n", b"\r\n")
    yield b"[" * 100_000
    for at in range(0, len(content), max(1, len(content) // 150)):
        yield content[:at]
        yield content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def test_every_damage_ends_in_reading_anew(core, own_cache, monkeypatch):
    read = uncached(monkeypatch)
    load()
    pages = reading.read_all()
    (path,) = files(own_cache)
    content = path.read_bytes()
    for number, bad in enumerate(spoilt(content)):
        path.write_bytes(bad)
        assert opened(path.stem) is None or cache.pages(path.stem, reading.NOUNS) is None
        if number % 40 == 0:
            assert same(load(), read)
            assert reading.read_all() == pages
            assert path.read_bytes() == content


def test_what_is_no_file_is_passed_over(core, own_cache, monkeypatch):
    read = load()
    (path,) = files(own_cache)
    path.rename(own_cache / "elsewhere")
    for make in (path.mkdir, lambda: path.symlink_to(own_cache / "elsewhere"), lambda: os.mkfifo(path)):
        make()
        assert opened(path.stem) is None
        assert same(load(), read)
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


def in_seals(lines):
    return b"\n".join(sealed.seal(line) + line for line in lines)


def put(own_cache, lines):
    (own_cache / "pack-cache" / f"{NAME}.json").write_bytes(in_seals(lines))


@pytest.fixture
def lines(core, own_cache):
    """The lines of a cache, which a stranger may change and seal again."""
    cache.keep_library(NAME, load())
    found = [line[sealed.SEAL :] for line in (own_cache / "pack-cache" / f"{NAME}.json").read_bytes().split(b"\n")]
    put(own_cache, found)
    assert opened(NAME) is not None
    return found


STEERING = ["\x1b]52;c;eA==\x07", "\u202e", "\x9b2J", "\x7f", "\u2066", "\ufeff", "\U000e0041", "\x00", "\t"]


@pytest.mark.parametrize("text", STEERING)
@pytest.mark.parametrize("ascii_only", [True, False])
def test_hostile_text_does_not_come_out(text, ascii_only, lines, own_cache):
    bad = json.dumps(text, ensure_ascii=ascii_only)[1:-1].encode()
    for at, line in enumerate(lines):
        for word in (b"No trains", b"A notice", b"town", b"Walk"):
            if word in line:
                put(own_cache, [*lines[:at], line.replace(word, word + bad), *lines[at + 1 :]])
                assert opened(NAME) is None


def test_harmless_is_what_safe_would_leave_alone():
    for text in (
        "plain",
        'quote " and\nline',
        "“curly” … 中文 é",
        "a\u200db",
        "\u00a0",
        *STEERING,
        "back\\slash",
        "\\n",
        '\\\\"',
    ):
        if sealed.harmless(json.dumps([text], ensure_ascii=False).encode()):
            assert safe(text) == Safe(text)
        else:
            assert text in STEERING or "\\" in text


def walk(plain, change):
    """Yield the whole again and again, each time with one part changed."""
    if isinstance(plain, list):
        for at, part in enumerate(plain):
            for other in (*change(part), *walk(part, change)):
                yield [*plain[:at], other, *plain[at + 1 :]]
            yield [*plain[:at], *plain[at + 1 :]]
    elif isinstance(plain, dict):
        for name, part in plain.items():
            for other in (*change(part), *walk(part, change)):
                yield {**plain, name: other}
            yield {key: value for key, value in plain.items() if key != name}


def test_no_change_of_shape_makes_it_raise_or_run_code(lines):
    evil = "__import__('os').abort()"
    for at, line in enumerate(lines):
        for bad in walk(json.loads(line), lambda part: (None, evil, -1, 10**12, [[]], {}, 1.5)):
            content = in_seals([*lines[:at], json.dumps(bad).encode(), *lines[at + 1 :]])
            try:
                found = wholly(cache._Kept(NAME, content, spoilt_late).library())
            except sealed.BROKEN:
                continue
            for life in () if found is None else found.lives.values():
                for condition in life.conditions:
                    condition.holds  # noqa: B018 - to print and compile it must be safe


@pytest.mark.parametrize("tree", [
    [3, [0, 0], "== 1 or __import__('os').abort() or 1 ==", [1, 1, "number"]], [5, "or print() or", [[1, True, "truth"]]],
    [1, 1e400, "number"], [1, [], "text"], [1, None, "truth"], [5, "and", []], [9], [0, 99], "text",
])  # fmt: skip
def test_a_condition_that_no_grammar_made_does_not_come_out(tree, lines, own_cache):
    for at in range(2, len(lines)):
        line = json.loads(lines[at])
        line[0][1].append(["day >= 2", tree])
        put(own_cache, [*lines[:at], json.dumps(line).encode(), *lines[at + 1 :]])
        assert opened(NAME) is None


def test_a_deep_condition_does_not_come_out(lines, own_cache):
    tree = [1, True, "truth"]
    for _ in range(500):
        tree = [6, tree]
    line = json.loads(lines[2])
    line[0][1].append(["day >= 2", tree])
    put(own_cache, [*lines[:2], json.dumps(line).encode(), *lines[3:]])

    assert opened(NAME) is None


def test_a_disk_that_cannot_be_written_is_no_error(core, own_cache, monkeypatch):
    own_cache.write_text("a file stands where the folder should")
    read = load()
    own_cache.unlink()

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(sealed.os, "replace", full)
        assert same(load(), read)
    assert list((own_cache / "pack-cache").iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="only there do folders have these rights")
def test_the_folder_is_ones_own(core, own_cache):
    load()
    (path,) = files(own_cache)

    assert (own_cache / "pack-cache").stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mode & 0o777 == 0o600
    (own_cache / "pack-cache").chmod(0o777)
    assert opened(path.stem) is None


def test_it_can_be_turned_off(core, own_cache, monkeypatch):
    monkeypatch.setenv("SCSGAME_CACHE", "off")
    load()

    assert not own_cache.exists()


def test_checking_trusts_no_cache(core, monkeypatch):
    load()
    monkeypatch.setattr(cache, "find", None)

    assert check().errors == ()


def test_only_the_latest_are_kept(core, own_cache):
    library = load()
    for number in range(sealed.MOST_FILES + 5):
        cache.keep_library(f"{number:064}", library)

    assert len(files(own_cache)) == sealed.MOST_FILES


def test_the_cache_has_a_greatest_size_and_the_latest_is_always_kept(core, own_cache, monkeypatch):
    library = load()
    (path,) = files(own_cache)
    monkeypatch.setattr(sealed, "MOST_BYTES", 3 * path.stat().st_size)
    for number in range(8):
        cache.keep_library(f"{number:064}", library)
    assert 1 <= len(files(own_cache)) <= 3
    monkeypatch.setattr(sealed, "MOST_BYTES", 1)
    cache.keep_library(NAME, library)

    assert [one.stem for one in files(own_cache)] == [NAME]


def test_many_writers_at_once_do_no_harm(core):
    library = load()
    wrong = []

    def work():
        for _ in range(20):
            cache.keep_library(NAME, library)
            found = opened(NAME)
            if found is not None and found != library:
                wrong.append(found)

    writers = [threading.Thread(target=work) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert not wrong
    assert opened(NAME) == library


def test_no_yaml_is_read_for_an_unchanged_pack(core, own_cache):
    del core
    load()
    program = (
        "import sys; from scsgame.packs import load; load(lives=[], regimes=['none']); print('yaml' in sys.modules)"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=HERE.parent.parent
        ).stdout.strip()
        for _ in range(2)
    ]

    assert said == ["True", "False"]
