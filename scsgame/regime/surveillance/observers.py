"""Who sees what, how surely, how late, and how wrongly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from scsgame.terms import ActKind, Day, Provenance, Saying


@dataclass(frozen=True, slots=True)
class Observer:
    """Somebody or something that reports acts.

    `reliability` is the chance that an act is reported; it `rises` with each earlier time the person did the
    same. `links` is the chance that an act done under another name is tied to the person: 1 under real-name
    registration. `errs` is the chance that a report names the wrong person; `invents` is the chance in a week
    of a report about nothing. Reports arrive after `delay` days. `told` says whether one is told of this observer,
    where watching is told in part. `among` makes it a helper among one's own people: one of those who play these roles, and it
    sees only while that one is near. `phases` empty means always.
    """

    id: str
    title: Saying
    sees: frozenset[ActKind]
    reliability: float = 1.0
    rises: float = 0.0
    delay: int = 0
    links: float = 1.0
    errs: float = 0.0
    invents: float = 0.0
    told: bool = True
    among: tuple[str, ...] = ()
    phases: frozenset[str] = frozenset()
    provenance: Provenance = Provenance()


class Observation(NamedTuple):
    """What an observer reports. It names the act; it does not hold it.

    `whom` is the person the report names, `number` tells reports of one day apart.
    """

    kind: ActKind
    day: Day
    whom: str
    by: str
    arrives: Day
    number: int = 0
