"""What of a life motions ask about, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from scsgame.debrief import diary, doors
from scsgame.debrief.calculating.report import SelfReport
from scsgame.debrief.consequences import Consequence
from scsgame.debrief.diary import Entry
from scsgame.debrief.log import Log
from scsgame.debrief.phases.gaze import Gaze
from scsgame.debrief.rows import Decision
from scsgame.debrief.statistics.proportions import Rate
from scsgame.debrief.taught import phase_reports, self_reports
from scsgame.terms import Day


@dataclass(frozen=True)
class Lived:
    """One life, as motions look at it."""

    log: Log
    language: str

    @cached_property
    def costs(self) -> tuple[tuple[Consequence, int], ...]:
        """Return each mark that took points for a deed, with its decision."""
        return self._marks(-1)

    @cached_property
    def gifts(self) -> tuple[tuple[Consequence, int], ...]:
        """Return each mark that gave points for a deed, with its decision."""
        return self._marks(1)

    def _marks(self, sign: int) -> tuple[tuple[Consequence, int], ...]:
        return tuple(
            (one, number) for number, found in self.log.followed.items() for one in found if one.points * sign > 0
        )

    @cached_property
    def after_cost(self) -> tuple[str, tuple[Decision, ...], Rate] | None:
        """Return the act that was done most after it had first cost points: its title, when it was done again, of which chances."""
        best = None
        for act in dict.fromkeys(one.act for one, _ in self.costs):
            first = min(self.log.decisions[number - 1].day for one, number in self.costs if one.act == act)
            chances = [one for one in self.log.opportunities((act,)) if one.day > first]
            again = tuple(one for one in chances if one.does(frozenset((act,))))
            if best is None or len(again) > len(best[1]):
                title = self.log.chronicle.setup.vocabulary.acts[act].title.read(self.language)
                best = (title, again, Rate(len(again), len(chances)))
        return best

    @cached_property
    def gaze(self) -> Gaze | None:
        """Return what was held back when nobody looked, under the system that gives most chances to tell."""
        found = [one.gaze for one in phase_reports(self.log) if one.gaze is not None and one.gaze.unseen.chances]
        return max(found, key=lambda one: one.unseen.chances, default=None)

    @cached_property
    def selves(self) -> tuple[SelfReport, ...]:
        """Return how far the life was lived by the number of each system."""
        return self_reports(self.log)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Return the diary held against every dossier."""
        return tuple(
            entry for regime in self.log.chronicle.setup.regimes for entry in diary.compare(self.log, regime.id)
        )

    def of(self, *kinds: diary.Finding) -> tuple[Entry, ...]:
        """Return the lines of these kinds."""
        return tuple(entry for entry in self.entries if entry.finding in kinds)

    @cached_property
    def lasting(self) -> tuple[str, ...]:
        """Return the restrictions that stood to the last day."""
        setup = self.log.chronicle.setup
        found = [
            setup.regime[spell.regime].measure[spell.measure]
            for spell in doors.spells(self.log.chronicle)
            if spell.until is None
        ]
        return tuple(dict.fromkeys(one.title.read(self.language) for one in found if not one.welcome))

    @cached_property
    def twice(self) -> tuple[Entry, ...]:
        """Return the acts that were counted more than once."""
        setup = self.log.chronicle.setup
        found = diary.twice({regime.id: diary.compare(self.log, regime.id) for regime in setup.regimes})
        return tuple(entry for entry, _ in found)

    def behind(self, *numbers: int) -> tuple[tuple[int, ...], tuple[Day, ...]]:
        """Return the turns of these decisions, and their days: a bill is let pass on a later day than its turn began."""
        found = [self.log.decisions[number - 1] for number in sorted(set(numbers)) if number]
        return tuple(sorted({one.turn for one in found})), tuple(sorted({one.day for one in found}))
