"""A life that no save keeps, as with --no-save or in a rehearsal, is never said to be saved."""

from __future__ import annotations

from ui.fake import FakeHouse
from ui.stage import page, press, settle, staged


async def test_who_leaves_a_life_that_is_not_kept_is_told_so() -> None:
    house = FakeHouse()
    house.player.saved = False
    async with staged(house, alive=True) as (app, pilot):
        await press(pilot, "1", "u")
        assert "Taken back." in page(app)
        assert "save" not in page(app)
        await press(pilot, "q")
        assert "This life is not saved" in page(app)
        assert "is saved as" not in page(app)
        await press(pilot, "q")
    assert app.return_value == "This life was not saved."


async def test_who_leaves_a_life_that_is_kept_is_told_its_name() -> None:
    async with staged(alive=True) as (app, pilot):
        await press(pilot, "q")
        assert "Your life is saved as “Ann”" in page(app)
        await settle(pilot)
