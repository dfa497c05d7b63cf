"""Where the boxes of a graph stand: in layers from left to right, ordered so that few lines cross.

The usual four steps: break cycles, give each node a layer, order each layer by the middle of its neighbours, and put each
box as near to its neighbours' height as the boxes above and below let it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

Pair = tuple[str, str]
_SWEEPS = 12


class Box(NamedTuple):
    """A node to be placed: how wide and high it is, and in which column it must stand (-1: any)."""

    id: str
    width: float
    height: float
    column: int = -1


class Spot(NamedTuple):
    """Where a box stands: its left edge and its middle."""

    x: float
    y: float


class Reach(NamedTuple):
    """A column's left edge, and how wide it is."""

    x: float
    width: float


@dataclass
class Placed:
    """Every box's spot, every edge's points between its ends, each column's left edge and width, and the picture's size."""

    spots: dict[str, Spot] = field(default_factory=dict)
    ways: dict[Pair, list[Spot]] = field(default_factory=dict)
    columns: dict[int, Reach] = field(default_factory=dict)
    width: float = 0
    height: float = 0


def layers_of(boxes: Sequence[Box], edges: Sequence[Pair]) -> dict[str, int]:
    """Return each box's layer: its own column, or the length of the longest way to it, as near as can be to what follows."""
    if any(box.column >= 0 for box in boxes):
        return {box.id: max(0, box.column) for box in boxes}
    forward = acyclic([box.id for box in boxes], edges)
    after: dict[str, list[str]] = {box.id: [] for box in boxes}
    count = dict.fromkeys(after, 0)
    for start, end in forward:
        after[start].append(end)
        count[end] += 1
    layer = dict.fromkeys(after, 0)
    order = [name for name in after if not count[name]]
    for name in order:
        for end in after[name]:
            layer[end] = max(layer[end], layer[name] + 1)
            count[end] -= 1
            if not count[end]:
                order.append(end)
    ends = {end for _, end in forward}
    for name in reversed(order):
        if name not in ends and after[name]:
            layer[name] = min(layer[end] for end in after[name]) - 1
    return layer


def acyclic(names: Sequence[str], edges: Sequence[Pair]) -> list[Pair]:
    """Return the edges with those turned round that would close a circle. Walks without recursion, so that depth is no limit."""
    after: dict[str, list[str]] = {name: [] for name in names}
    for start, end in edges:
        after[start].append(end)
    state = dict.fromkeys(names, 0)
    found: list[Pair] = []
    for root in names:
        if state[root]:
            continue
        state[root] = 1
        stack = [(root, iter(after[root]))]
        while stack:
            name, ahead = stack[-1]
            end = next(ahead, "")
            if not end:
                state[name] = 2
                stack.pop()
                continue
            found.append((end, name) if state[end] == 1 else (name, end))
            if not state[end]:
                state[end] = 1
                stack.append((end, iter(after[end])))
    return list(dict.fromkeys(found))


def place(boxes: Sequence[Box], edges: Sequence[Pair], gap_x: float, gap_y: float) -> Placed:
    """Place the boxes of a graph; edges inside a layer, and back to an earlier one, get no points between."""
    layer = layers_of(boxes, edges)
    size = {box.id: box for box in boxes}
    rows: list[list[str]] = [[] for _ in range(max(layer.values(), default=0) + 1)]
    for box in boxes:
        rows[layer[box.id]].append(box.id)
    chains: dict[Pair, list[str]] = {}
    links: list[Pair] = []
    for start, end in dict.fromkeys(edges):
        low, high = sorted((start, end), key=layer.__getitem__)
        chain = [low]
        for number in range(layer[low] + 1, layer[high]):
            bend = f"{low}\x1f{high}\x1f{number}"
            if bend not in layer:
                layer[bend] = number
                size[bend] = Box(bend, 0, 4)
                rows[number].append(bend)
            chain.append(bend)
        chain.append(high)
        if layer[low] != layer[high]:
            links += pairwise(chain)
        chains[start, end] = chain if chain[0] == start else chain[::-1]
    near = _neighbours(links)
    rows = ordered(rows, near)
    heights = _heights(rows, near, size, gap_y)
    return _drawn(rows, heights, size, chains, gap_x)


def _neighbours(links: Sequence[Pair]) -> dict[str, tuple[list[str], list[str]]]:
    found: dict[str, tuple[list[str], list[str]]] = {}
    for start, end in dict.fromkeys(links):
        found.setdefault(start, ([], []))[1].append(end)
        found.setdefault(end, ([], []))[0].append(start)
    return found


def ordered(rows: list[list[str]], near: Mapping[str, tuple[list[str], list[str]]]) -> list[list[str]]:
    """Return each layer sorted by the middle of its neighbours, swept to and fro; the order with the fewest crossings wins."""
    best, least = [list(row) for row in rows], crossings(rows, near)
    for sweep in range(_SWEEPS):
        if not least:
            break
        ahead = sweep % 2 == 0
        for number in range(1, len(rows)) if ahead else range(len(rows) - 2, -1, -1):
            fixed = {name: at for at, name in enumerate(rows[number - 1 if ahead else number + 1])}
            own = {name: at for at, name in enumerate(rows[number])}
            middle = {}
            for name in rows[number]:
                there = [fixed[other] for other in near.get(name, ((), ()))[0 if ahead else 1] if other in fixed]
                middle[name] = sum(there) / len(there) if there else own[name] * len(fixed) / max(1, len(own))
            rows[number].sort(key=lambda name, middle=middle, own=own: (middle[name], own[name]))  # type: ignore[misc]
        now = crossings(rows, near)
        if now < least:
            best, least = [list(row) for row in rows], now
    return best


def crossings(rows: Sequence[Sequence[str]], near: Mapping[str, tuple[list[str], list[str]]]) -> int:
    """Return how many lines between neighbouring layers cross."""
    total = 0
    for number in range(len(rows) - 1):
        at = {name: place for place, name in enumerate(rows[number + 1])}
        seen: list[int] = []
        for name in rows[number]:
            ends = sorted(at[other] for other in near.get(name, ((), ()))[1] if other in at)
            total += sum(len(seen) - bisect_left(seen, end + 1) for end in ends)
            for end in ends:
                insort(seen, end)
    return total


def _heights(
    rows: list[list[str]], near: Mapping[str, tuple[list[str], list[str]]], size: Mapping[str, Box], gap: float
) -> dict[str, float]:
    heights: dict[str, float] = {}
    for row in rows:
        at = 0.0
        for name in row:
            heights[name] = at + size[name].height / 2
            at += size[name].height + gap
    tallest = max((heights[row[-1]] for row in rows if row), default=0)
    for row in rows:
        shift = (tallest - heights[row[-1]]) / 2 if row else 0
        for name in row:
            heights[name] += shift
    for sweep in range(_SWEEPS):
        for row in rows if sweep % 2 == 0 else rows[::-1]:
            wished = []
            for name in row:
                there = [heights[other] for side in near.get(name, ((), ())) for other in side]
                wished.append(sum(there) / len(there) if there else heights[name])
            heights.update(zip(row, _apart(row, wished, size, gap), strict=True))
    top = min((heights[name] - size[name].height / 2 for row in rows for name in row), default=0)
    return {name: height - top for name, height in heights.items()}


def _apart(row: Sequence[str], wished: Sequence[float], size: Mapping[str, Box], gap: float) -> list[float]:
    """Return heights as near to those wished for as can be (least squares) that keep the order and the gaps."""
    offsets, at = [], 0.0
    for number, name in enumerate(row):
        if number:
            at += (size[row[number - 1]].height + size[name].height) / 2 + gap
        offsets.append(at)
    blocks: list[list[float]] = []
    for wish, offset in zip(wished, offsets, strict=True):
        blocks.append([wish - offset, 1])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            mean, count = blocks.pop()
            blocks[-1] = [
                (blocks[-1][0] * blocks[-1][1] + mean * count) / (blocks[-1][1] + count),
                blocks[-1][1] + count,
            ]
    levels = [mean for mean, count in blocks for _ in range(int(count))]
    return [level + offset for level, offset in zip(levels, offsets, strict=True)]


def _drawn(
    rows: list[list[str]],
    heights: Mapping[str, float],
    size: Mapping[str, Box],
    chains: Mapping[Pair, list[str]],
    gap: float,
) -> Placed:
    placed, x = Placed(), 0.0
    left: dict[str, tuple[float, float]] = {}
    for number, row in enumerate(rows):
        wide = max((size[name].width for name in row), default=0)
        placed.columns[number] = Reach(x, wide)
        for name in row:
            left[name] = (x, wide)
            if "\x1f" not in name:
                placed.spots[name] = Spot(x, heights[name])
        x += wide + gap
    for pair, chain in chains.items():
        points: list[Spot] = []
        for name in chain[1:-1]:
            x0, wide = left[name]
            ends = [Spot(x0, heights[name]), Spot(x0 + wide, heights[name])]
            points += ends if left[chain[0]][0] < x0 else ends[::-1]
        placed.ways[pair] = points
    placed.width = max(0.0, x - gap)
    placed.height = max((heights[name] + size[name].height / 2 for row in rows for name in row), default=0)
    return placed
