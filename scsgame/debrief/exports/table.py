"""One long table of a life: a row for each decision, each way on, each look of a system, each consequence. Fixed columns; no cell is a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scsgame.debrief.consequences import Consequence
from scsgame.debrief.exports.timeline import timeline
from scsgame.debrief.log import Log
from scsgame.debrief.rows import Decision
from scsgame.tongue import Phrase

SCHEMA = "scsgame.long/2"
STEERS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "'")
"""What a spreadsheet takes for a formula at the head of a cell, in wide signs too, and the mark that stands before such a cell."""

Value = str | int | float | None


class Column(NamedTuple):
    """One column: its name, what kind of value it holds, and what that means."""

    name: str
    kind: str
    means: Phrase


COLUMNS = (
    Column("schema", "text", Phrase("column.schema", "how this table is laid out; changes when a column does")),
    Column("life", "text", Phrase("column.life", "which life was lived")),
    Column("seed", "text", Phrase("column.seed", "the luck of this life: the same seed and choices give the same rows")),
    Column("row", "integer", Phrase("column.row", "number of the row, from 1")),
    Column("what", "text", Phrase("column.what", "what the row is: decision, way, watch, mark, struck, list, measure, weekly, answer, phase")),
    Column("seconds", "number", Phrase("column.seconds", "when, on a clock on which a day is 60 seconds")),
    Column("day", "integer", Phrase("column.day", "day of the life, from 1")),
    Column("decision", "integer", Phrase("column.decision", "number of the decision, from 1; empty for what came of none")),
    Column("turn", "integer", Phrase("column.turn", "number of the move in the save; 0 is the first morning")),
    Column("sort", "text", Phrase("column.sort", "kind of decision: choice, bill, joining, plea")),
    Column("scene", "text", Phrase("column.scene", "the scene, the bill or the form")),
    Column("way", "text", Phrase("column.way", "the way on, by its id")),
    Column("taken", "0 or 1", Phrase("column.taken", "1 where this way was taken")),
    Column("open", "0 or 1", Phrase("column.open", "1 where this way could be taken")),
    Column("price", "integer", Phrase("column.price", "what it cost that day in the money of the life")),
    Column("acts", "text", Phrase("column.acts", "the acts it is, space between")),
    Column("regime", "text", Phrase("column.regime", "which system")),
    Column("phase", "text", Phrase("column.phase", "the phase in which the system stood")),
    Column("shown", "text", Phrase("column.shown", "what the person was told of being watched: certain, possible, none")),
    Column("observed", "0 or 1", Phrase("column.observed", "1 where the person was in fact reported")),
    Column("watchers", "text", Phrase("column.watchers", "who was at work looking for it, space between")),
    Column("subject", "text", Phrase("column.subject", "the rule, list, measure or form behind it")),
    Column("on", "0 or 1", Phrase("column.on", "1 given, entered, begun, granted; 0 struck out, left, ended, refused")),
    Column("points", "number", Phrase("column.points", "points it asks for")),
    Column("valence", "integer", Phrase("column.valence", "as the system declares it: 1 welcome, -1 unwelcome, 0 neither")),
    Column("act", "text", Phrase("column.act", "the act that a mark is about")),
    Column("done_on", "integer", Phrase("column.done_on", "the day of that act")),
    Column("by", "text", Phrase("column.by", "who reported it")),
    Column("whom", "text", Phrase("column.whom", "whom the report names; self is the person")),
    Column("counted_on", "integer", Phrase("column.counted_on", "the day it went into the score; empty where it never did")),
    Column("noticed_on", "integer", Phrase("column.noticed_on", "the first day on which the person could know of it; empty where that never came")),
    Column("score_before", "number", Phrase("column.score_before", "the score when the decision lay open")),
    Column("score_after", "number", Phrase("column.score_after", "the score when the next decision lay open")),
    Column("status", "text", Phrase("column.status", "how well what stands behind it is known")),
    Column("sources", "text", Phrase("column.sources", "where that stands, space between")),
)  # fmt: skip


def long_table(log: Log) -> str:
    """Return the whole table as CSV text."""
    setup = log.chronicle.setup
    fixed: dict[str, Value] = {"schema": SCHEMA, "life": setup.life.id, "seed": setup.seed}
    names = [column.name for column in COLUMNS]
    lines = [_line(names)]
    for number, row in enumerate(_rows(log), 1):
        whole = {**fixed, "row": number, **row}
        lines.append(_line(whole.get(name) for name in names))
    return "".join(lines)


def dictionary(language: str = "en") -> str:
    """Return what each column means, as CSV text."""
    rows = [(column.name, column.kind, column.means.read(language)) for column in COLUMNS]
    return "".join(_line(row) for row in (("column", "kind", "meaning"), *rows))


def _line(cells: Iterable[Value]) -> str:
    return ",".join(_cell(cell) for cell in cells) + "\r\n"


def _cell(value: Value) -> str:
    """Return one cell. A number is a number, below nought too; text that a spreadsheet could run has a mark before it."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else str(int(value))
    text = f"'{value}" if value.lstrip(" \u3000\xa0").startswith(STEERS) else value
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in ',"\r\n') else text


def _rows(log: Log) -> Iterator[dict[str, Value]]:
    at = {id(one): number for number, found in log.arrived.items() for one in found}
    for event in timeline(log):
        one = event.of
        if isinstance(one, Decision):
            for row in _of_decision(one):
                yield {"seconds": event.at, "day": one.day, **row}
        elif isinstance(one, Consequence):
            yield {
                "seconds": event.at,
                "day": one.day,
                "decision": at.get(id(one)),
                **_of_consequence(one),
                "noticed_on": log.noticing.since(one) or None,
            }
        else:
            regime, phase = one
            yield {
                "what": "phase",
                "seconds": event.at,
                "day": int(event.at // 60) + 1,
                "regime": regime,
                "phase": phase,
            }


def _of_decision(one: Decision) -> Iterator[dict[str, Value]]:
    same: dict[str, Value] = {"decision": one.number, "turn": one.turn, "sort": one.sort, "scene": one.scene}
    scores = {regime: (before, after) for regime, before, after in one.scores}
    yield {**same, "what": "decision", "way": one.choice.id, "taken": 1, "open": 1, "acts": " ".join(one.choice.acts)}
    for at, option in enumerate(one.options):
        way: dict[str, Value] = {
            **same, "way": option.id, "taken": int(at == one.taken), "open": int(option.open), "price": option.price,
            "acts": " ".join(option.acts),
        }  # fmt: skip
        yield {**way, "what": "way"}
        for watch in option.watches:
            before, after = scores.get(watch.regime, (None, None))
            yield {
                **way, "what": "watch", "regime": watch.regime, "phase": dict(one.phases).get(watch.regime, ""),
                "shown": watch.shown, "observed": int(watch.observed), "watchers": " ".join(watch.watchers),
                "score_before": before, "score_after": after if at == one.taken else None,
            }  # fmt: skip


def _of_consequence(one: Consequence) -> dict[str, Value]:
    return {
        "what": one.kind, "regime": one.regime, "subject": one.subject, "on": int(one.on), "points": float(one.points),
        "valence": one.valence, "act": one.act, "done_on": one.done_on or None, "by": one.by, "whom": one.whom,
        "counted_on": one.counted or None, "status": one.provenance.status, "sources": " ".join(one.provenance.sources),
    }  # fmt: skip
