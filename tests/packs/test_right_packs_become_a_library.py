"""What is right becomes frozen nouns; what is left out gets the meaning the format gives it."""

import dataclasses
import subprocess
import sys

import pytest

from scsgame.packs import PackError, check, load
from scsgame.packs import library as library_room
from scsgame.packs.library import report_on
from scsgame.packs.shelves import Shelf
from scsgame.packs.specimen import specimen
from scsgame.terms import SELF, Safe

SCENES = """\
- id: red
  kind: beat
  cast: {pal: friend}
  text: Red.
  variants: [Red again., Still red.]
  choices:
    - id: ride
      text: Ride.
      uses: {high_speed_rail: 180}
      effects: {money: -20, ties: +3}
    - id: wait
      text: Wait.
      sets: hurt
      later: [{days: 3, scene: photo, chance: 0.5}]
- {id: photo, kind: return, text: A photo., choices: [{id: look, text: Look.}]}
"""
ENCOUNTERS = """\
- id: notice
  twin: other
  text: A notice.
  choices: [{id: read, text: Read it., pleads: form, moods: {mood: +5}, later: [{days: 2, scene: other}]}]
- {id: other, urgent: yes, text: Another., choices: [{id: read, text: Read it.}]}
"""


def made(**files):
    found = report_on([Shelf("", {**specimen(), **files}).seal()])
    assert found.problems == ()
    return found.library


@pytest.fixture(scope="module")
def library():
    return made(**{"lives/walk/scenes/more.yaml": SCENES, "regimes/town/encounters.yaml": ENCOUNTERS})


def written(folder, files=None):
    for path, text in (files or specimen()).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def alone(tmp_path, monkeypatch):
    """A machine on which the specimen is the core, and nothing else is installed."""
    core = written(tmp_path / "core")
    monkeypatch.setattr(library_room, "core_content", lambda: core)
    monkeypatch.setattr(library_room, "user_data_path", lambda name: tmp_path / "home" / name)
    monkeypatch.delenv("SCSGAME_PACKS", raising=False)
    return tmp_path


def other(name, regime="village"):
    files = {path.replace("town", regime): text.replace("regime: town", f"regime: {regime}")
             for path, text in specimen().items() if path.startswith("regimes/")}  # fmt: skip
    return {"pack.yaml": specimen()["pack.yaml"].replace("specimen", name), **files}


def test_scenes_are_what_the_author_wrote(library):
    red = library.lives["walk"].by_id["red"]

    assert [wording.read() for wording in red.text] == ["Red.", "Red again.", "Still red."]
    assert red.priority == 10
    assert red.cooldown is None
    assert red.choices[0].uses[0] == ("high_speed_rail", 180) or red.choices[0].uses[0].price == 180
    assert red.choices[0].effects == (("money", -20), ("ties", 3))
    assert red.choices[1].sets == ("hurt",)
    assert red.choices[1].later[0].chance == 0.5
    assert library.lives["walk"].by_id["photo"].due_only


def test_a_regimes_own_scenes_carry_its_name(library):
    notice, urgent = library.regimes["town"].encounters

    assert (notice.id, notice.kind, notice.priority, notice.twin) == ("town/notice", "encounter", 35, "town/other")
    assert notice.choices[0].later[0].scene == "town/other"
    assert (notice.choices[0].pleads, notice.choices[0].moods) == ("form", (("mood", 5),))
    assert urgent.urgent


def test_a_regime_is_what_its_three_chapters_say(library):
    town = library.regimes["town"]

    assert town.observers[0].sees == {"jaywalks"}
    assert town.rule["red_light"].points == -5
    assert town.rule["red_light"].provenance.status == "invented"
    assert town.observers[0].provenance.sources == ("fact:cameras",)
    assert town.sources == ("fact:cameras",)
    assert town.rolls[0].enters.holds({}, {"score": 49})
    assert town.redress[0].grants_if_wrong == town.redress[0].grants
    assert [phase.id for phase in town.phases] == ["before", "after"]


def test_every_fact_can_be_looked_up(library):
    fact = library.sources.fact("fact:cameras")

    assert (fact.says, fact.status, fact.where, fact.source) == (
        "There are cameras at crossings.",
        "reported",
        "ch. 2",
        "A thesis",
    )
    assert library.sources.fact("since:12").status == "documented"


def test_cases_are_values(library):
    (case,) = library.cases

    assert (case.regime, case.through, case.ends.score, case.ends.lists) == ("town", 10, 95, None)
    assert (case.does[0].day, case.does[0].act, case.does[0].by) == (3, "jaywalks", SELF)


def sayings(thing):
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple | frozenset | list):
        for part in thing:
            yield from sayings(part)
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            if field.name in {"title", "about", "text", "result", "place", "says", "name", "notice", "why", "note"}:
                yield from (
                    words
                    for part in [getattr(thing, field.name)]
                    for words in sayings(part)
                    if words not in {"en", "zh"}
                )


def test_all_text_that_leaves_the_room_is_safe(library):
    for thing in (
        *library.lives["walk"].scenes,
        *library.lives["walk"].people,
        library.regimes["town"],
        *library.sources.facts.values(),
    ):
        assert all(isinstance(words, Safe) for words in sayings(thing))


def test_packs_are_known_again_by_their_digest(alone):
    first = load().packs[0]
    assert first == load().packs[0]

    path = alone / "core/lives/walk/feed.yaml"
    path.write_text(path.read_text() + "# another word\n")
    assert load().packs[0].digest != first.digest


def test_packs_are_found_where_they_are_named_in_the_environment_and_at_home(alone, monkeypatch):
    written(alone / "mine", other("mine", "village"))
    written(alone / "theirs", other("theirs", "city"))
    written(alone / "home/scsgame/packs/old", other("old", "hamlet"))
    monkeypatch.setenv("SCSGAME_PACKS", str(alone / "theirs"))

    assert set(load([alone / "mine"]).regimes) == {"town", "village", "city", "hamlet"}


def test_a_pack_that_calls_itself_core_stands_in_the_cores_place(alone):
    files = {**specimen(), "pack.yaml": specimen()["pack.yaml"].replace("pack: specimen", "pack: core")}

    assert [pack.id for pack in load([written(alone / "mine", files)]).packs] == ["core"]


def test_two_regimes_of_one_name_are_a_problem(alone):
    written(alone / "mine", other("mine", "town"))

    with pytest.raises(PackError) as caught:
        load([alone / "mine"])
    assert {problem.code for problem in caught.value.problems} == {"duplicate-id"}


def test_a_selection_leaves_the_rest_unread(alone):
    written(alone / "mine", other("mine", "village"))
    (alone / "mine/regimes/village/regime.yaml").write_text("regime: [")

    chosen = load([alone / "mine"], lives=["walk"], regimes=["town"])
    assert (set(chosen.lives), set(chosen.regimes)) == ({"walk"}, {"town"})
    with pytest.raises(PackError):
        load([alone / "mine"])


def test_checking_counts_what_it_read(alone):
    found = check()

    assert (found.files, found.scenes, found.regimes, found.problems) == (11, 2, 1, ())


def test_the_games_own_content_is_met_with_silence():
    assert [
        str(problem) for problem in report_on([library_room.fetch(library_room.core_content(), "content")]).problems
    ] == []


def test_the_temporary_way_to_check_says_what_is_wrong_and_ends_with_one(alone, tmp_path):
    place = written(tmp_path / "bad", {**other("bad"), "regimes/village/regime.yaml": "regime: village\n"})
    done = subprocess.run(
        [sys.executable, "-m", "scsgame.packs", str(place)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 1
    assert "missing-key" in done.stdout
