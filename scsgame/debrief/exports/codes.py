"""Time and code, as laboratory programs read them: one event a line, or as the data file of MED-PC, whose programs keep events in an array.

Lines that begin with a backslash say what a code means.
"""

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


TICKS = 100
"""So many ticks are one second in the array; its clock begins at 1, since a code without a time before it cannot be read."""
A_ROW = 5


def event_codes(log: Log) -> str:
    """Return a life as lines of time and code. Times are seconds; a day is 60 of them."""
    codes = _codes(log)
    return "".join(
        f"{line}\n" for line in (*_notes(codes), *(f"{at:.2f},{code}" for at, code in _events(log, codes)))
    )


def data_file(log: Log) -> str:
    """Return a life as a MED-PC data file: each element of the array W is a time in hundredths of a second, then four digits of code."""
    setup, codes = log.chronicle.setup, _codes(log)
    head = {
        "File": "scsgame", "Start Date": "01/01/00", "End Date": "01/01/00", "Subject": setup.seed, "Experiment": setup.life.id,
        "Group": "1", "Box": "1", "Start Time": "0:00:00", "End Time": "0:00:00", "MSN": " ".join(one.id for one in setup.regimes),
    }  # fmt: skip
    array = [f"{round(at * TICKS) + 1}{code:04}.0" for at, code in _events(log, codes)]
    rows = [
        f"{at:>6}:" + "".join(f"{value:>14}" for value in array[at : at + A_ROW])
        for at in range(0, len(array), A_ROW)
    ]
    fields = [f"{name}: {' '.join(str(value).split())}" for name, value in head.items()]
    return "".join(f"{line}\n" for line in (*fields, *_notes(codes), "W:", *rows))


def _codes(log: Log) -> dict[str, int]:
    return {act: ACTS + number for act, number in act_codes(log).items()}


def _notes(codes: dict[str, int]) -> list[str]:
    known = [*MEANS.items(), *((code, act) for act, code in codes.items())]
    return [f"\\ {code} {name}" for code, name in known]


def _events(log: Log, codes: dict[str, int]) -> Iterator[tuple[float, int]]:
    last = 0.0
    yield last, START
    for event in timeline(log):
        last, one = event.at, event.of
        found = [PHASE]
        if isinstance(one, Decision):
            found = [OPPORTUNITY, *(codes[act] for act in one.choice.acts)]
        elif isinstance(one, Consequence):
            sort = WELCOME if one.valence > 0 else UNWELCOME if one.valence < 0 else NEITHER
            found = [sort if log.noticing.since(one) else UNNOTICED]
        yield from ((last, code) for code in found)
    yield last, END
