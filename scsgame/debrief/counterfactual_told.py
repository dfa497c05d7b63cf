"""What would it have taken, in sentences."""

from __future__ import annotations

from collections.abc import Iterable

from scsgame.debrief.counterfactual import Answer, Door, Instead, answer, at_first, doors_of, stood
from scsgame.debrief.finding import Finding, finding
from scsgame.debrief.heed import Heed, somebody_waits
from scsgame.debrief.log import Log
from scsgame.game.chronicle import Chronicle
from scsgame.game.view import speaker
from scsgame.regime.charter import Regime
from scsgame.terms import Safe
from scsgame.tongue import phrase

__all__ = ["asked_first", "door_title", "told"]


def asked_first(log: Log, regime: Regime) -> tuple[Door, ...]:
    """Return the doors of a regime that a debrief asks about: what stood against the person, and the first perk missed."""
    bad = [door for door in doors_of(regime) if not _good(regime, door) and stood(log.chronicle, door)]
    missed = [door for door in doors_of(regime) if _good(regime, door) and not stood(log.chronicle, door)]
    return (*bad[:1], *missed[:1])


def told(log: Log, door: Door, language: str = "en", heed: Heed = somebody_waits) -> Finding:
    """Return what it would have taken for one door, as a finding with its replay behind it."""
    found = answer(log, door, heed=heed)
    regime = log.chronicle.setup.regime[door.regime]
    title = door_title(regime, door, language)
    says = [_was(found, at_first(log.chronicle, door), title, language)]
    if found.changes:
        says.append(
            phrase("taken.one", "One choice would have turned it.", language)
            if len(found.changes) == 1
            else phrase(
                "taken.several",
                "{count} choices would have turned it; the search found no fewer.",
                language,
                count=len(found.changes),
            )
        )
    else:
        says.append(_nothing(found, language))
    if found.proof is not None and (found.proof.forced or found.proof.gone):
        says.append(
            phrase(
                "taken.forced",
                "In the replay {forced} {forced|scene|scenes} had to be laid out that would not have come, and {gone} {gone|move|moves} fell away.",
                language,
                forced=found.proof.forced,
                gone=found.proof.gone,
            )
        )
    cannot = [
        phrase(
            "taken.limit",
            "how you would have gone on from there: everything else was left as it was, the luck too.",
            language,
        )
    ]
    rows = _rows(log.chronicle, found.changes, language)
    name = f"counterfactual/{door.regime}/{door.kind}/{door.name}"
    head = phrase("taken.title", "What would it have taken: {door}", language, door=title)
    return finding(name, head, says, cannot, rows, turns=[change.turn for change in found.changes])


def door_title(regime: Regime, door: Door, language: str) -> Safe:
    """Return the words for a door."""
    thing = regime.roll[door.name] if door.kind == "list" else regime.measure[door.name]
    return thing.title.read(language)


def _good(regime: Regime, door: Door) -> bool:
    return regime.roll[door.name].good if door.kind == "list" else regime.measure[door.name].welcome


def _was(found: Answer, first: bool, title: str, language: str) -> str:
    if first and found.stood:
        return phrase("taken.first_stood", "“{door}” stood from your first morning to the end.", language, door=title)
    if first:
        return phrase(
            "taken.first_gone",
            "“{door}” stood on your first morning, and no longer at the end.",
            language,
            door=title,
        )
    if found.stood:
        return phrase("taken.stood", "“{door}” came to stand for you.", language, door=title)
    return phrase("taken.stood_not", "“{door}” never stood for you.", language, door=title)


def _nothing(found: Answer, language: str) -> str:
    if not found.relevant:
        return phrase("taken.out_of_reach", "No choice of this life touched it: it was out of your hands.", language)
    if found.singles:
        return phrase(
            "taken.none",
            "None of the {count} other {count|choice|choices} that touch this system would have turned it alone, all else left as it was; nor did the likeliest of them together.",
            language,
            count=found.relevant,
        )
    return phrase(
        "taken.unknown",
        "{count} {count|life was|lives were} tried and none turned it; there may be one.",
        language,
        count=found.tried,
    )


def _rows(chronicle: Chronicle, changes: Iterable[Instead], language: str) -> list[tuple[str, ...]]:
    rows = [
        (
            _options(chronicle, change, change.was, language),
            _options(chronicle, change, change.option, language),
            change,
        )
        for change in changes
    ]
    if not rows:
        return []
    head = (
        phrase("taken.day", "day", language),
        phrase("taken.you", "you", language),
        phrase("taken.instead", "instead", language),
    )
    return [head, *((str(change.day), was, instead) for was, instead, change in rows)]


def _options(chronicle: Chronicle, change: Instead, option: str, language: str) -> str:
    if change.sort == "bill":
        bill = next(bill for bill in chronicle.setup.life.bills if f"bill/{bill.id}" == change.scene)
        title = bill.title.read(language)
        if option == "leaves_it":
            return phrase("taken.bill_left", "{bill}: let its date pass", language, bill=title)
        return phrase("taken.bill_paid", "{bill}: paid", language, bill=title)
    turn = chronicle.turns[change.turn - 1]
    spoken = speaker(turn.before, turn.table, language)
    return next((spoken(offer.choice.text) for offer in turn.offers if offer.choice.id == option), Safe(option))
