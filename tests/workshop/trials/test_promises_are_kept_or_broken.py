"""Walks and laws: read with every mistake at its place, lived, and broken with a life that shows it."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from scenario import bill, choice, regime, rule, scene, watches

sys.path.insert(0, str(Path(__file__).parent))
from tiny_town import library_of, street, town  # type: ignore[import-not-found]

from scsgame.workshop.trials.fairness import CANNOT, audit, wilson
from scsgame.workshop.trials.laws import standing, try_law
from scsgame.workshop.trials.mutants import mutants, survey
from scsgame.workshop.trials.promises import Expected
from scsgame.workshop.trials.reading import expected
from scsgame.workshop.trials.rooms import Focus, Room
from scsgame.workshop.trials.walks import walk


def said(folder: Path, text: str, library=None) -> Expected:
    (folder / "walks").mkdir(exist_ok=True)
    (folder / "walks" / "some.walk").write_text(text, "utf-8")
    return expected(library or library_of(town(), lives=[street()]), [(folder, "pack")])


GOOD = """\
walks:
  - walk: Three times on red
    regimes: [town]
    choices: [crossing: cross, crossing: cross, crossing: cross]
    through: 6
    holds: [times(jaywalks) >= 3, "chose(crossing, cross)"]
    under: {town: "score == 70 and listed(bad) and active(no_train)"}
"""


def test_a_walk_that_holds(tmp_path: Path) -> None:
    found = said(tmp_path, GOOD)
    assert not found.slips
    library = library_of(town(), lives=[street()])
    walked = walk(library, found.walks[0])
    assert walked.differences == ()
    assert walked.replay.live(library).moment.day == 7
    assert found.walks[0].place == "pack/walks/some.walk:2"


def test_a_walk_that_does_not_says_what_came_out(tmp_path: Path) -> None:
    text = (
        GOOD.replace("score == 70", "score == 71")
        .replace("    through: 6\n", "    ending: rich\n")
        .replace("crossing: cross]", "lucky: take]")
    )
    walked = walk(library_of(town(), lives=[street()]), said(tmp_path, text).walks[0])
    assert any("the scene lucky did not come" in line for line in walked.differences)
    assert any("score is 80" in line for line in walked.differences)
    assert "the ending is the_end, not rich" in walked.differences


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "crossing: cross, crossing",
            "crossing: crossed, crossing",
            '4:25: error: there is no choice of crossing "crossed". Did you mean "cross"?',
        ),
        (
            "[crossing: cross, ",
            "[crosing: cross, ",
            '4:15: error: there is no scene "crosing". Did you mean "crossing"?',
        ),
        ("regimes: [town]", "regimes: [twon]", '3:15: error: there is no regime "twon". Did you mean "town"?'),
        ("times(jaywalks)", "times(jaywalk)", "6:13: error: "),
        ("through: 6", "through: soon", "5:14: error: through is a whole number from 1."),
        ("through: 6", "trough: 6", '5:5: error: there is no key of a walk "trough". Did you mean "through"?'),
        ("under: {town:", "under: {city:", '7:13: error: this walk is not lived under "city".'),
        ("walks:\n", "wlaks:\n", "1:1: error: a walk file has the keys walks and laws"),
        (
            "  - walk: Three",
            "  - walk: !!python/object:os.system Three",
            "2:11: error: a word beginning with ! is a tag",
        ),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    slips = said(tmp_path, GOOD.replace(old, new, 1)).slips
    assert len(slips) == 1
    assert str(slips[0]).startswith(f"pack/walks/some.walk:{message}")


def test_a_walk_that_asks_for_nothing_and_a_file_that_is_none(tmp_path: Path) -> None:
    assert "asks for nothing" in str(said(tmp_path, "walks:\n  - walk: Idle\n").slips[0])
    assert "a walk file has" in str(said(tmp_path, "words").slips[0])
    (tmp_path / "walks" / "some.walk").write_bytes(b"\xff\xfe\x00")
    assert "not UTF-8" in str(expected(library_of(town(), lives=[street()]), [(tmp_path, "pack")]).slips[0])


def test_links_out_of_the_pack_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.walk").write_text("words", "utf-8")
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "in.walk").symlink_to(tmp_path / "outside.walk")
    assert expected(library_of(town(), lives=[street()]), [(tmp_path / "pack", "pack")]) == Expected()


LAW = "laws:\n  - law: Waiting is never worse\n    regimes: [town]\n    change: {{scene: crossing, from: {old}, to: {new}}}\n    then: {{{what}}}\n"


def test_a_law_that_holds(tmp_path: Path) -> None:
    found = said(tmp_path, LAW.format(old="cross", new="wait", what="score: never lower, lists: never higher"))
    tried = try_law(library_of(town(), lives=[street()]), found.laws[0], "s")
    assert (tried.broken, tried.tried) == ("", 40)


def test_a_broken_law_comes_with_two_lives(tmp_path: Path) -> None:
    found = said(tmp_path, LAW.format(old="wait", new="cross", what="score: never lower"))
    library = library_of(town(), lives=[street()])
    tried = try_law(library, found.laws[0], "s")
    assert tried.broken.startswith("score town ends lower")
    assert tried.as_lived is not None
    assert tried.as_changed is not None
    before, after = tried.as_lived.live(library), tried.as_changed.live(library)
    assert standing(after)["score town"] < standing(before)["score town"]
    changed = [
        at
        for at, (one, other) in enumerate(zip(tried.as_lived.moves, tried.as_changed.moves, strict=True))
        if one != other
    ]
    assert len(changed) == 1


def test_paying_earlier_is_a_law_too(tmp_path: Path) -> None:
    lent = street(bill("phone", 20, 2, 7, 3, fee=5))
    fair = regime(watches("misses_date"), rule("late", act="misses_date", points=-4))
    odd = regime(watches("pays_in_time"), rule("prompt", act="pays_in_time", points=-4))
    text = "laws:\n  - law: Paying earlier never lowers the score\n    regimes: [town]\n    change: {pay: phone}\n    then: {score: never lower}\n"
    law = said(tmp_path, text, library_of(fair, lives=[lent])).laws[0]
    assert try_law(library_of(fair, lives=[lent]), law, "s").broken == ""
    assert try_law(library_of(fair, lives=[lent]), law, "s").tried > 10
    assert "score town ends lower" in try_law(library_of(odd, lives=[lent]), law, "s").broken


def test_a_law_that_cannot_be_tried_says_so(tmp_path: Path) -> None:
    text = "laws:\n  - law: Luck\n    regimes: [town]\n    change: {scene: lucky, to: take}\n    then: {score: never lower}\n"
    tried = try_law(library_of(town(), lives=[street()]), said(tmp_path, text).laws[0], "s")
    assert (tried.tried, tried.broken) == (0, "")


def test_mutants_are_noticed_by_who_looks(tmp_path: Path) -> None:
    library = library_of(town(), lives=[street()])
    about = Focus(("somebody",), ("town",))
    every = {mutant.what for mutant in mutants(library, about)}
    assert {
        "rule red is gone",
        "rule red gives half its points",
        "measure no_train is gone",
        "list bad: who enters is turned round",
    } <= every
    blind = survey(library, about, Expected(), 100, "s")
    assert blind.noticed == 0
    seeing = survey(library, about, said(tmp_path, GOOD), 100, "s")
    left = {mutant.what for mutant in seeing.unnoticed}
    assert {
        "rule red is gone",
        "rule red gives half its points",
        "measure no_train is gone",
        "choice crossing/cross loses its acts",
    } <= every - left
    assert "rule kind is gone" in left
    assert seeing.made == len(every)


def test_the_audit_sees_what_money_and_a_namesake_do() -> None:
    rich_only = scene(
        "shop", choice("buy", when="money >= 500", effects={"ties": 1}), choice("steal", ["cheats"]), cooldown=1
    )
    judged = regime(watches("cheats"), rule("theft", act="cheats", points=-10), rule("red", act="jaywalks", points=-10), watches("jaywalks", name="other"),
                    *town().rolls)  # fmt: skip
    library = library_of(judged, lives=[street(rich_only)])
    rows = {
        (row.population, row.outcome): row
        for row in audit(library, [Room("somebody", ("town",))], ["payer", "careful"], 24, "s")
    }
    poor = rows["a quarter of the money", "mean score, town"]
    assert poor.difference is not None
    assert poor.difference.most < 0
    rich = rows["four times the money", "mean score, town"]
    assert rich.difference == (0, 0, 0)
    named = rows["a namesake", "mean score, town"]
    assert named.difference is not None
    assert named.difference.value < 0
    assert any("cannot show" in line for line in CANNOT)


def test_wilson_is_as_in_the_books() -> None:
    assert [round(number, 3) for number in wilson(0, 10)] == [0.0, 0.0, 0.278]
    assert [round(number, 3) for number in wilson(8, 10)] == [0.8, 0.49, 0.943]
    assert wilson(0, 0) == (0, 0, 1)


def test_a_pack_s_only_life_need_not_be_named(tmp_path: Path) -> None:
    (tmp_path / "lives" / "street").mkdir(parents=True)
    (tmp_path / "lives" / "street" / "life.yaml").write_text("life: street\n", "utf-8")
    one, other = street(), replace(street(), id="avenue")
    (tmp_path / "lives" / "street").rename(tmp_path / "lives" / one.id)
    found = said(tmp_path, GOOD, library_of(town(), lives=[other, one]))
    assert not found.slips
    assert found.walks[0].life == one.id
