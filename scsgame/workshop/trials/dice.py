"""Rare dice: what hangs on a report that hardly ever comes, and the luck with which it comes all the same.

Dice are named functions of a seed, so they can be drawn for a life that nobody has lived yet: on which day somebody who hardly ever looks
would look, at which act, done for the how-manieth time; when a report pins somebody else's act on one; when a report is about
nothing. Whoever foresees then lives the life in which that act is done on that day.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from operator import itemgetter

from scsgame.game.moment import Setup
from scsgame.life.scenes import Scene
from scsgame.life.vocabulary import Act
from scsgame.regime.charter import Regime
from scsgame.regime.surveillance.observers import Observer
from scsgame.regime.surveillance.watch import invent, observe
from scsgame.terms import SELF, ActKind, Chance, Day
from scsgame.workshop.trials.comings import came, comings, deal_days, in_season, knocks_at
from scsgame.workshop.trials.strokes import Stroke
from scsgame.workshop.trials.things import Thing
from scsgame.workshop.trials.wants import Wants

RARELY = 0.02
"""Whoever reports fewer acts than this share is met by luck only."""

OFTEN_DONE = 8
"""An act is foreseen up to the so-manieth time."""

PILOTS = 40
"""So many lives are lived at random to see on which days an act can usually be done."""

USUAL = 0.1
"""On a day in which it can be done in such a share of these lives, dice are drawn for it."""

PROBES = 16
"""So many lives are lived at random with a luck that seems good, to see whether what it promises comes at all."""


class Dice:
    """The rare reports that a thing hangs on in one life; there are none where what it needs is reported ordinarily."""

    def __init__(self, setup: Setup, thing: Thing, wants: Wants) -> None:
        self.setup, self.life = setup, setup.life
        self.kinds = _rare(setup, wants)
        every = {kind for kinds in self.kinds.values() for kind in kinds}
        self.by_deed = frozenset(kind for kind in every if wants.acts.get(kind, 0) > 0)
        self._service = thing.name.partition("/")[2] if thing.kind == "door" else ""

    def __bool__(self) -> bool:
        return any(
            kinds & observer.sees
            for name, kinds in self.kinds.items()
            for observer in self.setup.regime[name].observers
        )

    def strokes(self, seed: str) -> tuple[Stroke, ...]:
        """Return the strokes that this luck holds ready; for a door, those that still tell when somebody can knock at it."""
        chance = Chance(seed)
        knocks = self._knocks(chance)
        days = [day for day in range(1, self.life.last_day + 1) if knocks is None or self._near(day, knocks)]
        acts = {SELF: [act for day in days for act in self._deeds.get(day, ())], "": list(self._habits(days, chance))}
        found = [
            stroke
            for name, kinds in self.kinds.items()
            for observer in self.setup.regime[name].observers
            for stroke in self._of(self.setup.regime[name], observer, kinds & observer.sees, acts, days, chance)
            if knocks is None or stroke.tells(knocks)
        ]
        return tuple(self._met(found, seed)) if found else ()

    def _of(
        self,
        regime: Regime,
        observer: Observer,
        kinds: frozenset[ActKind],
        acts: Mapping[str, Sequence[Act]],
        days: Sequence[Day],
        chance: Chance,
    ) -> Iterator[Stroke]:
        """Yield what one observer would report: deeds, what others are in the habit of doing, and nothing at all."""
        looks = dict.fromkeys(kinds, (observer,))
        for doer in (SELF, "") if observer.errs else (SELF,):
            done = [act for act in acts[doer] if act.kind in kinds]
            for report in observe(regime.id, done, looks, _phase(observer), self.setup.people, chance):
                if report.whom == SELF:
                    yield Stroke.of(regime, observer, self.life, report.kind, report.day, max(0, report.number))
        for day in days if observer.invents else ():
            if day > 1 and day % 7 == 1:
                for report in invent(regime.id, (observer,), _phase(observer), day, chance):
                    if report.kind in kinds:
                        yield Stroke.of(regime, observer, self.life, report.kind, day)

    def _habits(self, days: Sequence[Day], chance: Chance) -> Iterator[Act]:
        """Yield what other people do on these days."""
        for day in days:
            for place, person, habit in self.life.calendar.on(day).habits:
                if habit.chance >= 1 or chance.draw(day, "habit", person.id, habit.act) < habit.chance:
                    yield Act(habit.act, day, person.id, self.setup.vocabulary.acts[habit.act].masked, -2 - place)

    def _met(self, strokes: Iterable[Stroke], seed: str) -> Iterator[Stroke]:
        """Yield those strokes that lives of this seed, lived at random, could meet."""
        setup = replace(self.setup, seed=seed)
        met = [coming for number in range(PROBES) for coming in came(setup, f"probe-{number}")]
        knocks = [day for day, scene in met if knocks_at(scene, self._service)]
        occasions = {(day, kind) for day, kinds in self._occasions(met) for kind in kinds}
        for stroke in strokes:
            if stroke.number and (stroke.day, stroke.kind) not in occasions:
                continue
            if not self._service or self._brings_its_knock or stroke.tells(knocks):
                yield stroke

    def _knocks(self, chance: Chance) -> list[Day] | None:
        """Return the days on which luck lets somebody knock at the door, or None where it need not."""
        if not self._service or any(scene.due_only for scene, _ in self._doorways):
            return None
        return [day for scene, days in self._doorways for day in comings(scene, days, chance)]

    def _near(self, day: Day, knocks: Sequence[Day]) -> bool:
        return any(day < knock < day + self._longest for knock in knocks)

    @cached_property
    def _longest(self) -> int:
        """For how many days, at most, one still feels what was reported."""
        return max(
            (
                Stroke.of(self.setup.regime[name], observer, self.life, kind, 0).until
                for name, kinds in self.kinds.items()
                for observer in self.setup.regime[name].observers
                for kind in kinds & observer.sees
            ),
            default=0,
        )

    @cached_property
    def _brings_its_knock(self) -> bool:
        """Whether somebody may come to knock only because the door stands as it then will, which no ordinary life shows."""
        stands = {f"open({self._service})", f"eased({self._service})"}
        return any(atom.key in stands for scene, _ in self._doorways for atom in scene.when.atoms())

    @cached_property
    def _doorways(self) -> list[tuple[Scene, list[Day]]]:
        days, service = deal_days(self.life), self._service
        return [(scene, in_season(scene, self.life, days)) for scene in self.life.scenes if knocks_at(scene, service)]

    @cached_property
    def _deeds(self) -> Mapping[Day, Sequence[Act]]:
        """What one can usually do on each day, for the first time, the second, and so on, told from lives lived at random."""
        usual, found = Counter[Act](), defaultdict(list)
        for number in range(PILOTS if self.by_deed else 0):
            usual.update(self._doings(replace(self.setup, seed=f"{self.setup.seed}-pilot-{number}")))
        for act, times in sorted(usual.items()):
            if times >= USUAL * PILOTS:
                found[act.day].append(act)
        return found

    def _doings(self, setup: Setup) -> set[Act]:
        """Return what can be done in one life, each act as often as there was occasion before."""
        found, earlier = set[Act](), Counter[ActKind]()
        for day, kinds in self._occasions(came(setup, "pilot")):
            earlier.update(kinds)
            for kind in kinds:
                masked = setup.vocabulary.acts[kind].masked
                found |= {Act(kind, day, SELF, masked, 1 + n) for n in range(min(OFTEN_DONE, earlier[kind]))}
        return found

    def _occasions(self, met: Iterable[tuple[Day, Scene]]) -> list[tuple[Day, frozenset[ActKind]]]:
        """Return on which days which of the acts can be done where these scenes come."""
        found = [(day, self.by_deed & _acts(scene)) for day, scene in met]
        return sorted([*found, *self._payable], key=itemgetter(0))

    @cached_property
    def _payable(self) -> list[tuple[Day, frozenset[ActKind]]]:
        """On which days bills can be paid in time, are not paid, or can be paid late."""
        found = []
        for day in range(1, self.life.last_day + 1):
            for bill in self.life.calendar.on(day).bills:
                due = day + bill.grace
                found += [(on, self.by_deed & {bill.paid_act}) for on in range(day, due + 1)]
                found += [(due + 1, self.by_deed & {bill.missed_act, bill.late_act})]
        return found


def _acts(scene: Scene) -> frozenset[ActKind]:
    return frozenset(act for choice in scene.choices for act in choice.acts)


def _rare(setup: Setup, wants: Wants) -> Mapping[str, frozenset[ActKind]]:
    """Return, for each regime, of which acts a report is wanted; nothing where one of them is reported ordinarily."""
    found: dict[str, set[ActKind]] = defaultdict(set)
    for (name, kind), weight in wants.reports.items():
        if weight <= 0:
            continue
        watching = setup.regime[name].observers_by_act.get(kind, ())
        if wants.acts.get(kind, 0) > 0 and any(_often(observer) for observer in watching):
            return {}
        found[name].add(kind)
    return {name: frozenset(kinds) for name, kinds in found.items()}


def _often(observer: Observer) -> bool:
    return observer.reliability + observer.rises * OFTEN_DONE >= RARELY


def _phase(observer: Observer) -> str:
    """Return a phase in which this observer looks."""
    return min(observer.phases, default="")
