"""How packs of older formats are read: a table of what each format called otherwise.

A step is said, not programmed: in which kind of file, where, and what was renamed, dropped or is filled in. Format 1 is the
first, so the table is empty; a test replays it with a format 0 that never was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from scsgame.packs.reader import Map, Node, Seq
from scsgame.packs.registers import Sheet

FORMAT = 1
"""The format in which packs are written now."""


@dataclass(frozen=True)
class Step:
    """One thing that a format called otherwise.

    `where` leads to the mappings it is about: keys with a stop between, and `*` for every item of a list or a mapping.
    `rename` gives the key another name, `drop` takes it away, `fill` says `word` where nothing is said.
    """

    kind: str
    where: str
    does: Literal["rename", "drop", "fill"]
    key: str
    word: str = ""


MIGRATIONS: Mapping[int, tuple[Step, ...]] = MappingProxyType({})
"""What leads from each format to the next."""


def carried(sheet: Sheet, told: int, table: Mapping[int, tuple[Step, ...]]) -> None:
    """Carry one file from its format to the present one, step by step; places stay what they are."""
    for number in range(told, FORMAT):
        for step in table.get(number, ()):
            if step.kind == sheet.kind:
                for place in _places(sheet.document.root, step.where.split(".") if step.where else []):
                    _take(place, step)
    if sheet.kind == "pack" and "format" in sheet.top:
        sheet.top["format"] = str(FORMAT)


def _places(node: Node | None, way: list[str]) -> Iterator[Map]:
    if not way:
        if isinstance(node, Map):
            yield node
        return
    if way[0] == "*":
        parts: list[Node] = (
            list(node.values()) if isinstance(node, Map) else list(node) if isinstance(node, Seq) else []
        )
        for part in parts:
            yield from _places(part, way[1:])
    elif isinstance(node, Map) and way[0] in node:
        yield from _places(node[way[0]], way[1:])


def _take(place: Map, step: Step) -> None:
    pairs = list(place.items())
    marks = list(place.marks)
    if step.does == "fill" and step.key not in place:
        place[step.key] = step.word
        place.marks.extend(marks[:2] or [0, 0])
    elif step.does == "rename" and step.key in place and step.word not in place:
        place.clear()
        place.update({step.word if key == step.key else key: value for key, value in pairs})
    elif step.does == "drop" and step.key in place:
        number = list(place).index(step.key)
        del place[step.key]
        del place.marks[2 * number : 2 * number + 2]
