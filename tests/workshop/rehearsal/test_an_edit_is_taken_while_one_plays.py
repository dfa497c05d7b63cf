"""Rehearsing a pack: the same day, the same choices, after an edit."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from scenario import choice, encounter, ending, in_life, life, live, person, regime, scene

from scsgame.conditions.printers import as_written
from scsgame.game.moves import Choose
from scsgame.game.pleas import IllegalMove
from scsgame.plain.rehearsing import rehearse
from scsgame.session import House
from scsgame.tongue import speak
from scsgame.workshop.inspection import first_failed, inspect, why_not
from scsgame.workshop.rehearsal import Rehearsal, jump

SHORT = Path(__file__).parents[2] / "program" / "packs" / "short"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    shutil.copytree(SHORT, tmp_path / "short")
    return tmp_path / "short"


@pytest.fixture
def rehearsal(pack: Path) -> Rehearsal:
    house = House([pack])
    name, under = next(iter(house.library.lives)), next(iter(house.library.regimes))
    return Rehearsal(house, house.new(name, [under], "as_is", [], "seed", "r", saved=False), [pack])


def take_first(rehearsal: Rehearsal) -> None:
    scene = rehearsal.view().scene
    assert scene is not None
    rehearsal.move(Choose(scene.id, next(offer.id for offer in scene.offers if offer.open)))


def edit(pack: Path, find: str, put: str) -> None:
    for path in sorted(pack.rglob("*.yaml")):
        text = path.read_text("utf-8")
        if find in text:
            path.write_text(text.replace(find, put, 1), "utf-8")
            os.utime(path, ns=(1, 1))
            return
    raise AssertionError(find)


def test_nothing_is_taken_while_nothing_changes(rehearsal: Rehearsal) -> None:
    assert rehearsal.refresh() is None


def test_a_text_that_was_edited_stands_in_the_scene_on_the_table(rehearsal: Rehearsal, pack: Path) -> None:
    take_first(rehearsal)
    scene = rehearsal.view().scene
    assert scene is not None
    words = str(scene.offers[0].text)
    edit(pack, words, "Sing the second verse.")
    taken = rehearsal.refresh()
    assert taken is not None
    assert (taken.new, taken.problems, taken.changed) == (True, (), ())
    after = rehearsal.view()
    assert after.scene is not None
    assert after.moves == 1
    assert [str(offer.text) for offer in after.scene.offers].count("Sing the second verse.") == 1


def test_an_edit_with_a_mistake_is_told_and_the_old_pack_goes_on(rehearsal: Rehearsal, pack: Path) -> None:
    take_first(rehearsal)
    before = rehearsal.view()
    edit(pack, "choices:", "choises:")
    taken = rehearsal.refresh()
    assert taken is not None
    assert taken.problems
    assert not taken.new
    assert rehearsal.view() == before


def test_a_choice_that_is_gone_is_named(rehearsal: Rehearsal, pack: Path) -> None:
    scene = rehearsal.view().scene
    assert scene is not None
    taken_choice = next(offer.id for offer in scene.offers if offer.open)
    take_first(rehearsal)
    edit(pack, f"id: {taken_choice}", "id: quite_another")
    taken = rehearsal.refresh()
    assert taken is not None
    assert any(taken_choice in line for line in taken.changed)


def test_one_can_begin_where_a_scene_comes(rehearsal: Rehearsal, pack: Path) -> None:
    house = House([pack])
    for wanted in rehearsal.chronicle.setup.life.scenes:
        try:
            seed, moves = jump(rehearsal.chronicle.setup, wanted.id, 30)
        except IllegalMove:
            continue
        setup = rehearsal.chronicle.setup
        again = Rehearsal(
            house,
            house.new(setup.life.id, [one.id for one in setup.regimes], "as_is", [], seed, "r", saved=False),
            [pack],
            moves,
        )
        table = again.chronicle.moment.table
        assert table is not None
        assert table.scene.id == wanted.id
    with pytest.raises(IllegalMove, match="there is no scene nowhere"):
        jump(rehearsal.chronicle.setup, "nowhere")


def test_each_scene_says_what_stands_in_its_way() -> None:
    story = live(
        of=life(
            scene("poor", when="money < 100"), scene("late", when="week >= 3 and money > 0"), scene("sent", due_only=True),
            scene("first", kind="opening"), scene("second", arc="love", step=2), scene("first_step", arc="love", step=1, when="week >= 5"),
            scene("alone", cast={"pal": "friend"}), scene("again", cooldown=9, kind="crisis", when="day <= 2"), scene("rare", chance=0.0),
        )
    )  # fmt: skip
    story = story.takes("goes_on").takes("goes_on")
    moment = story.chronicle.moment
    reasons = {one.id: why_not(one, moment) for one in moment.setup.life.scenes}
    assert reasons["poor"] == "needs: money is below 100 (now money is 1000)"
    assert reasons["late"] == "needs: the week is at least 3 (now the week is 1)"
    assert reasons["sent"] == "comes only when something sends it"
    assert reasons["first"] == "came on day 1, and comes once"
    assert reasons["second"] == "is step 2 of love, which stands at step 0"
    assert reasons["alone"] == "somebody is missing for friend"
    assert reasons["again"].startswith("came on day 2, and may come again from day 11")
    assert reasons["rare"].startswith("its chance is 0, and ")


def test_the_first_part_that_fails_is_named_with_its_value() -> None:
    facts = {"day": 5, "week": 1, "money": 10, "has_job": False}
    assert first_failed(in_life("money < 100 and week >= 2 and has_job"), facts, {}).startswith(
        "needs: the week is at least 2"
    )
    assert first_failed(in_life("money < 100"), facts, {}) == ""


def test_the_inspector_withholds_nothing() -> None:
    ask = encounter("ask", choice("nods"), when="score < 50")
    story = live(regime(ask, told={"score": "hidden"}), of=life(person("lin", "friend"), ending("end")))
    told = "\n".join(" ".join(row) for section in inspect(story.chronicle.moment) for row in section.rows)
    assert "score 100" in told
    assert "town/ask needs: the score is below 50 (now the score is 100)" in told


def test_in_plain_lines_an_edit_is_taken_before_the_next_line_is_answered(rehearsal: Rehearsal, pack: Path) -> None:
    said: list[str] = []
    scene = rehearsal.view().scene
    assert scene is not None
    words = str(scene.offers[0].text)

    def typed() -> Iterator[str]:
        edit(pack, words, "Sing the second verse.")
        yield "1\n"
        assert rehearsal.made == []
        assert "* The edit is taken: the same day, the same choices." in said
        assert any("Sing the second verse." in line for line in said)
        yield "inspect\n"
        assert any("Why this scene and not that one" in line for line in said)
        edit(pack, "choices:", "choicess:")
        yield "1\n"
        assert len(rehearsal.made) == 1

    rehearse(rehearsal, typed(), said.append)
    told = next(line for line in said if line.startswith("* The edit has a mistake, so the old pack goes on. "))
    assert 'has no field "choicess"' in told
    assert 'Did you mean "choices"?' in told


def test_what_lies_behind_the_moment_is_said_in_the_language_spoken(rehearsal: Rehearsal, pack: Path) -> None:
    speak("zh")
    try:
        sections = rehearsal.inspect()
        assert [str(section.title) for section in sections][:3] == ["状态", "在路上的", "为什么是这一幕，不是那一幕"]
        said = [cell for section in sections for row in section.rows for cell in row]
        said += [line for section in sections for line in section.paragraphs]
        assert "第1天" in "".join(said)
        assert not [words for words in said if re.search("[a-z]{3,} [a-z]{3,} [a-z]{3,}", words)], said
        edit(pack, "choices:", "choises:")
        taken = rehearsal.refresh()
        assert taken is not None
        assert taken.said()[0].startswith("改动里有错，所以仍用旧的内容。")
    finally:
        speak("en")


def test_a_condition_reads_as_its_author_writes_it_in_any_language() -> None:
    source = "day >= 3 and (money < 20 or not near(ann)) and weekday in [sat, sun]"
    assert as_written(in_life(source).tree) == source
