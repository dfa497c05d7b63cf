"""How time passes: what a regime makes of a day, how a night goes by, when the next scene comes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import NamedTuple, cast

from scsgame.conditions.tree import Facts
from scsgame.game.doors import doors, put_up
from scsgame.game.moment import Moment, today
from scsgame.life.days import Happening, dawn, shift
from scsgame.life.dealing import Table, choose, deal
from scsgame.life.state import LifeState
from scsgame.life.vocabulary import Act
from scsgame.regime.charter import Regime
from scsgame.regime.desk import Hearing
from scsgame.regime.dossier import Dossier
from scsgame.regime.intervention.rules import Mark
from scsgame.regime.proceedings import close_day, hear
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
    the life just after the deed, and the life as each new morning found it."""

    acts: tuple[Act, ...] = ()
    happenings: tuple[tuple[Day, Happening], ...] = ()
    events: tuple[Event, ...] = ()
    settled: LifeState | None = None
    mornings: tuple[LifeState, ...] = ()


class Log:
    """What comes together while one turn is made."""

    __slots__ = ("acts", "events", "happenings", "mornings", "settled")

    def __init__(self) -> None:
        self.acts: list[Act] = []
        self.events: list[Event] = []
        self.happenings: list[tuple[Day, Happening]] = []
        self.settled: LifeState | None = None
        self.mornings: list[LifeState] = []

    def closed(self) -> Passed:
        """Return what came together, as a value."""
        return Passed(
            tuple(self.acts), tuple(self.happenings), tuple(self.events), self.settled, tuple(self.mornings)
        )


def advance(moment: Moment, log: Log) -> Moment:
    """Let time pass until a scene lies on the table, or the life is over."""
    setup = moment.setup
    while True:
        if moment.stage == 0:
            table, at = _encounter(moment)
            moment = replace(moment, stage=1)
            if table is not None:
                met = (*moment.encountered[:at], moment.day, *moment.encountered[at + 1 :])
                return replace(moment, table=table, encountered=met)
        if moment.stage == 1:
            moment = replace(moment, stage=2)
            if moment.life.facts["weekday"] in setup.life.deal_days:
                table = deal(setup.life, moment.life, setup.chance)
                if table is not None:
                    return replace(moment, table=table)
        ending = _ending(moment, early=moment.day < setup.life.last_day)
        if ending:
            return replace(moment, ending=ending)
        moment = _night(moment, log)

def hear_all(moment: Moment, acts: tuple[Act, ...], log: Log) -> Moment:
    """Return the moment after every regime heard of these acts."""
    if not acts:
        return moment
    log.settled = moment.life
    setup = moment.setup
    for at, regime in enumerate(setup.regimes):
        hearing = hear(regime, moment.dossiers[at], acts, today(setup, moment.life, regime))
        moment = take_up(moment, at, hearing, log)
    return moment

def take_up(moment: Moment, at: int, hearing: Hearing, log: Log) -> Moment:
    """Take what a hearing brought into the moment: doors, meters, bulletins, the log."""
    regime = moment.setup.regimes[at]
    moment = with_dossier(moment, at, hearing.dossier)
    if hearing.empty:
        return moment
    log.events.append(Event(moment.day, regime.id, hearing))
    life = moment.life
    if hearing.measures or hearing.touches:
        facts = life.facts.copy()
        shift(moment.setup.life, facts, hearing.touches)
        opened = doors(moment.setup.regimes, moment.dossiers, moment.setup.vocabulary)
        put_up(opened, moment.setup.vocabulary, facts)
        moment = replace(moment, life=life._replace(facts=facts), doors=opened)
    entered = tuple(f"{regime.id}/{roll}" for roll, on in hearing.listings if on)
    return replace(moment, bulletins=moment.bulletins + entered) if entered else moment

def with_dossier(moment: Moment, at: int, dossier: Dossier) -> Moment:
    """Return the moment with one regime's dossier replaced."""
    if dossier is moment.dossiers[at]:
        return moment
    return replace(moment, dossiers=(*moment.dossiers[:at], dossier, *moment.dossiers[at + 1 :]))

def _encounter(moment: Moment) -> tuple[Table | None, int]:
    setup = moment.setup
    for at, regime in enumerate(setup.regimes):
        if not regime.encounters:
            continue
        deck = cast(Callable[[Facts, Facts], list[int]], setup.encounter_decks[at])
        held = deck(moment.life.facts, moment.dossiers[at].facts)
        scenes = [regime.encounters[position] for position in held]
        if moment.day - moment.encountered[at] < ENCOUNTER_GAP:
            scenes = [scene for scene in scenes if scene.urgent]
        if scenes:
            found = choose(scenes, setup.life, moment.life, setup.chance, regime=regime.id)
            if found is not None:
                return found, at
    return None, 0

def _night(moment: Moment, log: Log) -> Moment:
    setup = moment.setup
    step = dawn(setup.life, moment.life, setup.vocabulary, setup.chance)
    bulletins = moment.bulletins
    moment = replace(moment, life=step.state, stage=0, bulletins=())
    log.acts.extend(step.acts)
    log.mornings.append(step.state)
    log.happenings.extend((moment.day, happening) for happening in step.happenings)
    for at, regime in enumerate(setup.regimes):
        own = [name for name in bulletins if not name.startswith(f"{regime.id}/")]
        day = today(setup, moment.life, regime)
        hearing = close_day(regime, moment.dossiers[at], step.acts, day, own, partial(mistaken, moment.life, regime))
        moment = take_up(moment, at, hearing, log)
    return moment

def _ending(moment: Moment, early: bool) -> str:
    for ending in moment.setup.life.endings:
        if (ending.early or not early) and ending.when.holds(moment.life.facts, {}):
            return ending.id
    return ""

def mistaken(life: LifeState, regime: Regime, mark: Mark) -> bool:
    """Say whether a mark is about something the person did not do, or about a silence that was none."""
    if mark.whom != SELF or not mark.kind:
        return False
    deeds = life.deeds
    if mark.by:
        return (mark.kind, mark.seen_on) not in deeds
    since = mark.day - regime.rule[mark.rule].within
    return any(kind == mark.kind and since < day <= mark.day for kind, day in deeds)
