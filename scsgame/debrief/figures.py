"""How figures are written: rates, shares and intervals, as one reads them aloud."""

from __future__ import annotations

from scsgame.debrief.statistics.proportions import Interval, Rate
from scsgame.terms import Safe
from scsgame.tongue import phrase


def rate_words(rate: Rate, language: str) -> Safe:
    """Return a rate in words; a percentage stands beside it only from ten chances on."""
    if not rate.chances:
        return phrase("rate.none", "no chance", language)
    if rate.percent is None:
        return phrase("rate.words", "{done} of {chances}", language, done=rate.done, chances=rate.chances)
    return phrase(
        "rate.percent",
        "{done} of {chances} ({percent} %)",
        language,
        done=rate.done,
        chances=rate.chances,
        percent=rate.percent,
    )


def times_words(count: int, language: str) -> Safe:
    """Return how often something was, in words: never, once, 3 times."""
    if not count:
        return phrase("figures.never", "never", language)
    return (
        phrase("figures.once", "once", language)
        if count == 1
        else phrase("figures.times", "{count} times", language, count=count)
    )


def two_digits(value: float) -> str:
    """Return a share to two digits, as such figures are printed: .88, 1.19, -.25."""
    shown = f"{value:.2f}"
    if shown in ("-0.00", "0.00"):
        return ".00"
    return shown.replace("0.", ".", 1) if shown.lstrip("-").startswith("0.") else shown


def three_digits(value: float) -> str:
    """Return a ratio to three digits: .412."""
    shown = f"{value:.3f}"
    return shown.replace("0.", ".", 1) if shown.lstrip("-").startswith("0.") else shown


def interval_words(found: Interval, language: str) -> Safe:
    """Return an interval in words."""
    return phrase("interval", "{low} to {high}", language, low=two_digits(found.low), high=two_digits(found.high))


def points_words(share: float) -> str:
    """Return a difference of two rates in points of a hundred, with its sign."""
    return f"{round(100 * share):+d}"
