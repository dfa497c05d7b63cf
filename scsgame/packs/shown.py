"""The right form shown in an author's own words, when a list stands where a mapping is wanted, or the other way round.

Each function returns the end of a sentence, beginning with a semicolon, or nothing where the words do not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from scsgame.packs.problems import visible
from scsgame.packs.reader import Map, Node, Seq

_MOST = 4
_DASH = "; each begins with `- ` on a line of its own"
_SIGNED = re.compile(r"([A-Za-z_]\w*)\s*(?:->|→|[:=])?\s*([+-]?[0-9]+(?:\.[0-9]+)?)")
_WORD = re.compile(r"[\w:.-]+")


def _few(parts: Iterable[str]) -> str:
    listed = list(parts)
    return visible(", ".join(listed[:_MOST]) + (", …" if len(listed) > _MOST else ""), 120)


def as_words(node: Node) -> str:
    """Show a list of ids: `[order, loyalty]`."""
    words = (
        list(node) if isinstance(node, Map) else re.split(r"[;,\s]+", node.strip()) if isinstance(node, str) else []
    )
    words = [word for word in words if isinstance(word, str) and _WORD.fullmatch(word)]
    return f"; put it in square brackets: `[{_few(words)}]`" if words else "; put it in square brackets"


def as_texts(node: Node) -> str:
    """Show that each text of a list has a dash of its own."""
    return _DASH if isinstance(node, str | Map) else ""


def as_entries(node: Node, fields: Sequence[str], needed: Sequence[str]) -> str:
    """Show a list of entries, each with a dash and its fields."""
    if isinstance(node, Map) and node:
        first, inside = next(iter(node.items()))
        if set(node) & set(fields):
            return f"; put `- ` before `{visible(first, 40)}:`" if len(node) < 2 * len(fields) else _DASH
        if len(node) == 1 and isinstance(inside, Seq):
            return f"; take `{visible(first, 40)}:` out, so that each begins with `- ` at the edge"
        if "id" in fields and isinstance(inside, Map):
            return f"; each begins with `- id: {visible(first, 40)}`"
    return f"{_DASH}: `- {entry(fields, needed)}`"


def entry(fields: Sequence[str], needed: Sequence[str], title: str = "") -> str:
    """Show the fields that an entry has at least, in curly brackets."""
    names = list(needed or fields)[:_MOST]
    shown = [
        f"{name}: {visible(title, 40) if title and name in ('title', 'name', 'text') else '…'}" for name in names
    ]
    return "{" + ", ".join(shown) + "}"


def as_amounts(node: Node) -> str:
    """Show a mapping from ids to numbers: `{strength: -3}`."""
    pairs: list[str] = []
    if isinstance(node, str):
        found = _SIGNED.findall(node)
        pairs = [f"{word}: {amount}" for word, amount in found] or [
            f"{word}: …" for word in re.split(r"[;,\s]+", node) if _WORD.fullmatch(word)
        ][:1]
    elif isinstance(node, Seq):
        for item in node:
            if isinstance(item, Map):
                pairs += [f"{key}: {value}" for key, value in item.items() if isinstance(value, str)]
            elif isinstance(item, str) and pairs and pairs[-1].endswith("…") and re.fullmatch(r"[+-]?[0-9.]+", item):
                pairs[-1] = pairs[-1][:-1] + item
            elif isinstance(item, str):
                found = _SIGNED.findall(item)
                pairs += [f"{word}: {amount}" for word, amount in found] or [f"{item}: …"]
    return f"; write it in curly brackets, without dashes: `{{{_few(pairs) or 'id: …'}}}`"


def as_slots(node: Node, slot: str) -> str:
    """Show who fills a slot: `{pal: friend}`."""
    who = (
        node
        if isinstance(node, str)
        else node[0]
        if isinstance(node, Seq) and node and isinstance(node[0], str)
        else "…"
    )
    return f"; name the slot and who fills it: `{{{slot}: {visible(str(who), 40) or '…'}}}`"


def as_named(node: Node, fields: Sequence[str], needed: Sequence[str]) -> str:
    """Show a mapping from ids to entries: `common_room: {title: …}`."""
    first = node[0] if isinstance(node, Seq) and node else ""
    word = first.get("id") if isinstance(first, Map) else first or node
    key = word if isinstance(word, str) and re.fullmatch(r"[a-z]\w{0,39}", word) else "id"
    return f"; write each without dashes, with the id as key: `{key}: {entry(fields, needed)}`"


def as_condition(node: Node, field: str) -> str:
    """Show a condition that was written as a list or a mapping."""
    if isinstance(node, Seq):
        parts = [part for part in node if isinstance(part, str)]
        return f"; write it in one line, joined with `and`: `{visible(' and '.join(parts), 100)}`"
    if isinstance(node, Map) and node:
        word, value = next(iter(node.items()))
        if value == "":
            return f"; write it without brackets: `{visible(word, 60)}`"
        return f"; write it without brackets: `{visible(word, 40)} == {visible(value, 40) if isinstance(value, str) else '…'}`"
    return f"; if there is none, leave `{field}` out"


def as_one(node: Node, kind: str, noun: str) -> str:
    """Show one id where several or a pair stand."""
    if isinstance(node, Seq) and len(node) > 1:
        return f"; name one {kind}, and write two: a {noun} for each"
    if isinstance(node, Map) and len(node) == 1:
        word, value = next(iter(node.items()))
        if isinstance(value, str) and value:
            return f"; write it without a blank: `{visible(word, 40)}:{visible(value, 60)}`"
    return ""
