"""Reading the source: every phrase it speaks, and every English sentence that is no phrase."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import scsgame

ROOM = Path(scsgame.__file__).parent
SPEAKERS = ("phrase", "Phrase", "IllegalMove")
SENTENCE = re.compile(r"[A-Za-z]{2,}[,;:.]? [a-z]{2,}|^[A-Z][a-z]+( [a-z]+)*[.!?]$")


class Spoken(NamedTuple):
    """A phrase in the source."""

    key: str
    english: str
    place: str


def trees(*rooms: str) -> Iterator[tuple[Path, ast.Module]]:
    for room in rooms:
        for path in sorted((ROOM / room).rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def phrases(*rooms: str) -> list[Spoken]:
    """Return every phrase these rooms speak, as far as its key stands in the source."""
    found = []
    for path, tree in trees(*rooms):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) in SPEAKERS and len(node.args) > 1:
                key, english = node.args[:2]
                if isinstance(key, ast.Constant) and isinstance(english, ast.Constant):
                    found.append(Spoken(key.value, english.value, f"{path.relative_to(ROOM)}:{node.lineno}"))
    return found


def unkeyed(*rooms: str) -> list[str]:
    """Return every English sentence that is no phrase, with its place; markup is none."""
    found = []
    for path, tree in trees(*rooms):
        for node in _outside(tree):
            text = node.value if isinstance(node, ast.Constant) else _pieces(node)
            markup = isinstance(text, str) and text.startswith("<")
            if isinstance(text, str) and not markup and SENTENCE.search(text):
                found.append(f"{path.relative_to(ROOM).as_posix()}: {text}")
    return found


def _pieces(node: ast.AST) -> str:
    parts = node.values if isinstance(node, ast.JoinedStr) else []
    return "".join(part.value if isinstance(part, ast.Constant) else "7" for part in parts)


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _outside(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the texts that stand outside of phrases, docstrings, annotations and mistakes of ours."""
    if isinstance(node, ast.Call) and _name(node.func) in SPEAKERS:
        for keyword in node.keywords:
            yield from _outside(keyword.value)
        return
    if isinstance(node, ast.Raise | ast.AnnAssign) and not (isinstance(node, ast.AnnAssign) and node.value):
        return
    if isinstance(node, ast.Constant | ast.JoinedStr):
        yield node
        return
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        yield from _outside(child)
