"""The screens in Simplified Chinese: nothing is cut in the middle of a letter, and no English is left."""

import re

import pytest

from scsgame.terms import safe
from scsgame.tongue import speak
from scsgame.ui.paper.lines import width_of
from ui.fake import FakeHouse
from ui.stage import compare, page, press, settle, staged

SIZES = ((60, 20), (80, 24))
WORDS = ("灯是红的。马路对面，车门开着，林浩在车上。", "الضوء أحمر عبر الشارع", "האור אדום מעבר לכביש")


@pytest.fixture(autouse=True)
def english_again():
    yield
    speak("en")


def chinese():
    return FakeHouse(settings={"language": "zh"})


@pytest.mark.parametrize(("name", "alive", "keys"), [
    ("title", False, ""), ("form", False, "2"), ("settings", False, "6"), ("day", True, ""), ("phone", True, "p"),
    ("office", True, "p4"), ("why", True, "p4w"), ("help", True, "?"), ("leave", True, "q"),
])  # fmt: skip
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_screen_in_chinese_is_drawn_as_in_its_golden_file(name, alive, keys, size):
    async with staged(chinese(), size, alive) as (app, pilot):
        await press(pilot, *keys)
        await settle(pilot)
        shown = page(app)
        assert all(width_of(line) <= size[0] for line in shown.split("\n"))
        assert "�" not in shown
        compare(f"zh-{name}-{size[0]}x{size[1]}", shown)


async def test_the_language_changes_at_once_and_is_kept():
    house = FakeHouse(settings={"language": "en"})
    async with staged(house) as (app, pilot):
        await press(pilot, "6")
        assert "Colours" in page(app)
        await press(pilot, "8")
        assert "颜色" in page(app)
        await press(pilot, "b")
        assert "开始新的人生" in page(app)
        assert re.search(r"退出", page(app))
        assert house.settings["language"] == "zh"
        assert ("speak", "zh") in house.asked


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("size", [*SIZES, (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_wide_and_right_to_left_words_keep_every_line_in_its_width(words, size):
    house = FakeHouse(say=lambda text: safe(f"{words} {text}"))
    async with staged(house, size, alive=True) as (app, pilot):
        for keys in ("", "p", "n", "n", "n", "b"):
            await press(pilot, *keys)
            shown = page(app)
            assert all(width_of(line) <= size[0] for line in shown.split("\n"))


async def test_a_theme_taken_by_its_key_is_named_in_chinese():
    async with staged(chinese()) as (app, pilot):
        await press(pilot, "t")
        assert "配色：纸" in page(app)
