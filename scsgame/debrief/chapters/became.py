"""Who you became: what was left of you, and whether your values or your standing won where the two pulled apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from scsgame.debrief.calculating.report import SelfReport
from scsgame.debrief.chapters.page import Page, page
from scsgame.debrief.figures import rate_words
from scsgame.debrief.finding import Finding, finding
from scsgame.debrief.log import Log
from scsgame.debrief.pictures.picture import Lane, Lanes, Sign
from scsgame.debrief.taught import self_reports, self_told
from scsgame.game.wording import in_a_row
from scsgame.life.world import Meter
from scsgame.terms import safe
from scsgame.tongue import Phrase, phrase

WON: Mapping[str, Sign] = {"self": "full", "standing": "cross", "neither": "dot"}
MEANS = {
    "full": Phrase("became.self", "your values won"),
    "cross": Phrase("became.standing", "your standing won"),
    "dot": Phrase("became.neither", "neither won"),
}
BESIDE = (
    Phrase("became.below", "You took the way that {regime} counts best in {taken}: less than the {blind} of a blind pick. You went the other way."),
    Phrase("became.within", "You took the way that {regime} counts best in {taken}; a blind pick would have in about {blind}. Chance would do as much."),
    Phrase("became.beyond", "You took the way that {regime} counts best in {taken}; a blind pick would have in about {blind}. That is more than chance gives."),
)  # fmt: skip
ENOUGH = 5
"""From so many choices on it is worth a sentence how often the best counted way was taken."""

PURSE = 1000
"""A meter that reaches further than this is a purse: it is drawn between the least and the most it held."""


def became(log: Log, language: str) -> Page:
    """Return what a life made of the person, as far as it was written down."""
    reports = self_reports(log)
    says = [*_meters(log, language), *_values(log, language)]
    says += [line for one in reports for line in _pulled(log, one, language)]
    turns = sorted({standoff.turn for one in reports for standoff in one.standoffs})
    return page(
        says, _lanes(log, reports, language), [*self_told(log, reports, language), meters_told(log, language)],
        turns or [turn.number for turn in log.chronicle.turns if turn.taken],
    )  # fmt: skip


def _meters(log: Log, language: str) -> Iterator[str]:
    life, facts = log.chronicle.setup.life, log.chronicle.moment.life.facts
    moved = {
        word: [meter.title.read(language) for meter in life.meters if (facts[meter.id] > meter.start) == up
               and facts[meter.id] != meter.start]
        for word, up in (("more", True), ("less", False))
    }  # fmt: skip
    if moved["more"] and moved["less"]:
        yield phrase("became.both", "Since your first day, up: {more}; down: {less}.", language,
                     more=in_a_row(moved["more"], language), less=in_a_row(moved["less"], language))  # fmt: skip
    elif moved["more"]:
        yield phrase("became.more", "Since your first day, up: {more}; down: nothing.", language,
                     more=in_a_row(moved["more"], language))  # fmt: skip
    elif moved["less"]:
        yield phrase("became.less", "Since your first day, down: {less}; up: nothing.", language,
                     less=in_a_row(moved["less"], language))  # fmt: skip


def _values(log: Log, language: str) -> Iterator[str]:
    held = frozenset(log.chronicle.setup.values)
    taken = [turn.taken.choice for turn in log.chronicle.turns if turn.taken is not None]
    up = sum(not held.isdisjoint(choice.upholds) for choice in taken)
    down = sum(not held.isdisjoint(choice.betrays) for choice in taken)
    if held and (up or down):
        yield phrase(
            "became.values", "{up} {up|choice|choices} stood for what you had set out to hold to, {down} went against it.", language,
            up=up, down=down,
        )  # fmt: skip


def _pulled(log: Log, one: SelfReport, language: str) -> Iterator[str]:
    title = log.chronicle.setup.regime[one.regime].title.read(language)
    if one.standoffs:
        won = Counter(standoff.won for standoff in one.standoffs)
        yield phrase(
            "became.pulled",
            "In {count} {count|choice|choices} what you held to and {regime} pulled apart: your values won {own}, your standing {standing}, neither {neither}.",
            language, count=len(one.standoffs), regime=title, own=won["self"], standing=won["standing"], neither=won["neither"],
        )  # fmt: skip
    chose = next(
        (chose for chose in one.chosen if chose.basis == "published" and chose.taken.chances >= ENOUGH), None
    )
    if chose is not None:
        way = BESIDE[0] if chose.below_chance else BESIDE[2] if chose.beyond_chance else BESIDE[1]
        yield way.read(language, regime=title, taken=rate_words(chose.taken, language), blind=round(chose.blind))


def _lanes(log: Log, reports: tuple[SelfReport, ...], language: str) -> Lanes:
    chronicle = log.chronicle
    lanes = [_lane(log, meter, language) for meter in chronicle.setup.life.meters]
    used: set[Sign] = set()
    for one in reports:
        if one.standoffs:
            signs = tuple((standoff.day, WON[standoff.won]) for standoff in one.standoffs)
            used |= {sign for _, sign in signs}
            title = chronicle.setup.regime[one.regime].title.read(language)
            lanes.append(
                Lane(phrase("became.against", "values against {regime}", language, regime=title), signs=signs)
            )
    return Lanes(
        phrase("became.picture", "What was left of you, day by day", language), tuple(lanes), chronicle.moment.day,
        tuple((sign, MEANS[sign].read(language)) for sign in WON.values() if sign in used),
    )  # fmt: skip


def _lane(log: Log, meter: Meter, language: str) -> Lane:
    chronicle = log.chronicle
    points = {1.0: float(meter.start)}
    points[float(chronicle.start.day)] = float(chronicle.start.life.facts[meter.id])
    for turn in chronicle.turns:
        points[float(turn.after.day)] = float(turn.after.life.facts[meter.id])
    values = points.values()
    purse = meter.most - meter.least > PURSE
    least, most = (min(values), max(values)) if purse else (float(meter.least), float(meter.most))
    ends = phrase(
        "became.ends",
        "{last} ({least} to {most})",
        language,
        last=f"{points[max(points)]:g}",
        least=f"{least:g}",
        most=f"{most:g}",
    )
    return Lane(safe(meter.title.read(language)), tuple(points.items()), least, most, says=ends)  # fmt: skip


def meters_told(log: Log, language: str) -> Finding:
    """Return what each meter stood at when the life began and when it closed."""
    facts = log.chronicle.moment.life.facts
    rows: list[tuple[str, ...]] = [
        ("", phrase("did.at_start", "at the start", language), phrase("did.at_end", "at the end", language))
    ]
    rows += [
        (meter.title.read(language), str(meter.start), str(facts[meter.id]))
        for meter in log.chronicle.setup.life.meters
    ]
    return finding(
        "meters", phrase("became.meters", "What was left", language),
        [phrase("became.kept", "What you began with, and what you ended with.", language)],
        [phrase("became.limit", "who you are. Four numbers were kept about you here, and we chose which.", language)], rows,
    )  # fmt: skip
