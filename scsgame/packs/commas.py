"""Fields torn apart by a comma, or glued together for want of a blank: what was meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from scsgame.packs.desk import Desk
from scsgame.packs.numbers import Number, Whole
from scsgame.packs.problems import visible
from scsgame.packs.reader import Map
from scsgame.packs.shapes import Shape, When

_GLUED = re.compile(r"([a-z][a-z0-9_]*)(?::|[ ]*[=→]|[ ]*[-=]>|[ ]+(?=[+-]?[0-9]))[ ]*(\S.*)")
_WHOLE_PART = re.compile(r"[+-]?[0-9]+")
_CUT_NUMBER = re.compile(r"[0-9]{3}")


def glued(key: str, mark: int, desk: Desk) -> bool:
    """Say that a colon or the space after it is missing inside curly brackets; tell whether it is."""
    found = _GLUED.fullmatch(key)
    if found:
        desk.say(
            mark,
            "bad-yaml",
            f"between a key and its value stand a colon and a space: `{visible(found[1], 40)}: {visible(found[2], 60)}`.",
            node=key,
        )
    return found is not None


def torn_by_a_comma(node: Map, shapes: Mapping[str, Shape]) -> dict[str, str]:
    """Return the fields that a comma has torn in two, with what to say of them, and the pieces torn off, with nothing."""
    torn: dict[str, str] = {}
    for (key, value), (piece, rest) in pairwise(node.items()):
        if rest != "" or not isinstance(value, str) or piece in shapes:
            continue
        if isinstance(shapes.get(key), When) and value.count("(") > value.count(")"):
            torn |= {
                key: f'a condition with a comma goes in quotes here: `"{visible(f"{value}, {piece}", 100)}"`.',
                piece: "",
            }
        elif (
            isinstance(shapes.get(key), Number)
            and piece.isdecimal()
            and _WHOLE_PART.fullmatch(value)
            and len(piece) != 3
        ):
            torn |= {key: f"a decimal is written with a point: `{visible(f'{value}.{piece}', 40)}`.", piece: ""}
        elif isinstance(shapes.get(key), Number | Whole) and _CUT_NUMBER.fullmatch(piece):
            torn |= {key: f"a number is written without commas: `{visible(value + piece, 40)}`.", piece: ""}
    return torn
