"""The cumulative record in characters: steps, a stroke for each welcome and each unwelcome consequence, phase lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from scsgame.debrief.cumulative.record import Record, reset, stretches
from scsgame.terms import Safe, safe
from scsgame.tongue import phrase

LABEL = 5
"""So many columns on the left belong to the numbers."""

LEAST_WIDTH = 40


class Ink(NamedTuple):
    """The characters of one line: flat, upright, and the corners where it turns up or falls back."""

    flat: str
    up: str
    leaves: str
    arrives: str
    falls: str
    lands: str


BOX = (Ink("─", "│", "┘", "┌", "┐", "└"), Ink("═", "║", "╝", "╔", "╗", "╚"))
PLAIN = (Ink("-", "|", "+", "+", "+", "+"), Ink("=", "!", "*", "*", "*", "*"))
WELCOME, UNWELCOME, BOTH = "/", "\\", "X"


def drawn(
    records: Sequence[Record], width: int = 60, height: int = 12, *, plain: bool = False, pen: int = 0
) -> tuple[Safe, ...]:
    """Return one or two records on one sheet, as lines at most `width` wide; `pen` is the height at which the pen falls back.

    `plain` keeps to ASCII. What the strokes and axes mean is said by `legend`.
    """
    across = max(LEAST_WIDTH, width) - LABEL
    most = max([1, *(min(one.height, pen - 1) if pen else one.height for one in records)])
    length = max([1, *(one.length for one in records)])
    rows = min(height, most) + 1
    sheet = [[" "] * across for _ in range(rows)]

    def column(x: float) -> int:
        return round(x / length * (across - 1))

    def row(y: int) -> int:
        return round(reset(y, pen) / most * (rows - 1))

    for one in records[:1]:
        for line in one.phases[1:]:
            for cells in sheet:
                cells[column(line.x - (0.5 if one.axis == "opportunity" else 0))] = ":"
    for one, ink in reversed(list(zip(records, PLAIN if plain else BOX, strict=False))):
        before = row(0)
        for at in range(across):
            now = row(max((pen.y for pen in one.pens if column(pen.x) <= at), default=0))
            _step(sheet, at, before, now, ink)
            before = now
            if at == column(one.length):
                break
        signs: dict[tuple[int, int], set[int]] = {}
        for x, y, sign in one.marks:
            signs.setdefault((row(y), column(x)), set()).add(sign)
        for (up, at), found in signs.items():
            sheet[up][at] = BOTH if len(found) > 1 else WELCOME if 1 in found else UNWELCOME
    numbers = (
        {0: 0, rows - 1: most, (rows - 1) // 2: round((rows - 1) // 2 * most / (rows - 1))} if rows > 1 else {0: 0}
    )
    bar, corner, floor = ("|", "+", "-") if plain else ("┤", "└", "─")
    lines = [f"{numbers.get(up, ''):>{LABEL - 1}}{bar}{''.join(sheet[up])}".rstrip() for up in reversed(range(rows))]
    lines.append(f"{'':{LABEL - 1}}{corner}{floor * across}")
    lines.append(f"{'':{LABEL}}0{length:>{across - 1}}")
    above = _phase_names(records[0], column, across) if records and len(records[0].phases) > 1 else ()
    return tuple(safe(line) for line in (*above, *lines))


def _step(sheet: list[list[str]], at: int, before: int, now: int, ink: Ink) -> None:
    if before == now:
        sheet[now][at] = ink.flat
        return
    leaves, arrives = (ink.leaves, ink.arrives) if now > before else (ink.falls, ink.lands)
    sheet[before][at], sheet[now][at] = leaves, arrives
    for up in range(min(before, now) + 1, max(before, now)):
        sheet[up][at] = ink.up


def _phase_names(one: Record, column: Callable[[float], int], across: int) -> tuple[str, ...]:
    """Return the phases' names above their stretches; one that would not fit begins earlier, and pushes nobody away."""
    line = [" "] * across
    free = 0
    for part in one.phases:
        label = part.label or "-"
        at = max(free, min(column(part.x), across - len(label)))
        if at + len(label) <= across:
            line[at : at + len(label)] = label
            free = at + len(label) + 1
    return (f"{'':{LABEL}}{''.join(line)}".rstrip(),)


def legend(records: Sequence[Record], language: str = "en", *, plain: bool = False, pen: int = 0) -> tuple[Safe, ...]:
    """Return what the sheet shows, in words: the axis, the strokes, and what such an axis cannot show."""
    lines = []
    for one, ink in zip(records, PLAIN if plain else BOX, strict=False):
        lines.append(
            phrase("record.line", "{ink} {who}: {what}", language, ink=ink.flat * 2, who=one.who, what=one.what)
        )
    by_day = bool(records) and records[0].axis == "day"
    lines.append(
        phrase("record.by_day", "Across: days. Up: how often, added up. A stroke stands on the day its consequence came.", language)
        if by_day
        else phrase("record.by_chance", "Across: opportunities, one by one. Up: how often, added up. A stroke stands at the act it was for.", language)
    )  # fmt: skip
    lines.append(phrase("record.strokes", "/ something welcome followed   \\ something unwelcome   X both", language))
    if any(len(one.phases) > 1 for one in records[:1]):
        lines.append(phrase("record.phases", ": a phase begins", language))
    if pen:
        lines.append(phrase("record.pen", "The pen falls back to nought at {pen}.", language, pen=pen))
    if records:
        limit = limits(records[0].axis, language)
        lines.append(phrase("finding.cannot", "What this cannot show: {limit}", language, limit=limit))
    return tuple(lines)


def limits(axis: str, language: str) -> Safe:
    """Return what a record along this axis cannot show."""
    if axis == "day":
        return phrase(
            "record.limits_day",
            "how fast one was within a day. A flat line may mean that there was no chance to do it.", language,
        )  # fmt: skip
    return phrase(
        "record.limits_chance",
        "pauses and scallops, which need a clock. It shows only how often, chance by chance.", language,
    )  # fmt: skip


def in_figures(one: Record, language: str = "en") -> tuple[Safe, ...]:
    """Return the twin of the picture: each stretch in a sentence."""
    found = []
    parts = stretches(one)
    for part in parts:
        named = part.label and len(parts) > 1
        name = phrase("record.in_phase", "In the phase “{phase}”: ", language, phase=part.label) if named else ""
        found.append(phrase(
            "record.stretch",
            "{phase}{responses} of {chances} {chances|opportunity|opportunities} taken; something welcome followed {good} "
            "{good|time|times}, something unwelcome {bad} {bad|time|times}.",
            language, phase=name, responses=part.responses, chances=part.opportunities, good=part.hatches, bad=part.ticks,
        ))  # fmt: skip
    return tuple(found)
