"""What a shape cannot see in an atlas: an entry that is nowhere in the game, and one that ends before it begins."""

from __future__ import annotations

from typing import Any

from scsgame.packs.desk import Desk, Entry

_PLACES = ("plays", "part", "scene", "exhibit")
"""Where a system can be met; each entry has one of these at least."""


def look(desk: Desk, said: Entry) -> None:
    """Look at every entry of one file of the atlas."""
    pairs: Any = said.get("atlas")
    for key, entry in pairs if isinstance(pairs, tuple) else ():
        if isinstance(entry, Entry):
            _entry(desk, str(key), entry)


def _entry(desk: Desk, key: str, entry: Entry) -> None:
    if not any(place in entry.node for place in _PLACES):
        desk.say(entry.mark, "atlas-nowhere", f'the atlas entry "{key}" is nowhere in the game: give it `plays`, `part`, `scene` or '
                 "`exhibit`.")  # fmt: skip
    began, ended = entry.get("from"), entry.get("to")
    if isinstance(began, int) and isinstance(ended, int) and ended < began:
        desk.say(desk.at(entry, "to"), "atlas-years", f'the atlas entry "{key}" ends in {ended}, before it begins in {began}.',
                 node=entry.node["to"])  # fmt: skip
