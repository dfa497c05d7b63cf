"""What leads to what in a pack: things as nodes, and how one enables, closes or schedules another as edges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from scsgame.terms import Safe, safe

EdgeKind = Literal["sends", "step", "opens", "closes", "leads"]
EDGE_WORDS: dict[str, str] = {
    "sends": "sends it, some days later",
    "step": "is the step before it",
    "opens": "can make its condition true",
    "closes": "can make its condition false",
    "leads": "bears on it",
}
"""What each kind of edge says, as a legend has it."""


class Node(NamedTuple):
    """One thing: its id (`scene.late_for_class`), what it is called, what it is, where it belongs.

    `column` is where it must stand from left to right, or -1 where the edges decide; `note` is a second line.
    """

    id: str
    title: Safe
    kind: str
    group: str
    column: int = -1
    note: str = ""


class Edge(NamedTuple):
    """How one thing bears on another, with the reasons, each in a few words."""

    start: str
    end: str
    kind: EdgeKind
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Graph:
    """Nodes and edges, with a title and with headings over the columns, where there are columns."""

    title: Safe
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    columns: tuple[str, ...] = ()
    note: str = ""

    def ids(self) -> frozenset[str]:
        """Return the ids of all nodes."""
        return frozenset(node.id for node in self.nodes)

    def groups(self) -> dict[str, list[Node]]:
        """Return the nodes by group, in order."""
        found: dict[str, list[Node]] = {}
        for node in self.nodes:
            found.setdefault(node.group, []).append(node)
        return found

    def kinds(self) -> tuple[EdgeKind, ...]:
        """Return the kinds of edge that there are."""
        held = {edge.kind for edge in self.edges}
        return tuple(kind for kind in get_args(EdgeKind) if kind in held)


def named(kind: str, scene: str) -> str:
    """Return the id of a scene's node; an encounter goes without its regime's name."""
    return f"{kind}.{scene.rpartition('/')[2]}"


class Links:
    """Edges while they are found: the reasons for one edge come together."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, EdgeKind], dict[str, None]] = {}

    def add(self, start: str, end: str, kind: EdgeKind, why: str = "") -> None:
        """Note an edge, unless it leads a thing to itself."""
        if start != end:
            reasons = self._found.setdefault((start, end, kind), {})
            if why:
                reasons[why] = None

    def edges(self, ids: Iterable[str]) -> tuple[Edge, ...]:
        """Return the edges between these nodes; what both opens and closes is told as opening."""
        known = frozenset(ids)
        return tuple(
            Edge(start, end, kind, tuple(why))
            for (start, end, kind), why in self._found.items()
            if start in known and end in known and not (kind == "closes" and (start, end, "opens") in self._found)
        )


MOST_LINKS = 30
"""How many links a summary shows; the weakest go first."""

_COUNTED: dict[str, str] = {
    "sends": "sent",
    "step": "next steps",
    "opens": "opened",
    "closes": "closed",
    "leads": "led to",
}


def summary(graph: Graph) -> Graph:
    """Return one box for each group, with how many there are in it, and the strongest links between groups."""
    home = {node.id: node.group for node in graph.nodes}
    between: dict[tuple[str, str], Counter[EdgeKind]] = {}
    for edge in graph.edges:
        between.setdefault((home[edge.start], home[edge.end]), Counter())[edge.kind] += 1
    inside = {start: counted.total() for (start, end), counted in between.items() if start == end}
    nodes = tuple(
        Node(f"group.{group}", safe(group), members[0].kind, group, -1, _held(members, inside.get(group, 0)))
        for group, members in graph.groups().items()
    )
    outside = sorted(
        ((pair, counted) for pair, counted in between.items() if pair[0] != pair[1]),
        key=lambda entry: -entry[1].total(),
    )
    least = outside[MOST_LINKS][1].total() + 1 if len(outside) > MOST_LINKS else 1
    kept = [(pair, counted) for pair, counted in outside if counted.total() >= least]
    edges = tuple(
        Edge(f"group.{start}", f"group.{end}", counted.most_common(1)[0][0],
             (", ".join(f"{count} {_COUNTED[kind]}" for kind, count in counted.most_common()),))
        for (start, end), counted in kept
    )  # fmt: skip
    left = f"Pairs of groups with fewer than {least} links between them are left out." if least > 1 else ""
    return Graph(graph.title, nodes, edges, (), f"A summary: each box stands for many. {left}".strip())


def _held(members: list[Node], inside: int) -> str:
    what = Counter(node.id.split(".")[0] for node in members)
    held = ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for word, count in what.items())
    return f"{held}, {inside} link{'' if inside == 1 else 's'} inside" if inside else held


def around(graph: Graph, name: str, steps: int = 1) -> Graph:
    """Return what lies within so many steps of one node, in either direction. Raises KeyError where there is no such node."""
    middle = find(graph, name)
    crowds = {node.id for node in graph.nodes if node.kind == "fact"} - {middle.id}
    held = {middle.id}
    for _ in range(steps):
        ahead = held - crowds  # a fact that everything reads is shown, and not gone through
        held |= {end for edge in graph.edges for end in edge[:2] if edge.start in ahead or edge.end in ahead}
    nodes = tuple(node for node in graph.nodes if node.id in held)
    edges = tuple(edge for edge in graph.edges if edge.start in held and edge.end in held
                  and (steps > 1 or middle.id in (edge.start, edge.end)))  # fmt: skip
    return Graph(safe(f"{graph.title}: around {middle.id}"), nodes, edges, graph.columns)


def find(graph: Graph, name: str) -> Node:
    """Return the node of this id; `late_for_class` stands for `scene.late_for_class` where only one can be meant."""
    fit = [node for node in graph.nodes if node.id == name] or [
        node for node in graph.nodes if node.id.partition(".")[2] == name
    ]
    if len(fit) != 1:
        raise KeyError(name)
    return fit[0]
