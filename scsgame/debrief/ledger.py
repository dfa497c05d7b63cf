"""The ledger of a score: every point of it, from the start to the last time it was made, each with what it came from.

What the marks ask, less what caps keep back and what is lost at an end of the scale, less what was struck out or lapsed, with what
faded and how others' standing pulls, is the score. A test holds every scale to that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from scsgame.debrief.consequences import Consequence
from scsgame.debrief.log import Log
from scsgame.game.chronicle import Chronicle
from scsgame.game.moment import today
from scsgame.game.passing import Event, Passed
from scsgame.life.state import LifeState
from scsgame.regime.charter import Regime
from scsgame.regime.intervention.scale import Scale
from scsgame.regime.intervention.standing import Rating, add, fade, first_tallies
from scsgame.terms import Day, date_of

Kind = Literal["start", "mark", "struck", "faded", "fell_out", "pull", "held", "rounded"]


class Line(NamedTuple):
    """One line of a ledger.

    A mark's rule `asked` for so many points, of which a cap kept back `capped` and an end of the scale cut `cut` (all three in the
    points of the rule); `worth` is what the line moved the score by. `part` is the factor, where the scale has them.
    """

    day: Day
    kind: Kind
    worth: float
    part: str = ""
    asked: float = 0
    capped: float = 0
    cut: float = 0
    of: Consequence | None = None


class Ledger(NamedTuple):
    """How one score came to be: its lines, what they come to, and what had come too late to be in it.

    `made` is the day on which the score was last made.
    """

    regime: str
    score: float
    made: Day
    lines: tuple[Line, ...]
    waiting: tuple[Line, ...] = ()

    @property
    def total(self) -> float:
        """Return what the lines come to: the score, or the books are wrong."""
        return sum(line.worth for line in self.lines)

    def of_kind(self, *kinds: Kind) -> tuple[Line, ...]:
        """Return the lines of some kinds."""
        return tuple(line for line in self.lines if line.kind in kinds)


def ledger(log: Log, regime_id: str) -> Ledger | None:
    """Return the ledger of one regime's score; None where it keeps no number."""
    regime = log.chronicle.setup.regime[regime_id]
    return None if regime.scale.kind == "none" else _Books(log, regime).close()


class _Books:
    """A ledger being written: the marks of a life counted again, in the order in which they were."""

    def __init__(self, log: Log, regime: Regime) -> None:
        self.chronicle: Chronicle = log.chronicle
        self.regime = regime
        self.scale: Scale = regime.scale
        self.at = self.chronicle.setup.at[regime.id]
        self.tallies = first_tallies(self.scale)
        self.ratings: tuple[Rating, ...] = ()
        self.moved: dict[str, float] = {}
        marks = [one for one in log.consequences if one.regime == regime.id]
        self.marks = {one.mark: one for one in marks if one.kind == "mark"}
        self.struck: dict[Day, list[Consequence]] = {}
        for one in marks:
            if one.kind == "struck":
                self.struck.setdefault(one.day, []).append(one)
        self.lines = [Line(1, "start", self.raw())]
        self.made: tuple[Day, int, float, LifeState | None] = (1, 1, self.raw(), None)

    def close(self) -> Ledger:
        """Count everything, and return the ledger."""
        self._mornings(self.chronicle.morning, bool(self.chronicle.start.dossiers[self.at].facts["enrolled"]))
        for turn in self.chronicle.turns:
            events = list(self._events(turn.passed, turn.day))
            for event in events:
                self._count(event)
                if event.hearing.marks and self.scale.updates == "at_once":
                    self._make(turn.day, turn.passed.settled or turn.before.life)
            self._mornings(turn.passed, bool(turn.after.dossiers[self.at].facts["enrolled"]))
        day, count, raw, life = self.made
        facts = self.chronicle.moment.dossiers[self.at].facts
        missing = list(self._not_counted())
        capped = [line for line in missing if line.of is not None and not line.of.points and line.day <= day]
        lines = sorted([*self.lines[:count], *capped], key=lambda line: line.day)
        lines += self._last_lines(raw, life, day, facts["score"], facts["friends_score"])
        waiting = [*self.lines[count:], *(line for line in missing if line not in capped)]
        return Ledger(self.regime.id, facts["score"], day, tuple(lines), tuple(waiting))

    def raw(self) -> float:
        """Return the score before others pull, the ends hold and rounding."""
        scale = self.scale
        if scale.kind == "factors":
            weights = self.regime.weights
            return scale.least + sum(weights[factor.id] * self.tallies[factor.id] for factor in scale.factors)
        if scale.kind == "ratings":
            weight = sum(rating.weight for rating in self.ratings)
            return sum(rating.value * rating.weight for rating in self.ratings) / weight if weight else scale.start
        return self.tallies[""]

    def _events(self, passed: Passed, day: Day) -> Iterator[Event]:
        return (event for event in passed.events if event.regime == self.regime.id and event.day == day)

    def _mornings(self, passed: Passed, enrolled: bool) -> None:
        for life in passed.mornings:
            day: Day = life.facts["day"]
            event = next(self._events(passed, day), None)
            date = date_of(self.chronicle.setup.life.start, day)
            at_once = self.scale.updates == "at_once"
            struck = self.struck.get(day, [])
            for number, one in enumerate(struck):
                self._strike(one, day)
                if at_once and event is not None and not number:
                    self._count(event)
            if struck and at_once:
                self._make(day, life)
            fades = date.day == 1 and day > 1
            if fades:
                self._fade(day)
            counted = bool(event is not None and event.hearing.counted)
            if event is not None and not (struck and at_once):
                self._count(event)
            due = {"daily": day > 1, "weekly": date.weekday == "mon", "monthly": date.day == self.scale.update_day}
            if enrolled and (day > 1 or at_once) and due.get(self.scale.updates, fades or counted):
                self._make(day, life)

    def _make(self, day: Day, life: LifeState) -> None:
        """Remember that the score was made now."""
        self.made = (day, len(self.lines), self.raw(), life)

    def _count(self, event: Event) -> None:
        for mark in event.hearing.counted:
            one = self.marks[mark.id]
            rule = self.regime.rule[mark.rule]
            asked = rule.rating or rule.points
            before = self.raw()
            if self.scale.kind == "ratings":
                if len(self.ratings) >= self.scale.window:
                    self.ratings = self.ratings[1 - self.scale.window :] if self.scale.window > 1 else ()
                    self.lines.append(Line(event.day, "fell_out", self.raw() - before))
                    before = self.raw()
                self.ratings = (*self.ratings, Rating(mark.points, mark.weight, mark.id))
                moved = mark.points
            else:
                moved = self.moved[mark.id] = add(self.scale, self.tallies, mark.factor, mark.points)
            part = mark.factor if self.scale.kind == "factors" else ""
            self.lines.append(
                Line(event.day, "mark", self.raw() - before, part, asked, asked - mark.points, mark.points - moved, one)
            )  # fmt: skip

    def _strike(self, one: Consequence, day: Day) -> None:
        before = self.raw()
        self.ratings = tuple(rating for rating in self.ratings if rating.mark != one.mark)
        moved, factor = self.moved.get(one.mark, 0.0), self.regime.rule[one.subject].factor
        back = add(self.scale, self.tallies, factor, -moved) if moved else 0.0
        part = factor if self.scale.kind == "factors" else ""
        self.lines.append(Line(day, "struck", self.raw() - before, part, -moved, 0, -moved - back, one))

    def _fade(self, day: Day) -> None:
        parts = (
            {factor.id: factor.decay for factor in self.scale.factors}
            if self.scale.kind == "factors"
            else {"": self.scale.decay}
        )
        was = dict(self.tallies)
        fade(self.scale, self.tallies)
        for part in parts:
            change = self.tallies[part] - was[part] if part in was else 0.0
            if change:
                self.lines.append(Line(day, "faded", change * self.regime.weights.get(part, 1.0), part))

    def _last_lines(
        self, raw: float, life: LifeState | None, day: Day, score: float, friends: float
    ) -> Iterator[Line]:
        """Yield how the sum of the lines became the score; without `life` nothing was counted since the record began."""
        found, scale = raw, self.scale
        setup = self.chronicle.setup
        if scale.influence is not None and life is not None and today(setup, life, self.regime).friends:
            pull = scale.influence.weight * (friends - found)
            yield Line(day, "pull", pull)
            found += pull
        if scale.most > scale.least:
            held = min(scale.most, max(scale.least, found))
            if held != found:
                yield Line(day, "held", held - found)
            found = held
        if score != found:
            yield Line(day, "rounded", score - found)

    def _not_counted(self) -> Iterator[Line]:
        """Yield the marks that moved no score: not counted yet, struck out before, or kept back whole by a cap."""
        counted = {line.of.mark for line in self.lines if line.kind == "mark" and line.of is not None}
        for one in self.marks.values():
            rule = self.regime.rule[one.subject]
            asked = rule.rating or rule.points
            if asked and one.mark not in counted:
                part = rule.factor if self.scale.kind == "factors" else ""
                yield Line(one.day, "mark", 0, part, asked, asked - one.points, 0, one)
