"""A file of translations as it is written: sorted as the originals stand, each text under the sign of its original.

The sign is a comment, `#= 1f4c09ab`: the first digits of the hash of what was translated. Where the original reads
otherwise by now, the translation is called changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import NamedTuple

from scsgame.packs.reader import Map, read

_SIGN = re.compile(r"^#= ([0-9a-f]{8})[ ]*$")
_KEY = re.compile(r"^[\"']?([A-Za-z0-9_.-]+)[\"']?:(?: |$)")
_HEAD = "# Translations into {language}. `scsgame pack strings` writes this file and takes a table back into it.\n"


class Kept(NamedTuple):
    """One translation as a file holds it: the words, and the sign of what they were made from ("" if unknown)."""

    words: str
    sign: str = ""


def sign_of(original: str) -> str:
    """Return the sign of an original."""
    return sha256(original.encode()).hexdigest()[:8]


def kept_in(text: str) -> dict[str, Kept]:
    """Return what a file of translations holds."""
    root = read(text).root
    if not isinstance(root, Map):
        return {}
    signs: dict[str, str] = {}
    sign = ""
    for line in text.splitlines():
        found = _SIGN.match(line)
        if found:
            sign = found[1]
            continue
        key = _KEY.match(line)
        if key:
            signs[key[1]] = sign
            sign = ""
    return {key: Kept(words, signs.get(key, "")) for key, words in root.items() if isinstance(words, str)}


def written(language: str, kept: Mapping[str, Kept], order: Iterable[str]) -> str:
    """Return a file of translations in its canonical form, in the order in which the originals stand."""
    places = {key: at for at, key in enumerate(order)}
    lines = [_HEAD.format(language=language)]
    scene = ""
    for key in sorted(kept, key=lambda key: (places.get(key, len(places)), key)):
        words, sign = kept[key]
        thing = ".".join(key.split(".")[:2])
        if thing != scene:
            lines.append("\n")
            scene = thing
        if sign:
            lines.append(f"#= {sign}\n")
        lines.append(f"{key}: {json.dumps(words, ensure_ascii=False)}\n")
    return "".join(lines)
