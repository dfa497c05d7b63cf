"""What strikes in one life: what was never done, always done, or given up or taken up half-way; each life has its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scsgame.debrief.log import Log
from scsgame.debrief.rows import Decision
from scsgame.terms import ActKind, Safe
from scsgame.tongue import phrase

ENOUGH = 5
"""With fewer chances nothing strikes."""
HALF = 3
"""So many chances each half of a life must have had before the halves are set side by side."""
TOLD = 2
"""So many striking things are told."""


class Striking(NamedTuple):
    """One thing that strikes: how much, and the sentence that says it."""

    how_much: float
    says: Safe
    act: ActKind


def striking(log: Log, language: str) -> Iterator[Safe]:
    """Yield what strikes most in a life, each about another act."""
    found = [
        one
        for kind in log.chronicle.setup.vocabulary.acts
        if (chances := [one for one in log.opportunities((kind,)) if one.free(frozenset((kind,)))])
        for one in _of(log, kind, chances, language)
    ]
    best = {one.act: one for one in sorted(found, key=lambda one: one.how_much)}
    ranked = sorted(best.values(), key=lambda one: (-one.how_much, one.act))
    yield from (one.says for one in ranked[:TOLD])


def _of(log: Log, kind: ActKind, chances: list[Decision], language: str) -> Iterator[Striking]:
    title = log.chronicle.setup.vocabulary.acts[kind].title.read(language)
    wanted = frozenset((kind,))
    done = [one.does(wanted) for one in chances]
    count = len(chances)
    if count >= ENOUGH and not any(done):
        words = phrase(
            "did.never", "{count} times you could have done “{act}”, and never did.", language, count=count, act=title
        )
        yield Striking(count, words, kind)
    if count >= ENOUGH and all(done):
        words = phrase(
            "did.always", "“{act}”: you did it each of the {count} times you could.", language, count=count, act=title
        )
        yield Striking(2 * count, words, kind)
    middle = log.chronicle.moment.day / 2
    early = [does for one, does in zip(chances, done, strict=True) if one.day <= middle]
    late = [does for one, does in zip(chances, done, strict=True) if one.day > middle]
    if min(len(early), len(late)) < HALF:
        return
    change = sum(late) / len(late) - sum(early) / len(early)
    if abs(change) >= 0.5:
        words = phrase(
            "did.turned", "“{act}”: {early} of {of_early} times in the first half of this life, {late} of {of_late} in the second.", language,
            act=title, early=sum(early), of_early=len(early), late=sum(late), of_late=len(late),
        )  # fmt: skip
        yield Striking(3 * count * abs(change), words, kind)
