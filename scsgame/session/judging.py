"""A lived life judged by other regimes, each alone: one table and one picture; those of another age stand apart."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from scsgame.debrief.chapters.elsewhere import lanes
from scsgame.debrief.comparing import comparison
from scsgame.debrief.elsewhere import elsewhere, judged, under
from scsgame.game.chronicle import Chronicle
from scsgame.packs import Library
from scsgame.session.items import Rescored


def rescored(
    chronicle: Chronicle,
    library: Library,
    regimes: Sequence[str],
    apart: Collection[str],
    switched: tuple[Sequence[str], Sequence[str]],
    language: str,
) -> Rescored:
    """Judge a life by these regimes, or by all that are not `apart`, and by those in a table of their own.

    Where parts are switched, each regime that has one of them stands beside itself as it usually is.
    """
    rooms = []
    for regime in regimes or (name for name in library.regimes if name not in apart):
        usual, other = library.regimes[regime], library.with_parts(regime, *switched)
        rooms += [usual] if usual.off == other.off else [usual, other]
    heard = judged(chronicle, rooms)
    rows = [under(regime, judgement, language) for regime, judgement in heard]
    sections = [comparison(rows, language)]
    if apart:
        others = elsewhere(chronicle, [library.regimes[regime] for regime in apart], language)
        sections.append(comparison(others, language, apart=True))
    return Rescored(tuple(sections), lanes(chronicle.moment.day, heard, rows, language))
