"""What lies behind a moment: the state, the queue, the dice by name, and why this scene came and not that one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scsgame.conditions.printers import as_words, as_written
from scsgame.conditions.tree import NEVER_SINCE, Atom, Compare, Condition, Facts, Join, Node, Not
from scsgame.debrief.sections import Section
from scsgame.game.moment import Moment
from scsgame.life.dealing import fill
from scsgame.life.scenes import Scene
from scsgame.terms import Safe, safe
from scsgame.tongue import phrase, spoken


def inspect(moment: Moment) -> tuple[Section, ...]:
    """Return everything behind a moment, in sections; nothing is withheld from an author."""
    sections = [_state(moment), _queue(moment), _scenes(moment)]
    sections += [_record(moment, at) for at in range(len(moment.setup.regimes))]
    return tuple(sections)


def why_not(scene: Scene, moment: Moment, standing: Facts | None = None) -> str:
    """Return why a scene does not come today, or "" when it may: the first thing that stands in its way."""
    facts, chance = moment.life.facts, moment.setup.chance
    if scene.due_only:
        waiting = [due.day for due in moment.life.queue if due.scene == scene.id]
        return (
            phrase("inspect.waiting", "on its way for day {day}", day=min(waiting))
            if waiting
            else phrase("inspect.due_only", "comes only when something sends it")
        )
    met = facts.get(scene.met, 0)
    if met and scene.cooldown is None:
        return phrase("inspect.once", "came on day {day}, and comes once", day=met)
    if met and scene.cooldown is not None and facts["day"] - met < scene.cooldown:
        return phrase(
            "inspect.again",
            "came on day {day}, and may come again from day {then}",
            day=met,
            then=met + scene.cooldown,
        )
    if scene.step:
        reached = facts[f"arc({scene.arc})"]
        if reached != scene.step - 1:
            return phrase(
                "inspect.step",
                "is step {step} of {arc}, which stands at step {reached}",
                step=scene.step,
                arc=scene.arc,
                reached=reached,
            )
        ready = facts[f"arc_day({scene.arc})"] + moment.setup.life.arc_gap
        if scene.step > 1 and facts["day"] < ready:
            return phrase(
                "inspect.next_step", "is the next step of {arc}, from day {day} on", arc=scene.arc, day=ready
            )
    failed = first_failed(scene.when, facts, standing or {})
    if failed:
        return failed
    if scene.chance < 1:
        drawn = chance.on_day(facts["day"], scene.comes)
        if drawn >= scene.chance:
            return phrase(
                "inspect.unlucky",
                "its chance is {chance}, and {drawn} was drawn today",
                chance=f"{scene.chance:g}",
                drawn=f"{drawn:.2f}",
            )
    if fill(scene, moment.setup.life.people, facts, chance) is None:
        return phrase(
            "inspect.nobody", "somebody is missing for {roles}", roles=", ".join(role for _, role in scene.cast)
        )
    return ""


def first_failed(condition: Condition, life: Facts, regime: Facts) -> str:
    """Return the first part of a condition that does not hold, with the value it has now; "" when all hold."""
    part = _failing(condition.tree, life, regime)
    if part is None:
        return ""
    now = [
        phrase("inspect.is", "{name} is {value}", name=_said(atom), value=_value(atom, life, regime))
        for atom in dict.fromkeys(_atoms(part))
    ]
    needs = phrase("inspect.needs", "needs: {condition}", condition=_said(part))
    return needs + (
        phrase("inspect.now", " (now {values})", values=phrase("semicolon", "; ").join(now)) if now else ""
    )


def _said(node: Node) -> str:
    """Return a condition in words; in other languages as its author writes it."""
    return as_words(node) if spoken() == "en" else as_written(node)


def _failing(node: Node, life: Facts, regime: Facts) -> Node | None:
    if Condition("", node).holds(life, regime):
        return None
    if isinstance(node, Join) and node.operator == "and":
        for part in node.parts:
            found = _failing(part, life, regime)
            if found is not None:
                return found
    return node


def _atoms(node: Node) -> Iterator[Atom]:
    match node:
        case Atom():
            yield node
        case Compare(left, _, right):
            yield from _atoms(left)
            yield from _atoms(right)
        case Join(_, parts):
            for part in parts:
                yield from _atoms(part)
        case Not(part):
            yield from _atoms(part)


def _value(atom: Atom, life: Facts, regime: Facts) -> str:
    fact = (life if atom.holder == "life" else regime).get(atom.key, 0)
    if atom.form == "since":
        days = life["day"] - fact if fact else NEVER_SINCE
        return phrase("inspect.never", "never") if days == NEVER_SINCE else str(days)
    if atom.form == "ever" or isinstance(fact, bool):
        return _yes() if fact else phrase("inspect.no", "no")
    return str(fact)


def _yes() -> str:
    return phrase("inspect.yes", "yes")


def _facts() -> tuple[str, str]:
    return phrase("inspect.fact", "fact"), phrase("inspect.value", "value")


def _state(moment: Moment) -> Section:
    facts = moment.life.facts
    life = moment.setup.life
    rows: list[tuple[str, str]] = [_facts()]
    rows += [(meter.id, str(facts[meter.id])) for meter in life.meters]
    rows += [(counter, str(facts[counter])) for counter in life.counters]
    rows += [(flag, _yes()) for flag in life.flags if facts[flag]]
    rows += [
        (
            phrase("inspect.arc", "arc {name}", name=name[4:-1]),
            phrase("inspect.at_step", "step {step}", step=facts[name]),
        )
        for name in sorted(facts)
        if name.startswith("arc(")
    ]
    rows += [
        (phrase("inspect.bond", "bond {person}", person=person.id), str(facts[f"bond({person.id})"]))
        for person in life.people
    ]
    lines = (
        phrase(
            "inspect.day",
            "Day {day}, week {week}, {weekday}. Seed {seed}.",
            day=facts["day"],
            week=facts["week"],
            weekday=facts["weekday"],
            seed=moment.setup.seed,
        ),
    )
    return Section(phrase("inspect.state", "State"), lines, _table(rows))


def _queue(moment: Moment) -> Section:
    rows: list[tuple[str, str]] = [(phrase("inspect.from_day", "from day"), phrase("inspect.what", "what"))]
    rows += [(str(due.day), due.scene or f"{due.effects}: {due.note.read()}") for due in moment.life.queue]
    rows += [
        (
            str(owed.due),
            phrase("inspect.overdue", "bill {bill}, {amount}, overdue", bill=owed.bill, amount=owed.amount)
            if owed.overdue
            else phrase("inspect.bill", "bill {bill}, {amount}", bill=owed.bill, amount=owed.amount),
        )
        for owed in moment.life.owed
    ]
    return Section(
        phrase("inspect.queue", "On its way"),
        () if len(rows) > 1 else (phrase("inspect.nothing", "Nothing."),),
        _table(rows) if len(rows) > 1 else (),
    )


def _scenes(moment: Moment) -> Section:
    table = moment.table
    lines = []
    if table is not None:
        lines.append(
            phrase(
                "inspect.table",
                "On the table: {scene}, {kind}, priority {priority}, asking for {asks}.",
                scene=table.scene.id,
                kind=table.scene.kind,
                priority=table.scene.priority,
                asks=table.scene.specificity,
            )
        )
    verdicts = [(scene, why_not(scene, moment)) for scene in moment.setup.life.scenes]
    open_ones = [scene for scene, reason in verdicts if not reason]
    if open_ones:
        lines.append(
            phrase(
                "inspect.behind",
                "Could have come too, and stood behind it: {scenes}",
                scenes=", ".join(scene.id for scene in open_ones if table is None or scene is not table.scene),
            )
        )
    rows = [
        (phrase("inspect.scene", "scene"), phrase("inspect.why_not", "why not")),
        *((scene.id, reason) for scene, reason in verdicts if reason),
    ]
    return Section(phrase("inspect.scenes", "Why this scene and not that one"), tuple(lines), _table(rows))


def _record(moment: Moment, at: int) -> Section:
    regime, dossier = moment.setup.regimes[at], moment.dossiers[at]
    facts = dossier.facts
    rows: list[tuple[str, str]] = [_facts()]
    rows += [
        (name, str(facts[name]))
        for name in ("enrolled", "score", "tier", "phase")
        if facts.get(name) not in ("", None)
    ]
    rows += [(key, str(value)) for key, value in sorted(facts.items()) if "(" in key and value]
    for scene in regime.encounters:
        reason = why_not(scene, moment, facts)
        rows.append((scene.id, reason or phrase("inspect.may_come", "may come")))
    lines = [
        phrase(
            "inspect.report",
            "On its way: {kind} by {whom}, arrives on day {day}.",
            kind=report.kind,
            whom=report.by,
            day=report.arrives,
        )
        for report in dossier.post
    ]
    return Section(phrase("inspect.record", "The record of {regime}", regime=regime.id), tuple(lines), _table(rows))


def _table(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[Safe, ...], ...]:
    return tuple(tuple(safe(cell) for cell in row) for row in rows)
