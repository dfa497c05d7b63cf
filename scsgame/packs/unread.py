"""Scenes of which only that has been read which decides whether they come. Their texts and choices follow when somebody looks.

A life of ten thousand scenes is begun with the conditions of them all, and with the words of the few that are played.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from itertools import repeat
from threading import RLock
from typing import Any

from scsgame.life.scenes import Life, Scene
from scsgame.packs.tables import Nouns

BATCH = 64
"""How many scenes are read on together."""

_REST = [part.name for part in fields(Scene) if part.name in ("text", "choices", "place", "rare")]
_PUT = [Scene.__dict__[name].__set__ for name in _REST]
_LINK = Scene.__dict__["choices"]
"""Where an unread scene keeps the way to its rest until it has been read."""
_READING = RLock()
"""Held by whoever reads on; what is dear may be worked out beside the screen."""


class Unread(Scene):
    """A scene whose rest has not been read; at the first look at it, or comparison, it becomes a scene like all others."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Read on, and compare."""
        read_on(self)
        return bool(self == other)

    def __hash__(self) -> int:
        """Read on, and hash."""
        read_on(self)
        return hash(self)

    def __repr__(self) -> str:
        """Read on, and show all of it."""
        read_on(self)
        return repr(self)


def read_on(scene: Scene) -> None:
    """Read the rest of a scene, and of those that stand beside it, if that has not been done yet."""
    with _READING:
        if scene.__class__ is Unread:
            _LINK.__get__(scene)()


def _looked_at(scene: Scene, name: str) -> Any:
    read_on(scene)
    return getattr(scene, name)


for _name in _REST:
    setattr(Unread, _name, property(partial(_looked_at, name=_name)))

HEADS = Nouns(Scene, [part.name for part in fields(Scene) if part.name not in _REST], Unread)
RESTS = Nouns(Scene, _REST)


@dataclass(frozen=True, slots=True)
class Reads:
    """The facts that the conditions of a life read, so that nobody walks through them all to find out."""

    keys: tuple[str, ...]


def batches(scenes: Sequence[Scene]) -> list[Sequence[Scene]]:
    """Return scenes in the batches in which they are read on."""
    return [scenes[at : at + BATCH] for at in range(0, len(scenes), BATCH)]


def link(scenes: Sequence[Scene], rest: Callable[[int, Sequence[Scene]], None]) -> None:
    """Show unread scenes the way to their rest: a function of the number of their batch and the scenes in it."""
    for number, batch in enumerate(batches(scenes)):
        for scene, way in zip(batch, repeat(partial(rest, number, batch))):
            _LINK.__set__(scene, way)


def fill(scenes: Sequence[Scene], rests: Iterable[Sequence[Any]]) -> None:
    """Give unread scenes their rest: for each of its fields the values of all these scenes."""
    for put, values in zip(_PUT, rests, strict=True):
        deque(map(put, scenes, values), 0)
    for scene in scenes:
        object.__setattr__(scene, "__class__", Scene)


def fill_from(scenes: Sequence[Scene], life: Life) -> None:
    """Give unread scenes the rest that the same scenes of a life have. Raises KeyError where one is no longer there."""
    same = [life.by_id[scene.id] for scene in scenes]
    fill(scenes, [[getattr(scene, name) for scene in same] for name in _REST])


def primed(life: Life, scenes: Sequence[Scene], reads: Reads) -> Life:
    """Return a life with these scenes, which knows already what it reads."""
    whole = replace(life, scenes=tuple(scenes))
    whole.__dict__["reads"] = frozenset(reads.keys)
    return whole
