"""Is this real? What a rule, a mark or a door does, where it comes from, and what a student can cite."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from scsgame.game.views import WhyView
from scsgame.game.wording import STATUS
from scsgame.terms import STATUSES, Safe
from scsgame.tongue import Phrase, phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.lines import Run
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.words import Gap, Heading, Words
from scsgame.ui.player import Fact
from scsgame.ui.screens.page import Page

MEANING = {
    "documented": Phrase("meaning.documented", "a text, a law or a study says so"),
    "reported": Phrase("meaning.reported", "journalists or scholars report it"),
    "contested": Phrase("meaning.contested", "sources disagree about it"),
    "fictional": Phrase("meaning.fictional", "it comes from a work of fiction"),
    "invented": Phrase("meaning.invented", "the game had to add it"),
}


class WhyScreen(Page[None]):
    """One page about one thing, with its sources."""

    PLACE: ClassVar[str] = "why"

    def __init__(
        self, view: WhyView, facts: Sequence[Fact], language: str = "en", behind: Sequence[Fact] = ()
    ) -> None:
        """Show what is known: the facts of the thing, or where there are none those behind its system."""
        super().__init__()
        self.view = view
        self.facts = facts
        self.behind = behind
        self.language = language

    def paint(self) -> None:
        """Paint the page."""
        self.masthead.show(phrase("real.title", "Is this real?"), str(self.view.regime))
        look = self.life_app.look
        blocks = why_blocks(self.view, self.facts, look, self.language)
        if self.behind and not self.facts:
            blocks += [Gap(), Heading(phrase("why.behind", "What is known of the system it belongs to"))]
            blocks += _fact_blocks(self.behind, look)
        if self.view.of:
            blocks.append(atlas_entry(self.view.of, self.view.regime, 1))
        self.put(blocks)

    def took(self, key: str) -> None:
        """Open the system in the atlas."""
        self.life_app.open_system(key.partition(" ")[2])

    def action_close_why(self) -> None:
        """Close the page."""
        self.dismiss(None)


def atlas_entry(regime: str, title: Safe, number: int = 0) -> Entry:
    """Return a line that opens what the atlas says of a system."""
    return Entry(f"atlas {regime}", phrase("why.in_the_atlas", "In the atlas: {regime}", regime=title), number)


def dots(status: str, look: Look) -> str:
    """Return a status as a sign of four dots: the better known, the fuller."""
    rank = STATUSES.index(status) if status in STATUSES else len(STATUSES) - 1
    return look.sign("dot") * (len(STATUSES) - 1 - rank) + look.sign("hollow") * rank


def status_words(status: str, look: Look) -> str:
    """Return a status as a sign of four dots and its word."""
    return f"{dots(status, look)} {STATUS[status].read() if status in STATUS else status}"


def why_blocks(view: WhyView, facts: Sequence[Fact], look: Look, language: str) -> list[Block]:
    """Return what it is, how well it is known, why it has this value, and each fact with its source."""
    title = phrase("why.head", "{title}, {kind}", title=view.title, kind=view.kind) if view.kind else str(view.title)
    status = view.provenance.status
    blocks: list[Block] = [Words(title, "strong"), Gap()]
    blocks += [Words(line, indent=2) for line in view.lines]
    blocks += [
        Gap(),
        Heading(phrase("why.how_known", "How well it is known")),
        Words(
            phrase(
                "colon",
                "{head}: {words}",
                head=status_words(status, look),
                words=MEANING[status].read() if status in MEANING else "",
            ),
            "title",
            indent=2,
        ),
    ]
    reason = view.provenance.why.read(language)
    if reason:
        blocks.append(Words(reason, indent=2, lead=Run(phrase("why.why_value", "Why this value: "), "dim")))
    blocks += [Gap(), Heading(phrase("why.sources", "Sources"))]
    if not facts:
        blocks.append(Words(phrase("why.no_source", "It cites no source."), "dim", indent=2))
    return blocks + _fact_blocks(facts, look)


def _fact_blocks(facts: Sequence[Fact], look: Look) -> list[Block]:
    """Return each fact: what it says, how well it is known, where it stands."""
    blocks: list[Block] = []
    for statement, known, where, source in facts:
        blocks += [
            Words(statement, indent=2),
            Words(status_words(known, look), "accent", indent=4),
            Words(phrase("comma", ", ").join(str(part) for part in (source, where) if part), "dim", indent=4),
            Gap(),
        ]
    return blocks
