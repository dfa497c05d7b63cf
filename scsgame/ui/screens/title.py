"""The title: go on with a life, begin one, look at one again."""

from __future__ import annotations

from contextlib import suppress
from typing import ClassVar

from scsgame.tongue import phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.entry import Entry, Notes
from scsgame.ui.paper.words import Gap
from scsgame.ui.player import House, Shelved
from scsgame.ui.screens.page import Page
from scsgame.ui.widgets.wordmark import Wordmark

NEEDS_CONTENT = ("continue", "new", "atlas")
"""The lines behind which content is needed."""

LONG = 0.3
"""After so many seconds of reading, that is said."""


def _read(house: House) -> None:
    """Read the content; where it cannot be read, that is said when a part of it is asked for."""
    with suppress(Exception):
        house.lives()


class TitleScreen(Page[None]):
    """The first page. It lists what there is to do, and nothing about any score."""

    PLACE: ClassVar[str] = "title"

    def __init__(self) -> None:
        """Put the word mark where the head stands on other pages."""
        super().__init__()
        self.masthead = Wordmark()
        self.newest: Shelved | None = None
        self.seen = False
        self.reading = False

    def paint(self) -> None:
        """List what there is to do; the newest open life comes first."""
        house = self.life_app.house
        saves = list(house.saves())
        self.newest = next((save for save in saves if save.state in ("whole", "torn")), None)
        blocks: list[Block] = []
        number = 0

        def line(key: str, text: str, about: str = "", right: str = "") -> None:
            nonlocal number
            number += 1
            notes: Notes = ((about, "dim"),) if about else ()
            blocks.extend((Entry(key, text, number, right, notes), Gap()))

        if self.newest is not None:
            line(
                "continue",
                phrase("title.go_on", "Go on as {name}", name=self.newest.name),
                str(self.newest.sentence),
                phrase("day", "day {day}", day=self.newest.day),
            )
        line("new", phrase("title.new", "Begin a new life"))
        if saves:
            line(
                "shelf",
                phrase("title.shelf", "Take up another life"),
                right=phrase("shelf.saved", "{count} saved", count=len(saves)),
            )
            line("rescore", phrase("title.rescore", "Judge an older life by another system"))
        line("atlas", phrase("title.atlas", "The atlas: every system there was, is, or was imagined"))
        line("settings", phrase("title.settings", "Settings: colours, signs, movement, language"))
        line("quit", phrase("leave.quit", "Quit"))
        self.put(blocks[:-1])

    def on_screen_resume(self) -> None:
        """Look at the shelf again; a life may have moved on."""
        if self.seen:
            self.paint()
        self.seen = True
        super().on_screen_resume()

    def took(self, key: str) -> None:
        """Open what was taken; the content it needs is read beside the screen, with a word where that takes long."""
        if self.reading and key != "quit":
            return
        house = self.life_app.house
        if key not in NEEDS_CONTENT or house.ready:
            self.open_line(key)
            return
        self.reading = True
        self.set_timer(LONG, self._say_it_reads)
        self.work_out(lambda _: _read(house), lambda _: self._has_read(key))

    def _say_it_reads(self) -> None:
        if self.reading:
            self.herald.hold(("neutral", phrase("title.reading", "Reading the lives and the systems ...")))

    def _has_read(self, key: str) -> None:
        self.reading = False
        self.herald.hush()
        self.open_line(key)

    def open_line(self, key: str) -> None:
        """Open what stands behind a line."""
        app = self.life_app
        match key:
            case "continue" if self.newest is not None:
                app.resume(self.newest.file)
            case "new":
                app.open_form()
            case "shelf":
                app.open_shelf("resume")
            case "rescore":
                app.open_shelf("rescore")
            case "atlas":
                app.open_atlas()
            case "settings":
                app.open_settings()
            case "quit":
                app.leave()

    def action_quit(self) -> None:
        """Leave at once: nothing is open."""
        self.life_app.leave()
