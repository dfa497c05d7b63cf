"""The languages the game speaks beside English: one table each, from key to sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from scsgame.terms import Safe, safe

LANGUAGES = (("en", "English"), ("zh", "简体中文"))
"""What the interface can be read in, each by its own name."""


@lru_cache
def table(language: str) -> Mapping[str, Safe]:
    """Return the sentences of a language by key; nothing where the game does not speak it."""
    if language == "en" or language not in dict(LANGUAGES):
        return MappingProxyType({})
    import json
    import pkgutil

    content = pkgutil.get_data(__name__, f"{language}.json")
    said = json.loads(content) if content else {}
    return MappingProxyType({str(key): safe(str(words)) for key, words in said.items()})


def language_of(word: str) -> str:
    """Return the language a setting or a locale asks for: zh_CN.UTF-8 is zh, and C asks for nothing."""
    plain = word.replace("_", "-").split(".", 1)[0].split("@", 1)[0].lower()
    first = plain.split("-", 1)[0]
    return first if first.isascii() and first.isalpha() and len(first) in (2, 3) else ""
