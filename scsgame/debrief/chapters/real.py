"""Is this real? How well what touched the life is known, where it comes from, and what to argue about."""

from __future__ import annotations

from collections.abc import Mapping

from scsgame.debrief.bibliography import bibliography
from scsgame.debrief.chapters.page import Page, page
from scsgame.debrief.debate.motions import MOTIONS
from scsgame.debrief.debate.sheet import cited, debate
from scsgame.debrief.log import Log
from scsgame.debrief.moved import how_real
from scsgame.debrief.sections import Source
from scsgame.tongue import phrase


def real(log: Log, sources: Mapping[str, Source], language: str) -> Page:
    """Return how much of a life is known, and from where."""
    found = how_real(log.chronicle, sources, language)
    says = list(found.says) if found is not None else [
        phrase("real.nothing", "No rule, list or measure touched this life.", language)
    ]  # fmt: skip
    behind = (
        found._replace(says=(phrase("real.below", "Each with its status, and where it comes from.", language),))
        if found is not None
        else None
    )
    motions = debate(log, sources, language)
    if motions:
        first = next(one for one in MOTIONS if motions[0].id == f"debate.{one.id}")
        says.append(
            phrase("real.argue", "To argue about first: {motion}", language, motion=first.words.read(language))
        )
    return page(says, None, [*motions, behind, bibliography(log.chronicle, sources, language, cited(motions))])
