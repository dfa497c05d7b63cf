"""What happened beside what the system held: seen, missed, mistaken, made up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from scsgame.game.chronicle import Chronicle
from scsgame.game.passing import Event
from scsgame.life.vocabulary import Act
from scsgame.regime.intervention.rules import Mark
from scsgame.regime.surveillance.observers import Observation
from scsgame.terms import SELF, ActKind, Day

Finding = Literal["seen", "missed", "not watched", "pinned on another", "never happened", "somebody else did it"]


class Entry(NamedTuple):
    """One line of the diary held against one dossier.

    `by` is the observer whose report it is, `marks` what it came to count for.
    """

    day: Day
    kind: ActKind
    finding: Finding
    by: str
    marks: tuple[Mark, ...]


def events_of(chronicle: Chronicle, regime: str) -> tuple[Event, ...]:
    """Return everything one regime made of the life, in its order."""
    passed = (chronicle.morning, *(turn.passed for turn in chronicle.turns))
    return tuple(event for part in passed for event in part.events if event.regime == regime)


def compare(chronicle: Chronicle, regime_id: str) -> tuple[Entry, ...]:
    """Return the diary held against one regime's dossier, by day.

    Every act of one's own stands in it once for each time it was done; then the reports about acts that were
    somebody else's or nobody's. Marks for silences stand with the act that was not seen.
    """
    at = chronicle.setup.at[regime_id]
    events = events_of(chronicle, regime_id)
    reports = [report for event in events for report in event.hearing.observations]
    marks = [mark for event in events for mark in event.hearing.marks]
    own = [act for act in chronicle.acts if act.by == SELF]
    others: Mapping[tuple[ActKind, Day], Act] = {(act.kind, act.day): act for act in chronicle.acts if act.by != SELF}
    used: set[Observation] = set()
    entries = []
    for act in own:
        report = _take(reports, used, act, SELF)
        if report is not None:
            entries.append(Entry(act.day, act.kind, "seen", report.by, _marks_of(marks, report)))
            continue
        astray = next((r for r in reports if r.kind == act.kind and r.day == act.day and r.whom != SELF), None)
        if astray is not None and (act.kind, act.day) not in others:
            entries.append(Entry(act.day, act.kind, "pinned on another", astray.by, ()))
            continue
        watched = _watched(chronicle, at, act)
        entries.append(Entry(act.day, act.kind, "missed" if watched else "not watched", "", ()))
    for report in reports:
        if report.whom == SELF and report not in used:
            finding: Finding = "somebody else did it" if (report.kind, report.day) in others else "never happened"
            entries.append(Entry(report.day, report.kind, finding, report.by, _marks_of(marks, report)))
    return tuple(sorted(entries, key=lambda entry: entry.day))


def _watched(chronicle: Chronicle, at: int, act: Act) -> bool:
    """Say whether anybody was at work who looks for such acts when this one was done."""
    moment = chronicle.start
    for turn in chronicle.turns:
        if turn.before.day > act.day:
            break
        moment = turn.before if turn.day == act.day else turn.after
    facts = moment.dossiers[at].facts
    observers = chronicle.setup.regimes[at].observers_by_act.get(act.kind, ())
    return bool(facts["enrolled"]) and any(not one.phases or facts["phase"] in one.phases for one in observers)


def silences(chronicle: Chronicle, regime_id: str) -> tuple[Mark, ...]:
    """Return the marks that no report stands behind: silences, and other offices' lists."""
    return tuple(
        mark
        for event in events_of(chronicle, regime_id)
        for mark in event.hearing.marks
        if mark.kind == "" or not mark.by
    )


def _take(reports: Sequence[Observation], used: set[Observation], act: Act, whom: str) -> Observation | None:
    for report in reports:
        same = (report.kind, report.day, report.number, report.whom) == (act.kind, act.day, act.number, whom)
        if same and report not in used:
            used.add(report)
            return report
    return None


def _marks_of(marks: Sequence[Mark], report: Observation) -> tuple[Mark, ...]:
    tail = f".{report.day}.{report.number}.{report.whom}"
    return tuple(mark for mark in marks if mark.kind == report.kind and mark.id.endswith(tail))
