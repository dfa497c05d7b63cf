"""A life as a graph: which scene sends, opens and closes which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from scsgame.conditions import Condition
from scsgame.conditions.intervals import NO, YES, Range
from scsgame.conditions.spans import Span
from scsgame.life.scenes import Choice, Life, Scene
from scsgame.life.world import Person
from scsgame.terms import safe
from scsgame.workshop.graph import EdgeKind, Graph, Links, Node, named
from scsgame.workshop.graph_reading import after_falling, after_rising, possible, wishes

_OWN = ("met(", "chose(", "arc(", "near(")
"""Facts that belong to one scene, story or person, and are never nodes."""


class Change(NamedTuple):
    """What a scene's choice does to a fact: it rises or falls; where one knows, what it is then."""

    key: str
    rises: bool
    start: str
    why: str
    value: Range | None = None


class Reading(NamedTuple):
    """A condition that something stands under, and in which of its parts."""

    end: str
    condition: Condition
    part: str = ""

    def told(self) -> str:
        """Return the part in brackets."""
        return f" ({self.part})" if self.part else ""


CROWD = 24
"""From how many links through one flag, count or act on it stands in the graph as a node of its own."""


def life_graph(life: Life, *, hubs: bool = True) -> Graph:
    """Return the graph of a life: scenes by arc or kind, endings, and bills that bear on them.

    What very many scenes change and read (a counter, say) is a node of its own, unless `hubs` is off.
    """
    readings = [*scene_readings(life.scenes, "scene")]
    readings += [Reading(f"ending.{ending.id}", ending.when) for ending in life.endings]
    readings += [Reading(f"bill.{bill.id}", bill.when) for bill in life.bills]
    changes = [*scene_changes(life.scenes, "scene", life.people)]
    for bill in life.bills:
        changes += [Change(f"{family}({bill.id})", True, f"bill.{bill.id}", f"the bill is {word}", YES)
                    for family, word in (("owes", "not yet paid"), ("overdue", "past its date"))]  # fmt: skip
        for act in {bill.paid_act, bill.missed_act, bill.late_act} - {""}:
            changes += [
                Change(f"{family}({act})", True, f"bill.{bill.id}", f"act {act}") for family in ("times", "last")
            ]
    links = Links()
    link_stories(links, life.scenes, "scene")
    crowded = link_facts(links, changes, readings, CROWD if hubs else 0)
    nodes = [
        Node(f"scene.{scene.id}", safe(scene.id.replace("_", " ")), scene.kind, group_of(scene))
        for scene in life.scenes
    ]
    nodes += [Node(f"bill.{bill.id}", bill.title.read(), "bill", "bills") for bill in life.bills]
    nodes += [Node(f"ending.{ending.id}", ending.title.read(), "ending", "endings") for ending in life.endings]
    nodes += [Node(f"fact.{key}", safe(key.replace("_", " ")), "fact", "facts") for key in crowded]
    edges = links.edges(node.id for node in nodes)
    touched = {end for edge in edges for end in (edge.start, edge.end)}
    kept = tuple(node for node in nodes if node.kind != "bill" or node.id in touched)
    return Graph(life.title.read(), kept, edges)


def group_of(scene: Scene) -> str:
    """Return where a scene belongs: to its arc, else to its kind."""
    return f"arc {scene.arc}" if scene.arc else scene.kind


def link_stories(links: Links, scenes: Iterable[Scene], prefix: str) -> None:
    """Note what choices send, and the steps of arcs."""
    steps: dict[tuple[str, int], list[str]] = {}
    found = tuple(scenes)
    for scene in found:
        if scene.step:
            steps.setdefault((scene.arc, scene.step), []).append(named(prefix, scene.id))
        for choice in scene.choices:
            for later in choice.later:
                if later.scene:
                    odds = f", {later.chance:.0%}" if later.chance < 1 else ""
                    links.add(
                        named(prefix, scene.id),
                        named(prefix, later.scene),
                        "sends",
                        f"{choice.id}: {_days(later.days)}{odds}",
                    )
    for scene in found:
        for before in steps.get((scene.arc, scene.step - 1), ()):
            links.add(before, named(prefix, scene.id), "step", f"step {scene.step}")


def _days(count: int) -> str:
    return f"after {count} day{'' if count == 1 else 's'}"


def link_facts(
    links: Links, changes: Iterable[Change], readings: Iterable[Reading], crowd: int = 0
) -> tuple[str, ...]:
    """Note which changes can make which conditions true, and which false; return the facts that became nodes."""
    waiting: dict[str, list[tuple[Reading, bool]]] = {}
    for reading in readings:
        for wish in wishes(reading.condition):
            if wish.holder == "life":
                waiting.setdefault(wish.key, []).append((reading, wish.rising))
    moving: dict[str, list[Change]] = {}
    for change in changes:
        if change.key in waiting:
            moving.setdefault(change.key, []).append(change)
    crowded = tuple(
        key
        for key, found in moving.items()
        if crowd and len(found) * len(waiting[key]) > crowd and not key.startswith(_OWN)
    )
    for key, found in moving.items():
        if key in crowded:
            _through(links, key, found, waiting[key])
            continue
        for change in found:
            for reading, rising in waiting[key]:
                kind = _kind(change, reading.condition, rising)
                if kind:
                    links.add(change.start, reading.end, kind, f"{change.why}{reading.told()}")
    return crowded


def _through(links: Links, key: str, changes: Iterable[Change], readings: Iterable[tuple[Reading, bool]]) -> None:
    """Link what changes a fact to the fact, and the fact to what waits for it."""
    node = f"fact.{key}"
    ways = {change.rises for change in changes}
    for change in changes:
        links.add(change.start, node, "leads", change.why)
    for reading, rising in readings:
        if rising in ways:
            links.add(node, reading.end, "opens", f"{'rising' if rising else 'falling'}{reading.told()}")
        else:
            links.add(node, reading.end, "closes", f"{'falling' if rising else 'rising'}{reading.told()}")


def _kind(change: Change, condition: Condition, rising: bool) -> EdgeKind | None:
    """Return what a change does to a condition that waits for its fact; None where it can do nothing."""
    value = change.value
    if change.key.startswith("arc(") and isinstance(value, Span):
        now = possible(condition, change.key, value)
        before = possible(condition, change.key, Span(value.low - 1, value.low - 1))
        return None if now == before else "opens" if now else "closes"
    if change.rises != rising:
        return "closes" if possible(condition) else None
    value = value or (after_rising(change.key) if change.rises else after_falling(change.key))
    return "opens" if possible(condition, change.key, value) else None


def scene_readings(scenes: Iterable[Scene], prefix: str) -> Iterator[Reading]:
    """Return every condition of these scenes, of their choices, and of what those send."""
    for scene in scenes:
        here = named(prefix, scene.id)
        yield Reading(here, scene.when)
        for choice in scene.choices:
            yield Reading(here, choice.when, f"for the choice {choice.id}")
            for later in choice.later:
                yield Reading(
                    named(prefix, later.scene) if later.scene else here, later.when, f"when {scene.id} sends it"
                )


def scene_changes(scenes: Iterable[Scene], prefix: str, people: Iterable[Person] = ()) -> Iterator[Change]:
    """Return every change of a fact that these scenes can bring."""
    known = tuple(people)
    for scene in scenes:
        here = named(prefix, scene.id)
        yield Change(f"met({scene.id})", True, here, "it has come")
        if scene.step:
            yield Change(
                f"arc({scene.arc})", True, here, f"arc {scene.arc} at {scene.step}", Span(scene.step, scene.step)
            )
        cast = dict(scene.cast)
        for choice in scene.choices:
            yield Change(f"chose({scene.id},{choice.id})", True, here, f"chose {choice.id}")
            yield from _choice_changes(choice, here, cast, known)


def _choice_changes(choice: Choice, here: str, cast: Mapping[str, str], people: Iterable[Person]) -> Iterator[Change]:
    by = f"{choice.id}: "
    for flag in choice.sets:
        yield Change(flag, True, here, f"{by}sets {flag}", YES)
    for flag in choice.clears:
        yield Change(flag, False, here, f"{by}clears {flag}", NO)
    for counter, amount in choice.counts:
        yield Change(counter, amount > 0, here, f"{by}{counter} {amount:+d}")
    for act in choice.acts:
        for family in ("times", "last"):
            yield Change(f"{family}({act})", True, here, f"{by}act {act}")
    for words, gone in ((choice.leaves, True), (choice.joins, False)):
        for word in words:
            for person in _people(word, cast, people):
                yield Change(f"near({person})", not gone, here, f"{by}{person} {'leaves' if gone else 'joins'}")


def _people(word: str, cast: Mapping[str, str], people: Iterable[Person]) -> tuple[str, ...]:
    """Return who a slot or a name can mean."""
    role = cast.get(word, word)
    return tuple(person.id for person in people if person.id == role or role in person.roles)
