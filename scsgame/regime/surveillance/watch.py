"""From acts to observations: what is reported, missed, late, pinned on the wrong person, or made up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from scsgame.life.vocabulary import Act
from scsgame.regime.surveillance.observers import Observation, Observer
from scsgame.terms import SELF, ActKind, Chance, Day


def observe(
    regime: str,
    acts: Iterable[Act],
    observers: Mapping[ActKind, Sequence[Observer]],
    phase: str,
    people: Sequence[str],
    chance: Chance,
    absent: Collection[str] = (),
) -> list[Observation]:
    """Return what is reported of these acts.

    What one has done before is likelier seen now, where an observer's odds rise. `people` are the others on
    whom a report can be pinned; `absent` the observers whose helper is not near.
    """
    reports: list[Observation] = []
    for act in acts:
        for observer in observers.get(act.kind, ()):
            if observer.id in absent or (observer.phases and phase not in observer.phases):
                continue
            label = (regime, act.day, observer.id, act.kind, act.by, act.number)
            likely = observer.reliability
            if observer.rises and act.by == SELF:
                likely += observer.rises * (act.number - 1)
            if act.masked:
                likely *= observer.links
            if likely < 1 and chance.draw("sees", *label) >= likely:
                continue
            whom = act.by
            if observer.errs and chance.draw("errs", *label) < observer.errs:
                whom = _somebody_else(act.by, people, chance, label)
            reports.append(Observation(act.kind, act.day, whom, observer.id, act.day + observer.delay, act.number))
    return reports


def invent(
    regime: str, observers: Iterable[Observer], phase: str, day: Day, chance: Chance, absent: Collection[str] = ()
) -> list[Observation]:
    """Return the reports of this week that are about nothing at all."""
    reports = []
    for observer in observers:
        if not observer.invents or observer.id in absent or (observer.phases and phase not in observer.phases):
            continue
        if chance.draw("invents", regime, day, observer.id) < observer.invents:
            kind = chance.pick(sorted(observer.sees), "invented", regime, day, observer.id)
            reports.append(Observation(kind, day, SELF, observer.id, day + observer.delay, -1))
    return reports


def _somebody_else(by: str, people: Sequence[str], chance: Chance, label: tuple[object, ...]) -> str:
    if by != SELF:
        return SELF
    return chance.pick(people, "pinned on", *label) if people else "nobody"
