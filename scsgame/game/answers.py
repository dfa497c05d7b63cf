"""What is answered when somebody asks about one kind of thing; None where nothing is told of it, or there is no such thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from scsgame.conditions import Condition
from scsgame.game.answer_words import KINDS, MEASURES, NOTICES, PARTS, PERIODS, RULES, SCORES, UPDATES, WATCHING
from scsgame.game.conditions_told import told_condition
from scsgame.game.moment import Moment
from scsgame.game.told import (
    in_phase,
    published,
    tells_factors,
    tells_influence,
    tells_observer,
    tells_rule,
    tells_thresholds,
)
from scsgame.game.wording import counted, in_a_row, rated, rule_in_words, share, what_it_does
from scsgame.regime.charter import Regime
from scsgame.regime.dossier import Dossier
from scsgame.regime.intervention.rules import Mark
from scsgame.regime.manipulation.disclosure import Disclosure
from scsgame.terms import Provenance, Saying
from scsgame.tongue import Phrase, phrase

T = TypeVar("T")


class Asked(NamedTuple):
    """A question about one thing of a regime, the record as it stands, and what is told now."""

    moment: Moment
    regime: Regime
    dossier: Dossier
    told: Disclosure
    name: str
    language: str


class Answer(NamedTuple):
    """What a thing is called and what kind of thing it is, what it does, and where it comes from."""

    title: Saying
    kind: Phrase
    lines: Sequence[str]
    provenance: Provenance


def _mark(asked: Asked) -> Answer | None:
    regime, dossier, told, language = asked.regime, asked.dossier, asked.told, asked.language
    mark = _by_id(dossier.marks, asked.name)
    if mark is None or not published(mark, dossier, told):
        return None
    rule = regime.rule[mark.rule]
    lines = [phrase("why.entered", "Entered on day {day}.", language, day=mark.day), *_reported(asked, mark)]
    if told.score == "visible" and told.rules != "untold" and mark.points:
        points = counted(mark.points, rated(regime.scale)[0], language)
        lines.append(phrase("why.counts", "It counts {points}.", language, points=points))
    observer = _by_id(regime.observers, mark.by)
    if observer is not None and told.rules == "told" and tells_observer(observer, told):
        lines.append(phrase("why.reported_by", "Reported by: {whom}.", language, whom=observer.title.read(language)))
    if mark.id in dossier.voided:
        lines.append(phrase("why.struck", "It has been struck out.", language))
    return Answer(rule.title, KINDS["mark"], lines, rule.provenance)


def _reported(asked: Asked, mark: Mark) -> Iterable[str]:
    """Say what an entry is about."""
    if mark.kind:
        what = asked.moment.setup.vocabulary.acts[mark.kind].title.read(asked.language)
        yield (
            phrase("why.says", "It says: {what}, on day {day}.", asked.language, what=what, day=mark.seen_on)
            if mark.by
            else phrase("why.says_not", "It says that this was not seen: {what}.", asked.language, what=what)
        )


def _rule(asked: Asked) -> Answer | None:
    regime, told, language = asked.regime, asked.told, asked.language
    rule = regime.rule.get(asked.name)
    if rule is None or not tells_rule(rule, told) or not in_phase(rule.phases, asked.dossier):
        return None
    reads = rule_in_words(rule, asked.moment.setup.vocabulary, asked.moment.setup.offices, language)
    lines = [phrase("why.reads", "It reads: {what}.", language, what=reads)]
    if told.score == "visible" and rule.points:
        points = f"{rule.points:+g}"
        factor = next((part.title.read(language) for part in regime.scale.factors if part.id == rule.factor), "")
        lines.append(
            phrase("why.gives_to", "It gives {points} points to the factor {factor}.", language, points=points,
                   factor=factor)
            if factor
            else phrase("why.gives", "It gives {points} points.", language, points=points)
        )  # fmt: skip
    if told.score == "visible" and rule.rating:
        given = counted(rule.rating, rated(regime.scale)[0], language)
        lines.append(phrase("why.rates", "It gives a rating: {given}.", language, given=given))
    if rule.cap:
        time = PERIODS[rule.per].read(language)
        lines.append(
            phrase("why.cap", "At most {points} points in a {time}.", language, points=f"{rule.cap:g}", time=time)
        )
    return Answer(rule.title, KINDS["rule"], lines, rule.provenance)


def _measure(asked: Asked) -> Answer | None:
    regime, told, language = asked.regime, asked.told, asked.language
    measure = regime.measure.get(asked.name)
    if measure is None or not told.measures or not in_phase(measure.phases, asked.dossier):
        return None
    does = what_it_does(measure, asked.moment.setup.vocabulary, language)
    lines = [phrase("why.does", "What it does: {what}.", language, what=does)]
    if _tells_when(asked, measure.when):
        when = told_condition(measure.when.tree, regime, asked.moment.setup.vocabulary, language)
        lines.append(phrase("why.stands_when", "It stands when: {condition}.", language, condition=when))
    return Answer(measure.title, MEASURES[measure.kind], lines, measure.provenance)


def _tells_when(asked: Asked, when: Condition) -> bool:
    """Say whether it is told when a measure stands: where rules are told, and it gives neither score nor rule away."""
    told, regime = asked.told, asked.regime
    if told.rules == "untold" or (told.score == "hidden" and regime.scale.kind != "none"):
        return False
    counted = {
        atom.name.partition("(")[2].removesuffix(")") for atom in when.atoms() if atom.name.startswith("marks(")
    }
    return all(tells_rule(rule, told) for rule in regime.rules if rule.id in counted)


def _list(asked: Asked) -> Answer | None:
    roll, language = asked.regime.roll.get(asked.name), asked.language
    if roll is None or not in_phase(roll.phases, asked.dossier):
        return None
    lines = [
        phrase("why.public", "Anybody can read it.", language)
        if roll.public
        else phrase("why.not_public", "It is not public.", language),
        phrase("why.reason", "It says why.", language)
        if roll.reason_given
        else phrase("why.no_reason", "It does not say why.", language),
    ]
    if roll.term:
        lines.append(phrase("why.term", "An entry stands {days} days.", language, days=roll.term))
    return Answer(roll.title, KINDS["list"], lines, roll.provenance)


def _tier(asked: Asked) -> Answer | None:
    tiers, language = asked.regime.tiers, asked.language
    tier = _by_id((tier for tier in tiers if in_phase(tier.phases, asked.dossier)), asked.name)
    if tier is None or asked.told.score == "hidden":
        return None
    begins = (
        phrase("why.tier_from", "It begins at {score}.", language, score=f"{tier.at_least:g}")
        if tells_thresholds(asked.told)
        else phrase("why.tier_untold", "It is not told where it begins.", language)
    )
    return Answer(tier.title, KINDS["tier"], [begins], tier.provenance)


def _factor(asked: Asked) -> Answer | None:
    scale = asked.regime.scale
    factor = _by_id(scale.factors, asked.name)
    if factor is None or not tells_factors(asked.told):
        return None
    weighs = phrase("why.weighs", "It is {share} of the score.", asked.language, share=share(scale, factor))
    return Answer(factor.title, KINDS["factor"], [weighs], factor.provenance)


def _influence(asked: Asked) -> Answer | None:
    influence = asked.regime.scale.influence
    if influence is None or not tells_influence(asked.told):
        return None
    title = Saying(((asked.language, phrase("factor.others", "others' standing", asked.language)),))
    return Answer(title, KINDS["influence"], _others_weigh(asked), influence.provenance)


def _redress(asked: Asked) -> Answer | None:
    way, language = _by_id(asked.regime.redress, asked.name), asked.language
    if way is None or not in_phase(way.phases, asked.dossier):
        return None
    lines = [phrase("why.takes", "An answer comes after {days} days.", language, days=way.takes)]
    if way.most_characters:
        count = f"{way.most_characters:,}"
        lines.append(phrase("why.form", "The form takes {count} characters.", language, count=count))
    return Answer(way.title, KINDS["redress"], lines, way.provenance)


def _observer(asked: Asked) -> Answer | None:
    observer, language = _by_id(asked.regime.observers, asked.name), asked.language
    if observer is None or not tells_observer(observer, asked.told) or not in_phase(observer.phases, asked.dossier):
        return None
    acts = asked.moment.setup.vocabulary.acts
    sees = in_a_row((acts[act].title.read(language) for act in sorted(observer.sees)), language)
    lines = [phrase("why.looks_for", "It looks for: {what}.", language, what=sees)]
    return Answer(observer.title, KINDS["observer"], lines, observer.provenance)


def _part(asked: Asked) -> Answer | None:
    part, language = _by_id(asked.regime.parts, asked.name), asked.language
    if part is None:
        return None
    switch = (
        phrase("why.part_off", "It is switched off.", language)
        if part.id in asked.regime.off
        else phrase("why.part_on", "It is switched on.", language)
    )
    return Answer(part.title, PARTS[part.kind], [part.about.read(language), switch], part.provenance)


def _turning(asked: Asked) -> Answer | None:
    """Answer about a change that has come; of one that is still to come nothing is told."""
    turning = next((turning for turning in asked.regime.turnings if turning.into == asked.name), None)
    if turning is None or not asked.dossier.facts[f"turned({turning.into})"]:
        return None
    return Answer(asked.regime.title, KINDS["turning"], [turning.notice.read(asked.language)], turning.provenance)


def _disclosure(asked: Asked) -> Answer | None:
    """Answer what this system tells, and where it is known from that it tells no more."""
    told, language = asked.told, asked.language
    lines = [] if asked.regime.scale.kind == "none" else [SCORES[told.score].read(language, lag=told.lag)]
    lines += [RULES[told.rules].read(language), NOTICES[told.notice].read(language)]
    lines.append(
        phrase("told.measures", "It says what your standing opens and closes.", language)
        if told.measures
        else phrase("told.no_measures", "It does not say what your standing opens and closes.", language)
    )
    lines.append(WATCHING[told.watching].read(language))
    return Answer(asked.regime.title, KINDS["disclosure"], lines, told.provenance)


def _system(asked: Asked) -> Answer | None:
    regime, language = asked.regime, asked.language
    scale = regime.scale
    lines: list[str] = [regime.about.read(language)]
    if scale.kind == "none":
        lines.append(phrase("why.no_number", "It has no number.", language))
    elif asked.told.score != "hidden":
        least, most = f"{scale.least:g}", f"{scale.most:g}"
        lines.append(phrase("why.runs", "Its number runs from {least} to {most}.", language, least=least, most=most))
        when = UPDATES[scale.updates].read(language)
        lines.append(phrase("why.updates", "It is made anew {when}.", language, when=when))
    if tells_influence(asked.told):
        lines += _others_weigh(asked)
    lines.append(
        phrase("why.opt_in", "One joins of one's own will.", language)
        if regime.opt_in
        else phrase("why.mandatory", "One is in it without being asked.", language)
    )
    return Answer(regime.title, KINDS["regime"], lines, scale.provenance)


def _others_weigh(asked: Asked) -> Sequence[str]:
    influence = asked.regime.scale.influence
    if influence is None:
        return []
    weight = f"{influence.weight:.0%}"
    return [phrase("why.influence", "Others' standing is said to weigh {share}.", asked.language, share=weight)]


def _by_id(things: Iterable[T], name: str) -> T | None:
    """Return the thing of this id."""
    return next((thing for thing in things if getattr(thing, "id", None) == name), None)


ANSWERS: Mapping[str, Callable[[Asked], Answer | None]] = {
    "mark": _mark,
    "rule": _rule,
    "measure": _measure,
    "list": _list,
    "tier": _tier,
    "factor": _factor,
    "influence": _influence,
    "redress": _redress,
    "observer": _observer,
    "part": _part,
    "turning": _turning,
    "disclosure": _disclosure,
    "regime": _system,
}
