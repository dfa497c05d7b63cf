"""Where a life stands between two choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from scsgame.game.doors import Doors, doors, put_up
from scsgame.game.offers import Offer, offers
from scsgame.game.stakes import Stake
from scsgame.life.dealing import NOTHING, Table
from scsgame.life.lots import Lots
from scsgame.life.scenes import Life
from scsgame.life.state import LifeState, born
from scsgame.life.vocabulary import Vocabulary
from scsgame.regime.charter import Regime
from scsgame.regime.desk import Today
from scsgame.regime.dossier import Dossier, open_dossier
from scsgame.terms import Chance, Saying, date_of

Shows = Literal["as_is", "visible", "tier", "hidden"]
"""How much of the score is shown: as the regime has it, or as the class decides."""

FRIEND_FROM = 40
"""The bond from which somebody in the role of a friend counts as one."""


NOBODY: frozenset[str] = frozenset()


class Circle(NamedTuple):
    """Who can matter to one regime: possible friends and members of the unit, each as (id, fact *near*, fact *bond*),
    where people begin who do not begin where everybody does, who can rate one in a role, and for each observer from among one's
    own people who it is (no one: "").
    """

    friends: tuple[tuple[str, str, str], ...]
    unit: tuple[tuple[str, str, str], ...]
    begins: Mapping[str, float]
    raters: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]
    helpers: Mapping[str, str]


@dataclass(frozen=True)
class Setup:
    """What a game is made of: one life, the regimes over it, the seed, what is shown, the values held."""

    life: Life
    regimes: tuple[Regime, ...]
    vocabulary: Vocabulary
    seed: str
    shows: Shows = "as_is"
    values: tuple[str, ...] = ()
    undo: bool = True
    offices: Mapping[str, Saying] = field(default_factory=dict)
    """What regimes and their lists are called, by regime and regime/list, those too that are not in play."""

    @cached_property
    def chance(self) -> Chance:
        """Return the luck of this game."""
        return Chance(self.seed)

    @cached_property
    def lots(self) -> Lots:
        """Return on which day luck allows which scenes of the life."""
        return Lots(self.life.odds, self.chance)

    @cached_property
    def regime(self) -> Mapping[str, Regime]:
        """Return the regimes by id."""
        return {regime.id: regime for regime in self.regimes}

    @cached_property
    def at(self) -> Mapping[str, int]:
        """Return each regime's place in the order."""
        return {regime.id: at for at, regime in enumerate(self.regimes)}

    @cached_property
    def wires(self) -> tuple[tuple[tuple[str, int | None, str], ...], ...]:
        """Return, for each regime, what it reads of the others: its own name of the fact, whose it is (None: of nobody here), and the fact."""
        known: dict[str, tuple[int, str]] = {}
        for at, regime in enumerate(self.regimes):
            name = regime.id.replace("-", "_")
            known[f"score_at({name})"] = (at, "score")
            known.update((f"elsewhere({name}/{roll.id})", (at, roll.listed)) for roll in regime.rolls)
        return tuple(tuple((key, *known.get(key, (None, ""))) for key in regime.abroad) for regime in self.regimes)

    @cached_property
    def circles(self) -> Mapping[str, Circle]:
        """Return, for each regime, who can matter to it."""
        return {regime.id: self._circle(regime) for regime in self.regimes}

    def _circle(self, regime: Regime) -> Circle:
        influence = regime.scale.influence
        roles = set(influence.roles) if influence else {"friend"}

        def playing(wanted: set[str]) -> tuple[tuple[str, str, str], ...]:
            people = [person.id for person in self.life.people if not wanted.isdisjoint(person.roles)]
            return tuple((who, f"near({who})", f"bond({who})") for who in people)

        begins = {
            person.id: score
            for role, score in regime.scale.others
            for person in self.life.people
            if role in person.roles
        }
        raters = tuple((role, playing({role})) for role in sorted(regime.raters))
        helpers = {}
        for observer in regime.observers:
            if observer.among:
                people = [who for who, _, _ in playing(set(observer.among))]
                helpers[observer.id] = self.chance.pick(people, "among", regime.id, observer.id) if people else ""
        return Circle(playing(roles), playing(set(regime.unit.roles)), begins, raters, helpers)

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Return the ids of everybody in the life."""
        return tuple(person.id for person in self.life.people)


@dataclass(frozen=True)
class Moment:
    """A life between two choices: its state, each regime's dossier, the doors, the scene on the table.

    `stage` is how far the day has gone: 0 morning, 1 the regimes' encounters are over, 2 the day is over.
    `bulletins` name lists newly entered, for other offices to read tomorrow. `ending` is set when it is over.
    `stakes` are the bets that are not settled yet.
    """

    setup: Setup
    life: LifeState
    dossiers: tuple[Dossier, ...]
    doors: Doors
    stage: int = 0
    table: Table | None = None
    bulletins: tuple[str, ...] = ()
    encountered: tuple[int, ...] = ()
    ending: str = ""
    stakes: tuple[Stake, ...] = ()

    @property
    def day(self) -> int:
        """Return the day's number, from 1."""
        day: int = self.life.facts["day"]
        return day

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """Return what the scene on the table offers, the closed ones too."""
        if self.table is None:
            return ()
        standing = self.dossiers[self.setup.at[self.table.regime]].facts if self.table.regime else {}
        return offers(self.table, self.life.facts, standing, self.doors, self.setup.vocabulary)


def today(setup: Setup, life: LifeState, regime: Regime, abroad: Mapping[str, float] = NOTHING) -> Today:
    """Return what one regime needs to know of this day; `abroad` is how the person stood elsewhere yesterday."""
    facts = life.facts
    date = date_of(setup.life.start, facts["day"])
    gone = absent(setup, life, regime)
    if not regime.watches_others:
        return Today(facts, date, setup.people, NOBODY, NOBODY, setup.chance, abroad=abroad, absent=gone)
    circle = setup.circles[regime.id]
    friends = frozenset(who for who, near, bond in circle.friends if facts[near] and facts[bond] >= FRIEND_FROM)
    unit = frozenset(who for who, near, _ in circle.unit if facts[near]) if circle.unit else NOBODY
    raters = {role: tuple(who for who, near, _ in people if facts[near]) for role, people in circle.raters}
    return Today(facts, date, setup.people, friends, unit, setup.chance, circle.begins, abroad, raters, gone)


def absent(setup: Setup, life: LifeState, regime: Regime) -> frozenset[str]:
    """Return the observers from among one's own people that see nothing now, because whoever it is has gone, or nobody is."""
    if not regime.helped:
        return NOBODY
    helpers = setup.circles[regime.id].helpers
    return frozenset(one for one, who in helpers.items() if not who or not life.facts[f"near({who})"])


def beginning(setup: Setup) -> Moment:
    """Return the first morning, before any scene is dealt."""
    life = born(setup.life, setup.values, [regime.unmet for regime in setup.regimes])
    dossiers = tuple(open_dossier(regime, enrolled=not regime.opt_in) for regime in setup.regimes)
    opened = doors(setup.regimes, dossiers, setup.vocabulary)
    put_up(opened, setup.vocabulary, life.facts)
    return Moment(setup, life, dossiers, opened, encountered=(-99,) * len(setup.regimes))
