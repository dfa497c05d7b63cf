"""The first line of a save: whose life it is, under which regimes, and what is needed to play it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from scsgame.archive.lines import BrokenLine, Content
from scsgame.terms import Safe, barred, safe

FORMAT = 1
"""The save format this scsgame writes; it reads this one and every earlier one."""

MARK = b'{"scslife":'
"""How the first line of every save begins."""

_TEXTS = ("made_by", "name", "life", "seed", "shows", "created", "lesson")
_KEYS = {"scslife", "n", "regimes", "values", "undo", "packs", *_TEXTS}
_SWITCHED = ("without", "with")
"""Parts of regimes that are off, and parts that are on though they usually are not; left out where there are none."""


@dataclass(frozen=True, slots=True)
class PackStamp:
    """Which pack a life was played with: its id, its version, and a digest of its content."""

    id: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class Header:
    """What is known of a life before its first choice."""

    format: int
    made_by: str
    name: Safe
    life: str
    regimes: tuple[str, ...]
    seed: str
    shows: str
    values: tuple[str, ...]
    undo: bool
    packs: tuple[PackStamp, ...]
    created: str
    lesson: str = ""
    off: tuple[str, ...] = ()
    on: tuple[str, ...] = ()


def header_content(header: Header) -> Content:
    """Return the header as the content of a line."""
    content: dict[str, object] = {
        "scslife": header.format,
        "n": 0,
        "made_by": header.made_by,
        "name": header.name,
        "life": header.life,
        "regimes": list(header.regimes),
        "seed": header.seed,
        "shows": header.shows,
        "values": list(header.values),
        "undo": header.undo,
        "packs": [{"id": p.id, "version": p.version, "digest": p.digest} for p in header.packs],
        "created": header.created,
        "lesson": header.lesson,
    }
    for key, parts in zip(_SWITCHED, (header.off, header.on), strict=True):
        if parts:
            content[key] = list(parts)
    return content


def header_from(content: Mapping[str, object]) -> Header:
    """Return the header that a sound first line holds, or raise `BrokenLine`."""
    there = content.keys() - {"crc", *_SWITCHED}
    if there != _KEYS:
        key = min(there ^ _KEYS)
        raise BrokenLine(f'it {"lacks" if key in _KEYS else "has an unknown word,"} "{safe(key[:40])}"')
    form, undo, name = content["scslife"], content["undo"], content["name"]
    if type(form) is not int or form < 1 or content["n"] != 0 or type(content["n"]) is not int:
        raise BrokenLine("its numbers are not those of a first line")
    if type(undo) is not bool:
        raise BrokenLine('its "undo" is neither true nor false')
    if not isinstance(name, str):
        raise BrokenLine('its "name" is not text')
    text = {key: plain_text(content[key], key) for key in _TEXTS if key != "name"}
    return Header(
        format=form,
        name=safe(name),
        regimes=_texts(content["regimes"], "regimes"),
        values=_texts(content["values"], "values"),
        undo=undo,
        packs=_stamps(content["packs"]),
        off=_texts(content.get("without", []), "without"),
        on=_texts(content.get("with", []), "with"),
        **text,
    )


def plain_text(value: object, key: str) -> str:
    """Return text that any screen may be given, or raise `BrokenLine`."""
    if not isinstance(value, str) or barred(value) >= 0:
        raise BrokenLine(f'its "{key}" is not plain text')
    return value


def _texts(value: object, key: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise BrokenLine(f'its "{key}" is not a list')
    return tuple(plain_text(item, key) for item in value)


def _stamps(value: object) -> tuple[PackStamp, ...]:
    if not isinstance(value, list):
        raise BrokenLine('its "packs" is not a list')
    for item in value:
        if not isinstance(item, dict) or item.keys() != {"id", "version", "digest"}:
            raise BrokenLine('its "packs" do not each have an id, a version and a digest')
    packs = cast("list[dict[str, object]]", value)
    return tuple(PackStamp(**{key: plain_text(words, "packs") for key, words in pack.items()}) for pack in packs)
