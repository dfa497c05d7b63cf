"""The bets, told: how far off they were, which way, and whether they grew better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scsgame.debrief.calculating.foresight import ENOUGH, Foresight
from scsgame.debrief.calculating.report import SelfReport
from scsgame.debrief.figures import rate_words
from scsgame.debrief.finding import Finding, finding
from scsgame.debrief.pictures.picture import Lane, Lanes
from scsgame.debrief.sections import Series
from scsgame.debrief.unsaid import left_unsaid, unsaid
from scsgame.game.chronicle import Chronicle
from scsgame.game.wording import number
from scsgame.regime.charter import Regime
from scsgame.tongue import Phrase, phrase

FEW_BETS = Phrase("unsaid.few_bets", "how well you had learned what counts, which takes five settled bets")


def bets_told(report: SelfReport, chronicle: Chronicle, regime: Regime, language: str) -> Finding:
    """Return what the bets on one regime's score show."""
    found = report.foresight
    says = list(_said(found, report.looks.shown, regime, language))
    cannot = [
        phrase(
            "bets.limit",
            "that you knew a rule. A score that hardly moves is easy to guess, and a good guess may be a lucky one.",
            language,
        )
    ]
    if chronicle.undone:
        cannot.append(
            phrase("bets.undone", "what you bet before you took something back: {count} {count|move was|moves were} taken back in this life.",
                   language, count=chronicle.undone)
        )  # fmt: skip
    rows: list[tuple[str, ...]] = []
    if found.guesses:
        rows = [
            (
                phrase("bets.made", "bet on day", language),
                phrase("bets.for", "for day", language),
                phrase("bets.stood", "stood at", language),
                phrase("bets.said", "you said", language),
                phrase("bets.came", "it came to", language),
            )
        ]
        rows += [
            (
                str(one.made),
                str(one.due),
                *(number(regime.scale, value) for value in (one.before, one.said, one.came)),
            )
            for one in found.guesses
        ]
    series = [
        Series(title, tuple((float(one.due), value) for one, value in zip(found.guesses, values, strict=True)))
        for title, values in (
            (phrase("bets.came", "it came to", language), [one.came for one in found.guesses]),
            (phrase("bets.said", "you said", language), [one.said for one in found.guesses]),
        )
        if len(values) > 1
    ]
    return finding(
        f"bets.{regime.id}",
        phrase("bets.title", "Your bets: {regime}", language, regime=regime.title.read(language)),
        says,
        cannot,
        rows,
        series,
        [one.turn for one in found.guesses],
        _drawn(series, chronicle, regime, language),
    )


def _drawn(series: Sequence[Series], chronicle: Chronicle, regime: Regime, language: str) -> Lanes | None:
    """Return what was bet and what came as two courses of one height."""
    values = [value for one in series for _, value in one.points]
    if not values:
        return None
    return Lanes(
        phrase("bets.picture", "What came, and what you had said", language),
        tuple(Lane(one.title, one.points, min(values), max(values), says=number(regime.scale, one.points[-1][1])) for one in series),
        chronicle.moment.day,
    )  # fmt: skip


def _said(found: Foresight, shown: bool, regime: Regime, language: str) -> Iterator[str]:
    settled = len(found.guesses)
    if settled:
        yield phrase(
            "bets.count",
            "You bet on the score of {regime}, and {count} {count|bet was|bets were} settled.",
            language,
            regime=regime.title.read(language),
            count=settled,
        )
    if found.error is not None and found.naive is not None and found.lean is not None:
        slots = {"error": _far(regime, found.error), "naive": _far(regime, found.naive)}
        if found.error < found.naive:
            yield phrase(
                "bets.better",
                "On average you were off by {error}, and the guess that it stays as it is by {naive}: yours was closer.",
                language,
                **slots,
            )
        else:
            yield phrase(
                "bets.worse",
                "On average you were off by {error}, and the guess that it stays as it is by {naive}: that one was as close, or closer.",
                language,
                **slots,
            )
        if not shown:
            yield phrase("bets.unshown", "That guess knows the score, which you were never shown.", language)
        yield from _lean(found.lean, regime, language)
    if found.right_way.chances:
        yield phrase(
            "bets.right_way",
            "Where the score moved, your bet went the same way in {rate}.",
            language,
            rate=rate_words(found.right_way, language),
        )
    if found.early is not None and found.late is not None:
        yield phrase(
            "bets.halves",
            "In the first half of your bets you were off by {early} on average, in the second by {late}.",
            language,
            early=_far(regime, found.early),
            late=_far(regime, found.late),
        )
    if found.unsettled:
        yield phrase(
            "bets.unsettled",
            "{count} {count|bet was|bets were} never settled: the life ended, or you had left by then.",
            language,
            count=found.unsettled,
        )
    if settled < ENOUGH:
        yield from left_unsaid([unsaid(FEW_BETS)], language)


def _lean(lean: float, regime: Regime, language: str) -> Iterator[str]:
    far = _far(regime, abs(lean))
    if lean > 0:
        yield phrase("bets.high", "You leaned high, by {far} on average.", language, far=far)
    elif lean < 0:
        yield phrase("bets.low", "You leaned low, by {far} on average.", language, far=far)


def _far(regime: Regime, distance: float) -> str:
    """Return a distance on a scale, to one digit more than the scale has where that says something."""
    digits = regime.scale.decimals + (distance < 10)
    return f"{distance:.{digits}f}".removesuffix(".0")
