"""A graph as a picture: SVG that needs no other program, legible on light and on dark paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape
from itertools import pairwise
from types import MappingProxyType
from unicodedata import east_asian_width

from scsgame.tongue.widths import cut
from scsgame.workshop.graph import EDGE_WORDS, Edge, Graph, Node
from scsgame.workshop.graph_layout import Box, Placed, Spot, place
from scsgame.workshop.graph_text import short

_LINE = 15
_LONGEST = 30
_MARGIN = 24.0
_GAP_Y = 12.0
_MOST_LABELS = 32
_GRID = 5
_PARTS = (0.5, 0.38, 0.62, 0.28, 0.72)

STYLE = """\
svg{color-scheme:light dark;--paper:#fff;--ink:#22262b;--soft:#5d6670;--box:#f6f7f8;--sends:#2667ab;--step:#4a5058;--opens:#2c7a4b;--closes:#b4472f;--leads:#7b838c}
@media (prefers-color-scheme:dark){svg{color-scheme:light dark;--paper:#16191d;--ink:#e6e8ea;--soft:#a2abb5;--box:#22272d;--sends:#7db3ea;--step:#b9c0c8;--opens:#74c493;--closes:#ee9079;--leads:#8d969f}}
text{font:12px system-ui,"Noto Sans","Noto Sans CJK SC",sans-serif;fill:var(--ink)}
.n,.e,.h{font-size:10.5px;fill:var(--soft)}.t{font-size:16px;font-weight:600}.h{font-size:12px;font-weight:600}
.e{paint-order:stroke;stroke:var(--paper);stroke-width:6px;stroke-linejoin:round;text-anchor:middle}
.b{fill:var(--box);stroke:var(--soft);stroke-width:1}.middle .b{stroke-width:2.5;stroke:var(--ink)}
path{fill:none;stroke-width:1.5}marker path{stroke:none}
.sends{stroke:var(--sends)}.step{stroke:var(--step);stroke-width:2.6}.opens{stroke:var(--opens)}.closes{stroke:var(--closes);stroke-dasharray:6 4}.leads{stroke:var(--leads)}
.a-sends{fill:var(--sends)}.a-step{fill:var(--step)}.a-opens{fill:var(--opens)}.a-closes{fill:var(--closes)}.a-leads{fill:var(--leads)}
"""

HUES: Mapping[str, str] = MappingProxyType({
    "opening": "#8b6fc4", "everyday": "#6c93b8", "beat": "#4f9d8a", "threshold": "#c39a35", "crisis": "#c4604a", "return": "#8a8f58",
    "encounter": "#a8658f", "ending": "#777f88", "bill": "#b0784a", "fact": "#999999", "act": "#6c93b8", "observer": "#8b6fc4",
    "rule": "#c39a35", "score": "#4f9d8a", "factor": "#4f9d8a", "tier": "#4f9d8a", "list": "#c4604a", "counter": "#999999",
    "phase": "#999999", "measure": "#b0784a", "redress": "#8a8f58", "service": "#4f9d8a", "meter": "#999999", "elsewhere": "#777f88",
    "choices": "#6c93b8",
})  # fmt: skip
"""The colour of the strip at a box's left side, by what it is."""


def svg(graph: Graph, middle: str = "") -> str:
    """Return the graph as one SVG picture; `middle` is a node to be marked."""
    return "\n".join(_Picture(graph, middle).lines()) + "\n"


def _wide(text: str, size: float = 6.7) -> float:
    return sum(size * (1.85 if east_asian_width(letter) in "WF" else 1) for letter in text)


class _Picture:
    """A graph while it is drawn."""

    def __init__(self, graph: Graph, middle: str) -> None:
        self.graph, self.middle = graph, middle
        ends = {end for edge in graph.edges for end in (edge.start, edge.end)}
        self.linked = [node for node in graph.nodes if node.id in ends or node.column >= 0]
        self.alone = [node for node in graph.nodes if node.id not in ends and node.column < 0]
        self.degree: Counter[tuple[str, str]] = Counter()
        for edge in graph.edges:
            self.degree.update([("out", edge.start), ("in", edge.end)])
        self.boxes = {node.id: self._box(node) for node in graph.nodes}
        self.labelled = len(graph.edges) <= _MOST_LABELS
        pairs = [(edge.start, edge.end) for edge in graph.edges]
        gap = 190.0 if self.labelled else 96.0
        self.top = _MARGIN + 34 + (20 if graph.note else 0) + (22 if graph.columns else 0)
        self.placed: Placed = place([self.boxes[node.id] for node in self.linked], pairs, gap, _GAP_Y)
        for name, spot in self.placed.spots.items():
            wide = next(
                column.width
                for column in self.placed.columns.values()
                if column.x <= spot.x < column.x + max(1, column.width)
            )
            self.boxes[name] = self.boxes[name]._replace(width=wide)
        self.ports = self._ports()
        self.taken = [(_MARGIN + spot.x, self.top + spot.y - self.boxes[name].height / 2, _MARGIN + spot.x + self.boxes[name].width,
                       self.top + spot.y + self.boxes[name].height / 2) for name, spot in self.placed.spots.items()]  # fmt: skip
        self.below = self.top + self.placed.height + (28 if self.linked else 0)

    def _box(self, node: Node) -> Box:
        note = (
            f"{node.kind}, {node.note}"
            if node.note and node.column < 0 and not node.id.startswith("group.")
            else node.note or node.kind
        )
        wide = max(_wide(cut(node.title, _LONGEST)), _wide(cut(note, 40), 5.9))
        lines = max(self.degree["out", node.id], self.degree["in", node.id])
        return Box(node.id, max(96.0, wide + 26), max(2 * _LINE + 10, 9 * lines + 12), node.column)

    def lines(self) -> Iterator[str]:
        """Yield the picture line by line."""
        grid = list(self._grid())
        legend = list(self._legend())
        wide = max([self.placed.width, 150.0 * len(legend), _wide(self.graph.title, 9), _wide(self.graph.note, 6),
                    *(x + box.width for _, x, _, box in grid)]) + 2 * _MARGIN  # fmt: skip
        low = max([self.below, *(y + box.height for _, _, y, box in grid)])
        high = low + 24 * len(legend) + _MARGIN
        title = escape(self.graph.title)
        yield (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high:.0f}" width="{wide:.0f}" height="{high:.0f}"'
               f' role="img" aria-labelledby="t d">')  # fmt: skip
        yield f'<title id="t">{title}</title>'
        yield f'<desc id="d">{len(self.graph.nodes)} boxes, {len(self.graph.edges)} links. {escape(self.graph.note)}</desc>'
        yield f"<style>{STYLE}</style>"
        yield "<defs>"
        for kind in EDGE_WORDS:
            yield (f'<marker id="{kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse"'
                   f' orient="auto"><path class="a-{kind}" d="M0,0.5 8,4 0,7.5z"/></marker>')  # fmt: skip
        yield "</defs>"
        yield '<rect width="100%" height="100%" style="fill:var(--paper)"/>'
        yield f'<text class="t" x="{_MARGIN:.0f}" y="{_MARGIN + 10:.0f}">{title}</text>'
        if self.graph.note:
            yield f'<text class="n" x="{_MARGIN:.0f}" y="{_MARGIN + 30:.0f}">{escape(self.graph.note)}</text>'
        for number, heading in enumerate(self.graph.columns):
            reach = self.placed.columns.get(number)
            if reach and reach.width:
                yield f'<text class="h" x="{_MARGIN + reach.x:.0f}" y="{self.top - 12:.0f}">{escape(heading)}</text>'
        labels: list[str] = []
        for edge in self.graph.edges:
            yield from self._edge(edge, labels)
        for node in self.linked:
            spot = self.placed.spots[node.id]
            box = self.boxes[node.id]
            yield from self._node(node, _MARGIN + spot.x, self.top + spot.y - box.height / 2, box)
        yield from labels
        if self.alone and self.linked:
            yield f'<text class="h" x="{_MARGIN:.0f}" y="{self.below - 8:.0f}">Linked to nothing that is shown here</text>'
        for node, x, y, box in grid:
            yield from self._node(node, x, y, box)
        for number, line in enumerate(legend):
            yield f'<g transform="translate({_MARGIN:.0f},{low + 24 + 24 * number:.0f})">{line}</g>'
        yield "</svg>"

    def _grid(self) -> Iterator[tuple[Node, float, float, Box]]:
        step = max((self.boxes[node.id].width for node in self.alone), default=0) + 14
        across = max(_GRID, int(self.placed.width // step)) if step else _GRID
        for number, node in enumerate(self.alone):
            box = self.boxes[node.id]
            yield (
                node,
                _MARGIN + number % across * step,
                self.below + 4 + number // across * (box.height + _GAP_Y),
                box,
            )

    def _legend(self) -> Iterator[str]:
        for kind in self.graph.kinds():
            yield (f'<path class="{kind}" marker-end="url(#{kind})" d="M0,0H44"/>'
                   f'<text class="n" x="54" y="4">{kind}: {escape(EDGE_WORDS[kind])}</text>')  # fmt: skip

    def _node(self, node: Node, x: float, y: float, box: Box) -> Iterator[str]:
        kind = node.kind
        note = node.note or kind
        if node.note and node.column < 0 and not node.id.startswith("group."):
            note = f"{kind}, {node.note}"
        marked = ' class="middle"' if node.id == self.middle else ""
        yield f"<g{marked}><title>{escape(node.id)}: {escape(node.title)}</title>"
        yield f'<rect class="b" x="{x:.1f}" y="{y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" rx="5"/>'
        yield f'<rect x="{x:.1f}" y="{y + 4:.1f}" width="4" height="{box.height - 8:.1f}" fill="{HUES.get(kind, "#888")}"/>'
        yield f'<text x="{x + 13:.1f}" y="{y + box.height / 2 - 3:.1f}">{escape(cut(node.title, _LONGEST))}</text>'
        yield f'<text class="n" x="{x + 13:.1f}" y="{y + box.height / 2 + 12:.1f}">{escape(cut(note, 40))}</text></g>'

    def _ports(self) -> dict[tuple[str, str, str], float]:
        """Return how far from a box's middle each of its lines begins, so that lines do not lie on one another."""
        sides: dict[tuple[str, bool], list[tuple[float, tuple[str, str, str], str]]] = {}
        for edge in self.graph.edges:
            one, other = self.placed.spots[edge.start], self.placed.spots[edge.end]
            key = (edge.start, edge.end, edge.kind)
            way = self.placed.ways[edge.start, edge.end]
            first, last = (way[0].y, way[-1].y) if way else (other.y, one.y)
            right = other.x > one.x
            sides.setdefault((edge.start, right), []).append((first, key, "out"))
            sides.setdefault((edge.end, not right if other.x != one.x else False), []).append((last, key, "in"))
        found: dict[tuple[str, str, str], float] = {}
        for (name, _), ends in sides.items():
            room = self.boxes[name].height - 12
            for number, (_, line, end) in enumerate(sorted(ends)):
                found[f"{end} {line[0]}", line[1], line[2]] = room * ((number + 1) / (len(ends) + 1) - 0.5)
        return found

    def _edge(self, edge: Edge, labels: list[str]) -> Iterator[str]:
        one, other = self.placed.spots[edge.start], self.placed.spots[edge.end]
        wide = self.boxes[edge.start].width, self.boxes[edge.end].width
        out = self.ports[f"out {edge.start}", edge.end, edge.kind]
        into = self.ports[f"in {edge.start}", edge.end, edge.kind]
        forward = other.x > one.x
        same = abs(other.x + wide[1] / 2 - one.x - wide[0] / 2) < 1
        start = Spot(one.x + (wide[0] if forward and not same else 0), one.y + out)
        end = Spot(other.x + (0 if forward or same else wide[1]), other.y + into)
        points = [
            Spot(_MARGIN + spot.x, self.top + spot.y)
            for spot in (start, *self.placed.ways[edge.start, edge.end], end)
        ]
        reasons = f"{edge.start} {edge.kind} {edge.end}: {short(edge, 12)}"
        if same:
            a, b, out = points[0], points[1], points[0].x - 46
            path = f"M{a.x:.1f},{a.y:.1f}C{out:.1f},{a.y:.1f} {out:.1f},{b.y:.1f} {b.x:.1f},{b.y:.1f}"
            at = Spot(points[0].x - 40, (points[0].y + points[1].y) / 2)
        else:
            path = f"M{points[0].x:.1f},{points[0].y:.1f}" + "".join(_curve(a, b) for a, b in pairwise(points))
            at = Spot((points[0].x + points[1].x) / 2, (points[0].y + points[1].y) / 2)
        yield f'<path class="{edge.kind}" marker-end="url(#{edge.kind})" d="{path}"><title>{escape(reasons)}</title></path>'
        if self.labelled and edge.why:
            words = cut(short(edge, 1), 26)
            spot = self._free(
                words, [at] if same else [_along(a, b, part) for a, b in pairwise(points) for part in _PARTS]
            )
            if spot:
                labels.append(f'<text class="e" x="{spot.x:.1f}" y="{spot.y + 3.5:.1f}">{escape(words)}</text>')

    def _free(self, words: str, spots: list[Spot]) -> Spot | None:
        """Return the first of these spots where the words lie on no box and on no other words."""
        half = _wide(words, 5.9) / 2 + 3
        for spot in spots:
            area = (spot.x - half, spot.y - 7, spot.x + half, spot.y + 7)
            if not any(
                area[0] < x1 and x0 < area[2] and area[1] < y1 and y0 < area[3] for x0, y0, x1, y1 in self.taken
            ):
                self.taken.append(area)
                return spot
        return None


def _along(start: Spot, end: Spot, part: float) -> Spot:
    """Return the point of a curve this far along it."""
    rest = 1 - part
    return Spot((rest**3 + 1.5 * rest * rest * part + 1.5 * rest * part * part) * start.x
                + (1.5 * rest * rest * part + 1.5 * rest * part * part + part**3) * end.x,
                (rest**3 + 3 * rest * rest * part) * start.y + (3 * rest * part * part + part**3) * end.y)  # fmt: skip


def _curve(start: Spot, end: Spot) -> str:
    if start.y == end.y:
        return f"H{end.x:.1f}"
    pull = (end.x - start.x) / 2
    return f"C{start.x + pull:.1f},{start.y:.1f} {end.x - pull:.1f},{end.y:.1f} {end.x:.1f},{end.y:.1f}"
