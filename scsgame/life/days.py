"""What happens in a life: what a choice does, what a bill costs, how a morning begins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice
from operator import itemgetter
from typing import Any, NamedTuple

from scsgame.life.dealing import PATIENCE, Table
from scsgame.life.scenes import Choice, Life
from scsgame.life.state import MEMORY, Cast, Due, LifeState, Owed
from scsgame.life.vocabulary import Act, Vocabulary
from scsgame.life.world import Bill
from scsgame.terms import SELF, ActKind, Chance, Day, Saying

STANDING_BY = 4
"""How far the meter *self* moves when somebody upholds or betrays a value they hold."""


class Happening(NamedTuple):
    """Something that came by itself: what, with which words, what it changed."""

    what: str
    text: Saying
    effects: tuple[tuple[str, int], ...] = ()
    cast: Cast = ()


class Step(NamedTuple):
    """A life a little later: its state, what was done, what came by itself."""

    state: LifeState
    acts: tuple[Act, ...] = ()
    happenings: tuple[Happening, ...] = ()


def enact(
    life: Life, state: LifeState, table: Table, choice: Choice, vocabulary: Vocabulary, chance: Chance, price: int
) -> Step:
    """Return the life after this choice; `price` is what its services cost today."""
    facts = state.facts.copy()
    day = facts["day"]
    scene = table.scene
    facts[f"met({scene.id})"] = day
    if scene.step:
        facts[f"arc({scene.arc})"] = scene.step
        facts[f"arc_day({scene.arc})"] = day
    chosen = f"chose({scene.id},{choice.id})"
    if chosen in facts:
        facts[chosen] += 1
    if price:
        shift(life, facts, (("money", -price),))
    shift(life, facts, choice.effects)
    for value in choice.upholds:
        if facts.get(f"holds({value})"):
            shift(life, facts, (("self", STANDING_BY),))
    for value in choice.betrays:
        if facts.get(f"holds({value})"):
            shift(life, facts, (("self", -STANDING_BY),))
    people = dict(table.cast)
    for slot, change in choice.bonds:
        key = f"bond({people.get(slot, slot)})"
        facts[key] = min(100, max(0, facts[key] + change))
    for flag in choice.sets:
        facts[flag] = True
    for flag in choice.clears:
        facts[flag] = False
    for counter, change in choice.counts:
        facts[counter] += change
    for who in choice.leaves:
        facts[f"near({people.get(who, who)})"] = False
    for who in choice.joins:
        facts[f"near({people.get(who, who)})"] = True
    queue = _unsent(state.queue, scene.id, day) + tuple(_sends(table, choice, day, chance))
    acts = did(facts, choice.acts, vocabulary)
    return Step(LifeState(facts, queue, state.owed, remember(state, acts)), acts)


def shift(life: Life, facts: dict[str, Any], effects: Iterable[tuple[str, int]]) -> None:
    """Change meters of a state in the making, within their bounds."""
    for meter, change in effects:
        bounds = life.bounds.get(meter)
        if bounds is not None:
            facts[meter] = min(bounds[1], max(bounds[0], facts[meter] + change))


def did(facts: dict[str, Any], kinds: Iterable[ActKind], vocabulary: Vocabulary) -> tuple[Act, ...]:
    """Return these acts as done today, and count them in a state in the making."""
    day = facts["day"]
    acts = []
    for kind in kinds:
        times = f"times({kind})"
        number = facts[times] = facts.get(times, 0) + 1
        facts[f"last({kind})"] = day
        acts.append(Act(kind, day, SELF, vocabulary.acts[kind].masked, number))
    return tuple(acts)


def remember(state: LifeState, acts: Iterable[Act]) -> tuple[tuple[ActKind, Day], ...]:
    """Return what the person did of late, these acts included."""
    new = tuple((act.kind, act.day) for act in acts if act.by == SELF)
    if not new:
        return state.deeds
    deeds, since = state.deeds, new[0][1] - MEMORY
    if deeds and deeds[0][1] < since:
        deeds = deeds[bisect_left(deeds, since, key=itemgetter(1)) :]
    return deeds + new


def pay(life: Life, state: LifeState, bill_id: str, vocabulary: Vocabulary) -> Step:
    """Return the life after paying the oldest bill of this kind; paying late is another act than paying in time."""
    at, owed = next((at, entry) for at, entry in enumerate(state.owed) if entry.bill == bill_id)
    bill = life.bill[bill_id]
    facts = state.facts.copy()
    shift(life, facts, (("money", -owed.amount),))
    acts = did(facts, [bill.late_act if owed.overdue else bill.paid_act], vocabulary)
    rest = state.owed[:at] + state.owed[at + 1 :]
    later = next((entry for entry in islice(rest, at, None) if entry.bill == bill_id), None)
    facts[f"owes({bill_id})"] = later is not None
    facts[f"overdue({bill_id})"] = later is not None and later.overdue
    return Step(LifeState(facts, state.queue, rest, remember(state, acts)), acts)


def dawn(life: Life, state: LifeState, vocabulary: Vocabulary, chance: Chance) -> Step:
    """Return the life on the next morning: tides, bills, what others did, what was on its way."""
    facts = state.facts.copy()
    day: Day = facts["day"] + 1
    facts["day"] = day
    facts["week"] = (day - 1) // 7 + 1
    agenda = life.calendar.on(day)
    facts["weekday"], facts["date"] = agenda.weekday, agenda.date
    acts: list[Act] = []
    happenings: list[Happening] = []
    for tide in agenda.tides:
        if tide.when.holds(facts, {}):
            shift(life, facts, tide.effects)
            happenings.append(Happening(f"tide {tide.id}", tide.title, tide.effects))
    owed = state.owed
    late = [
        at for at in range(_long_overdue(life, owed, day), len(owed)) if not owed[at].overdue and day > owed[at].due
    ]
    if agenda.bills or late:
        owed = _bills(life, facts, owed, late, agenda.bills, vocabulary, acts, happenings)
    for place, person, habit in agenda.habits:
        if facts[f"near({person.id})"] and (
            habit.chance >= 1 or chance.draw(day, "habit", person.id, habit.act) < habit.chance
        ):
            acts.append(Act(habit.act, day, person.id, vocabulary.acts[habit.act].masked, -2 - place))
    queue = []
    for due in state.queue:
        if due.scene or due.day > day:
            if day - due.day <= PATIENCE:
                queue.append(due)
        elif due.when.holds(facts, {}):
            shift(life, facts, due.effects)
            happenings.append(Happening("later", due.note, due.effects, due.cast))
    return Step(LifeState(facts, tuple(queue), owed, remember(state, acts)), tuple(acts), tuple(happenings))


def _long_overdue(life: Life, owed: tuple[Owed, ...], day: Day) -> int:
    """Return how many of the oldest bills owed were overdue by yesterday for sure, so that this morning brings them nothing.

    Bills stand in the order in which they came: what came before one that fell due so long ago fell due soon after it.
    """
    at, since = len(owed), day - 1 - life.longest_grace
    while at and owed[at - 1].due >= since:
        at -= 1
    return at


def _bills(
    life: Life,
    facts: dict[str, Any],
    before: tuple[Owed, ...],
    late: Iterable[int],
    coming: Iterable[Bill],
    vocabulary: Vocabulary,
    acts: list[Act],
    happenings: list[Happening],
) -> tuple[Owed, ...]:
    """Let bills fall overdue that were not paid in time, and others come; return all that is owed then."""
    day = facts["day"]
    owed = list(before)
    for at in late:
        bill = life.bill[owed[at].bill]
        owed[at] = owed[at]._replace(overdue=True, amount=owed[at].amount + bill.fee)
        facts[f"overdue({bill.id})"] = True
        acts.extend(did(facts, [bill.missed_act], vocabulary))
        happenings.append(Happening(f"overdue {bill.id}", bill.title))
    for bill in coming:
        if bill.when.holds(facts, {}):
            owed.append(Owed(bill.id, bill.amount, day + bill.grace))
            facts[f"owes({bill.id})"] = True
            happenings.append(Happening(f"bill {bill.id}", bill.title))
    return tuple(owed)


def _unsent(queue: tuple[Due, ...], scene: str, day: Day) -> tuple[Due, ...]:
    for at, due in enumerate(queue):
        if due.scene == scene and due.day <= day:
            return queue[:at] + queue[at + 1 :]
    return queue


def _sends(table: Table, choice: Choice, day: Day, chance: Chance) -> Iterable[Due]:
    for number, later in enumerate(choice.later):
        label = (day, "later", table.scene.id, choice.id, number)
        if later.chance >= 1 or chance.draw(*label) < later.chance:
            yield Due(day + later.days, later.scene, later.effects, later.note, table.cast, later.when)
