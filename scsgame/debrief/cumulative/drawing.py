"""The cumulative record as a drawing: one self-contained SVG with its twin in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from scsgame.debrief.cumulative.lines import in_figures, limits
from scsgame.debrief.cumulative.record import Record, reset
from scsgame.tongue import phrase
from scsgame.tongue.directions import set_apart

WIDE, HIGH = 640, 340
LEFT, RIGHT, TOP, BOTTOM = 46, 14, 34, 46
HATCH, TICK = 8, 5
"""How long a hatch is, and how far right of its step a tick stands, so that the step does not hide it."""
DASHES = ("", "6 3")
"""How the lines of two lives are told apart, on paper too."""


def svg(records: Sequence[Record], language: str = "en", name: str = "record", pen: int = 0) -> str:
    """Return one or two records on one sheet; `name` begins the ids in it, `pen` is the height at which the pen falls back."""
    most = max([1, *(min(one.height, pen - 1) if pen else one.height for one in records)])
    length = max([1, *(one.length for one in records)])
    title = "; ".join(f"{one.who}: {one.what}" for one in records)
    words = [line for one in records for line in (f"{one.who}.", *in_figures(one, language))]
    if records:
        limit = limits(records[0].axis, language)
        words.append(phrase("finding.cannot", "What this cannot show: {limit}", language, limit=limit))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" font-family="sans-serif" font-size="11">',
        f'<title id="{name}-title">{escape(title)}</title>',
        f'<desc id="{name}-desc">{escape(" ".join(words))}</desc>',
        f'<g fill="none" stroke="currentColor" stroke-width="1">{"".join(_axes())}</g>',
        f'<g fill="currentColor" stroke="none">{"".join(_numbers(records, length, most, language))}</g>',
    ]
    for one, dashes in zip(records, DASHES, strict=False):
        parts += _life(one, length, most, pen, dashes)
    return "".join([*parts, *_keys(records), *_strokes(language), "</svg>"])


def _across(x: float, length: int) -> float:
    return round(LEFT + x / length * (WIDE - LEFT - RIGHT), 1)


def _up(y: float, most: int) -> float:
    return round(HIGH - BOTTOM - y / most * (HIGH - TOP - BOTTOM), 1)


def _axes() -> Iterator[str]:
    yield f'<path d="M{LEFT} {TOP}V{HIGH - BOTTOM}H{WIDE - RIGHT}"/>'


def _numbers(records: Sequence[Record], length: int, most: int, language: str) -> Iterator[str]:
    for value in ticks(most):
        yield f'<text x="{LEFT - 6}" y="{_up(value, most) + 4}" text-anchor="end">{value}</text>'
    for value in ticks(length):
        yield f'<text x="{_across(value, length)}" y="{HIGH - BOTTOM + 15}" text-anchor="middle">{value}</text>'
    by_day = bool(records) and records[0].axis == "day"
    axis = phrase("record.days", "day", language) if by_day else phrase("record.chances", "opportunity", language)
    yield f'<text x="{WIDE - RIGHT}" y="{HIGH - BOTTOM + 30}" text-anchor="end">{apart(axis)}</text>'
    yield f'<text x="{LEFT}" y="12">{escape(phrase("record.times", "times done, added up", language))}</text>'


def ticks(most: int) -> tuple[int, ...]:
    """Return whole numbers to write along an axis, nought and the end among them."""
    step = next((size for size in (1, 2, 5, 10, 20, 50, 100, 200, 500) if most / size <= 6), most)
    inner = [value for value in range(0, most, step) if most - value >= step * 0.6]
    return (*inner, most)


def _life(one: Record, length: int, most: int, pen: int, dashes: str) -> Iterator[str]:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    for line in one.phases[1:] if not dashes else ():
        x = _across(line.x - (0.5 if one.axis == "opportunity" else 0), length)
        yield f'<path d="M{x} {TOP}V{HIGH - BOTTOM}" stroke="currentColor" stroke-dasharray="2 3" fill="none"/>'
        yield f'<text x="{x + 3}" y="{TOP - 4}" fill="currentColor">{apart(line.label)}</text>'
    path = [f"M{_across(0, length)} {_up(0, most)}"]
    for step in one.pens:
        path.append(f"H{_across(step.x, length)}V{_up(reset(step.y, pen), most)}")
    path.append(f"H{_across(one.length, length)}")
    yield f'<path class="life" d="{"".join(path)}" fill="none" stroke="currentColor" stroke-width="1.6"{dashed}/>'
    for x, y, sign in one.marks:
        at, high = _across(x, length), _up(reset(y, pen), most)
        if sign > 0:
            stroke = f'class="welcome" d="M{at} {high}l{HATCH} {HATCH}"'
        else:
            stroke = f'class="unwelcome" d="M{round(at + TICK, 1)} {high}v{HATCH + 4}m-3 0h6"'
        yield f'<path {stroke} stroke="currentColor" stroke-width="1.6" fill="none"/>'


def _keys(records: Sequence[Record]) -> Iterator[str]:
    for number, (one, dashes) in enumerate(zip(records, DASHES, strict=False)):
        x = LEFT + number * (WIDE - LEFT - RIGHT) // 2
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        yield f'<path d="M{x} {HIGH - 8}h22" stroke="currentColor" stroke-width="1.6" fill="none"{dashed}/>'
        yield f'<text x="{x + 28}" y="{HIGH - 4}" fill="currentColor">{apart(f"{one.who}: {one.what}")}</text>'


def _strokes(language: str) -> Iterator[str]:
    """Yield what a hatch and a tick mean."""
    welcome = phrase("record.hatch", "something welcome followed", language)
    unwelcome = phrase("record.tick", "something unwelcome followed", language)
    for x, way, words in ((WIDE - 390, "l8 8", welcome), (WIDE - 190, "m4 -2v10m-3 0h6", unwelcome)):
        yield f'<path d="M{x} 4{way}" stroke="currentColor" stroke-width="1.6" fill="none"/>'
        yield f'<text x="{x + 14}" y="12" fill="currentColor">{apart(words)}</text>'


def apart(words: str) -> str:
    """Return words for a drawing: what runs from right to left is set apart from its neighbours."""
    return set_apart(words, '<tspan style="unicode-bidi:isolate">', "</tspan>", escape)
