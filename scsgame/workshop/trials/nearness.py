"""How far a moment of a life is from what a condition asks for: 0 where it holds, more where more is missing.

This is a hint and no proof: it measures numbers by how much they fall short, and words by one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from scsgame.conditions.printers import as_function
from scsgame.conditions.tree import Atom, Compare, Facts, Join, Node, Not
from scsgame.game.moment import Moment, Setup
from scsgame.life.coming import coming, its_turn
from scsgame.life.scenes import Choice, Life, Scene
from scsgame.regime.charter import ENCOUNTER_ARC_GAP, Regime
from scsgame.regime.dossier import Dossier
from scsgame.regime.intervention.standing import Rating, add, reckon
from scsgame.regime.intervention.weighing import weigh
from scsgame.terms import Day, date_of
from scsgame.workshop.trials.comings import lucky_days
from scsgame.workshop.trials.distances import NEVER, Distance, always, least, summed
from scsgame.workshop.trials.things import Thing

TOLD_BY_TIME = 0.3
"""How far off is what time alone will bring."""

SENT = 2.0
"""How far off is a scene that an earlier choice has to send."""

TOO_SOON = 1.5
"""How much further off is a scene that luck lets come only while what it knocks at is hardly open yet."""

SMALL = 0.2
"""How far off at least is a number that falls short."""

SHARE = 60.0
"""Into so many steps a scale is divided."""

MEASURE_FIRST = 3.0
"""So much more weighs what a measure lacks than what the scene lacks that knocks at its door."""

_TURNED = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">", "in": "not in", "not in": "in"}
_BY_TIME = {"day", "week", "weekday", "date", "since", "days_in_phase"}


def last_counted(regime: Regime, life: Life) -> Day:
    """Return the last day of a life on which what was reported is counted: where a number changes once a month, that of its last change."""
    if regime.scale.updates != "monthly":
        return life.last_day
    days = (day for day in range(1, life.last_day + 1) if date_of(life.start, day).day == regime.scale.update_day)
    return max(days, default=0)


def ending(setup: Setup, regime: str) -> Day:
    """Return where the end of a life begins: at its last twelfth, or when a regime's number that changes once a month changes last."""
    life, found = setup.life, setup.regime.get(regime)
    if found is not None and found.scale.updates == "monthly":
        return last_counted(found, life)
    return life.last_day * 11 // 12 + 1


def foreseen(regime: Regime, dossier: Dossier, life: Facts, start: str, last: Day) -> dict[str, Any]:
    """Return what a record will read when all that waits and is on its way is counted, under the rules' caps, by the `last` day."""
    scale, standing = regime.scale, dict(dossier.facts)
    tallies, ratings, spent = dict(dossier.tallies), dossier.ratings, dict(dossier.spent)
    waiting = dossier.pending if life["day"] < last else ()
    marks = [mark for mark in waiting if mark.id not in dossier.voided]
    for report in dossier.post:
        then = {**life, "day": report.arrives}
        date = date_of(start, report.arrives)
        for rule, mark in weigh(report, regime.rules_by_act, standing, then, date, (), (), spent):
            if report.arrives <= last:
                marks.append(mark)
            counted = f"marks({rule.id})"
            if counted in standing:
                standing[counted] += 1
            for counter, change in rule.moods:
                standing[counter] += change
    if scale.kind == "none":
        return standing
    for mark in marks:
        if scale.kind == "ratings":
            ratings = (*ratings, Rating(mark.points, mark.weight, ""))
        elif mark.points:
            add(scale, tallies, mark.factor, mark.points)
    friends = standing["friends_score"] if scale.influence is not None else None
    standing["score"] = reckon(scale, tallies, ratings, friends)
    return standing


class Nearness:
    """Measures how far moments of one life are from a scene, an ending, or a list, measure, door or encounter of a regime."""

    def __init__(self, setup: Setup, thing: Thing) -> None:
        self.setup, self.life = setup, setup.life
        self.regime = setup.regime.get(thing.home)
        self._last = last_counted(self.regime, self.life) if self.regime else 0
        self._unmet: dict[str, int] = {}
        self._asking: set[str] = set()
        self._far = self._thing(thing)

    def __call__(self, moment: Moment) -> float:
        """Return how far off the thing is at this moment."""
        life = {**self._unmet, **moment.life.facts}
        if self.regime is None:
            return self._far(life, {})
        dossier = moment.dossiers[self.setup.at[self.regime.id]]
        return self._far(life, foreseen(self.regime, dossier, life, self.life.start, self._last))

    def _thing(self, thing: Thing) -> Distance:
        regime, name = self.regime, thing.name
        if regime is None:
            if thing.kind == "ending":
                return self._of(next(one for one in self.life.endings if one.id == name).when.tree)
            return self._comes(self.life.by_id[name.partition("/")[0]])
        if thing.kind == "door":
            return self._door(*name.split("/"))
        if thing.kind in ("encounter", "answer"):
            scene = regime.by_id[f"{regime.id}/{name.partition('/')[0]}"]
            return self._of(coming(scene, ENCOUNTER_ARC_GAP).tree)
        if thing.kind == "redress":
            return self._of(next(way for way in regime.redress if way.id == name).when.tree)
        if thing.kind == "rule":
            return self._of(regime.rule[name].when.tree)
        return self._of(Atom("", f"{'listed' if thing.kind == 'list' else 'active'}({name})", "truth", "regime"))

    def _door(self, measure: str, service: str) -> Distance:
        stands = self._of(Atom("", f"active({measure})", "truth", "regime"))
        late = ending(self.setup, self.regime.id) if self.regime else 0
        comes = least(
            self._comes(scene, choice, late)
            for scene in self.life.scenes
            for choice in scene.choices
            if any(use.service == service for use in choice.uses)
        )
        return lambda life, standing: MEASURE_FIRST * stands(life, standing) + comes(life, standing)

    def asked(self, scene: Scene, moment: Moment) -> float:
        """Return how much a scene of the life still asks for, luck and calendar aside."""
        return self._asks(scene)({**self._unmet, **moment.life.facts}, {})

    def _asks(self, scene: Scene, choice: Choice | None = None) -> Distance:
        conditions = (its_turn(scene, self.life.arc_gap), *([choice.when] if choice else []))
        return summed([self._of(condition.tree) for condition in conditions])

    def _comes(self, scene: Scene, choice: Choice | None = None, late: Day = 0) -> Distance:
        """Return how far off a scene is, and a choice in it; further where luck lets it come only before it is `late`."""
        if scene.due_only:
            return always(SENT)
        days, cooldown, asks = lucky_days(self.setup, scene), scene.cooldown, self._asks(scene, choice)
        self._unmet[scene.met] = 0

        def gap(life: Facts, standing: Facts) -> float:
            met = life[scene.met]
            free = life["day"] if not met else NEVER if cooldown is None else max(life["day"], met + cooldown)
            if not days or days[-1] < free:
                return NEVER
            return asks(life, standing) + (TOO_SOON if days[-1] < late else 0.0)

        return least([gap, always(SENT)]) if self._is_sent(scene) else gap

    def _is_sent(self, scene: Scene) -> bool:
        choices = (choice for one in self.life.scenes for choice in one.choices)
        return any(later.scene == scene.id for choice in choices for later in choice.later)

    def _of(self, node: Node, *, holds: bool = True) -> Distance:
        match node:
            case Join(operator, parts):
                made = [self._of(part, holds=holds) for part in parts]
                return summed(made) if (operator == "and") == holds else least(made)
            case Not(part):
                return self._of(part, holds=not holds)
            case Compare(left, operator, right):
                return self._compared(left, operator if holds else _TURNED[operator], right)
            case Atom() if holds:
                return self._atom(node)
        test = as_function(node)
        return lambda life, standing: float(bool(test(life, standing)) != holds)

    def _compared(self, left: Node, operator: str, right: Node) -> Distance:
        test = as_function(Compare(left, operator, right))  # type: ignore[arg-type]
        if isinstance(left, Atom) and left.name == "tier" and self.regime is not None:
            return self._tier(test, self.regime)
        if isinstance(left, Atom) and left.name.partition("(")[0] in _BY_TIME:
            late = isinstance(left, Atom) and left.name in ("day", "week", "date") and operator in ("<", "<=")
            return lambda life, standing: 0.0 if test(life, standing) else NEVER if late else TOLD_BY_TIME
        if operator in ("in", "not in", "!="):
            return lambda life, standing: float(not test(life, standing))
        one, other, step = as_function(left), as_function(right), self._step(left)
        counts = self._counted(left) if operator in (">", ">=") else always(0)

        def gap(life: Facts, standing: Facts) -> float:
            if test(life, standing):
                return 0.0
            here, there = one(life, standing), other(life, standing)
            if isinstance(here, str) or isinstance(there, str):
                return 1.0
            short: float = abs(here - there) / step
            return SMALL + short + counts(life, standing)

        return gap

    def _counted(self, node: Node) -> Distance:
        """Return how far off what is counted is: what the nearest of the rules asks for that count it up."""
        regime = self.regime
        if not isinstance(node, Atom) or regime is None or node.key in self._asking:
            return always(0)
        choices = (choice for scene in regime.encounters for choice in scene.choices)
        if any(dict(choice.moods).get(node.key, 0) > 0 for choice in choices):
            return always(0)
        self._asking.add(node.key)
        rules = [
            rule for rule in regime.rules if node.key == f"marks({rule.id})" or dict(rule.moods).get(node.key, 0) > 0
        ]
        nearest = least([self._of(rule.when.tree) for rule in rules]) if rules else always(0)
        self._asking.remove(node.key)
        return nearest

    def _step(self, node: Node) -> float:
        """Return by how much a number moves at a time, roughly."""
        if not isinstance(node, Atom):
            return 1.0
        if node.name == "score" and self.regime is not None:
            return (self.regime.scale.most - self.regime.scale.least) / SHARE or 1.0
        if node.key == "money":
            return 200.0
        return 5.0 if node.key.startswith("bond(") or any(meter.id == node.key for meter in self.life.meters) else 1.0

    def _tier(self, test: Callable[[Facts, Facts], Any], regime: Regime) -> Distance:
        step = (regime.scale.most - regime.scale.least) / SHARE

        def gap(life: Facts, standing: Facts) -> float:
            there = [tier for tier in regime.tiers if not tier.phases or standing["phase"] in tier.phases]
            there.sort(key=lambda tier: tier.at_least)
            ends = [*(tier.at_least for tier in there[1:]), regime.scale.most + 1]
            score = standing["score"]
            return min(
                (
                    max(0.0, tier.at_least - score, score - end + 1) / step
                    for tier, end in zip(there, ends, strict=True)
                    if test(life, {**standing, "tier": tier.id})
                ),
                default=NEVER,
            )

        return gap

    def _atom(self, atom: Atom) -> Distance:
        """Return how far off a fact is: for a list or a measure of the regime, how far off what brings it."""
        family, _, inside = atom.key.rstrip(")").partition("(")
        test, regime, ways = as_function(atom), self.regime, list[Distance]()
        if regime is not None and family == "listed" and inside in regime.roll:
            roll = regime.roll[inside]
            ways = [
                self._of(condition.tree)
                for condition in (roll.enters, *(rule.when for rule in regime.rules if rule.lists == inside))
                if condition
            ]
        elif regime is not None and family == "active":
            measure = regime.measure[inside]
            ways = [summed([self._of(measure.when.tree), self._in_phase(measure.phases)])]
        if not ways:
            return lambda life, standing: float(not test(life, standing))
        nearest = least(ways)
        return lambda life, standing: 0.0 if test(life, standing) else TOLD_BY_TIME + nearest(life, standing)

    def _in_phase(self, phases: frozenset[str]) -> Distance:
        ahead = self._ahead

        def gap(life: Facts, standing: Facts) -> float:
            del life
            phase = standing["phase"]
            if not phases or phase in phases:
                return 0.0
            return TOLD_BY_TIME if phases & ahead[phase] else NEVER

        return gap

    @cached_property
    def _ahead(self) -> Mapping[str, frozenset[str]]:
        """Return, for each phase of the regime, the phases that can still come."""
        regime = self.regime
        if regime is None:
            return {}
        ahead: dict[str, set[str]] = {phase.id: set() for phase in regime.phases}
        for _ in regime.phases:
            for turning in regime.turnings:
                for phase in turning.out_of or frozenset(ahead):
                    ahead[phase] |= {turning.into, *ahead[turning.into]}
        return {phase: frozenset(later) for phase, later in ahead.items()}
