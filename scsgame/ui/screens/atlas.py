"""The atlas: a timeline of every system of the sources, and what to show of it."""

from __future__ import annotations

from typing import ClassVar

from scsgame.session.atlas import DOES, REALS, REGIONS, Atlas, Line, Sieve, epoch
from scsgame.tongue import Phrase, phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.span import Axis, Span
from scsgame.ui.paper.words import Gap, Heading, Words
from scsgame.ui.screens.page import Page
from scsgame.ui.screens.why import dots
from scsgame.ui.themes import Ink

WHERE, WHAT, HOW = "\x00region", "\x00does", "\x00real"
_INKS: dict[str, Ink] = {"documented": "accent", "reported": "accent", "contested": "bad", "fictional": "dim"}


class AtlasScreen(Page[None]):
    """The timeline. Three lines at its head say which systems it shows; taking one turns to the next possibility."""

    PLACE: ClassVar[str] = "atlas"

    def __init__(self, atlas: Atlas) -> None:
        """Show everything at first."""
        super().__init__()
        self.atlas = atlas
        self.sieve = Sieve()

    def paint(self, keep: bool = False) -> None:
        """Show the systems that the sieve lets through."""
        lines = self.atlas.lines(self.sieve)
        everything = len(self.atlas.entries)
        self.masthead.show(
            phrase("atlas.head", "The atlas"),
            phrase("atlas.of", "{count} of {all} systems", count=len(lines), all=everything),
        )
        blocks: list[Block] = [
            self._filter(
                WHERE,
                1,
                phrase("atlas.filter.where", "Where"),
                REGIONS,
                self.sieve.region,
                phrase("atlas.anywhere", "anywhere"),
            ),
            self._filter(
                WHAT,
                2,
                phrase("atlas.filter.does", "What is done to people"),
                DOES,
                self.sieve.does,
                phrase("atlas.anything", "anything"),
            ),
            self._filter(
                HOW,
                3,
                phrase("atlas.filter.real", "How well it is known"),
                REALS,
                self.sieve.real,
                phrase("atlas.however", "however well"),
            ),
            Gap(),
        ]
        if not lines:
            blocks.append(
                Words(
                    phrase("atlas.nothing", "No system is all of this. Turn one of the three lines above."),
                    "dim",
                    indent=2,
                )
            )
        blocks.append(Axis(sign=5))
        before = ""
        for line in lines:
            if epoch(line.began) != before:
                before = epoch(line.began)
                blocks += [*([Gap()] if len(blocks) > 5 else []), Heading(before)]
            blocks.append(self._span(line))
        self.put(blocks, keep)

    def _filter(
        self, key: str, number: int, text: str, words: dict[str, Phrase], chosen: str, anything: str
    ) -> Block:
        return Entry(key, text, number, words[chosen].read() if chosen else anything, leader=True)

    def _span(self, line: Line) -> Block:
        return Span(
            line.id,
            line.years,
            line.title,
            line.began,
            line.ended,
            dots(line.real, self.life_app.look),
            _INKS[line.real],
        )

    def took(self, key: str) -> None:
        """Turn a line of the sieve, or open a card."""
        match key:
            case "\x00region":
                self._turn(self.sieve._replace(region=_next(REGIONS, self.sieve.region)))
            case "\x00does":
                self._turn(self.sieve._replace(does=_next(DOES, self.sieve.does)))
            case "\x00real":
                self._turn(self.sieve._replace(real=_next(REALS, self.sieve.real)))
            case _:
                self.life_app.open_card(self.atlas, key)

    def _turn(self, sieve: Sieve) -> None:
        self.sieve = sieve
        self.paint(keep=True)


def _next(words: dict[str, Phrase], chosen: str) -> str:
    """Return the next possibility, "" for all of them after the last."""
    row = ["", *words]
    return row[(row.index(chosen) + 1) % len(row)]
