"""What would it have taken? The smallest change of past choices that opens or closes a door, found by search and proved by replay.

In the field this is a counterfactual explanation. Every single change has been judged already, with everything else as it was: those
that turn the door there are lived again, as proof, and so are a few that come nearest. Where none does, several are tried at
once, those that move the record most first, and of these each is taken back that was not needed. The search is bounded and
says how far it went.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from scsgame.debrief.consequences import Consequence
from scsgame.debrief.heed import Heed, somebody_waits
from scsgame.debrief.log import Log
from scsgame.debrief.rows import Decision
from scsgame.game.chronicle import Chronicle, go_on_living
from scsgame.game.moves import Choose, Move, Pay
from scsgame.game.passing import Passed
from scsgame.regime.charter import Regime
from scsgame.terms import Day

TRIES = 60
"""So many lives are lived again in search of one answer."""

TURNS = 500.0
"""A change that moves the record so far has turned the door itself, with everything else as it was."""

NEAREST = 6
"""So many changes that do not turn the door by themselves are lived again all the same: another life might go on otherwise."""

MOST = 8
"""More changes than this at once are another life, and no answer."""


class Door(NamedTuple):
    """What is asked about: a measure or a list of a regime."""

    regime: str
    kind: Literal["measure", "list"]
    name: str


class Instead(NamedTuple):
    """One decision taken otherwise: the number of its turn, its day, and both options by id."""

    turn: int
    day: Day
    sort: str
    scene: str
    was: str
    option: str


class Proof(NamedTuple):
    """A replay: the moves of the other life, how many scenes had to be laid on the table, how many moves fell away."""

    moves: tuple[Move, ...]
    forced: int
    gone: int


@dataclass(frozen=True)
class Answer:
    """What it would have taken for a door: `stood` says how it was, `changes` what turns it over (none were found if empty).

    `singles` says whether every single change was judged, so that "no single choice" is known and not only believed.
    """

    door: Door
    stood: bool
    changes: tuple[Instead, ...]
    proof: Proof | None
    tried: int
    singles: bool
    relevant: int


def doors_of(regime: Regime) -> tuple[Door, ...]:
    """Return everything of a regime that can stand or not stand for a person."""
    return (
        *(Door(regime.id, "measure", measure.id) for measure in regime.measures),
        *(Door(regime.id, "list", roll.id) for roll in regime.rolls),
    )


def stood(chronicle: Chronicle, door: Door) -> bool:
    """Say whether a door's measure or list ever came to stand for the person; of what stood from the first morning, whether it still did at the end."""
    moved = list(_moved(door, [chronicle.morning, *(turn.passed for turn in chronicle.turns)]))
    return moved[-1] if at_first(chronicle, door) else any(moved)


def at_first(chronicle: Chronicle, door: Door) -> bool:
    """Say whether a door's measure or list stood on the first morning, before anything was chosen."""
    return [*_moved(door, [chronicle.morning])][-1:] == [True]


def _moved(door: Door, parts: Iterable[Passed]) -> Iterator[bool]:
    """Yield each time that it began (True) or ended (False)."""
    for event in (event for part in parts for event in part.events):
        if event.regime == door.regime:
            moved = event.hearing.measures if door.kind == "measure" else event.hearing.listings
            yield from (on for name, on in moved if name == door.name)


def answer(log: Log, door: Door, tries: int = TRIES, heed: Heed = somebody_waits) -> Answer:
    """Return what it would have taken for this door to be otherwise than it was."""
    chronicle = log.chronicle
    was = stood(chronicle, door)
    candidates = _candidates(log, door, was)
    search = _Search(chronicle, door, was, heed)
    turning = sum(gain >= TURNS for gain, _ in candidates)
    for _, instead in candidates[: min(tries, turning + NEAREST)]:
        if search.turns_over((instead,)):
            return search.found((instead,), len(candidates), singles=True)
    singles = turning <= tries
    several = _one_a_turn([instead for _, instead in candidates])
    for count in range(2, min(MOST, len(several)) + 1):
        if search.tried >= tries + MOST:
            break
        if search.turns_over(several[:count]):
            return search.found(search.without_needless(several[:count]), len(candidates), singles)
    return Answer(door, was, (), None, search.tried, singles, len(candidates))


class _Search:
    """Lives lived again with some decisions taken otherwise."""

    def __init__(self, chronicle: Chronicle, door: Door, was: bool, heed: Heed) -> None:
        self.chronicle, self.door, self.was, self.heed = chronicle, door, was, heed
        self.moves = [turn.move for turn in chronicle.turns]
        self.tried = 0

    def turns_over(self, changes: Sequence[Instead]) -> bool:
        """Live again with these changes, and say whether the door is then otherwise."""
        self.heed()
        self.tried += 1
        return stood(self._lived(changes)[0], self.door) != self.was

    def without_needless(self, changes: Sequence[Instead]) -> tuple[Instead, ...]:
        """Take back each change that is not needed."""
        kept = list(changes)
        for one in tuple(changes):
            fewer = [other for other in kept if other is not one]
            if fewer and self.turns_over(fewer):
                kept = fewer
        return tuple(sorted(kept, key=lambda one: one.turn))

    def found(self, changes: tuple[Instead, ...], relevant: int, singles: bool) -> Answer:
        chronicle, proof = self._lived(changes)
        assert stood(chronicle, self.door) != self.was
        return Answer(self.door, self.was, changes, proof, self.tried, singles, relevant)

    def _lived(self, changes: Sequence[Instead]) -> tuple[Chronicle, Proof]:
        first = min(one.turn for one in changes)
        moves = list(_edited(self.moves[first - 1 :], {one.turn - first: one for one in changes}))
        before = replace(self.chronicle, turns=self.chronicle.turns[: first - 1])
        lived, amiss = go_on_living(before, moves, first)
        forced = sum(one.kind == "forced" for one in amiss)
        return lived, Proof(tuple(turn.move for turn in lived.turns), forced, len(amiss) - forced)


def _edited(moves: Sequence[Move], changes: dict[int, Instead]) -> Iterable[Move]:
    for at, move in enumerate(moves):
        change = changes.get(at)
        if change is None:
            yield move
        elif change.sort == "choice":
            yield Choose(change.scene, change.option)
        elif change.option == "leaves_it":
            if not isinstance(move, Pay):
                yield move
        else:
            yield Pay(change.scene.removeprefix("bill/"))
            yield move


def _candidates(log: Log, door: Door, was: bool) -> tuple[tuple[float, Instead], ...]:
    """Return every single change that reaches the door's regime with how far it moves the record, the furthest first."""
    regime = log.chronicle.setup.regime[door.regime]
    upward = _is_good(regime, door) != was
    found: list[tuple[float, Instead]] = []
    for decision in log.decisions:
        if not decision.turn or decision.sort not in ("choice", "bill"):
            continue
        for way in log.beside[decision.number].ways:
            gain = _gain((*way.brought,), (*way.spared,), door, was, upward)
            if gain is not None and _is_open(decision, way.option):
                found.append((gain, Instead(decision.turn, decision.day, decision.sort, decision.scene,
                                            decision.choice.id, way.option)))  # fmt: skip
    return tuple(sorted(found, key=lambda pair: (-pair[0], pair[1].turn, pair[1].option)))


def _is_open(decision: Decision, option: str) -> bool:
    return any(other.id == option for other in decision.others)


def _is_good(regime: Regime, door: Door) -> bool:
    """Say whether one would want the door's measure or list for oneself."""
    return regime.roll[door.name].good if door.kind == "list" else regime.measure[door.name].welcome


def _gain(
    brought: Sequence[Consequence], spared: Sequence[Consequence], door: Door, was: bool, upward: bool
) -> float | None:
    """Return how far another way moves the record in the wanted direction; nothing where it does not touch this regime."""
    ours = [(one, 1) for one in brought if one.regime == door.regime]
    ours += [(one, -1) for one in spared if one.regime == door.regime]
    if not ours:
        return None
    gain = 0.0
    for one, side in ours:
        gain += side * one.points * (1 if upward else -1)
        gain += side * one.valence * (0.5 if upward else -0.5)
        if one.subject == door.name and one.kind == door.kind:
            gain += 2 * TURNS * side * (1 if one.on else -1) * (-1 if was else 1)
    return gain


def _one_a_turn(candidates: Sequence[Instead]) -> tuple[Instead, ...]:
    """Return the best change of each turn."""
    best: dict[int, Instead] = {}
    for one in candidates:
        best.setdefault(one.turn, one)
    return tuple(best.values())
