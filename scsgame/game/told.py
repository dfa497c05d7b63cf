"""What a regime tells the person: only what its disclosure allows, as values ready to be painted."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from scsgame.game.moment import Moment, Shows
from scsgame.regime.charter import Regime
from scsgame.regime.dossier import Dossier
from scsgame.regime.intervention.rules import Mark, Rule
from scsgame.regime.intervention.scale import Roll
from scsgame.regime.manipulation.disclosure import Disclosure, ScoreShown
from scsgame.regime.surveillance.observers import Observer
from scsgame.terms import Day

NOTHING_TOLD = Disclosure("hidden", "untold", "never", measures=False, watching="untold", known=False)
"""What is told of a system of which the person does not know that it exists."""


def disclosure(regime: Regime, dossier: Dossier, shows: Shows) -> Disclosure:
    """Return what is told now: the regime's own disclosure, or what the class decided of the score."""
    return disclosure_in(regime, dossier.facts["phase"], shows)


def disclosure_in(regime: Regime, phase: str, shows: Shows) -> Disclosure:
    """Return what is told during a phase; of what is not known nothing is, whatever the class decided."""
    told = regime.told_in(phase)
    if not told.known:
        return NOTHING_TOLD
    if shows == "as_is":
        return told
    return replace(told, score=cast("ScoreShown", shows))


def known_to(moment: Moment) -> list[int]:
    """Return the places of the regimes of which the person knows that they exist."""
    both = enumerate(zip(moment.setup.regimes, moment.dossiers, strict=True))
    return [at for at, (regime, dossier) in both if disclosure(regime, dossier, moment.setup.shows).known]


def shown_score(regime: Regime, dossier: Dossier, told: Disclosure, day: Day) -> tuple[Day, float] | None:
    """Return the score one may see and the day as of which it stands, or None.

    A number that is made anew at once or daily stands as of today even where nothing has moved it; others as of their update.
    """
    if regime.scale.kind == "none" or not dossier.facts["enrolled"] or told.score not in ("visible", "delayed"):
        return None
    until = day - told.lag if told.score == "delayed" else day
    made = [entry for entry in dossier.course if entry[0] <= until]
    if not made:
        return None
    last, score = made[-1]
    return (until if regime.scale.updates in ("at_once", "daily") else last), score


def shown_tier(dossier: Dossier, told: Disclosure) -> str:
    """Return the id of the tier one may see, or ""."""
    if not dossier.facts["enrolled"] or told.score not in ("visible", "tier"):
        return ""
    return str(dossier.facts["tier"])


def published(mark: Mark, dossier: Dossier, told: Disclosure) -> bool:
    """Say whether the person has been told of this mark by now."""
    if told.notice == "never":
        return False
    return told.notice == "at_once" or mark not in dossier.pending


def known(roll: Roll, told: Disclosure) -> bool:
    """Say whether a person can know of being on a list: it is public, or one is told."""
    return roll.public or told.notice != "never"


def tells_rule(rule: Rule, told: Disclosure) -> bool:
    """Say whether a rule is published."""
    return told.rules == "told" or (told.rules == "partly" and rule.told)


def tells_observer(observer: Observer, told: Disclosure) -> bool:
    """Say whether a person is told of an observer."""
    return told.watching == "told" or (told.watching == "partly" and observer.told)


def tells_thresholds(told: Disclosure) -> bool:
    """Say whether a person is told from which score on a step is reached."""
    return told.score in ("visible", "delayed")


def tells_factors(told: Disclosure) -> bool:
    """Say whether a person is told what the score is made of."""
    return told.rules != "untold" and told.score != "hidden"


def tells_influence(told: Disclosure) -> bool:
    """Say whether a person is told that others' standing weighs: it is a rule, or is said of a number one sees."""
    return told.rules != "untold" or told.score == "visible"


def in_phase(phases: frozenset[str], dossier: Dossier) -> bool:
    """Say whether something that belongs to phases is there now; what names none always is."""
    return not phases or dossier.facts["phase"] in phases
