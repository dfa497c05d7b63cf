"""How much there is in a pack: words, scenes, choices, reading time, what is used and what never is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any

from scsgame.conditions import ALWAYS, Condition
from scsgame.life.scenes import Choice, Life, Scene
from scsgame.packs.nouns import Library
from scsgame.regime.charter import Regime
from scsgame.terms import Saying
from scsgame.workshop.handbook import things_of

SLOW, FAST = 200, 250
"""Words read in a minute, by a slow and by a quick reader."""

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]|[^\W_]+(?:['’-][^\W_]+)*")
_SCENE = ("place", "when", "chance", "cooldown", "due_only", "cast", "arc", "twin", "rare", "urgent")
_CHOICE = ("result", "when", "acts", "uses", "effects", "bonds", "sets", "clears", "counts", "upholds", "betrays", "leaves", "joins",
           "later", "asks", "pleads", "moods")  # fmt: skip


def words_of(text: str) -> int:
    """Return how many words there are; a Chinese, Japanese or Korean letter counts as one."""
    return len(_WORD.findall(text))


@dataclass(frozen=True)
class Count:
    """What was counted in one life or one regime."""

    kind: str
    id: str
    title: str
    words: int
    scenes: Mapping[str, int]
    choices: int
    fields_of_scenes: Mapping[str, int]
    fields_of_choices: Mapping[str, int]
    condition_names: Mapping[str, int]
    acts: Mapping[str, int]
    acts_never: tuple[str, ...]
    statuses: Mapping[str, int]
    texts: int
    untranslated: Mapping[str, int]
    numbers: Mapping[str, float]

    @property
    def minutes(self) -> tuple[float, float]:
        """Return how long reading all of it takes, quickly and slowly."""
        return self.words / FAST, self.words / SLOW

    def as_data(self) -> dict[str, Any]:
        """Return the counts as plain data."""
        found = {field.name: getattr(self, field.name) for field in fields(self)}
        plain = {name: dict(value) if isinstance(value, Mapping) else value for name, value in found.items()}
        return {**plain, "acts_never": list(self.acts_never), "minutes": [round(part, 1) for part in self.minutes]}


def count_life(life: Life, library: Library) -> Count:
    """Count what is in a life."""
    acts = Counter(act for scene in life.scenes for choice in scene.choices for act in choice.acts)
    acts.update(act for bill in life.bills for act in (bill.paid_act, bill.missed_act, bill.late_act) if act)
    habits = {habit.act for person in life.people for habit in person.habits}
    rest: list[Any] = [
        life.title,
        life.about,
        life.meters,
        life.values,
        life.people,
        life.bills,
        life.tides,
        life.feed,
        life.endings,
    ]
    numbers = {
        "days with a scene": float(life.weeks * len(life.deal_days)),
        "words of a turn": turn_words(life.scenes),
    }
    never = tuple(act for act in library.vocabulary.acts if act not in acts and act not in habits)
    return _count("life", life.id, life.title, life.scenes, rest, life.conditions, acts, never, Counter(), numbers)


def count_regime(regime: Regime, library: Library) -> Count:
    """Count what is in a regime; its acts are those its rules read."""
    acts = Counter(act for rule in regime.rules for act in (rule.act, rule.omits, rule.after) if act)
    acts.update(act for observer in regime.observers for act in observer.sees)
    statuses = Counter(provenance.status for _, provenance in things_of(regime))
    rest: list[Any] = [regime.title, regime.about, regime.word, regime.observers, regime.scale, regime.rules, regime.tiers, regime.rolls,
                       regime.measures, regime.redress, regime.turnings, regime.feed]  # fmt: skip
    never = tuple(act for act in library.vocabulary.acts if act not in acts)
    numbers = {
        "observers": float(len(regime.observers)),
        "rules": float(len(regime.rules)),
        "measures": float(len(regime.measures)),
    }
    return _count(
        "regime", regime.id, regime.title, regime.encounters, rest, regime.conditions, acts, never, statuses, numbers
    )


def _count(kind: str, name: str, title: Saying, scenes: tuple[Scene, ...], rest: list[Any], conditions: Iterable[Condition],
           acts: Counter[str], never: tuple[str, ...], statuses: Counter[str], numbers: dict[str, float]) -> Count:  # fmt: skip
    sayings = [saying for saying in _sayings((scenes, rest)) if saying.versions]
    languages = dict.fromkeys(language for saying in sayings for language, _ in saying.versions)
    missing = {language: sum(language not in dict(saying.versions) for saying in sayings) for language in languages}
    choices = [choice for scene in scenes for choice in scene.choices]
    read = Counter(
        atom.name.partition("(")[0] for condition in conditions if condition != ALWAYS for atom in condition.atoms()
    )
    return Count(
        kind, name, title.read(), sum(words_of(saying.read()) for saying in sayings), _sorted(Counter(scene.kind for scene in scenes)), len(choices),
        _sorted(_given(scenes, _SCENE)), _sorted(_given(choices, _CHOICE)), _sorted(read), _sorted(acts), never, _sorted(statuses),
        len(sayings), MappingProxyType(missing), MappingProxyType(numbers),
    )  # fmt: skip


def _sorted(counted: Counter[str]) -> Mapping[str, int]:
    return MappingProxyType(dict(sorted(counted.items(), key=lambda entry: (-entry[1], entry[0]))))


def _given(things: Iterable[Scene | Choice], names: tuple[str, ...]) -> Counter[str]:
    """Return how often each field is written and not left out."""
    found: Counter[str] = Counter()
    for thing in things:
        usual = {field.name: field.default for field in fields(thing)}
        found.update(name for name in names if getattr(thing, name) != usual[name])
        if isinstance(thing, Scene):
            found.update(["variants"] * (len(thing.text) > 1))
    return found


def turn_words(scenes: tuple[Scene, ...]) -> float:
    """Return how many words one turn has in the mean: a text, its choices, one result."""
    told = 0.0
    for scene in scenes:
        texts = sum(words_of(text.read()) for text in scene.text) / max(1, len(scene.text))
        results = sum(words_of(choice.result.read()) for choice in scene.choices) / max(1, len(scene.choices))
        told += texts + results + sum(words_of(choice.text.read()) for choice in scene.choices)
    return told / len(scenes) if scenes else 0.0


def _sayings(thing: Any) -> Iterator[Saying]:
    """Yield every text that a player reads, wherever it stands in nouns of content; why a value is so is no such text."""
    if isinstance(thing, Saying):
        yield thing
    elif isinstance(thing, tuple | list):
        for part in thing:
            yield from _sayings(part)
    elif hasattr(thing, "__dataclass_fields__") and not isinstance(thing, Condition):
        for name in thing.__dataclass_fields__:
            if name != "provenance":
                yield from _sayings(getattr(thing, name))
