"""A book of witnesses: whole lives, one a line, that together reach every scene, door and ending of some packs."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence

from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moves import read
from scsgame.game.pleas import IllegalMove
from scsgame.packs.nouns import Library
from scsgame.workshop.trials.coverage import everything
from scsgame.workshop.trials.rooms import focus
from scsgame.workshop.trials.things import Thing
from scsgame.workshop.trials.witnesses import Replay, met, read_replay

WITNESSED = ("scene", "encounter", "ending", "list", "measure", "door")
"""The kinds of things that a book has witnesses for."""


def wanted(library: Library) -> list[Thing]:
    """Return all that a book has to show; what an author marks as rare needs a witness most of all."""
    return [thing for thing in everything(library, focus(library, ())) if thing.kind in WITNESSED]


def as_line(replay: Replay) -> str:
    """Return a replay as one line of a book."""
    return json.dumps(json.loads(replay.as_json()), ensure_ascii=False, separators=(",", ":"))


def read_book(text: str) -> list[Replay]:
    """Return the replays of a book. Raises ReplayError with a sentence."""
    return [read_replay(line) for line in text.splitlines() if line.strip()]


def as_far_as_it_goes(replay: Replay, library: Library) -> Chronicle:
    """Live a replay again up to the first move that can no longer be made. Raises ReplayError when a pack it needs is gone."""
    chronicle = begin(replay.setup(library))
    for words in replay.moves:
        if chronicle.over:
            break
        try:
            chronicle = chronicle.then(read(list(words)))
        except IllegalMove:
            break
    return chronicle


def shown(chronicle: Chronicle) -> frozenset[Thing]:
    """Return what a life is a witness for."""
    return frozenset(thing for thing in met(chronicle) if thing.kind in WITNESSED)


def cover(lives: Iterable[tuple[Replay, frozenset[Thing]]], things: Collection[Thing]) -> list[Replay]:
    """Return few lives that together show as much as all: always the one that adds most, the first of equals."""
    open_ones, left, kept = set(things), list(lives), list[Replay]()
    while open_ones and left:
        best = max(range(len(left)), key=lambda at: len(left[at][1] & open_ones))
        replay, shows = left.pop(best)
        if not shows & open_ones:
            break
        kept.append(replay)
        open_ones -= shows
    return kept


def missing(library: Library, seen: Collection[Thing]) -> Sequence[Thing]:
    """Return what a book has to show and does not."""
    return [thing for thing in wanted(library) if thing not in seen]
