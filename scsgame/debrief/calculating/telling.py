"""The calculative self, told: sentences, tables, and what they cannot show."""

from __future__ import annotations

from collections.abc import Iterator

from scsgame.debrief.calculating.bets_told import bets_told
from scsgame.debrief.calculating.choosing import Chosen
from scsgame.debrief.calculating.company import Company
from scsgame.debrief.calculating.looks import Looks
from scsgame.debrief.calculating.report import SelfReport
from scsgame.debrief.calculating.standoffs import Standoff
from scsgame.debrief.figures import rate_words
from scsgame.debrief.finding import Finding, finding
from scsgame.debrief.statistics.proportions import PERCENT_FROM
from scsgame.game.chronicle import Chronicle
from scsgame.game.view import scene_view
from scsgame.regime.charter import Regime
from scsgame.terms import Safe
from scsgame.tongue import Phrase, phrase

BASES = {
    "published": Phrase("choosing.published", "by the rules it publishes"),
    "rules": Phrase("choosing.rules", "by all its rules, seen or not"),
    "came": Phrase("choosing.came", "by what in fact came of it"),
}
SAID = {
    "published": Phrase(
        "choosing.said_published",
        "In {chances} {chances|choice|choices} the rules that {regime} publishes count the ways differently. You took the one that counts best in {taken}; "
        "a blind pick would have taken it in about {blind}, give or take {give}.",
    ),
    "rules": Phrase(
        "choosing.said_rules",
        "{regime} publishes no rule that would have told the ways apart. By the rules it keeps to itself, you took the one that counts best in {taken}; a "
        "blind pick would have taken it in about {blind}, give or take {give}.",
    ),
}
STEPS = {
    "dropped": Phrase(
        "company.dropped",
        "You could have dropped a friend in {chances} {chances|choice|choices}, and did so in {done}.",
    ),
    "sought": Phrase(
        "company.sought",
        "You could have sought out somebody well regarded in {chances} {chances|choice|choices}, and did so in {done}.",
    ),
    "stood_by": Phrase(
        "company.stood_by",
        "You could have let yourself be seen with somebody on a list in {chances} {chances|choice|choices}, and did so in {done}.",
    ),
}
NOT_TAKEN = {
    "dropped": Phrase(
        "company.not_dropped",
        "You could have dropped a friend in {chances} {chances|choice|choices}, and did not.",
    ),
    "sought": Phrase(
        "company.not_sought",
        "You could have sought out somebody well regarded in {chances} {chances|choice|choices}, and did not.",
    ),
    "stood_by": Phrase(
        "company.not_stood_by",
        "You could have let yourself be seen with somebody on a list in {chances} {chances|choice|choices}, and did not.",
    ),
}
NUMBER = Phrase("choosing.title", "By the number: {regime}")
LISTS = Phrase("choosing.title_lists", "By the lists: {regime}")
WON = {
    "self": Phrase("standoff.self", "your values"),
    "standing": Phrase("standoff.standing", "your standing"),
    "neither": Phrase("standoff.neither", "neither"),
}


def self_findings(report: SelfReport, chronicle: Chronicle, language: str = "en") -> tuple[Finding, ...]:
    """Return how far a life was lived by one regime's number."""
    regime = chronicle.setup.regime[report.regime]
    told: list[Finding] = []
    if report.looks.shown or report.looks.looked or any(one.taken.chances for one in report.chosen):
        told.append(_by_the_number(report, regime, language))
    if report.foresight.guesses or report.foresight.unsettled:
        told.append(bets_told(report, chronicle, regime, language))
    if chronicle.setup.values and any(one.taken.chances for one in report.chosen):
        told.append(_standoffs(report, chronicle, regime, language))
    return tuple(told)


def _by_the_number(report: SelfReport, regime: Regime, language: str) -> Finding:
    title = regime.title.read(language)
    says = [*_looked(report.looks, title, language), *_chose(report.chosen, title, language)]
    cannot = [
        phrase(
            "choosing.limit",
            "that you chose for its sake. What counts best is often also the decent way, or the comfortable one.",
            language,
        )
    ]
    steps = [sentence for one in report.company for sentence in _company(one, language)]
    if steps:
        says += steps
        cannot.append(
            phrase(
                "company.limit",
                "why you dropped or sought anybody. One also does so over money, or over a song.",
                language,
            )
        )
    rows = []
    if any(one.taken.chances for one in report.chosen):
        rows = [
            (
                phrase("choosing.reckoned", "reckoned", language),
                phrase("choosing.best_taken", "best counted way taken", language),
                phrase("choosing.blind", "a blind pick", language),
            )
        ]
        rows += [
            (
                BASES[one.basis].read(language),
                rate_words(one.taken, language),
                phrase("choosing.about", "about {blind}", language, blind=round(one.blind)),
            )
            for one in report.chosen
            if one.taken.chances
        ]
    return finding(
        f"number.{regime.id}",
        (LISTS if regime.scale.kind == "none" else NUMBER).read(language, regime=title),
        says,
        cannot,
        rows,
        turns=next((one.turns for one in report.chosen if one.taken.chances), ()),
    )


def _looked(found: Looks, title: str, language: str) -> Iterator[str]:
    if not found.looked:
        yield phrase("looks.never", "You never looked up where you stand with {regime}.", language, regime=title)
    elif not found.shown:
        yield phrase(
            "looks.nothing",
            "You looked up where you stand with {regime} {count} {count|time|times}. It never showed you a number, or a word for it.",
            language,
            regime=title,
            count=found.looked,
        )
    else:
        yield phrase(
            "looks.count",
            "You looked up where you stand with {regime} {count} {count|time|times}; what it shows of that changed {changed} {changed|time|times}.",
            language,
            regime=title,
            count=found.looked,
            changed=found.changed,
        )
        if found.stale:
            yield phrase(
                "looks.stale",
                "At {stale} of these looks it stood as at the look before.",
                language,
                stale=found.stale,
            )
    if found.shown:
        yield phrase(
            "looks.beside",
            "Where it is shown it stands beside each day too, and nobody counts such glances.",
            language,
        )


def _chose(found: tuple[Chosen, ...], title: str, language: str) -> Iterator[str]:
    one = next((one for one in found if one.taken.chances and one.basis in SAID), None)
    if one is None:
        return
    yield SAID[one.basis].read(
        language,
        regime=title,
        chances=one.taken.chances,
        taken=rate_words(one.taken, language),
        blind=round(one.blind),
        give=max(1, round(one.give)),
    )
    if one.taken.chances < PERCENT_FROM:
        return
    if one.beyond_chance:
        yield phrase("choosing.beyond", "That is more than blind picking gives.", language)
    elif one.below_chance:
        yield phrase("choosing.below", "That is less than blind picking gives: you went the other way.", language)
    else:
        yield phrase("choosing.within", "That lies within what blind picking gives.", language)


def _company(found: Company, language: str) -> Iterator[str]:
    said = STEPS if found.done.done else NOT_TAKEN
    words = said[found.sort].read(language, chances=found.done.chances, done=found.done.done)
    best = sum(step.best is True for step in found.steps)
    if best:
        words = phrase(
            "and_then",
            "{first} {then}",
            language,
            first=words,
            then=phrase(
                "company.best",
                "In {best} of these that was also the way that counts best.",
                language,
                best=best,
            ),
        )
    yield words


def _standoffs(report: SelfReport, chronicle: Chronicle, regime: Regime, language: str) -> Finding:
    held = [value.title.read(language) for value in chronicle.setup.life.values if value.id in chronicle.setup.values]
    slots = {
        "regime": regime.title.read(language),
        "values": phrase("and", " and ", language).join(held),
        "count": len(report.standoffs),
        **{won.replace(" ", "_"): sum(one.won == won for one in report.standoffs) for won in WON},
    }
    if report.standoffs:
        says = [
            phrase(
                "standoff.count",
                "In {count} {count|choice|choices} what you had set out to hold to ({values}) and the rules of {regime} asked for different ways. Your values won {self}, your "
                "standing {standing}, neither {neither}.",
                language,
                **slots,
            )
        ]
    else:
        says = [
            phrase(
                "standoff.none",
                "What you had set out to hold to ({values}) and the rules of {regime} never asked for different ways in a choice that you met.",
                language,
                **slots,
            )
        ]
    rows: list[tuple[str, ...]] = []
    if report.standoffs:
        rows = [
            (
                phrase("diary.day", "day", language),
                phrase("standoff.took", "what you did", language),
                phrase("standoff.won", "which won", language),
            )
        ]
        rows += [
            (str(one.day), _took(chronicle, one, language), WON[one.won].read(language)) for one in report.standoffs
        ]
    return finding(
        f"standoff.{regime.id}",
        phrase("standoff.title", "Self and standing: {regime}", language, regime=slots["regime"]),
        says,
        [
            phrase(
                "standoff.limit",
                "what it cost you. Which way stands for which value was decided by whoever wrote the scene.",
                language,
            )
        ],
        rows,
        turns=[one.turn for one in report.standoffs],
    )


def _took(chronicle: Chronicle, one: Standoff, language: str) -> Safe:
    view = scene_view(chronicle.turns[one.turn - 1].before, language)
    offers = view.offers if view is not None else ()
    return next((offer.text for offer in offers if offer.id == one.taken), Safe(one.taken))
