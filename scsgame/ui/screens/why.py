"""Is this real? What a rule, a mark or a door does, where it comes from, and what a student can cite."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from scsgame.game.views import WhyView
from scsgame.terms import STATUSES
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.lines import Run
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.words import Gap, Heading, Words
from scsgame.ui.player import Fact
from scsgame.ui.screens.page import Page

MEANING = {
    "documented": "a text, a law or a study says so",
    "reported": "journalists or scholars report it",
    "contested": "sources disagree about it",
    "fictional": "it comes from a work of fiction",
    "invented": "the game had to add it",
}


class WhyScreen(Page[None]):
    """One page about one thing, with its sources."""

    PLACE: ClassVar[str] = "why"

    def __init__(self, view: WhyView, facts: Sequence[Fact], language: str = "en") -> None:
        """Show what is known."""
        super().__init__()
        self.view = view
        self.facts = facts
        self.language = language

    def paint(self) -> None:
        """Paint the page."""
        self.masthead.show("Is this real?", str(self.view.regime))
        self.put(why_blocks(self.view, self.facts, self.life_app.look, self.language))

    def action_close_why(self) -> None:
        """Close the page."""
        self.dismiss(None)


def status_words(status: str, look: Look) -> str:
    """Return a status as a sign of four dots and its word."""
    rank = STATUSES.index(status) if status in STATUSES else len(STATUSES) - 1
    full = len(STATUSES) - 1 - rank
    return f"{look.sign('dot') * full}{look.sign('hollow') * rank} {status}"


def why_blocks(view: WhyView, facts: Sequence[Fact], look: Look, language: str) -> list[Block]:
    """Return what it is, how well it is known, why it has this value, and each fact with its source."""
    title = f"{view.title}" + (f", {view.kind}" if view.kind else "")
    status = view.provenance.status
    blocks: list[Block] = [Words(title, "strong"), Gap()]
    blocks += [Words(line, indent=2) for line in view.lines]
    blocks += [
        Gap(),
        Heading("How well it is known"),
        Words(f"{status_words(status, look)}: {MEANING.get(status, '')}", "title", indent=2),
    ]
    reason = view.provenance.why.read(language)
    if reason:
        blocks.append(Words(reason, indent=2, lead=Run("Why this value: ", "dim")))
    blocks += [Gap(), Heading("Sources")]
    if not facts:
        blocks.append(Words("It cites no source.", "dim", indent=2))
    for statement, known, where, source in facts:
        blocks += [
            Words(statement, indent=2),
            Words(status_words(known, look), "accent", indent=4),
            Words(", ".join(str(part) for part in (source, where) if part), "dim", indent=4),
            Gap(),
        ]
    return blocks
