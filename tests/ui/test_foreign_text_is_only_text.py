"""Whatever a pack, a name or a save says is shown as it is: it runs nothing, turns nothing, breaks nothing."""

from __future__ import annotations

import pytest

from scsgame.terms import Safe, safe
from scsgame.ui.paper.lines import cut, fill, width_of, wrap
from ui.fake import FakeHouse
from ui.stage import page, press, settle, staged, until

HOSTILE = {
    "markup": "[/nope] [bold [ @click=app.quit]x[/] [@click=app.screenshot('a','/')]y [$primary @click=app.bell]z "
    "[link=file:///etc/passwd]p[/link]",
    "wide letters": "红名单与黑名单" * 6 + "👩‍👩‍👧‍👦👍🏽🇨🇳❤️" * 8 + "e" + "\u0301" * 300,
    "ten thousand letters": "a" * 10_000,
    "ten thousand words": "ab " * 3_500,
    "what turns and steers": "שלום עולם مرحبا بالعالم \x1b]52;c;aGk=\x07\x1b[2J\x9b31m\u202edesrever\u2066 one\ntwo\n\n\nthree",
    "nothing": "",
}


def _worded(words: str):  # type: ignore[no-untyped-def]
    return lambda text: safe(words)


@pytest.mark.parametrize("kind", HOSTILE)
async def test_every_screen_stands_hostile_words(kind: str) -> None:
    """Title, form, picks, day, phone, forms, why, week and debrief are shown with nothing but such words."""
    house = FakeHouse(_worded(HOSTILE[kind]))
    async with staged(house, (60, 20)) as (app, pilot):
        walk = (
            "3", "b", "2", "2", "b", "4", "b", "b", "1", "up", "w", "b",
            "p", "2", "3", "4", "end", "b", "4", "q", "1", "1",
        )  # fmt: skip
        for key in walk:
            await press(pilot, key)
            _check(app)
        for size in ((120, 36),):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            _check(app)
        app.open_sections(house.player.judged(), str(house.player.name))
        await settle(pilot)
        _check(app)
        app.open_debrief(house.player.story(), house.player)
        await settle(pilot)
        for key in ("n", "n", "n", "n", "n", "n", "6", "end", "enter", "enter", "b", "b", "1", "down", "enter", "1"):
            await press(pilot, key)
            _check(app)


def _check(app) -> None:  # type: ignore[no-untyped-def]
    """Hold every drawn cell to the rule: no action but the scroll bars' own, and nothing that steers a terminal."""
    assert app.is_running
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            meta = segment.style.meta if segment.style else {}
            assert not {key for key in meta if key.startswith("@") and not key.startswith("@mouse.")}, meta
            assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in segment.text)
            assert not set(segment.text) & set("\u202a\u202e\u2066\u2028")
            assert not (segment.style and segment.style.link)


async def test_text_meta_runs_no_action_even_if_it_were_there() -> None:
    """The app refuses actions that do not come from its keys or its scroll bars."""
    from rich.style import Style
    from textual import events

    async with staged(alive=True) as (app, pilot):
        style = Style(meta={"@click": "app.quit"})
        event = events.Click(None, 1, 1, 0, 0, 1, False, False, False, 1, 1, style)

        assert not await app._broker_event("click", event, app.screen)
        await settle(pilot)
        assert app.is_running


@pytest.mark.parametrize("width", [2, 3, 7, 40, 76])
@pytest.mark.parametrize("kind", HOSTILE)
def test_no_line_is_wider_than_its_page(kind: str, width: int) -> None:
    """Cutting, filling and wrapping agree about widths, for every writing."""
    words = safe(HOSTILE[kind])

    assert all(width_of(line) <= width for line in wrap(words, width))
    assert width_of(cut(words, width)) <= width
    assert width == width_of(fill(words, width))


def test_wrapping_loses_no_word() -> None:
    """Every letter that is not a space comes out again, in its order."""
    for words in ("The light is red. Across the road.", "芝麻信用 (zhīma xìnyòng) is 信用", "x" * 200):
        assert words.replace(" ", "") == "".join(wrap(words, 9)).replace(" ", "")


async def test_a_hidden_score_is_given_away_nowhere() -> None:
    """With score and course withheld no screen holds the number, the tier, or where they would stand."""
    house = FakeHouse(hidden=True)
    async with staged(house, (120, 36)) as (app, pilot):
        texts = []
        for key in ("1", "down", "p", "4", "end", "b", "question_mark", "b", "colon", "b", "q", "1", "1", "1", "1"):
            await press(pilot, key)
            texts.append(page(app) + str(app.title) + str(app.sub_title))
        await until(pilot, lambda: not getattr(app.screen, "in_grace", False))
        await press(pilot, "n")
        texts.append(page(app))
    whole = "\n".join(texts)
    for word in (
        "652",
        "640",
        "612",
        "600",
        "350",
        "950",
        "very good",
        "as of day",
        "made anew",
        "not from 0",
        "points",
    ):
        assert word not in whole.replace("1,600", ""), word


def test_safe_is_what_the_screens_are_given() -> None:
    """The fake's words are of the same type as the engine's."""
    assert isinstance(FakeHouse().lives()[0].title, Safe)
