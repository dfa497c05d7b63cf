"""What takes seconds to work out never freezes the screen, and is called off when nobody waits for it any more."""

from __future__ import annotations

from asyncio import sleep
from threading import Event

from scsgame.debrief.chapters.page import Page
from scsgame.debrief.finding import Finding
from scsgame.debrief.heed import CalledOff, Heed
from scsgame.debrief.story import Chapter
from scsgame.terms import Safe
from ui.fake import FakeHouse
from ui.fake_story import FakeStory, story_of
from ui.stage import page, place, press, settle, staged, until


class Slow:
    """Something that is worked out for as long as nobody says that it may end."""

    def __init__(self) -> None:
        self.begun, self.may_end, self.called_off = Event(), Event(), Event()

    def work(self, heed: Heed) -> None:
        self.begun.set()
        while not self.may_end.wait(0.002):
            try:
                heed()
            except CalledOff:
                self.called_off.set()
                raise

    def page(self, heed: Heed) -> Page:
        self.work(heed)
        return Page((Safe("It took long."),))


def slow_story(slow: Slow) -> FakeStory:
    """Return a story whose second chapter takes as long as one likes, and so does any door."""
    story = story_of(Safe)
    chapters = (story.chapters[0], Chapter("seen", Safe("Slow"), slow.page), *story.chapters[2:])

    class SlowDoors(FakeStory):
        def asked(self, door, heed) -> Finding:  # type: ignore[no-untyped-def, override]
            slow.work(heed)
            return super().asked(door)

    return SlowDoors(chapters, None, "en", Safe)


async def test_one_may_turn_on_while_a_chapter_is_worked_out_which_is_then_called_off() -> None:
    slow = Slow()
    async with staged() as (app, pilot):
        app.open_debrief(slow_story(slow), app.house.player)  # type: ignore[attr-defined]
        await press(pilot, "1")
        app.screen.action_right()  # type: ignore[attr-defined]
        await until(pilot, slow.begun.is_set)
        assert "Working it out." in page(app)
        app.screen.action_right()  # type: ignore[attr-defined]
        await until(pilot, slow.called_off.is_set)
        await press(pilot, "3")
        assert "It took long." not in page(app)
        slow.may_end.set()
        await press(pilot, "2")
        assert "It took long." in page(app)


async def test_a_door_asked_about_can_be_left_alone_again() -> None:
    slow = Slow()
    async with staged() as (app, pilot):
        app.open_doors(slow_story(slow), app.house.player)  # type: ignore[attr-defined]
        await press(pilot, "home")
        app.screen.took("0")  # type: ignore[attr-defined]
        await until(pilot, slow.begun.is_set)
        await sleep(0.02)
        assert "Going back calls it off" in page(app)
        app.screen.action_back()  # type: ignore[attr-defined]
        await until(pilot, slow.called_off.is_set)
        await press(pilot, "home")
        assert place(app) == "doors"
        slow.may_end.set()
        app.screen.took("0")  # type: ignore[attr-defined]
        await until(pilot, lambda: place(app) == "finding")


async def test_leaving_the_debrief_calls_off_what_it_was_working_out() -> None:
    slow = Slow()
    async with staged() as (app, pilot):
        app.open_debrief(slow_story(slow), app.house.player)  # type: ignore[attr-defined]
        await press(pilot, "1")
        app.screen.action_right()  # type: ignore[attr-defined]
        await until(pilot, slow.begun.is_set)
        app.screen.action_back()  # type: ignore[attr-defined]
        await until(pilot, slow.called_off.is_set)


async def test_the_title_says_that_content_is_being_read_and_opens_the_page_once_it_is() -> None:
    house = FakeHouse()
    house.reading = Event()
    async with staged(house) as (app, pilot):
        title = app.screen
        title.took("new")  # type: ignore[attr-defined]
        await until(pilot, lambda: "Reading the lives and the systems" in page(app))
        title.took("new")  # type: ignore[attr-defined]
        title.took("atlas")  # type: ignore[attr-defined]
        assert place(app) == "title"
        house.reading.set()
        await until(pilot, lambda: place(app) == "form")
        await settle(pilot)
        await press(pilot, "b")
        assert place(app) == "title"
        assert "Reading" not in page(app)


async def test_content_that_is_read_already_is_opened_without_a_word() -> None:
    async with staged() as (app, pilot):
        await press(pilot, "1")
        assert place(app) == "day"
        assert "Reading" not in page(app)


async def test_a_debrief_of_one_page_offers_no_next_one() -> None:
    story = story_of(Safe)
    async with staged() as (app, pilot):
        app.open_debrief(FakeStory(story.chapters[:1], None, "en", Safe), app.house.player)  # type: ignore[attr-defined]
        await settle(pilot)
        assert "next page" not in page(app)
        await press(pilot, "b")
        app.open_debrief(story, app.house.player)  # type: ignore[attr-defined]
        await settle(pilot)
        assert "next page" in page(app)
