"""`scsgame pack check` says everything that is wrong in one run, in words an instructor can act on."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from program.program import SHORT, Program

GOLDEN = Path(__file__).with_name("golden") / "ten_mistakes.txt"

MISTAKES = [
    ("lives/fortnight/life.yaml", "  - {id: order, title: order, about: Rules are rules.}", "\t- {id: order}"),
    ("lives/fortnight/cast.yaml", "roles: [friend]", "roles: [freind]"),
    ("lives/fortnight/feed.yaml", "text: Rain.", "text: Rain., colour: grey"),
    ("lives/fortnight/endings.yaml", "text: The two weeks are over.", "text: The two weeks are over., when: day > 3"),
    ("lives/fortnight/scenes/days.yaml", "acts: [jaywalks]", "acts: [jaywalk]"),
    ("lives/fortnight/scenes/days.yaml", "cooldown: 3", "cooldown: three"),
    ("lives/fortnight/scenes/days.yaml", "uses: {fast_train: 12}", "uses: {fast_trian: 12}"),
    ("lives/fortnight/scenes/days.yaml", "- id: station", "- id: crossing"),
    ("regimes/ward/regime.yaml", "joins: mandatory", "joins: must"),
    ("regimes/ward/regime.yaml", "when: score < 6500", "when: score <"),
    ("regimes/ward/encounters.yaml", "text: A notice of the ward hangs at the door. It", "text: A notice: it"),
]
"""Where, what stood there, and what a hurried author made of it."""


def spoilt(folder: Path, mistakes: list[tuple[str, str, str]]) -> Path:
    pack = folder / "spoilt"
    shutil.copytree(SHORT, pack)
    for path, right, wrong in mistakes:
        text = (pack / path).read_text(encoding="utf-8")
        assert text.count(right) == 1, f"{right!r} should stand once in {path}"
        (pack / path).write_text(text.replace(right, wrong), encoding="utf-8")
    return pack


def test_ten_mistakes_give_ten_messages_in_one_run(program: Program) -> None:
    spoilt(program.here, MISTAKES[1:])
    done = program.run("pack", "check", "spoilt")
    assert done.returncode == 1
    assert done.stderr == ""
    assert "\x1b" not in done.stdout
    if "SCSGAME_WRITE_GOLDEN" in os.environ:
        GOLDEN.write_text(done.stdout, encoding="utf-8")
    assert done.stdout == GOLDEN.read_text(encoding="utf-8")
    messages = re.findall(r"^spoilt/(\S+):(\d+):(\d+): error\[([a-z0-9-]+)\]: ", done.stdout, re.MULTILINE)
    assert len(messages) == 10, messages
    assert {path for path, *_ in messages} == {path for path, *_ in MISTAKES[1:]}
    assert done.stdout.endswith("10 errors, 0 warnings.\n")


def test_every_message_stands_at_the_line_of_its_mistake(program: Program) -> None:
    for number, (path, right, wrong) in enumerate(MISTAKES):
        folder = program.here / str(number)
        folder.mkdir()
        pack = spoilt(folder, [(path, right, wrong)])
        line = (pack / path).read_text(encoding="utf-8")[
            : (pack / path).read_text(encoding="utf-8").rindex(wrong)
        ].count("\n") + 1
        done = program.run("pack", "check", str(pack))
        assert done.returncode == 1, f"{wrong!r} was let pass"
        assert f"{path}:{line}:" in done.stdout, f"{wrong!r} in line {line} of {path}:\n{done.stdout}"


def test_a_spoilt_pack_can_not_be_played_and_says_why(program: Program) -> None:
    pack = spoilt(program.here, MISTAKES[4:5])
    said = program.run("play", "--plain", "--pack", str(pack), "--life", "fortnight", "--regime", "ward")
    assert said.returncode == 1
    assert 'did you mean "jaywalks"?' in said.stderr
    assert said.stdout == ""
    assert not program.saves.exists()


def test_the_shipped_content_is_right_and_only_counted(program: Program) -> None:
    done = program.run("pack", "check")
    assert done.returncode == 0, done.stdout
    assert re.fullmatch(r"\d+ files, \d+ scenes, \d+ regimes: 0 errors, 0 warnings\.\n", done.stdout), done.stdout
    assert done.stderr == ""


def test_the_same_pack_as_a_zip_is_as_right(program: Program) -> None:
    zipped = shutil.make_archive(str(program.here / "short"), "zip", SHORT)
    assert program.well("pack", "check", zipped) == program.well("pack", "check", str(SHORT))


def test_a_pack_that_is_not_there_is_said_to_be_missing(program: Program) -> None:
    done = program.run("pack", "check", "nowhere")
    assert done.returncode == 1
    assert "there is no folder or zip" in done.stdout
