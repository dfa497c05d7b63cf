"""Settings: colours, movement, signs, language. They are kept as soon as they are changed."""

from __future__ import annotations

from typing import ClassVar

from scsgame.tongue import LANGUAGES, phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.words import Gap, Heading, Words
from scsgame.ui.screens.page import Page
from scsgame.ui.themes import PALETTES, title_of


class SettingsScreen(Page[None]):
    """Each line is ticked or not; taking it changes it."""

    PLACE: ClassVar[str] = "settings"

    def paint(self, keep: bool = False) -> None:
        """Show what is set."""
        app = self.life_app
        look = app.look
        self.masthead.show(phrase("settings.title", "Settings"))

        def tick(on: bool) -> str:
            return look.sign("on" if on else "off")

        blocks: list[Block] = [Heading(phrase("settings.colours", "Colours"))]
        for number, palette in enumerate(PALETTES, 1):
            key = f"theme {palette.name}"
            blocks.append(
                Entry(
                    key,
                    title_of(palette.name),
                    number,
                    phrase(f"theme.{palette.name.replace(' ', '_')}_about", palette.about),
                    mark=tick(look.theme == palette.name),
                )
            )
        if look.colourless:
            blocks.append(
                Words(phrase("settings.no_color", "NO_COLOR is set: nothing is coloured."), "dim", indent=4)
            )
        blocks += [
            Gap(),
            Heading(phrase("settings.movement", "Movement and signs")),
            Entry("still", phrase("settings.still", "No movement"), 5, mark=tick(look.still)),
            Entry(
                "ascii",
                phrase("settings.ascii", "Plain signs only"),
                6,
                phrase("settings.ascii_about", "no boxes, no dots"),
                mark=tick(look.ascii),
            ),
            Gap(),
            Heading(phrase("settings.language", "Language")),
        ]
        for number, (code, name) in enumerate(LANGUAGES, 7):
            blocks.append(Entry(f"language {code}", name, number, mark=tick(app.language == code)))
        blocks += [
            Words(
                phrase("settings.language_about", "Content is told in it from the next life or resume on."),
                "dim",
                indent=4,
            ),
            Gap(),
            Heading(phrase("settings.play", "While you play")),
            Entry(
                "bets",
                phrase("settings.bets", "Offer bets on your score"),
                9,
                phrase("settings.bets_about", "once a week, and they change nothing"),
                mark=tick(app.offers_bets),
            ),
        ]
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
            case "bets":
                app.offer_bets(not app.offers_bets)
        self.paint(keep=True)

    def action_theme(self) -> None:
        """Take the next theme, and tick it."""
        super().action_theme()
        self.paint(keep=True)
