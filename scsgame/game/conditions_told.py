"""A condition as words a player can read, in the player's language: `score is below 600`, 分数低于600.

Conditions carry their English words from the pack's door. In another language they are made anew, from the same tree.
"""

from __future__ import annotations

from scsgame.conditions.printers import as_words, read_beside
from scsgame.conditions.tree import Atom, Choices, Compare, Constant, Join, Node, Not, Sum
from scsgame.life.vocabulary import Vocabulary
from scsgame.regime.charter import Regime
from scsgame.terms import Safe, safe
from scsgame.tongue import Phrase, phrase

_OPERATORS = {
    "==": Phrase("condition.is", "{left} is {right}"),
    "!=": Phrase("condition.is_not", "{left} is not {right}"),
    "<": Phrase("condition.below", "{left} is below {right}"),
    "<=": Phrase("condition.at_most", "{left} is at most {right}"),
    ">": Phrase("condition.above", "{left} is above {right}"),
    ">=": Phrase("condition.at_least", "{left} is at least {right}"),
    "in": Phrase("condition.one_of", "{left} is one of {right}"),
    "not in": Phrase("condition.none_of", "{left} is none of {right}"),
}
_PLAIN = {
    "day": Phrase("condition.day", "the day"),
    "week": Phrase("condition.week", "the week"),
    "weekday": Phrase("condition.weekday", "the weekday"),
    "date": Phrase("condition.date", "the date"),
    "score": Phrase("condition.score", "the score"),
    "friends_score": Phrase("condition.friends_score", "the friends' mean score"),
    "tier": Phrase("condition.tier", "the tier"),
    "phase": Phrase("condition.phase", "the phase"),
    "days_in_phase": Phrase("condition.days_in_phase", "the days this phase has stood"),
    "enrolled": Phrase("condition.enrolled", "you take part"),
    "money": Phrase("condition.money", "money"),
    "strength": Phrase("condition.strength", "strength"),
    "ties": Phrase("condition.ties", "ties"),
    "self": Phrase("condition.self", "self"),
}
_FAMILIES = {
    "listed": Phrase("condition.listed", "you are on the list “{what}”"),
    "days_on": Phrase("condition.days_on", "the days on the list “{what}”"),
    "seen": Phrase("condition.seen", "how often it was seen that one {what}"),
    "since_seen": Phrase("condition.since_seen", "the days since it was seen that one {what}"),
    "seen_of_unit": Phrase("condition.seen_of_unit", "how often it was seen that one judged with you {what}"),
    "seen_of_friends": Phrase("condition.seen_of_friends", "how often it was seen that a friend {what}"),
    "elsewhere": Phrase("condition.elsewhere", "you are on the list “{what}”"),
    "score_at": Phrase("condition.score_at", "the score under {what}"),
    "marks": Phrase("condition.marks", "the marks under “{what}”"),
    "active": Phrase("condition.active", "“{what}” is in force"),
    "times": Phrase("condition.times", "how often one {what}"),
    "open": Phrase("condition.open", "{what} is open"),
    "eased": Phrase("condition.eased", "{what} is made easier"),
    "met": Phrase("condition.met", "you have met “{what}”"),
    "since": Phrase("condition.since", "the days since “{what}”"),
    "chose": Phrase("condition.chose", "you chose “{what}”"),
}
_ACTS = frozenset(("seen", "since_seen", "seen_of_unit", "seen_of_friends", "times"))
_SERVICES = frozenset(("open", "eased"))


def told_condition(node: Node, regime: Regime, vocabulary: Vocabulary, language: str) -> Safe:
    """Return a condition in this language."""
    if language == "en":
        return safe(as_words(node))

    def words(part: Node) -> str:
        return told_condition(part, regime, vocabulary, language)

    match node:
        case Atom():
            return safe(_atom(node, regime, vocabulary, language))
        case Constant(value, kind):
            if kind == "truth":
                always, never = (
                    phrase("condition.always", "always", language),
                    phrase("condition.never", "never", language),
                )
                return always if value else never
            return safe(_word(str(value), regime, language))
        case Choices(values):
            return safe(phrase("condition.or", " or ", language).join(words(value) for value in values))
        case Compare(left, operator, right):
            sides = words(read_beside(left, right)), words(read_beside(right, left))
            return _OPERATORS[operator].read(language, left=sides[0], right=sides[1])
        case Sum(left, operator, right):
            return safe(f"{words(left)} {operator} {words(right)}")
        case Join(operator, parts):
            either, both = phrase("condition.or", " or ", language), phrase("condition.and", " and ", language)
            return safe((either if operator == "or" else both).join(words(part) for part in parts))
        case Not(part):
            return phrase("condition.not", "not: {what}", language, what=words(part))


def _atom(atom: Atom, regime: Regime, vocabulary: Vocabulary, language: str) -> str:
    family, bracket, rest = atom.name.partition("(")
    if not bracket:
        return _PLAIN[family].read(language) if family in _PLAIN else atom.words or family.replace("_", " ")
    if family not in _FAMILIES:
        return atom.words or atom.name
    name = rest.removesuffix(")")
    return _FAMILIES[family].read(language, what=_titled(family, name, regime, vocabulary, language))


def _titled(family: str, name: str, regime: Regime, vocabulary: Vocabulary, language: str) -> str:
    """Return what a name inside the brackets is called."""
    titles = {
        **({act.id: act.title for act in vocabulary.acts.values()} if family in _ACTS else {}),
        **({one.id: one.title for one in vocabulary.services.values()} if family in _SERVICES else {}),
        **({roll.id: roll.title for roll in regime.rolls} if family in {"listed", "days_on"} else {}),
        **({rule.id: rule.title for rule in regime.rules} if family == "marks" else {}),
        **({measure.id: measure.title for measure in regime.measures} if family == "active" else {}),
    }
    return titles[name].read(language) if name in titles else name.replace("_", " ")


def _word(word: str, regime: Regime, language: str) -> str:
    """Return a tier by its title; any other word or number as it is."""
    tier = next((tier for tier in regime.tiers if tier.id == word), None)
    return tier.title.read(language) if tier is not None else word.replace("_", " ")
