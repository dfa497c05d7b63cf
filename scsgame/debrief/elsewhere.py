"""The same life under every other regime, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scsgame.game.chronicle import Chronicle
from scsgame.game.rescore import Judgement, rescore
from scsgame.game.wording import number, stands, tier_title
from scsgame.regime.charter import Regime
from scsgame.regime.dossier import Dossier
from scsgame.terms import Day, Safe, safe
from scsgame.tongue import Phrase, phrase


class Elsewhere(NamedTuple):
    """How the life would have stood under one regime at its end.

    `course` are its (day, score) points; `lists` every list that was ever entered; `opened`, `closed` and `shown`
    the perks, restrictions and publicities that ever stood; `not_liveable` how many choices that were taken it would have closed.
    """

    regime: str
    title: Safe
    score: Safe
    tier: Safe
    course: tuple[tuple[Day, float], ...]
    reports: int
    marks: int
    lists: tuple[Safe, ...]
    opened: tuple[Safe, ...]
    closed: tuple[Safe, ...]
    shown: tuple[Safe, ...]
    not_liveable: int


def elsewhere(chronicle: Chronicle, regimes: Sequence[Regime], language: str = "en") -> tuple[Elsewhere, ...]:
    """Return the life as each of these regimes would have judged it, one at a time."""
    return tuple(under(regime, judgement, language) for regime, judgement in judged(chronicle, regimes))


def judged(chronicle: Chronicle, regimes: Sequence[Regime]) -> tuple[tuple[Regime, Judgement], ...]:
    """Return what each of these regimes makes of the life, one at a time."""
    return tuple((regime, rescore(chronicle, [regime])) for regime in regimes)


def under(regime: Regime, judgement: Judgement, language: str) -> Elsewhere:
    """Return how a life stands with one regime that has judged it."""
    dossier: Dossier = judgement.dossiers[0]
    hearings = [event.hearing for event in judgement.events]
    begun = list(dict.fromkeys(name for hearing in hearings for name, begins in hearing.measures if begins))
    entered = list(dict.fromkeys(name for hearing in hearings for name, on in hearing.listings if on))
    titles = {
        kind: tuple(regime.measure[name].title.read(language) for name in begun if regime.measure[name].kind == kind)
        for kind in ("perk", "restriction", "publicity")
    }
    numbered = regime.scale.kind != "none"
    return Elsewhere(
        regime.id,
        regime.title.read(language),
        number(regime.scale, dossier.facts["score"])
        if numbered
        else phrase("elsewhere.no_number", "no number", language),
        tier_title(regime, dossier.facts["tier"], language) if numbered else Safe(""),
        dossier.course,
        sum(len(hearing.observations) for hearing in hearings),
        sum(len(hearing.marks) for hearing in hearings),
        tuple(regime.roll[name].title.read(language) for name in entered),
        titles["perk"],
        titles["restriction"],
        titles["publicity"],
        len(judgement.not_liveable),
    )


_HEAD = (
    Phrase("elsewhere.regime", "regime"), Phrase("elsewhere.stands", "stands at"), Phrase("elsewhere.reports", "reports"),
    Phrase("elsewhere.entries", "entries"), Phrase("elsewhere.lists", "lists"), Phrase("elsewhere.perks", "perks"),
    Phrase("elsewhere.restrictions", "restrictions"), Phrase("elsewhere.publicity", "shown to others"), Phrase("elsewhere.not_liveable", "not liveable"),
)  # fmt: skip


def table(rows: Sequence[Elsewhere], language: str = "en") -> tuple[tuple[Safe, ...], ...]:
    """Return the comparison as a table, its first row the head."""
    head = tuple(part.read(language) for part in _HEAD)
    lines = [
        (
            row.title,
            stands(row.score, "", row.tier, language),
            *(
                str(count)
                for count in (
                    row.reports,
                    row.marks,
                    len(row.lists),
                    len(row.opened),
                    len(row.closed),
                    len(row.shown),
                )
            ),
            str(row.not_liveable) if row.not_liveable else "–",
        )
        for row in rows
    ]
    return tuple(tuple(safe(cell) for cell in line) for line in [head, *lines])
