"""Mutation: one small thing in a copy of the content is broken, to see whether any case, walk or law would notice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from scsgame.conditions import Condition
from scsgame.conditions.tree import Compare, Join, Node, Not
from scsgame.life.scenes import Life, Scene
from scsgame.packs.nouns import Library
from scsgame.regime.charter import Regime
from scsgame.session.casebook import run_cases
from scsgame.terms import Chance
from scsgame.workshop.trials.laws import try_law
from scsgame.workshop.trials.promises import Expected
from scsgame.workshop.trials.rooms import Focus
from scsgame.workshop.trials.walks import walk

LAW_LIVES = 8
"""In how many lives a law is tried against each mutant."""


@dataclass(frozen=True)
class Mutant:
    """One thing broken: in which life or regime, what, in words, and how to make it."""

    home: str
    what: str
    make: Callable[[], Life | Regime]


@dataclass(frozen=True)
class Survey:
    """How many mutants were made and noticed, and those that nothing noticed."""

    made: int
    possible: int
    noticed: int
    unnoticed: tuple[Mutant, ...]


def mutants(library: Library, about: Focus) -> Iterator[Mutant]:
    """Yield every mutant there is of the lives and regimes in focus."""
    for name in about.regimes:
        yield from _of_regime(library.regimes[name])
    for name in about.lives:
        yield from _of_life(library.lives[name])


def _of_regime(regime: Regime) -> Iterator[Mutant]:
    for at, rule in enumerate(regime.rules):
        change = partial(_changed, regime, "rules", at)
        yield Mutant(regime.id, f"rule {rule.id} is gone", partial(change, None))
        if rule.points:
            halved = replace(rule, points=rule.points / 2)
            yield Mutant(regime.id, f"rule {rule.id} gives half its points", partial(change, halved))
        if (turned := flipped(rule.when)) is not None:
            yield Mutant(
                regime.id,
                f"rule {rule.id}: its condition is turned round",
                partial(change, replace(rule, when=turned)),
            )
    for at, measure in enumerate(regime.measures):
        change = partial(_changed, regime, "measures", at)
        yield Mutant(regime.id, f"measure {measure.id} is gone", partial(change, None))
        if (turned := flipped(measure.when)) is not None:
            other = replace(measure, when=turned)
            yield Mutant(regime.id, f"measure {measure.id}: its condition is turned round", partial(change, other))
    for at, roll in enumerate(regime.rolls):
        change = partial(_changed, regime, "rolls", at)
        if roll.enters is not None and (turned := flipped(roll.enters)) is not None:
            yield Mutant(
                regime.id,
                f"list {roll.id}: who enters is turned round",
                partial(change, replace(roll, enters=turned)),
            )
        if roll.leaves is not None and (turned := flipped(roll.leaves)) is not None:
            yield Mutant(
                regime.id,
                f"list {roll.id}: who leaves is turned round",
                partial(change, replace(roll, leaves=turned)),
            )


def _changed(regime: Regime, field: str, at: int, new: object) -> Regime:
    """Return a regime with one part replaced, or with None, left out."""
    parts = getattr(regime, field)
    changed: dict[str, Any] = {field: (*parts[:at], *([] if new is None else [new]), *parts[at + 1 :])}
    return replace(regime, **changed)


def _of_life(life: Life) -> Iterator[Mutant]:
    for at, scene in enumerate(life.scenes):
        if (turned := flipped(scene.when)) is not None:
            other = partial(_rewritten, life, at, scene, when=turned)
            yield Mutant(life.id, f"scene {scene.id}: its condition is turned round", other)
        for place, choice in enumerate(scene.choices):
            for field in ("effects", "acts", "later"):
                if getattr(choice, field):
                    lost: dict[str, Any] = {field: ()}
                    choices = (*scene.choices[:place], replace(choice, **lost), *scene.choices[place + 1 :])
                    yield Mutant(
                        life.id,
                        f"choice {scene.id}/{choice.id} loses its {field}",
                        partial(_rewritten, life, at, scene, choices=choices),
                    )


def _rewritten(life: Life, at: int, scene: Scene, **changes: Any) -> Life:
    """Return a life with one scene written otherwise."""
    return replace(life, scenes=(*life.scenes[:at], replace(scene, **changes), *life.scenes[at + 1 :]))


_TURNED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "==", "in": "not in", "not in": "in"}


def flipped(condition: Condition) -> Condition | None:
    """Return a condition with its first comparison turned round, or None where it has none."""
    tree = _flip(condition.tree)
    return None if tree is None else Condition(f"not as written: {condition.source}", tree)


def _flip(node: Node) -> Node | None:
    match node:
        case Compare(left, operator, right):
            return Compare(left, _TURNED[operator], right)  # type: ignore[arg-type]
        case Not(part):
            return part
        case Join(operator, parts):
            for at, part in enumerate(parts):
                turned = _flip(part)
                if turned is not None:
                    return Join(operator, (*parts[:at], turned, *parts[at + 1 :]))
            return None
        case _:
            return None


def survey(
    library: Library, about: Focus, said: Expected, many: int, seed: str, told: Callable[[int], None] | None = None
) -> Survey:
    """Make so many mutants, drawn by luck, and ask every case, walk and law about each."""
    every = list(mutants(library, about))
    luck = Chance(seed)
    drawn = sorted(every, key=lambda mutant: (luck.draw("mutant", mutant.home, mutant.what), mutant.what))[:many]
    usual = _alarms(library, said, None, seed)
    left = []
    for mutant in drawn:
        if _alarms(mutated(library, mutant), said, mutant.home, seed) <= usual:
            left.append(mutant)
        if told is not None:
            told(1)
    return Survey(len(drawn), len(every), len(drawn) - len(left), tuple(left))


def mutated(library: Library, mutant: Mutant) -> Library:
    """Return the library with this one thing broken."""
    made = mutant.make()
    if isinstance(made, Life):
        return replace(library, lives={**library.lives, made.id: made})
    return replace(library, regimes={**library.regimes, made.id: made})


def _alarms(library: Library, said: Expected, home: str | None, seed: str) -> set[str]:
    """Return which cases, walks and laws do not hold; only those that this life or regime can touch."""
    regimes = [name for name in library.regimes if home in (None, name)]
    found = {f"case {verdict.case.regime}: {verdict.case.name}" for verdict in (run_cases(library, regimes) if regimes else ())
             if verdict.differences}  # fmt: skip
    for plan in said.walks:
        if home in (None, plan.life, *plan.regimes) and walk(library, plan).differences:
            found.add(f"walk {plan.place}")
    for law in said.laws:
        if home in (None, law.life, *law.regimes) and try_law(library, law, seed, LAW_LIVES).broken:
            found.add(f"law {law.place}")
    return found
