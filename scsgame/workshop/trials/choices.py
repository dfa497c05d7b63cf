"""Choices beside each other: which do exactly the same, and which was never better than its neighbour in any life tried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from scsgame.life.scenes import Choice, Scene
from scsgame.packs.nouns import Library
from scsgame.workshop.trials.coverage import Coverage
from scsgame.workshop.trials.rooms import Focus

ENOUGH = 8
"""Fewer comparisons are no evidence."""

_SAID = {"id", "text", "result"}


@dataclass(frozen=True)
class Beside:
    """Two choices of one scene, and in how many lives they were taken from the same moment."""

    home: str
    scene: str
    one: str
    other: str
    tried: int


@dataclass(frozen=True)
class Choices:
    """What was found by comparing choices."""

    dominated: tuple[Beside, ...]
    same_effects: tuple[Beside, ...]
    same_outcome: tuple[Beside, ...]
    compared: int


def tells_a_story(choice: Choice) -> bool:
    """Say whether a choice does something that meters and scores do not show."""
    return bool(choice.sets or choice.clears or choice.counts or choice.joins or choice.leaves or choice.asks or choice.pleads
                or choice.moods or choice.upholds or any(later.scene for later in choice.later))  # fmt: skip


def same_effects(one: Choice, other: Choice) -> bool:
    """Say whether two choices differ in nothing but their words."""
    return all(
        getattr(one, field.name) == getattr(other, field.name) for field in fields(Choice) if field.name not in _SAID
    )


def compare_choices(library: Library, about: Focus, coverage: Coverage) -> Choices:
    """Return what stands out; a choice that leads somewhere else is not called dominated."""
    scenes = {(home, scene.id): scene for home, scene in _scenes(library, about)}
    same = [Beside(home, scene.id, one.id, other.id, 0) for (home, _), scene in scenes.items()
            for at, one in enumerate(scene.choices) for other in scene.choices[at + 1 :] if same_effects(one, other)]  # fmt: skip
    known = {(found.scene, found.one, found.other) for found in same}
    dominated, alike = [], []
    for (home, name, one, other), (tried, better, equal) in sorted(coverage.pairs.items()):
        scene = scenes.get((home, name))
        if scene is None or tried < ENOUGH or better < tried:
            continue
        worse = next(choice for choice in scene.choices if choice.id == other)
        if tells_a_story(worse):
            continue
        found = Beside(home, name, one, other, tried)
        if equal < tried:
            dominated.append(found)
        elif one < other and (name, one, other) not in known and not _leads(scene, one):
            alike.append(found)
    return Choices(
        tuple(dominated), tuple(same), tuple(alike), sum(tried for tried, _, _ in coverage.pairs.values()) // 2
    )


def _leads(scene: Scene, name: str) -> bool:
    return tells_a_story(next(choice for choice in scene.choices if choice.id == name))


def _scenes(library: Library, about: Focus) -> Iterator[tuple[str, Scene]]:
    for life in about.lives:
        yield from ((life, scene) for scene in library.lives[life].scenes)
    for regime in about.regimes:
        yield from ((regime, scene) for scene in library.regimes[regime].encounters)
