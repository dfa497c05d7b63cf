"""Every screen can be reached and left with plain letters, digits, arrows and Enter."""

from __future__ import annotations

from functools import partial

import pytest
from textual.widgets import TextArea

from scsgame.terms import safe
from scsgame.ui.commands import COMMANDS, LIST, REHEARSAL, bar, commands
from scsgame.ui.screens.trouble import TroubleScreen
from scsgame.ui.widgets.keybar import Keybar
from ui.fake import FakeHouse, Toggle
from ui.stage import page, place, press, settle, staged, until

SWITCHES = (
    Toggle("face_recognition", safe("face recognition"), safe("Cameras that know who it is."), on=True),
    Toggle("joint_punishment", safe("joint punishment"), safe("Listed once, barred everywhere."), on=True),
    Toggle("e_dating", safe("e-dating"), safe("A profile that shows the number."), on=False),
)


async def test_parts_are_switched_with_plain_keys_before_a_life_begins() -> None:
    """One part off, another on, and the values still to be picked."""
    async with staged() as (app, pilot):
        house = app.house
        house.switches["sesame"] = SWITCHES  # type: ignore[attr-defined]
        await press(pilot, "2")
        assert "as usual" in page(app)
        await press(pilot, "3")
        assert place(app) == "pick"
        assert "Cameras that know who it is." in page(app)
        await press(pilot, "1", "3", "end", "enter")
        assert place(app) == "form"
        assert "without face recognition, with e-dating" in page(app)
        await press(pilot, "5", "1", "3", "end", "enter", "8")
        assert place(app) == "day"
        asked = ("new", "student", ("sesame",), "as_is", ("candour", "thrift"), "48213", "Me")
        assert (*asked, (("face_recognition",), ("e_dating",))) in house.asked  # type: ignore[attr-defined]


async def test_other_systems_have_their_parts_as_they_usually_are() -> None:
    """Whoever picks another system begins anew with its parts."""
    async with staged() as (app, pilot):
        app.house.switches["sesame"] = SWITCHES  # type: ignore[attr-defined]
        await press(pilot, "2", "3", "1", "end", "enter")
        assert "without face recognition" in page(app)
        await press(pilot, "2", "1", "2", "end", "enter")
        assert "Parts of it" not in page(app)
        await press(pilot, "2", "2", "1", "end", "enter")
        assert "as usual" in page(app)


async def test_a_life_is_judged_again_with_other_parts() -> None:
    """Which systems, then which of their parts; where they have none, nobody is asked."""
    async with staged(FakeHouse(saves=True)) as (app, pilot):
        house = app.house
        house.switches["sesame"] = SWITCHES  # type: ignore[attr-defined]
        await press(pilot, "4", "1", "1", "end", "enter")
        assert "Cameras that know who it is." in page(app)
        await press(pilot, "1", "end", "enter")
        assert place(app) == "sections"
        assert house.suited == "student", "the systems at home in that very life come first"
        asked = ("rescore", "ann.scslife", ("sesame",), (("face_recognition",), ()))
        assert asked in house.asked  # type: ignore[attr-defined]
        await press(pilot, "b", "4", "1", "2", "end", "enter")
        assert place(app) == "sections"
        assert ("rescore", "ann.scslife", ("rongcheng",)) in house.asked  # type: ignore[attr-defined]


async def test_every_screen_is_reached_and_left_without_mouse_escape_or_ctrl() -> None:
    """One walk through the whole house."""
    been: set[str] = set()
    async with staged() as (app, pilot):

        async def go(*keys: str) -> str:
            await press(pilot, *keys)
            been.add(place(app))
            return place(app)

        assert await go("3") == "shelf"
        assert await go("b") == "title"
        assert await go("6") == "settings"
        assert await go("b") == "title"
        assert await go("5") == "atlas"
        assert (
            await go(
                "2", "1", "1", "1", "1", "1", "2", "2", "2", "2", "2", "2", "2", "2", "2", "down", "down", "down"
            )
            == "atlas"
        )
        assert await go("enter") == "card"
        assert await go("b", "b") == "title"
        assert await go("4") == "shelf"
        assert await go("enter") == "pick"
        assert await go("1", "2", "end", "enter") == "sections"
        assert await go("b") == "title"
        assert await go("2") == "form"
        assert await go("5") == "ask"
        assert await go("x", "y", "enter") == "form"
        assert await go("6") == "ask"
        assert await go("tab", "2") == "form"
        assert await go("4") == "pick"
        assert await go("1", "3", "end", "enter") == "form"
        assert await go("7") == "day"
        assert ("new", "student", ("sesame",), "as_is", ("candour", "thrift"), "48213", "xy") in app.house.asked  # type: ignore[attr-defined]
        assert await go("p") == "phone"
        assert await go("right", "right", "n", "left", "4") == "phone"
        assert await go("w") == "why"
        assert await go("w") == "phone"
        assert await go("p") == "day"
        assert await go("question_mark") == "help"
        assert await go("question_mark") == "day"
        assert await go("colon") == "palette"
        assert await go("1") == "phone"
        assert await go("b") == "day"
        assert await go("w") == "why"
        assert await go("b") == "day"
        assert await go("q") == "leave"
        assert await go("1") == "day"
        assert await go("1", "1", "1") == "week"
        await until(pilot, lambda: not app.screen.in_grace)  # type: ignore[attr-defined]
        assert await go("n") == "day"
        assert await go("q", "2") == "title"
        assert app.player is None
        assert app.house.player.closed  # type: ignore[attr-defined]
        app.open_debrief(app.house.player.story(), app.house.player)  # type: ignore[attr-defined]
        assert await go("left", "right", "n", "4", "end", "enter") == "record"
        assert await go("1", "2") == "pick"
        assert await go("2") == "record"
        assert await go("b", "6") == "debrief"
        await until(pilot, lambda: "One life, each system" in page(app))
        assert await go("end", "enter") == "doors"
        assert await go("1") == "finding"
        assert await go("1") == "turns"
        assert await go("w") == "why"
        assert await go("b", "b", "b", "b") == "debrief"
        assert await go("b") == "title"
    missing = (
        {where for command in COMMANDS for where in command.places}
        - been
        - {LIST, REHEARSAL, "plea", "ending", "title"}
    )
    assert not missing


async def test_a_life_that_was_taken_up_at_once_leads_to_the_title_and_back_to_it_again() -> None:
    """It lies at the bottom of all screens, where nothing can be put in its place."""
    async with staged(alive=True) as (app, pilot):
        for _ in range(2):
            await press(pilot, "q", "2")
            assert place(app) == "title"
            app.open_debrief(app.house.player.story(), app.house.player)  # type: ignore[attr-defined]
            await press(pilot, "2")
            assert place(app) == "debrief"


def test_every_command_has_a_plain_key() -> None:
    """No ctrl, no escape is ever the only way."""
    for command in COMMANDS:
        plain = [key for key in command.keys if not key.startswith("ctrl+") and key != "escape"]
        assert plain, command.id


def test_no_key_means_two_things_in_one_place() -> None:
    """A page's keys and a list's keys do not collide, digits aside: a list takes them first."""
    for where in {where for command in COMMANDS for where in command.places} - {LIST}:
        keys = [key for command in (*commands(where), *commands(LIST)) for key in command.keys if not key.isdigit()]
        assert len(keys) == len(set(keys)), where


def test_the_bar_shows_help_in_the_narrowest_window() -> None:
    """What does not fit in the bar can be found with the key that always fits."""

    for where in {where for command in COMMANDS for where in command.places} - {LIST}:
        line = "".join(run.text for run in Keybar.draw(_bar(where), 30)[0])
        assert "? help" in line


def _bar(where: str):  # type: ignore[no-untyped-def]
    from types import SimpleNamespace

    from scsgame.ui.paper.look import Look

    shown = SimpleNamespace(commands=bar(where), more=False, writing=False, look=Look(), words={}, _places=[])
    shown._key, shown._word, shown._room = (
        partial(made, shown) for made in (Keybar._key, Keybar._word, Keybar._room)
    )
    return shown


async def test_a_digit_takes_the_offer_that_bears_it() -> None:
    """What is pressed is what is chosen."""
    async with staged(alive=True) as (app, pilot):
        await press(pilot, "2")

        assert ["choose", "crossing13", "cross"] in app.house.player.made  # type: ignore[attr-defined]


async def test_a_closed_offer_is_not_taken_but_says_by_what() -> None:
    """A closed door answers, and `w` asks about what closed it."""
    async with staged(alive=True) as (app, pilot):
        await press(pilot, "4")

        assert not app.house.player.made  # type: ignore[attr-defined]
        assert "You cannot do that: closed: Sesame Credit" in page(app)


async def test_a_bill_is_paid_from_the_phone() -> None:
    """Paying is a move like any other."""
    async with staged(alive=True) as (app, pilot):
        await press(pilot, "p", "enter")

        assert ["pay", "phone"] in app.house.player.made  # type: ignore[attr-defined]
        assert "Phone and data" not in page(app)


async def test_going_back_from_a_list_of_the_form_keeps_what_is_ticked_where_it_is_enough() -> None:
    """One value of two is not enough, so it is let go; two are kept."""
    async with staged() as (app, pilot):
        await press(pilot, "2", "4", "1", "b")
        assert app.screen.held == ()  # type: ignore[attr-defined]
        await press(pilot, "4", "1", "2", "b")
        assert len(app.screen.held) == 2  # type: ignore[attr-defined]


async def test_looking_at_an_office_is_a_move_once_each_time_the_phone_is_out() -> None:
    """Turning to and fro does not count as looking again."""
    async with staged(alive=True) as (app, pilot):
        await press(pilot, "p", "4", "3", "4", "b", "p", "4")

        assert app.house.player.made.count(["look", "sesame"]) == 2  # type: ignore[attr-defined]


async def test_a_plea_is_counted_live_and_not_sent_when_it_is_too_long() -> None:
    """The form takes 120 characters, and no more."""
    async with staged(alive=True) as (app, pilot):
        await press(pilot, "p", "4")
        app.open_plea(app.screen, "sesame", "fix")  # type: ignore[arg-type]
        await settle(pilot)
        app.screen.query_one(TextArea).insert("word" * 31)
        await settle(pilot)

        assert "4 characters too many" in page(app)
        await press(pilot, "tab", "1")
        assert place(app) == "plea"
        await press(pilot, "shift+tab", "backspace", "backspace", "backspace", "backspace", "tab", "1")
        assert place(app) == "phone"
        assert ["plead", "sesame", "fix", "m1", "word" * 30] in app.house.player.made  # type: ignore[attr-defined]


async def test_a_save_that_fails_is_said_and_the_day_stays() -> None:
    """The choice is not made, and the sentence is shown."""
    house = FakeHouse()
    house.player.broken = "What you chose is not saved: the disk is full."
    async with staged(house, alive=True) as (app, pilot):
        await press(pilot, "1")

        assert "the disk is full" in page(app)
        house.player.broken = ""
        await press(pilot, "1", "1")
        assert ["choose", "crossing13", "wait"] in house.player.made


async def test_what_comes_by_itself_takes_no_decision_in_its_first_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key typed ahead was meant for the page before. How long the moment is, is said here: a clock would be luck."""
    monkeypatch.setattr("scsgame.ui.screens.page.GRACE", float("inf"))
    async with staged(alive=True) as (app, pilot):
        await press(pilot, "1", "1", "1")
        assert place(app) == "week"
        await press(pilot, "n", "enter", "1", "space")
        assert place(app) == "week"
        monkeypatch.setattr("scsgame.ui.screens.page.GRACE", 0)
        await press(pilot, "n")
        assert place(app) == "day"


async def test_quitting_says_that_the_life_is_saved() -> None:
    """A second q leaves."""
    async with staged(alive=True) as (app, pilot):
        await press(pilot, "q", "q")
    assert "Saved as “Ann”" in str(app.return_value)
    assert app.house.player.closed  # type: ignore[attr-defined]


async def test_the_mouse_takes_an_offer_and_a_key_of_the_bar() -> None:
    """A click does what the key beside it does."""
    async with staged(alive=True) as (app, pilot):
        lines = page(app).splitlines()
        row = next(at for at, line in enumerate(lines) if "Cross with the others" in line)
        await pilot.click(offset=(8, row))
        await settle(pilot)
        assert ["choose", "crossing13", "cross"] in app.house.player.made  # type: ignore[attr-defined]
        await pilot.click(offset=(3, 23))
        await until(pilot, lambda: place(app) == "phone")


async def test_ctrl_c_asks_and_ctrl_q_leaves_with_the_save_let_go() -> None:
    """The keys that people press out of habit do no harm."""
    async with staged(alive=True) as (app, pilot):
        await press(pilot, "ctrl+c")
        assert place(app) == "leave"
        await press(pilot, "ctrl+q")
    assert app.house.player.closed  # type: ignore[attr-defined]


async def test_a_second_press_on_a_page_that_is_closing_closes_nothing_else() -> None:
    """Two quick presses on a refusal at the title ended in a crash: the second one closed the title."""
    async with staged() as (app, pilot):
        for _ in range(2):
            app.push_screen(TroubleScreen("Refused", "There is no room."))
        await settle(pilot)
        top = app.screen
        for _ in range(4):
            top.took("back")  # type: ignore[attr-defined]
        await settle(pilot)
        assert place(app) == "help"
        app.screen.took("back")  # type: ignore[attr-defined]
        await settle(pilot)
        assert place(app) == "title"


async def test_a_quick_second_press_meant_for_the_scene_before_does_nothing() -> None:
    """It asked for a choice that the next scene does not have, and was refused on a page of its own."""
    async with staged(alive=True) as (app, pilot):
        app.screen.took("a_choice_of_the_scene_before")  # type: ignore[attr-defined]
        await settle(pilot)
        assert place(app) == "day"
        assert not app.house.player.made  # type: ignore[attr-defined]
