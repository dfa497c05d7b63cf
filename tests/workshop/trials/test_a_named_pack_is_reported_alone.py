"""`pack test PACK` is about that pack: what others bring is a stage for it, and is not reported."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from scsgame.cli import main
from scsgame.packs import Library, load
from scsgame.workshop.scaffold import Answers, files, write
from scsgame.workshop.trials.coverage import everything
from scsgame.workshop.trials.rooms import Focus, Room, focus, rooms, stage


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs")
    write(folder / "life", files(Answers("A club", "life")))
    write(folder / "regime", files(Answers("Club marks", "regime")))
    return folder


@pytest.fixture(scope="module")
def life_alone(packs: Path) -> Library:
    return load([packs / "life"])


def test_a_pack_of_one_life_is_tried_for_that_life_only(packs: Path, life_alone: Library) -> None:
    about = focus(life_alone, [packs / "life"])
    assert about == Focus(("a-club",), ())
    assert {thing.home for thing in everything(life_alone, about)} == {"a-club"}
    assert {room.life for room in rooms(life_alone, about)} == {"a-club"}


def test_a_pack_of_one_regime_is_lived_in_everybody_s_lives_and_tried_for_itself(packs: Path) -> None:
    library = load([packs / "regime"])
    about = focus(library, [packs / "regime"])
    assert about == Focus((), ("club-marks",))
    assert {thing.home for thing in everything(library, about)} == {"club-marks"}
    assert stage(library, about).lives == tuple(library.lives)
    assert Room("student", ("club-marks",)) in rooms(library, about)


def test_a_life_that_is_only_a_stage_is_not_lived_under_nobody() -> None:
    two = SimpleNamespace(
        lives={"here": None, "there": None}, regimes={"far": SimpleNamespace(id="far", rules=(), abroad=frozenset())}
    )
    assert rooms(two, Focus((), ("far",)), (), {("there", "far")}) == [Room("there", ("far",))]  # type: ignore[arg-type]


def test_the_report_of_a_life_names_nobody_else_s_things(packs: Path, capsys) -> None:
    assert main(["pack", "test", str(packs / "life"), "--lives", "30", "--jobs", "1"]) == 0
    told = capsys.readouterr().out
    assert "No cases to try." in told
    assert "    scenes                    4 of 4" in told
    assert "Never reached" not in told
    assert f"scsgame pack test {(packs / 'life').as_posix()} --witness scene.a-club." in told
