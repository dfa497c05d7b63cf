"""Redress: what a person can do against a mark or a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from scsgame.conditions import ALWAYS, Condition
from scsgame.terms import NOTHING_SAID, Day, Provenance, Saying


@dataclass(frozen=True, slots=True)
class Redress:
    """One way back. A dispute argues an entry is wrong; an appeal asks for mercy; a repair is earned by deeds
    or by waiting.

    Its answer comes after `takes` days. `grants` is the chance that it is granted, `grants_if_wrong` the chance
    where the record is in fact mistaken. It is about `marks`, or about the lists named. `phases` empty means always.
    """

    id: str
    title: Saying
    kind: Literal["dispute", "appeal", "repair"]
    about_marks: bool
    about_lists: tuple[str, ...]
    takes: int
    grants: float
    grants_if_wrong: float
    most_characters: int = 0
    costs: tuple[tuple[str, int], ...] = ()
    when: Condition = ALWAYS
    granted: Saying = NOTHING_SAID
    refused: Saying = NOTHING_SAID
    phases: frozenset[str] = frozenset()
    rare: Saying = NOTHING_SAID
    provenance: Provenance = Provenance()


class Case(NamedTuple):
    """A plea that was filed and is not yet answered: about a mark's id or a list's id."""

    redress: str
    target: str
    filed: Day
    answer: Day
    text: str
