"""One regime's app on the phone: what it tells the person, and nothing else, as values ready to be painted."""

from __future__ import annotations

from collections.abc import Mapping

from scsgame.game.conditions_told import told_condition
from scsgame.game.moment import Moment
from scsgame.game.pleas import open_to, told_targets
from scsgame.game.told import (
    disclosure,
    in_phase,
    known,
    published,
    shown_score,
    shown_tier,
    tells_factors,
    tells_influence,
    tells_observer,
    tells_rule,
    tells_thresholds,
)
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
from scsgame.regime.intervention.rules import Mark
from scsgame.regime.manipulation.disclosure import Disclosure
from scsgame.terms import Day, Safe
from scsgame.tongue import phrase


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
        rules=_rules(moment, at, told, language),
        redress=tuple(_redress(moment, regime, language)),
        cases=tuple(
            CaseView(
                next(way.title.read(language) for way in regime.redress if way.id == case.redress),
                about(regime, dossier, case.target, told, language),
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
        for mark in dossier.newest_first
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


def _rules(moment: Moment, at: int, told: Disclosure, language: str) -> tuple[RuleView, ...]:
    setup, regime, dossier = moment.setup, moment.setup.regimes[at], moment.dossiers[at]
    if told.rules == "untold":
        return ()
    numbers = told.score not in ("hidden", "tier")
    return tuple(
        RuleView(
            rule.id,
            rule.title.read(language),
            rule.points if numbers and rule.points and not rule.factor else None,
            rule_in_words(rule, setup.vocabulary, setup.offices, language),
            f"rule/{rule.id}",
        )
        for rule in regime.rules
        if tells_rule(rule, told) and in_phase(rule.phases, dossier)
    )


def _redress(moment: Moment, regime: Regime, language: str) -> list[RedressView]:
    at = moment.setup.at[regime.id]
    dossier = moment.dossiers[at]
    told = disclosure(regime, dossier, moment.setup.shows)
    found = []
    for way in regime.redress:
        if not in_phase(way.phases, dossier):
            continue
        named = [
            (name, about(regime, dossier, name, told, language))
            for name, _ in told_targets(moment.setup, at, dossier, way)
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
