"""What comes by itself is told with what it moved, and a text speaks one language, its names too."""

from __future__ import annotations

import pytest
from scenario import choice, later, life, live, said, scene, tide

from scsgame.game.chronicle import begin
from scsgame.game.moment import Setup
from scsgame.game.view import scene_view
from scsgame.packs.library import report_on
from scsgame.packs.shelves import Shelf
from scsgame.packs.specimen import specimen

SCENE = """- id: crossing
  cast: {pal: friend}
  text: The light is red, and {pal} waits.
  choices:
    - {id: wait, text: {en: "Wait with {pal}.", zh: "跟{pal}一起等。"}}"""


@pytest.mark.parametrize(
    ("effects", "words"),
    [
        ({"money": -210}, "food: money -210."),
        ({"money": 260, "strength": -4}, "food: money +260, strength -4."),
        ({"ties": 5}, "food: ties +5."),
    ],
)
def test_a_tide_is_told_with_what_it_moved(effects: dict[str, int], words: str) -> None:
    lived = live(of=life(tide("food", effects, 2, 7))).passes(1)
    assert words in [notice.text for notice in lived.notices]


def test_a_text_that_falls_back_to_another_language_names_people_in_that_language() -> None:
    named = specimen("lives/walk/cast.yaml | name: Lin Hao", "name: {en: Lin Hao, zh: 林浩}")
    files = named | {"lives/walk/scenes/street.yaml": SCENE}
    library = report_on([Shelf("", files).seal()]).library
    start = begin(Setup(library.lives["walk"], (), library.vocabulary, "1")).moment
    view = scene_view(start, "zh")
    assert (view.text, view.offers[0].text) == ("The light is red, and Lin Hao waits.", "跟林浩一起等。")


def test_what_a_choice_brings_later_is_told_with_what_it_moved() -> None:
    note = said("The phone asks about teeth.")
    asked = later(3, note=note, effects={"strength": -2, "money": 30})
    shop = scene("shop", choice("buys", later=(asked,)), when="day == 1", kind="beat")
    lived = live(of=life(shop)).takes("buys").passes(4)
    told = [(notice.tone, notice.text) for notice in lived.notices if "teeth" in notice.text]
    assert told == [("good", "The phone asks about teeth. (strength -2, money +30)")]
