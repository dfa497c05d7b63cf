"""Rules that stand one below the other end in the same column."""

from __future__ import annotations

import pytest

from ui.stage import SIZES, page, press, settle, staged


@pytest.mark.parametrize("size", SIZES)
async def test_the_rules_of_head_and_tabs_are_of_one_width(size: tuple[int, int]) -> None:
    async with staged(size=size, alive=True) as (app, pilot):
        await press(pilot, "p")
        phone = [line.rstrip() for line in page(app).splitlines() if line.strip() and set(line.strip()) == {"─"}]
        await press(pilot, "b")
        app.open_debrief(app.house.player.story(), app.house.player)  # type: ignore[attr-defined]
        await settle(pilot)
        debrief = [line.rstrip() for line in page(app).splitlines() if line.strip() and set(line.strip()) == {"─"}]
        assert len(set(phone[:2])) == 1
        assert len(set(debrief[:2])) == 1
