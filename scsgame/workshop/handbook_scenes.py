"""Scenes in a handbook: when each comes, with what odds, and what each choice does."""

from __future__ import annotations

from collections.abc import Iterator

from scsgame.life.scenes import Choice, Later, Scene
from scsgame.life.vocabulary import Vocabulary
from scsgame.workshop.handbook import Block, Bullets, Heading, Paragraph, Run, Words, code, soft, strong
from scsgame.workshop.handbook_words import act, amounts, condition, odds


def scene_blocks(
    scene: Scene, vocabulary: Vocabulary, names: dict[str, str], level: int, home: str
) -> Iterator[Block]:
    """Yield one scene: its id as a heading, when it comes, its text, its choices."""
    short = scene.id.rpartition("/")[2]
    yield Heading(level, short.replace("_", " "), f"{home}-{short}")
    told: list[str | Run] = [
        code(short),
        " ",
        strong("Comes when "),
        condition(scene.when),
        ". ",
        strong("Odds: "),
        f"{odds(scene)}.",
    ]
    if scene.cast:
        told.append(
            " With "
            + ", ".join(f"{slot}: {names.get(role, role.replace('_', ' '))}" for slot, role in scene.cast)
            + "."
        )
    if scene.twin:
        told += [
            " Its twin: ",
            Run(
                scene.twin.rpartition("/")[2].replace("_", " "), "link", f"{home}-{scene.twin.rpartition(chr(47))[2]}"
            ),
            ".",
        ]
    if scene.rare.read():
        told.append(f" Rare: {scene.rare.read()}")
    yield Paragraph(tuple(told))
    place = scene.place.read()
    for number, text in enumerate(scene.text):
        said = text.read()
        yield Paragraph(
            (soft(f"{place}. ") if place and not number else "", soft("Or: ") if number else "", said), quoted=True
        )
    yield Bullets(tuple(_choice(choice, vocabulary, names, home) for choice in scene.choices))


def _choice(choice: Choice, vocabulary: Vocabulary, names: dict[str, str], home: str) -> Words:
    said: list[str | Run] = [strong(choice.text.read()), " ", code(choice.id)]
    done = [act(vocabulary, kind) for kind in choice.acts]
    uses = [f"{vocabulary.services[use.service].title.read()} ({use.price})" if use.price
            else vocabulary.services[use.service].title.read() for use in choice.uses]  # fmt: skip
    changes = [amounts(choice.effects, names), amounts(choice.counts), amounts(choice.moods)]
    if choice.bonds:
        changes.append(f"bonds: {amounts(choice.bonds, names)}")
    parts = {
        "only when": "" if condition(choice.when) == "always" else condition(choice.when),
        "acts": ", ".join(done),
        "uses": ", ".join(uses),
        "changes": "; ".join(part for part in changes if part),
        "sets": ", ".join(flag.replace("_", " ") for flag in choice.sets),
        "clears": ", ".join(flag.replace("_", " ") for flag in choice.clears),
        "upholds": ", ".join(choice.upholds),
        "betrays": ", ".join(choice.betrays),
        "leaves": ", ".join(names.get(who, who) for who in choice.leaves),
        "joins": ", ".join(names.get(who, who) for who in choice.joins),
        "asks to": choice.asks,
        "pleads by": choice.pleads.replace("_", " "),
    }
    told = "; ".join(f"{name}: {words}" if name not in ("only when", "asks to", "pleads by") else f"{name} {words}"
                     for name, words in parts.items() if words)  # fmt: skip
    said.append(f". {told[0].upper()}{told[1:]}." if told else ".")
    if choice.result.read():
        said.append(f" Then: {choice.result.read()}")
    for later in choice.later:
        said += _later(later, names, home)
    return tuple(said)


def _later(later: Later, names: dict[str, str], home: str) -> Iterator[str | Run]:
    yield f" {later.days} day{'' if later.days == 1 else 's'} later"
    if later.chance < 1:
        yield f", in {later.chance:.0%} of cases"
    if condition(later.when) != "always":
        yield f", if {condition(later.when)}"
    yield ": "
    if later.scene:
        short = later.scene.rpartition("/")[2]
        yield Run(short.replace("_", " "), "link", f"{home}-{short}")
    else:
        yield "; ".join(part for part in (later.note.read(), amounts(later.effects, names)) if part)
    yield "."
