"""What a shape cannot see in a life: ways out, endings, stories, and what nothing sends."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from scsgame.packs.desk import Desk, Entry
from scsgame.packs.harvest import LifeIds
from scsgame.packs.names import METERS
from scsgame.packs.problems import Problem, quoted
from scsgame.packs.reader import Map
from scsgame.terms import SELF, date_of

if TYPE_CHECKING:
    from scsgame.packs.examine import Folder


def look(folder: Folder, problems: list[Problem]) -> None:
    """Look at one whole life."""
    ids = folder.ids
    assert isinstance(ids, LifeIds)
    for kind, why in (("life", "its calendar and meters"), ("cast", "its people"), ("endings", "how it can close")):
        if kind not in folder.said:
            problems.append(Problem(folder.shelf.named(f"lives/{folder.id}/{kind}.yaml"), 0, 0, "missing-file",
                                    f"the life {quoted(folder.id)} has no file {kind}.yaml, which says {why}."))  # fmt: skip
    for desk, said in folder.said.get("life", ()):
        if isinstance(said, Entry):
            _life(folder, desk, said)
    for desk, said in folder.said.get("cast", ()):
        if isinstance(said, Entry):
            _people(folder, desk, said)
    for desk, said in folder.said.get("endings", ()):
        if isinstance(said, Entry):
            _endings(desk, said)
    scenes = folder.scenes("scenes")
    look_at_scenes(scenes)
    _stories(folder, scenes)
    _nobody(folder, ids, scenes)


def _life(folder: Folder, desk: Desk, life: Entry) -> None:
    same_name(folder, desk, life, "life")
    start = life.get("start")
    if isinstance(start, str):
        year, month, day = (int(part) for part in start.split("-"))
        if not (1 <= month <= 12 and 1 <= day <= 31 and date_of(start, 1)[:3] == (year, month, day)):
            desk.say(desk.at(life, "start"), "bad-date", f"there is no day {start} in the calendar.", node=start)
    meters = life.get("meters")
    if isinstance(meters, tuple):
        for _, meter in meters:
            if isinstance(meter, Entry):
                _meter(desk, meter)
        for name in METERS:
            if name not in dict(meters):
                desk.say(desk.at(life, "meters"), "missing-meter",
                         f"a life has the meters {', '.join(METERS)}, with which regimes reckon; `{name}` is missing.")  # fmt: skip
    values, picks = life.get("values"), life.get("pick_values")
    if isinstance(values, tuple) and isinstance(picks, int) and picks > len(values):
        desk.say(
            desk.at(life, "pick_values"),
            "out-of-range",
            f"a player cannot choose {picks} of {len(values)} values.",
            node=str(picks),
        )


def _meter(desk: Desk, meter: Entry) -> None:
    least, start, most = meter.get("least"), meter.get("start"), meter.get("most")
    if isinstance(least, int) and isinstance(start, int) and isinstance(most, int) and not least <= start <= most:
        desk.say(desk.at(meter, "start"), "out-of-range", f"this meter starts at {start}, which is not between {least} and {most}.",
                 node=str(meter.node["start"]))  # fmt: skip


def _people(folder: Folder, desk: Desk, said: Entry) -> None:
    """Look for people who are called like the player, or like a role."""
    people = said.get("cast")
    roles = folder.scope.known.get("role", ())
    for person in people if isinstance(people, tuple) else ():
        name = person.get("id") if isinstance(person, Entry) else None
        if isinstance(person, Entry) and isinstance(name, str) and (name == SELF or name in roles):
            what = "the player" if name == SELF else "a role"
            desk.say(
                desk.at(person, "id"),
                "reserved-id",
                f"{quoted(name)} is {what}, so no person can be called so.",
                node=name,
            )


def same_name(folder: Folder, desk: Desk, entry: Entry, key: str) -> None:
    """Say so when a life or regime is not called what its folder is called."""
    name = entry.get(key)
    if isinstance(name, str) and name != folder.id:
        desk.say(desk.at(entry, key), "wrong-name", f"this {key} is called {quoted(name)}, but its folder is called {quoted(folder.id)}.",
                 suggestion=folder.id, node=name)  # fmt: skip


def _endings(desk: Desk, said: Entry) -> None:
    endings = said.get("endings")
    if not isinstance(endings, tuple):
        return
    told = False
    for number, ending in enumerate(endings, 1):
        if not isinstance(ending, Entry):
            continue
        desk.owner = ("ending", ending.node)
        last = number == len(endings)
        if last and "when" in ending.node and not told:
            desk.say(ending.node.key_mark("when"), "ending-order", f"{desk.who()} is the last and has a condition; "
                     "the last has none, so that every life ends somehow.", width=4)  # fmt: skip
        if ending.get("early") and "when" not in ending.node:
            desk.say(desk.at(ending, "early"), "early-ending", f"{desk.who()} may come early but has no condition, so it would end "
                     "every life on the first day.", node="yes")  # fmt: skip
        elif not last and "when" not in ending.node:
            told = True
            desk.say(
                ending.mark, "ending-order", f"{desk.who()} has no condition, so no ending after it can ever be told."
            )
    desk.owner = None


def look_at_scenes(scenes: Iterable[tuple[Desk, Entry]]) -> None:
    """Look at each scene: a way out, and what comes back."""
    for desk, scene in scenes:
        choices = scene.get("choices")
        desk.owner = ("scene", scene.node)
        if isinstance(choices, tuple) and choices and not any(_open(choice) for choice in choices):
            desk.say(scene.node.key_mark("choices"), "no-way-out", f"{desk.who()} has no way out: at least one choice must stand "
                     "without `when` and without `uses`.", width=7)  # fmt: skip
        for choice in choices if isinstance(choices, tuple) else ():
            if isinstance(choice, Entry):
                _later(desk, choice)
        desk.owner = None


def _open(choice: object) -> bool:
    return not isinstance(choice, Entry) or ("when" not in choice.node and not choice.get("uses"))


def _later(desk: Desk, choice: Entry) -> None:
    later = choice.get("later")
    for part in later if isinstance(later, tuple) else ():
        if isinstance(part, Entry) and not ({"scene", "effects", "note"} & part.node.keys()):
            desk.say(
                part.mark,
                "later-empty",
                f"something comes back in {desk.who()}, but neither a `scene` nor `effects` nor a `note`.",
            )


def _unread(scene: Entry) -> bool:
    """Tell whether a scene may send another one in words that could not be read."""
    choices = scene.get("choices")
    for choice in choices if isinstance(choices, tuple) else (None,):
        if not isinstance(choice, Entry) or choice.node.keys() - choice.keys():
            return True
        later = choice.get("later", ())
        for part in later if isinstance(later, tuple) else (None,):
            if not isinstance(part, Entry) or ("scene" in part.node and part.get("scene") is None):
                return True
    return False


def look_at_sent(scenes: list[tuple[Desk, Entry]]) -> None:
    """Look for scenes that only come when they are sent, and that nothing sends."""
    sent = set()
    if any(_unread(scene) for _, scene in scenes):
        return
    for _, scene in scenes:
        choices = scene.get("choices")
        for choice in choices if isinstance(choices, tuple) else ():
            later = choice.get("later") if isinstance(choice, Entry) else None
            sent |= (
                {part.get("scene") for part in later or () if isinstance(part, Entry)}
                if isinstance(later, tuple)
                else set()
            )
    for desk, scene in scenes:
        if (scene.get("kind") == "return" or scene.get("due_only")) and scene.get("id") and scene["id"] not in sent:
            desk.owner = ("scene", scene.node)
            desk.say(desk.at(scene, "id"), "never-sent", f"{desk.who()} comes only when `later` sends it, and no choice does.",
                     node=scene["id"])  # fmt: skip
            desk.owner = None


def _stories(folder: Folder, scenes: list[tuple[Desk, Entry]]) -> None:
    if "scene" in folder.scope.unsure or folder.torn("scenes"):
        return
    look_at_sent(scenes)
    steps: dict[object, set[object]] = {}
    for _, scene in scenes:
        steps.setdefault(scene.get("arc"), set()).add(scene.get("step"))
    for desk, scene in scenes:
        arc, step = scene.get("arc"), scene.get("step")
        desk.owner = ("scene", scene.node)
        if ("arc" in scene.node) != ("step" in scene.node):
            key = "arc" if "arc" in scene.node else "step"
            desk.say(
                scene.node.key_mark(key),
                "arc-step",
                f"{desk.who()} has `{key}` alone; `arc` and `step` go together.",
                width=len(key),
            )
        elif isinstance(step, int) and step > 1 and step - 1 not in steps[arc]:
            desk.say(desk.at(scene, "step"), "arc-step", f"{desk.who()} is step {step} of the arc {quoted(str(arc))}, and no scene is "
                     f"step {step - 1}, so it can never come.", node=str(scene.node["step"]),
                     suggestion=desk.near(str(arc), [str(other) for other in steps if other and other != arc]))  # fmt: skip
        desk.owner = None


def _nobody(folder: Folder, ids: LifeIds, scenes: list[tuple[Desk, Entry]]) -> None:
    """Look for scenes that wait for a role which nobody in this life plays."""
    known = folder.scope.known.get("role", ())
    if not ids.people.places or "who" in folder.scope.unsure or not all(part in known for part in ids.parts):
        return
    for desk, scene in scenes:
        cast, written = scene.get("cast"), scene.node.get("cast")
        if not isinstance(cast, tuple) or not isinstance(written, Map):
            continue
        for slot, part in cast:
            if part and slot and part not in ids.people.places and part not in ids.parts:
                desk.owner = ("scene", scene.node)
                desk.warn(written.value_mark(slot), "nobody-plays", f"{desk.who()} asks for a role that nobody in this life plays: "
                          f"{quoted(part)}; so it cannot come.", part)  # fmt: skip
                desk.owner = None
