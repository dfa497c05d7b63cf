"""The command: five layers, three forms, a watch that ends, and an exit status."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path

import pytest

from scsgame.cli import main
from scsgame.packs.shelves import Shelf
from scsgame.packs.specimen import specimen
from scsgame.workshop.checking import check_packs, check_shelves, glance
from scsgame.workshop.findings import LAYERS
from scsgame.workshop.sarif import as_json, as_sarif
from scsgame.workshop.scaffold import Answers, files, write
from scsgame.workshop.watch import CLEAR, watch

LATE = "- id: late\n  when: week >= 14\n  text: The light is red.\n  choices: [{id: wait, text: Wait.}]\n"
BROKEN = (
    "- id: late\n  wen: week >= 14\n  text: The light is red.\n  choices: [{id: wait, text: Wait., acts: [flies]}]\n"
)


def shelf(snippet: str = "") -> list[Shelf]:
    files = specimen()
    files["lives/walk/scenes/walk.yaml"] += snippet
    return [Shelf("", files).seal()]


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the specimen as a pack in the place of the game's own content."""
    for path, text in specimen().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text.replace("pack: specimen", "pack: core"), encoding="utf-8")
    monkeypatch.delenv("SCSGAME_PACKS", raising=False)
    return tmp_path


def test_each_finding_says_how_sure_it_is() -> None:
    text = "\n".join(str(finding) for finding in check_shelves(shelf(LATE)).findings)
    assert "lives/walk/scenes/walk.yaml:7:9: warning[scene-never]:" in text
    assert "layer: proof        more: scsgame pack explain scene-never" in text
    broken = check_shelves(shelf(BROKEN))
    assert {finding.certainty for finding in broken.findings} == {"shape", "reference"}
    assert broken.errors == len(broken.findings) == 2, "nothing is proved of a broken pack"


def test_json_holds_everything() -> None:
    said = json.loads(as_json(check_shelves(shelf(LATE))))
    assert set(said["by_certainty"]) == set(LAYERS)
    assert said["by_certainty"]["proof"] == 1
    found = next(found for found in said["findings"] if found["code"] == "scene-never")
    assert (found["line"], found["column"], found["level"]) == (7, 9, "warning")


def test_sarif_is_as_its_standard_asks() -> None:
    said = json.loads(as_sarif(check_shelves(shelf(LATE), play=2)))
    assert said["version"] == "2.1.0"
    (run,) = said["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules))
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        (place,) = result["locations"]
        region = place["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert region["endColumn"] > region["startColumn"] >= 1
        assert not place["physicalLocation"]["artifactLocation"]["uri"].startswith("/")


def test_sarif_says_what_was_meant() -> None:
    (run,) = json.loads(as_sarif(check_shelves(shelf(BROKEN))))["runs"]
    assert 'Did you mean "when"?' in run["results"][0]["message"]["text"]


def test_what_no_life_met_is_said_as_evidence() -> None:
    rare = "- id: rare_one\n  chance: 0.0001\n  text: A comet.\n  choices: [{id: look, text: Look.}]\n"
    checked = check_shelves(shelf(rare), play=3)
    unseen = {finding.problem.code for finding in checked.findings if finding.certainty == "evidence"}
    assert unseen == {"scene-unseen", "door-unseen"}
    assert checked.errors == 0
    assert "evidence: 3 lives" in checked.summary()


def test_a_small_pack_is_searched_to_the_end_and_says_its_bound() -> None:
    rare = "- id: rare_one\n  chance: 0.0001\n  text: A comet.\n  choices: [{id: look, text: Look.}]\n"
    checked = check_shelves(shelf(rare), search=20)
    assert "all lives to their end" in checked.summary()
    assert [finding.problem.code for finding in checked.findings if finding.certainty == "search"] == [
        "scene-unreached"
    ]
    assert "lives of at most 1 scenes" in check_shelves(shelf(rare), search=1).summary()


def test_of_a_named_pack_its_own_lives_are_lived_under_its_own_regimes(tmp_path: Path) -> None:
    write(tmp_path / "house-points", files(Answers()))
    summary = check_packs([tmp_path / "house-points"], play=2, search=2).summary()
    assert [line.split(",")[0] for line in summary.split("\n") if line.startswith("search")] == [
        "search: house-points under house-points"
    ]


def test_the_command_ends_well_or_badly(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "check", str(pack)]) == 0
    assert main(["pack", "check", str(pack), "--strict"]) == 1
    walk = pack / "lives/walk/scenes/walk.yaml"
    before = walk.read_text(encoding="utf-8")
    walk.write_text(before + BROKEN, encoding="utf-8")
    assert main(["pack", "check", str(pack)]) == 1
    capsys.readouterr()
    walk.write_text(before + LATE, encoding="utf-8")
    assert main(["pack", "check", str(pack), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["by_certainty"]["proof"] == 1
    assert main(["pack", "explain", "scene-never"]) == 0
    assert "Wrong, in" in capsys.readouterr().out


def test_watching_checks_again_after_a_save_and_not_otherwise(pack: Path) -> None:
    walk = pack / "lives/walk/scenes/walk.yaml"
    shown: list[str] = []
    looks = iter(range(10))

    def check() -> str:
        return f"report {next(looks)}"

    def show(text: str) -> None:
        shown.append(text)
        if len(shown) == 1:
            walk.write_text(walk.read_text(encoding="utf-8") + LATE, encoding="utf-8")

    assert watch([pack], check, show, looks=4, pause=0.01) == 2
    assert [text.splitlines()[0].endswith(f"report {number}") for number, text in enumerate(shown)] == [True, True]


def test_what_was_saved_is_looked_at_first_and_everything_when_no_more_is_saved(pack: Path) -> None:
    walk = pack / "lives/walk/scenes/walk.yaml"
    shown: list[str] = []
    mended = walk.read_text(encoding="utf-8")

    def show(text: str) -> None:
        shown.append(text.removeprefix(CLEAR))
        if len(shown) < 3:
            walk.write_text(mended + (BROKEN if len(shown) == 1 else "# mended"), encoding="utf-8")

    def glanced(saved: Collection[str]) -> str:
        return f"{sorted(saved)} {len(glance([pack], saved).findings)}"

    assert watch([pack], lambda: "everything", show, glance=glanced, looks=6, pause=0.01) == 2
    path = "['lives/walk/scenes/walk.yaml']"
    assert [text.split("\n")[0] for text in shown] == ["everything", f"{path} 2", f"{path} 0", "everything"]


def test_a_glance_reads_what_was_saved_and_not_the_other_lives_and_regimes(pack: Path) -> None:
    (pack / "regimes/town/regime.yaml").write_text("nonsense: yes\n", encoding="utf-8")
    assert glance([pack], ["regimes/town/regime.yaml"]).findings
    assert glance([pack], ["lives/walk/life.yaml"]).summary() == "lives/walk: 0 errors. Everything else follows …"
    acts = pack / "acts.yaml"
    acts.write_text(acts.read_text(encoding="utf-8") + "moods: {}\n", encoding="utf-8")
    assert glance([pack], ["acts.yaml"]).summary() == "the shared files: 1 error. Everything else follows …"


def test_ctrl_c_ends_a_watch(pack: Path) -> None:
    def check() -> str:
        raise KeyboardInterrupt

    assert watch([pack], check, print, pause=0.01) == 0
