"""From which day on the person could know of what came: told at once, felt in the life, met at a door, told later, or never.

A consequence that nobody can notice is a stimulus for nobody. It may be an entry, and it may open or close something one day; until
then it neither reinforces nor punishes, whatever it was meant to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scsgame.debrief.consequences import Consequence
from scsgame.game.chronicle import Chronicle
from scsgame.game.passing import Event
from scsgame.game.told import disclosure_in, known
from scsgame.regime.charter import Regime
from scsgame.regime.manipulation.disclosure import Disclosure
from scsgame.terms import Day


class Noticing:
    """What could be known in one life, and from when on."""

    def __init__(self, chronicle: Chronicle, events: Iterable[Event]) -> None:
        self.setup = chronicle.setup
        self.last = chronicle.moment.day
        before = zip(self.setup.regimes, chronicle.start.dossiers, strict=True)
        self.phases: dict[str, list[tuple[Day, str]]] = {}
        self.tiers: dict[str, list[tuple[Day, str]]] = {}
        for regime, dossier in before:
            self.phases[regime.id] = [(0, str(dossier.facts["phase"]))]
            self.tiers[regime.id] = [(0, str(dossier.facts["tier"]))]
        for event in events:
            facts = event.hearing.dossier.facts
            for courses, name in ((self.phases, "phase"), (self.tiers, "tier")):
                if courses[event.regime][-1][1] != facts[name]:
                    courses[event.regime].append((event.day, str(facts[name])))
        self.met: dict[tuple[str, str], list[Day]] = {}
        for turn in chronicle.turns:
            for pair in dict.fromkeys(pair for offer in turn.offers for pair in (*offer.closed_by, *offer.eased_by)):
                self.met.setdefault(pair, []).append(turn.day)

    def since(self, one: Consequence) -> Day:
        """Return the first day on which the person could know of a consequence; 0 where it never came to that."""
        return min((day for day in self._days(one) if day), default=0)

    def _days(self, one: Consequence) -> Iterator[Day]:
        regime = self.setup.regime[one.regime]
        if one.touches or one.kind in ("answer", "weekly"):
            yield one.day
        yield self._at_once(regime, one)
        if one.kind == "measure":
            yield next((day for day in self.met.get((one.regime, one.subject), ()) if day >= one.day), 0)
        for day, phase in self.phases[one.regime]:
            if day > one.day and _on_file(regime, self._told(regime, phase), one):
                yield day

    def _at_once(self, regime: Regime, one: Consequence) -> Day:
        """Return the day on which one is told of it as things stood when it came, or when it was counted."""
        told = self._told(regime, _at(self.phases[regime.id], one.day))
        if one.kind == "list":
            return one.day if known(regime.roll[one.subject], told) and told.known else 0
        if one.kind == "measure":
            return one.day if told.measures else 0
        if told.notice == "at_once" or (told.notice == "with_update" and not one.points):
            return one.day
        counted = one.day if one.kind == "struck" else one.counted
        if not counted or not one.points or regime.scale.kind == "none":
            return one.day if told.notice == "with_update" and regime.scale.kind == "none" else 0
        return self._counted(regime, counted)

    def _counted(self, regime: Regime, day: Day) -> Day:
        """Return when a mark that was counted on a day shows in what one is shown."""
        told = self._told(regime, _at(self.phases[regime.id], day))
        moved = _at(self.tiers[regime.id], day) != _at(self.tiers[regime.id], day - 1)
        if told.notice != "never" or told.score == "visible" or (told.score == "tier" and moved):
            return day
        return day + told.lag if told.score == "delayed" and day + told.lag <= self.last else 0

    def _told(self, regime: Regime, phase: str) -> Disclosure:
        return disclosure_in(regime, phase, self.setup.shows)


def _at(course: Sequence[tuple[Day, str]], day: Day) -> str:
    return next(value for since, value in reversed(course) if since <= day) if course[0][0] <= day else course[0][1]


def _on_file(regime: Regime, told: Disclosure, one: Consequence) -> bool:
    """Say whether a page that one may open by then still tells of it."""
    if one.kind == "list":
        return told.known and known(regime.roll[one.subject], told)
    return told.measures if one.kind == "measure" else told.notice != "never"
