"""A regime with some of its parts switched off: what hangs on them is gone, and what asks after it is told that it never was."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from scsgame.conditions import Atom, Condition
from scsgame.conditions.absence import without
from scsgame.life.scenes import Choice, Scene
from scsgame.regime.charter import Regime
from scsgame.regime.intervention.rules import Rule
from scsgame.regime.manipulation.redress import Redress
from scsgame.terms import Safe, Saying
from scsgame.tongue import phrase


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def switched(regime: Regime, off: Collection[str] = (), on: Collection[str] = ()) -> Regime:
    """Return a regime as written without the parts that are off, and with those turned on that it can do without.

    The names of parts it does not know mean nothing to it.
    """
    if not regime.parts:
        return regime
    there = frozenset(part.id for part in regime.parts if (part.on or part.id in on) and part.id not in off)
    away = tuple(part.id for part in regime.parts if part.id not in there)
    gone = _Gone(frozenset((tie.kind, tie.id) for tie in regime.ties if not tie.holds(there)))
    if not gone.things and not away:
        return regime
    return gone.out_of(replace(regime, title=_title(regime, there), off=away))


def _title(regime: Regime, there: Collection[str]) -> Saying:
    """Return the regime's title, and which parts are not as they are when nobody asks."""
    lacks = [part.title for part in regime.parts if part.on and part.id not in there]
    has = [part.title for part in regime.parts if not part.on and part.id in there]

    def said(language: str) -> Safe:
        title = regime.title.read(language)
        if lacks:
            title = phrase(
                "regime.without", "{title} without {parts}", language, title=title, parts=_row(lacks, language)
            )
        if has:
            title = phrase("regime.with", "{title} with {parts}", language, title=title, parts=_row(has, language))
        return title

    return Saying(tuple((language, said(language)) for language, _ in regime.title.versions))


def _row(titles: Iterable[Saying], language: str) -> str:
    """Put titles in a row, the last behind *and*."""
    words = [str(title.read(language)) for title in titles]
    if len(words) == 1:
        return words[0]
    first = phrase("comma", ", ", language).join(words[:-1])
    return phrase("regime.and", "{first} and {last}", language, first=first, last=words[-1])


@dataclass(frozen=True)
class _Gone:
    """The things that are gone, as (kind, id)."""

    things: frozenset[tuple[str, str]]

    def out_of(self, regime: Regime) -> Regime:
        """Return the regime without these things."""
        scale = regime.scale
        if ("influence", "") in self.things:
            scale = replace(scale, influence=None)
        return replace(
            regime,
            observers=self.left("observer", regime.observers),
            scale=scale,
            rules=tuple(map(self.rule, self.left("rule", regime.rules))),
            tiers=self.left("tier", regime.tiers),
            rolls=tuple(
                replace(roll, enters=self.maybe(roll.enters), leaves=self.maybe(roll.leaves))
                for roll in self.left("list", regime.rolls)
            ),
            measures=tuple(
                replace(measure, when=self.when(measure.when)) for measure in self.left("measure", regime.measures)
            ),
            redress=tuple(way for way in map(self.way, self.left("redress", regime.redress)) if way is not None),
            turnings=tuple(replace(turning, when=self.when(turning.when)) for turning in regime.turnings),
            encounters=tuple(map(self.scene, self.left("encounter", regime.encounters))),
            feed=tuple(replace(post, when=self.when(post.when)) for post in self.left("post", regime.feed)),
        )

    def left(self, kind: str, things: Sequence[N]) -> tuple[N, ...]:
        """Return the things of one kind that are still there."""
        return tuple(thing for thing in things if (kind, thing.id) not in self.things)

    def rule(self, rule: Rule) -> Rule:
        """Return a rule that puts nobody on a list that is gone."""
        lists = "" if ("list", rule.lists) in self.things else rule.lists
        return replace(rule, lists=lists, when=self.when(rule.when))

    def way(self, way: Redress) -> Redress | None:
        """Return a way back that is about what is still there; none where nothing is left."""
        about = tuple(roll for roll in way.about_lists if ("list", roll) not in self.things)
        if not about and not way.about_marks:
            return None
        return replace(way, about_lists=about, when=self.when(way.when))

    def scene(self, scene: Scene) -> Scene:
        """Return an encounter that asks for nothing that is gone."""
        twin = "" if ("encounter", scene.twin) in self.things else scene.twin
        return replace(scene, when=self.when(scene.when), twin=twin, choices=tuple(map(self.choice, scene.choices)))

    def choice(self, choice: Choice) -> Choice:
        """Return a choice that sends no scene that is gone, and pleads in no way that is."""
        later = tuple(
            replace(part, when=self.when(part.when))
            for part in choice.later
            if ("encounter", part.scene) not in self.things
        )
        pleads = "" if ("redress", choice.pleads) in self.things else choice.pleads
        return replace(choice, when=self.when(choice.when), later=later, pleads=pleads)

    def when(self, condition: Condition) -> Condition:
        """Return a condition that reads nothing that is gone."""
        return without(condition, self.asks)

    def maybe(self, condition: Condition | None) -> Condition | None:
        """Return the same for what may have no condition."""
        return None if condition is None else self.when(condition)

    def asks(self, atom: Atom) -> bool:
        """Say whether a name asks after something that is gone."""
        family, _, inside = atom.key.rstrip(")").partition("(")
        kind = _ASKS.get(family, "")
        word = inside.split(",")[0]
        return bool(kind) and (kind, word) in self.things


_ASKS = {
    "listed": "list", "days_on": "list", "active": "measure", "marks": "rule", "met": "encounter", "chose": "encounter",
}  # fmt: skip
