"""Is this real? What is known about a rule, a mark, a list, a door."""

from __future__ import annotations

from scsgame.game.moment import Moment
from scsgame.game.told import disclosure, published, tells_observer, tells_rule
from scsgame.game.views import WhyView
from scsgame.game.wording import condition_in_words, rule_in_words, what_it_does
from scsgame.regime.charter import Regime
from scsgame.regime.dossier import Dossier
from scsgame.regime.intervention.rules import Mark
from scsgame.terms import Provenance, Safe, Saying, safe


def why(moment: Moment, regime_id: str, subject: str, language: str = "en") -> WhyView:
    """Return what may be known about a subject, written kind/id, of a regime.

    Numbers that disclosure withholds are withheld here too. Raises KeyError when there is no such subject.
    """
    at = moment.setup.at[regime_id]
    regime, dossier = moment.setup.regimes[at], moment.dossiers[at]
    kind, _, name = subject.partition("/")
    title, lines, provenance, words = _find(moment, regime, dossier, kind, name, language)
    return WhyView(
        title.read(language),
        safe(words),
        tuple(safe(line) for line in lines if line),
        provenance,
        regime.title.read(language),
    )


def _find(
    moment: Moment, regime: Regime, dossier: Dossier, kind: str, name: str, language: str
) -> tuple[Saying, list[str], Provenance, str]:
    vocabulary = moment.setup.vocabulary
    told = disclosure(regime, dossier, moment.setup.shows)
    if kind == "mark":
        mark = next(mark for mark in dossier.marks if mark.id == name)
        rule = regime.rule[mark.rule]
        return rule.title, _of_mark(moment, regime, dossier, mark, language), rule.provenance, "an entry"
    if kind == "rule":
        rule = regime.rule[name]
        if not tells_rule(rule, told):
            return regime.title, ["This rule is not published."], rule.provenance, "a rule"
        lines = [f"It reads: {rule_in_words(rule, vocabulary, language)}."]
        if told.score == "visible" and told.rules != "untold" and rule.points:
            part = f" to the factor {rule.factor.replace('_', ' ')}" if rule.factor else ""
            lines.append(f"It gives {rule.points:+g} points{part}.")
        if rule.cap and told.rules != "untold":
            lines.append(f"At most {rule.cap:g} points in a {rule.per}.")
        return rule.title, lines, rule.provenance, "a rule"
    if kind == "measure":
        measure = regime.measure[name]
        lines = [f"It {what_it_does(measure, vocabulary, language)}."]
        if told.rules != "untold" and told.score != "hidden":
            lines.append(f"It stands when: {condition_in_words(measure)}.")
        return measure.title, lines, measure.provenance, f"a {measure.kind}"
    if kind == "list":
        roll = regime.roll[name]
        lines = ["Anybody can read it." if roll.public else "It is not public."]
        lines.append("It says why." if roll.reason_given else "It does not say why.")
        if roll.term:
            lines.append(f"An entry stands {roll.term} days.")
        return roll.title, lines, roll.provenance, "a list"
    if kind == "redress":
        way = next(way for way in regime.redress if way.id == name)
        lines = [f"An answer comes after {way.takes} days."]
        if way.most_characters:
            lines.append(f"The form takes {way.most_characters:,} characters.")
        return way.title, lines, way.provenance, "a way back"
    if kind == "observer":
        observer = next(observer for observer in regime.observers if observer.id == name)
        if not tells_observer(observer, told):
            return regime.title, ["Nothing is told of this."], regime.scale.provenance, "a system"
        sees = ", ".join(vocabulary.acts[act].title.read(language) for act in sorted(observer.sees))
        return observer.title, [f"It looks for: {sees}."], observer.provenance, "an observer"
    if kind == "turning":
        turning = next(turning for turning in regime.turnings if turning.into == name)
        return regime.title, [turning.notice.read(language)], turning.provenance, "a change of the scheme"
    return (
        regime.title,
        [regime.about.read(language), *_scale_lines(regime, told.score)],
        regime.scale.provenance,
        "a system",
    )


def _of_mark(moment: Moment, regime: Regime, dossier: Dossier, mark: Mark, language: str) -> list[str]:
    told = disclosure(regime, dossier, moment.setup.shows)
    if not published(mark, dossier, told):
        return ["Nothing is told of this entry."]
    vocabulary = moment.setup.vocabulary
    lines = [f"Entered on day {mark.day}."]
    if mark.kind:
        what = vocabulary.acts[mark.kind].title.read(language)
        lines.append(
            f"It says: {what}, on day {mark.seen_on}." if mark.by else f"It says that this was not seen: {what}."
        )
    if told.score == "visible" and told.rules != "untold" and mark.points:
        lines.append(f"It counts {mark.points:+g}.")
    observer = next((observer for observer in regime.observers if observer.id == mark.by), None)
    if observer is not None and told.rules == "told":
        lines.append(f"Reported by: {observer.title.read(language)}.")
    if mark.id in dossier.voided:
        lines.append("It has been struck out.")
    return lines


def _scale_lines(regime: Regime, shown: str) -> list[str]:
    scale = regime.scale
    if scale.kind == "none":
        return ["It has no number."]
    lines = []
    if shown != "hidden":
        lines.append(f"Its number runs from {scale.least:g} to {scale.most:g}.")
        lines.append(f"It is made anew {scale.updates.replace('_', ' ')}.")
    if scale.influence is not None:
        lines.append(f"Others' standing is said to weigh {scale.influence.weight:.0%}.")
    lines.append("One joins of one's own will." if regime.opt_in else "One is in it without being asked.")
    return lines


NOTHING_KNOWN = WhyView(
    Safe("Nothing to ask"),
    Safe(""),
    (Safe("There is nothing behind this that could be asked."),),
    Provenance(),
    Safe(""),
)
"""What to show where there is nothing to ask."""
