"""`rescore`: one lived life under every system of its age, in one table and one picture; what is of another age stands apart."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from program.program import Program

OLD = ("The tithing", "The baojia of the Qing", "The covenant", "The Kuan-tzu, thought through")


@pytest.fixture
def lived(program: Program) -> Program:
    life = ("--life", "student", "--regime", "sesame", "--seed", "demo", "--name", "demo")
    program.well("play", "--plain", *life, typed="1\n" * 300)
    return program


def test_a_student_s_life_is_judged_by_every_modern_system_in_one_table_and_one_picture(lived: Program) -> None:
    said = lived.well("rescore", "demo")
    table, _, rest = said.partition("== One life, each system between its own least and most")
    picture, _, apart = rest.partition("== And by systems of another age ==")
    for system in ("Sesame Credit", "Rongcheng", "FICO", "SCHUFA", "The Stasi", "Credit China", "Nosedive"):
        assert f"\n{system}" in table
        assert f"\n{system}" in picture
    assert not [old for old in OLD if f"\n{old}" in table or f"\n{old}" in picture]
    assert all(old in apart for old in OLD)


def test_the_debrief_s_last_chapter_keeps_another_age_apart_as_well(lived: Program) -> None:
    said = lived.well("debrief", "demo")
    same, _, apart = said.partition("== The same life elsewhere ==")[2].partition(
        "== And by systems of another age =="
    )
    assert not [old for old in OLD if old in same]
    assert all(old in apart for old in OLD)


def test_the_picture_of_a_life_under_every_system_is_an_svg_that_says_what_it_shows(lived: Program) -> None:
    drawn = ET.fromstring(lived.well("rescore", "demo", "--svg", "-"))
    words = " ".join(drawn.itertext())
    assert drawn.tag.endswith("svg")
    assert "Rongcheng" in words
    assert "The tithing" not in words


def test_systems_that_are_named_stand_together_of_whatever_age(lived: Program) -> None:
    said = lived.well("rescore", "demo", "--regime", "rongcheng,tithing")
    assert "another age" not in said
    assert "\nThe tithing" in said
