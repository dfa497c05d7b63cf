"""The same acts, rule by rule: what each regime made of each kind of thing that was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from scsgame.debrief.finding import Finding, finding
from scsgame.game.chronicle import Chronicle
from scsgame.game.rescore import Judgement
from scsgame.game.wording import in_a_row, rated
from scsgame.regime.charter import Regime
from scsgame.regime.intervention.rules import Mark
from scsgame.terms import SELF, ActKind
from scsgame.tongue import phrase

WIDTH = 4
"""So many regimes stand side by side; more could not be read."""


def side_by_side(chronicle: Chronicle, judged: Sequence[tuple[Regime, Judgement]]) -> list[tuple[Regime, Judgement]]:
    """Return the regimes to set side by side: those the life was lived under, then those that made the most of it."""
    own = [pair for pair in judged if pair[0].id in chronicle.setup.regime and pair[0].rules]
    others = [pair for pair in judged if pair[0].id not in chronicle.setup.regime and any(_marks(pair[1]))]
    others.sort(key=lambda pair: (-sum(1 for _ in _marks(pair[1])), pair[0].id))
    return [*own, *others][:WIDTH]


def rule_by_rule(
    chronicle: Chronicle, judged: Sequence[tuple[Regime, Judgement]], language: str = "en"
) -> Finding | None:
    """Return what each of these regimes made of each act, as a finding; nothing where no act counted anywhere."""
    beside = side_by_side(chronicle, judged)
    done = Counter(act.kind for act in chronicle.acts if act.by == SELF)
    counted = {regime.id: _by_act(_marks(judgement)) for regime, judgement in beside}
    rows = [
        (
            f"{chronicle.setup.vocabulary.acts[act].title.read(language)} ({times})",
            *(_cell(regime, counted[regime.id].get(act, ()), act, language) for regime, _ in beside),
        )
        for act, times in sorted(done.items(), key=lambda pair: (-pair[1], pair[0]))
        if any(act in marks for marks in counted.values())
    ]
    if not rows:
        return None
    head = (
        phrase("rules.act", "what you did (times)", language),
        *(regime.title.read(language) for regime, _ in beside),
    )
    split = sum(len({_sign(regime, counted[regime.id].get(act, ())) for regime, _ in beside}) > 1 for act in done)
    says = [
        phrase(
            "rules.split",
            "Of {count} kinds of acts, the systems side by side here made something different of {split}.",
            language,
            count=len(done),
            split=split,
        )
    ]
    cannot = [phrase("rules.limit", "what you would have done if another of them had been there.", language)]
    known = {act for marks in counted.values() for act in marks}
    turns = [
        turn.number
        for turn in chronicle.turns
        if any(act.by == SELF and act.kind in known and act.day == turn.day for act in turn.passed.acts)
    ]
    title = phrase("rules.title", "The same acts, rule by rule", language)
    return finding("rule_by_rule", title, says, cannot, [head, *rows], turns=turns)


def _marks(judgement: Judgement) -> Iterable[Mark]:
    return (mark for event in judgement.events for mark in event.hearing.marks if mark.whom == SELF and mark.by)


def _by_act(marks: Iterable[Mark]) -> Mapping[ActKind, tuple[Mark, ...]]:
    found: dict[ActKind, tuple[Mark, ...]] = {}
    for mark in marks:
        found[mark.kind] = (*found.get(mark.kind, ()), mark)
    return found


def _sign(regime: Regime, marks: Sequence[Mark]) -> int:
    """Return whether marks are good (1), bad (-1) or neither (0) where there are any (else 2); a rating is good from the start upwards."""
    total = sum(mark.points - rated(regime.scale)[1] for mark in marks if mark.points)
    return (total > 0) - (total < 0) if marks else 2


def _cell(regime: Regime, marks: Sequence[Mark], act: ActKind, language: str) -> str:
    if not marks:
        if act in regime.observers_by_act:
            return phrase("rules.nothing", "nothing", language)
        return phrase("rules.unseen", "not looked for", language)
    names = in_a_row(dict.fromkeys(regime.rule[mark.rule].title.read(language) for mark in marks), language)
    points = sum(mark.points for mark in marks)
    most, _ = rated(regime.scale)
    ratings = [mark.points for mark in marks if mark.points]
    if most and ratings:
        return phrase(
            "rules.rated",
            "{rule}: {rating} of {most}",
            language,
            rule=names,
            rating=f"{sum(ratings) / len(ratings):.2g}",
            most=f"{most:g}",
        )
    if not points:
        return phrase(
            "rules.entered", "{rule} ({count} {count|entry|entries})", language, rule=names, count=len(marks)
        )
    return phrase("rules.points", "{rule} {points}", language, rule=names, points=f"{points:+.4g}")
