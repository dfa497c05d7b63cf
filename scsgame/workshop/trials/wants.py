"""What would have to happen for a thing to come about, read backwards from its conditions: a seeker's compass.

This is a hint and no proof: it weighs choices by whether they set a flag that is asked for, move a number the right way,
or lead to a scene that does. What it finds is shown by a replay; what it does not find may still exist.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from scsgame.conditions.tree import Atom, Compare, Constant, Join, Node, Not, Sum
from scsgame.game.moment import Setup
from scsgame.life.scenes import Choice, Scene
from scsgame.regime.charter import Regime
from scsgame.workshop.trials.things import Thing

DEEPEST = 5
SENT_LATER = 0.5
"""How much counts what can be done only in a scene that a choice sends."""

_UP = {">", ">=", "=="}


@dataclass
class Wants:
    """Which facts should become true or grow (above 0), which false or small (below 0), and which choices lead there."""

    setup: Setup
    facts: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    choices: dict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    acts: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    reports: dict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    """Which regimes should be told of which of one's acts, whether one does them or not."""

    pleads: set[str] = field(default_factory=set)
    asked: set[Thing] = field(default_factory=set)

    def want(self, thing: Thing, weight: float = 8.0, depth: int = 0) -> None:
        """Want this thing, and what it needs, each step back a little less."""
        if depth > DEEPEST or thing in self.asked or weight < 0.2:
            return
        self.asked.add(thing)
        setup, less = self.setup, weight * 0.7
        regime = setup.regime.get(thing.home)
        match thing.kind:
            case "scene" | "encounter":
                scene = self._scene(thing)
                if scene is not None:
                    self.condition(scene.when.tree, weight, regime, depth)
                    self._sent(scene, less, depth)
                    if scene.step > 1:
                        for other in setup.life.scenes:
                            if other.arc == scene.arc and other.step == scene.step - 1:
                                self.want(Thing("scene", thing.home, other.id), less, depth + 1)
            case "choice" | "answer":
                self._choice(thing, weight, regime, depth)
            case "ending":
                ending = next(found for found in setup.life.endings if found.id == thing.name)
                self.condition(ending.when.tree, weight, None, depth)
            case "door":
                measure, service = thing.name.split("/")
                self.want(Thing("measure", thing.home, measure), weight, depth + 1)
                for scene, choice in self._all():
                    if any(use.service == service for use in choice.uses):
                        self.want(self._named(scene, choice), less, depth + 2)
            case "redress" if regime is not None:
                way = next(found for found in regime.redress if found.id == thing.name)
                self.pleads.add(way.id)
                self.condition(way.when.tree, weight, regime, depth)
                for roll in way.about_lists:
                    self.want(Thing("list", regime.id, roll), less, depth + 1)
            case _ if regime is not None:
                self._of_regime(thing, regime, weight, depth)

    def _of_regime(self, thing: Thing, regime: Regime, weight: float, depth: int) -> None:
        if thing.kind == "rule":
            rule = regime.rule[thing.name]
            self.condition(rule.when.tree, weight, regime, depth)
            self.acts[rule.act or rule.after] += weight
            if rule.act and rule.whose == "self":
                self.reports[regime.id, rule.act] += weight
            if rule.omits:
                self.acts[rule.omits] -= weight
            listed = (rule.listed or rule.unlisted).split("/")
            if len(listed) == 2:
                self.want(Thing("list", listed[0], listed[1]), weight * 0.7, depth + 1)
        elif thing.kind == "list" and thing.name in regime.roll:
            enters = regime.roll[thing.name].enters
            if enters is not None:
                self.condition(enters.tree, weight, regime, depth)
            for rule in regime.rules:
                if rule.lists == thing.name:
                    self.want(Thing("rule", regime.id, rule.id), weight * 0.7, depth + 1)
        elif thing.kind == "measure" and thing.name in regime.measure:
            self.condition(regime.measure[thing.name].when.tree, weight, regime, depth)

    def _choice(self, thing: Thing, weight: float, regime: Regime | None, depth: int) -> None:
        name, _, choice_id = thing.name.rpartition("/")
        scene = self._scene(Thing("encounter" if regime else "scene", thing.home, name))
        if scene is None:
            return
        self.want(Thing("encounter" if regime else "scene", thing.home, name), weight, depth + 1)
        choice = next(found for found in scene.choices if found.id == choice_id)
        self.choices[scene.id, choice.id] += 3 * weight
        self.condition(choice.when.tree, weight, regime, depth)
        for use in choice.uses:
            if self.setup.vocabulary.services[use.service].by_invitation:
                self._service(use.service, weight * 0.7, depth, opened=True)

    def _service(self, service: str, weight: float, depth: int, *, opened: bool) -> None:
        for regime in self.setup.regimes:
            for measure in regime.measures:
                eases = service in measure.opens or any(
                    name == service and price < 1 for name, price in measure.prices
                )
                if eases if opened else service in measure.closes:
                    self.want(Thing("measure", regime.id, measure.id), weight, depth + 1)

    def condition(self, node: Node, weight: float, regime: Regime | None, depth: int) -> None:
        """Want a condition to hold, or with a weight below 0, not to hold."""
        match node:
            case Join(_, parts):
                for part in parts:
                    self.condition(part, weight, regime, depth)
            case Not(part):
                self.condition(part, -weight, regime, depth)
            case Compare(left, operator, right):
                up = operator in _UP
                if (
                    isinstance(right, Constant)
                    and isinstance(left, Atom)
                    and left.name == "tier"
                    and regime is not None
                ):
                    ranks = [tier.id for tier in sorted(regime.tiers, key=lambda tier: tier.at_least)]
                    up = up == (str(right.value) in ranks[len(ranks) // 2 :])
                if operator == "==" and isinstance(right, Constant) and right.value in (False, 0):
                    up = False
                self.condition(left, weight if up else -weight, regime, depth)
                if not isinstance(right, Constant):
                    self.condition(right, -weight if up else weight, regime, depth)
            case Sum(left, operator, right):
                self.condition(left, weight, regime, depth)
                self.condition(right, -weight if operator == "-" else weight, regime, depth)
            case Atom():
                self._atom(node, weight, regime, depth)
            case _:
                pass

    def _atom(self, atom: Atom, weight: float, regime: Regime | None, depth: int) -> None:
        family, _, inside = atom.key.rstrip(")").partition("(")
        home = regime.id if regime else self.setup.life.id
        self.facts[atom.key] += weight
        if family in ("score", "tier") and regime is not None:
            for rule in regime.rules:
                if rule.act and rule.whose == "self":
                    gives = rule.points * regime.weights.get(rule.factor, 1.0) + (
                        rule.rating - regime.scale.start if rule.rating else 0
                    )
                    self.acts[rule.act] += weight / 4 * max(-2.0, min(2.0, gives / 5))
        elif regime is not None and any(atom.key == name for name, _ in regime.counters):
            for rule in regime.rules:
                moved = dict(rule.moods).get(atom.key, 0)
                if rule.act and rule.whose == "self" and moved:
                    self.acts[rule.act] += weight / 4 * max(-2.0, min(2.0, moved))
        elif family in ("times", "last", "seen", "last_seen"):
            self.acts[inside] += weight if family in ("times", "seen") else -weight
            if regime is not None and family in ("seen", "last_seen"):
                self.reports[regime.id, inside] += weight if family == "seen" else -weight
        elif weight < 0:
            return
        elif family == "chose":
            self.choices[inside.split(",")[0], inside.split(",")[1]] += 2 * weight
            self.want(self._named_by(inside.split(",")[0]), weight * 0.7, depth + 1)
        elif family in ("met", "arc"):
            self.want(self._named_by(inside), weight * 0.7, depth + 1)
        elif family in ("listed", "days_on"):
            self.want(Thing("list", home, inside), weight * 0.7, depth + 1)
        elif family in ("active", "marks"):
            self.want(Thing("measure" if family == "active" else "rule", home, inside), weight * 0.7, depth + 1)
        elif family in ("eased", "open"):
            self._service(inside, weight, depth, opened=True)
        elif not inside:
            for scene, choice in self._all():
                if atom.key in choice.sets:
                    self.want(self._named(scene, choice), weight * 0.7, depth + 1)

    def _sent(self, scene: Scene, weight: float, depth: int) -> None:
        for other, choice in self._senders.get(scene.id, ()):
            self.want(self._named(other, choice), weight, depth + 1)

    @cached_property
    def _senders(self) -> dict[str, list[tuple[Scene, Choice]]]:
        """Which choices send each scene."""
        found: dict[str, list[tuple[Scene, Choice]]] = defaultdict(list)
        for scene, choice in self._all():
            for sent in dict.fromkeys(later.scene for later in choice.later):
                found[sent].append((scene, choice))
        return found

    def _all(self) -> Iterator[tuple[Scene, Choice]]:
        for scenes in (self.setup.life.scenes, *(regime.encounters for regime in self.setup.regimes)):
            for scene in scenes:
                for choice in scene.choices:
                    yield scene, choice

    def _named_by(self, scene: str) -> Thing:
        regime = scene.partition("/")[0]
        if "/" in scene and regime in self.setup.regime:
            return Thing("encounter", regime, scene.removeprefix(f"{regime}/"))
        return Thing("scene", self.setup.life.id, scene)

    def _named(self, scene: Scene, choice: Choice) -> Thing:
        found = self._named_by(scene.id)
        return Thing("answer" if found.kind == "encounter" else "choice", found.home, f"{found.name}/{choice.id}")

    def _scene(self, thing: Thing) -> Scene | None:
        if thing.kind == "scene":
            return self.setup.life.by_id.get(thing.name)
        regime = self.setup.regime.get(thing.home)
        return (
            next((scene for scene in regime.encounters if scene.id.removeprefix(f"{regime.id}/") == thing.name), None)
            if regime
            else None
        )

    def leads(self, scene: str, choice: Choice) -> float:
        """Return how far a choice leads there by what is done and what becomes so, without the numbers it moves."""
        done = self.choices.get((scene, choice.id), 0.0) + sum(self.acts.get(act, 0.0) for act in choice.acts)
        so = sum(self.facts.get(flag, 0.0) for flag in choice.sets)
        return done + so - sum(self.facts.get(flag, 0.0) for flag in choice.clears)

    def worth(self, scene: str, choice: Choice, *, far: bool = True) -> float:
        """Return how far a choice leads towards what is wanted; with what comes of the scenes it sends, if one looks so far."""
        facts, total = self.facts, self.leads(scene, choice)
        moves = [
            *choice.effects,
            *choice.counts,
            *choice.moods,
            *(pair for later in choice.later for pair in later.effects),
        ]
        for name, change in moves:
            wanted = facts.get(name, 0.0)
            if wanted:
                total += wanted * max(-1.0, min(1.0, change / (200 if name == "money" else 8)))
        total += sum(facts.get(f"bond({who})", 0.0) * change / 8 for who, change in choice.bonds)
        total -= sum(facts.get(f"near({who})", 0.0) for who in choice.leaves)
        return total + (self._sends(choice) if far else 0.0)

    def _sends(self, choice: Choice) -> float:
        """Return what can be done in the scenes that a choice sends, for half of its worth."""
        found = 0.0
        for later in choice.later:
            scene = self._by_id.get(later.scene)
            if scene is not None:
                best = max(self.worth(scene.id, one, far=False) for one in scene.choices)
                found += SENT_LATER * max(0.0, best)
        return found

    @cached_property
    def _by_id(self) -> dict[str, Scene]:
        encounters = (scene for regime in self.setup.regimes for scene in regime.encounters)
        return {scene.id: scene for scene in (*self.setup.life.scenes, *encounters)}
