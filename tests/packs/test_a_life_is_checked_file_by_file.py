"""Scenes are checked one file after the other and may be forgotten: what is found is the same, whatever stands in which file."""

import pytest

from scsgame.packs.examine import examine
from scsgame.packs.library import report_on
from scsgame.packs.shelves import Shelf
from scsgame.packs.specimen import specimen

GATE = """\
- id: gate
  arc: walk
  step: 1
  text: The gate is shut.
  choices:
    - id: wait
      text: Wait.
      later: [{days: 2, scene: SENT}]
    - {id: turn, text: Turn round.}
"""
BENCH = """\
- id: bench
  kind: return
  arc: walk
  step: 2
  when: met(gate) and chose(gate, CHOSEN) or arc(walk) > 1
  text: There is a bench.
  choices:
    - {id: sit, text: Sit down.}
"""


def shelf(*files):
    """Return the specimen with these files of scenes, in this order."""
    scenes = {f"lives/walk/scenes/{number}.yaml": text for number, text in enumerate(files)}
    return Shelf("", specimen() | scenes).seal()


def right(text):
    return text.replace("SENT", "bench").replace("CHOSEN", "turn")


@pytest.mark.parametrize("files", [(GATE, BENCH), (BENCH, GATE)], ids=("before", "after"))
def test_what_never_came_is_said_where_it_was_named(files):
    wrong = [text.replace("SENT", "banch").replace("CHOSEN", "tern") for text in files]

    found = report_on([shelf(*wrong)]).problems
    assert [(problem.code, problem.suggestion) for problem in sorted(found, key=lambda one: one.code)] == [
        ("bad-condition", "turn"), ("unknown-scene", "bench"),
    ]  # fmt: skip
    assert {problem.message for problem in found} == {
        'scene "bench" has a condition that cannot be understood: there is no choice "tern".',
        'this thing that comes back names the scene "banch", which is not among the scenes here.',
    }


def test_a_story_in_steps_may_begin_in_a_later_file():
    files = [right(BENCH).replace("step: 2", "step: 3"), right(GATE)]

    assert [problem.code for problem in report_on([shelf(*files)]).problems] == ["arc-step"]
    assert report_on([shelf(right(BENCH), right(GATE))]).problems == ()


@pytest.mark.parametrize("made", [None, lambda _: None, lambda scene: scene["id"]], ids=("kept", "forgotten", "made"))
def test_the_same_is_found_whether_scenes_are_kept_or_not(made):
    files = (right(GATE), GATE.replace("gate", "gat").replace("SENT", "nowhere"), right(BENCH))
    first = examine([shelf(*files)])

    again = examine([shelf(*files)], made=made)
    assert again.problems == first.problems
    assert {problem.code for problem in first.problems} == {"unknown-scene"}


def test_what_is_made_of_scenes_takes_their_place():
    done = examine([shelf(right(GATE), right(BENCH))], made=lambda scene: scene["id"])
    (life,) = done.lives

    assert life.made == ["gate", "bench", "evening"]
    assert life.plot.seen == 3
    assert life.scenes("scenes") == []
    assert all(sheet.gone for sheet in life.sheets if sheet.kind == "scenes")


def test_translations_are_put_into_scenes_before_these_are_made():
    files = specimen() | {"lives/walk/strings.zh.yaml": 'scene.evening.text: "无事。"\nscene.morning.text: "早。"\n'}
    report = report_on([Shelf("", files).seal()])

    assert [problem.code for problem in report.problems] == ["unknown-text"]
    files["lives/walk/strings.zh.yaml"] = 'scene.evening.text: "无事。"\n'
    life = report_on([Shelf("", files).seal()]).library.lives["walk"]
    assert life.by_id["evening"].text[0].read("zh") == "无事。"


@pytest.mark.parametrize(("bills", "codes"), [(40, []), (41, ["too-many-bills"]), (2_000, ["too-many-bills"])])
def test_a_life_has_at_most_forty_bills(bills, codes):
    files, path = specimen(), "lives/walk/life.yaml"
    head, bill = files[path].split("bills:\n")
    files[path] = head + "bills:\n" + "".join(bill.replace("id: phone", f"id: b{number}") for number in range(bills))

    assert [problem.code for problem in report_on([Shelf("", files).seal()]).problems] == codes
