"""A regime's cases: tests an author can read, as frozen values. Running them is another room's work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scsgame.terms import SELF, ActKind, Day, Safe

if TYPE_CHECKING:
    from scsgame.packs.examine import Folder


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of a case: an act (by the person, or by somebody in these roles), another regime's list, or a plea."""

    day: Day
    act: ActKind = ""
    by: str = SELF
    roles: tuple[str, ...] = ()
    listed: str = ""
    pleads: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What must come out; None is not checked."""

    score: float | None = None
    tier: str | None = None
    lists: tuple[str, ...] | None = None
    measures: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What happens under a regime up to a day, and what must come out; `off` and `on` are the parts that are switched."""

    name: Safe
    regime: str
    does: tuple[Deed, ...]
    through: Day
    ends: Outcome
    off: tuple[str, ...] = ()
    on: tuple[str, ...] = ()


def cases(folder: Folder) -> Iterator[Case]:
    """Yield the cases of one regime."""
    for _, found in folder.scenes("cases"):
        said: Any = found
        deeds = tuple([Deed(**deed) for deed in said["does"]])
        off, on = said.get("without", ()), said.get("with", ())
        yield Case(said["case"].read(), folder.id, deeds, said["through"], Outcome(**said["ends"]), off, on)
