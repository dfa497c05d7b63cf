"""Time and code, one event a line, as laboratory programs read them; lines that begin with a backslash say what a code means."""

from __future__ import annotations

from collections.abc import Iterator

from scsgame.debrief.consequences import Consequence
from scsgame.debrief.exports.timeline import act_codes, timeline
from scsgame.debrief.log import Log
from scsgame.debrief.rows import Decision

OPPORTUNITY, WELCOME, UNWELCOME, NEITHER, PHASE, UNNOTICED, START, END = 1, 2, 3, 4, 5, 6, 8, 9
ACTS = 100
"""Acts are coded from here on, each with its own code."""
MEANS = {
    OPPORTUNITY: "opportunity", WELCOME: "welcome", UNWELCOME: "unwelcome", NEITHER: "neutral", PHASE: "phase", UNNOTICED: "unnoticed", START: "start", END: "end",
}  # fmt: skip


def event_codes(log: Log) -> str:
    """Return a life as lines of time and code. Times are seconds; a day is 60 of them."""
    codes = {act: ACTS + number for act, number in act_codes(log).items()}
    notes = [f"\\ {code} {name}" for code, name in MEANS.items()] + [
        f"\\ {code} {act}" for act, code in codes.items()
    ]
    return "".join(f"{line}\n" for line in (*notes, *_lines(log, codes)))


def _lines(log: Log, codes: dict[str, int]) -> Iterator[str]:
    last = 0.0
    yield f"{last:.2f},{START}"
    for event in timeline(log):
        last, one = event.at, event.of
        found = [PHASE]
        if isinstance(one, Decision):
            found = [OPPORTUNITY, *(codes[act] for act in one.choice.acts)]
        elif isinstance(one, Consequence):
            sort = WELCOME if one.valence > 0 else UNWELCOME if one.valence < 0 else NEITHER
            found = [sort if log.noticing.since(one) else UNNOTICED]
        yield from (f"{last:.2f},{code}" for code in found)
    yield f"{last:.2f},{END}"
