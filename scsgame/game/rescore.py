"""The same life in other rooms: the same acts and the same luck, judged by other regimes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scsgame.game.chronicle import Chronicle
from scsgame.game.doors import Doors, doors
from scsgame.game.moment import Setup, today
from scsgame.game.moves import Choose
from scsgame.game.passing import Event, Passed, overnight, posted, standings_abroad
from scsgame.game.turn import Turn
from scsgame.life.state import LifeState
from scsgame.life.vocabulary import Act
from scsgame.regime.charter import Regime
from scsgame.regime.dossier import Dossier, open_dossier
from scsgame.regime.proceedings import hear, move_counters
from scsgame.terms import Day


@dataclass(frozen=True, slots=True)
class NotLiveable:
    """A choice that was taken, and that another regime would have closed: the turn, and by what."""

    turn: int
    day: Day
    scene: str
    choice: str
    closed_by: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one set of regimes makes of a life lived elsewhere.

    `dossiers` stand in the order of `regimes`; `doors` are (day, doors) at each change.
    """

    regimes: tuple[Regime, ...]
    dossiers: tuple[Dossier, ...]
    events: tuple[Event, ...]
    doors: tuple[tuple[Day, Doors], ...]
    not_liveable: tuple[NotLiveable, ...]


def rescore(chronicle: Chronicle, regimes: Sequence[Regime]) -> Judgement:
    """Return how these regimes would have judged this life; whoever may join them is taken to have joined.

    The life itself stays as it was lived: what the regimes would have closed is marked, not lived otherwise.
    """
    bench = _Bench(replace(chronicle.setup, regimes=tuple(regimes)))
    bench.nights(chronicle.morning)
    closed = []
    for turn in chronicle.turns:
        found = _not_liveable(turn, bench.now)
        if found is not None:
            closed.append(found)
        done = tuple(act for act in turn.passed.acts if act.day == turn.day)
        bench.at_a_desk(turn)
        bench.choice(turn.passed.settled or turn.after.life, turn.day, done)
        bench.nights(turn.passed)
    return Judgement(bench.regimes, tuple(bench.dossiers), tuple(bench.events), tuple(bench.course), tuple(closed))


class _Bench:
    """The other regimes at work on a recorded life."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.regimes = regimes = setup.regimes
        self.dossiers = [open_dossier(regime, enrolled=True) for regime in regimes]
        self.now = doors(regimes, self.dossiers, setup.vocabulary)
        self.course: list[tuple[Day, Doors]] = [(1, self.now)]
        self.events: list[Event] = []
        self.bulletins: tuple[str, ...] = ()

    def at_a_desk(self, turn: Turn) -> None:
        """Let a regime's own counters move as they did in its encounter."""
        if turn.table is None or turn.taken is None or not turn.taken.choice.moods:
            return
        for at, regime in enumerate(self.regimes):
            if regime.id == turn.table.regime:
                self.dossiers[at] = move_counters(self.dossiers[at], turn.taken.choice.moods)

    def choice(self, life: LifeState, day: Day, acts: tuple[Act, ...]) -> None:
        """Let the regimes hear of what was done in one choice; `life` is the life just after it."""
        if acts:
            for at, regime in enumerate(self.regimes):
                when = today(self.setup, life, regime)
                self._note(at, Event(day, regime.id, hear(regime, self.dossiers[at], acts, when)))

    def nights(self, passed: Passed) -> None:
        """Let the mornings that followed come up, one by one."""
        for life in passed.mornings:
            day = life.facts["day"]
            acts = tuple(act for act in passed.acts if act.day == day)
            bulletins, self.bulletins = self.bulletins, ()
            yesterday = standings_abroad(self.setup, self.dossiers)
            for at, regime in enumerate(self.regimes):
                when = today(self.setup, life, regime, yesterday[at])
                hearing = overnight(regime, self.dossiers[at], acts, when, bulletins, life)
                self._note(at, Event(day, regime.id, hearing))

    def _note(self, at: int, event: Event) -> None:
        self.dossiers[at] = event.hearing.dossier
        if event.hearing.empty:
            return
        self.events.append(event)
        self.bulletins += posted(event.regime, event.hearing)
        if event.hearing.measures:
            self.now = doors(self.regimes, self.dossiers, self.setup.vocabulary)
            self.course.append((event.day, self.now))


def _not_liveable(turn: Turn, now: Doors) -> NotLiveable | None:
    offer = turn.taken
    if offer is None or not isinstance(turn.move, Choose):
        return None
    closed: list[tuple[str, str]] = []
    for use in offer.choice.uses:
        door = now.door(use.service, turn.before.setup.vocabulary)
        if not door.open:
            closed += door.by or (("", use.service),)
    if not closed:
        return None
    return NotLiveable(turn.number, turn.day, turn.move.scene, turn.move.choice, tuple(closed))
