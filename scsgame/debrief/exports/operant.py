"""OKL v1, the open log of operant sessions: a header that says what each line means, and one line for each event."""

from __future__ import annotations

from collections.abc import Iterator

from scsgame.debrief.consequences import Consequence
from scsgame.debrief.exports.timeline import act_codes, timeline
from scsgame.debrief.log import Log
from scsgame.debrief.rows import Decision

CODEBOOK = (
    ("response", ("id:int",)),
    ("reinforcer_start", ("id:int", "potency:float", "operandum:int?")),
    ("reinforcer_end", ("id:int", "operandum:int?")),
    ("state_change", ("from:str", "to:str")),
    ("component_change", ("from:str", "to:str")),
    ("phase_enter", ("label:str", "name:str?", "time:str?", "location:str?", "cue:str?")),
    ("phase_exit", ("label:str",)),
    ("opportunity", ("scene:str", "options:int")),
    (
        "consequence",
        ("regime:str", "kind:str", "subject:str", "on:bool", "valence:int", "points:float", "operandum:int?"),
    ),
)
"""The events that the format asks for, and two of ours: a decision that lay open, and everything that came."""


def okl(log: Log) -> str:
    """Return a life as an OKL v1 session. A response is an act, by its number in the header.

    A reinforcer is a welcome consequence that the person could notice; every consequence stands beside it under a name of ours.
    """
    setup = log.chronicle.setup
    codes = act_codes(log)
    head = [
        "# OKL v1",
        f"# session_name = {_quoted(f'scsgame {setup.life.id}')}",
        '# clock_type = "GameClock"',
        "# session_start = 0.0",
        f"# experiment_name = {_quoted(setup.life.id)}",
        f"# protocol_id = {_quoted(' '.join(regime.id for regime in setup.regimes))}",
        "# meta:",
        "#   seconds_per_day = 60",
        f"#   seed = {_quoted(setup.seed)}",
        *(f"#   act.{number} = {_quoted(act)}" for act, number in codes.items()),
        "# events:",
        *(f"#   {name:<18}: {' '.join(fields)}" for name, fields in CODEBOOK),
        "# ---",
    ]
    return "".join(f"{line}\n" for line in (*head, *_body(log, codes)))


def _quoted(text: str) -> str:
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        text = text.replace(sign, written)
    return f'"{text}"'


def _body(log: Log, codes: dict[str, int]) -> Iterator[str]:
    last = 0.0
    phases: dict[str, str] = {}
    reinforcers = 0
    yield _line(0.0, "state_change", "IDLE", "RUNNING")
    for event in timeline(log):
        last, one = event.at, event.of
        if isinstance(one, Decision):
            yield _line(last, "opportunity", one.scene, len(one.options))
            for act in one.choice.acts:
                yield _line(last, "response", codes[act])
        elif isinstance(one, Consequence):
            act_code = codes.get(one.act)
            yield _line(
                last,
                "consequence",
                one.regime,
                one.kind,
                one.subject,
                one.on,
                one.valence,
                float(one.points),
                act_code,
            )
            if one.valence > 0 and log.noticing.since(one):
                reinforcers += 1
                yield _line(last, "reinforcer_start", reinforcers, float(abs(one.points) or 1), act_code)
                yield _line(last, "reinforcer_end", reinforcers, act_code)
        else:
            regime, phase = one
            if regime in phases:
                yield _line(last, "phase_exit", phases[regime])
            phases[regime] = f"{regime}:{phase}"
            yield _line(last, "phase_enter", phases[regime], phase, None, None, None)
    for label in phases.values():
        yield _line(last, "phase_exit", label)
    yield _line(last, "state_change", "RUNNING", "IDLE")


def _line(at: float, name: str, *fields: str | float | bool | None) -> str:
    return "\t".join([f"{at:.2f}", name, *(_field(value) for value in fields)])


def _field(value: str | float | bool | None) -> str:
    """Return a field as the format writes it; what is absent is a dash, and a dash alone is escaped."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    if value == "-":
        return "\\-"
    for sign, written in (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r")):
        value = value.replace(sign, written)
    return value
