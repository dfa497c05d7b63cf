"""The debate sheet of one life: the motions that fit it best, each with evidence on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scsgame.debrief.debate.figures import FIGURES, Figure
from scsgame.debrief.debate.lived import Lived
from scsgame.debrief.debate.motions import MOTIONS, Evidence, Motion
from scsgame.debrief.finding import Finding, finding
from scsgame.debrief.log import Log
from scsgame.debrief.sections import Source
from scsgame.game.wording import STATUS, bracketed, in_a_row
from scsgame.tongue import phrase

MOTIONS_EACH = 3
"""So many motions one life is given."""
STRONGEST = 2
"""So many pieces of evidence stand on each side."""


def debate(log: Log, sources: Mapping[str, Source], language: str = "en") -> tuple[Finding, ...]:
    """Return the motions that fit a life and have something to say on both sides, the best fitting first."""
    life = Lived(log, language)
    fitting = sorted(((motion.fits(life), motion) for motion in MOTIONS), key=lambda pair: -pair[0])
    sheets = (_sheet(life, motion, sources, language) for fit, motion in fitting if fit > 0)
    found = [one for one in sheets if one is not None]
    return tuple(found[:MOTIONS_EACH])


def _sheet(life: Lived, motion: Motion, sources: Mapping[str, Source], language: str) -> Finding | None:
    yes, no = list(motion.for_it(life))[:STRONGEST], list(motion.against_it(life))[:STRONGEST]
    if not yes or not no:
        return None
    head = (
        phrase("debate.side", "side", language),
        phrase("debate.evidence", "what speaks for it", language),
        phrase("debate.where", "where it is from", language),
    )
    rows = [
        *_rows(life, yes, phrase("debate.for", "for", language), language),
        *_rows(life, no, phrase("debate.against", "against", language), language),
    ]
    rows += [
        (
            phrase("debate.beside", "to set beside it", language),
            bracketed(FIGURES[name].says.read(language), FIGURES[name].differs.read(language), language),
            _cited(FIGURES[name], sources, language),
        )
        for name in motion.figures
    ]
    turns = sorted({turn for one in (*yes, *no) for turn in one.turns if turn})
    return finding(
        f"debate.{motion.id}",
        phrase("debate.title", "Debate: {motion}", language, motion=motion.words.read(language)),
        [
            phrase(
                "debate.how", "Guess each published figure before you read it. Then take the other side.", language
            ),
            phrase(
                "debate.question",
                "What this life cannot answer: {question}",
                language,
                question=motion.question.read(language),
            ),
        ],
        [
            phrase(
                "debate.limit",
                "which side is right. The evidence is one life's, and was picked to fit the motion.",
                language,
            )
        ],
        (head, *rows),
        turns=turns,
    )


def cited(motions: Iterable[Finding]) -> tuple[str, ...]:
    """Return the facts behind the published figures of these motions."""
    known = {f"debate.{motion.id}": motion for motion in MOTIONS}
    return tuple(
        dict.fromkeys(name for one in motions for figure in known[one.id].figures for name in FIGURES[figure].cites)
    )


def _cited(figure: Figure, sources: Mapping[str, Source], language: str) -> str:
    """Return where a published figure stands, each place with how well it is known."""
    found = [sources[name] for name in figure.cites if name in sources]
    places = (
        phrase(
            "colon", "{head}: {words}", language, head=STATUS[fact.status].read(language),
            words=in_a_row([part for part in (fact.title, fact.where) if part], language),
        )
        for fact in found
    )  # fmt: skip
    return phrase("semicolon", "; ", language).join(dict.fromkeys(places))


def _rows(life: Lived, side: list[Evidence], name: str, language: str) -> Iterator[tuple[str, ...]]:
    turns = life.log.chronicle.turns
    for one in side:
        days = dict.fromkeys(one.days or (turns[number - 1].day for number in one.turns if number))
        shown = in_a_row((str(day) for day in list(days)[:6]), language)
        where = (
            phrase("debate.days", "this life, day {days}", language, days=shown)
            if days
            else phrase("debate.life", "this life", language)
        )
        yield (name, one.says, where)
