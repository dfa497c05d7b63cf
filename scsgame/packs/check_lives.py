"""What a shape cannot see in a life: ways out, endings, stories, and what nothing sends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from scsgame.packs import plots
from scsgame.packs.desk import Desk, Entry
from scsgame.packs.harvest import LifeIds
from scsgame.packs.names import METERS
from scsgame.packs.problems import Problem, quoted
from scsgame.packs.reader import Map, Seq
from scsgame.terms import SELF, date_of

MOST_BILLS = 40
"""So many bills a life may have. Each is weighed every day and every time one is paid; nobody reads more."""

if TYPE_CHECKING:
    from scsgame.packs.examine import Folder


def look(folder: Folder, problems: list[Problem]) -> None:
    """Look at one whole life."""
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
    if "scene" not in folder.scope.unsure and not folder.torn("scenes"):
        folder.plot.look(folder.scope.known.get("scene", ()))


def look_at_scenes(folder: Folder, desk: Desk, scenes: Sequence[Entry]) -> None:
    """Look at the scenes of one file, and note what can only be told when all have been seen."""
    assert isinstance(folder.ids, LifeIds)
    plots.look_at(desk, scenes)
    _nobody(folder, folder.ids, desk, scenes)
    folder.plot.take(desk, scenes)


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
    bills = life.get("bills")
    if isinstance(bills, tuple) and len(bills) > MOST_BILLS:
        desk.say(desk.at(life, "bills"), "too-many-bills", f"a life has at most {MOST_BILLS} bills, this one has {len(bills):,}; "
                 "let one bill stand for several, or let them come as scenes.")  # fmt: skip
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
        _open_slots(desk, ending)
    desk.owner = None


def _open_slots(desk: Desk, ending: Entry) -> None:
    """Warn of a slot for which no wording may fit, so that nothing would stand there."""
    slots = ending.node.get("slots")
    for name, wordings in slots.items() if isinstance(slots, Map) else ():
        last = wordings[-1] if isinstance(wordings, Seq) and wordings else None
        if isinstance(last, Map) and "when" in last:
            desk.warn(last.key_mark("when"), "open-slot", f"in {desk.who()} each wording of the slot {{{name}}} has a condition; where none "
                      "holds, nothing stands there, so give it a last one without.", node="when")  # fmt: skip


def _nobody(folder: Folder, ids: LifeIds, desk: Desk, scenes: Sequence[Entry]) -> None:
    """Look for scenes that wait for a role which nobody in this life plays."""
    known = folder.scope.known.get("role", ())
    if not ids.people.places or "who" in folder.scope.unsure or not all(part in known for part in ids.parts):
        return
    for scene in scenes:
        cast, written = scene.get("cast"), scene.node.get("cast")
        if not isinstance(cast, tuple) or not isinstance(written, Map):
            continue
        for slot, part in cast:
            if part and slot and part not in ids.people.places and part not in ids.parts:
                desk.owner = ("scene", scene.node)
                desk.warn(written.value_mark(slot), "nobody-plays", f"{desk.who()} asks for a role that nobody in this life plays: "
                          f"{quoted(part)}; so it cannot come.", part)  # fmt: skip
                desk.owner = None
