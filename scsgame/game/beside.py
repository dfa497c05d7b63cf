"""The same life with one move made otherwise: what the regimes would have made of it.

Everything else stays as it was lived: the later moves, the nights, other people's habits, the luck. So two ways on differ by
the one move only, and what differs between them is what hung on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from scsgame.game.chronicle import Chronicle
from scsgame.game.moment import Moment, today
from scsgame.game.moves import Choose, Enrol, Plead, Withdraw
from scsgame.game.passing import Event, overnight, posted, standings_abroad
from scsgame.game.pleas import open_to, targets, way_of
from scsgame.game.turn import Turn
from scsgame.life.state import LifeState
from scsgame.life.vocabulary import Act
from scsgame.regime.charter import Regime
from scsgame.regime.desk import Hearing
from scsgame.regime.dossier import Dossier
from scsgame.regime.proceedings import enrol, file_plea, hear, move_counters
from scsgame.terms import SELF, Day


@dataclass(frozen=True)
class Otherwise:
    """What is different beside the life as lived.

    `since` is the turn after which the two ways part (its place in the chronicle), `moment` where the other way stands
    then. `undone` are own acts, by kind and day, that are not done later on this way; `done` are own acts done here only, by
    their day. `people` are facts about people that stand otherwise from then on.
    """

    since: int
    moment: Moment
    undone: frozenset[tuple[str, Day]] = frozenset()
    done: tuple[Act, ...] = ()
    people: Mapping[str, object] = field(default_factory=dict)


def beside(chronicle: Chronicle, way: Otherwise, until: Day, only: Iterable[int] | None = None) -> tuple[Event, ...]:
    """Return what the regimes would have made of the days up to `until`, from just after the parting of the ways.

    `only` names the places of the regimes to ask; where one regime reads another's lists or score, ask them all.
    """
    setup = chronicle.setup
    places = tuple(range(len(setup.regimes))) if only is None else tuple(only)
    bench = _Bench(chronicle, way, places)
    bench.nights(chronicle.turns[way.since], until)
    for turn in chronicle.turns[way.since + 1 :]:
        if turn.day > until:
            break
        bench.move(turn)
        bench.nights(turn, until)
    return tuple(bench.events)


class _Bench:
    """The regimes at work on the other way."""

    def __init__(self, chronicle: Chronicle, way: Otherwise, places: tuple[int, ...]) -> None:
        self.setup = chronicle.setup
        self.way = way
        self.places = places
        self.regimes: tuple[Regime, ...] = chronicle.setup.regimes
        self.dossiers: list[Dossier] = list(way.moment.dossiers)
        self.bulletins = way.moment.bulletins
        self.events: list[Event] = []

    def move(self, turn: Turn) -> None:
        """Let a later move be made as it was."""
        match turn.move:
            case Choose():
                self._ask(turn)
            case Enrol(regime) | Withdraw(regime):
                self._enrol(regime, turn, joins=isinstance(turn.move, Enrol))
            case Plead(regime, redress, target, text):
                self._plead(regime, redress, target, text, turn)
            case _:
                pass
        self._hear(turn.passed.settled or turn.before.life, turn.day, _of_day(turn.passed.acts, turn.day))

    def nights(self, turn: Turn, until: Day) -> None:
        """Let the mornings after a move come up, one by one."""
        for morning in turn.passed.mornings:
            life = self._with_people(morning)
            day: Day = life.facts["day"]
            if day > until:
                return
            acts = self._without(_of_day(turn.passed.acts, day))
            bulletins, self.bulletins = self.bulletins, ()
            yesterday = standings_abroad(self.setup, self.dossiers)
            for at in self.places:
                regime = self.regimes[at]
                when = today(self.setup, life, regime, yesterday[at])
                self._take_up(at, day, overnight(regime, self.dossiers[at], acts, when, bulletins, life))
            here = _of_day(self.way.done, day)
            if here:
                self._judge(life, day, here)

    def _hear(self, life: LifeState, day: Day, acts: tuple[Act, ...]) -> None:
        acts = self._without(acts)
        if acts:
            self._judge(self._with_people(life), day, acts)

    def _judge(self, life: LifeState, day: Day, acts: tuple[Act, ...]) -> None:
        for at in self.places:
            regime = self.regimes[at]
            self._take_up(at, day, hear(regime, self.dossiers[at], acts, today(self.setup, life, regime)))

    def _take_up(self, at: int, day: Day, hearing: Hearing) -> None:
        self.dossiers[at] = hearing.dossier
        if not hearing.empty:
            self.events.append(Event(day, self.regimes[at].id, hearing))
            self.bulletins += posted(self.regimes[at].id, hearing)

    def _ask(self, turn: Turn) -> None:
        """Let an encounter's choice ask of its regime what it asked."""
        if turn.table is None or not turn.table.regime or turn.taken is None:
            return
        at, choice = self.setup.at[turn.table.regime], turn.taken.choice
        if choice.moods:
            self.dossiers[at] = move_counters(self.dossiers[at], choice.moods)
        if choice.asks:
            self._enrol(turn.table.regime, turn, joins=choice.asks == "enrol")
        way = way_of(self.regimes[at], choice.pleads) if choice.pleads else None
        found = next(targets(self.regimes[at], self.dossiers[at], way), None) if way is not None else None
        if way is not None and found is not None:
            self._plead(turn.table.regime, way.id, found[0], "", turn)

    def _enrol(self, regime_id: str, turn: Turn, joins: bool) -> None:
        at = self.setup.at[regime_id]
        regime = self.regimes[at]
        if regime.opt_in and (joins or regime.may_leave) and self.dossiers[at].facts["enrolled"] != joins:
            when = today(self.setup, turn.passed.settled or turn.before.life, regime)
            self._take_up(at, turn.day, enrol(regime, self.dossiers[at], when, joins))

    def _plead(self, regime_id: str, redress: str, target: str, text: str, turn: Turn) -> None:
        at = self.setup.at[regime_id]
        regime, dossier = self.regimes[at], self.dossiers[at]
        way = way_of(regime, redress)
        life = turn.passed.settled or turn.before.life
        if way is None or not open_to(way, life.facts, dossier):
            return
        if any(name == target for name, _ in targets(regime, dossier, way)):
            self.dossiers[at] = file_plea(regime, dossier, redress, target, text, turn.day)

    def _without(self, acts: tuple[Act, ...]) -> tuple[Act, ...]:
        if not self.way.undone:
            return acts
        return tuple(act for act in acts if act.by != SELF or (act.kind, act.day) not in self.way.undone)

    def _with_people(self, life: LifeState) -> LifeState:
        return life._replace(facts={**life.facts, **self.way.people}) if self.way.people else life


def _of_day(acts: Iterable[Act], day: Day) -> tuple[Act, ...]:
    return tuple(act for act in acts if act.day == day)
