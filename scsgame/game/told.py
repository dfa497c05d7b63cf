"""What a regime tells the person: only what its disclosure allows, as values ready to be painted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from scsgame.game.conditions_told import told_condition
from scsgame.game.moment import Moment, Shows
from scsgame.game.pleas import open_to, targets
from scsgame.game.views import (
    CaseView,
    FactorView,
    ListView,
    MarkView,
    MeasureView,
    ObserverView,
    RedressView,
    RegimeView,
    RuleView,
    TierView,
)
from scsgame.game.wording import (
    about,
    in_a_row,
    next_update,
    number,
    rated,
    rule_in_words,
    share,
    tier_title,
    what_it_does,
)
from scsgame.life.vocabulary import Vocabulary
from scsgame.regime.charter import Regime
from scsgame.regime.dossier import Dossier
from scsgame.regime.intervention.rules import Mark, Rule
from scsgame.regime.intervention.scale import Roll
from scsgame.regime.manipulation.disclosure import Disclosure, ScoreShown
from scsgame.regime.surveillance.observers import Observer
from scsgame.terms import Day, Safe
from scsgame.tongue import phrase

NOTHING_TOLD = Disclosure("hidden", "untold", "never", measures=False, watching="untold", known=False)
"""What is told of a system of which the person does not know that it exists."""


def disclosure(regime: Regime, dossier: Dossier, shows: Shows) -> Disclosure:
    """Return what is told now: the regime's own disclosure, or what the class decided of the score."""
    return disclosure_in(regime, dossier.facts["phase"], shows)


def disclosure_in(regime: Regime, phase: str, shows: Shows) -> Disclosure:
    """Return what is told during a phase; of what is not known nothing is, whatever the class decided."""
    told = regime.told_in(phase)
    if not told.known:
        return NOTHING_TOLD
    if shows == "as_is":
        return told
    return replace(told, score=cast("ScoreShown", shows))


def shown_score(regime: Regime, dossier: Dossier, told: Disclosure, day: Day) -> tuple[Day, float] | None:
    """Return the score one may see and the day it is from, or None."""
    if regime.scale.kind == "none" or not dossier.facts["enrolled"] or not dossier.course:
        return None
    if told.score == "visible":
        return (dossier.course[-1][0], dossier.course[-1][1])
    if told.score == "delayed":
        old = [entry for entry in dossier.course if entry[0] <= day - told.lag]
        return old[-1] if old else None
    return None


def shown_tier(dossier: Dossier, told: Disclosure) -> str:
    """Return the id of the tier one may see, or ""."""
    if not dossier.facts["enrolled"] or told.score not in ("visible", "tier"):
        return ""
    return str(dossier.facts["tier"])


def regime_view(moment: Moment, at: int, language: str) -> RegimeView:
    """Return one regime's app on the phone, on this day."""
    setup = moment.setup
    regime, dossier = setup.regimes[at], moment.dossiers[at]
    told = disclosure(regime, dossier, setup.shows)
    score = shown_score(regime, dossier, told, moment.day)
    tier = shown_tier(dossier, told)
    course = _course(dossier, told, moment.day)
    return RegimeView(
        id=regime.id,
        title=regime.title.read(language),
        about=regime.about.read(language),
        word=regime.word.read(language),
        enrolled=bool(dossier.facts["enrolled"]),
        opt_in=regime.opt_in,
        may_leave=regime.may_leave,
        score=number(regime.scale, score[1]) if score else None,
        score_as_of=score[0] if score else None,
        tier=tier_title(regime, tier, language) if tier else None,
        next_update=next_update(regime, setup.life.start, moment.day),
        least=regime.scale.least,
        most=regime.scale.most,
        tiers=_tiers(regime, dossier, told, language),
        course=course,
        marks=_marks(regime, dossier, told, language),
        lists=_lists(regime, dossier, told, language),
        measures=tuple(
            MeasureView(
                measure.id,
                measure.title.read(language),
                measure.kind,
                bool(dossier.facts[f"active({measure.id})"]),
                what_it_does(measure, setup.vocabulary, language),
                f"measure/{measure.id}",
            )
            for measure in regime.measures
            if told.measures and in_phase(measure.phases, dossier)
        ),
        rules=_rules(regime, dossier, told, setup.vocabulary, language),
        redress=tuple(_redress(moment, regime, language)),
        cases=tuple(
            CaseView(
                next(way.title.read(language) for way in regime.redress if way.id == case.redress),
                about(regime, dossier, case.target, language),
                case.filed,
                case.answer,
                f"redress/{case.redress}",
            )
            for case in dossier.cases
        ),
        shows_score=told.score in ("visible", "delayed"),
        shows_rules=told.rules,
        subject="regime",
        observers=_observers(regime, dossier, told, setup.vocabulary, language),
        factors=_factors(regime, told, language),
    )


def published(mark: Mark, dossier: Dossier, told: Disclosure) -> bool:
    """Say whether the person has been told of this mark by now."""
    if told.notice == "never":
        return False
    return told.notice == "at_once" or mark not in dossier.pending


def known(roll: Roll, told: Disclosure) -> bool:
    """Say whether a person can know of being on a list: it is public, or one is told."""
    return roll.public or told.notice != "never"


def tells_rule(rule: Rule, told: Disclosure) -> bool:
    """Say whether a rule is published."""
    return told.rules == "told" or (told.rules == "partly" and rule.told)


def tells_observer(observer: Observer, told: Disclosure) -> bool:
    """Say whether a person is told of an observer."""
    return told.watching == "told" or (told.watching == "partly" and observer.told)


def tells_thresholds(told: Disclosure) -> bool:
    """Say whether a person is told from which score on a step is reached."""
    return told.score in ("visible", "delayed")


def tells_factors(told: Disclosure) -> bool:
    """Say whether a person is told what the score is made of."""
    return told.rules != "untold" and told.score != "hidden"


def tells_influence(told: Disclosure) -> bool:
    """Say whether a person is told that others' standing weighs: it is a rule, or is said of a number one sees."""
    return told.rules != "untold" or told.score == "visible"


def in_phase(phases: frozenset[str], dossier: Dossier) -> bool:
    """Say whether something that belongs to phases is there now; what names none always is."""
    return not phases or dossier.facts["phase"] in phases


def _tiers(regime: Regime, dossier: Dossier, told: Disclosure, language: str) -> tuple[TierView, ...]:
    return tuple(
        TierView(
            tier.id,
            tier.title.read(language),
            tier.at_least if tells_thresholds(told) else None,
            f"tier/{tier.id}",
        )
        for tier in regime.tiers
        if told.score != "hidden" and in_phase(tier.phases, dossier)
    )


def _factors(regime: Regime, told: Disclosure, language: str) -> tuple[FactorView, ...]:
    scale = regime.scale
    found = []
    if tells_factors(told):
        found = [
            FactorView(part.id, part.title.read(language), share(scale, part), f"factor/{part.id}")
            for part in scale.factors
        ]
    if scale.influence is not None and tells_influence(told):
        title = phrase("factor.others", "others' standing", language)
        found.append(FactorView("others", title, Safe(f"{scale.influence.weight:.0%}"), "influence"))
    return tuple(found)


def _observers(
    regime: Regime, dossier: Dossier, told: Disclosure, vocabulary: Vocabulary, language: str
) -> tuple[ObserverView, ...]:
    return tuple(
        ObserverView(
            observer.id,
            observer.title.read(language),
            in_a_row((vocabulary.acts[act].title.read(language) for act in sorted(observer.sees)), language),
            f"observer/{observer.id}",
        )
        for observer in regime.observers
        if tells_observer(observer, told) and in_phase(observer.phases, dossier)
    )


def _course(dossier: Dossier, told: Disclosure, day: Day) -> tuple[tuple[Day, float], ...]:
    if not dossier.facts["enrolled"] or told.score not in ("visible", "delayed"):
        return ()
    until = day if told.score == "visible" else day - told.lag
    return tuple(entry for entry in dossier.course if entry[0] <= until)


def _marks(regime: Regime, dossier: Dossier, told: Disclosure, language: str) -> tuple[MarkView, ...]:
    numbers = told.score == "visible" and told.rules != "untold"
    return tuple(
        MarkView(
            mark.id,
            mark.day,
            regime.rule[mark.rule].title.read(language),
            mark.points if numbers and mark.points else None,
            f"mark/{mark.id}",
            *rated(regime.scale),
        )
        for mark in reversed(dossier.marks)
        if published(mark, dossier, told)
    )


def _lists(regime: Regime, dossier: Dossier, told: Disclosure, language: str) -> tuple[ListView, ...]:
    found = []
    marks: Mapping[str, Mark] = {mark.id: mark for mark in dossier.marks}
    for roll in regime.rolls:
        if not in_phase(roll.phases, dossier):
            continue
        on = dossier.facts[f"listed({roll.id})"]
        told_of = on and known(roll, told)
        reason = Safe("")
        mark = marks.get(dossier.placed.get(roll.id, ""))
        if told_of and roll.reason_given and mark is not None:
            reason = regime.rule[mark.rule].title.read(language)
        found.append(
            ListView(
                roll.id,
                roll.title.read(language),
                roll.good,
                roll.public,
                dossier.facts[f"since_on({roll.id})"] if told_of else None,
                reason,
                f"list/{roll.id}",
                known(roll, told),
            )
        )
    return tuple(found)


def _rules(
    regime: Regime, dossier: Dossier, told: Disclosure, vocabulary: Vocabulary, language: str
) -> tuple[RuleView, ...]:
    if told.rules == "untold":
        return ()
    numbers = told.score not in ("hidden", "tier")
    return tuple(
        RuleView(
            rule.id,
            rule.title.read(language),
            rule.points if numbers and rule.points and not rule.factor else None,
            rule_in_words(rule, vocabulary, language),
            f"rule/{rule.id}",
        )
        for rule in regime.rules
        if tells_rule(rule, told) and in_phase(rule.phases, dossier)
    )


def _redress(moment: Moment, regime: Regime, language: str) -> list[RedressView]:
    dossier = moment.dossiers[moment.setup.at[regime.id]]
    told = disclosure(regime, dossier, moment.setup.shows)
    found = []
    for way in regime.redress:
        if not in_phase(way.phases, dossier):
            continue
        named = [
            (name, about(regime, dossier, name, language))
            for name, mark in targets(regime, dossier, way)
            if (name in regime.roll and known(regime.roll[name], told))
            or (name not in regime.roll and mark is not None and published(mark, dossier, told))
        ]
        found.append(
            RedressView(
                way.id,
                way.title.read(language),
                way.kind,
                open_to(way, moment.life.facts, dossier),
                Safe("")
                if way.when.source == "always"
                else told_condition(way.when.tree, regime, moment.setup.vocabulary, language),
                way.most_characters,
                way.takes,
                tuple(named),
                f"redress/{way.id}",
            )
        )
    return found
