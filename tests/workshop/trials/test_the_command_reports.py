"""`scsgame pack test`: text, JSON, exit status, witnesses that are lived again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scsgame.cli import main
from scsgame.packs import load
from scsgame.workshop.scaffold import Answers, files, write
from scsgame.workshop.trials.promises import Expected
from scsgame.workshop.trials.trial import Wish, replays, trial
from scsgame.workshop.trials.witnesses import gets_there


@pytest.fixture
def school(tmp_path: Path) -> Path:
    write(tmp_path / "house-points", files(Answers()))
    return tmp_path / "house-points"


def test_the_report_is_quiet_when_nothing_fails(school: Path, capsys) -> None:
    assert main(["pack", "test", str(school), "--lives", "45", "--jobs", "1"]) == 0
    told = capsys.readouterr()
    assert "2 cases, 0 do not come out as they say." in told.out
    assert "Dead ends: none." in told.out
    assert "Nothing fails." in told.out
    assert told.err == ""


def test_a_regime_alone_means_its_cases_alone(school: Path, capsys) -> None:
    assert main(["pack", "test", str(school), "--regime", "house-points"]) == 0
    assert capsys.readouterr().out == "2 cases, 0 do not come out as they say.\n"


def test_json_holds_every_thing(school: Path, capsys) -> None:
    assert main(["pack", "test", str(school), "--lives", "30", "--jobs", "1", "--json", "--fairness", "--quick"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["fails"] == []
    rows = {row["thing"]: row for row in said["things"]}
    assert rows["scene.house-points.first_morning"]["runs"] == 30
    assert "witness" in rows["scene.house-points.first_morning"]
    assert said["fairness"]


def test_a_case_a_walk_or_a_law_that_breaks_makes_it_fail(school: Path, capsys) -> None:
    (school / "walks").mkdir()
    walk = school / "walks" / "one.walk"
    walk.write_text("walks:\n  - {walk: No, life: house-points, holds: money > 9999}\n", "utf-8")
    assert main(["pack", "test", str(school), "--lives", "0"]) == 1
    assert "Fails: 1 walk." in capsys.readouterr().out
    walk.write_text("walks:\n  - {walk: No, life: house-points, holds: monney > 9999}\n", "utf-8")
    assert main(["pack", "test", str(school), "--lives", "0"]) == 1
    assert 'Did you mean "money"?' in capsys.readouterr().out
    walk.unlink()
    cases = school / "regimes" / "house-points" / "cases.yaml"
    cases.write_text(cases.read_text("utf-8").replace("score: ", "score: 1"), "utf-8")
    assert main(["pack", "test", str(school), "--lives", "0"]) == 1


def test_a_witness_is_printed_and_lived_again(school: Path, tmp_path: Path, capsys) -> None:
    assert main(["pack", "test", str(school), "--witness", "list.detention"]) == 0
    replay = tmp_path / "one.json"
    replay.write_text(capsys.readouterr().out, "utf-8")
    assert main(["pack", "test", str(school), "--replay", str(replay)]) == 0
    assert "list.house-points.detention: reached after" in capsys.readouterr().out
    assert main(["pack", "test", str(school), "--witness", "list.detentoin"]) == 2
    assert "did you mean list.house-points.detention?" in capsys.readouterr().err


def test_a_book_that_cannot_be_read_or_lived_is_refused_in_words(school: Path, tmp_path: Path, capsys) -> None:
    book = tmp_path / "book.jsonl"
    few = ["pack", "test", str(school), "--lives", "1", "--jobs", "1", "--book", str(book)]
    assert main(few) == 2
    assert "cannot be read" in capsys.readouterr().err
    book.write_text(
        '{"scsgame_replay": 1, "life": "nobody", "regimes": [], "seed": "s", "values": [], "moves": []}\n', "utf-8"
    )
    assert main(few) == 2
    assert 'this replay asks for "nobody", which no pack here brings.' in capsys.readouterr().err


def test_wrong_usage_is_said_in_words(school: Path, capsys) -> None:
    assert main(["pack", "test", str(school), "--lives", "-1"]) == 2
    assert main(["pack", "test", str(school), "--regime", "nobody"]) == 2
    assert main(["pack", "test", str(school), "--replay", str(school / "none.json")]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_the_game_s_own_content_has_no_dead_end_and_its_replays_get_there() -> None:
    library = load()
    done = trial(library, Wish(lives=120, seek=0), said=Expected())
    assert done.broken == []
    assert {room.life for room in done.rooms} == set(library.lives)
    assert {name for room in done.rooms for name in room.regimes} == set(library.regimes)
    found = replays(done)
    assert len(found) > 500
    endings = [thing for thing in found if thing.kind in ("ending", "list", "measure")]
    for thing in endings[:8]:
        assert gets_there(found[thing], library), thing
    kept = {kept.law: kept.kept for kept in done.budget if kept.home == "student"}
    assert kept["at least 90 scenes"]
    assert kept["every scene has a way out"]
    assert kept["two runs share under 60 percent"]
