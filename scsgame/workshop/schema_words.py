"""The words of every acts.yaml that an editor may offer: acts, services and roles, the game's own and a pack's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from scsgame.packs.forms import form_of
from scsgame.packs.library import shelves
from scsgame.packs.reader import Map, read


def shared_words(packs: Sequence[Path]) -> Mapping[str, tuple[str, ...]]:
    """Return every act, service and role that content may name here."""
    found: dict[str, list[str]] = {"act": [], "service": [], "role": []}
    for shelf in shelves(packs):
        for path, text in shelf.files.items():
            root = read(text).root if form_of(path) == "acts" else None
            for kind, chapter in (("act", "acts"), ("service", "services"), ("role", "roles")):
                words = root.get(chapter) if isinstance(root, Map) else None
                found[kind] += list(words) if isinstance(words, Map) else []
    found["role_or_person"] = found["role"]
    return {kind: tuple(sorted(set(words))) for kind, words in found.items()}
