"""Conditions, amounts and odds in words, as a handbook says them."""

from __future__ import annotations

from collections.abc import Iterable

from scsgame.conditions import ALWAYS, Condition
from scsgame.conditions.printers import as_words
from scsgame.conditions.tree import Choices, Compare, Join, Node, Not
from scsgame.life.scenes import PRIORITY, Life, Scene
from scsgame.life.vocabulary import Vocabulary

INFINITE = 9999


def condition(what: Condition) -> str:
    """Return a condition in words; what is joined inside what else is joined stands in brackets."""
    return "always" if what is ALWAYS or what == ALWAYS else _words(what.tree)


def _words(node: Node) -> str:
    match node:
        case Join(operator, parts):
            return f" {operator} ".join(
                f"({_words(part)})" if isinstance(part, Join) else _words(part) for part in parts
            )
        case Not(Join() as part):
            return f"not: ({_words(part)})"
        case Compare(_, "in" | "not in", Choices()):
            return as_words(node)
        case _:
            return as_words(node)


def amounts(pairs: Iterable[tuple[str, int]], names: dict[str, str] | None = None) -> str:
    """Return changes in words: `money -20, ties +3`."""
    return ", ".join(f"{(names or {}).get(name, name).replace('_', ' ')} {amount:+d}" for name, amount in pairs)


def act(vocabulary: Vocabulary, kind: str) -> str:
    """Return an act in words."""
    return vocabulary.acts[kind].title.read()


def odds(scene: Scene) -> str:
    """Return how often a scene comes where it may: chance, rest, priority, in words."""
    if scene.due_only:
        return "comes only when something sends it"
    parts = ["every time it may" if scene.chance >= 1 else f"in {scene.chance:.0%} of the days it may"]
    if scene.cooldown is None:
        parts.append("once")
    else:
        parts.append(f"again after {scene.cooldown} days")
    usual = PRIORITY.get(scene.kind, 0)
    parts.append(f"priority {scene.priority}" + ("" if scene.priority == usual else f" (its kind has {usual})"))
    if scene.step:
        parts.append(f"step {scene.step} of the story “{scene.arc.replace('_', ' ')}”")
    if scene.urgent:
        parts.append("urgent")
    return ", ".join(parts)


def days(count: int) -> str:
    """Return so many days, in words."""
    return f"{count} day{'' if count == 1 else 's'}"


def every(first: int, days: int) -> str:
    """Return when something comes round."""
    return f"from day {first}, every {days} days"


def names_of(life: Life) -> dict[str, str]:
    """Return the meters' and people's names by id."""
    return {
        **{meter.id: meter.title.read() for meter in life.meters},
        **{person.id: person.name.read() for person in life.people},
    }
