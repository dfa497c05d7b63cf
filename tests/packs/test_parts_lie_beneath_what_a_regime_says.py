"""What a part brings lies beneath what the regime says; who extends a regime has its parts, or takes them away."""

from __future__ import annotations

from pathlib import Path

import pytest

from scsgame.cli import main
from scsgame.packs import library as library_room
from scsgame.packs import load, reading
from scsgame.packs.library import report_on
from scsgame.packs.shelves import Shelf, fetch
from scsgame.packs.specimen import specimen
from scsgame.session.casebook import run_cases
from scsgame.workshop.proofs import prove

FILES = fetch(Path(__file__).parent / "ok" / "a_part_and_what_it_brings", "").files


def made(**files: str):
    return report_on([Shelf("", {**specimen(), **FILES, **files}).seal()])


@pytest.fixture(scope="module")
def library():
    found = made()
    assert found.problems == ()
    return found.library


def ids(things) -> list[str]:
    return [thing.id for thing in things]


def test_every_case_comes_out_with_and_without(library) -> None:
    assert [verdict.differences for verdict in run_cases(library)] == [(), (), ()]


def test_what_a_part_brings_is_in_the_regime_and_tied_to_it(library) -> None:
    town = library.regimes["town"]
    assert ids(town.observers) == ["gate", "clerk"]
    assert ids(town.rules) == ["face_seen", "red_light"]
    assert ids(town.rolls) == ["faces_seen", "blacklist"]
    assert ids(town.measures) == ["wall", "train_ban", "lane"]
    assert ids(town.feed) == ["screen", "talk"]
    assert {town.part_of(*of).id for of in (("observer", "gate"), ("list", "faces_seen"), ("post", "screen"))} == {
        "faces"
    }


def test_a_part_is_translated_beside_the_shared_words(library) -> None:
    lottery = next(part for part in library.as_written("town").parts if part.id == "lottery")
    assert lottery.title.read("zh") == "抽奖"
    assert library.with_parts("town", (), ["lottery"]).title.read("zh") == "小城（有抽奖）"


def test_a_regime_changes_what_a_part_brings_field_by_field(library) -> None:
    gate = next(observer for observer in library.regimes["town"].observers if observer.id == "gate")
    assert (gate.reliability, gate.sees, gate.title.read()) == (0.7, frozenset(("jaywalks",)), "Gate")
    assert gate.provenance.why.read() == "The town is small."


def test_with_the_part_off_all_of_it_is_gone(library) -> None:
    town = library.with_parts("town", ["faces"])
    assert ids(town.observers) == ["camera", "clerk"]
    assert ids(town.rolls) == ["blacklist"]
    assert town.roll["blacklist"].enters.source.startswith("score < 50")
    assert not [key for key in town.reads if "faces_seen" in key]


def test_who_extends_a_regime_takes_a_part_away_with_all_that_hangs_on_it(library) -> None:
    village = library.as_written("village")
    assert ids(village.parts) == ["punishment", "lottery"]
    assert ids(village.observers) == ["camera", "clerk"]
    assert ids(village.encounters) == ["village/after"]
    assert village.scale.influence is None


def test_who_extends_that_one_may_have_the_part_again(library) -> None:
    harbour = library.regimes["harbour"]
    assert ids(harbour.parts) == ["punishment", "faces", "lottery"]
    assert ids(harbour.rolls) == ["blacklist", "faces_seen"]
    assert [one.title.read() for one in harbour.observers] == ["Camera", "Clerk", "Gate of the harbour"]
    assert ids(library.with_parts("harbour", ["faces"]).observers) == ["camera", "clerk"]


def test_a_regime_may_leave_out_what_a_part_brings(library) -> None:
    regime = FILES["regimes/town/regime.yaml"].replace(
        "parts: [faces, punishment]", "parts: [faces, punishment]\nremove: [measure.wall]"
    )
    found = made(**{"regimes/town/regime.yaml": regime, "regimes/town/cases.yaml": "[]\n"})
    assert found.problems == ()
    assert ids(found.library.regimes["town"].measures) == ["train_ban", "lane"]


def test_nothing_is_proved_impossible_that_a_part_makes_possible() -> None:
    """The lane opens above 100, and only the lottery, which usually is off, gives points."""
    from scsgame.packs.binding import build
    from scsgame.packs.examine import examine

    examined = examine([Shelf("", {**specimen(), **FILES}).seal()])
    codes = {finding.problem.code for finding in prove(examined, build(examined)).findings}
    assert "measure-never" not in codes


@pytest.fixture
def core(tmp_path, monkeypatch):
    """A machine on which this pack is the core, and there is a cache."""
    for path, text in {**specimen(), **FILES}.items():
        (tmp_path / "core" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "core" / path).write_text(text, encoding="utf-8")
    monkeypatch.setattr(library_room, "core_content", lambda: tmp_path / "core")
    monkeypatch.setattr(library_room, "user_data_path", lambda name: tmp_path / "home" / name)
    monkeypatch.setenv("SCSGAME_CACHE", str(tmp_path / "cache"))


def test_out_of_the_cache_a_regime_has_the_same_parts(core, monkeypatch) -> None:
    first, parts = load(), reading.parts()
    monkeypatch.setattr("scsgame.packs.examine.examine", None)
    again = load()
    assert again.written == first.written
    assert again.regimes == first.regimes
    assert again.with_parts("town", ["faces"]) == first.with_parts("town", ["faces"])
    assert reading.parts() == parts
    assert [part.kind for part in parts.values()] == ["sensor", "policy", "policy"]


def said(capsys, *words: str) -> list[str]:
    assert main(["pack", "list", *words]) == 0
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]


def test_the_list_says_what_which_part_brings(core, capsys) -> None:
    told = said(capsys, "--explain", "town")
    assert "uses the parts faces, punishment, lottery" in told
    assert "rule.face_seen content/parts/faces.yaml:10 (specimen) brought by the part faces" in told
    changed = "observer.gate.reliability content/regimes/town/regime.yaml:12 (specimen) changed; it was 0.4 in content/parts/faces.yaml:8 (specimen)"
    assert changed in told
    told = said(capsys, "--explain", "town/list.faces_seen")
    assert "content/parts/faces.yaml:12 (specimen) brought by the part faces" in told


def test_a_part_itself_can_be_asked_for(core, capsys) -> None:
    assert "content/parts/faces.yaml:1 (specimen)" in said(capsys, "--explain", "part.faces")
