"""The schedules that a regime has programmed: each rule in the words of the laboratory, from the pack alone.

An observer who reports an act with chance p makes a random ratio of 1/p. A silence that counts after so many days, anew each
time, is free-operant avoidance. What others do and what is made up does not hang on the person's responses at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from scsgame.life.vocabulary import Vocabulary
from scsgame.regime.charter import Regime
from scsgame.regime.intervention.rules import Rule
from scsgame.regime.surveillance.observers import Observer
from scsgame.terms import ActKind

Sort = Literal["CRF", "RR", "FI", "EXT", "RT", "Sidman", "DRO", "DiscrimAv", "others", "office"]
"""`others`: others' responses, at a rate the pack does not set; `office`: another office's list."""

Note = Literal[
    "delayed",
    "updated",
    "first_few",
    "first_of_period",
    "once",
    "rises",
    "when",
    "lapses",
    "unseen",
    "masked",
    "errs",
    "duty",
]
PERIODS = {"day": 1, "week": 7, "month": 30, "life": 0}
"""How many days a cap's period has; a month is taken as thirty days, a life has no end."""


class Programmed(NamedTuple):
    """One rule, in one phase, as a schedule.

    `size` is the ratio (CRF, RR) or the time in days (FI, RT, Sidman, DRO, DiscrimAv); `chance` that one response is
    reported. `valence` is +1 where the rule gives something welcome. `delays` are the fewest and the most days until a
    report arrives; `few` how many responses a cap lets count in a period of `period` days. `notes` say what the schedule's
    name leaves out; `by` is the observer, for reports about nothing.
    """

    regime: str
    phase: str
    rule: str
    act: ActKind
    sort: Sort
    size: float
    valence: int
    amount: float
    chance: float = 1.0
    delays: tuple[int, int] = (0, 0)
    few: int = 0
    period: int = 0
    notes: tuple[Note, ...] = ()
    by: str = ""

    @property
    def independent(self) -> bool:
        """Say whether it comes whatever the person does."""
        return self.sort in {"RT", "others"}


def programmed(regime: Regime, vocabulary: Vocabulary, phase: str | None = None) -> tuple[Programmed, ...]:
    """Return the regime's rules as schedules, in one phase (the first where none is named), with what is made up after them."""
    here = regime.first_phase if phase is None else phase
    rules = [rule for rule in regime.rules if not rule.phases or here in rule.phases]
    found = [_rule(regime, vocabulary, here, rule) for rule in rules]
    return (*found, *_made_up(regime, here))


def chance_of_report(watchers: Sequence[Observer], masked: bool = False) -> float:
    """Return the chance that at least one of these reports the person for an act they do."""
    missed = 1.0
    for one in watchers:
        missed *= 1 - one.reliability * (one.links if masked else 1) * (1 - one.errs)
    return 1 - missed


def _watchers(regime: Regime, act: ActKind, phase: str) -> list[Observer]:
    return [one for one in regime.observers_by_act.get(act, ()) if not one.phases or phase in one.phases]


def _rule(regime: Regime, vocabulary: Vocabulary, phase: str, rule: Rule) -> Programmed:
    act = rule.act or rule.omits
    found = Programmed(
        regime.id, phase, rule.id, act, "office", 0, _valence(regime, rule), rule.points or rule.rating
    )
    if not act:
        return found
    watchers = _watchers(regime, act, phase)
    masked = vocabulary.acts[act].masked
    chance = chance_of_report(watchers, masked)
    delays = (min(one.delay for one in watchers), max(one.delay for one in watchers)) if watchers else (0, 0)
    found = found._replace(chance=chance, delays=delays, notes=tuple(_notes(regime, rule, watchers, masked, chance)))
    if rule.omits:
        if rule.after:
            return found._replace(sort="DiscrimAv", size=rule.within)
        return found._replace(sort="DRO" if found.valence > 0 else "Sidman", size=rule.within)
    if rule.whose == "friends":
        return found._replace(sort="others")
    if not chance:
        return found._replace(sort="EXT", notes=())
    few = max(1, int(rule.cap // abs(found.amount))) if rule.cap and found.amount else 0
    found = found._replace(few=few, period=PERIODS[rule.per] if few else 0)
    if few == 1 and found.period:
        return found._replace(sort="FI", size=found.period)
    return found._replace(sort="CRF" if chance >= 1 else "RR", size=1 / chance)


def _notes(regime: Regime, rule: Rule, watchers: Sequence[Observer], masked: bool, chance: float) -> Iterator[Note]:
    if rule.cap and (rule.points or rule.rating) and rule.act and rule.whose != "friends":
        few = max(1, int(rule.cap // abs(rule.points or rule.rating)))
        yield "once" if rule.per == "life" and few == 1 else "first_of_period" if few == 1 else "first_few"
    if rule.omits and rule.after:
        yield "duty"
    if rule.omits and chance < 1:
        yield "unseen"
    if rule.act and any(one.delay for one in watchers):
        yield "delayed"
    if regime.scale.updates != "at_once" and (rule.points or rule.rating):
        yield "updated"
    if rule.act and any(one.rises for one in watchers):
        yield "rises"
    if any(rule.when.atoms()):
        yield "when"
    if rule.lasts:
        yield "lapses"
    if masked and any(one.links < 1 for one in watchers):
        yield "masked"
    if rule.act and any(one.errs for one in watchers):
        yield "errs"


def _valence(regime: Regime, rule: Rule) -> int:
    """Return what the pack declares: welcome (1), unwelcome (-1) or neither (0)."""
    if rule.rating:
        return 1 if rule.rating >= regime.scale.start else -1
    listed = regime.roll[rule.lists].good if rule.lists else None
    number = (
        rule.points or (0 if listed is None else 1 if listed else -1) or sum(change for _, change in rule.touches)
    )
    return (number > 0) - (number < 0)


def _made_up(regime: Regime, phase: str) -> Iterator[Programmed]:
    """Yield the reports about nothing: once a week, by luck, on one of the acts an observer looks for."""
    for one in regime.observers:
        if one.invents and (not one.phases or phase in one.phases):
            yield Programmed(regime.id, phase, "", "", "RT", 7 / one.invents, 0, 0, one.invents, by=one.id)
