"""The phases of a life, told: sentences, tables, and what they cannot show."""

from __future__ import annotations

from scsgame.debrief.figures import points_words, rate_words
from scsgame.debrief.finding import Finding, finding
from scsgame.debrief.phases.gaze import Gaze
from scsgame.debrief.phases.report import CourseReport, PhaseReport
from scsgame.debrief.phases.sentences import has_blocks, what_changed
from scsgame.debrief.phases.words import GROUPS, stretch_words
from scsgame.debrief.unsaid import Unsaid, left_unsaid
from scsgame.regime.charter import Regime
from scsgame.tongue import Phrase, phrase

TITLES = {
    "part": Phrase("phases.title_part", "In it and outside it: {regime}"),
    "phase": Phrase("phases.title", "Phases: {regime}"),
    "score": Phrase("phases.title_score", "The number shown and kept back: {regime}"),
    "list": Phrase("phases.title_list", "On the list and off it: {regime}"),
    "halves": Phrase("phases.title_halves", "No before and after: {regime}"),
}
SIDE_BY_SIDE = 4
"""With more stretches than this each is a row: so many columns could not be read."""

HOW = {
    "part": Phrase(
        "phases.part",
        "{regime}: you were in it for a part of this life only. So there is a before, or an after, to hold beside it.",
    ),
    "phase": Phrase("phases.phase", "{regime} itself changed while you lived under it."),
    "score": Phrase(
        "phases.score", "{regime} showed you its number for a part of the time and kept it back for the rest."
    ),
    "list": Phrase("phases.list", "{regime} had you on a bad list for a part of this life."),
    "halves": Phrase(
        "phases.halves",
        "{regime} was the same from your first day to your last, so it has no before and no after. The table cuts your life in the middle: "
        "that is no phase, only the calendar.",
    ),
}
LIMITS = {
    "part": Phrase(
        "phases.part_limit",
        "that joining or leaving did it. You chose when, and what made you choose may have changed the rest too.",
    ),
    "phase": Phrase(
        "phases.phase_limit",
        "that the change did it. The days went by as well, other scenes came, and you knew more than at the start.",
    ),
    "score": Phrase("phases.score_limit", "that the number did it. The days went by as well, and other scenes came."),
    "list": Phrase(
        "phases.list_limit",
        "that the list did it. One comes onto a list after one's worst weeks, and after the worst weeks most people do better anyway.",
    ),
    "halves": Phrase(
        "phases.halves_limit",
        "that anybody taught you anything. Other scenes came in the second half. A second life with the same seed under no system would be "
        "something to hold it against.",
    ),
}


def phase_findings(report: PhaseReport, regime: Regime, language: str = "en") -> tuple[Finding, ...]:
    """Return what the phases of a life under one regime show."""
    told = [_course(one, regime, language) for one in report.courses]
    if report.gaze is not None and (report.gaze.unseen.chances or report.gaze.seen.chances):
        told.append(_gaze(report.gaze, regime, language))
    return tuple(told)


def _course(one: CourseReport, regime: Regime, language: str) -> Finding:
    course, title = one.course, regime.title.read(language)
    says: list[str] = [HOW[course.kind].read(language, regime=title), *what_changed(one, regime, language)]
    cannot = [LIMITS[course.kind].read(language)]
    compared = [comparison for comparison in one.comparisons if has_blocks(comparison)]
    if any(comparison.block == 2 for comparison in compared):
        cannot.append(
            phrase(
                "phases.demonstration",
                "more than a demonstration. A block of two chances measures nothing.",
                language,
            )
        )
    if compared:
        cannot.append(
            phrase(
                "phases.independent",
                "how sure one may be. The intervals take your choices for independent; each leans on the one before, so they are too narrow.",
                language,
            )
        )
    rows: list[tuple[str, ...]] = [
        ("", *(stretch_words(regime, course.kind, stretch, language) for stretch in course.stretches)),
        (phrase("phases.decisions", "decisions", language), *(str(len(s.decisions)) for s in course.stretches)),
    ]
    rows += [
        (GROUPS[name].read(language), *(rate_words(rate, language) for rate in rates)) for name, rates in one.rates
    ]
    if len(course.stretches) > SIDE_BY_SIDE:
        rows = list(zip(*rows, strict=True))
    stretches = one.change.stretches if one.change is not None else course.stretches
    turns = sorted({decision.turn for stretch in stretches for decision in stretch.decisions})
    return finding(
        f"phases.{regime.id}.{course.kind}",
        TITLES[course.kind].read(language, regime=title),
        says,
        cannot,
        rows,
        turns=turns,
    )


def _gaze(found: Gaze, regime: Regime, language: str) -> Finding:
    title = regime.title.read(language)
    says: list[str] = []
    if found.unseen.chances:
        says.append(
            phrase(
                "gaze.unseen",
                "You could have done what {regime} counts against you, were told that somebody may look, and nobody would have reported it: that was so in "
                "{chances} {chances|choice|choices}. You held back in {held}. A blind pick among the open ways would have held back in about {blind}.",
                language,
                regime=title,
                chances=found.unseen.chances,
                held=rate_words(found.unseen, language),
                blind=round(found.blind),
            )
        )
    else:
        says.append(
            phrase("gaze.none", "Whenever you could have been seen by {regime}, you would have been. There is no choice here in which nobody looked.",
                   language, regime=title)
        )  # fmt: skip
    if found.seen.chances:
        says.append(
            phrase("gaze.seen", "Where somebody would have reported it, you held back in {held}.", language, held=rate_words(found.seen, language))
        )  # fmt: skip
    if found.untold.chances:
        says.append(
            phrase("gaze.untold", "Where you were told of nobody who looks, you held back in {held}.", language, held=rate_words(found.untold, language))
        )  # fmt: skip
    if isinstance(found.beyond, Unsaid):
        says += left_unsaid([found.beyond] if found.untold.chances else (), language)
    else:
        says.append(
            phrase(
                "gaze.beyond",
                "That is {points} points against the choices where you knew of nobody: call it panoptic compliance. The name is ours.",
                language,
                points=points_words(found.beyond),
            )
        )
    return finding(
        f"gaze.{regime.id}",
        phrase("gaze.title", "When nobody looked: {regime}", language, regime=title),
        says,
        [
            phrase(
                "gaze.limit",
                "why you held back. One also waits at a red light because of the lorry. And the acts differ: what is watched is not what is left alone.",
                language,
            )
        ],
        turns=found.turns,
    )
