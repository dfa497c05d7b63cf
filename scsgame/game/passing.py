"""How time passes: what the regimes make of a deed, how a night goes by, when the next scene comes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from scsgame.game.doors import doors, put_up
from scsgame.game.moment import Moment, Setup, today
from scsgame.game.stakes import Outcome, Stake, settled
from scsgame.life.days import Happening, dawn, shift
from scsgame.life.dealing import Table, choose, deal, on_its_way
from scsgame.life.state import LifeState
from scsgame.life.vocabulary import Act
from scsgame.regime.charter import Regime
from scsgame.regime.desk import Hearing, Today
from scsgame.regime.dossier import Dossier
from scsgame.regime.intervention.rules import Mark
from scsgame.regime.proceedings import close_day, hear, open_day
from scsgame.terms import SELF, Day

ENCOUNTER_GAP = 7
"""A regime's encounters come at least this many days apart, unless one is urgent."""


class Event(NamedTuple):
    """What one regime made of a day: on which day, which regime, and the hearing."""

    day: Day
    regime: str
    hearing: Hearing


class Passed(NamedTuple):
    """What came to pass while time went by: all acts, what came by itself, what each regime made of it,
    the life just after the deed, the life as each new morning found it, the bets that were settled, and the life as each
    evening left it.
    """

    acts: tuple[Act, ...] = ()
    happenings: tuple[tuple[Day, Happening], ...] = ()
    events: tuple[Event, ...] = ()
    settled: LifeState | None = None
    mornings: tuple[LifeState, ...] = ()
    bets: tuple[Outcome, ...] = ()
    evenings: tuple[LifeState, ...] = ()


class Passage:
    """A moment on its way to the next one, and what comes to pass meanwhile. It lives for one turn only."""

    __slots__ = (
        "acts",
        "bets",
        "bulletins",
        "doors",
        "dossiers",
        "encountered",
        "ending",
        "evenings",
        "events",
        "happenings",
        "life",
        "mornings",
        "settled",
        "setup",
        "stage",
        "stakes",
        "table",
    )  # fmt: skip

    def __init__(self, moment: Moment) -> None:
        self.setup = moment.setup
        self.life = moment.life
        self.dossiers: list[Dossier] = list(moment.dossiers)
        self.doors = moment.doors
        self.stage = moment.stage
        self.table = moment.table
        self.bulletins = moment.bulletins
        self.encountered = moment.encountered
        self.ending = moment.ending
        self.stakes: tuple[Stake, ...] = moment.stakes
        self.acts: list[Act] = []
        self.events: list[Event] = []
        self.happenings: list[tuple[Day, Happening]] = []
        self.settled: LifeState | None = None
        self.mornings: list[LifeState] = []
        self.evenings: list[LifeState] = []
        self.bets: tuple[Outcome, ...] = ()

    @property
    def day(self) -> Day:
        """Return the day it is."""
        day: Day = self.life.facts["day"]
        return day

    def moment(self) -> Moment:
        """Return where the life stands now."""
        return Moment(
            self.setup, self.life, tuple(self.dossiers), self.doors, self.stage, self.table, self.bulletins,
            self.encountered, self.ending, self.stakes,
        )  # fmt: skip

    def passed(self) -> Passed:
        """Return what came to pass, as a value."""
        return Passed(
            tuple(self.acts),
            tuple(self.happenings),
            tuple(self.events),
            self.settled,
            tuple(self.mornings),
            self.bets,
            tuple(self.evenings),
        )

    def done(self, life: LifeState, acts: Iterable[Act]) -> None:
        """Let a deed be done, and every regime hear of it."""
        self.life = self.settled = life
        acts = tuple(acts)
        self.acts.extend(acts)
        if acts:
            for at, regime in enumerate(self.setup.regimes):
                self.take_up(at, hear(regime, self.dossiers[at], acts, today(self.setup, self.life, regime)))

    def take_up(self, at: int, hearing: Hearing) -> None:
        """Take up what a hearing brought: doors, meters, bulletins."""
        before, self.dossiers[at] = self.dossiers[at], hearing.dossier
        if hearing.dossier is before or hearing.empty:
            return
        regime = self.setup.regimes[at]
        self.events.append(Event(self.day, regime.id, hearing))
        if hearing.measures or hearing.touches:
            facts = self.life.facts.copy()
            shift(self.setup.life, facts, hearing.touches)
            self.doors = doors(self.setup.regimes, self.dossiers, self.setup.vocabulary)
            put_up(self.doors, self.setup.vocabulary, facts)
            self.life = self.life._replace(facts=facts)
        self.bulletins += posted(regime.id, hearing)

    def advance(self) -> None:
        """Let time pass until a scene lies on the table, or the life is over."""
        life = self.setup.life
        while True:
            if self.stage == 0:
                self.stage = 1
                if self._encounter():
                    return
            if self.stage == 1:
                self.stage = 2
                if self.life.facts["weekday"] in life.deal_days:
                    self.table = deal(life, self.life, self.setup.chance, self.setup.lots)
                    if self.table is not None:
                        return
            self.ending = self._ending(early=self.day < life.last_day)
            if self.ending:
                return
            self.morning()

    def _encounter(self) -> bool:
        setup = self.setup
        for at, regime in enumerate(setup.regimes):
            if not regime.encounters:
                continue
            standing = self.dossiers[at].facts
            sent = on_its_way(regime.by_id, setup.life, self.life, setup.chance, standing, regime.id)
            if sent is not None:
                return self._lay_out(at, sent)
            day, draw = self.day, setup.chance.on_day
            soon = day - self.encountered[at] < ENCOUNTER_GAP
            if soon and not regime.urgent:
                continue
            may_come = (
                scene
                for scene in map(regime.dealable.__getitem__, regime.deck(self.life.facts, standing))
                if (scene.urgent or not soon) and (scene.chance >= 1 or draw(day, scene.comes) < scene.chance)
            )
            found = choose(may_come, setup.life, self.life, setup.chance, regime=regime.id)
            if found is not None:
                return self._lay_out(at, found)
        return False

    def _lay_out(self, at: int, table: Table) -> bool:
        self.table = table
        self.encountered = (*self.encountered[:at], self.day, *self.encountered[at + 1 :])
        return True

    def morning(self) -> None:
        """Let a night go by and the next morning come: the first of a life, or any other."""
        setup = self.setup
        self.evenings.append(self.life)
        step = dawn(setup.life, self.life, setup.vocabulary, setup.chance)
        bulletins, self.bulletins = self.bulletins, ()
        yesterday = standings_abroad(setup, self.dossiers)
        self.life, self.stage = step.state, 0
        self.acts.extend(step.acts)
        self.mornings.append(step.state)
        self.happenings.extend((self.day, happening) for happening in step.happenings)
        for at, regime in enumerate(setup.regimes):
            day = today(setup, self.life, regime, yesterday[at])
            self.take_up(at, overnight(regime, self.dossiers[at], step.acts, day, bulletins, self.life))
        if self.stakes:
            self.bets += settled(self.stakes, setup.regimes, self.dossiers, self.day)
            self.stakes = tuple(stake for stake in self.stakes if stake.due > self.day)

    def _ending(self, early: bool) -> str:
        life = self.setup.life
        for ending in life.early_endings if early else life.endings:
            if ending.when.holds(self.life.facts, {}):
                return ending.id
        return ""


def posted(regime: str, hearing: Hearing) -> tuple[str, ...]:
    """Return what other offices can read tomorrow of a hearing: lists entered, and with a dash, lists left."""
    return tuple(f"{regime}/{roll}" if on else f"-{regime}/{roll}" for roll, on in hearing.listings)


def standings_abroad(setup: Setup, dossiers: Sequence[Dossier]) -> list[dict[str, float]]:
    """Return, for each regime, what it reads of how the person stands under the others now."""
    return [
        {key: dossiers[place].facts[fact] if place is not None else 0 for key, place, fact in wires}
        for wires in setup.wires
    ]


def overnight(
    regime: Regime, dossier: Dossier, acts: tuple[Act, ...], day: Today, bulletins: Sequence[str], life: LifeState
) -> Hearing:
    """Return what a regime makes of a new morning; of the bulletins it hears those of others."""
    if day.facts["day"] == 1:
        return open_day(regime, dossier, acts, day)
    elsewhere = [name for name in bulletins if not name.lstrip("-").startswith(f"{regime.id}/")]
    return close_day(regime, dossier, acts, day, elsewhere, partial(mistaken, life, regime))


def mistaken(life: LifeState, regime: Regime, mark: Mark) -> bool:
    """Say whether a mark is about something the person did not do, or about a silence that was none."""
    if mark.whom != SELF or not mark.kind:
        return False
    if mark.by:
        return (mark.kind, mark.seen_on) not in life.deeds
    rule = regime.rule[mark.rule]
    first = mark.day - rule.within + (0 if rule.after else 1)
    return any(kind == mark.kind and first <= day <= mark.day for kind, day in life.deeds)
