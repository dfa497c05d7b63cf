"""From a key to the next scene on the screen."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.bare import GREETING
from benchmarks.figures import Line, Result
from benchmarks.start import BARE, PLAY, first_choice, last_words
from benchmarks.terminal import Burst, Terminal, possible, surroundings

FLOOR = "bare Textual app, changed"
NOTHING: Mapping[str, str] = {}
GAME_KEYS = [b"1", b"2", b"1", b"3"]


STILL = {"TEXTUAL_ANIMATIONS": "none"}
"""What tells Textual to move nothing."""


def presses(
    command: Sequence[str],
    marker: str,
    keys: Sequence[bytes],
    count: int,
    home: Path,
    more: Mapping[str, str] = NOTHING,
) -> list[Burst]:
    """Return the reactions to `count` keys; where one brings nothing, the next is tried (a week may have ended)."""
    found: list[Burst] = []
    with Terminal(command, {**surroundings(home), **more}, (100, 30), home) as terminal:
        if terminal.until(marker) is None:
            return []
        terminal.quiet(0.4)
        dumb = at = 0
        while len(found) < count and dumb < 12 and not terminal.ended:
            burst = terminal.press(keys[at % len(keys)])
            terminal.quiet(0.05, 0.5)
            at += 1
            if burst is None:
                dumb += 1
                terminal.press(b"\r")
            else:
                found.append(burst)
    return found


def measure(runs: int, long: bool) -> list[Result]:
    """Measure keys in the day's screen beside keys in the bare app."""
    del long
    result = Result(
        "keys", "from a number key to the next scene painted (100 x 30), each key committed to the save first",
        "a key in the bare Textual app, until its one Static has changed.",
    )  # fmt: skip
    if reason := possible():
        result.skipped = reason
        return [result]
    bare: list[Burst] = []
    game: list[Burst] = []
    still: list[Burst] = []
    marker = first_choice()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for _ in range(max(1, runs // 3)):
            bare += presses(BARE, f"{GREETING} 0", [b"1", b"2", b"3"], 20, home)
            game += presses(PLAY, marker, GAME_KEYS, 20, home)
            still += presses(PLAY, marker, GAME_KEYS, 20, home, STILL)
        if not bare or min(len(game), len(still)) < 5:
            result.skipped = (
                f"the day's screen did not answer to number keys; its last line: {last_words(PLAY, home)}"
            )
            return [result]
    result.lines = [
        Line(FLOOR, tuple(one.changed for one in bare)),
        Line("scsgame, changed", tuple(one.changed for one in game), aim=6, floor=FLOOR),
        Line("scsgame, complete, gauges at rest", tuple(one.complete for one in game), aim=20, floor=FLOOR),
        Line("scsgame with motion off, changed", tuple(one.changed for one in still), aim=6, floor=FLOOR),
        Line("scsgame with motion off, complete", tuple(one.complete for one in still), aim=20, floor=FLOOR),
    ]
    result.remarks.append(
        f"{len(game)} keys; bytes a key: {statistics.median(one.size for one in game):,.0f}, "
        f"with motion off {statistics.median(one.size for one in still):,.0f}, "
        f"bare {statistics.median(one.size for one in bare):,.0f}. Complete is the last byte before 80 ms of silence; "
        "with motion on it waits for the gauges to come to rest, while keys are taken already."
    )
    return [result]
