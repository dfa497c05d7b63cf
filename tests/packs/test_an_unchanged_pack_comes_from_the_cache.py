"""A cache is fast, and it is never trusted: what comes out of it is what reading would have said, or nothing."""

import dataclasses
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from scsgame.packs import PackError, cache, check, load
from scsgame.packs import library as library_room
from scsgame.packs.codes import pages
from scsgame.packs.library import report_on
from scsgame.packs.shelves import Shelf
from scsgame.packs.specimen import specimen
from scsgame.terms import Safe, safe

NAME = "a" * 64
HERE = Path(__file__).parent
SELECTIONS = [(None, None), (["student"], ["sesame"]), (["student"], []), ([], ["rongcheng"])]


def uncached(monkeypatch, *asked):
    with monkeypatch.context() as without:
        without.setenv("SCSGAME_CACHE", "off")
        return load(*asked)


def same(one, two):
    """Tell whether two things are equal, and made of the same types all the way down."""
    if one.__class__ is not two.__class__ or one != two:
        return False
    if dataclasses.is_dataclass(one):
        return all(same(getattr(one, part.name), getattr(two, part.name)) for part in dataclasses.fields(one))
    if isinstance(one, dict):
        return list(one) == list(two) and all(map(same, one.values(), two.values()))
    return not isinstance(one, tuple) or all(map(same, one, two))


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
                cache.keep(NAME, found)
                assert same(cache.find(NAME), found), page.code


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


def test_a_file_under_another_name_is_not_taken(core, own_cache):
    load()
    (path,) = files(own_cache)
    path.rename(path.with_name(f"{NAME}.json"))

    assert cache.find(NAME) is None


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
    (path,) = files(own_cache)
    content = path.read_bytes()
    for number, bad in enumerate(spoilt(content)):
        path.write_bytes(bad)
        assert cache.find(path.stem) is None
        if number % 40 == 0:
            assert same(load(), read)
            assert path.read_bytes() == content


def test_what_is_no_file_is_passed_over(core, own_cache, monkeypatch):
    read = load()
    (path,) = files(own_cache)
    path.rename(own_cache / "elsewhere")
    for make in (path.mkdir, lambda: path.symlink_to(own_cache / "elsewhere"), lambda: os.mkfifo(path)):
        make()
        assert cache.find(path.stem) is None
        assert same(load(), read)
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


def sealed(lines):
    return b"\n".join(cache._seal(line) + line for line in lines)


def put(own_cache, lines):
    (own_cache / "pack-cache" / f"{NAME}.json").write_bytes(sealed(lines))


@pytest.fixture
def lines(core, own_cache):
    """The lines of a cache, which a stranger may change and seal again."""
    cache.keep(NAME, load())
    found = [line[cache._SEAL :] for line in (own_cache / "pack-cache" / f"{NAME}.json").read_bytes().split(b"\n")]
    put(own_cache, found)
    assert cache.find(NAME) is not None
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
                assert cache.find(NAME) is None


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
        if cache.harmless(json.dumps([text], ensure_ascii=False).encode()):
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


def test_no_change_of_shape_makes_it_raise_or_run_code(lines, own_cache):
    evil = "__import__('os').abort()"
    for at, line in enumerate(lines):
        for bad in walk(json.loads(line), lambda part: (None, evil, -1, 10**12, [[]], {}, 1.5)):
            try:
                found = cache._library(NAME, sealed([*lines[:at], json.dumps(bad).encode(), *lines[at + 1 :]]))
            except cache._NO_CACHE:
                continue
            for life in found.lives.values():
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
        assert cache.find(NAME) is None


def test_a_deep_condition_does_not_come_out(lines, own_cache):
    tree = [1, True, "truth"]
    for _ in range(500):
        tree = [6, tree]
    line = json.loads(lines[2])
    line[0][1].append(["day >= 2", tree])
    put(own_cache, [*lines[:2], json.dumps(line).encode(), *lines[3:]])

    assert cache.find(NAME) is None


def test_a_disk_that_cannot_be_written_is_no_error(core, own_cache, monkeypatch):
    own_cache.write_text("a file stands where the folder should")
    read = load()
    own_cache.unlink()

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(cache.os, "replace", full)
        assert same(load(), read)
    assert list((own_cache / "pack-cache").iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="only there do folders have these rights")
def test_the_folder_is_ones_own(core, own_cache):
    load()
    (path,) = files(own_cache)

    assert (own_cache / "pack-cache").stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mode & 0o777 == 0o600
    (own_cache / "pack-cache").chmod(0o777)
    assert cache.find(path.stem) is None


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
    for number in range(cache.MOST_FILES + 5):
        cache.keep(f"{number:064}", library)

    assert len(files(own_cache)) == cache.MOST_FILES


def test_many_writers_at_once_do_no_harm(core):
    library = load()
    wrong = []

    def work():
        for _ in range(20):
            cache.keep(NAME, library)
            found = cache.find(NAME)
            if found is not None and found != library:
                wrong.append(found)

    writers = [threading.Thread(target=work) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert not wrong
    assert cache.find(NAME) == library


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
