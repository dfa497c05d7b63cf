"""What lies behind a moment: the state, the queue, the dice by name, and why this scene came and not that one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scsgame.conditions.printers import as_words
from scsgame.conditions.tree import NEVER_SINCE, Atom, Compare, Condition, Facts, Join, Node, Not
from scsgame.debrief.sections import Section
from scsgame.game.moment import Moment
from scsgame.life.dealing import fill
from scsgame.life.scenes import Scene
from scsgame.terms import Safe, safe


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
        return f"on its way for day {min(waiting)}" if waiting else "comes only when something sends it"
    met = facts.get(scene.met, 0)
    if met and scene.cooldown is None:
        return f"came on day {met}, and comes once"
    if met and scene.cooldown is not None and facts["day"] - met < scene.cooldown:
        return f"came on day {met}, and may come again from day {met + scene.cooldown}"
    if scene.step:
        reached = facts[f"arc({scene.arc})"]
        if reached != scene.step - 1:
            return f"is step {scene.step} of {scene.arc}, which stands at step {reached}"
        ready = facts[f"arc_day({scene.arc})"] + moment.setup.life.arc_gap
        if scene.step > 1 and facts["day"] < ready:
            return f"is the next step of {scene.arc}, from day {ready} on"
    failed = first_failed(scene.when, facts, standing or {})
    if failed:
        return failed
    if scene.chance < 1:
        drawn = chance.on_day(facts["day"], scene.comes)
        if drawn >= scene.chance:
            return f"its chance is {scene.chance:g}, and {drawn:.2f} was drawn today"
    if fill(scene, moment.setup.life.people, facts, chance) is None:
        return f"somebody is missing for {', '.join(role for _, role in scene.cast)}"
    return ""


def first_failed(condition: Condition, life: Facts, regime: Facts) -> str:
    """Return the first part of a condition that does not hold, with the value it has now; "" when all hold."""
    part = _failing(condition.tree, life, regime)
    if part is None:
        return ""
    now = [f"{as_words(atom)} is {_value(atom, life, regime)}" for atom in dict.fromkeys(_atoms(part))]
    return f"needs: {as_words(part)}" + (f" (now {'; '.join(now)})" if now else "")


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
    if atom.form == "ever":
        return "yes" if fact else "no"
    if atom.form == "since":
        days = life["day"] - fact if fact else NEVER_SINCE
        return "never" if days == NEVER_SINCE else str(days)
    if isinstance(fact, bool):
        return "yes" if fact else "no"
    return str(fact)


def _state(moment: Moment) -> Section:
    facts = moment.life.facts
    life = moment.setup.life
    rows: list[tuple[str, str]] = [("fact", "value")]
    rows += [(meter.id, str(facts[meter.id])) for meter in life.meters]
    rows += [(counter, str(facts[counter])) for counter in life.counters]
    rows += [(flag, "yes") for flag in life.flags if facts[flag]]
    rows += [(f"arc {name[4:-1]}", f"step {facts[name]}") for name in sorted(facts) if name.startswith("arc(")]
    rows += [(f"bond {person.id}", str(facts[f"bond({person.id})"])) for person in life.people]
    lines = (f"Day {facts['day']}, week {facts['week']}, {facts['weekday']}. Seed {moment.setup.seed}.",)
    return Section(Safe("State"), _safe(lines), _table(rows))


def _queue(moment: Moment) -> Section:
    rows: list[tuple[str, str]] = [("from day", "what")]
    rows += [(str(due.day), due.scene or f"{due.effects}: {due.note.read()}") for due in moment.life.queue]
    rows += [
        (str(owed.due), f"bill {owed.bill}, {owed.amount}" + (", overdue" if owed.overdue else ""))
        for owed in moment.life.owed
    ]
    return Section(
        Safe("On its way"), () if len(rows) > 1 else (Safe("Nothing."),), _table(rows) if len(rows) > 1 else ()
    )


def _scenes(moment: Moment) -> Section:
    table = moment.table
    lines = []
    if table is not None:
        lines.append(
            f"On the table: {table.scene.id}, {table.scene.kind}, priority {table.scene.priority}, asking for {table.scene.specificity}."
        )
    verdicts = [(scene, why_not(scene, moment)) for scene in moment.setup.life.scenes]
    open_ones = [scene for scene, reason in verdicts if not reason]
    if open_ones:
        lines.append(
            "Could have come too, and stood behind it: "
            + ", ".join(scene.id for scene in open_ones if table is None or scene is not table.scene)
        )
    rows = [("scene", "why not"), *((scene.id, reason) for scene, reason in verdicts if reason)]
    return Section(Safe("Why this scene and not that one"), _safe(lines), _table(rows))


def _record(moment: Moment, at: int) -> Section:
    regime, dossier = moment.setup.regimes[at], moment.dossiers[at]
    facts = dossier.facts
    rows: list[tuple[str, str]] = [("fact", "value")]
    rows += [
        (name, str(facts[name]))
        for name in ("enrolled", "score", "tier", "phase")
        if facts.get(name) not in ("", None)
    ]
    rows += [(key, str(value)) for key, value in sorted(facts.items()) if "(" in key and value]
    for scene in regime.encounters:
        reason = why_not(scene, moment, facts)
        rows.append((scene.id, reason or "may come"))
    lines = [f"On its way: {report.kind} by {report.by}, arrives on day {report.arrives}." for report in dossier.post]
    return Section(safe(f"The record of {regime.id}"), _safe(lines), _table(rows))


def _safe(lines: Sequence[str]) -> tuple[Safe, ...]:
    return tuple(safe(line) for line in lines)


def _table(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[Safe, ...], ...]:
    return tuple(tuple(safe(cell) for cell in row) for row in rows)
