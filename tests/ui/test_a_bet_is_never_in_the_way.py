"""Bets on the screen: offered once a week below the way on, made by keys alone, passed over with one, switched off for good."""

from __future__ import annotations

from ui.fake import FakeHouse
from ui.stage import page, place, press, staged, until


async def _at_the_week_s_end(pilot, app) -> None:
    await press(pilot, "1", "1", "1")
    assert place(app) == "week"
    await until(pilot, lambda: not app.screen.in_grace)


async def test_a_bet_is_made_by_keys_alone_at_the_end_of_a_week() -> None:
    async with staged(alive=True, size=(80, 40)) as (app, pilot):
        await _at_the_week_s_end(pilot, app)
        assert "Bet on Sesame Credit for 1 Apr" in page(app)
        await press(pilot, "2")
        assert place(app) == "ask"
        await press(pilot, "6", "4", "0", "enter")

        assert place(app) == "week"
        assert ["bet", "sesame", "640"] in app.house.player.made
        assert "you bet on 640 for 1 Apr" in page(app)
        assert "Bet on Sesame Credit" not in page(app)
        await press(pilot, "n")
        assert place(app) == "day"


async def test_going_on_passes_a_bet_over_with_one_key() -> None:
    async with staged(alive=True) as (app, pilot):
        await _at_the_week_s_end(pilot, app)
        await press(pilot, "n")

        assert place(app) == "day"
        assert not [made for made in app.house.player.made if made[0] == "bet"]


async def test_nothing_written_is_no_bet() -> None:
    async with staged(alive=True) as (app, pilot):
        await _at_the_week_s_end(pilot, app)
        await press(pilot, "2", "enter")
        assert place(app) == "week"
        await press(pilot, "2", "7", "tab", "2")

        assert place(app) == "week"
        assert not [made for made in app.house.player.made if made[0] == "bet"]


async def test_what_is_no_number_is_answered_and_nothing_is_made() -> None:
    async with staged(alive=True) as (app, pilot):
        await _at_the_week_s_end(pilot, app)
        await press(pilot, "2", "x", "enter")

        assert "A bet is a number, such as 640 or 4.5." in page(app)
        assert not [made for made in app.house.player.made if made[0] == "bet"]


async def test_one_can_bet_in_the_office_s_app_too() -> None:
    async with staged(alive=True, size=(80, 40)) as (app, pilot):
        await press(pilot, "p", "4")
        assert "Bet on Sesame Credit for 1 Apr" in page(app)
        while app.screen.sheet.chosen.key != "bet sesame":
            await press(pilot, "down")
        await press(pilot, "enter", "6", "6", "0", "enter")

        assert place(app) == "phone"
        assert ["bet", "sesame", "660"] in app.house.player.made
        assert "you bet on 660 for 1 Apr" in page(app)


async def test_bets_are_switched_off_in_the_settings_and_stay_off() -> None:
    house = FakeHouse()
    async with staged(house) as (app, pilot):
        await press(pilot, "6", "9")
        assert place(app) == "settings"
    assert house.settings["bets"] is False
    async with staged(house, alive=True, size=(80, 40)) as (app, pilot):
        await _at_the_week_s_end(pilot, app)
        assert "Bet on" not in page(app)
        await press(pilot, "n", "p", "4")
        assert "Bet on" not in page(app)


async def test_a_hidden_score_is_bet_on_without_a_number_to_start_from() -> None:
    async with staged(FakeHouse(hidden=True), alive=True, size=(80, 40)) as (app, pilot):
        await _at_the_week_s_end(pilot, app)

        (line,) = [line for line in page(app).splitlines() if "Bet on Sesame Credit" in line]
        assert "now" not in line
