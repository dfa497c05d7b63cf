"""A gauge shows a number between two ends, and says in words when it stands where trouble begins."""

# ruff: noqa: ARG002 - every block is drawn by the same call

from __future__ import annotations

from typing import NamedTuple

from scsgame.game.views import MeterView
from scsgame.tongue import Phrase
from scsgame.ui.paper.lines import Line, Run, between, fill, width_of
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.words import NOTHING
from scsgame.ui.themes import Ink

TROUBLE = {"low": Phrase("gauge.low", "low"), "high": Phrase("gauge.high", "high")}


def trouble(meter: MeterView, value: float | None = None) -> str:
    """Return "low", "high" or ""."""
    at = meter.value if value is None else value
    return "low" if at <= meter.low else "high" if at >= meter.high else ""


def bar(share: float, width: int, look: Look) -> tuple[str, str]:
    """Return the full and the empty part of a bar."""
    share = min(1.0, max(0.0, share))
    halves = round(share * width * 2)
    full = look.sign("full") * (halves // 2)
    if halves % 2 and not look.ascii:
        full += look.sign("edge")
    return full, look.sign("empty") * (width - len(full))


def reach(meter: MeterView) -> tuple[float, float]:
    """Return the ends a bar is drawn between: a purse is drawn from nothing to where it counts as high."""
    if meter.most - meter.least > 1000:
        return 0.0, float(max(meter.high, 1))
    return float(meter.least), float(meter.most)


class Gauge(NamedTuple):
    """One meter on two lines: name and number, and the bar below. `shown` is what it shows while it moves."""

    meter: MeterView
    shown: float | None = None
    key: str = ""
    number: int = 0
    asks: tuple[str, str] = NOTHING

    def lines(self, width: int, look: Look, chosen: bool) -> list[Line]:
        """Draw name, word of trouble, number and unit, then the bar."""
        value = self.meter.value if self.shown is None else self.shown
        word = trouble(self.meter)
        ink: Ink = "bad" if word else "accent"
        unit = f" {self.meter.unit}" if self.meter.unit else ""
        right: Line = (
            Run(f"{look.sign('bad')} {TROUBLE[word].read()}  " if word else "", "bad"),
            Run(f"{self.meter.value:,}", "strong"),
            Run(unit, "dim"),
        )
        least, most = reach(self.meter)
        full, empty = bar((value - least) / (most - least), width, look)
        return [between((Run(self.meter.title),), right, width), (Run(full, ink), Run(empty, "rule"))]


class GaugeLine(NamedTuple):
    """All meters on one line, each with a short bar where there is room."""

    meters: tuple[MeterView, ...]
    key: str = ""
    number: int = 0
    asks: tuple[str, str] = NOTHING

    def lines(self, width: int, look: Look, chosen: bool) -> list[Line]:
        """Draw the meters side by side, at equal distances."""
        if not self.meters:
            return [()]
        each = (width + 2) // len(self.meters) - 2
        runs: list[Run] = []
        for meter in self.meters:
            word = trouble(meter)
            ink: Ink = "bad" if word else "strong"
            number = f"{look.sign('bad') if word else ''}{meter.value:,}"
            rest = each - width_of(meter.title) - width_of(number) - 2
            part = [Run(f"{meter.title} ", "dim"), Run(number, ink)]
            if rest >= 4:
                least, most = reach(meter)
                full, empty = bar((meter.value - least) / (most - least), min(10, rest), look)
                part += [Run(" "), Run(full, "bad" if word else "accent"), Run(empty, "rule")]
            used = sum(width_of(run.text) for run in part)
            if used > each:
                part = [Run(fill(f"{meter.title} ", max(0, each - width_of(number))), "dim"), Run(number, ink)]
                used = each
            runs += [*part, Run(" " * (each - used + 2))]
        return [tuple(runs)]
