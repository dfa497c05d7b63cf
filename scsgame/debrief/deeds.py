"""How a decision and a consequence are put into words, for whoever tells of a life."""

from __future__ import annotations

from scsgame.debrief.consequences import Consequence
from scsgame.debrief.log import Log
from scsgame.debrief.rows import Decision
from scsgame.game.chronicle import Chronicle
from scsgame.game.view import speaker
from scsgame.game.wording import bracketed, in_a_row
from scsgame.regime.charter import Regime
from scsgame.terms import SELF, Safe, safe
from scsgame.tongue import phrase

SHORT = 60
"""A choice's text is cut after so many characters where many stand in a table."""


def decision_words(log: Log, number: int, language: str, option: str = "") -> Safe:
    """Return what was chosen in a decision, or what one of its other options would have been."""
    chronicle = log.chronicle
    decision = log.decisions[number - 1]
    name = option or decision.choice.id
    match decision.sort:
        case "choice":
            return _choice(chronicle, decision, name, language)
        case "bill":
            return _bill(chronicle, decision, name, language)
        case "joining":
            regime = chronicle.setup.regime[decision.scene].title.read(language)
            return {
                "joins": phrase("deed.joins", "joined {regime}", language, regime=regime),
                "leaves": phrase("deed.leaves", "left {regime}", language, regime=regime),
                "stays_out": phrase("deed.stays_out", "stayed out of {regime}", language, regime=regime),
            }.get(name) or phrase("deed.stays_in", "stayed in {regime}", language, regime=regime)
        case "plea":
            regime_id, way = decision.scene.split("/", 1)
            redress = next(one for one in chronicle.setup.regime[regime_id].redress if one.id == way)
            title = redress.title.read(language)
            if name == "keeps_quiet":
                return phrase("deed.keeps_quiet", "filed nothing", language)
            return phrase("deed.pleads", "filed: {way}", language, way=title)


def _choice(chronicle: Chronicle, decision: Decision, name: str, language: str) -> Safe:
    turn = chronicle.turns[decision.turn - 1]
    offer = next(offer for offer in turn.offers if offer.choice.id == name)
    return cut(speaker(turn.before, turn.table, language)(offer.choice.text))


def _bill(chronicle: Chronicle, decision: Decision, name: str, language: str) -> Safe:
    bill_id = decision.scene.removeprefix("bill/")
    bill = next(bill for bill in chronicle.setup.life.bills if bill.id == bill_id)
    title = bill.title.read(language)
    if name == "leaves_it":
        return phrase("deed.leaves_bill", "let the date pass: {bill}", language, bill=title)
    if name == "pays_late":
        return phrase("deed.pays_late", "paid late: {bill}", language, bill=title)
    return phrase("deed.pays", "paid in time: {bill}", language, bill=title)


def cut(words: str, most: int = SHORT) -> Safe:
    """Return words cut at a space, with a mark where something is missing."""
    if len(words) <= most:
        return safe(words)
    kept = words[: most - 1]
    head, gap, _ = kept.rpartition(" ")
    return safe(f"{head if gap else kept}…")


def full_stop(words: str, language: str) -> Safe:
    """Return words as a sentence of their own: with a full stop, where they have no end yet."""
    return safe(words) if words[-1:] in ".!?…。！？" else phrase("sentence", "{words}.", language, words=words)


def points_words(regime: Regime, points: float) -> str:
    """Return what a mark gave: points with their sign, or so many stars of the most there are."""
    return f"{points:g}/{regime.scale.most:g}" if regime.scale.kind == "ratings" else f"{points:+g}"


def consequence_words(chronicle: Chronicle, one: Consequence, language: str) -> Safe:
    """Return what came, in a few words: a rule with its points, a list, what began or ended."""
    regime = chronicle.setup.regime[one.regime]
    match one.kind:
        case "mark":
            title = regime.rule[one.subject].title.read(language)
            return safe(f"{title} {points_words(regime, one.points)}") if one.points else title
        case "struck":
            title = regime.rule[one.subject].title.read(language)
            said = phrase("came.struck", "struck out: {title}", language, title=title) if one.by == "plea" else phrase(
                "came.lapsed", "lapsed: {title}", language, title=title
            )  # fmt: skip
            return (
                safe(f"{said} {points_words(regime, one.points)}")
                if one.points and not regime.rule[one.subject].rating
                else said
            )
        case "list":
            title = regime.roll[one.subject].title.read(language)
            if one.on:
                return phrase("came.listed", "on the list: {title}", language, title=title)
            return phrase("came.unlisted", "off the list: {title}", language, title=title)
        case "measure":
            title = regime.measure[one.subject].title.read(language)
            if one.on:
                return phrase("came.begins", "begins: {title}", language, title=title)
            return phrase("came.ends", "ends: {title}", language, title=title)
        case "weekly":
            return phrase(
                "came.weekly", "each week: {title}", language, title=regime.measure[one.subject].title.read(language)
            )
        case "answer":
            way = next(way for way in regime.redress if way.id == one.subject).title.read(language)
            if one.on:
                return phrase("came.granted", "granted: {way}", language, way=way)
            return phrase("came.refused", "refused: {way}", language, way=way)


def who_words(chronicle: Chronicle, whom: str, language: str) -> Safe:
    """Return a person's name; you, nobody."""
    if whom == SELF:
        return phrase("who.you", "you", language)
    person = chronicle.setup.life.person.get(whom)
    return person.name.read(language) if person else phrase("who.nobody", "nobody", language)


def touches_words(chronicle: Chronicle, touches: tuple[tuple[str, int], ...], language: str) -> Safe:
    """Return what happened to the life's meters."""
    titles = {meter.id: meter.title.read(language) for meter in chronicle.setup.life.meters}
    return in_a_row((safe(f"{titles.get(meter, meter)} {change:+d}") for meter, change in touches), language)


def with_regime(chronicle: Chronicle, regime: str, words: str, language: str) -> Safe:
    """Return words with the regime they belong to, where there are several."""
    if len(chronicle.setup.regimes) == 1:
        return safe(words)
    return bracketed(words, chronicle.setup.regime[regime].title.read(language), language)
