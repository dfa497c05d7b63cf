"""Conditions and stretches: how a life falls into phases, and where one turns into the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from scsgame.debrief.log import Decision, Log
from scsgame.game.moment import Moment
from scsgame.game.told import disclosure
from scsgame.terms import Day

Kind = Literal["part", "phase", "score", "list", "halves"]
"""By what a life is cut: taking part or not, a regime's own phases, a score shown or kept back, a bad list, or merely its middle."""

KINDS: tuple[Kind, ...] = ("part", "phase", "score", "list")
LETTERS = "ABCDEFGHIJ"
NEAR = 2
"""Cuts no further apart than so many decisions are taken for the same cut."""


class Stretch(NamedTuple):
    """A run of decisions under one condition: its label (A1, B1, A2), its days, and its decisions."""

    label: str
    condition: str
    since: Day
    until: Day
    decisions: tuple[Decision, ...]


class Course(NamedTuple):
    """A life cut into stretches by one thing that changed under one regime."""

    regime: str
    kind: Kind
    stretches: tuple[Stretch, ...]

    def presses(self, stretch: Stretch) -> bool:
        """Say whether this stretch is under the condition that asks more of a person than the other one."""
        match self.kind:
            case "part":
                return stretch.condition == "in"
            case "score":
                return stretch.condition == "shown"
            case "list":
                return stretch.condition == "on"
            case "phase":
                return stretch.condition != self.stretches[0].condition
            case _:
                return False


class Change(NamedTuple):
    """Two conditions of a course held beside each other: the stretches under less pressure, and those under more.

    `trio` are three stretches in a row of which the third goes back to the condition of the first; `relief` are three of
    which the first is under less pressure; either only where there are such.
    """

    course: Course
    free: tuple[Stretch, ...]
    pressed: tuple[Stretch, ...]
    trio: tuple[Stretch, Stretch, Stretch] | None
    relief: tuple[Stretch, Stretch, Stretch] | None

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Return all the stretches that are compared."""
        return (*self.free, *self.pressed)


def courses(log: Log, regime: str) -> tuple[Course, ...]:
    """Return the ways in which a life under this regime fell into phases; two that cut alike are told once.

    Where nothing changed, the life is cut in the middle, which is no phase at all and is called so.
    """
    found: list[Course] = []
    for kind in KINDS:
        course = Course(regime, kind, _stretches(log, regime, kind))
        if len(course.stretches) > 1 and not any(_cut_alike(course, other) for other in found):
            found.append(course)
    return tuple(found) or _in_the_middle(log, regime)


def main_change(course: Course) -> Change:
    """Return the two conditions that follow each other and of which the less lived one is lived most."""
    stretches = course.stretches
    lived: dict[str, list[Stretch]] = {}
    for stretch in stretches:
        lived.setdefault(stretch.condition, []).append(stretch)

    def least(at: int) -> int:
        return min(_size(lived[stretches[at].condition]), _size(lived[stretches[at + 1].condition]))

    first, second = (stretches[max(range(len(stretches) - 1), key=least) + step] for step in (0, 1))
    if course.presses(first) and not course.presses(second):
        first, second = second, first
    trios = [trio for trio in zip(stretches, stretches[1:], stretches[2:], strict=False)
             if trio[0].condition == trio[2].condition]  # fmt: skip
    relieved = [trio for trio in trios if not course.presses(trio[0])]
    return Change(
        course,
        tuple(lived[first.condition]),
        tuple(lived[second.condition]),
        max(trios, key=_shortest, default=None),
        max(relieved, key=_shortest, default=None),
    )


def _shortest(trio: tuple[Stretch, Stretch, Stretch]) -> int:
    return min(len(stretch.decisions) for stretch in trio)


def _size(stretches: list[Stretch]) -> int:
    return sum(len(stretch.decisions) for stretch in stretches)


def before_it(log: Log, decision: Decision) -> Moment:
    """Return the moment in which a decision was made."""
    return log.chronicle.turns[decision.turn - 1].before if decision.turn else log.chronicle.start


def _cut_alike(one: Course, other: Course) -> bool:
    """Say whether two courses cut a life at the same places, give or take a decision or two."""
    cuts = [[stretch.decisions[0].number for stretch in course.stretches] for course in (one, other)]
    return len(cuts[0]) == len(cuts[1]) and all(abs(a - b) <= NEAR for a, b in zip(*cuts, strict=True))


def _condition(moment: Moment, at: int, kind: Kind) -> str:
    regime, dossier = moment.setup.regimes[at], moment.dossiers[at]
    facts = dossier.facts
    match kind:
        case "part":
            return "in" if facts["enrolled"] else "out"
        case "phase":
            return str(facts["phase"])
        case "score":
            if regime.scale.kind == "none":
                return ""
            told = disclosure(regime, dossier, moment.setup.shows).score
            return "shown" if facts["enrolled"] and told in ("visible", "delayed") else "kept"
        case _:
            return "on" if any(facts[f"listed({roll.id})"] and not roll.good for roll in regime.rolls) else "off"


def ways_on(log: Log) -> list[Decision]:
    """Return the decisions that are ways on: choices and bills. Joining is what cuts a life, and pleading is no way on."""
    return [decision for decision in log.decisions if decision.sort in ("choice", "bill")]


def _stretches(log: Log, regime: str, kind: Kind) -> tuple[Stretch, ...]:
    at = log.chronicle.setup.at[regime]
    runs: list[tuple[str, list[Decision]]] = []
    for decision in ways_on(log):
        condition = _condition(before_it(log, decision), at, kind)
        if not runs or runs[-1][0] != condition:
            runs.append((condition, []))
        runs[-1][1].append(decision)
    return tuple(_labelled(runs))


def _labelled(runs: list[tuple[str, list[Decision]]]) -> Iterator[Stretch]:
    """Yield the runs as stretches: a letter for each condition, a number for each time it came."""
    letters = {condition: LETTERS[at % len(LETTERS)] for at, condition in enumerate(dict(runs))}
    times = dict.fromkeys(letters, 0)
    for condition, run in runs:
        times[condition] += 1
        label = f"{letters[condition]}{times[condition]}"
        yield Stretch(label, condition, run[0].day, run[-1].day, tuple(run))


def _in_the_middle(log: Log, regime: str) -> tuple[Course, ...]:
    decisions = ways_on(log)
    half = len(decisions) // 2
    if not half:
        return ()
    runs = [("first", decisions[:half]), ("second", decisions[half:])]
    return (Course(regime, "halves", tuple(_labelled(runs))),)
