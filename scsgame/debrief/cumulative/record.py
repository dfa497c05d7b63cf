"""The cumulative record: how often something was done, added up over its opportunities. The field's own plot, as data.

One step right for each opportunity, one step up for each response. Nothing is smoothed, and the axis begins at nought.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from scsgame.debrief.log import Log, Response
from scsgame.debrief.rows import Decision
from scsgame.terms import Safe

Axis = Literal["opportunity", "day"]


class Pen(NamedTuple):
    """One opportunity: where it stands, how high the pen stands after it, and whether one responded.

    `hatches` are welcome consequences and `ticks` unwelcome ones, as far as one could ever notice them; by opportunity they stand at the response they were for.
    """

    x: int
    y: int
    responded: bool
    hatches: int = 0
    ticks: int = 0


class PhaseLine(NamedTuple):
    """Where a phase begins: to the left of this place."""

    x: int
    label: str


class Record(NamedTuple):
    """A cumulative record: whose, of what, along which axis, how far the axis goes, and where phases change.

    `late` are consequences by the day on which they came, on the day axis: (day, height of the pen, +1 or -1).
    """

    who: Safe
    what: Safe
    axis: Axis
    length: int
    pens: tuple[Pen, ...]
    phases: tuple[PhaseLine, ...] = ()
    late: tuple[tuple[int, int, int], ...] = ()

    @property
    def height(self) -> int:
        """Return how many responses there were."""
        return self.pens[-1].y if self.pens else 0

    @property
    def marks(self) -> tuple[tuple[int, int, int], ...]:
        """Return every hatch (+1) and tick (-1), with its place."""
        if self.axis == "day":
            return self.late
        hatches = [(pen.x, pen.y, 1) for pen in self.pens for _ in range(min(1, pen.hatches))]
        return tuple(sorted([*hatches, *((pen.x, pen.y, -1) for pen in self.pens if pen.ticks)]))

    def height_at(self, x: int) -> int:
        """Return how high the pen stands at a place."""
        return max((pen.y for pen in self.pens if pen.x <= x), default=0)


class Stretch(NamedTuple):
    """One phase of a record in figures."""

    label: str
    opportunities: int
    responses: int
    hatches: int
    ticks: int


def record(
    log: Log,
    response: Response,
    who: Safe,
    what: Safe,
    axis: Axis = "opportunity",
    regime: str = "",
    language: str = "en",
) -> Record:
    """Return the record of one response class in one life; phases and consequences are those of one regime, or of all."""
    setup = log.chronicle.setup
    regimes = [regime] if regime else [one.id for one in setup.regimes]
    pens: list[Pen] = []
    late: list[tuple[int, int, int]] = []
    days: list[tuple[int, int]] = []
    found = log.opportunities(response.acts)
    y = 0
    for number, decision in enumerate(found, 1):
        responded = decision.does(response.acts)
        y += responded
        came = [
            one
            for one in log.followed[decision.number]
            if one.regime in regimes and one.act in response.acts and log.noticing.since(one)
        ]
        came = came if responded else []
        hatches, ticks = sum(one.valence > 0 for one in came), sum(one.valence < 0 for one in came)
        pens.append(Pen(number if axis == "opportunity" else decision.day, y, responded, hatches, ticks))
        days.append((decision.day, y))
        late += [(one.day, 0, one.valence) for one in came if one.valence]
    late = [
        (day, max((height for at, height in days if at <= day), default=0), sign) for day, _, sign in sorted(late)
    ]
    length = len(pens) if axis == "opportunity" else log.chronicle.moment.day
    return Record(who, what, axis, length, tuple(pens), _phases(log, found, regimes, axis, language), tuple(late))


def _phases(
    log: Log, found: Sequence[Decision], regimes: Sequence[str], axis: Axis, language: str
) -> tuple[PhaseLine, ...]:
    """Return where the phases of the first of these regimes that has any begin."""
    setup = log.chronicle.setup
    phased = next((name for name in regimes if setup.regime[name].phases), "")
    if not phased:
        return ()
    at = setup.at[phased]
    regime = setup.regime[phased]
    last = log.chronicle.start.dossiers[at].facts["phase"]
    lines = [PhaseLine(0, regime.phase_title(last, language))]
    if axis == "day":
        turned = [
            (event.day, name) for event in log.events if event.regime == phased for name in event.hearing.turnings
        ]
        return (
            (*lines, *(PhaseLine(day, regime.phase_title(name, language)) for day, name in turned if day > 1))
            if turned
            else tuple(lines)
        )
    for number, decision in enumerate(found, 1):
        phase = dict(decision.phases)[phased]
        if phase != last:
            lines.append(PhaseLine(number, regime.phase_title(phase, language)))
            last = phase
    return tuple(lines)


def stretches(found: Record) -> tuple[Stretch, ...]:
    """Return a record in figures, phase by phase: the twin of the picture for whoever reads and does not look."""
    lines = found.phases or (PhaseLine(0, ""),)
    ends = [*(line.x for line in lines[1:]), found.length + 1]
    parts = []
    for line, end in zip(lines, ends, strict=True):
        here = [pen for pen in found.pens if line.x <= pen.x < end]
        marks = [sign for x, _, sign in found.marks if line.x <= x < end]
        parts.append(
            Stretch(line.label, len(here), sum(pen.responded for pen in here), marks.count(1), marks.count(-1))
        )
    return tuple(parts)


def reset(y: int, pen_height: int) -> int:
    """Return how high the pen stands on paper where it falls back to nought at a height; 0 never falls back."""
    return y % pen_height if pen_height else y
