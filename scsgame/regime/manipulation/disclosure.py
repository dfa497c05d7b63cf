"""Disclosure: what the person is told, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scsgame.terms import NOTHING_SAID, Provenance, Saying

ScoreShown = Literal["visible", "tier", "delayed", "hidden"]
RulesShown = Literal["told", "partly", "untold"]
NoticeShown = Literal["at_once", "with_update", "never"]


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What the person is told of score, rules, marks, doors and of being watched; `lag` is how many days a
    delayed score is old. What is not `known` has no page on the phone and no name.
    """

    score: ScoreShown = "visible"
    rules: RulesShown = "partly"
    notice: NoticeShown = "at_once"
    lag: int = 14
    measures: bool = True
    watching: RulesShown = "partly"
    known: bool = True
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of a regime's own history: its id, what is told during it, and what it is called."""

    id: str
    disclosure: Disclosure
    title: Saying = NOTHING_SAID
