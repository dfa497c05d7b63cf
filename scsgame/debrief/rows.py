"""Rows of the decision log: choices, bills, joinings and pleas, each with every option there was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from scsgame.game.chronicle import Chronicle
from scsgame.game.moment import Moment, absent
from scsgame.game.moves import Choose, Enrol, Pay, Plead, Withdraw
from scsgame.game.offers import Offer
from scsgame.game.passing import Passed
from scsgame.game.told import disclosure, tells_observer
from scsgame.game.turn import Turn
from scsgame.life.vocabulary import Act
from scsgame.life.world import Bill
from scsgame.regime.surveillance.observers import Observer
from scsgame.regime.surveillance.watch import observe
from scsgame.terms import SELF, ActKind, Day

Shown = Literal["certain", "possible", "none"]
Sort = Literal["choice", "bill", "joining", "plea"]


class Sight(NamedTuple):
    """One report of an act that a decision brings: by whom, about whom, and the day it arrives.

    It names the act as it was (`act`), and `whom` the report names, who may be somebody else.
    """

    regime: str
    act: ActKind
    by: str
    whom: str
    arrives: Day


class Watch(NamedTuple):
    """How one regime looked for an option's acts: who was at work, what one was told of that, and what they saw."""

    regime: str
    watchers: tuple[str, ...]
    shown: Shown
    sights: tuple[Sight, ...]

    @property
    def observed(self) -> bool:
        """Say whether somebody in fact reported the person."""
        return any(sight.whom == SELF for sight in self.sights)


class Option(NamedTuple):
    """One way on: its acts, whether it was open, what it costs, and who watches for what it does.

    `effects` change the life's meters at once, `price` is what its services cost today.
    """

    id: str
    acts: tuple[ActKind, ...] = ()
    closed_by: tuple[tuple[str, str], ...] = ()
    effects: tuple[tuple[str, int], ...] = ()
    price: int = 0
    watches: tuple[Watch, ...] = ()

    @property
    def open(self) -> bool:
        """Say whether it could be taken."""
        return not self.closed_by

    @property
    def observed(self) -> bool:
        """Say whether taking it is reported by anybody to any regime."""
        return any(watch.observed for watch in self.watches)

    @property
    def shown(self) -> Shown:
        """Return what one was told of being watched, at the most: certain, possible, none."""
        told = {watch.shown for watch in self.watches}
        return "certain" if "certain" in told else "possible" if "possible" in told else "none"


class Decision(NamedTuple):
    """One decision. `turn` is the number of the turn (0: the first morning), `taken` the place of the option taken.

    `phases` are the regimes' phases as they stood, `scores` each (regime, score before, score when the next
    decision lay open), `deeds` the acts done as (act, day, number), by which marks are traced to it, `enrolled` the
    regimes one was in.
    """

    number: int
    turn: int
    day: Day
    sort: Sort
    scene: str
    options: tuple[Option, ...]
    taken: int
    phases: tuple[tuple[str, str], ...]
    scores: tuple[tuple[str, float, float], ...]
    deeds: tuple[tuple[ActKind, Day, int], ...] = ()
    enrolled: tuple[str, ...] = ()

    @property
    def week(self) -> int:
        """Return the week, from 1."""
        return (self.day - 1) // 7 + 1

    @property
    def choice(self) -> Option:
        """Return the option that was taken."""
        return self.options[self.taken]

    @property
    def others(self) -> tuple[Option, ...]:
        """Return the open options that were not taken."""
        return tuple(option for at, option in enumerate(self.options) if option.open and at != self.taken)

    def allows(self, acts: frozenset[ActKind]) -> bool:
        """Say whether one of these acts was open: an opportunity."""
        return any(option.open and not acts.isdisjoint(option.acts) for option in self.options)

    def does(self, acts: frozenset[ActKind]) -> bool:
        """Say whether one of these acts was done: a response."""
        return not acts.isdisjoint(self.choice.acts)

    def free(self, acts: frozenset[ActKind]) -> bool:
        """Say whether these acts could be done and could be left."""
        return self.allows(acts) and any(option.open and acts.isdisjoint(option.acts) for option in self.options)


def decisions(chronicle: Chronicle) -> tuple[Decision, ...]:
    """Return every decision of a life, in its order: choices, bills paid or let pass, joinings, pleas."""
    rows = list(_let_pass(chronicle, chronicle.morning, chronicle.start, 0))
    for turn in chronicle.turns:
        row = _decision(turn)
        rows += [row] if row is not None else []
        rows += _let_pass(chronicle, turn.passed, turn.before, turn.number)
    return tuple(row._replace(number=number) for number, row in enumerate(rows, 1))


def _decision(turn: Turn) -> Decision | None:
    match turn.move:
        case Choose(scene, choice):
            options = tuple(_offered(turn, offer) for offer in turn.offers)
            taken = next(at for at, option in enumerate(options) if option.id == choice)
            return _row(turn, "choice", scene, options, taken)
        case Pay(bill):
            meant = _bill(turn.before, bill)
            owed = next(entry for entry in turn.before.life.owed if entry.bill == bill)
            acts = (meant.late_act, ()) if owed.overdue else (meant.paid_act, (meant.missed_act,))
            pays = _option(turn.before, "pays_late" if owed.overdue else "pays", (acts[0],), price=owed.amount)
            return _row(turn, "bill", f"bill/{bill}", (pays, _option(turn.before, "leaves_it", acts[1])), 0)
        case Enrol(regime):
            return _row(turn, "joining", regime, (Option("joins"), Option("stays_out")), 0)
        case Withdraw(regime):
            return _row(turn, "joining", regime, (Option("leaves"), Option("stays_in")), 0)
        case Plead(regime, redress, _, _):
            return _row(turn, "plea", f"{regime}/{redress}", (Option("pleads"), Option("keeps_quiet")), 0)
        case _:
            return None


def _row(turn: Turn, sort: Sort, scene: str, options: tuple[Option, ...], taken: int) -> Decision:
    deeds = [(act.kind, act.day, act.number) for act in turn.passed.acts if act.by == SELF]
    kinds = options[taken].acts
    return Decision(
        0, turn.number, turn.day, sort, scene, options, taken, _phases(turn.before), _scores(turn.before, turn.after),
        tuple(deed for deed in deeds if deed[1] == turn.day and deed[0] in kinds), _enrolled(turn.before),
    )  # fmt: skip


def _let_pass(chronicle: Chronicle, passed: Passed, before: Moment, number: int) -> Iterator[Decision]:
    """Yield the bills whose date was let pass meanwhile; one that came and went in between left nothing to decide."""
    told: tuple[tuple[ActKind, Day, int], ...] = ()
    for day, happening in passed.happenings:
        what, _, name = happening.what.partition(" ")
        if what != "overdue":
            continue
        bill = _bill(before, name)
        owed = next((entry for entry in before.life.owed if entry.bill == name and not entry.overdue), None)
        leaves = _option(before, "leaves_it", (bill.missed_act,))
        options = (_option(before, "pays", (bill.paid_act,), price=owed.amount), leaves) if owed else (leaves,)
        deeds = [
            (act.kind, act.day, act.number) for act in passed.acts if act.by == SELF and act.kind == bill.missed_act
        ]
        missed = tuple(deed for deed in deeds if deed[1] == day and deed not in told)[:1]
        told += missed
        after = chronicle.turns[number - 1].after if number else chronicle.start
        yield Decision(
            0, number, day, "bill", f"bill/{name}", options, len(options) - 1, _phases(before), _scores(before, after), missed,
            _enrolled(after),
        )  # fmt: skip


def _bill(moment: Moment, name: str) -> Bill:
    return next(bill for bill in moment.setup.life.bills if bill.id == name)


def _offered(turn: Turn, offer: Offer) -> Option:
    choice = offer.choice
    return _option(turn.before, choice.id, choice.acts, offer.closed_by, choice.effects, offer.price)


def _option(
    moment: Moment,
    name: str,
    kinds: tuple[ActKind, ...],
    closed_by: tuple[tuple[str, str], ...] = (),
    effects: tuple[tuple[str, int], ...] = (),
    price: int = 0,
) -> Option:
    acts = done_by(moment, kinds)
    watches = [_watch(moment, at, acts) for at in range(len(moment.setup.regimes))] if kinds and not closed_by else []
    return Option(name, kinds, closed_by, effects, price, tuple(watch for watch in watches if watch.watchers))


def done_by(moment: Moment, kinds: Iterable[ActKind]) -> tuple[Act, ...]:
    """Return the acts that these kinds would be, done now."""
    times: dict[ActKind, int] = {}
    acts = []
    for kind in kinds:
        times[kind] = times.get(kind, moment.life.facts.get(f"times({kind})", 0)) + 1
        masked = moment.setup.vocabulary.acts[kind].masked
        acts.append(Act(kind, moment.day, SELF, masked, times[kind]))
    return tuple(acts)


def _watch(moment: Moment, at: int, acts: Sequence[Act]) -> Watch:
    """Return how one regime looks for these acts at this moment; nobody watches who is not in it."""
    setup = moment.setup
    regime, dossier = setup.regimes[at], moment.dossiers[at]
    if not dossier.facts["enrolled"]:
        return Watch(regime.id, (), "none", ())
    phase = dossier.facts["phase"]
    here = [
        (act, one)
        for act in acts
        for one in regime.observers_by_act.get(act.kind, ())
        if not one.phases or phase in one.phases
    ]
    told = disclosure(regime, dossier, setup.shows)
    shown: list[Shown] = [_shown(act, one) for act, one in here if tells_observer(one, told)]
    gone = absent(setup, moment.life, regime)
    reports = (
        observe(regime.id, acts, regime.observers_by_act, phase, setup.people, setup.chance, gone) if here else []
    )
    return Watch(
        regime.id,
        tuple(dict.fromkeys(one.id for _, one in here)),
        "certain" if "certain" in shown else "possible" if shown else "none",
        tuple(Sight(regime.id, report.kind, report.by, report.whom, report.arrives) for report in reports),
    )


def _shown(act: Act, observer: Observer) -> Shown:
    sure = observer.reliability >= 1 and not observer.errs and not (act.masked and observer.links < 1)
    return "certain" if sure else "possible"


def _phases(moment: Moment) -> tuple[tuple[str, str], ...]:
    return tuple(
        (regime.id, dossier.facts["phase"])
        for regime, dossier in zip(moment.setup.regimes, moment.dossiers, strict=True)
    )


def _enrolled(moment: Moment) -> tuple[str, ...]:
    pairs = zip(moment.setup.regimes, moment.dossiers, strict=True)
    return tuple(regime.id for regime, dossier in pairs if dossier.facts["enrolled"])


def _scores(before: Moment, after: Moment) -> tuple[tuple[str, float, float], ...]:
    return tuple(
        (regime.id, was.facts["score"], now.facts["score"])
        for regime, was, now in zip(before.setup.regimes, before.dossiers, after.dossiers, strict=True)
        if regime.scale.kind != "none" and was.facts["enrolled"]
    )
