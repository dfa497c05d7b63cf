"""The three rooms furnished: what one regime folder becomes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import Literal

from scsgame.conditions import Condition
from scsgame.conditions.printers import as_deck
from scsgame.conditions.tree import Facts
from scsgame.life.coming import coming, facts_read, unbegun
from scsgame.life.scenes import Scene, in_order
from scsgame.life.world import Post
from scsgame.regime.intervention.rules import Rule
from scsgame.regime.intervention.scale import Roll, Scale, Tier
from scsgame.regime.intervention.standing import first_tallies, reckon
from scsgame.regime.intervention.weighing import AFTER_OF
from scsgame.regime.manipulation.disclosure import Disclosure, Phase
from scsgame.regime.manipulation.measures import Measure
from scsgame.regime.manipulation.redress import Redress
from scsgame.regime.parts import Part, Tie
from scsgame.regime.surveillance.observers import Observer
from scsgame.terms import ActKind, Provenance, Safe, Saying

ENCOUNTER_ARC_GAP = 6
"""How many days at least lie between two steps of an arc of encounters."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Who is judged as one: a person, or a group whose other members play these roles."""

    kind: Literal["person", "household", "tithing", "company"] = "person"
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turning:
    """A change of phase: from which phases, when, into which, and what is announced."""

    into: str
    when: Condition
    out_of: frozenset[str]
    notice: Saying
    provenance: Provenance = Provenance()


@dataclass(frozen=True)
class Regime:
    """A system that watches, counts and answers. It mentions no scene of any life."""

    id: str
    title: Saying
    about: Saying
    unit: Unit
    opt_in: bool
    may_leave: bool
    observers: tuple[Observer, ...]
    scale: Scale
    rules: tuple[Rule, ...]
    tiers: tuple[Tier, ...]
    rolls: tuple[Roll, ...]
    measures: tuple[Measure, ...]
    disclosure: Disclosure
    redress: tuple[Redress, ...] = ()
    counters: tuple[tuple[str, int], ...] = ()
    phases: tuple[Phase, ...] = ()
    turnings: tuple[Turning, ...] = ()
    encounters: tuple[Scene, ...] = ()
    feed: tuple[Post, ...] = ()
    word: Saying = field(default=Saying(()))
    sources: tuple[str, ...] = ()
    provenance: Provenance = Provenance()
    parts: tuple[Part, ...] = ()
    ties: tuple[Tie, ...] = ()
    off: tuple[str, ...] = ()
    """The parts that are switched off: what hangs on them is not here."""

    @property
    def first_phase(self) -> str:
        """Return the phase in which the regime begins; a regime without phases has one without a name."""
        return self.phases[0].id if self.phases else ""

    @cached_property
    def deck(self) -> Callable[[Facts, Facts], list[int]]:
        """Return one function that finds the encounters that may come."""
        return as_deck([coming(scene, ENCOUNTER_ARC_GAP) for scene in self.dealable])

    @cached_property
    def by_id(self) -> Mapping[str, Scene]:
        """Return the encounters by id."""
        return {scene.id: scene for scene in self.encounters}

    @cached_property
    def dealable(self) -> tuple[Scene, ...]:
        """Return the encounters that may come by themselves, those first that go first."""
        return in_order(scene for scene in self.encounters if not scene.due_only)

    @cached_property
    def unmet(self) -> Facts:
        """Return the facts of a life that its encounters need, before any has come."""
        met = dict.fromkeys((scene.met for scene in self.encounters), 0)
        return {**dict.fromkeys(facts_read(self.conditions), 0), **unbegun(self.encounters), **met}

    @cached_property
    def urgent(self) -> bool:
        """Say whether any encounter may come however soon after another."""
        return any(scene.urgent for scene in self.dealable)

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """Return every condition this regime states."""
        found: list[Condition | None] = [roll.enters for roll in self.rolls]
        found += [roll.leaves for roll in self.rolls]
        found += [rule.when for rule in self.rules]
        found += [measure.when for measure in self.measures]
        found += [turning.when for turning in self.turnings]
        found += [way.when for way in self.redress]
        found += [post.when for post in self.feed]
        for scene in self.encounters:
            found += [scene.when, *(choice.when for choice in scene.choices)]
            found += [later.when for choice in scene.choices for later in choice.later]
        return tuple(condition for condition in found if condition is not None)

    @cached_property
    def reads(self) -> frozenset[str]:
        """Return the facts of its own record that anything here reads."""
        found = {atom.key for condition in self.conditions for atom in condition.atoms() if atom.holder == "regime"}
        found |= {AFTER_OF[rule.whose].format(rule.after) for rule in self.rules if rule.after}
        return frozenset(found)

    @cached_property
    def abroad(self) -> frozenset[str]:
        """Return what it reads of other regimes: `elsewhere(regime/list)`, `score_at(regime)`."""
        return frozenset(key for key in self.reads if key.startswith(("elsewhere(", "score_at(")))

    @cached_property
    def rules_by_act(self) -> Mapping[ActKind, tuple[Rule, ...]]:
        """Return the rules that read each act, so that a turn costs the same with fifty rules or a thousand."""
        found: dict[ActKind, list[Rule]] = {}
        for rule in self.rules:
            if rule.act:
                found.setdefault(rule.act, []).append(rule)
        return {act: tuple(rules) for act, rules in found.items()}

    @cached_property
    def observers_by_act(self) -> Mapping[ActKind, tuple[Observer, ...]]:
        """Return the observers that can see each act."""
        found: dict[ActKind, list[Observer]] = {}
        for observer in self.observers:
            for act in sorted(observer.sees):
                found.setdefault(act, []).append(observer)
        return {act: tuple(observers) for act, observers in found.items()}

    @cached_property
    def restless(self) -> bool:
        """Say whether any night alone can change anything: by a day counted, a silence, a phase that turns, a score made anew."""
        timed = {"day", "week", "weekday", "date"}
        conditions = [roll.enters for roll in self.rolls] + [roll.leaves for roll in self.rolls]
        conditions += [*(measure.when for measure in self.measures), *(turning.when for turning in self.turnings)]
        read = {atom.key for condition in conditions if condition for atom in condition.atoms()}
        return bool(
            read & timed
            or "days_in_phase" in self.reads
            or any(key.startswith("last_seen") for key in read)
            or self.turnings
            or self.omissions
            or self.scale.updates == "daily"
        )

    @cached_property
    def heeded(self) -> Callable[[Facts], object]:
        """Return what picks from a record all that its lists and measures heed."""
        conditions = [roll.enters for roll in self.rolls] + [roll.leaves for roll in self.rolls]
        conditions += [measure.when for measure in self.measures]
        read = {atom.key for found in conditions if found for atom in found.atoms() if atom.holder == "regime"}
        keys = ["enrolled", "phase", *sorted(read), *(roll.listed for roll in self.rolls)]
        picks: Callable[[Facts], object] = itemgetter(*keys)
        return picks

    @cached_property
    def weekly(self) -> tuple[Measure, ...]:
        """Return the measures that do something each week."""
        return tuple(measure for measure in self.measures if measure.weekly)

    @cached_property
    def lasting(self) -> Mapping[str, int]:
        """Return for how many days the marks of each rule last, where they do not stay for good."""
        return {rule.id: rule.lasts for rule in self.rules if rule.lasts}

    @cached_property
    def watches_others(self) -> bool:
        """Say whether anybody else's acts can matter here: to a unit, to friends, or by a mistaken report."""
        return bool(
            self.unit.roles
            or self.scale.influence
            or any("_of_" in key for key in self.reads)
            or any(rule.whose != "self" for rule in self.rules)
            or any(observer.errs for observer in self.observers)
            or self.raters
        )

    @cached_property
    def raters(self) -> frozenset[str]:
        """Return the roles in which somebody's own standing weighs in what they give."""
        weighs = self.scale.kind == "ratings" and self.scale.weighs_rater
        return frozenset(rule.rater for rule in self.rules if rule.rating and rule.rater) if weighs else frozenset()

    @cached_property
    def helped(self) -> bool:
        """Say whether anybody watches from among the person's own people."""
        return any(observer.among for observer in self.observers)

    @cached_property
    def unjudged(self) -> float:
        """Return the score of somebody of whom nothing is known."""
        return reckon(self.scale, first_tallies(self.scale), (), None)

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Return how many points of the score one point of each factor is."""
        span = (self.scale.most - self.scale.least) / 100 / (sum(factor.weight for factor in self.scale.factors) or 1)
        return {factor.id: factor.weight * span for factor in self.scale.factors}

    @cached_property
    def omissions(self) -> tuple[Rule, ...]:
        """Return the rules about what was not done in time."""
        return tuple(rule for rule in self.rules if rule.omits)

    @cached_property
    def on_listing(self) -> tuple[Rule, ...]:
        """Return the rules about other regimes' lists."""
        return tuple(rule for rule in self.rules if rule.listed or rule.unlisted)

    @cached_property
    def rule(self) -> Mapping[str, Rule]:
        """Return the rules by id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def measure(self) -> Mapping[str, Measure]:
        """Return the measures by id."""
        return {measure.id: measure for measure in self.measures}

    @cached_property
    def roll(self) -> Mapping[str, Roll]:
        """Return the lists by id."""
        return {roll.id: roll for roll in self.rolls}

    def part_of(self, kind: str, name: str) -> Part | None:
        """Return the part on which a thing hangs, if it hangs on one."""
        tie = next((tie for tie in self.ties if (tie.kind, tie.id) == (kind, name)), None)
        return next((part for part in self.parts if tie is not None and part.id in (tie.part, tie.without)), None)

    def phase_title(self, phase: str, language: str = "en") -> Safe:
        """Return what a phase is called: its title, or its id in words."""
        title = next((part.title.read(language) for part in self.phases if part.id == phase), Safe(""))
        return title or Safe(phase.replace("_", " "))

    def told_in(self, phase: str) -> Disclosure:
        """Return what is disclosed during a phase."""
        return next((part.disclosure for part in self.phases if part.id == phase), self.disclosure)
