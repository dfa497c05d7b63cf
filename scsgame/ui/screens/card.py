"""One system of the atlas: what it is, what is known of it, what was invented, and where to live under it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from scsgame.session.atlas import DOES, REGIONS, Atlas, Card, Known
from scsgame.session.atlas import Page as Guide
from scsgame.tongue import phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.lines import Run
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.words import Gap, Heading, Words
from scsgame.ui.screens.page import Page
from scsgame.ui.screens.why import MEANING, status_words

PLAY, SEE = "\x00play:", "\x00see:"


class CardScreen(Page[None]):
    """One card. What can be played or read next stands near its head, with numbers."""

    PLACE: ClassVar[str] = "card"

    def __init__(self, atlas: Atlas, key: str) -> None:
        """Show this system."""
        super().__init__()
        self.atlas = atlas
        self.card = atlas.card(key)

    def paint(self) -> None:
        """Paint the card."""
        self.masthead.show(self.card.line.title, self.card.line.years)
        self.put(card_blocks(self.card, self.life_app.look))

    def took(self, key: str) -> None:
        """Begin a life under the system, or open another card."""
        if key.startswith(PLAY) and self.life_app.player is not None:
            self.say(
                (
                    "neutral",
                    phrase(
                        "card.in_a_life", "You are in a life. It is saved: go back to the title to begin another."
                    ),
                )
            )
        elif key.startswith(PLAY):
            play = self.card.plays[int(key.removeprefix(PLAY))]
            self.life_app.open_form(play.life, (play.regime,))
        elif key.startswith(SEE):
            self.life_app.open_card(self.atlas, key.removeprefix(SEE))


def card_blocks(card: Card, look: Look) -> list[Block]:
    """Return the whole card, one part below the other."""
    line = card.line
    blocks: list[Block] = [
        Words(
            phrase(
                "atlas.line",
                "{when}. {where} ({region}).",
                when=card.when,
                where=card.where,
                region=REGIONS[line.region].read(),
            ),
            "dim",
        ),
        Words(
            phrase("colon", "{head}: {words}", head=status_words(line.real, look), words=MEANING[line.real].read()),
            "title",
        ),
        Words(
            phrase(
                "atlas.people",
                "People are: {does}.",
                does=phrase("comma", ", ").join(DOES[word].read() for word in line.does),
            ),
            "dim",
        ),
        Gap(),
        Words(card.what),
        Gap(),
        *_plays(card),
    ]
    if card.exhibit:
        blocks += [Words(card.exhibit), Gap()]
    blocks += _facts(phrase("atlas.known", "What is known"), card.known, look)
    blocks += _facts(phrase("atlas.since", "What changed since"), card.since, look)
    if card.invented:
        blocks += [
            Heading(phrase("atlas.invented", "What the game had to invent")),
            Words(card.invented, indent=2),
            Gap(),
        ]
    for guide in card.guides:
        blocks += _guide(guide, look)
    if card.see:
        blocks.append(Heading(phrase("atlas.see", "See also")))
        blocks += [Entry(SEE + key, title, len(card.plays) + at) for at, (key, title) in enumerate(card.see, 1)]
    return blocks


def _plays(card: Card) -> Iterable[Block]:
    for at, play in enumerate(card.plays):
        words = phrase(
            "atlas.play_this", "Play this: {life}, under {regime}", life=play.life_title, regime=play.regime_title
        )
        yield Entry(f"{PLAY}{at}", words, at + 1)
    if card.part:
        yield Words(phrase("atlas.part", "A part of systems that can be switched: {part}.", part=card.part), "dim")
    for scene in card.scenes:
        yield Words(phrase("atlas.met", "Met in: {scene}.", scene=scene), "dim")
    if not (card.plays or card.part or card.scenes):
        yield Words(phrase("atlas.exhibit", "An exhibit: it is shown here and not played."), "dim")
    yield Gap()


def _facts(head: str, facts: Sequence[Known], look: Look) -> list[Block]:
    if not facts:
        return []
    blocks: list[Block] = [Heading(head)]
    for known in facts:
        blocks += [*fact_blocks(known, look), Gap()]
    return blocks


def fact_blocks(known: Known, look: Look, indent: int = 2) -> list[Block]:
    """Return one fact: what it says, how well it is known, where it stands."""
    where = phrase("comma", ", ").join(part for part in (known.source, known.where) if part)
    blocks: list[Block] = [
        Words(known.says, indent=indent),
        Words(status_words(known.status, look), "accent", indent=indent + 2),
    ]
    return [*blocks, Words(where, "dim", indent=indent + 2)] if where else blocks


def _guide(guide: Guide, look: Look) -> list[Block]:
    blocks: list[Block] = [
        Heading(phrase("atlas.guide", "Living under it: {title}", title=guide.title), ink="title"),
        Words(guide.what_it_is, indent=2),
        Gap(),
        Words(guide.how_it_works, indent=2),
        Gap(),
    ]
    for head, texts in (
        (phrase("atlas.notice", "Notice"), guide.notice),
        (phrase("atlas.try", "Try"), guide.to_try),
        (phrase("atlas.debate", "Debate"), guide.debate),
    ):
        blocks.append(Heading(head))
        blocks += [_item(text, look) for text in texts]
        blocks.append(Gap())
    if guide.disputed:
        blocks.append(Heading(phrase("atlas.disputed", "Disputed or unknown")))
        for text, facts in guide.disputed:
            blocks.append(_item(text, look))
            for known in facts:
                blocks += fact_blocks(known, look, 6)
        blocks.append(Gap())
    return blocks


def _item(text: str, look: Look) -> Block:
    return Words(text, indent=2, lead=Run(f"{look.sign('neutral')} ", "dim"))
