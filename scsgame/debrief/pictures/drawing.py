"""The pictures as SVG: black on white will do, nothing is loaded, and each carries its title and its twin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import pairwise

from scsgame.debrief.cumulative.drawing import apart, ticks
from scsgame.debrief.cumulative.drawing import svg as sheet_svg
from scsgame.debrief.pictures.picture import Grid, Lane, Lanes, Picture, Sheet, Sign, Strip
from scsgame.debrief.pictures.twins import twin
from scsgame.terms import Safe
from scsgame.tongue import phrase
from scsgame.tongue.widths import cut

WIDE = 640
LABEL = 170
"""So much of the width belongs to the names on the left."""
SAYS = 120
"""And so much to the words on the right."""
ROW = 26
TALL = 130
MOST_LETTERS = 26
DASHED = ' stroke-dasharray="3 2"'


def svg(picture: Picture, language: str = "en", name: str = "picture") -> str:
    """Return a picture as one SVG; `name` begins the ids in it."""
    match picture:
        case Grid():
            return _framed(picture, *_grid(picture), language, name)
        case Strip():
            return _framed(picture, *_strip(picture, language), language, name)
        case Lanes():
            return _framed(picture, *_lanes(picture, language), language, name)
        case Sheet():
            return sheet_svg(picture.records, language, name)


def _framed(picture: Picture, body: Iterable[str], high: float, language: str, name: str) -> str:
    words = twin(picture, language)
    told = " ".join([*words.says, *("; ".join(filter(None, row)) + "." for row in words.rows)])
    return "".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high:g}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" font-family="sans-serif" font-size="12">',
        f'<title id="{name}-title">{escape(picture.title)}</title>',
        f'<desc id="{name}-desc">{escape(told)}</desc>',
        *body,
        "</svg>",
    ])  # fmt: skip


def _text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" fill="currentColor">{apart(words)}</text>'


def _path(way: str, width: float = 1.4, more: str = "") -> str:
    return f'<path d="{way}" fill="none" stroke="currentColor" stroke-width="{width:g}"{more}/>'


def _label(words: Safe, y: float) -> str:
    return _text(LABEL - 8, y, cut(words, MOST_LETTERS), "end")


def _grid(picture: Grid) -> tuple[list[str], float]:
    """Draw a square for each count, its area as large as the count, with the number beside it."""
    most = max((count for cells in picture.cells for count in cells), default=1) or 1
    step = (WIDE - LABEL) / max(1, len(picture.columns))
    parts = [_text(LABEL + step * (at + 0.5), 14, words, "middle") for at, words in enumerate(picture.columns)]
    largest = min(ROW - 4, step / 2 - 2)
    for row, (title, cells) in enumerate(zip(picture.rows, picture.cells, strict=True)):
        y = 24 + row * ROW
        parts.append(_label(title, y + ROW / 2 + 4))
        for at, count in enumerate(cells):
            x = LABEL + step * at
            side = largest * (count / most) ** 0.5
            if count:
                parts.append(
                    f'<rect x="{x + step / 4 - side / 2:.1f}" y="{y + ROW / 2 - side / 2:.1f}" width="{side:.1f}" '
                    f'height="{side:.1f}" fill="currentColor" fill-opacity="0.55"/>'
                )
                parts.append(_text(round(x + step * 0.55, 1), y + ROW / 2 + 4, str(count)))
            else:
                parts.append(_text(round(x + step / 4, 1), y + ROW / 2 + 4, "·", "middle"))
    return parts, 24 + len(picture.rows) * ROW + 8


def _sign(sign: Sign, x: float, y: float) -> str:
    match sign:
        case "full":
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" fill="currentColor"/>'
        case "hollow":
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="none" stroke="currentColor" stroke-width="1.4"/>'
        case "dot":
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="1.5" fill="currentColor"/>'
        case "cross":
            return _path(f"M{x - 4:.1f} {y - 4:.1f}l8 8m0 -8l-8 8", 1.8)
        case "up":
            return f'<path d="M{x - 4.5:.1f} {y + 4:.1f}h9l-4.5 -8z" fill="currentColor"/>'
        case "down":
            return _path(f"M{x - 4.5:.1f} {y - 4:.1f}h9l-4.5 8z")


def _key(signs: Iterable[tuple[Sign, Safe]], y: float) -> Iterator[str]:
    """Yield what each sign means, one below the other: words are as long as they are."""
    for at, (sign, words) in enumerate(signs):
        yield _sign(sign, 8, y + at * 18)
        yield _text(20, y + at * 18 + 4, words)


def _strip(picture: Strip, language: str) -> tuple[list[str], float]:
    step = min(18.0, (WIDE - 70) / max([1, *(len(signs) for _, signs in picture.rows)]))
    parts = [_text(52, 14, phrase("twin.week", "week", language), "end")]
    for row, (title, signs) in enumerate(picture.rows):
        y = 32 + row * 20
        parts.append(_text(52, y + 4, title, "end"))
        parts += [_sign(sign, 66 + at * step, y) for at, sign in enumerate(signs)]
    foot = 32 + len(picture.rows) * 20 + 8
    parts += _key(picture.signs, foot)
    return parts, foot + len(picture.signs) * 18


def _lanes(picture: Lanes, language: str) -> tuple[list[str], float]:
    right = WIDE - SAYS
    days = max(1, picture.days)

    def across(day: float) -> float:
        return round(LABEL + (day - 1) / max(1, days - 1) * (right - LABEL), 1)

    parts: list[str] = []
    y = 8.0
    for lane in picture.lanes:
        high = TALL if lane.tall else ROW
        parts += _lane(lane, y, high, across, right, days)
        y += high + 6
    parts.append(_path(f"M{LABEL} {y:g}H{right}", 1))
    for day in (1, *(tick for tick in ticks(days) if tick > 1)):
        parts.append(_path(f"M{across(day)} {y:g}v4", 1))
        parts.append(_text(across(day), y + 16, str(day), "middle"))
    parts.append(_text(LABEL - 8, y + 16, phrase("record.days", "day", language), "end"))
    parts += _key(picture.signs, y + 34)
    y += 26 + len(picture.signs) * 18
    for good, words in (
        (True, phrase("lanes.good", "something stood open or eased", language)),
        (False, phrase("lanes.bad", "something stood closed or dearer", language)),
    ):
        if any(span.good == good for lane in picture.lanes for span in lane.spans):
            parts += [_path(f"M2 {y + 8:g}h14", 5, "" if good else DASHED), _text(20, y + 12, words)]
            y += 18
    return parts, y


def _lane(
    lane: Lane, y: float, high: float, across: Callable[[float], float], right: float, days: int
) -> Iterator[str]:
    middle = y + high / 2
    yield _label(lane.title, middle + 4)
    if lane.points:
        yield from _course(lane, y, high, across, right, days)
    elif lane.spans or lane.signs:
        yield _path(f"M{LABEL} {middle:g}H{right}", 0.5)
    apart = 3 if len({span.good for span in lane.spans}) > 1 else 0
    for span in lane.spans:
        low = (y + high - 3 - apart if lane.points else middle) + (-apart if span.good else apart)
        dashed = "" if span.good else DASHED
        way = f"M{across(span.since)} {low:g}H{max(across(span.until), across(span.since) + 3)}"
        yield _path(way, 5 - apart / 3, dashed)
    for day, sign in lane.signs:
        yield _sign(sign, across(day), middle)
    if lane.says:
        words = lane.says if len(lane.says) <= 20 else f"{lane.says[:19]}…"
        yield _text(right + 8, middle + 4, words)


def _course(
    lane: Lane, y: float, high: float, across: Callable[[float], float], right: float, days: int
) -> Iterator[str]:
    """Draw a stepped course between the least and the most, with both written where there is room."""
    stretch = (lane.most - lane.least) or 1.0

    def up(value: float) -> float:
        share = (min(max(value, lane.least), lane.most) - lane.least) / stretch
        return round(y + high - 4 - share * (high - 8), 1)

    yield f'<rect x="{LABEL}" y="{y:g}" width="{right - LABEL}" height="{high:g}" fill="none" stroke="currentColor" stroke-width="0.4"/>'
    if lane.tall:
        yield _text(LABEL + 4, y + 14, f"{lane.most:g}")
        yield _text(LABEL + 4, y + high - 5, f"{lane.least:g}")
    (first, value), *_ = lane.points
    way = [f"M{across(first)} {up(value)}"]
    for (_, before), (day, after) in pairwise(lane.points):
        if after != before:
            way.append(f"H{across(day)}V{up(after)}")
    way.append(f"H{across(days)}")
    yield _path("".join(way), 1.8)
