"""Help: every key there is, made from the one table of commands."""

from __future__ import annotations

from typing import ClassVar

from scsgame.tongue import phrase
from scsgame.ui.commands import COMMANDS, LIST, NUMBERED, REHEARSAL, Command, commands, key_name
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.row import Row
from scsgame.ui.paper.words import Gap, Heading, Words
from scsgame.ui.screens.page import Page
from scsgame.ui.screens.why import MEANING, status_words


class HelpScreen(Page[None]):
    """The keys of the place one came from first, then those of lists, then the signs."""

    PLACE: ClassVar[str] = "help"

    def __init__(self, place: str) -> None:
        """Show the help for this place."""
        super().__init__()
        self.place = place

    def paint(self) -> None:
        """Paint the page."""
        self.masthead.show(phrase("help.title", "Help"), phrase("help.every_key", "every key"))
        self.put(help_blocks(self.place, self.life_app.look))

    def action_help(self) -> None:
        """Close the page with the key that opened it."""
        self.dismiss(None)


def keys_of(command: Command) -> str:
    """Return all keys of a command as a person reads them."""
    if command.id in NUMBERED:
        return "1-9"
    return " ".join(key_name(key) for key in command.keys)


def help_blocks(place: str, look: Look) -> list[Block]:
    """Return the page."""
    blocks: list[Block] = [
        Words(
            phrase(
                "help.about",
                "You live somebody's days. Some of what you do is seen, and something is made of it. Every choice is saved as you make it.",
            )
        ),
        Gap(),
        Heading(phrase("help.here", "Here")),
    ]
    blocks += [_row(command) for command in commands(place)]
    blocks += [Gap(), Heading(phrase("help.lists", "In every list; the mouse works too"))]
    blocks += [_row(command) for command in commands(LIST)]
    seen = {command.id for command in (*commands(place), *commands(LIST))}
    others = [command for command in COMMANDS if command.id not in seen and command.places != (REHEARSAL,)]
    blocks += [Gap(), Heading(phrase("help.elsewhere", "Elsewhere"))]
    blocks += [_row(command) for command in others]
    blocks += [Gap(), Heading(phrase("help.signs", "Signs"))]
    blocks += [
        Row(look.sign("good"), phrase("help.gain", "a gain, as the office sees it"), lead_width=12),
        Row(look.sign("bad"), phrase("help.loss", "a loss, or a number where trouble begins"), lead_width=12),
        Row(look.sign("shut"), phrase("help.shut", "closed to you; w says by what"), lead_width=12),
    ]
    blocks += [Gap(), Heading(phrase("why.how_well", "How well a thing is known"))]
    blocks += [
        Row("", phrase("colon", "{head}: {words}", head=status_words(status, look), words=words.read()), lead_width=1)
        for status, words in MEANING.items()
    ]
    return blocks


def _row(command: Command) -> Row:
    return Row(keys_of(command), command.about.read(), lead_width=12)
