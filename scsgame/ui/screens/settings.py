"""Settings: colours, movement, signs, language. They are kept as soon as they are changed."""

from __future__ import annotations

from typing import ClassVar

from scsgame.ui.paper.block import Block
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.words import Gap, Heading, Words
from scsgame.ui.screens.page import Page
from scsgame.ui.themes import PALETTES

LANGUAGES = (("en", "English"), ("zh", "中文, where a pack has it"))


class SettingsScreen(Page[None]):
    """Each line is ticked or not; taking it changes it."""

    PLACE: ClassVar[str] = "settings"

    def paint(self, keep: bool = False) -> None:
        """Show what is set."""
        app = self.life_app
        look = app.look
        self.masthead.show("Settings")

        def tick(on: bool) -> str:
            return look.sign("on" if on else "off")

        blocks: list[Block] = [Heading("Colours")]
        for number, palette in enumerate(PALETTES, 1):
            key = f"theme {palette.name}"
            blocks.append(Entry(key, palette.name, number, palette.about, mark=tick(look.theme == palette.name)))
        if look.colourless:
            blocks.append(Words("NO_COLOR is set: nothing is coloured.", "dim", indent=4))
        blocks += [
            Gap(),
            Heading("Movement and signs"),
            Entry("still", "No movement", 5, mark=tick(look.still)),
            Entry("ascii", "Plain signs only", 6, "no boxes, no dots", mark=tick(look.ascii)),
            Gap(),
            Heading("Language of the content"),
        ]
        for number, (code, name) in enumerate(LANGUAGES, 7):
            blocks.append(Entry(f"language {code}", name, number, mark=tick(app.language == code)))
        blocks += [Words("It holds from the next life or resume on.", "dim", indent=4)]
        self.put(blocks, keep)

    def took(self, key: str) -> None:
        """Change what was taken."""
        what, _, which = key.partition(" ")
        app = self.life_app
        match what:
            case "theme":
                app.wish(theme=which)
            case "still":
                app.wish(still=not app.look.still)
            case "ascii":
                app.wish(plain=not app.look.ascii)
            case "language":
                app.speak(which)
        self.paint(keep=True)

    def action_theme(self) -> None:
        """Take the next theme, and tick it."""
        super().action_theme()
        self.paint(keep=True)
