"""What each consequence was as a procedure: given, taken, or kept away, welcome or unwelcome, or coming anyway.

The name follows from the pack (is it welcome?) and from the ways not taken (did it hang on what one did?). It says how
consequences were arranged, never what they did to anybody. Where the field itself disagrees, a second reading stands beside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from scsgame.debrief.consequences import Consequence
from scsgame.debrief.log import Log
from scsgame.debrief.otherwise import is_silence
from scsgame.debrief.rows import Decision
from scsgame.regime.charter import Regime
from scsgame.terms import SELF, Day

Procedure = Literal[
    "positive_reinforcement",
    "escape",
    "avoidance",
    "positive_punishment",
    "negative_punishment",
    "response_cost",
    "omission",
    "late",
    "unmet",
    "independent",
    "neutral",
]
PROCEDURES: tuple[Procedure, ...] = (
    "positive_reinforcement",
    "escape",
    "avoidance",
    "positive_punishment",
    "negative_punishment",
    "response_cost",
    "omission",
    "late",
    "unmet",
    "independent",
    "neutral",
)
SIGNS: Mapping[Procedure, str] = {
    "positive_reinforcement": "R+", "escape": "R-", "avoidance": "R-", "positive_punishment": "P+", "negative_punishment": "P-",
    "response_cost": "P-", "omission": "P-", "late": "", "unmet": "", "independent": "NC", "neutral": "",
}  # fmt: skip
"""The cell of the two-by-two table that each procedure stands in."""

Because = Literal[
    "one_choice",
    "several_together",
    "somebody_else",
    "nobody",
    "another_office",
    "silence",
    "time",
    "start",
    "no_other_way",
]
"""What a consequence hung on: one decision, several that only together were enough, or nothing the person did."""


class Classified(NamedTuple):
    """A consequence that came: its procedure, the other reading of it, the decisions it hung on.

    `through` is the mark, list or measure that brought it, where it has its cause from there. What nobody could notice is
    no punisher and no reinforcer: it is `late` where one could know of it only afterwards, from day `noticed` on, and `unmet`
    where one never could (`noticed` is 0).
    """

    of: Consequence
    procedure: Procedure
    other: Procedure | None
    because: Because
    decisions: tuple[int, ...] = ()
    through: Consequence | None = None
    noticed: Day = 0

    @property
    def was_late(self) -> bool:
        """Say whether one could know of it only some time after it had come and been counted."""
        return self.noticed > max(self.of.day, self.of.counted)


class Prevented(NamedTuple):
    """A consequence that did not come because of what was chosen.

    `ways` are the choices that would have brought it; `every` says that all the others would, so that something
    had to be done to keep it away, not only left undone.
    """

    of: Consequence
    procedure: Procedure
    decision: int
    ways: tuple[str, ...]
    every: bool


def operation(one: Consequence, regime: Regime) -> tuple[Procedure, Procedure | None]:
    """Return what a consequence is when it hangs on what was done, and its other reading where there is one."""
    if not one.valence:
        return "neutral", None
    good = one.valence > 0
    match one.kind:
        case "mark" if good:
            return "positive_reinforcement", None
        case "mark":
            return (
                ("positive_punishment", "response_cost")
                if regime.rule[one.subject].rating
                else ("response_cost", None)
            )
        case "struck":
            return ("escape", "positive_reinforcement") if good else ("negative_punishment", "response_cost")
        case "list":
            if one.on:
                return ("positive_reinforcement" if good else "positive_punishment"), None
            return ("escape" if good else "negative_punishment"), None
        case "measure":
            return _measure(one, regime)
        case _:
            return ("positive_reinforcement" if good else "negative_punishment"), None


def _measure(one: Consequence, regime: Regime) -> tuple[Procedure, Procedure | None]:
    measure = regime.measure[one.subject]
    cheaper = any(price < 1 for _, price in measure.prices)
    takes = bool(measure.closes) or any(price > 1 for _, price in measure.prices)
    if measure.welcome:
        if one.on:
            return "positive_reinforcement", "escape" if cheaper and not measure.opens else None
        return "negative_punishment", "positive_punishment" if cheaper and not measure.opens else None
    if one.on:
        return "positive_punishment", "negative_punishment" if takes else None
    return "escape", "positive_reinforcement" if takes else None


def classified(log: Log) -> tuple[Classified, ...]:
    """Return every consequence of a life with its procedure, in the order in which they came."""
    hung: dict[int, list[int]] = {}
    for decision in log.decisions:
        spared = {id(one) for way in log.beside[decision.number].ways for one in way.spared}
        for key in spared:
            hung.setdefault(key, []).append(decision.number)
    own = {id(one): number for number, found in log.followed.items() for one in found}
    others = {(act.kind, act.day) for act in log.chronicle.acts if act.by != SELF}
    found: list[Classified] = []
    for one in log.consequences:
        new = _classified(log, one, hung.get(id(one), []), own.get(id(one), 0), others)
        if new.procedure == "independent" and new.because == "time":
            new = _through_another(log, new, found)
        found.append(new)
    return tuple(_as_noticed(log, one) for one in found)


def _as_noticed(log: Log, one: Classified) -> Classified:
    """Return a consequence as what it could be to somebody who did not know of it when it came."""
    one = one._replace(noticed=log.noticing.since(one.of))
    if one.procedure in ("independent", "neutral"):
        return one
    if not one.noticed:
        return one._replace(procedure="unmet", other=None)
    return one._replace(procedure="late", other=None) if one.was_late else one


def _through_another(log: Log, new: Classified, before: Sequence[Classified]) -> Classified:
    """Return a list, a measure or what one does each week with the cause of what brought it."""
    one = new.of
    if one.kind == "weekly":
        source = next(
            (
                old
                for old in reversed(before)
                if (old.of.kind, old.of.regime, old.of.subject) == ("measure", one.regime, one.subject)
            ),
            None,
        )
    elif one.kind in {"list", "measure"}:
        today = [
            old
            for old in before
            if (old.of.regime, old.of.day) == (one.regime, one.day) and old.of.kind in {"mark", "list"}
        ]
        source = next((old for old in reversed(today) if old.because not in {"time", "start"}), None)
    else:
        source = None
    if source is None or (source.because == "one_choice" and one.kind != "weekly"):
        return new
    new = new._replace(because=source.because, decisions=source.decisions, through=source.through or source.of)
    if not source.decisions or source.because == "no_other_way":
        return new
    procedure, other = operation(one, log.chronicle.setup.regime[one.regime])
    return new._replace(procedure=procedure, other=other)


def _classified(log: Log, one: Consequence, hung: list[int], own: int, others: set[tuple[str, int]]) -> Classified:
    regime = log.chronicle.setup.regime[one.regime]
    procedure, other = operation(one, regime)
    if procedure == "neutral":
        because: Because = "one_choice" if own else _why_not(one, own, others)
        return Classified(one, procedure, None, because, (own,) if own else ())
    if hung:
        decisions = (own, *(number for number in hung if number != own)) if own else tuple(hung)
        return Classified(one, procedure, other, "one_choice", decisions)
    together = () if one.kind in {"mark", "struck"} else _together(log, one)
    if together:
        return Classified(one, procedure, other, "several_together", together)
    return Classified(one, "independent", None, _why_not(one, own, others), (own,) if own else ())


def _together(log: Log, one: Consequence) -> tuple[int, ...]:
    """Return the decisions whose marks counted for this on its day, though none of them alone was enough."""
    return tuple(
        dict.fromkeys(
            number
            for number, found in log.followed.items()
            for mark in found
            if mark.regime == one.regime and mark.counted == one.day and mark.valence == one.valence
        )
    )


def _why_not(one: Consequence, own: int, others: set[tuple[str, int]]) -> Because:
    if own:
        return "no_other_way"
    if is_silence(one):
        return "silence"
    if one.kind == "mark":
        if not one.act:
            return "another_office"
        return "somebody_else" if one.whom != SELF or (one.act, one.done_on) in others else "nobody"
    if one.day == 1:
        return "start"
    return "time"


def prevented(log: Log) -> tuple[Prevented, ...]:
    """Return what each decision kept away: the unwelcome (avoidance) and the welcome (omission)."""
    return tuple(one for decision in log.decisions for one in _prevented(log, decision))


def _prevented(log: Log, decision: Decision) -> Iterator[Prevented]:
    ways = log.beside[decision.number].ways
    found: dict[tuple[str, str, str, bool, int], tuple[Consequence, list[str]]] = {}
    for way in ways:
        for one in (one for one in way.brought if one.valence):
            key = (one.regime, one.kind, one.subject, one.on, one.valence)
            _, names = found.setdefault(key, (one, []))
            names += [way.option] if way.option not in names else []
    for one, names in found.values():
        procedure: Procedure = "avoidance" if one.valence < 0 else "omission"
        if not log.noticing.since(one):
            procedure = "unmet"
        yield Prevented(one, procedure, decision.number, tuple(names), len(names) == len(ways))


def not_your_doing(found: tuple[Classified, ...]) -> tuple[Classified, ...]:
    """Return what hung on nothing the person did: others' acts, reports about nothing, other offices, time."""
    return tuple(one for one in found if one.procedure == "independent" and one.because != "no_other_way")
