"""How scores, measures, rules and entries are put into words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scsgame.game.told import known, published
from scsgame.life.vocabulary import Vocabulary
from scsgame.regime.charter import Regime
from scsgame.regime.dossier import Dossier
from scsgame.regime.intervention.rules import Rule
from scsgame.regime.intervention.scale import Factor, Scale
from scsgame.regime.manipulation.disclosure import Disclosure
from scsgame.regime.manipulation.measures import Measure
from scsgame.terms import Day, Safe, Saying, date_of, safe
from scsgame.tongue import Phrase, phrase

STATUS = {
    "documented": Phrase("status.documented", "documented"),
    "reported": Phrase("status.reported", "reported"),
    "contested": Phrase("status.contested", "contested"),
    "fictional": Phrase("status.fictional", "fictional"),
    "invented": Phrase("status.invented", "invented"),
}
"""How well a thing is known, as a word."""
UNTOLD = Phrase("plea.untold", "an entry that you are not shown")
MEASURES = {
    "perk": Phrase("measure.perk", "perk"),
    "restriction": Phrase("measure.restriction", "restriction"),
    "publicity": Phrase("measure.publicity", "publicity"),
}
REDRESS = {
    "dispute": Phrase("redress.dispute", "dispute"),
    "appeal": Phrase("redress.appeal", "appeal"),
    "repair": Phrase("redress.repair", "repair"),
}


def counted(points: float, most: float, language: str = "") -> str:
    """Return what a mark counts: points with their sign, or a rating out of so many."""
    if most:
        return phrase("rating.of", "{given} of {most}", language, given=f"{points:g}", most=f"{most:g}")
    return f"{points:+g}"


def rated(scale: Scale) -> tuple[float, float]:
    """Return of how many a rating is one, and from where on it is good; for points, nought and nought."""
    return (scale.most, scale.start) if scale.kind == "ratings" else (0, 0)


def bracketed(words: str, aside: str, language: str) -> Safe:
    """Return words with something in brackets after them."""
    return phrase("bracketed", "{words} ({aside})", language, words=words, aside=aside)


def stands(score: str, word: str, tier: str, language: str) -> Safe:
    """Write where somebody stands: the score with what it counts, then the step; either may be missing."""
    counted = (
        phrase("standing.counted", "{score} {word}", language, score=score, word=word) if score and word else score
    )
    if counted and tier:
        return phrase("standing.step", "{score}, {tier}", language, score=counted, tier=tier)
    return safe(counted or tier)


def in_a_row(words: Iterable[str], language: str) -> Safe:
    """Return several words as one list: one, two, three."""
    return safe(phrase("comma", ", ", language).join(words))


def number(scale: Scale, value: float) -> Safe:
    """Return a score as it is written."""
    return Safe(f"{value:.{scale.decimals}f}") if scale.decimals else Safe(str(round(value)))


def share(scale: Scale, part: Factor) -> Safe:
    """Return how much of the score a factor is."""
    return Safe(f"{part.weight / (sum(factor.weight for factor in scale.factors) or 1):.0%}")


def tier_title(regime: Regime, tier: str, language: str) -> Safe:
    """Return the word for a tier."""
    return next((entry.title.read(language) for entry in regime.tiers if entry.id == tier), Safe(""))


def next_update(regime: Regime, start: str, day: Day) -> Day | None:
    """Return the next day on which the score is made anew, where there is such a day."""
    if regime.scale.kind == "none" or regime.scale.updates not in ("weekly", "monthly"):
        return None
    for ahead in range(1, 40):
        date = date_of(start, day + ahead)
        if regime.scale.updates == "weekly" and date.weekday == "mon":
            return day + ahead
        if regime.scale.updates == "monthly" and date.day == regime.scale.update_day:
            return day + ahead
    return None


def what_it_does(measure: Measure, vocabulary: Vocabulary, language: str) -> Safe:
    """Return in words what a measure opens, closes or reprices, or how it is felt where it does none of these."""

    def names(services: tuple[str, ...]) -> str:
        return in_a_row((vocabulary.services[service].title.read(language) for service in services), language)

    parts = []
    if measure.opens:
        parts.append(phrase("does.opens", "opens {names}", language, names=names(measure.opens)))
    if measure.closes:
        parts.append(phrase("does.closes", "closes {names}", language, names=names(measure.closes)))
    for service, factor in measure.prices:
        name = names((service,))
        if factor == 0:
            parts.append(phrase("does.waives", "waives {name}", language, name=name))
        else:
            share = f"{factor:.0%}"
            parts.append(phrase("does.prices", "{name} at {share} of the price", language, name=name, share=share))
    if measure.kind == "publicity":
        parts.append(phrase("does.publishes", "makes it public", language))
    if not parts and measure.weekly:
        parts.append(phrase("does.weekly", "is felt every week", language))
    if not parts and measure.touches:
        parts.append(phrase("does.touches", "is felt when it begins", language))
    granted = measure.granted_by.read(language)
    if granted and measure.welcome:
        parts.append(phrase("does.granted_by", "granted by: {whom}", language, whom=granted))
    elif granted:
        parts.append(phrase("does.done_by", "carried out by: {whom}", language, whom=granted))
    return safe(phrase("semicolon", "; ", language).join(parts))


def rule_in_words(rule: Rule, vocabulary: Vocabulary, offices: Mapping[str, Saying], language: str) -> Safe:
    """Return in words what a rule reads; `offices` are the names of regimes and of their lists."""

    def act(kind: str) -> str:
        return vocabulary.acts[kind].title.read(language)

    if rule.act:
        return safe(act(rule.act))
    if rule.omits:
        parts = {"days": rule.within, "act": act(rule.omits)}
        if rule.after:
            return phrase("rule.omits_after", "“{act}” not seen within {days} days after “{after}”", language,
                          after=act(rule.after), **parts)  # fmt: skip
        return phrase("rule.omits", "“{act}” not seen within {days} days", language, **parts)
    if rule.unlisted:
        return phrase(
            "rule.unlisted", "off the list of {list}", language, list=office_words(rule.unlisted, offices, language)
        )
    return phrase("rule.listed", "on the list of {list}", language, list=office_words(rule.listed, offices, language))


def office_words(listed: str, offices: Mapping[str, Saying], language: str) -> Safe:
    """Return another office and its list, `regime/list`, as they are called; where no pack names them, as words."""
    office = listed.partition("/")[0]
    if office not in offices or listed not in offices:
        return safe(listed.replace("/", ", ").replace("_", " ").replace("-", " "))
    title = offices[office].read(language)
    return phrase("office.list", "{office}, “{list}”", language, office=title, list=offices[listed].read(language))


def about(regime: Regime, dossier: Dossier, target: str, told: Disclosure, language: str) -> Safe:
    """Return in words what a plea is about: a list, or a mark; an office may look into what it does not show."""
    if target in regime.roll:
        roll = regime.roll[target]
        return roll.title.read(language) if known(roll, told) else UNTOLD.read(language)
    mark = next((mark for mark in dossier.marks if mark.id == target), None)
    if mark is None:
        return Safe("")
    if not published(mark, dossier, told):
        return UNTOLD.read(language)
    return phrase(
        "mark.on_day",
        "{title} (day {day})",
        language,
        title=regime.rule[mark.rule].title.read(language),
        day=mark.day,
    )
