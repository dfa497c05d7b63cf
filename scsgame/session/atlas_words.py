"""The words of the atlas: families, regions, what is done to people, how sure it is, and the stretches of time."""

from __future__ import annotations

from scsgame.game.wording import STATUS
from scsgame.terms import STATUSES, Safe
from scsgame.tongue import Phrase, phrase

GROUPS = {
    "company": Phrase("atlas.group.company", "Companies"),
    "city": Phrase("atlas.group.city", "Cities and villages"),
    "national": Phrase("atlas.group.national", "The state and its lists"),
    "before": Phrase("atlas.group.before", "Before scoring"),
    "imperial": Phrase("atlas.group.imperial", "Imperial China"),
    "west": Phrase("atlas.group.west", "The West and the world"),
    "fiction": Phrase("atlas.group.fiction", "Fiction"),
    "thought": Phrase("atlas.group.thought", "Thought and evidence"),
}
"""The families of systems, in the order in which lists show them."""

REGIONS = {
    "china": Phrase("atlas.region.china", "China"),
    "west": Phrase("atlas.region.west", "the West"),
    "world": Phrase("atlas.region.world", "the world"),
    "fiction": Phrase("atlas.region.fiction", "fiction"),
}

DOES = {
    "watched": Phrase("atlas.does.watched", "watched"),
    "filed": Phrase("atlas.does.filed", "filed"),
    "listed": Phrase("atlas.does.listed", "listed"),
    "scored": Phrase("atlas.does.scored", "scored"),
    "rated": Phrase("atlas.does.rated", "rated"),
    "ranked": Phrase("atlas.does.ranked", "ranked"),
    "collective": Phrase("atlas.does.collective", "answering for others"),
    "taught": Phrase("atlas.does.taught", "taught"),
    "none": Phrase("atlas.does.none", "none of these"),
}
"""What is done to people, as one says of somebody: watched, filed, listed."""

REALS = {status: STATUS[status] for status in STATUSES[:4]}
"""How sure it is that a system was there as the sources say."""

EPOCHS = (
    (1000, Phrase("atlas.epoch.ancient", "Before the year 1000")),
    (1900, Phrase("atlas.epoch.imperial", "1000 to 1900")),
    (2000, Phrase("atlas.epoch.century", "The twentieth century")),
    (9999, Phrase("atlas.epoch.today", "Since 2000")),
)
"""The stretches of the timeline: each with the year before which it ends."""


def years(began: int, ended: int | None) -> Safe:
    """Return years as a timeline prints them: 1644-1900, 350 BC-, 2018."""
    if ended is None:
        return Safe(f"{_year(began)} –")
    return Safe(_year(began) if began == ended else f"{_year(began)} – {_year(ended)}")


def _year(year: int) -> str:
    return str(year) if year >= 0 else phrase("atlas.bc", "{year} BC", year=-year)


def epoch(began: int) -> Safe:
    """Return the stretch of the timeline in which something began."""
    return next(title.read() for before, title in EPOCHS if began < before)
