"""A life's chapter in a handbook: people, meters, bills, calendar, scenes, endings."""

from __future__ import annotations

from collections.abc import Iterator

from scsgame.life.scenes import PRIORITY, Life
from scsgame.life.vocabulary import Vocabulary
from scsgame.terms import date_of
from scsgame.workshop.handbook import Block, Bullets, Heading, Paragraph, Table, Words, code, soft, strong
from scsgame.workshop.handbook_scenes import scene_blocks
from scsgame.workshop.handbook_words import INFINITE, act, amounts, condition, every, names_of

_KINDS = sorted(PRIORITY, key=lambda kind: -PRIORITY[kind])


def life_blocks(life: Life, vocabulary: Vocabulary) -> Iterator[Block]:
    """Yield a life's chapter."""
    home = f"life-{life.id}"
    names = names_of(life)
    yield Heading(1, f"Life: {life.title.read()}", home)
    yield Paragraph((life.about.read(),))
    first, last = date_of(life.start, 1), date_of(life.start, life.last_day)
    yield Paragraph((
        f"{life.weeks} weeks, from {first.weekday} {first.year}-{first.month:02}-{first.day:02} to {last.year}-{last.month:02}-{last.day:02}. "
        f"Scenes come on {', '.join(life.deal_days)}: {life.weeks * len(life.deal_days)} days. {len(life.scenes)} scenes, "
        f"{sum(len(scene.choices) for scene in life.scenes)} choices, {len(life.endings)} endings.",
    ))  # fmt: skip
    yield from _people(life, vocabulary, home)
    yield from _numbers(life, vocabulary, names, home)
    for kind in _KINDS:
        scenes = [scene for scene in life.scenes if scene.kind == kind]
        if scenes:
            yield Heading(2, f"Scenes: {kind} ({len(scenes)})", f"{home}-kind-{kind}")
            for scene in scenes:
                yield from scene_blocks(scene, vocabulary, names, 3, home)
    yield from _endings(life, home)


def _people(life: Life, vocabulary: Vocabulary, home: str) -> Iterator[Block]:
    yield Heading(2, "People", f"{home}-people")
    rows: list[tuple[Words, ...]] = []
    for person in life.people:
        habits = "; ".join(
            f"{act(vocabulary, habit.act)} (every {habit.every} days{'' if habit.chance >= 1 else f', in {habit.chance:.0%} of cases'})"
            for habit in person.habits
        )
        roles = ", ".join(
            vocabulary.roles[role].title.read() if role in vocabulary.roles else role for role in person.roles
        )
        here = "" if person.here else " Not there at the start."
        rows.append(
            (
                (strong(person.name.read()), " ", code(person.id)),
                (roles,),
                (str(person.bond),),
                (f"{person.about.read()}{here}",),
                (habits or "–",),
            )
        )
    yield Table("Who is in it", ("person", "roles", "bond", "about", "does, unasked"), tuple(rows))


def _numbers(life: Life, vocabulary: Vocabulary, names: dict[str, str], home: str) -> Iterator[Block]:
    yield Heading(2, "Meters, bills and what comes by itself", f"{home}-numbers")
    yield Table("Meters", ("meter", "at the start", "from", "to"), tuple(
        ((f"{meter.title.read()} {f'({meter.unit.read()})' if meter.unit.read() else ''}".strip(),), (str(meter.start),), (str(meter.least),), (str(meter.most),))
        for meter in life.meters
    ))  # fmt: skip
    if life.values:
        yield Paragraph((f"The player picks {life.pick_values} of these values:",))
        yield Bullets(tuple((strong(value.title.read()), f": {value.about.read()}") for value in life.values))
    if life.flags or life.counters:
        yield Paragraph(
            (
                f"What is remembered: {', '.join(life.flags) or 'no flags'}. What is counted: {', '.join(life.counters) or 'nothing'}.",
            )
        )
    if life.bills:
        yield Table("Bills", ("bill", "amount", "when", "days to pay", "fee if late", "acts: paid, missed, paid late", "only when"), tuple(
            ((bill.title.read(),), (str(bill.amount),), (every(bill.first, bill.every),), (str(bill.grace),), (str(bill.fee),),
             (", ".join(act(vocabulary, kind) for kind in (bill.paid_act, bill.missed_act, bill.late_act)),), (condition(bill.when),))
            for bill in life.bills
        ))  # fmt: skip
    if life.tides:
        yield Table("What comes by itself", ("what", "changes", "when", "only when"), tuple(
            ((tide.title.read(),), (amounts(tide.effects, names),), (every(tide.first, tide.every),), (condition(tide.when),)) for tide in life.tides
        ))  # fmt: skip
    if life.feed:
        yield Table("On the phone", ("by", "text", "days", "only when"), tuple(
            ((post.by.read(),), (post.text.read(),), (f"{post.first} to {post.last}" if post.last < INFINITE else f"from {post.first}",),
             (condition(post.when),)) for post in life.feed
        ))  # fmt: skip


def _endings(life: Life, home: str) -> Iterator[Block]:
    yield Heading(2, f"Endings ({len(life.endings)})", f"{home}-endings")
    yield Paragraph(("The first that holds is told.",))
    for ending in life.endings:
        yield Heading(3, ending.title.read(), f"{home}-ending-{ending.id}")
        early = " It may come on any day." if ending.early else ""
        when = "otherwise" if condition(ending.when) == "always" else f"when {condition(ending.when)}"
        rare = f" Rare: {ending.rare.read()}" if ending.rare.versions else ""
        yield Paragraph((code(ending.id), " ", strong("Told "), f"{when}.{early}{rare}"))
        yield Paragraph((ending.text.read(),), quoted=True)
        points: list[Words] = []
        for slot, variants in ending.slots:
            for variant in variants:
                when = "otherwise" if condition(variant.when) == "always" else f"when {condition(variant.when)}"
                points.append((code(f"{{{slot}}}"), soft(f" {when}: "), variant.text.read()))
        if points:
            yield Bullets(tuple(points))
