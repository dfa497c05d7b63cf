"""The outline of a life or a regime: all that its files say but for what people read.

Other lives and regimes, and every proof, look at the outline alone: at ids, numbers, conditions, acts and sources, and at
whether a text stands there, never at its words. So while the outline stays, what was found elsewhere stays found.
"""

from __future__ import annotations

import json
from hashlib import sha256

from scsgame.conditions import Condition
from scsgame.packs.examine import Folder
from scsgame.terms import Provenance, Saying


def outline(folder: Folder) -> str:
    """Return the outline of a life or regime that was read without a mistake, as the SHA-256 of it. Raises TypeError for what has none."""
    said = [[kind, [_drawn(entry) for _, entry in files]] for kind, files in sorted(folder.said.items())]
    return sha256(json.dumps([folder.kind, folder.id, said]).encode()).hexdigest()


def _drawn(said: object) -> object:
    """Return something that a file says as plain data, of each text only in which languages it is given."""
    match said:
        case Saying(versions):
            return {"text": [language for language, words in versions if words]}
        case Condition():
            return {"when": said.source}
        case Provenance():
            return {"from": [said.status, said.sources, _drawn(said.why)]}
        case dict():
            return {"entry": [[field, _drawn(held)] for field, held in said.items()]}
        case tuple():
            return [_drawn(part) for part in said]
        case str() | int() | float() | None:
            return said
        case _:
            raise TypeError(said)
