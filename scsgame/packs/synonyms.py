"""Other words for the fields of a record: what other tools call them, and whose field a misplaced one is."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from functools import cache

_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "condition": ("when",), "conditions": ("when",), "if": ("when",), "cond": ("when",), "only_if": ("when",), "requires": ("when",), "needs": ("when",),
    "description": ("text", "about", "result"), "desc": ("text", "about"), "body": ("text",), "content": ("text",), "story": ("text",),
    "label": ("title", "text", "name"), "name": ("title", "id"), "title": ("name", "place", "by"), "caption": ("title", "text"),
    "probability": ("chance",), "prob": ("chance",), "odds": ("chance",), "likelihood": ("chance",),
    "goto": ("later",), "next": ("later",), "then": ("later",), "leads_to": ("later",), "jump": ("later",), "divert": ("later",),
    "delay": ("days",), "in_days": ("days",), "wait": ("days",), "after_days": ("days",),
    "options": ("choices",), "answers": ("choices",), "choice": ("choices",), "actions": ("choices",),
    "location": ("place",), "where": ("place",), "setting": ("place",), "characters": ("cast",), "people": ("cast",),
    "outcome": ("result",), "consequence": ("result", "effects"), "changes": ("effects",), "effect": ("effects",),
    "costs": ("effects", "uses"), "cost": ("effects", "amount"), "price": ("amount", "uses"),
    "relationship": ("bonds", "bond"), "bond": ("bonds",), "friendship": ("bonds", "bond"),
    "min": ("least", "at_least"), "minimum": ("least", "at_least"), "max": ("most", "cap"), "maximum": ("most",), "initial": ("start",),
    "from": ("at_least", "first"), "threshold": ("at_least", "enters"), "score": ("points",), "value": ("points",),
    "author": ("authors",), "license": ("licence",), "duration": ("term", "lasts", "weeks"), "expires": ("lasts", "term"),
    "limit": ("cap",), "frequency": ("every",), "interval": ("every",), "reason": ("why",), "because": ("why",), "reference": ("source",),
    "sources": ("source",), "speaker": ("by",), "sender": ("by",), "who": ("by",), "sticker": ("title",),
}  # fmt: skip


def field_meant(key: str, fields: Collection[str], taken: Collection[str]) -> str:
    """Return the field that another word stands for, unless the entry has it already."""
    folded = re.sub(r"[^a-z0-9]+", "_", key[:60].lower()).strip("_")
    if folded in fields and folded != key:
        return folded
    return next((name for name in _SYNONYMS.get(folded, ()) if name in fields and name not in taken), "")


@cache
def owners_by_field() -> Mapping[str, tuple[str, ...]]:
    """Return for each field which records have it, read off the table of forms."""
    from scsgame.packs.forms import FILES
    from scsgame.packs.records import Either, ListOf, MapOf, Record

    found: dict[str, dict[str, None]] = {}
    seen: set[int] = set()
    waiting: list[object] = [form.shape for form in FILES.values()]
    while waiting:
        shape = waiting.pop(0)
        if id(shape) in seen:
            continue
        seen.add(id(shape))
        match shape:
            case ListOf():
                waiting.append(shape.item)
            case MapOf():
                waiting.append(shape.value)
            case Either():
                waiting += [shape.word, shape.other]
            case Record():
                for name, part in shape.fields.items():
                    found.setdefault(name, {})[shape.noun] = None
                    waiting.append(part.shape)
    return {name: tuple(nouns) for name, nouns in found.items()}


def belongs_to(key: str) -> str:
    """Say whose field a misplaced key is, or nothing."""
    owners = owners_by_field().get(key, ())
    if not owners or len(owners) > 3:
        return ""
    return " or ".join(f"{article(noun)} {noun}" for noun in owners)


def alike(key: str, near: str) -> bool:
    """Tell whether a key is a misspelt field, or a synonym of it, and not merely a little like it."""
    return near in _SYNONYMS.get(key, ()) or misspelt(key, near)


def misspelt(key: str, near: str) -> bool:
    """Tell whether a key is a field with a letter or two wrong."""
    return bool(get_close_matches(key, (near,), 1, 0.75))


def article(noun: str) -> str:
    """Return *a* or *an*."""
    return "an" if noun[:1] in "aeio" else "a"
