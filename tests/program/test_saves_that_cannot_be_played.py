"""A save that is in use, damaged, newer, empty or foreign: a sentence, exit status 1, and not one byte is touched."""

from __future__ import annotations

import json
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from program.keyboard import leave, sat_down
from program.program import LIFE, Program

PACK = LIFE[:2]


def a_save(program: Program, name: str = "mine") -> Path:
    program.well("play", "--plain", *LIFE, "--seed", "s", "--name", name, typed="2\n2\n2\n")
    (found,) = program.saves.glob(f"{name}*.jsonl")
    return found


def test_a_second_program_is_told_that_the_first_one_plays(program: Program) -> None:
    with sat_down(program, "play", *LIFE, "--seed", "s", "--name", "mine") as terminal:
        terminal.shows("1 Go to bed.")
        (save,) = program.saves.glob("mine*.jsonl")
        before = save.read_bytes()
        said = [
            program.refused("resume", "mine", "--plain", *PACK),
            program.refused("dev", "autoplay", "--save", "mine", *PACK),
            program.refused("saves", "delete", "mine", "--yes"),
        ]
        with sat_down(program, "resume", "mine", *PACK) as second:
            assert second.ends() == 1
            assert second.restored() == ""
            said.append(" ".join(second.written.decode().split()))
        assert save.read_bytes() == before
        assert program.checked()[0]["state"] == "whole"
        assert leave(terminal) == 0
    assert all("another" in sentence.lower() for sentence in said), said
    program.well("resume", "mine", "--plain", *PACK, typed="2\n")


def test_two_plain_programs_never_mix_their_moves(program: Program) -> None:
    a_save(program)
    call = program.call("resume", "mine", "--plain", *PACK)
    first = subprocess.Popen(
        call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=program.here, env=program.environment
    )
    assert first.stdin is not None
    assert first.stdout is not None
    while "1  " not in first.stdout.readline():
        pass
    program.refused("resume", "mine", "--plain", *PACK, typed="1\n")
    first.communicate("2\n", timeout=60)
    assert program.checked()[0]["committed"] == 4


def signed(value: dict[str, object]) -> bytes:
    """Write a line as saves hold them, its checksum right."""
    rest = {name: part for name, part in value.items() if name != "crc"}
    summed = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return (
        json.dumps({**rest, "crc": f"{zlib.crc32(summed):08x}"}, ensure_ascii=False, separators=(",", ":")).encode()
        + b"\n"
    )


def flipped(content: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    return b"".join([*lines[:2], lines[2].replace(b'"day":', b'"dax":'), *lines[3:]])


def newer(content: bytes) -> bytes:
    first, rest = content.split(b"\n", 1)
    header = json.loads(first)
    header["scslife"] += 7
    return signed(header) + rest


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "damaged": flipped,
    "newer": newer,
    "empty": lambda _: b"",
    "foreign": lambda _: b"SQLite format 3\0" + bytes(range(256)) * 16,
    "zeroed": lambda content: content[:40] + bytes(200) + content[240:],
    "picture": lambda _: b"\x89PNG\r\n\x1a\n" + bytes(100),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_save_that_cannot_be_trusted_is_refused_in_words_and_left_alone(program: Program, how: str) -> None:
    save = a_save(program)
    save.write_bytes(BROKEN[how](save.read_bytes()))
    before = save.read_bytes()
    for words in (["resume", save.name, "--plain"], ["saves", "export", save.name]):
        said = program.refused(*words, *PACK)
        assert said.startswith("scsgame: "), said
        assert save.stem[:4] in said, f"it is not said which file: {said}"
    assert program.run("saves", "check").returncode == 1
    assert program.run("saves", "list").returncode == 0
    (entry,) = program.checked()
    assert entry["state"] not in ("whole", "torn")
    assert entry["sentence"].endswith(".")
    assert save.read_bytes() == before
    assert [path.name for path in program.saves.iterdir()] == [save.name]


def test_a_newer_save_is_called_newer(program: Program) -> None:
    save = a_save(program)
    save.write_bytes(newer(save.read_bytes()))
    assert program.checked()[0]["state"] == "newer"


def test_a_torn_last_line_is_told_and_the_life_goes_on(program: Program) -> None:
    save = a_save(program)
    save.write_bytes(save.read_bytes()[:-9])
    assert program.checked()[0]["state"] == "torn"
    assert program.checked()[0]["committed"] == 2
    program.well("resume", "mine", "--plain", *PACK, typed="2\n")
    assert [program.checked()[0][key] for key in ("state", "committed")] == ["whole", 3]
