"""The budget of a life of twenty-five minutes, and how far a life keeps to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scsgame.life.scenes import Life, Scene
from scsgame.life.vocabulary import Vocabulary
from scsgame.regime.charter import Regime
from scsgame.terms import Saying
from scsgame.workshop.stats import FAST, SLOW, turn_words, words_of

MINUTES_TO_CHOOSE = 0.1
"""How long one thinks before a choice, in minutes: a guess."""


class Line(NamedTuple):
    """One line of the budget: what, how much there should be, how much there is, and whether that will do."""

    what: str
    wanted: str
    measured: str
    kept: bool


def life_budget(life: Life, vocabulary: Vocabulary) -> Iterator[Line]:
    """Yield the budget of a life, measured."""
    by_kind: dict[str, list[Scene]] = {}
    for scene in life.scenes:
        by_kind.setdefault(scene.kind, []).append(scene)
    days = life.weeks * len(life.deal_days)
    everyday = [scene for scene in by_kind.get("everyday", []) if scene.cooldown is not None]
    yield Line("weeks", "12", str(life.weeks), life.weeks == 12)
    yield Line("days with a scene", "45 to 60", str(days), 45 <= days <= 60)
    quick, slow = playing_time(life)
    yield Line("minutes to play", "about 25", f"{quick:.0f} to {slow:.0f}", slow >= 20 and quick <= 30)
    yield _least("scenes", 90, len(life.scenes))
    yield _least("everyday scenes that come again", 35, len(everyday))
    varied = sum(len(scene.text) >= 2 for scene in everyday)
    yield Line("… with two or more wordings", "all", f"{varied} of {len(everyday)}", varied == len(everyday))
    rested = sum((scene.cooldown or 0) >= 7 for scene in everyday)
    yield Line("… with a rest of a week or more", "all", f"{rested} of {len(everyday)}", rested == len(everyday))
    for kind, least in (("beat", 20), ("return", 15), ("threshold", 8), ("crisis", 6)):
        yield _least(f"scenes of kind {kind}", least, len(by_kind.get(kind, [])))
    arcs = {scene.arc for scene in by_kind.get("beat", []) if scene.arc}
    yield _least("stories among the beats", 4, len(arcs))
    yield _least("endings", 6, len(life.endings))
    sending = sum(any(later.scene for choice in scene.choices for later in choice.later) for scene in life.scenes)
    share = sending / len(life.scenes) if life.scenes else 0.0
    yield Line("scenes that come back later", "1 in 6 (17%)", f"{share:.0%}", share >= 1 / 6)
    yield from _sizes(life.scenes)
    sensitive = [meaning for meaning in vocabulary.acts.values() if meaning.sensitive]
    done = {act for scene in life.scenes for choice in scene.choices for act in choice.acts}
    paired = sum(meaning.twin in done for meaning in sensitive if meaning.id in done)
    needed = sum(meaning.id in done for meaning in sensitive)
    yield Line("sensitive acts with their neutral twin", "all", f"{paired} of {needed}", paired == needed)


def regime_budget(regime: Regime) -> Iterator[Line]:
    """Yield the budget of a regime, measured."""
    count = len(regime.encounters)
    yield Line("encounters", "5 to 12", str(count), 5 <= count <= 12)
    yield from _sizes(regime.encounters)


def _least(what: str, least: int, there: int) -> Line:
    return Line(what, f"{least} or more", str(there), there >= least)


def _sizes(scenes: tuple[Scene, ...]) -> Iterator[Line]:
    """Yield the limits on texts: the longest, and how many are too long."""
    choices = [choice for scene in scenes for choice in scene.choices]
    yield _most("words of a scene", 60, [text for scene in scenes for text in scene.text])
    yield _most("words of a choice", 14, [choice.text for choice in choices])
    yield _most("words of a result", 80, [choice.result for choice in choices])
    counts = [len(scene.choices) for scene in scenes]
    odd = sum(not 2 <= count <= 4 for count in counts)
    yield Line(
        "choices of a scene",
        "2 to 4",
        f"{min(counts, default=0)} to {max(counts, default=0)}" + (f", {odd} outside" if odd else ""),
        not odd,
    )


def _most(what: str, most: int, texts: list[Saying]) -> Line:
    sizes = [words_of(text.read()) for text in texts]
    over = sum(size > most for size in sizes)
    return Line(
        what, f"at most {most}", f"longest {max(sizes, default=0)}" + (f", {over} too long" if over else ""), not over
    )


def playing_time(life: Life) -> tuple[float, float]:
    """Return how many minutes one life takes, quickly and slowly: reading, and a little thought at each choice."""
    turns, words = life.weeks * len(life.deal_days), turn_words(life.scenes)
    return turns * (words / FAST + MINUTES_TO_CHOOSE), turns * (words / SLOW + MINUTES_TO_CHOOSE)
