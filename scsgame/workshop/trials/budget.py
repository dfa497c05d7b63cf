"""The laws of writing, as far as they can be counted: named, with what was found and whether it keeps the law.

They are meant for a life of full size, such as those that come with the game; a small pack breaks many of them and is none the worse.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from scsgame.life.scenes import Life, Scene
from scsgame.packs.nouns import Library
from scsgame.regime.charter import Regime
from scsgame.terms import Chance
from scsgame.workshop.trials.coverage import Coverage
from scsgame.workshop.trials.lives import Lived
from scsgame.workshop.trials.rooms import Focus
from scsgame.workshop.trials.things import Thing

LEAST = {"everyday": 35, "beat": 20, "return": 15, "threshold": 8, "crisis": 6}
FULL_SIZE = 60
"""A life of fewer scenes is an exercise, and its budget is not counted."""

FULL_LENGTH = 10
"""A life of fewer weeks is a short one: how many scenes it has and how long it takes is its own affair."""

FULL_BOOK = 10
"""Likewise a regime of fewer rules."""

BOTTLENECKS = ("opening",)
"""Kinds of scenes that everybody meets."""

PAIRS = 600


class Kept(NamedTuple):
    """One law: whose, its name, whether it is kept, and what was found."""

    home: str
    law: str
    kept: bool
    found: str


def budget(library: Library, about: Focus, coverage: Coverage, seed: str) -> list[Kept]:
    """Return the laws for every life and regime in focus."""
    found: list[Kept] = []
    for name in about.lives:
        life = library.lives[name]
        if len(life.scenes) >= FULL_SIZE:
            found += _written(life)
            lived = [one for one in coverage.lives if one.room.life == name]
            if lived:
                found += _lived(life, lived, coverage, seed)
    for name in about.regimes:
        found += _of_regime(library.regimes[name])
    return found


def _written(life: Life) -> Iterator[Kept]:
    kinds: Counter[str] = Counter(scene.kind for scene in life.scenes)
    few = {kind: kinds[kind] for kind, least in LEAST.items() if kinds[kind] < least}
    if life.weeks >= FULL_LENGTH:
        yield Kept(life.id, "at least 90 scenes", len(life.scenes) >= 90, f"{len(life.scenes)}")
        yield Kept(life.id, "enough of each kind (35 everyday, 20 beats, 15 returns, 8 thresholds, 6 crises)", not few,
                   ", ".join(f"{kinds[kind]} {kind}" for kind in (few or LEAST)))  # fmt: skip
    yield Kept(life.id, "at least 6 endings", len(life.endings) >= 6, f"{len(life.endings)}")
    sent = {later.scene for scene in life.scenes for choice in scene.choices for later in choice.later if later.scene}
    yield Kept(
        life.id, "one scene in six returns", len(sent) * 6 >= len(life.scenes), f"{len(sent)} of {len(life.scenes)}"
    )
    yield from _texts(life.id, life.scenes)


def _texts(home: str, scenes: Sequence[Scene]) -> Iterator[Kept]:
    long = [scene.id for scene in scenes if any(len(text.read().split()) > 60 for text in scene.text)]
    yield Kept(home, "a scene has at most 60 words", not long, _some(long))
    wide = [
        f"{scene.id}/{choice.id}"
        for scene in scenes
        for choice in scene.choices
        if len(choice.text.read().split()) > 14
    ]
    yield Kept(home, "a choice has at most 14 words", not wide, _some(wide))
    told = [
        f"{scene.id}/{choice.id}"
        for scene in scenes
        for choice in scene.choices
        if len(choice.result.read().split()) > 80
    ]
    yield Kept(home, "a result has at most 80 words", not told, _some(told))
    odd = [scene.id for scene in scenes if not 2 <= len(scene.choices) <= 5]
    yield Kept(home, "a scene offers two to four choices, at most five", not odd, _some(odd))
    shut = [
        scene.id
        for scene in scenes
        if not any(choice.when.source == "always" and not choice.uses for choice in scene.choices)
    ]
    yield Kept(home, "every scene has a way out", not shut, _some(shut))


def _of_regime(regime: Regime) -> Iterator[Kept]:
    if len(regime.rules) >= FULL_BOOK:
        count = len(regime.encounters)
        yield Kept(regime.id, "5 to 12 encounters", 5 <= count <= 12, f"{count}")
        yield from _texts(regime.id, regime.encounters)


def _lived(life: Life, lived: Sequence[Lived], coverage: Coverage, seed: str) -> Iterator[Kept]:
    decisions = median(one.decisions for one in lived)
    minutes = median(one.minutes for one in lived)
    if life.weeks >= FULL_LENGTH:
        yield Kept(life.id, "45 to 60 decisions", 45 <= decisions <= 60, f"median {decisions:g}")
        yield Kept(life.id, "about 25 minutes (20 to 32)", 20 <= minutes <= 32, f"median {minutes:.0f}")
    share = sum(len(one.scenes) for one in lived) / len(lived) / len(life.scenes)
    room = (
        f"{share:.0%}"
        if share * len(life.scenes) < decisions / 2 or share >= 0.25
        else (f"{share:.0%}: {len(life.scenes)} scenes are more than {decisions:g} decisions have room for")
    )
    yield Kept(life.id, "a run sees about 40 percent of the scenes (25 to 50)", 0.25 <= share <= 0.5, room)
    alike = likeness(lived, seed)
    yield Kept(life.id, "two runs share under 60 percent", alike < 0.6, f"mean {alike:.0%}")
    runs = {scene.id: coverage.runs[Thing("scene", life.id, scene.id)] / len(lived) for scene in life.scenes}
    common = [
        scene.id
        for scene in life.scenes
        if runs[scene.id] >= 0.9 and scene.kind not in BOTTLENECKS and scene.id != life.fallback
    ]
    yield Kept(life.id, "no scene but the bottlenecks comes in nine runs of ten", not common, _some(common))
    rare = [
        scene.id for scene in life.scenes if _share(scene, life, lived, coverage) < 0.01 and not scene.rare.versions
    ]
    yield Kept(
        life.id,
        "none comes in fewer than one run in a hundred (a return: of the runs that sent it), unless marked rare",
        not rare,
        _some(rare),
    )
    untaken = [f"{scene.id}/{choice.id}" for scene in life.scenes for choice in scene.choices
               if not _taken(coverage, Thing("choice", life.id, f"{scene.id}/{choice.id}"))]  # fmt: skip
    yield Kept(life.id, "every choice is taken by some player", not untaken, _some(untaken))
    ways = viable(lived)
    yield Kept(life.id, "at least three ways to live are viable", len(ways) >= 3, ", ".join(ways[:6]) or "none")


def _share(scene: Scene, life: Life, lived: Sequence[Lived], coverage: Coverage) -> float:
    """Return in what share of the runs a scene came; a scene that is sent, of those in which a choice sent it."""
    runs, among = coverage.runs[Thing("scene", life.id, scene.id)], len(lived)
    if scene.due_only:
        among = sum(
            coverage.runs[Thing("choice", life.id, f"{sender.id}/{choice.id}")]
            for sender in life.scenes
            for choice in sender.choices
            if any(later.scene == scene.id for later in choice.later)
        )
    return runs / among if among else 0.0


def _taken(coverage: Coverage, choice: Thing) -> bool:
    """Say whether a player took it of their own accord, or the seeker did; *taken once* on purpose does not count."""
    replay = coverage.witness(choice)
    return replay is not None and replay.player != "taken once"


def likeness(lived: Sequence[Lived], seed: str) -> float:
    """Return how alike two runs are: the share of the scenes of the two that both saw, on average over pairs."""
    if len(lived) < 2:
        return 0.0
    luck, total, counted = Chance(seed), 0.0, 0
    for number in range(PAIRS):
        one = lived[luck.below(len(lived), "one", number)]
        other = lived[luck.below(len(lived), "other", number)]
        both = len(one.scenes) + len(other.scenes)
        if one is not other and both:
            total += 2 * len(one.scenes & other.scenes) / both
            counted += 1
    return total / counted if counted else 0.0


def viable(lived: Sequence[Lived]) -> list[str]:
    """Return the players of whom at least half end with no meter at its end."""
    whole: Counter[str] = Counter(one.player for one in lived if not one.gauges_out)
    of: Counter[str] = Counter(one.player for one in lived)
    return sorted(name for name, count in of.items() if 2 * whole[name] >= count)


def _some(names: Sequence[str]) -> str:
    return f"{len(names)}: {', '.join(names[:4])}{' …' if len(names) > 4 else ''}" if names else "all well"
