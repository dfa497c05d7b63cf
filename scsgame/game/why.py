"""Is this real? What is known about a rule, a mark, a list, a door."""

from __future__ import annotations

from collections.abc import Sequence

from scsgame.game.moment import Moment
from scsgame.game.told import disclosure, published, tells_observer, tells_rule
from scsgame.game.views import WhyView
from scsgame.game.wording import condition_in_words, counted, in_a_row, rated, rule_in_words, what_it_does
from scsgame.regime.charter import Regime
from scsgame.regime.dossier import Dossier
from scsgame.regime.intervention.rules import Mark
from scsgame.terms import Provenance, Safe, Saying, safe
from scsgame.tongue import Phrase, phrase

KINDS = {
    "perk": Phrase("why.a_perk", "a perk"),
    "restriction": Phrase("why.a_restriction", "a restriction"),
    "publicity": Phrase("why.a_publicity", "a publicity"),
}
PARTS = {
    "sensor": Phrase("why.a_sensor", "a sensor"),
    "channel": Phrase("why.a_channel", "a channel"),
    "policy": Phrase("why.a_policy", "a policy"),
}
PERIODS = {
    "day": Phrase("period.day", "day"),
    "week": Phrase("period.week", "week"),
    "month": Phrase("period.month", "month"),
    "life": Phrase("period.life", "life"),
}
UPDATES = {
    "at_once": Phrase("updates.at_once", "at once"),
    "daily": Phrase("updates.daily", "daily"),
    "weekly": Phrase("updates.weekly", "weekly"),
    "monthly": Phrase("updates.monthly", "monthly"),
}


def why(moment: Moment, regime_id: str, subject: str, language: str = "en") -> WhyView:
    """Return what may be known about a subject, written kind/id, of a regime.

    Numbers that disclosure withholds are withheld here too. Raises KeyError when there is no such subject.
    """
    at = moment.setup.at[regime_id]
    regime, dossier = moment.setup.regimes[at], moment.dossiers[at]
    if not disclosure(regime, dossier, moment.setup.shows).known:
        return nothing_known(language)
    kind, _, name = subject.partition("/")
    title, lines, provenance, words = _find(moment, regime, dossier, kind, name, language)
    if title is not regime.title:
        lines = [*lines, *_part_lines(regime, dossier, kind, name, language)]
    return WhyView(
        title.read(language),
        safe(words),
        tuple(safe(line) for line in lines if line),
        provenance,
        regime.title.read(language),
    )


def _find(
    moment: Moment, regime: Regime, dossier: Dossier, kind: str, name: str, language: str
) -> tuple[Saying, Sequence[str], Provenance, str]:
    vocabulary = moment.setup.vocabulary
    told = disclosure(regime, dossier, moment.setup.shows)
    if kind == "mark":
        mark = next(mark for mark in dossier.marks if mark.id == name)
        if not published(mark, dossier, told):
            return _untold(regime, phrase("why.an_entry", "an entry", language), language)
        rule = regime.rule[mark.rule]
        return (
            rule.title,
            _of_mark(moment, regime, dossier, mark, language),
            rule.provenance,
            phrase("why.an_entry", "an entry", language),
        )
    if kind == "rule":
        rule = regime.rule[name]
        if not tells_rule(rule, told):
            return (
                regime.title,
                [phrase("why.rule_untold", "This rule is not published.", language)],
                rule.provenance,
                phrase("why.a_rule", "a rule", language),
            )
        lines = [phrase("why.reads", "It reads: {what}.", language, what=rule_in_words(rule, vocabulary, language))]
        if told.score == "visible" and told.rules != "untold" and rule.points:
            points = f"{rule.points:+g}"
            factor = next((part.title.read(language) for part in regime.scale.factors if part.id == rule.factor), "")
            lines.append(
                phrase(
                    "why.gives_to",
                    "It gives {points} points to the factor {factor}.",
                    language,
                    points=points,
                    factor=factor,
                )
                if factor
                else phrase("why.gives", "It gives {points} points.", language, points=points)
            )
        if rule.cap and told.rules != "untold":
            lines.append(
                phrase(
                    "why.cap",
                    "At most {points} points in a {time}.",
                    language,
                    points=f"{rule.cap:g}",
                    time=PERIODS[rule.per].read(language),
                )
            )
        return rule.title, lines, rule.provenance, phrase("why.a_rule", "a rule", language)
    if kind == "measure":
        measure = regime.measure[name]
        if not told.measures:
            return _untold(regime, KINDS[measure.kind].read(language), language)
        lines = [phrase("why.does", "It {what}.", language, what=what_it_does(measure, vocabulary, language))]
        if told.rules != "untold" and told.score != "hidden":
            lines.append(
                phrase(
                    "why.stands_when",
                    "It stands when: {condition}.",
                    language,
                    condition=condition_in_words(measure, regime, vocabulary, language),
                )
            )
        return measure.title, lines, measure.provenance, KINDS[measure.kind].read(language)
    if kind == "list":
        roll = regime.roll[name]
        lines = [
            phrase("why.public", "Anybody can read it.", language)
            if roll.public
            else phrase("why.not_public", "It is not public.", language)
        ]
        lines.append(
            phrase("why.reason", "It says why.", language)
            if roll.reason_given
            else phrase("why.no_reason", "It does not say why.", language)
        )
        if roll.term:
            lines.append(phrase("why.term", "An entry stands {days} days.", language, days=roll.term))
        return roll.title, lines, roll.provenance, phrase("why.a_list", "a list", language)
    if kind == "redress":
        way = next(way for way in regime.redress if way.id == name)
        lines = [phrase("why.takes", "An answer comes after {days} days.", language, days=way.takes)]
        if way.most_characters:
            lines.append(
                phrase("why.form", "The form takes {count} characters.", language, count=f"{way.most_characters:,}")
            )
        return way.title, lines, way.provenance, phrase("why.a_way_back", "a way back", language)
    if kind == "observer":
        observer = next(observer for observer in regime.observers if observer.id == name)
        if not tells_observer(observer, told):
            return _untold(regime, phrase("why.a_system", "a system", language), language)
        sees = in_a_row((vocabulary.acts[act].title.read(language) for act in sorted(observer.sees)), language)
        return (
            observer.title,
            [phrase("why.looks_for", "It looks for: {what}.", language, what=sees)],
            observer.provenance,
            phrase("why.an_observer", "an observer", language),
        )
    if kind == "part":
        part = next(part for part in regime.parts if part.id == name)
        return (
            part.title,
            [part.about.read(language), *_switch(regime, part.id, language)],
            part.provenance,
            PARTS[part.kind].read(language),
        )
    if kind == "turning":
        turning = next(turning for turning in regime.turnings if turning.into == name)
        return (
            regime.title,
            [turning.notice.read(language)],
            turning.provenance,
            phrase("why.a_change", "a change of the scheme", language),
        )
    return (
        regime.title,
        [regime.about.read(language), *_scale_lines(regime, told.score, language)],
        regime.scale.provenance,
        phrase("why.a_system", "a system", language),
    )


def _part_lines(regime: Regime, dossier: Dossier, kind: str, name: str, language: str) -> Sequence[str]:
    """Say on which part of its regime a thing hangs."""
    if kind == "mark":
        kind, name = "rule", next(mark.rule for mark in dossier.marks if mark.id == name)
    part = regime.part_of(kind, name)
    if part is None:
        return []
    return [
        phrase(
            "why.part",
            "It is of the part “{part}”, which can be switched off.",
            language,
            part=part.title.read(language),
        )
        if part.id not in regime.off
        else phrase(
            "why.instead", "It is here because the part “{part}” is off.", language, part=part.title.read(language)
        )
    ]


def _switch(regime: Regime, part: str, language: str) -> Sequence[str]:
    return [
        phrase("why.part_off", "It is switched off.", language)
        if part in regime.off
        else phrase("why.part_on", "It is switched on.", language)
    ]


def _untold(regime: Regime, kind: str, language: str) -> tuple[Saying, Sequence[str], Provenance, str]:
    """Return what may be known of a thing of which nothing is told: whose it would be, and no more."""
    line = phrase("why.nothing_told", "Nothing is told of this.", language)
    return regime.title, [line], regime.scale.provenance, kind


def _of_mark(moment: Moment, regime: Regime, dossier: Dossier, mark: Mark, language: str) -> Sequence[str]:
    told = disclosure(regime, dossier, moment.setup.shows)
    vocabulary = moment.setup.vocabulary
    lines = [phrase("why.entered", "Entered on day {day}.", language, day=mark.day)]
    if mark.kind:
        what = vocabulary.acts[mark.kind].title.read(language)
        lines.append(
            phrase("why.says", "It says: {what}, on day {day}.", language, what=what, day=mark.seen_on)
            if mark.by
            else phrase("why.says_not", "It says that this was not seen: {what}.", language, what=what)
        )
    if told.score == "visible" and told.rules != "untold" and mark.points:
        lines.append(
            phrase(
                "why.counts",
                "It counts {points}.",
                language,
                points=counted(mark.points, rated(regime.scale)[0], language),
            )
        )
    observer = next((observer for observer in regime.observers if observer.id == mark.by), None)
    if observer is not None and told.rules == "told":
        lines.append(phrase("why.reported_by", "Reported by: {whom}.", language, whom=observer.title.read(language)))
    if mark.id in dossier.voided:
        lines.append(phrase("why.struck", "It has been struck out.", language))
    return lines


def _scale_lines(regime: Regime, shown: str, language: str) -> Sequence[str]:
    scale = regime.scale
    if scale.kind == "none":
        return [phrase("why.no_number", "It has no number.", language)]
    lines = []
    if shown != "hidden":
        lines.append(
            phrase(
                "why.runs",
                "Its number runs from {least} to {most}.",
                language,
                least=f"{scale.least:g}",
                most=f"{scale.most:g}",
            )
        )
        lines.append(
            phrase("why.updates", "It is made anew {when}.", language, when=UPDATES[scale.updates].read(language))
        )
    if scale.influence is not None:
        lines.append(
            phrase(
                "why.influence",
                "Others' standing is said to weigh {share}.",
                language,
                share=f"{scale.influence.weight:.0%}",
            )
        )
    lines.append(
        phrase("why.opt_in", "One joins of one's own will.", language)
        if regime.opt_in
        else phrase("why.mandatory", "One is in it without being asked.", language)
    )
    return lines


NOTHING_KNOWN = WhyView(
    Safe("Nothing to ask"),
    Safe(""),
    (Safe("There is nothing behind this that could be asked."),),
    Provenance(),
    Safe(""),
)
"""What to show where there is nothing to ask, in English."""


def nothing_known(language: str) -> WhyView:
    """Return what to show where there is nothing to ask."""
    title = phrase("why.nothing_title", "Nothing to ask", language)
    words = phrase("why.nothing_behind", "There is nothing behind this that could be asked.", language)
    return NOTHING_KNOWN._replace(title=title, lines=(words,))
