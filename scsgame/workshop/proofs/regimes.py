"""Everything that can come of a regime over the lives that are here: marks, scores, lists, measures, phases.

Again too much rather than too little. How often an act can be done comes from the lives; luck may see everything, miss
everything, and pin it on anybody wherever an observer can err.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from scsgame.conditions.intervals import DAY, EITHER, NO, WEEK, YES, Ground, Key, Range, assume
from scsgame.conditions.spans import Span
from scsgame.conditions.tree import Constant, Node
from scsgame.life.coming import coming
from scsgame.life.scenes import Life, Scene
from scsgame.life.vocabulary import Vocabulary
from scsgame.regime.charter import ENCOUNTER_ARC_GAP, Regime
from scsgame.regime.filing import FORGOTTEN_AFTER
from scsgame.regime.intervention.rules import Rule
from scsgame.regime.surveillance.observers import Observer
from scsgame.workshop.proofs.refuting import Reached, Refuted, Thing
from scsgame.workshop.proofs.scores import Moves, reach, tiers_in
from scsgame.workshop.proofs.sums import falls, times, total

_ROUNDS = 30
_NEVER = Constant(value=False, kind="truth")


@dataclass(frozen=True)
class Lives:
    """What the lives here bring before a regime: their longest span, their meters' ends, and how often acts can be done."""

    end: float
    meters: Mapping[str, Span]
    own: Mapping[str, float]
    others: Mapping[str, float]
    months: float

    @classmethod
    def of(cls, lives: Sequence[Life], reached: Sequence[Reached], vocabulary: Vocabulary) -> Lives:
        """Take the most that any of these lives brings; without a life nothing is bounded."""
        if not lives:
            every = dict.fromkeys(vocabulary.acts, inf)
            return cls(inf, {}, every, every, inf)
        end = max(life.last_day for life in lives)
        meters: dict[str, Span] = {}
        own: dict[str, float] = {}
        others: dict[str, float] = {}
        for life, living in zip(lives, reached, strict=True):
            for meter in life.meters:
                span = Span(meter.least, meter.most)
                meters[meter.id] = span.hull(meters.get(meter.id, span))
            for act, often in living.acts.items():
                own[act] = max(own.get(act, 0), often)
            here: dict[str, float] = {}
            for person in life.people:
                for habit in person.habits:
                    if habit.chance > 0:
                        here[habit.act] = here.get(habit.act, 0) + falls(habit.start, habit.every, life.last_day)
            for act, often in here.items():
                others[act] = max(others.get(act, 0), often)
        return cls(end, meters, own, others, end // 28 + 2)


class Ruling:
    """A regime while its reach is reckoned."""

    def __init__(self, regime: Regime, lives: Lives, vocabulary: Vocabulary, granted: frozenset[Thing],
                 free: Mapping[Key, Range], unknown: frozenset[str]) -> None:  # fmt: skip
        self.regime, self.lives, self.vocabulary = regime, lives, vocabulary
        self.granted, self.free, self.unknown = granted, free, unknown
        self.possible: set[Thing] = set()
        lost = free.get(("regime", "phase"))
        self.phases = {regime.first_phase, *(str(phase) for phase in (lost if isinstance(lost, frozenset) else ()))}
        self.counts: dict[str, float] = {}
        self.days: dict[str, float] = {}
        self.refuted: list[Refuted] = []
        self.notes: dict[str, str] = {}
        choices = [choice for scene in regime.encounters for choice in scene.choices]
        self.sent = {later.scene for choice in choices for later in choice.later}
        self.seen = {act: self._seen(act) for act in vocabulary.acts}
        self.ground = Ground(self._facts())

    def run(self) -> Reached:
        """Reckon until nothing new can come."""
        for _ in range(_ROUNDS):
            before = (len(self.possible), len(self.phases), dict(self.counts), self.ground.ranges)
            self.refuted = []
            self._turnings()
            for rule in self.regime.rules:
                self._rule(rule)
            self._lists_and_measures()
            for scene in self.regime.encounters:
                self._encounter(scene)
            self.ground = Ground(self._facts())
            if before == (len(self.possible), len(self.phases), self.counts, self.ground.ranges):
                self._leaves()
                return Reached(self.ground, self.refuted, notes=self.notes)
        return Reached(Ground({}))

    def _try(self, thing: Thing, node: Node, ground: Ground | None, why: str = "") -> bool:
        if not why and ground is not None and assume(node, ground) is not None:
            self.possible.add(thing)
            return True
        self.refuted.append(Refuted(thing, None if why else node, ground or self.ground, why))
        if thing in self.granted:
            self.possible.add(thing)
        return thing in self.granted

    def _within(self, phases: frozenset[str]) -> Ground | None:
        """Return the ground in these phases; None while none of them has come (its own finding tells why)."""
        if not phases:
            return self.ground
        here = frozenset(phases & self.phases)
        return self.ground.put({("regime", "phase"): here}) if here else None

    def _turnings(self) -> None:
        for number, turning in enumerate(self.regime.turnings):
            thing: Thing = ("turning", str(number))
            ground = self._within(turning.out_of)
            if (ground is not None and self._try(thing, turning.when.tree, ground)) or thing in self.granted:
                self.phases.add(turning.into)

    def _watching(self, act: str) -> list[Observer]:
        masked = self.vocabulary.acts[act].masked
        return [
            observer for observer in self.regime.observers_by_act.get(act, ())
            if (observer.reliability > 0 or observer.rises > 0) and not (masked and observer.links <= 0)
        ]  # fmt: skip

    def _seen(self, act: str, others: bool = True) -> float:
        """Return how often reports of an act can come in at most; `others` counts what others do as well."""
        if act in self.unknown:
            return inf
        eyes = self._watching(act)
        again = len(eyes) if any(observer.delay >= FORGOTTEN_AFTER for observer in eyes) else 1
        erring = any(observer.errs > 0 for observer in eyes)
        done = self.lives.own.get(act, 0) + (self.lives.others.get(act, 0) if others or erring else 0)
        made_up = sum(1 for observer in self.regime.observers_by_act.get(act, ()) if observer.invents > 0)
        return (times(done, again) if eyes else 0) + times(self.lives.end // 7 + 1, made_up)

    def _rule(self, rule: Rule) -> None:
        thing: Thing = ("rule", rule.id)
        ground = self._within(rule.phases)
        if ground is None or not self._try(thing, rule.when.tree, ground):
            return
        if rule.act:
            often = self.seen[rule.act] if rule.whose != "self" else self._seen(rule.act, others=False)
        elif rule.omits:
            often = self.seen[rule.after] if rule.after else self.lives.end // max(1, rule.within)
        else:
            often = self.lives.end
        self.counts[rule.id] = max(self.counts.get(rule.id, 0), often)

    def _lists_and_measures(self) -> None:
        regime = self.regime
        put_on = {rule.lists for rule in regime.rules if rule.lists and self.counts.get(rule.id)}
        ruled = {rule.lists for rule in regime.rules if rule.lists}
        for roll in regime.rolls:
            thing: Thing = ("list", roll.id)
            ground = self._within(roll.phases)
            if roll.id in put_on:
                self.possible.add(thing)
            elif roll.enters is not None:
                if ground is not None:
                    self._try(thing, roll.enters.tree, ground)
            elif roll.id in ruled:
                self._try(thing, _NEVER, self.ground, "no rule that puts anybody on it can ever count")
        for measure in regime.measures:
            ground = self._within(measure.phases)
            if ground is not None:
                self._try(("measure", measure.id), measure.when.tree, ground)

    def _encounter(self, scene: Scene) -> None:
        if scene.chance <= 0:
            self._try(("encounter", scene.id), scene.when.tree, self.ground, "its chance is 0")
            return
        tree = coming(scene, ENCOUNTER_ARC_GAP).tree
        if not self._try(("encounter", scene.id), tree, self.ground):
            return
        way = assume(tree, self.ground) or self.ground
        days = way.span(DAY)
        often = 1 if scene.cooldown is None else 1 + (days.high - days.low) // max(1, scene.cooldown)
        self.days[scene.id] = days.high if scene.id in self.sent else often
        here = Ground(self.ground.ranges, {DAY: days, WEEK: way.span(WEEK)})
        for choice in scene.choices:
            self._try(("choice", scene.id, choice.id), choice.when.tree, here)

    def _leaves(self) -> None:
        regime = self.regime
        for post in regime.feed:
            first, last = max(1, post.first), min(self.lives.end, post.last)
            days = self.ground.put({DAY: Span(first, last)}) if first <= last else None
            why = (
                ""
                if days
                else f"it stands from day {post.first} to day {post.last}, and the lives here end on day {self.lives.end:g}"
            )
            self._try(("post", post.id), post.when.tree, days, why)
        for way in regime.redress:
            self._try(("redress", way.id), way.when.tree, self.ground)
        score = self.ground.at(("regime", "score"))
        if isinstance(score, Span):
            reached = tiers_in(regime.tiers, score, self.phases)
            for tier in regime.tiers:
                if tier.id not in reached:
                    edge = (
                        f"the highest reachable score is {score.high:g}"
                        if tier.at_least > score.high
                        else f"the lowest reachable score is {score.low:g}"
                    )
                    if tier.phases and not tier.phases & self.phases:
                        continue
                    self._try(("tier", tier.id), _NEVER, self.ground, edge)

    def _moves(self, factor: str) -> Moves:
        """Return how far rules can carry the sum, or one factor of it."""
        low = high = 0.0
        given_back = False
        periods = {"day": self.lives.end, "week": self.lives.end // 7 + 1, "month": self.lives.months, "life": 1}
        ratings: list[float] = []
        for rule in self.regime.rules:
            often = self.counts.get(rule.id, 0)
            if not often:
                continue
            if self.regime.scale.kind == "ratings":
                given = rule.rating if rule.act and rule.rating else rule.points
                ratings += [given, 0 if rule.cap else given] if given else []
                ratings += [-inf, inf] if rule.rater_stands < 0 else []
                continue
            if rule.factor != factor:
                continue
            most = times(often, abs(rule.points))
            most = min(most, times(periods[rule.per], rule.cap)) if rule.cap else most
            low, high = (low - most, high) if rule.points < 0 else (low, high + most)
            given_back = given_back or bool(rule.points > 0 and (rule.lists or rule.lasts))
        return Moves(low, high, given_back, tuple(ratings))

    def _facts(self) -> dict[Key, Range]:
        regime, end = self.regime, self.lives.end
        found: dict[Key, Range] = {DAY: Span(1, end), WEEK: Span(1, end // 7 if end < inf else inf)}
        for meter, ends in self.lives.meters.items():
            found["life", meter] = ends
        for act in self.vocabulary.acts:
            free = act in self.unknown
            found["life", f"times({act})"] = Span(0, inf if free else self.lives.own.get(act, 0))
            seen = self.seen[act]
            found["regime", f"seen({act})"] = Span(0, seen)
            found["regime", f"last_seen({act})"] = Span(0, end if seen else 0)

        def put(name: str, value: Range) -> None:
            found["regime", name] = value

        for scene in regime.encounters:
            comes = ("encounter", scene.id) in self.possible
            found["life", f"met({scene.id})"] = Span(0, end if comes else 0)
            for choice in scene.choices:
                taken = ("choice", scene.id, choice.id) in self.possible
                found["life", f"chose({scene.id},{choice.id})"] = Span(0, end if taken else 0)
        for arc in {scene.arc for scene in regime.encounters if scene.arc}:
            steps = [
                scene.step
                for scene in regime.encounters
                if scene.arc == arc and ("encounter", scene.id) in self.possible
            ]
            found["life", f"arc({arc})"] = Span(0, max(steps, default=0))
            found["life", f"arc_day({arc})"] = Span(0, end if steps else 0)
        put("enrolled", EITHER if regime.opt_in else YES)
        put("phase", frozenset(self.phases))
        if regime.scale.kind != "none":
            score, self.notes["score"] = reach(regime.scale, self._moves)
            put("score", score)
            put("tier", frozenset(tiers_in(regime.tiers, score, self.phases)))
            put("friends_score", Span(-inf, inf, whole=False))
        for rule in regime.rules:
            put(f"marks({rule.id})", Span(0, self.counts.get(rule.id, 0)))
        for roll in regime.rolls:
            on = ("list", roll.id) in self.possible
            put(f"listed({roll.id})", EITHER if on else NO)
            put(f"days_on({roll.id})", Span(0, (min(roll.term, end) if roll.term else end) if on else 0))
        for measure in regime.measures:
            put(f"active({measure.id})", EITHER if ("measure", measure.id) in self.possible else NO)
        for counter, start in regime.counters:
            changes = [
                (self.counts.get(rule.id, 0.0), [sum(change for which, change in rule.moods if which == counter)])
                for rule in regime.rules
            ]
            changes += [
                (
                    self.days.get(scene.id, 0.0),
                    [sum(change for which, change in choice.moods if which == counter) for choice in scene.choices],
                )
                for scene in regime.encounters
            ]
            put(counter, total(start, changes))
        return found | {key: value for key, value in self.free.items() if key != ("regime", "phase")}
