"""Things that can never come are refuted, with the reason; things that can are not."""

from __future__ import annotations

from scsgame.packs.shelves import Shelf
from scsgame.packs.specimen import specimen
from scsgame.workshop.checking import check_shelves
from scsgame.workshop.findings import Finding


def proofs(*snippets: tuple[str, str]) -> list[Finding]:
    """Return what is proved of the specimen with these snippets set in, one after another."""
    files = specimen()
    for where, snippet in snippets:
        path = {"scenes": "lives/walk/scenes/walk.yaml"}.get(where, where)
        if " | " in where:
            path, line = where.split(" | ")
            assert line in files[path]
            files[path] = files[path].replace(line, snippet)
        else:
            files[path] += snippet
    checked = check_shelves([Shelf("", files).seal()])
    assert not checked.errors, checked.findings
    return [finding for finding in checked.findings if finding.certainty == "proof"]


def scene(name: str, when: str = "", choice: str = "", more: str = "") -> str:
    asks = f"\n  when: {when}" if when else ""
    return (
        f"- id: {name}{asks}{more}\n  text: The light is red.\n  choices:\n    - {{id: wait, text: Wait{choice}}}\n"
    )


def said(found: list[Finding]) -> list[str]:
    return [f"{finding.problem.message} {' '.join(finding.because)}".strip() for finding in found]


def test_three_impossible_scenes_are_refuted_with_their_reasons() -> None:
    found = proofs(("scenes", scene("late", "day >= 2 and week >= 14") + scene("learn", "", ", counts: {walks: +1}", "\n  cooldown: 1").replace(
        "Wait,", "Wait, when: walks < 3,").replace("choices:\n", "choices:\n    - {id: go, text: Go.}\n")
        + scene("wise", "walks > 3") + scene("one", "chose(two, wait)") + scene("two", "met(one)")))  # fmt: skip
    assert said(found) == [
        'scene "late" can never be dealt: it needs `week >= 14`, and `week` stays between 1 and 2 (the life has 2 weeks).',
        'scene "wise" can never be dealt: it needs `walks > 3`, and `walks` stays between 0 and 3 (no choice that can be taken carries it further).',
        'scene "one" can never be dealt: it needs `chose(two, wait)`, and `chose(two, wait)` is never so (it can never be taken).',
    ]
    assert [(finding.problem.line, finding.problem.column) for finding in found] == [(7, 22), (18, 9), (23, 9)]


def test_a_ban_that_no_score_can_bring_is_refuted_once() -> None:
    cap = ("regimes/town/regime.yaml | points: -5,", "points: -5, cap: 10, per: month,")
    met = ("scenes", scene("cross", "", ", acts: [jaywalks]", "\n  cooldown: 1"))
    found = proofs(cap, met)
    assert [finding.problem.code for finding in found] == ["list-never"]
    assert "`score < 50`" in found[0].problem.message
    assert "begins at 100; all that rules can take is 20" in found[0].problem.message


def test_what_hangs_on_something_impossible_is_no_finding_of_its_own() -> None:
    chain = (
        scene("first", "week >= 9", ", sets: [hurt]")
        + scene("second", "hurt", ", counts: {walks: +1}")
        + scene("third", "walks >= 1")
    )
    assert [finding.problem.message.split(" can ")[0] for finding in proofs(("scenes", chain))] == ['scene "first"']


def test_possible_things_are_left_alone() -> None:
    arc = "".join(scene(f"s{step}", "", "", f"\n  arc: way\n  step: {step}") for step in (1, 2, 3))
    fine = (
        scene("rich", "money >= 1000")
        + scene("often", "times(pays_bill) >= 2")
        + scene("shut", "not open(high_speed_rail)")
    )
    assert proofs(("scenes", arc + fine)) == []


def test_a_story_too_long_for_its_life_is_refuted_at_the_first_step_too_late() -> None:
    arc = "".join(scene(f"s{step}", "", "", f"\n  arc: way\n  step: {step}") for step in (1, 2, 3, 4, 5))
    found = proofs(("scenes", arc))
    assert [finding.problem.code for finding in found] == ["scene-never"]
    assert 'scene "s4" can never be dealt: the steps before it take until day' in found[0].problem.message


def test_a_scene_sent_after_the_end_is_too_late() -> None:
    late = scene("sender", "day >= 8", ", later: [{days: 9, scene: photo}]") + scene(
        "photo", "", "", "\n  kind: return"
    )
    found = proofs(("scenes", late))
    assert [finding.problem.code for finding in found] == ["later-never"]
    assert "day 17 at the earliest, and the life has 14 days" in found[0].problem.message


def test_each_way_of_an_or_has_its_reason() -> None:
    found = proofs(("scenes", scene("both", "money < 10 and day > 3 and money > 20 or week > 3")))
    text = said(found)[0]
    assert "`money < 10` contradicts `money > 20`" in text
    assert "`week` stays between 1 and 2 (the life has 2 weeks)" in text
