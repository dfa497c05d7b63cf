"""What was counted in a pack, as text for a screen and as plain data."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from scsgame.terms import STATUSES
from scsgame.workshop.handbook_subject import Subject
from scsgame.workshop.stats import FAST, SLOW, Count, count_life, count_regime
from scsgame.workshop.stats_budget import Line, life_budget, regime_budget

_WIDE = 88
_FEW = 12


def measured(subject: Subject) -> list[tuple[Count, tuple[Line, ...]]]:
    """Return each life's and each regime's counts with its budget."""
    library = subject.library
    found = [(count_life(life, library), tuple(life_budget(life, library.vocabulary))) for life in subject.lives]
    return found + [(count_regime(regime, library), tuple(regime_budget(regime))) for regime in subject.regimes]


def as_json(subject: Subject) -> str:
    """Return everything that was counted, as JSON."""
    data = [{**count.as_data(), "budget": [line._asdict() for line in budget]} for count, budget in measured(subject)]
    return json.dumps({"pack": subject.title, "counted": data}, ensure_ascii=False, indent=2)


def as_text(subject: Subject) -> str:
    """Return everything that was counted, for a screen."""
    every = measured(subject)
    acts = {
        kind: {act for count, _ in every if count.kind == kind for act in count.acts} for kind in ("life", "regime")
    }
    return "\n".join(line for count, budget in every for line in (*_told(count, acts), *_budget(count, budget), ""))


def _told(count: Count, acts: Mapping[str, Collection[str]]) -> Iterator[str]:
    quick, slow = count.minutes
    head = f"{count.kind.upper()} {count.id}: {count.title}"
    yield head
    yield "=" * len(head)
    yield f"{count.words:,} words: {quick:.1f} to {slow:.1f} minutes to read all of it, at {FAST} to {SLOW} words a minute."
    held = sum(count.scenes.values())
    yield f"{held} {'scenes' if count.kind == 'life' else 'encounters'}, {count.choices} choices."
    yield from _counted("scenes by kind", count.scenes)
    yield from _counted("fields of scenes", count.fields_of_scenes)
    yield from _counted("fields of choices", count.fields_of_choices)
    yield from _counted("names in conditions", count.condition_names)
    if count.kind == "life":
        yield from _counted("acts done by choices and bills", count.acts)
        yield from _never(
            "acts that nobody ever does", "though a regime here looks at them", count.acts_never, acts["regime"]
        )
    else:
        yield from _counted("acts that are seen or counted", count.acts)
        yield from _never("acts it never looks at", "though a life here does them", count.acts_never, acts["life"])
        yield from _counted("how well it is known", {name: count.statuses.get(name, 0) for name in STATUSES})
    missing = {language: number for language, number in count.untranslated.items() if number}
    if len(count.untranslated) > 1:
        told = "; ".join(f"{number:,} not in {language}" for language, number in missing.items())
        yield from _listed("translations", [f"of {count.texts:,} texts, {told or 'every one in every language'}"])


def _never(title: str, though: str, never: Sequence[str], others: Collection[str]) -> Iterator[str]:
    """List the acts that have no counterpart: those of the other half that is read here, or the first few of all."""
    if others:
        mine = [act for act in never if act in others]
        yield from _listed(f"{title}, {though} ({len(mine)})", mine)
        return
    more = [f"and {len(never) - _FEW} more"] if len(never) > _FEW else []
    yield from _listed(f"{title} ({len(never)})", [*never[:_FEW], *more])


def _counted(title: str, counted: Mapping[str, int]) -> Iterator[str]:
    if counted:
        yield from _listed(title, [f"{name} {number:,}" for name, number in counted.items()])


def _listed(title: str, words: Iterable[str]) -> Iterator[str]:
    held = [word.replace(" ", "\xa0") if len(word) < 40 else word for word in words]
    if held:
        yield f"{title}:"
        yield from (
            line.replace("\xa0", " ")
            for line in wrap(
                ", ".join(held), _WIDE, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
            )
        )


def _budget(count: Count, budget: tuple[Line, ...]) -> Iterator[str]:
    what = "a life of 25 minutes (a smaller one need not keep it)" if count.kind == "life" else "a regime"
    yield f"budget for {what}:"
    wide = max((len(line.what) for line in budget), default=0)
    for line in budget:
        yield f"  {'ok ' if line.kept else 'no '} {line.what:<{wide}}  {line.measured:<24} wanted: {line.wanted}"
