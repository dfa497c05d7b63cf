"""Writing a large pack as people write them: folded text, quotes, lists in lines and in blocks, comments.

The same number and seed give the same pack. It is valid: the checker finds nothing wrong with it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from scsgame.packs.specimen import specimen

IN_A_FILE = 100
"""How many scenes one file holds, unless it is said otherwise; five hundred are about as many as may stand in one."""

WHO = (
    "the clerk",
    "your neighbour",
    "the driver",
    "an old man",
    "the girl from the third floor",
    "your cousin",
    "the doorman",
    "somebody's aunt",
)
DOES = (
    "waits for",
    "asks about",
    "has lost",
    "counts",
    "will not sign",
    "wants back",
    "cannot find",
    "has copied",
    "puts away",
    "holds up",
)
WHAT = (
    "the form",
    "a blue umbrella",
    "the key of the yard",
    "two tickets",
    "the list",
    "last month's bill",
    "your telephone",
    "a bag of oranges",
)
WHERE = (
    "at the gate",
    "on the stairs",
    "in the queue",
    "by the window",
    "under the lamp",
    "at the counter",
    "in the rain",
    "behind the school",
)
THEN = (
    "Nobody says anything.",
    "It is almost noon.",
    "The bus has gone.",
    "You have your answer ready.",
    "Somebody laughs.",
    "The lamp hums.",
)
WAYS = (
    "Help at once.",
    "Say that you are late.",
    "Ask whose it is.",
    "Wait and see.",
    "Sign it.",
    "Walk on.",
    "Promise to come back.",
    "Tell the truth.",
)
ACTS = ("jaywalks", "waits_at_red", "pays_bill")
METERS = ("money", "strength", "ties", "self")


def sentences(luck: random.Random, many: int) -> Iterator[str]:
    """Yield sentences that could stand in a scene."""
    for _ in range(many):
        who = luck.choice(WHO)
        yield f"{who[0].upper()}{who[1:]} {luck.choice(DOES)} {luck.choice(WHAT)} {luck.choice(WHERE)}."
        if luck.random() < 0.5:
            yield luck.choice(THEN)


def folded(text: str, indent: str) -> str:
    """Return text as a folded block of lines."""
    lines, line = [], indent
    for word in text.split():
        if len(line) + len(word) > 96:
            lines.append(line.rstrip())
            line = indent
        line += word + " "
    return "\n".join([*lines, line.rstrip()])


def condition(luck: random.Random, scenes: int) -> str:
    """Return a condition; most are written only once in a pack, and one in eight names another scene."""
    other = f"scene_{luck.randrange(scenes):05}"
    if luck.random() < 0.125:
        return luck.choice(
            (f"met({other}) and day > {luck.randint(2, 9)}", f"not chose({other}, way_1)", f"since({other}) > 3")
        )
    return luck.choice((
        f"day >= {luck.randint(2, 12)} and money < {luck.randint(5, 90) * 10}",
        f"strength > {luck.randint(10, 90)} and ties >= {luck.randint(10, 80)}",
        f"times(jaywalks) >= {luck.randint(1, 9)} or walks > {luck.randint(1, 60)}",
        f"weekday in [mon, wed] and self < {luck.randint(20, 95)}",
        f"not hurt and since(evening) > {luck.randint(1, 12)} and day > {luck.randint(1, 9)}",
    ))  # fmt: skip


def choice(luck: random.Random, number: int, scenes: int) -> str:
    """Return one choice; the first is the way out, which nothing closes."""
    lines = [f"    - id: way_{number}", f"      text: {luck.choice(WAYS)}"]
    if number and luck.random() < 0.5:
        lines.append(f"      when: {condition(luck, scenes)}")
    if luck.random() < 0.6:
        lines.append(f"      acts: [{luck.choice(ACTS)}]")
    one, other = luck.sample(METERS, 2)
    lines.append(f"      effects: {{{one}: {luck.randint(1, 9):+d}, {other}: {luck.randint(-9, -1):+d}}}")
    if luck.random() < 0.3:
        lines += ["      counts:", f"        walks: {luck.randint(1, 3):+d}"]
    said = " ".join(sentences(luck, 1))
    lines.append(f"      result: {said}" if luck.random() < 0.7 else f'      result: "{said}"')
    if number == 1 and luck.random() < 0.2:
        lines += [
            "      later:",
            f"        - {{days: {luck.randint(2, 9)}, effects: {{ties: -2}}, note: {luck.choice(THEN)}}}"
            if luck.random() < 0.5
            else f"        - {{days: {luck.randint(2, 9)}, scene: scene_{luck.randrange(scenes):05}}}",
        ]
    return "\n".join(lines)


def scene(luck: random.Random, number: int, scenes: int) -> str:
    """Return one scene."""
    lines = [f"- id: scene_{number:05}"]
    if luck.random() < 0.15:
        lines.insert(0, f"# Here {luck.choice(WHO)} comes in again.")
    lines += [
        f"  when: {condition(luck, scenes)}",
        f"  chance: {luck.randint(2, 9) / 10}",
        f"  cooldown: {luck.randint(3, 40)}",
    ]
    if luck.random() < 0.4:
        lines.append("  cast: {pal: friend}")
    lines += [f"  place: {luck.choice(WHERE).capitalize()}", "  text: >-"]
    lines.append(folded(" ".join(sentences(luck, 2)), "    "))
    lines.append("  choices:")
    lines += [choice(luck, at, scenes) for at in range(luck.choice((2, 2, 3)))]
    return "\n".join(lines) + "\n"


def write(folder: Path, scenes: int, in_a_file: int = IN_A_FILE, seed: int = 7) -> int:
    """Write a pack of so many scenes into a folder, and return how many bytes it has."""
    luck = random.Random(seed)
    files = specimen()
    place = "lives/walk/scenes"
    for first in range(0, scenes, in_a_file):
        numbers = range(first, min(scenes, first + in_a_file))
        files[f"{place}/part_{first // in_a_file:03}.yaml"] = "\n".join(
            scene(luck, number, scenes) for number in numbers
        )
    total = 0
    for path, text in files.items():
        there = folder / path
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_text(text, encoding="utf-8")
        total += len(text.encode())
    return total


SPOILS: Sequence[tuple[str, str]] = (
    ("      text: Help at once.", '      text: "Help at once.'),
    ("      text: Walk on.", "      text: He says: walk on."),
    ("      text: Wait and see.", "       text: Wait and see."),
    ("      acts: [jaywalks]", "      acts: [jaywalk]"),
    ("  cast: {pal: friend}", "  cast: {pal: frend}"),
    ("  cooldown: 4", "  cooldown: often"),
    ("  place: At the gate", "  plaice: At the gate"),
    ("      text: Sign it.", "      txt: Sign it."),
    ("        walks: +1", "        wolks: +1"),
)
"""What stands there, and what a tired hand makes of it; the first three are slips in the YAML itself."""


def spoil(folder: Path, mistakes: int, seed: int = 11) -> list[tuple[str, int]]:
    """Make so many mistakes in a pack, each in a scene of its own, and return the file and line of each."""
    luck = random.Random(seed)
    paths = sorted((folder / "lives/walk/scenes").glob("part_*.yaml"))
    made: list[tuple[str, int]] = []
    spoilt: set[str] = set()
    for number in range(mistakes):
        whole, broken = SPOILS[number % len(SPOILS)]
        while True:
            path = luck.choice(paths)
            lines = path.read_text(encoding="utf-8").split("\n")
            scene, places = "", []
            for at, line in enumerate(lines):
                scene = line if line.startswith("- id:") else scene
                if line == whole and scene not in spoilt:
                    places.append((at, scene))
            if places:
                break
        at, scene = luck.choice(places)
        spoilt.add(scene)
        lines[at] = broken
        path.write_text("\n".join(lines), encoding="utf-8")
        made.append((f"large/{path.relative_to(folder).as_posix()}", at + 1))
    return made
