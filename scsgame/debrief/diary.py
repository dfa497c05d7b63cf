"""What happened beside what the system held: seen, missed, mistaken, made up, counted twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from scsgame.debrief.log import Log
from scsgame.debrief.rows import Decision
from scsgame.game.chronicle import Chronicle
from scsgame.game.passing import Event
from scsgame.life.vocabulary import Act
from scsgame.regime.intervention.rules import Mark
from scsgame.regime.surveillance.observers import Observation
from scsgame.terms import SELF, ActKind, Day

Finding = Literal[
    "seen",
    "missed",
    "not_watched",
    "outside",
    "on_its_way",
    "lost",
    "pinned",
    "invented",
    "mistaken",
    "another",
]
"""`pinned`: one's own act, reported of another; `mistaken`: another's act, reported of oneself; `another`: another's act that
counted by a rule about others; `outside`: done while one was not in it; `lost`: seen, but one had left before the report came.
"""

Key = tuple[ActKind, Day, int]
"""An act as reports name it: what, when, and its number."""


class Entry(NamedTuple):
    """One line of the diary held against one dossier.

    `by` is the observer whose report it is, `marks` what it came to count for. `whose` is who did it in fact ("" for nobody),
    `whom` whom the report names. `watchers` were at work looking for such acts, `arrived` is the day of the report, and `decision`
    the number of the decision in which it was done.
    """

    day: Day
    kind: ActKind
    finding: Finding
    by: str = ""
    marks: tuple[Mark, ...] = ()
    whose: str = SELF
    whom: str = SELF
    watchers: tuple[str, ...] = ()
    arrived: Day = 0
    decision: int = 0


def events_of(chronicle: Chronicle, regime: str) -> tuple[Event, ...]:
    """Return everything one regime made of the life, in its order."""
    passed = (chronicle.morning, *(turn.passed for turn in chronicle.turns))
    return tuple(event for part in passed for event in part.events if event.regime == regime)


def compare(log: Log, regime_id: str) -> tuple[Entry, ...]:
    """Return the diary held against one regime's dossier, by day.

    Every act of one's own stands in it once for each time it was done; then the reports about acts that were
    somebody else's or nobody's, as far as they touched one's own record.
    """
    return tuple(sorted(_Comparison(log, regime_id).entries(), key=lambda entry: entry.day))


class _Comparison:
    """A diary being held against one dossier."""

    def __init__(self, log: Log, regime_id: str) -> None:
        setup = log.chronicle.setup
        self.log = log
        self.regime = setup.regime[regime_id]
        self.at = setup.at[regime_id]
        events = events_of(log.chronicle, regime_id)
        self.reports = [(event.day, report) for event in events for report in event.hearing.observations]
        self.marks: dict[tuple[Key, str], list[Mark]] = {}
        for mark in (mark for event in events for mark in event.hearing.marks):
            if mark.by and mark.kind:
                number = int(mark.id.split(".")[-2])
                self.marks.setdefault(((mark.kind, mark.seen_on, number), mark.whom), []).append(mark)
        self.waiting = {_key(report) for report in log.chronicle.moment.dossiers[self.at].post}
        self.others: Mapping[Key, Act] = {
            (act.kind, act.day, act.number): act for act in log.chronicle.acts if act.by != SELF
        }

    def entries(self) -> Iterator[Entry]:
        """Yield every line."""
        told: dict[Key, tuple[Day, Observation]] = {}
        for day, report in self.reports:
            told.setdefault(_key(report), (day, report))
        for decision in self.log.decisions:
            for deed in decision.deeds:
                yield self._own(decision, deed, told.pop(deed, None))
        for key, (day, report) in told.items():
            entry = self._not_own(key, day, report)
            if entry is not None:
                yield entry

    def _own(self, decision: Decision, deed: Key, told: tuple[Day, Observation] | None) -> Entry:
        kind, day, _ = deed
        phase = dict(decision.phases)[self.regime.id]
        watchers = tuple(
            one.id for one in self.regime.observers_by_act.get(kind, ()) if not one.phases or phase in one.phases
        )
        watch = next((watch for watch in decision.choice.watches if watch.regime == self.regime.id), None)
        entry = Entry(day, kind, "missed", watchers=watchers if watch else (), decision=decision.number)
        if told is not None:
            arrived, report = told
            found: Finding = "seen" if report.whom == SELF else "pinned"
            marks = tuple(self.marks.get((deed, report.whom), ()))
            return entry._replace(finding=found, by=report.by, marks=marks, whom=report.whom, arrived=arrived)
        if deed in self.waiting:
            return entry._replace(finding="on_its_way")
        if watch is not None and any(sight.act == kind for sight in watch.sights):
            return entry._replace(finding="lost")
        if self.regime.id not in decision.enrolled:
            return entry._replace(finding="outside", watchers=())
        return entry if entry.watchers else entry._replace(finding="not_watched")

    def _not_own(self, key: Key, arrived: Day, report: Observation) -> Entry | None:
        act = self.others.get(key)
        marks = tuple(self.marks.get((key, report.whom), ()))
        if report.whom != SELF and not marks:
            return None
        found: Finding = "another" if report.whom != SELF else "mistaken" if act is not None else "invented"
        whose = act.by if act is not None else ""
        return Entry(report.day, report.kind, found, report.by, marks, whose, report.whom, arrived=arrived)


def _key(report: Observation) -> Key:
    return (report.kind, report.day, report.number)


def silences(chronicle: Chronicle, regime_id: str) -> tuple[Mark, ...]:
    """Return the marks that no report stands behind: silences, and other offices' lists."""
    return tuple(
        mark
        for event in events_of(chronicle, regime_id)
        for mark in event.hearing.marks
        if mark.kind == "" or not mark.by
    )


def twice(entries: Mapping[str, Sequence[Entry]]) -> tuple[tuple[Entry, tuple[tuple[str, Mark], ...]], ...]:
    """Return the acts that were counted more than once: by several rules, or by several regimes, each mark with its regime.

    `entries` are the comparisons by regime.
    """
    found: dict[tuple[int, ActKind, Day], list[tuple[Entry, str, Mark]]] = {}
    for regime, lines in entries.items():
        for entry in lines:
            if entry.decision:
                where = found.setdefault((entry.decision, entry.kind, entry.day), [])
                where += [(entry, regime, mark) for mark in entry.marks if mark.points or len(entry.marks) > 1]
    return tuple(
        (counted[0][0], tuple((regime, mark) for _, regime, mark in counted)) for counted in found.values() if len(counted) > 1
    )  # fmt: skip
