"""The decision log: every decision of a life as one frozen row, whatever is made of it later.

Rows are cheap: they come from the chronicle as it stands. What each choice brought, and what the choices not taken would have
brought, is worked out when it is first asked for, once (`Log.followed`, `Log.beside`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from scsgame.debrief.consequences import Consequence, by_event
from scsgame.debrief.noticed import Noticing
from scsgame.debrief.otherwise import Beside, Way, Ways
from scsgame.debrief.rows import Decision, Option, Sight, Watch, decisions
from scsgame.game.chronicle import Chronicle
from scsgame.game.passing import Event
from scsgame.life.vocabulary import Vocabulary
from scsgame.terms import SELF, ActKind

__all__ = ["Beside", "Consequence", "Decision", "Log", "Option", "Response", "Sight", "Watch", "Way", "pairs_of"]


class Response(NamedTuple):
    """A response class: some acts that are counted as one."""

    id: str
    kind: Literal["act", "theme", "sensitive", "neutral"]
    acts: frozenset[ActKind]


def pairs_of(vocabulary: Vocabulary) -> tuple[tuple[ActKind, ActKind], ...]:
    """Return the twins of the vocabulary: each sensitive act with the neutral act of the same shape."""
    return tuple((act.id, act.twin) for act in vocabulary.acts.values() if act.sensitive and act.twin)


@dataclass(frozen=True)
class Log:
    """The decisions of one life, and what came of each."""

    chronicle: Chronicle

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Return every decision in its order."""
        return decisions(self.chronicle)

    @cached_property
    def enrolled(self) -> frozenset[str]:
        """Return the regimes that one was ever in."""
        now = zip(self.chronicle.setup.regimes, self.chronicle.moment.dossiers, strict=True)
        held = {regime.id for regime, dossier in now if dossier.facts["enrolled"] or dossier.entries}
        return frozenset(held.union(*(decision.enrolled for decision in self.decisions)))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Return everything any regime made of the life, in its order."""
        passed = (self.chronicle.morning, *(turn.passed for turn in self.chronicle.turns))
        return tuple(event for part in passed for event in part.events)

    @cached_property
    def consequences(self) -> tuple[Consequence, ...]:
        """Return every single thing that any regime made of the life, in its order."""
        return tuple(one for course in self.courses for one in course)

    @cached_property
    def courses(self) -> tuple[tuple[Consequence, ...], ...]:
        """Return what came in each turn, the first morning before them."""
        found = iter(by_event(self.events, self.chronicle.setup.regime))
        passed = (self.chronicle.morning, *(turn.passed for turn in self.chronicle.turns))
        return tuple(tuple(one for _ in part.events for one in next(found)) for part in passed)

    @cached_property
    def followed(self) -> Mapping[int, tuple[Consequence, ...]]:
        """Return, by decision, the marks that stand for what was done in it, whenever they came."""
        at = {deed: decision.number for decision in self.decisions for deed in decision.deeds}
        found: dict[int, list[Consequence]] = {decision.number: [] for decision in self.decisions}
        for one in self.consequences:
            own = one.kind == "mark" and one.by and one.whom == SELF
            number = at.get((one.act, one.done_on, one.number)) if own else None
            if number is not None:
                found[number].append(one)
        return {number: tuple(marks) for number, marks in found.items()}

    @cached_property
    def arrived(self) -> Mapping[int, tuple[Consequence, ...]]:
        """Return, by decision, the marks for what was done in it, and whatever else came before the next decision lay open.

        What stands for the deeds of another decision is counted there and not here.
        """
        theirs = {id(one) for found in self.followed.values() for one in found}
        at: dict[int, int] = {}
        for decision in self.decisions:
            at.setdefault(decision.turn, decision.number)
        found = {number: list(marks) for number, marks in self.followed.items()}
        for turn, course in enumerate(self.courses):
            number = at.get(turn)
            if number is not None:
                found[number] += [one for one in course if id(one) not in theirs]
        return {number: tuple(arrived) for number, arrived in found.items()}

    @cached_property
    def beside(self) -> Mapping[int, Beside]:
        """Return, by decision, what came of it and what the other ways on would have brought, with the same luck."""
        ways = Ways(self.chronicle, self.courses)
        return {decision.number: ways.beside(decision) for decision in self.decisions}

    @cached_property
    def noticing(self) -> Noticing:
        """Return what says from when on the person could know of what came."""
        return Noticing(self.chronicle, self.events)

    @cached_property
    def responses(self) -> tuple[Response, ...]:
        """Return the response classes of which there was an opportunity: each act, each theme, sensitive acts, their twins."""
        offered = {act for decision in self.decisions for option in decision.options for act in option.acts}
        acts = self.chronicle.setup.vocabulary.acts
        pairs = pairs_of(self.chronicle.setup.vocabulary)
        themes = dict.fromkeys(acts[act].theme for act in acts if act in offered)
        found = [Response(act, "act", frozenset((act,))) for act in acts if act in offered]
        found += [
            Response(f"theme/{theme}", "theme", frozenset(act for act in offered if acts[act].theme == theme))
            for theme in themes
        ]
        sensitive = frozenset(act for act in offered if acts[act].sensitive)
        neutral = frozenset(twin for _, twin in pairs if twin in offered)
        found += [Response("sensitive", "sensitive", sensitive)] if sensitive else []
        found += [Response("neutral", "neutral", neutral)] if neutral else []
        return tuple(found)

    def opportunities(self, acts: Iterable[ActKind]) -> tuple[Decision, ...]:
        """Return the decisions in which one of these acts was open."""
        wanted = frozenset(acts)
        return tuple(decision for decision in self.decisions if decision.allows(wanted))
