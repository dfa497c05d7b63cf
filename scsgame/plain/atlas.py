"""The atlas as lines of text: the timeline, and one card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scsgame.game.wording import STATUS
from scsgame.plain.lines import paragraph
from scsgame.plain.pages import table_lines
from scsgame.session.atlas import DOES, REGIONS, Card, Known, Line, Page
from scsgame.tongue import phrase


def timeline_lines(lines: Sequence[Line], width: int = 100) -> Iterator[str]:
    """Yield the systems as a table, the oldest first."""
    head = (
        phrase("atlas.years", "years"),
        phrase("atlas.key", "key"),
        phrase("atlas.system", "system"),
        phrase("atlas.real", "how well known"),
        phrase("atlas.people_are", "people are"),
        phrase("atlas.here", "in the game"),
    )
    played, shown = phrase("atlas.played", "played"), phrase("atlas.shown", "shown")
    rows = [
        (
            line.years,
            line.id,
            line.title,
            STATUS[line.real].read(),
            does_words(line),
            played if line.playable else shown,
        )
        for line in lines
    ]
    yield from table_lines([head, *rows], width)
    yield ""
    yield phrase("atlas.count", "{count} {count|system|systems}. `scsgame atlas KEY` shows one.", count=len(lines))


def does_words(line: Line) -> str:
    """Return what is done to people, as a list of words."""
    return phrase("comma", ", ").join(DOES[word].read() for word in line.does)


def card_lines(card: Card) -> Iterator[str]:
    """Yield everything the atlas says of one system."""
    yield f"== {card.line.title} =="
    yield phrase(
        "atlas.line",
        "{when}. {where} ({region}).",
        when=card.when,
        where=card.where,
        region=REGIONS[card.line.region].read(),
    )
    yield phrase(
        "atlas.status",
        "{status}. People are {does}.",
        status=STATUS[card.line.real].read().capitalize(),
        does=does_words(card.line),
    )
    yield ""
    yield from paragraph(card.what)
    yield from _part(card.exhibit)
    yield from _facts(phrase("atlas.known", "What is known"), card.known)
    yield from _facts(phrase("atlas.since", "What changed since"), card.since)
    if card.invented:
        yield from _headed(phrase("atlas.invented", "What the game had to invent"))
        yield from paragraph(card.invented)
    for page in card.guides:
        yield from _guide(page)
    yield from _in_the_game(card)
    if card.see:
        yield from _headed(phrase("atlas.see", "See also"))
        for key, title in card.see:
            yield "  " + phrase("atlas.see_one", "{title}: scsgame atlas {key}", title=title, key=key)


def _headed(head: str) -> Iterator[str]:
    yield ""
    yield f"-- {head}"


def _part(text: str) -> Iterator[str]:
    if text:
        yield ""
        yield from paragraph(text)


def _facts(head: str, facts: Sequence[Known]) -> Iterator[str]:
    if facts:
        yield from _headed(head)
        for known in facts:
            yield from fact_lines(known)


def fact_lines(known: Known) -> Iterator[str]:
    """Yield one fact with its status and where it stands."""
    where = phrase("comma", ", ").join(part for part in (known.source, known.where) if part)
    yield from paragraph(
        phrase("atlas.fact", "{says} [{status}]", says=known.says, status=STATUS[known.status].read()), "  ", "* "
    )
    if where:
        yield from paragraph(where, "    ")


def _guide(page: Page) -> Iterator[str]:
    yield from _headed(phrase("atlas.guide", "Living under it: {title}", title=page.title))
    yield from paragraph(page.what_it_is)
    yield from _part(page.how_it_works)
    for head, texts in (
        (phrase("atlas.notice", "Notice"), page.notice),
        (phrase("atlas.try", "Try"), page.to_try),
        (phrase("atlas.debate", "Debate"), page.debate),
    ):
        yield from _headed(head)
        for text in texts:
            yield from paragraph(text, "  ", "* ")
    if page.disputed:
        yield from _headed(phrase("atlas.disputed", "Disputed or unknown"))
        for text, facts in page.disputed:
            yield from paragraph(text, "  ", "* ")
            for known in facts:
                yield from (f"    {line}" for line in fact_lines(known))


def _in_the_game(card: Card) -> Iterator[str]:
    yield from _headed(phrase("atlas.in_game", "In the game"))
    for play in card.plays:
        yield phrase("atlas.play", "{life}, under {regime}:", life=play.life_title, regime=play.regime_title)
        yield "  " + phrase(
            "atlas.command", "scsgame play --life {life} --regime {regime}", life=play.life, regime=play.regime
        )
    if card.part:
        yield phrase("atlas.part", "A part of systems that can be switched: {part}.", part=card.part)
    for scene in card.scenes:
        yield phrase("atlas.met", "Met in: {scene}.", scene=scene)
    if not (card.plays or card.part or card.scenes):
        yield phrase("atlas.exhibit", "An exhibit: it is shown here and not played.")
