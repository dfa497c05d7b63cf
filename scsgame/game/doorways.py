"""How an open, eased or closed offer is put into words, as far as one is told."""

from __future__ import annotations

from collections.abc import Sequence

from scsgame.game.doors import Door
from scsgame.game.moment import Moment
from scsgame.game.offers import Offer
from scsgame.game.told import disclosure
from scsgame.terms import Safe, safe
from scsgame.tongue import phrase


def closed_words(moment: Moment, offer: Offer, language: str) -> Safe:
    """Return by what an offer is closed, as far as one is told; "" when it is open."""
    told: list[str] = []
    for regime, measure in offer.closed_by:
        if not regime:
            told.append(phrase("door.uninvited", "not open to you", language))
        elif tells_of_measures(moment, regime):
            told.append(measure_words(moment, regime, measure, language))
        else:
            told.append(phrase("door.unavailable", "not available", language))
    return safe(phrase("semicolon", "; ", language).join(dict.fromkeys(told)))


def moved_words(moment: Moment, moved_by: Sequence[tuple[str, str]], language: str) -> Safe:
    """Return by what an offer is eased or made dearer, as far as one is told."""
    told = [
        measure_words(moment, regime, measure, language)
        for regime, measure in moved_by
        if tells_of_measures(moment, regime)
    ]
    return safe(phrase("semicolon", "; ", language).join(dict.fromkeys(told)))


def usual_price(moment: Moment, offer: Offer) -> int:
    """Return what an offer costs without any regime; where nobody tells of having moved its price, what it costs."""
    told = any(tells_of_measures(moment, regime) for regime, _ in (*offer.eased_by, *offer.dearer_by))
    return offer.usual if told else offer.price


def tells_of_measures(moment: Moment, regime_id: str) -> bool:
    """Say whether a regime tells which doors it moves."""
    at = moment.setup.at[regime_id]
    return disclosure(moment.setup.regimes[at], moment.dossiers[at], moment.setup.shows).measures


def measure_words(moment: Moment, regime_id: str, measure: str, language: str) -> str:
    """Return a measure's name with its regime's."""
    regime = moment.setup.regime[regime_id]
    return phrase(
        "door.measure",
        "{regime}: {measure}",
        language,
        regime=regime.title.read(language),
        measure=regime.measure[measure].title.read(language),
    )


def asked_about(moment: Moment, offer: Offer) -> tuple[str, str]:
    """Return what one can ask about an offer: the regime and the measure that closed or repriced it, as far as one is told."""
    for regime, measure in (*offer.closed_by, *offer.eased_by, *offer.dearer_by):
        if regime and tells_of_measures(moment, regime):
            return regime, f"measure/{measure}"
    return ("", "") if offer.open else ("", "closed")


def asked_about_door(moment: Moment, door: Door) -> tuple[str, str]:
    """Return what one can ask about a door: the first measure behind it."""
    return next(
        ((regime, f"measure/{name}") for regime, name in door.by if tells_of_measures(moment, regime)), ("", "")
    )
