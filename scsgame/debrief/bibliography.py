"""Where what touched a life comes from: each source once, with its places and how well what it says is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scsgame.debrief.finding import Finding, finding
from scsgame.debrief.reality import touched
from scsgame.debrief.sections import Source
from scsgame.game.chronicle import Chronicle
from scsgame.game.wording import STATUS, in_a_row
from scsgame.tongue import phrase


def bibliography(
    chronicle: Chronicle, sources: Mapping[str, Source], language: str = "en", beside: Iterable[str] = ()
) -> Finding | None:
    """Return the sources of the rules, lists and measures that touched a life, of the life itself, and of what is set beside it.

    None where none is cited. `beside` are the facts behind published figures.
    """
    things = touched(chronicle, language)
    names = dict.fromkeys(name for thing in things for name in thing.provenance.sources)
    names.update(dict.fromkeys(chronicle.setup.life.sources))
    names.update(dict.fromkeys(beside))
    places: dict[str, dict[str, None]] = {}
    known: dict[str, dict[str, None]] = {}
    for name in names:
        fact = sources.get(name)
        if fact is None:
            continue
        work = fact.title or fact.where
        places.setdefault(work, {}).update({fact.where: None} if fact.title and fact.where else {})
        known.setdefault(work, {}).update({fact.status: None})
    if not places:
        return None
    rows = [
        (
            work,
            in_a_row(where, language),
            in_a_row(
                (STATUS[status].read(language) if status in STATUS else status for status in known[work]), language
            ),
        )
        for work, where in sorted(places.items())
    ]
    head = (
        phrase("bibliography.work", "source", language),
        phrase("bibliography.where", "where in it", language),
        phrase("bibliography.known", "what it says is", language),
    )
    return finding(
        "bibliography",
        phrase("bibliography.title", "Sources of this life", language),
        (
            phrase(
                "bibliography.sum", "{count} {count|source stands|sources stand} behind what touched you and what is set beside it.", language, count=len(rows)
            ),
        ),
        (phrase("bibliography.limit", "that a source is right. Follow it and see.", language),),
        (head, *rows),
    )  # fmt: skip
