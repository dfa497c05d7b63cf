"""Many lives side by side, of which each day those go on that came nearest to a thing; and second thoughts about the nearest.

It is a search that forgets: what it finds is shown by a replay, what it does not find may still exist.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Moment, Setup
from scsgame.game.moves import Choose, Enrol, Move, Pay, Plead, written
from scsgame.game.passing import Passed
from scsgame.game.pleas import IllegalMove, open_to, targets
from scsgame.game.turn import take
from scsgame.workshop.trials.distances import NEVER
from scsgame.workshop.trials.nearness import Nearness
from scsgame.workshop.trials.strokes import Awaited, Stroke
from scsgame.workshop.trials.things import Thing
from scsgame.workshop.trials.wants import Wants
from scsgame.workshop.trials.witnesses import Notes, Words

FORESEER = "foreseer"
HINT = 0.002
"""How much a choice that seems to lead there counts, beside how far off the thing is."""


class Lived(NamedTuple):
    """A life as far as it was lived: where it stands, the life before its last move, that move, and how wise its choices seemed."""

    moment: Moment
    before: Lived | None = None
    move: Words = ()
    worth: float = 0.0

    @property
    def path(self) -> tuple[Lived, ...]:
        """Return this life after each of its moves, from its beginning on."""
        found = [self]
        while found[-1].before is not None:
            found.append(found[-1].before)
        return tuple(reversed(found))

    @property
    def moves(self) -> tuple[Words, ...]:
        """Return the moves it was lived by."""
        return tuple(lived.move for lived in self.path[1:])


class Came(NamedTuple):
    """How near lives came: the nearest of them, how far off it then was, and whether it got there."""

    lived: Lived
    off: float
    there: bool = False

    def order(self) -> tuple[bool, float]:
        """Return what puts the life first that got there, then the nearer."""
        return not self.there, self.off


class Abreast:
    """Lives of one luck in search of one thing, which may hang on the strokes that this luck holds ready."""

    def __init__(self, setup: Setup, thing: Thing, strokes: Iterable[Stroke] = ()) -> None:
        self.setup, self.thing = setup, thing
        self._notes, self._wants = Notes(setup), Wants(setup)
        self._wants.want(thing)
        self._nearness, self._awaited = Nearness(setup, thing), Awaited(setup, strokes)

    def off(self, moment: Moment) -> float:
        """Return how far off the thing is at a moment, and the nearest of the strokes."""
        return self._nearness(moment) + self._awaited(moment)

    def born(self, most: int) -> Came:
        """Live from the beginning, so many abreast."""
        born = begin(self.setup)
        if self.thing in (*self._notes.passed(born.morning), *self._notes.table(born)):
            return Came(Lived(born.moment), 0.0, there=True)
        return self._live(Lived(born.moment), most)

    def again(self, came: Came, most: int, times: int) -> Came:
        """Take another move at some moment of the nearest life and live on from there, so many times, always with the nearest since."""
        luck = self.setup.chance
        for time in range(times):
            path = came.lived.path
            if came.there or len(path) < 2:
                break
            at = luck.below(len(path) - 1, FORESEER, "when", time)
            others = [one for one in self._moves(path[at].moment) if tuple(written(one[0])) != path[at + 1].move]
            if not others:
                continue
            found = self._make(path[at], *luck.pick(others, FORESEER, "what", time))
            if found is not None and not found.there and not found.lived.moment.ending:
                found = self._live(found.lived, most)
            if found is not None and (found.there or found.off <= came.off):
                came = found
        return came

    def _live(self, start: Lived, most: int) -> Came:
        nearest = Came(start, NEVER)
        days: dict[int, list[Lived]] = defaultdict(list)
        days[start.moment.day].append(start)
        while days:
            day = min(days)
            going = self._nearest(days.pop(day), most)
            while going:
                nearest = min(nearest, Came(going[0], self.off(going[0].moment)), key=lambda came: came.off)
                later: list[Lived] = []
                for lived in going:
                    for move, worth in self._moves(lived.moment):
                        found = self._make(lived, move, worth)
                        if found is None:
                            continue
                        if found.there:
                            return found
                        after = found.lived
                        if not after.moment.ending:
                            (later if after.moment.day == day else days[after.moment.day]).append(after)
                going = self._nearest(later, most)
        return nearest

    def _make(self, lived: Lived, move: Move, worth: float) -> Came | None:
        """Make a move, and say whether it gets there; None when it cannot be made."""
        try:
            turn = take(lived.moment, move)
        except IllegalMove:
            return None
        after = Lived(turn.after, lived, tuple(written(move)), lived.worth + worth)
        there = self.thing in self._met(lived.moment, move, turn.after, turn.passed)
        return Came(after, 0.0 if there else NEVER, there)

    def _met(self, before: Moment, move: Move, after: Moment, passed: Passed) -> Iterator[Thing]:
        yield from self._notes.taken(before.table and before.table.regime, move)
        yield from self._notes.passed(passed)
        if after.table is not before.table or after.ending:
            yield from self._notes.table(Chronicle(after.setup, after, passed))

    def _nearest(self, lives: Sequence[Lived], most: int) -> list[Lived]:
        """Return the lives nearest to the thing, without those from which it can no longer come, and not too many that stand alike."""
        ranked = []
        for number, lived in enumerate(lives):
            off = self.off(lived.moment)
            if off < NEVER:
                luck = self.setup.chance.draw(FORESEER, lived.moment.day, number)
                ranked.append((off - HINT * lived.worth, luck, number))
        kept: list[Lived] = []
        alike: Counter[tuple[float, str]] = Counter()
        for off, _, number in sorted(ranked):
            table = lives[number].moment.table
            key = (round(off, 2), table.scene.id if table else "")
            alike[key] += 1
            if alike[key] <= max(2, most // 4):
                kept.append(lives[number])
            if len(kept) == most:
                break
        return kept

    def _moves(self, moment: Moment) -> Iterator[tuple[Move, float]]:
        """Yield every move there is here, each with how far it seems to lead there."""
        for regime, dossier in zip(moment.setup.regimes, moment.dossiers, strict=True):
            if regime.opt_in and not dossier.facts["enrolled"]:
                yield Enrol(regime.id), 0.0
            for way in regime.redress:
                if way.id in self._wants.pleads and open_to(way, moment.life.facts, dossier):
                    about = next(targets(regime, dossier, way), None)
                    if about is not None:
                        yield Plead(regime.id, way.id, about[0]), 0.0
        for owed in moment.life.owed:
            yield Pay(owed.bill), 0.0
        if moment.table is not None:
            scene = moment.table.scene.id
            for offer in moment.offers:
                if offer.open:
                    yield Choose(scene, offer.choice.id), self._wants.worth(scene, offer.choice)
