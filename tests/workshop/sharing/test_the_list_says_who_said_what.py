"""`pack list` and `pack list --explain`: who defined, changed, shadowed or removed it, field by field, with its place."""

import json

import pytest
from workshop.sharing.machine import village, written

from scsgame.cli import main

MORE = {
    "pack.yaml": "pack: more\nformat: 1\nversion: 2.0.0\ntitle: More\noverrides: {core: [regimes/town/rule.red_light]}\n",
    "regimes/town/regime.yaml": "regime: town\nintervention:\n  rules:\n    - {id: red_light, points: -9, status: invented, why: Twice.}\n",
}


@pytest.fixture
def packs(tmp_path):
    own = village()
    own["regimes/village/regime.yaml"] += (
        "remove: [measure.train_ban]\nsurveillance:\n  observers:\n    - {id: camera, title: An eye}\n"
    )
    written(tmp_path / "one", own)
    written(tmp_path / "more", MORE)
    return ["one", "more"]


def said(capsys, *words):
    assert main(["pack", "list", *words]) == 0
    return capsys.readouterr().out


def test_packs_are_listed_in_their_own_order(packs, capsys):
    out = said(capsys, *packs)

    assert [line.split(" (")[0] for line in out.splitlines() if not line.startswith(" ")] == [
        "core 1.0.0: A specimen", "more 2.0.0: More", "village 1.0.0: The village"]  # fmt: skip
    assert "  overrides core: regimes/town/rule.red_light" in out
    assert "  3 acts, 2 services, 2 roles, 1 source, 2 facts, 1 scene, 1 encounter" in out
    assert said(capsys, *reversed(packs)) == out


def test_a_thing_is_explained_field_by_field(packs, capsys):
    out = said(capsys, *packs, "--explain", "rule.red_light")

    for regime in ("town", "village"):
        assert f"rule.red_light, in regimes/{regime}\n" in out
    assert (
        "points  -9  more/regimes/town/regime.yaml:4 (more)  changed; it was -5 in content/regimes/town/regime.yaml:"
        in out
    )
    assert "title   Red light  content/regimes/town/regime.yaml:" in out


def test_a_variant_prints_what_it_inherits_and_what_it_changes(packs, capsys):
    out = said(capsys, *packs, "--explain", "village")

    assert "extends town" in out
    assert "things are inherited as they are" in out
    assert (
        "observer.camera.title  one/regimes/village/regime.yaml:7 (village)  changed; it was Camera in content/"
        in out
    )
    assert "measure.train_ban      one/regimes/village/regime.yaml:4 (village)  removed; it stood in content/" in out
    assert "regimes/village\n" in said(capsys, *packs, "--explain", "village/measure.train_ban")


def test_shared_words_scenes_and_choices_are_explained_too(packs, capsys):
    assert "title  crosses on red  content/acts.yaml:2 (core)" in said(capsys, *packs, "--explain", "act.jaywalks")
    assert "says    There are cameras" in said(capsys, *packs, "--explain", "fact.cameras")
    assert "text  Go to bed." in said(capsys, *packs, "--explain", "scene.evening.sleep")


def test_it_can_be_read_by_a_program(packs, capsys):
    value = json.loads(said(capsys, *packs, "--json", "--explain", "town/rule.red_light"))

    assert [pack["id"] for pack in value["packs"]] == ["core", "more", "village"]
    assert all(len(pack["digest"]) == 64 for pack in value["packs"])
    (thing,) = value["explained"]
    assert [line["value"] for line in thing["lines"] if line["field"] == "points"] == ["-9"]
    assert value["errors"] == 0


def test_a_name_that_is_nothing_brings_the_nearest(packs, capsys):
    assert main(["pack", "list", *packs, "--explain", "rule.red_lite"]) == 2
    assert 'Did you mean "rule.red_light"?' in capsys.readouterr().err


def test_packs_with_errors_are_listed_and_it_is_said(tmp_path, capsys):
    written(tmp_path / "one", village() | {"regimes/village/regime.yaml": "regime: village\nextends: towm\n"})
    assert main(["pack", "list", "one"]) == 1
    found = capsys.readouterr()
    assert "village 1.0.0" in found.out
    assert "there is 1 error in these packs" in found.err
