"""Contrast, computed: what must be read can be read, in each of the four themes and without colour."""

from __future__ import annotations

from itertools import pairwise

import pytest
from rich.color import Color

from scsgame.ui.themes import NAMES, PALETTES, Ink, inks, palette
from ui.stage import page, press, settle, staged

READ: tuple[Ink, ...] = (
    "plain", "dim", "strong", "title", "accent", "good", "bad", "key", "shut", "cursor", "cursor_dim", "seal",
)  # fmt: skip


def _luminance(colour: Color) -> float:
    parts = [part / 255 for part in colour.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return the ratio of WCAG 2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", NAMES)
def test_every_ink_reaches_its_contrast(name: str) -> None:
    """4.5:1 for all, 7:1 in the theme that promises it."""
    least = 7.0 if name == "contrast" else 4.5
    for ink in READ:
        style = inks(name)[ink]
        assert style.color and style.bgcolor
        assert contrast(style.color, style.bgcolor) >= least, (name, ink)


@pytest.mark.parametrize("name", NAMES)
def test_plain_words_are_better_than_good_enough(name: str) -> None:
    """The words one reads most stand at 7:1 in every theme."""
    style = inks(name)["plain"]
    assert style.color and style.bgcolor
    assert contrast(style.color, style.bgcolor) >= 7


# Machado and others 2009, deuteranopia, severity 1.
_DEUTAN = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))


def _lab(colour: str, deutan: bool) -> tuple[float, float, float]:
    linear = []
    for part in Color.parse(colour).get_truecolor():
        share = part / 255
        linear.append(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
    if deutan:
        linear = [max(0.0, sum(weight * part for weight, part in zip(row, linear, strict=True))) for row in _DEUTAN]
    red, green, blue = linear
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    f = [value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z)]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def test_blue_and_orange_are_told_apart_without_red_and_green() -> None:
    """Gain and loss stay far apart for eyes that do not tell red from green."""
    found = palette("blue and orange")
    one, other = _lab(found.good, deutan=True), _lab(found.bad, deutan=True)
    assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 40


def test_the_themes_differ() -> None:
    """Four names, four papers."""
    assert len({found.paper for found in PALETTES}) == len(PALETTES)
    assert all(one != other for one, other in pairwise(NAMES))


async def test_without_colour_nothing_is_coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR leaves bold, underline and reverse, and no colour code at all."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with staged(alive=True) as (app, _):
        filters = app.get_line_filters()
        reverse = False
        for strip in app.screen._compositor.render_strips():
            segments = list(strip)
            for line_filter in filters:
                segments = line_filter.apply(segments, app.screen.background_colors[1])
            for segment in segments:
                style = segment.style
                assert style is None or style.color is None or style.color.is_default
                assert style is None or style.bgcolor is None or style.bgcolor.is_default
                reverse = reverse or bool(style and style.reverse)
        assert reverse, "the line under the cursor must stand out"
        assert "loss" in page(app)
        assert "low" in page(app) or "▼18" in page(app)


async def test_the_theme_changes_everywhere_and_is_kept() -> None:
    """`t` takes the next one; it is in the settings at once."""
    async with staged(alive=True) as (app, pilot):
        await press(pilot, "t")
        await settle(pilot)

        assert "paper" == app.look.theme == app.house.load_settings()["theme"]
        paper = Color.parse(palette("paper").paper)
        strips = app.screen._compositor.render_strips()
        papers = {
            segment.style.bgcolor for strip in strips for segment in strip if segment.style and segment.text.strip()
        }
        assert paper in papers
        assert Color.parse(palette("night").paper) not in papers
