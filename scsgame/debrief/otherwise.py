"""What the choices not taken would have brought: each way on beside the way taken, with the same luck."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from scsgame.debrief.consequences import Consequence, consequences
from scsgame.debrief.rows import Decision, Option, done_by
from scsgame.game.beside import Otherwise, beside
from scsgame.game.chronicle import Chronicle
from scsgame.game.moment import Moment, today
from scsgame.game.moves import Choose, Pay, Plead
from scsgame.game.passing import Event
from scsgame.game.pleas import IllegalMove
from scsgame.game.turn import Turn, deed
from scsgame.regime.charter import Regime
from scsgame.terms import SELF, ActKind, Day, date_of

WEEK = 7
"""So many days at least are looked at after somebody joined or left, or a friend came or went."""


class Way(NamedTuple):
    """A way not taken: what came only on it (`brought`), and what came only on the way taken (`spared`)."""

    option: str
    brought: tuple[Consequence, ...] = ()
    spared: tuple[Consequence, ...] = ()


class Beside(NamedTuple):
    """What hung on one decision: looked at up to the day `until`, way by way."""

    until: Day
    ways: tuple[Way, ...] = ()


class _Parting(NamedTuple):
    """One way, just after it parted from the others: where it stands and what had come of it by then."""

    option: str
    way: Otherwise
    events: tuple[Event, ...]
    deeds: frozenset[tuple[ActKind, Day, int]]


@dataclass(frozen=True)
class Ways:
    """Every way not taken in one life, found decision by decision. `courses` is what came in each turn, the first morning before."""

    chronicle: Chronicle
    courses: tuple[tuple[Consequence, ...], ...]

    @cached_property
    def _linked(self) -> bool:
        """Say whether one regime here reads what another holds."""
        return any(regime.abroad or regime.on_listing for regime in self.chronicle.setup.regimes)

    def beside(self, decision: Decision) -> Beside:
        """Return what the other ways on would have brought in one decision."""
        if not decision.turn or not decision.others:
            return Beside(decision.day, tuple(Way(option.id) for option in decision.others))
        taken, others = self._partings(decision)
        everybody = range(len(self.chronicle.setup.regimes))
        known: list[tuple[_Parting, Way]] = []
        ways, last = [], decision.day
        for other in others:
            changed = self._changed(taken, other)
            if not changed:
                ways.append(Way(other.option))
                continue
            same = next((way for one, way in known if _alike(one, other)), None)
            if same is None:
                places = everybody if self._linked or other.way.people else sorted(changed)
                until = max(self._horizon(decision, at, taken, other) for at in places)
                until = min(until, self.chronicle.moment.day)
                same = self._way(taken, other, self._came(decision, until), until, places)
                last = max(last, until)
                known.append((other, same))
            ways.append(same._replace(option=other.option))
        return Beside(last, tuple(ways))

    def _way(
        self, taken: _Parting, other: _Parting, came: Sequence[Consequence], until: Day, places: Sequence[int]
    ) -> Way:
        setup = self.chronicle.setup
        asked = {setup.regimes[at].id for at in places}
        before = self.chronicle.turns[other.way.since].before
        voided = {regime.id: held.voided for regime, held in zip(setup.regimes, before.dossiers, strict=True)}
        events = [event for event in other.events if event.regime in asked]
        events += beside(self.chronicle, other.way, until, places)
        there = consequences(events, setup.regime, voided)
        here = [one for one in came if one.regime in asked]
        brought = _only(there, here, other.deeds, taken.deeds)
        spared = _only(here, there, taken.deeds, other.deeds)
        return Way(other.option, _not_merely_later(brought, spared), _not_merely_later(spared, brought))

    def _came(self, decision: Decision, until: Day) -> tuple[Consequence, ...]:
        """Return what came on the way taken from the decision up to a day."""
        found: list[Consequence] = []
        for number in range(decision.turn, len(self.courses)):
            found += [one for one in self.courses[number] if one.day <= until]
            if number < len(self.chronicle.turns) and self.chronicle.turns[number].day > until:
                break
        return tuple(found)

    def _changed(self, taken: _Parting, other: _Parting) -> frozenset[int]:
        """Return the places of the regimes to which the two ways can look different."""
        regimes = self.chronicle.setup.regimes
        pairs = zip(taken.way.moment.dossiers, other.way.moment.dossiers, strict=True)
        found = {at for at, (here, there) in enumerate(pairs) if here is not there and here != there}
        kinds = {kind for kind, _ in other.way.undone} | {act.kind for act in other.way.done}
        for at, regime in enumerate(regimes):
            if other.way.people and regime.watches_others:
                found.add(at)
            if any(kind in regime.observers_by_act for kind in kinds):
                found.add(at)
        return frozenset(found)

    def _partings(self, decision: Decision) -> tuple[_Parting, list[_Parting]]:
        at = decision.turn - 1
        turn = self.chronicle.turns[at]
        if decision.sort == "choice":
            return self._choices(decision, turn, at)
        moment, passed = deed(turn.before, turn.move)
        taken = _Parting(decision.choice.id, Otherwise(at, moment), passed.events, frozenset(decision.deeds))
        (other,) = decision.others
        if decision.sort == "bill":
            return taken, [self._bill(decision, other, turn, at)]
        return taken, [_Parting(other.id, Otherwise(at, turn.before), (), frozenset())]

    def _choices(self, decision: Decision, turn: Turn, at: int) -> tuple[_Parting, list[_Parting]]:
        moment, passed = deed(turn.before, turn.move)
        taken = _Parting(decision.choice.id, Otherwise(at, moment), passed.events, frozenset(decision.deeds))
        others = []
        for option in decision.others:
            beyond, meanwhile = deed(turn.before, Choose(decision.scene, option.id))
            deeds = frozenset((act.kind, act.day, act.number) for act in meanwhile.acts)
            people = _people(moment, beyond)
            others.append(_Parting(option.id, Otherwise(at, beyond, people=people), meanwhile.events, deeds))
        return taken, others

    def _bill(self, decision: Decision, other: Option, turn: Turn, at: int) -> _Parting:
        """Return the way on which a bill was let pass instead of paid, or paid instead of let pass."""
        name = decision.scene.removeprefix("bill/")
        bill = next(bill for bill in self.chronicle.setup.life.bills if bill.id == name)
        if isinstance(turn.move, Pay) and turn.move.bill == name and decision.choice.id != "leaves_it":
            owed = next(entry for entry in turn.before.life.owed if entry.bill == name)
            missed = done_by(turn.before, other.acts)
            done = tuple(act._replace(day=owed.due + 1) for act in missed)
            deeds = frozenset((act.kind, act.day, act.number) for act in done)
            return _Parting(other.id, Otherwise(at, turn.before, done=done), (), deeds)
        try:
            paid, passed = deed(turn.before, Pay(name))
            moment, then = deed(paid, turn.move)
        except IllegalMove:  # the money would then be short for the choice: so the bill is paid after it
            chosen, then = deed(turn.before, turn.move)
            moment, passed = deed(chosen, Pay(name))
        undone = {(bill.missed_act, decision.day)}
        undone |= {(bill.late_act, day) for day in self._paid_late(at, name)}
        deeds = frozenset((act.kind, act.day, act.number) for act in passed.acts)
        return _Parting(
            other.id, Otherwise(at, moment, undone=frozenset(undone)), (*passed.events, *then.events), deeds
        )  # fmt: skip

    def _paid_late(self, at: int, name: str) -> Iterator[Day]:
        for turn in self.chronicle.turns[at + 1 :]:
            if isinstance(turn.move, Pay) and turn.move.bill == name:
                if any(entry.bill == name and entry.overdue for entry in turn.before.life.owed):
                    yield turn.day
                return

    def _horizon(self, decision: Decision, at: int, taken: _Parting, other: _Parting) -> Day:
        """Return the day by which all that can differ between two ways has come and been counted by one regime."""
        regime, start = self.chronicle.setup.regimes[at], self.chronicle.setup.life.start
        turn = self.chronicle.turns[decision.turn - 1]
        here, there = (one.way.moment.dossiers[at] for one in (taken, other))
        last = max([decision.day, *(report.arrives for report in {*here.post} ^ {*there.post})])
        if here.facts["enrolled"] != there.facts["enrolled"]:
            last += WEEK
        apart = [(act.kind, act.day) for act in other.way.done] + [*other.way.undone]
        for kind, day in apart:
            last = max([last, day, *(day + one.delay for one in regime.observers_by_act.get(kind, ()))])
        if other.way.people:
            last = max(last, turn.after.day) + WEEK
        acts = {kind for kind, _, _ in taken.deeds ^ other.deeds}
        for rule in regime.omissions:
            if rule.omits in acts or rule.after in acts:
                last = max(last, decision.day + rule.within + 1)
        match turn.move:
            case Plead(name, redress, _, _) if name == regime.id:
                last += next(way.takes for way in regime.redress if way.id == redress)
            case _:
                pass
        return counted_on(regime, start, last)


def counted_on(regime: Regime, start: str, day: Day) -> Day:
    """Return the day on which what has come in by this day is counted at the latest."""
    scale = regime.scale
    if scale.kind == "none" or scale.updates in ("at_once", "daily"):
        return day + 1
    later = day
    while True:
        date = date_of(start, later)
        due = date.weekday == "mon" if scale.updates == "weekly" else date.day == scale.update_day
        if due and later > day:
            return later
        later += 1


def _people(here: Moment, there: Moment) -> dict[str, object]:
    """Return what is otherwise about people on another way: who is near, and how near.

    A bond that moves and makes nobody a friend, nor ends it, is nothing any regime could see.
    """
    setup = here.setup
    for regime in setup.regimes:
        if regime.watches_others:
            one, other = today(setup, here.life, regime), today(setup, there.life, regime)
            if (one.friends, one.unit) != (other.friends, other.unit):
                break
    else:
        return {}
    keys = [f"{what}({who})" for who in setup.people for what in ("near", "bond")]
    return {key: there.life.facts[key] for key in keys if there.life.facts[key] != here.life.facts[key]}


def _alike(one: _Parting, other: _Parting) -> bool:
    here, there = one.way, other.way
    same = (here.people, here.undone, here.done) == (there.people, there.undone, there.done)
    return same and here.moment.dossiers == there.moment.dossiers


def _only(
    here: Sequence[Consequence],
    there: Sequence[Consequence],
    mine: frozenset[tuple[ActKind, Day, int]],
    theirs: frozenset[tuple[ActKind, Day, int]],
) -> tuple[Consequence, ...]:
    """Return what came here and not there: marks for the deed itself first, then whatever else came more often.

    A mark for a later deed that only counts otherwise, because a cap was used up before, is left out.
    """
    own = [one for one in here if is_own(one, mine)]
    both = {one.mark for one in here if one.kind == "mark"} & {one.mark for one in there if one.kind == "mark"}
    rest, others = (
        [
            one
            for one in ones
            if one.valence and not is_own(one, deeds) and not (one.kind == "mark" and one.mark in both)
        ]
        for ones, deeds in ((here, mine), (there, theirs))
    )
    found = list(_more(own, Counter(_key(one) for one in there if is_own(one, theirs))))
    found += _more(rest, Counter(_key(one) for one in others))
    return tuple(sorted(found, key=lambda one: one.day))


def _more(ours: Sequence[Consequence], theirs: Counter[tuple[object, ...]]) -> Iterator[Consequence]:
    for one in ours:
        key = _key(one)
        if theirs[key]:
            theirs[key] -= 1
        else:
            yield one


def is_own(one: Consequence, deeds: frozenset[tuple[ActKind, Day, int]]) -> bool:
    """Say whether a consequence is a mark for one of these deeds, reported of the person."""
    return one.kind == "mark" and bool(one.by) and one.whom == SELF and (one.act, one.done_on, one.number) in deeds


def _key(one: Consequence) -> tuple[object, ...]:
    day = one.day if is_silence(one) else 0
    return (one.regime, one.kind, one.subject, one.on, one.points, one.whom, day)


def is_silence(one: Consequence) -> bool:
    """Say whether a mark stands for something that was not seen."""
    return one.kind == "mark" and bool(one.act) and not one.by


def _not_merely_later(ours: tuple[Consequence, ...], theirs: tuple[Consequence, ...]) -> tuple[Consequence, ...]:
    """Return ours without the silences that were only put off: those for which one came earlier on the other way."""
    earlier = [(one.regime, one.subject, one.day) for one in theirs if is_silence(one)]
    kept = []
    for one in ours:
        before = [found for found in earlier if found[:2] == (one.regime, one.subject) and found[2] < one.day]
        if is_silence(one) and before:
            earlier.remove(before[0])
        else:
            kept.append(one)
    return tuple(kept)
