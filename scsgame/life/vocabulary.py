"""The narrow waist: every act a life may contain and every service it may offer.

Lives and regimes share these words and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from scsgame.terms import ActKind, Day, Saying, Service


@dataclass(frozen=True, slots=True)
class ActMeaning:
    """What an act is, before anyone judges it.

    `sensitive` acts (speech, association, belief) have a neutral `twin` of the same shape, so that falling
    silent can be told from growing tired. A `masked` act is done under another name: whoever sees it must
    still link it to the person.
    """

    id: ActKind
    title: Saying
    theme: str
    sensitive: bool = False
    twin: ActKind = ""
    masked: bool = False


@dataclass(frozen=True, slots=True)
class ServiceMeaning:
    """Something life offers. `by_invitation` services stay shut until a regime opens them."""

    id: Service
    title: Saying
    by_invitation: bool = False
    opens: str = field(init=False, repr=False, compare=False)
    eases: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "opens", f"open({self.id})")
        object.__setattr__(self, "eases", f"eased({self.id})")


@dataclass(frozen=True, slots=True)
class Role:
    """A part that people play in a life (friend, neighbour), by which content asks for them."""

    id: str
    title: Saying


@dataclass(frozen=True)
class Vocabulary:
    """Every act, service and role, by id."""

    acts: Mapping[ActKind, ActMeaning]
    services: Mapping[Service, ServiceMeaning]
    roles: Mapping[str, Role]


class Act(NamedTuple):
    """Something done, by whom and when, before anyone looked; `number` counts one's own acts of this
    kind, and tells others' apart (below 0).
    """

    kind: ActKind
    day: Day
    by: str
    masked: bool = False
    number: int = 0
