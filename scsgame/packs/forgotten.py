"""A forgotten dash: two entries of a list that ran together into one, said once and not field by field."""

from __future__ import annotations

import re

from scsgame.packs.slips import Slip
from scsgame.packs.written import Document

FORGOTTEN = "a new entry begins here;"
"""How what is said of a forgotten dash begins."""
_KEY = re.compile(r"[ ]*([A-Za-z_]\w*):")


def run_together(document: Document, text: str) -> Document:
    """Make one slip of many where an entry begins without its dash: its `id` (or a case's `case`) stands twice, and other fields with it."""
    twice = [slip for slip in document.slips if slip.code == "duplicate-key"]
    if len(twice) < 2:
        return document
    lines = text.replace("\r\n", "\n").split("\n")
    kept: list[Slip] = []
    indent = -1
    for slip in document.slips:
        if slip.code != "duplicate-key":
            kept.append(slip)
            continue
        found = _KEY.match(lines[slip.line]) if slip.line < len(lines) else None
        if found and found[1] in ("id", "case"):
            indent = found.start(1)
            kept.append(slip._replace(message=f"{FORGOTTEN} put `- ` before `{found[1]}`"))
        elif found is None or found.start(1) != indent:
            kept.append(slip)
    if len(kept) == len(document.slips):
        return document
    return document._replace(slips=tuple(kept), whole=False)
