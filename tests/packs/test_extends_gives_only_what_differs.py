"""A life or regime that extends another is read as if all had been written out, and every fault is told where it stands."""

import re

import pytest

from scsgame.packs.library import report_on
from scsgame.packs.shelves import Shelf
from scsgame.packs.specimen import specimen

HEAD = "regime: village\ntitle: The village\nextends: town\n"


def found(files=None, **more):
    return report_on([Shelf("", {**specimen(), **(files or {}), **more}).seal()])


def village(text="", **files):
    return found({"regimes/village/regime.yaml": HEAD + text, **files})


def right(report):
    assert [str(problem) for problem in report.problems] == []
    return report.library


def said(report):
    return [(problem.path, problem.line, problem.column, problem.code) for problem in report.problems]


def test_nothing_but_a_title_is_another_regime_with_the_same_rooms():
    library = right(village())
    town, own = library.regimes["town"], library.regimes["village"]

    assert own.title.read() == "The village"
    assert own.about == town.about
    assert (own.observers, own.rules, own.tiers, own.measures, own.scale) == (
        town.observers, town.rules, town.tiers, town.measures, town.scale)  # fmt: skip
    assert [scene.id for scene in own.encounters] == ["village/notice"]
    assert [case.regime for case in library.cases] == ["town"]


def test_the_same_id_is_changed_field_by_field_and_a_new_one_is_added():
    text = """\
intervention:
  scale: {start: 150, status: invented, why: Half as much again.}
  rules:
    - {id: red_light, points: -9, cap: 20, status: invented, why: Twice as much.}
    - {id: green_light, title: Waiting, act: waits_at_red, points: 1, status: invented, why: One.}
  tiers:
    - {id: middle, title: Middle, at_least: 50, status: invented, why: Between.}
"""
    library = right(village(text))
    own, town = library.regimes["village"], library.regimes["town"]

    assert [(rule.id, rule.title.read(), rule.act, rule.points, rule.cap) for rule in own.rules] == [
        ("red_light", "Red light", "jaywalks", -9, 20), ("green_light", "Waiting", "waits_at_red", 1, 0)]  # fmt: skip
    assert [tier.id for tier in own.tiers] == ["low", "middle", "high"]
    assert (own.scale.start, own.scale.most) == (150, 200)
    assert town.rules[0].points == -5
    assert town.scale.start == 100


def test_what_is_removed_is_gone_and_may_be_made_anew():
    text = """\
remove: [measure.train_ban, blacklist, notice, rule.red_light]
intervention:
  rules:
    - {id: red_light, title: Anew, act: jaywalks, points: -1, status: invented, why: Mild.}
"""
    own = right(village(text)).regimes["village"]

    assert (own.measures, own.rolls, own.encounters) == ((), (), ())
    assert own.rules[0].title.read() == "Anew"


def test_a_field_can_be_removed():
    parent = specimen(
        "rules", "- {id: more, title: More, act: jaywalks, points: -1, cap: 3, status: invented, why: x}"
    )
    files = {**parent, "regimes/village/regime.yaml": HEAD + "remove: [rule.more.cap]\n"}

    assert right(report_on([Shelf("", files).seal()])).regimes["village"].rules[1].cap == 0


def test_a_grandchild_inherits_what_its_parent_changed():
    far = "regime: hamlet\nextends: village\nsurveillance:\n  observers:\n    - {id: camera, title: An eye}\n"
    text = "counters: {mood: 10, envy: 1}\n"
    own = right(village(text, **{"regimes/hamlet/regime.yaml": far})).regimes["hamlet"]

    assert own.title.read() == "The village"
    assert dict(own.counters) == {"mood": 10, "envy": 1}
    assert own.observers[0].title.read() == "An eye"


def test_encounters_change_in_place_and_choices_by_their_ids():
    scenes = """\
- id: notice
  text: Another notice hangs at the door.
  choices:
    - {id: read, text: Read it twice.}
    - {id: tear, text: Tear it off.}
- id: bell
  text: A bell.
  choices: [{id: hear, text: Hear it.}]
"""
    own = right(village(**{"regimes/village/encounters.yaml": scenes})).regimes["village"]

    assert [scene.id for scene in own.encounters] == ["village/notice", "village/bell"]
    assert [(choice.id, choice.text.read()) for choice in own.encounters[0].choices] == [
        ("read", "Read it twice."), ("tear", "Tear it off.")]  # fmt: skip


def test_a_life_can_extend_a_life_over_all_its_files():
    own = {
        "lives/stroll/life.yaml": "life: stroll\nextends: walk\ntitle: The stroll\nweeks: 3\nmeters: {money: {start: 7}}\nflags: [tired]\n"
        "remove: post.rain\n",
        "lives/stroll/cast.yaml": "cast:\n  - {id: lin_hao, name: Old Lin}\n  - {id: su, name: Su, roles: [elder], about: Sits.}\n",
        "lives/stroll/endings.yaml": "endings:\n  - {id: away, title: Away, when: tired, text: You are away.}\n",
        "lives/stroll/scenes/own.yaml": "- {id: evening, text: Rain falls.}\n- {id: bench, text: A bench., choices: [{id: sit, text: Sit., sets: tired}]}\n",
    }
    library = right(found(own))
    life, walk = library.lives["stroll"], library.lives["walk"]

    assert (life.weeks, walk.weeks) == (3, 2)
    assert [(meter.id, meter.start) for meter in life.meters][:2] == [("money", 7), ("strength", 50)]
    assert life.flags == ("hurt", "tired")
    assert [person.name.read() for person in life.people] == ["Old Lin", "Su"]
    assert [ending.id for ending in life.endings] == ["away", "home"]
    assert [(scene.id, scene.text[0].read()) for scene in life.scenes] == [
        ("evening", "Rain falls."),
        ("bench", "A bench."),
    ]
    assert life.feed == ()
    assert walk.feed[0].id == "rain"


def test_a_selection_brings_the_parents_it_needs(tmp_path, monkeypatch):
    from scsgame.packs import library as room

    for path, text in {**specimen(), "regimes/village/regime.yaml": HEAD}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.setattr(room, "core_content", lambda: tmp_path)
    monkeypatch.setattr(room, "user_data_path", lambda name: tmp_path / "home" / name)
    monkeypatch.delenv("SCSGAME_PACKS", raising=False)

    monkeypatch.setenv("SCSGAME_CACHE", str(tmp_path / "kept"))
    first, again = room.load(regimes=["village"]), room.load(regimes=["village"])
    assert first.regimes["village"].rules[0].id == "red_light"
    assert again.regimes == first.regimes


VILLAGE = "regimes/village/regime.yaml"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("remove: [rule.red_lite]\n", (VILLAGE, 4, 10, "nothing-to-remove"), 'no "rule.red_lite"'),
        ("intervention: {rules: [{id: red_lite, points: -1}]}\n", (VILLAGE, 4, 29, "not-inherited"), "as a new rule it lacks `title`"),
        ("intervention: {rules: [{id: red_light, points: -1}]}\n", (VILLAGE, 4, 40, "inherited-status"), "`points`"),
        ("remove: [list.blacklist]\n", ("regimes/town/regime.yaml", 27, 70, "bad-condition"), 'the regime "village", which inherits it'),
        ("intervention: {rules: [{id: red_light, title: ''}]}\n", (VILLAGE, 4, 47, "not-text"), 'rule "red_light"'),
        ("surveillance: [a]\n", (VILLAGE, 4, 15, "not-a-mapping"), "a mapping"),
        ("surveillance: {observers: {id: camera}}\n", (VILLAGE, 4, 27, "not-a-list"), "a list"),
    ],
)  # fmt: skip
def test_a_fault_is_told_once_where_it_stands(text, place, words):
    report = village(text)

    assert [part[:2] + part[3:] for part in said(report)] == [place[:2] + place[3:]]
    assert words in re.sub(r"\s+", " ", str(report.problems[0]))


def test_a_fault_of_the_parent_is_not_told_again_for_each_child():
    broken = specimen("rules", "- {id: other, title: Other, act: jay_walks, points: -1, status: invented, why: x}")
    files = {
        **broken,
        "regimes/village/regime.yaml": HEAD,
        "regimes/hamlet/regime.yaml": HEAD.replace("village", "hamlet"),
    }

    assert [problem.code for problem in report_on([Shelf("", files).seal()]).problems] == ["unknown-act"]


def test_circles_and_unknown_parents_are_one_problem_each_and_echo_nowhere():
    ring = {"regimes/hamlet/regime.yaml": "regime: hamlet\nextends: village\n"}
    report = found({"regimes/village/regime.yaml": HEAD.replace("town", "hamlet"), **ring})
    assert [problem.code for problem in report.problems] == ["extends-circle"]
    assert '"hamlet" extends "village" extends "hamlet"' in report.problems[0].message

    orphan = found({"regimes/village/regime.yaml": HEAD.replace("town", "towm"), **ring})
    assert said(orphan) == [("regimes/village/regime.yaml", 3, 10, "unknown-parent")]
    assert orphan.problems[0].suggestion == "town"


def test_translations_are_inherited_where_the_text_is():
    zh = {
        "regimes/town/strings.zh.yaml": "regime.title: 城\nrule.red_light.title: 红灯\nobserver.camera.title: 相机\n"
    }
    text = "intervention: {rules: [{id: red_light, title: Red}]}\n"
    library = right(village(text, **zh))
    town, own = library.regimes["town"], library.regimes["village"]

    assert (town.title.read("zh"), town.rules[0].title.read("zh")) == ("城", "红灯")
    assert own.observers[0].title.read("zh") == "相机"
    assert (own.title.read("zh"), own.rules[0].title.read("zh")) == ("The village", "Red")


def test_what_another_family_changes_takes_no_translation_away():
    """Two children of one town: the rule of the same name that one of them changes stays translated in the other."""
    changed = "intervention:\n  rules:\n    - {id: red_light, title: Red}\n"
    library = right(
        village(
            changed,
            **{
                "regimes/town/strings.zh.yaml": "rule.red_light.title: 红灯\n",
                "regimes/wood/regime.yaml": "regime: wood\ntitle: The wood\nextends: town\n",
            },
        )
    )

    assert library.regimes["village"].rules[0].title.read("zh") == "Red"
    assert library.regimes["wood"].rules[0].title.read("zh") == "红灯"


def test_the_same_comma_in_curly_brackets_cuts_no_inherited_text():
    parent = specimen("feed", "- id: fine\n  by: The office\n  text: Fine #3 is issued.")
    files = {**parent, "lives/stroll/life.yaml": "life: stroll\nextends: walk\n"}

    assert [problem.code for problem in report_on([Shelf("", files).seal()]).problems] == ["cut-text"]


def test_eight_steps_of_extending_are_read_and_the_ninth_is_said_once():
    def chain(length):
        return {f"regimes/town{n}/regime.yaml": f"regime: town{n}\ntitle: T\nextends: town{n - 1 if n > 1 else ''}\n"
                for n in range(1, length + 1)}  # fmt: skip

    assert right(found(chain(8))).regimes["town8"].rules
    assert said(found(chain(400))) == [("regimes/town9/regime.yaml", 3, 10, "extends-too-long")]
