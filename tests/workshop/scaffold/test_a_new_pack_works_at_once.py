"""`pack new`: whatever is answered, the pack checks silently, plays to its end, and its cases hold."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scsgame.cli import main
from scsgame.game.chronicle import begin
from scsgame.game.moment import Setup
from scsgame.packs.library import Report, check, load
from scsgame.packs.reader import read
from scsgame.session.bots import POLICIES
from scsgame.session.casebook import run_cases
from scsgame.workshop.checking import check_packs
from scsgame.workshop.fmt import canonical
from scsgame.workshop.scaffold import Answers, NewPackError, files, refusal, slug, write, yaml_text

ODD = (
    Answers(),
    Answers(what="life"),
    Answers(what="regime"),
    Answers(shown=False),
    Answers("Our: house #1", "both", "No", "yes", "stars: gold"),
    Answers("积分 学校", "both", "小明", "老师", "分", shown=False),
    Answers("class", "both", "Self", "Friend", "points"),
    Answers('O\'Neill’s "best" - school', "both", "Ada", "Ada", "* points"),
    Answers("W" * 40, "both", "F" * 40, "T" * 40, "p " * 19 + "p"),
    Answers("2nd year & 3rd", "both", "@TEACHER@", "@WORD@", "@ID@"),
)


def made(answers: Answers, folder: Path) -> Report:
    write(folder, files(answers))
    return check([folder])


@pytest.mark.parametrize("answers", ODD, ids=range(len(ODD)))
def test_it_checks_silently_and_keeps_its_cases(answers: Answers, tmp_path: Path) -> None:
    if answers.title == "class":
        with pytest.raises(NewPackError, match="already use"):
            files(answers)
        return
    report = made(answers, tmp_path / "new")
    assert [str(problem) for problem in report.problems] == []
    assert report.library is not None
    found = [str(finding) for finding in check_packs([tmp_path / "new"]).findings]
    assert [finding for finding in found if finding.startswith((tmp_path / "new").as_posix())] == []
    if answers.what != "life":
        verdicts = run_cases(report.library, [answers.id])
        assert len(verdicts) == 2
        assert not any(verdict.differences for verdict in verdicts)


def test_it_has_what_was_asked_for(tmp_path: Path) -> None:
    report = made(Answers(), tmp_path / "new")
    assert report.library is not None
    life, regime = report.library.lives["house-points"], report.library.regimes["house-points"]
    assert (len(life.scenes), len(life.endings), len(life.people)) == (4, 2, 2)
    assert (len(regime.observers), len(regime.rules), len(regime.rolls)) == (2, 3, 1)
    assert (sum(measure.kind == "perk" for measure in regime.measures), len(regime.encounters)) == (1, 1)
    assert all("#" in text for text in files(Answers()).values())


def test_every_kind_of_player_comes_to_an_end_and_everything_in_it_can_happen(tmp_path: Path) -> None:
    library = made(Answers(), tmp_path / "new").library
    assert library is not None
    endings, scenes, facts = set(), set(), set()
    for bot, policy in POLICIES.items():
        for seed in range(8):
            life = begin(
                Setup(
                    library.lives["house-points"], (library.regimes["house-points"],), library.vocabulary, str(seed)
                )
            )
            while not life.over:
                assert life.moment.table is not None
                scenes.add(life.moment.table.scene.id)
                life = life.then(policy(life))
                standing = life.moment.dossiers[0].facts
                facts |= {
                    name for name in ("listed(detention)", "active(free_bus)", "active(read_out)") if standing[name]
                }
            endings.add(life.moment.ending)
            assert bot
    assert endings == {"two_on_a_wall", "last_bell"}
    assert len(scenes) == 5
    assert len(facts) == 3


@pytest.mark.parametrize("what", ["life", "regime"])
def test_half_a_pack_plays_with_the_games_other_half(what: str, tmp_path: Path, capsys, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["pack", "new", "mine", "--what", what, "--title", "Mine", "--yes"]) == 0
    command = capsys.readouterr().out.splitlines()[-1].split("scsgame ", 1)[1].split()
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n2\n3\n" * 150))
    assert main([*command, "--plain", "--no-save", "--seed", "a"]) == 0
    assert "The same life elsewhere" in capsys.readouterr().out


class Typing(io.StringIO):
    """Somebody at a terminal."""

    def isatty(self) -> bool:
        return True


def test_questions_are_asked_again_until_they_are_answered(tmp_path: Path, capsys, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(
        sys, "stdin", Typing("{\nTown watch\nboth of them\nboth\nonly one\nBo, Mrs Hill\n\nmaybe\nno\n")
    )
    assert main(["pack", "new"]) == 0
    out = capsys.readouterr().out
    assert out.count("will not do") == 4
    assert "score: hidden" in (tmp_path / "town-watch/regimes/town-watch/regime.yaml").read_text("utf-8")
    assert "id: mrs_hill" in (tmp_path / "town-watch/lives/town-watch/cast.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    "typed", ["Town watch\nboth\nonly one\nwards\nno\n", "Town watch\nall\nboth\n", "{\nTown watch\n"]
)
def test_a_wrong_answer_in_a_pipe_is_not_the_answer_to_the_next_question(
    typed: str, tmp_path: Path, capsys, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert main(["pack", "new"]) == 2
    assert list(tmp_path.iterdir()) == []
    assert "Nothing was written." in capsys.readouterr().err


@pytest.fixture(scope="module")
def changes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a small change to every regime of the game."""
    folder = tmp_path_factory.mktemp("changes")
    for name in load().regimes:
        write(folder / name, files(Answers(f"Other {name}", "change", of=name)))
    return folder


def test_a_small_change_to_any_regime_checks_silently_and_keeps_its_case(changes: Path) -> None:
    packs = sorted(changes.iterdir())
    report = check(packs)
    assert [str(problem) for problem in report.problems] == []
    assert report.library is not None
    verdicts = run_cases(report.library, [f"other-{pack.name}" for pack in packs])
    assert [verdict.case for verdict in verdicts if verdict.differences] == []
    assert len(verdicts) > 5
    assert report.library.regimes["other-rongcheng"].rules != load().regimes["rongcheng"].rules


def test_a_small_change_is_in_canonical_form_and_names_what_else_there_is(changes: Path) -> None:
    for path in changes.rglob("*.yaml"):
        text = path.read_text("utf-8")
        assert canonical(text).text == text, path
        assert max(map(len, text.split("\n"))) <= 130, path
    said = (changes / "rongcheng" / "regimes/other-rongcheng/regime.yaml").read_text("utf-8")
    assert "red_light -5" in said


def test_a_change_is_asked_for_by_the_regime_it_is_of(tmp_path: Path, capsys, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["pack", "new", "--of", "fico", "--yes"]) == 0
    assert "--life renter --regime another-fico" in capsys.readouterr().out
    assert "extends: fico\n" in (tmp_path / "another-fico/regimes/another-fico/regime.yaml").read_text("utf-8")
    assert main(["pack", "new", "--of", "ficco", "--yes", "--title", "Mine"]) == 2
    assert "did you mean fico." in capsys.readouterr().err


def test_when_the_answers_end_nothing_is_written(tmp_path: Path, capsys, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO("Town\n"))
    assert main(["pack", "new"]) == 2
    assert list(tmp_path.iterdir()) == []
    assert "nothing was written" in capsys.readouterr().err


def test_it_never_overwrites(tmp_path: Path, capsys) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert main(["pack", "new", str(tmp_path), "--yes"]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    assert main(["pack", "new", str(tmp_path / "notes.txt"), "--yes"]) == 2
    assert "nothing was written" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    assert main(["pack", "new", str(tmp_path / "empty"), "--yes"]) == 0


def test_the_games_own_names_are_taken(tmp_path: Path) -> None:
    for title, what in (("Student", "life"), ("Sesame", "regime"), ("Core", "both")):
        with pytest.raises(NewPackError):
            files(Answers(title, what))  # type: ignore[arg-type]
    assert files(Answers("Student", "regime"))


def test_what_it_writes_is_in_canonical_form() -> None:
    for answers in ODD[:6]:
        for path, text in files(answers).items():
            assert canonical(text).text == text, path
            assert max(map(len, text.split("\n"))) <= 130, path


def test_without_a_title_the_pack_is_called_like_its_folder(tmp_path: Path) -> None:
    assert main(["pack", "new", str(tmp_path / "our-town"), "--yes"]) == 0
    assert (tmp_path / "our-town/lives/our-town/life.yaml").is_file()
    assert "title: Our town" in (tmp_path / "our-town/pack.yaml").read_text("utf-8")


def test_two_new_packs_stand_side_by_side(tmp_path: Path) -> None:
    for title in ("Red house", "Blue house"):
        write(tmp_path / title, files(Answers(title)))
    assert check([tmp_path / "Red house", tmp_path / "Blue house"]).problems == ()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=45))
def test_any_name_is_refused_in_words_or_read_back_as_it_was(name: str) -> None:
    assert slug(name) == "" or slug(name)[0].isalpha()
    if not refusal(name):
        said = read(f"a: {yaml_text(name.strip())}\n")
        assert said.root == {"a": name.strip()}
        assert said.slips == ()
