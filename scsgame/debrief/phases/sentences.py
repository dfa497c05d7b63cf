"""What a change of conditions did, sentence by sentence; and what is left unsaid of it."""

from __future__ import annotations

from collections.abc import Iterator

from scsgame.debrief.figures import interval_words, points_words, rate_words, three_digits, two_digits
from scsgame.debrief.phases.comparison import CELL, Comparison
from scsgame.debrief.phases.conditions import Change
from scsgame.debrief.phases.extinction import GoingOn
from scsgame.debrief.phases.groups import GroupName
from scsgame.debrief.phases.matching import Matched
from scsgame.debrief.phases.report import CourseReport
from scsgame.debrief.phases.words import GROUPS, condition_words
from scsgame.debrief.statistics.changepoints import Exact
from scsgame.debrief.statistics.overlap import Overlap
from scsgame.debrief.statistics.suppression import BesideTheTwin
from scsgame.debrief.unsaid import Unsaid, left_unsaid
from scsgame.regime.charter import Regime
from scsgame.tongue import Phrase, phrase

FEWER = Phrase("phases.fewer", "less of it")
MORE = Phrase("phases.more", "more of it")


SPOKEN: tuple[GroupName, ...] = ("against", "for", "sensitive")
"""The groups of which sentences are made; the others stand in the table."""


def has_blocks(comparison: Comparison) -> bool:
    """Say whether the blocks of a group are worth a sentence: enough of them, and not all alike."""
    both = comparison.free.plus(comparison.pressed)
    return comparison.group.id in SPOKEN and isinstance(comparison.overlap, Overlap) and 0 < both.done < both.chances


def what_changed(one: CourseReport, regime: Regime, language: str) -> Iterator[str]:
    """Yield what the main change of a course shows, and at the end what is left unsaid, each thing once."""
    change = one.change
    if change is None:
        return
    for comparison in one.comparisons:
        yield from _compared(comparison, change, regime, language)
    if isinstance(one.beside, BesideTheTwin):
        yield _chilling(one.beside, language)
    if isinstance(one.left_over, float):
        yield phrase(
            "phases.left_over",
            "Once the pressure was off again, sensitive acts stood {points} points from where they had been.",
            language,
            points=points_words(-one.left_over),
        )
    yield from _displaced(one, language)
    for going in one.going:
        yield _going(going, language)
    if isinstance(one.matched, Matched):
        yield _matching(one.matched, language)
    if isinstance(one.test, Exact):
        yield phrase(
            "phases.exact",
            "The change points were drawn by lot. Of all {draws} draws, a share of {p} gives a fall as large as yours ({fall} points).",
            language,
            draws=one.test.draws,
            p=three_digits(one.test.p),
            fall=points_words(one.test.fall),
        )
    yield from left_unsaid(_refused(one), language)


def _refused(one: CourseReport) -> Iterator[Unsaid]:
    for comparison in one.comparisons:
        if comparison.group.id in SPOKEN and (comparison.free.chances or comparison.pressed.chances):
            figures: list[object] = [comparison.overlap]
            figures += [comparison.chill] if comparison.group.id in ("against", "sensitive") else []
            figures += [comparison.stays] if comparison.group.id in ("against", "for") else []
            yield from (figure for figure in figures if isinstance(figure, Unsaid))
    for figure in (one.beside, one.left_over, one.matched, one.test):
        if isinstance(figure, Unsaid):
            yield figure


def _compared(comparison: Comparison, change: Change, regime: Regime, language: str) -> Iterator[str]:
    """Yield what is said of one group of acts: its rates, its blocks, what went missing, what stayed."""
    name = comparison.group.id
    title = GROUPS[name].read(language)
    group = title[:1].upper() + title[1:]
    blocks = comparison.overlap if has_blocks(comparison) else None
    if name in ("against", "for") or blocks is not None:
        kind = change.course.kind
        words = phrase(
            "phases.rates",
            "{group}: {free_name} {free}, {pressed_name} {pressed}.",
            language,
            group=group,
            free_name=condition_words(regime, kind, change.free[0].condition, language),
            free=rate_words(comparison.free, language),
            pressed_name=condition_words(regime, kind, change.pressed[0].condition, language),
            pressed=rate_words(comparison.pressed, language),
        )
        if isinstance(blocks, Overlap):
            words = phrase(
                "and_then", "{first} {then}", language, first=words, then=_blocks(comparison, blocks, language)
            )
        yield words
    if (
        name in ("against", "sensitive")
        and isinstance(comparison.chill, float)
        and isinstance(comparison.ratio, float)
    ):
        yield _suppression(group, comparison.ratio, comparison.chill, language)
    if name in ("against", "for") and isinstance(comparison.stays, float):
        yield phrase(
            "phases.hysteresis",
            "{group}: when the first condition came back, {stays} of the change stayed (0 would be none of it, 1 all of it).",
            language,
            group=group,
            stays=two_digits(comparison.stays),
        )


def _blocks(comparison: Comparison, found: Overlap, language: str) -> str:
    return phrase(
        "phases.nap",
        "In {share} of a hundred pairs of blocks ({size} chances each, a tie counting half) there was {way} under the second condition (NAP {nap}, interval "
        "{interval}; .50 is no difference; Tau {tau}).",
        language,
        share=round(100 * found.nap),
        size=comparison.block,
        way=(FEWER if comparison.group.expected == "fewer" else MORE).read(language),
        nap=two_digits(found.nap),
        interval=interval_words(found.interval, language),
        tau=two_digits(found.tau),
    )


def _suppression(group: str, ratio: float, chill: float, language: str) -> str:
    slots = {"group": group, "ratio": three_digits(ratio), "percent": round(100 * abs(chill))}
    if chill > 0:
        return phrase("phases.suppression", "{group}: suppression ratio {ratio} (.5 is none, 0 is silence); {percent} in a hundred went missing.",
                      language, **slots)  # fmt: skip
    return phrase("phases.no_suppression", "{group}: suppression ratio {ratio} (.5 is none); nothing went missing, there was as much or more.",
                  language, **slots)  # fmt: skip


def _chilling(found: BesideTheTwin, language: str) -> str:
    slots = {
        "sensitive": f"{round(-100 * found.sensitive):+d}",
        "neutral": f"{round(-100 * found.neutral):+d}",
        "beyond": round(100 * found.beyond),
    }
    if found.beyond > 0:
        return phrase(
            "phases.chill",
            "Sensitive acts moved by {sensitive} in a hundred, neutral acts of the same shape by {neutral}: {beyond} points of chilling beyond what "
            "tiredness would do to both.",
            language,
            **slots,
        )
    return phrase(
        "phases.no_chill",
        "Sensitive acts moved by {sensitive} in a hundred, neutral acts of the same shape by {neutral}: no chilling beyond what befell both.",
        language,
        **slots,
    )


def _displaced(one: CourseReport, language: str) -> Iterator[str]:
    """Yield where behaviour went, where what is counted against one fell: what rose meanwhile."""
    shares = {
        comparison.group.id: comparison.pressed.done / comparison.pressed.chances
        - comparison.free.done / comparison.free.chances
        for comparison in one.comparisons
        if min(comparison.free.chances, comparison.pressed.chances) >= CELL
    }
    fell = -shares.get("against", 0.0)
    if fell <= 0:
        return
    names = [
        phrase(
            "phases.by_points",
            "{group} ({points})",
            language,
            group=GROUPS[name].read(language),
            points=points_words(share),
        )
        for name, share in shares.items()
        if share > 0
    ]
    points = round(100 * fell)
    if names:
        yield phrase(
            "phases.displaced",
            "While what it counts against you fell by {points} points, these rose: {names}.",
            language,
            points=points,
            names=phrase("comma", ", ", language).join(names),
        )
    else:
        yield phrase(
            "phases.not_displaced",
            "While what it counts against you fell by {points} points, nothing that could be counted rose in its place.",
            language,
            points=points,
        )


GOING = {
    ("doing", True): Phrase(
        "phases.doing_stopped",
        "Once it counted no longer (from day {since}), you did what had counted for you {times} {times|time|times} in {chances} "
        "{chances|chance|chances}, then let five in a row go by (before: {before}).",
    ),
    ("doing", False): Phrase(
        "phases.doing_on",
        "Once it counted no longer (from day {since}), you did what had counted for you {times} {times|time|times} in {chances} "
        "{chances|chance|chances}, and had not stopped when the record ended (before: {before}).",
    ),
    ("holding_back", True): Phrase(
        "phases.holding_stopped",
        "Once it counted no longer (from day {since}), you held back from what had counted against you {times} {times|time|times} in {chances} "
        "{chances|chance|chances}, then did it five times in a row (before: {before}).",
    ),
    ("holding_back", False): Phrase(
        "phases.holding_on",
        "Once it counted no longer (from day {since}), you held back from what had counted against you {times} {times|time|times} in {chances} "
        "{chances|chance|chances}, and had not stopped when the record ended (before: {before}).",
    ),
}


def _going(one: GoingOn, language: str) -> str:
    return GOING[one.learned, one.going.stopped].read(
        language,
        since=one.since,
        before=rate_words(one.before, language),
        chances=one.going.chances,
        times=one.going.responses,
    )


def _matching(found: Matched, language: str) -> str:
    return phrase(
        "phases.matching",
        "Matching, with all its caveats: acts of {first} and {second} shared a life with a sensitivity of {a} and a bias of {log_k} (log k); the line "
        "accounts for {vac} of the variance. Such lines are made for interval schedules, and what you like goes into the bias.",
        language,
        first=found.first,
        second=found.second,
        a=two_digits(found.line.a),
        log_k=two_digits(found.line.log_k),
        vac=two_digits(found.line.vac),
    )
