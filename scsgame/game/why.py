"""Is this real? What is known about a rule, a mark, a list, a door."""

from __future__ import annotations

from collections.abc import Sequence

from scsgame.game.answer_words import KINDS
from scsgame.game.answers import ANSWERS, Answer, Asked
from scsgame.game.moment import Moment
from scsgame.game.told import disclosure
from scsgame.game.views import WhyView
from scsgame.life.scenes import Life
from scsgame.regime.charter import Regime
from scsgame.regime.dossier import Dossier
from scsgame.terms import Provenance, Safe, Saying, safe
from scsgame.tongue import Phrase, phrase


def why(moment: Moment, regime_id: str, subject: str, language: str = "en") -> WhyView:
    """Return what may be known about a subject, written kind/id, of a regime.

    Numbers that disclosure withholds are withheld here too, and what is not told gets the very answer that what is not there
    gets. Raises KeyError when there is no such regime.
    """
    at = moment.setup.at[regime_id]
    regime, dossier = moment.setup.regimes[at], moment.dossiers[at]
    told = disclosure(regime, dossier, moment.setup.shows)
    if not told.known:
        return nothing_known(language)
    kind, _, name = subject.partition("/")
    kind = kind if kind in KINDS else "regime"
    answer = ANSWERS[kind](Asked(moment, regime, dossier, told, name, language))
    lines: Sequence[str]
    if answer is None:
        lines = [phrase("why.nothing_told", "Nothing is told of this, if there is such a thing.", language)]
        answer = Answer(regime.title, KINDS[kind], lines, told.provenance)
    else:
        lines = [*answer.lines, *_of_a_part(regime, dossier, kind, name, language)]
    return WhyView(
        answer.title.read(language),
        answer.kind.read(language),
        tuple(safe(line) for line in lines if line),
        answer.provenance,
        regime.title.read(language),
        regime.id,
        () if answer.provenance.sources else regime.scale.provenance.sources or told.provenance.sources,
    )


def _of_a_part(regime: Regime, dossier: Dossier, kind: str, name: str, language: str) -> Sequence[str]:
    """Say on which part of its regime a thing hangs."""
    if kind == "mark":
        kind, name = "rule", next(mark.rule for mark in dossier.marks if mark.id == name)
    part = regime.part_of(kind, name)
    if part is None:
        return []
    return [
        phrase(
            "why.part",
            "It is of the part “{part}”, which can be switched off.",
            language,
            part=part.title.read(language),
        )
        if part.id not in regime.off
        else phrase(
            "why.instead", "It is here because the part “{part}” is off.", language, part=part.title.read(language)
        )
    ]


MADE_UP = Phrase(
    "why.life_why",
    "A life is written so that systems can act on somebody. It names none of them: what they do stands in the systems themselves, "
    "and each of their rules, lists, perks and numbers can be asked about.",
)


def why_of_life(life: Life, language: str) -> WhyView:
    """Return what is known about what belongs to no regime: the life itself, its people, its bills, its prices."""
    line = phrase("why.life", "People, prices and what happens to them here were made up for this game.", language)
    reason = Saying(((language, MADE_UP.read(language)),))
    kind = phrase("why.a_life", "a life", language)
    return WhyView(life.title.read(language), kind, (line,), Provenance("invented", life.sources, reason), Safe(""))


def why_closed(language: str) -> WhyView:
    """Return what one is told about a closed way of which nobody says who closed it."""
    title = phrase("why.closed_title", "A closed way", language)
    line = phrase("why.closed", "Nobody tells you what stands behind this.", language)
    reason = phrase(
        "why.closed_why",
        "If a system has closed it, that system does not say so while it watches. The debrief will name it, with its sources.",
        language,
    )
    return WhyView(title, Safe(""), (line,), Provenance("invented", (), Saying(((language, reason),))), Safe(""))


def nothing_known(language: str) -> WhyView:
    """Return what to show where there is nothing to ask."""
    title = phrase("why.nothing_title", "Nothing to ask", language)
    words = phrase("why.nothing_behind", "There is nothing behind this that could be asked.", language)
    return WhyView(title, Safe(""), (words,), Provenance(), Safe(""))
