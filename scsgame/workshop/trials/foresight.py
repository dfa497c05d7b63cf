"""Many lives side by side, of which each day those go on that came nearest: for what a seeker does not reach.

First the luck is chosen with which most of what helps will come (luck), or rare dice fall where they can be met (dice). Then
every move is made from every moment, and of each day's moments those few are lived on from that are nearest to the thing. It is a search
that forgets: what it finds is shown by a replay, what it does not find may still exist.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Moment, Setup
from scsgame.game.moves import Choose, Enrol, Move, Pay, Plead, written
from scsgame.game.passing import Passed
from scsgame.game.pleas import IllegalMove, open_to, targets
from scsgame.game.turn import take
from scsgame.packs.nouns import Library
from scsgame.workshop.trials.luck import luckiest
from scsgame.workshop.trials.nearness import NEVER, Nearness
from scsgame.workshop.trials.rooms import Room, values_of
from scsgame.workshop.trials.strokes import Awaited, Stroke
from scsgame.workshop.trials.things import Thing
from scsgame.workshop.trials.wants import Wants
from scsgame.workshop.trials.witnesses import Notes, Replay, Words

FORESEER = "foreseer"
HINT = 0.002
"""How much a choice that seems to lead there counts, beside how far off the thing is."""


def foresee(
    library: Library, thing: Thing, rooms: Sequence[Room], lives: int, seed: str, abreast: int
) -> Replay | None:
    """Return a replay that reaches the thing, or None when none of these lives did, in any room, so many abreast."""
    found = [luckiest(_setup(library, room, seed), thing, lives, seed) for room in rooms]
    for lucks in zip_longest(*found):
        for room, luck in zip(rooms, lucks, strict=True):
            if luck is not None:
                setup = _setup(library, room, luck.seed)
                moves = _found(setup, thing, abreast, luck.strokes)
                if moves is not None:
                    return Replay(room.life, room.regimes, setup.seed, setup.values, moves, FORESEER, thing.asked)
    return None


def _setup(library: Library, room: Room, seed: str) -> Setup:
    life = library.lives[room.life]
    regimes = tuple(library.regimes[name] for name in room.regimes)
    return Setup(life, regimes, library.vocabulary, seed, "as_is", values_of(life, seed))


class _Lived(NamedTuple):
    """A life as far as it was lived: where it stands, the life before its last move, that move, and how wise its choices seemed."""

    moment: Moment
    before: _Lived | None = None
    move: Words = ()
    worth: float = 0.0

    @property
    def moves(self) -> tuple[Words, ...]:
        found: list[Words] = []
        at = self
        while at.before is not None:
            found.append(at.move)
            at = at.before
        return tuple(reversed(found))


def _found(setup: Setup, thing: Thing, abreast: int, strokes: Iterable[Stroke] = ()) -> tuple[Words, ...] | None:
    notes, wants = Notes(setup), Wants(setup)
    wants.want(thing)
    nearness, awaited = Nearness(setup, thing), Awaited(setup, strokes)

    def off(moment: Moment) -> float:
        return nearness(moment) + awaited(moment)

    born = begin(setup)
    if thing in (*notes.passed(born.morning), *notes.table(born)):
        return ()
    days: dict[int, list[_Lived]] = defaultdict(list)
    days[born.moment.day].append(_Lived(born.moment))
    while days:
        day = min(days)
        going = _nearest(days.pop(day), off, abreast)
        while going:
            later: list[_Lived] = []
            for lived in going:
                for move, worth in _moves(lived.moment, wants):
                    try:
                        turn = take(lived.moment, move)
                    except IllegalMove:
                        continue
                    after = _Lived(turn.after, lived, tuple(written(move)), lived.worth + worth)
                    if thing in _came(notes, lived.moment, move, turn.after, turn.passed):
                        return after.moves
                    if not turn.after.ending:
                        (later if turn.after.day == day else days[turn.after.day]).append(after)
            going = _nearest(later, off, abreast)
    return None


def _came(notes: Notes, before: Moment, move: Move, after: Moment, passed: Passed) -> Iterator[Thing]:
    yield from notes.taken(before.table and before.table.regime, move)
    yield from notes.passed(passed)
    if after.table is not before.table or after.ending:
        yield from notes.table(Chronicle(after.setup, after, passed))


def _nearest(lives: Sequence[_Lived], distance: Callable[[Moment], float], most: int) -> list[_Lived]:
    """Return the lives nearest to the thing, without those from which it can no longer come, and not too many that stand alike."""
    ranked = []
    for number, lived in enumerate(lives):
        off = distance(lived.moment)
        if off < NEVER:
            luck = lived.moment.setup.chance.draw(FORESEER, lived.moment.day, number)
            ranked.append((off - HINT * lived.worth, luck, number))
    kept: list[_Lived] = []
    alike: Counter[tuple[float, str]] = Counter()
    for off, _, number in sorted(ranked):
        table = lives[number].moment.table
        key = (round(off, 2), table.scene.id if table else "")
        alike[key] += 1
        if alike[key] <= max(2, most // 4):
            kept.append(lives[number])
        if len(kept) == most:
            break
    return kept


def _moves(moment: Moment, wants: Wants) -> Iterator[tuple[Move, float]]:
    """Yield every move there is here, each with how far it seems to lead there."""
    for regime, dossier in zip(moment.setup.regimes, moment.dossiers, strict=True):
        if regime.opt_in and not dossier.facts["enrolled"]:
            yield Enrol(regime.id), 0.0
        for way in regime.redress:
            if way.id in wants.pleads and open_to(way, moment.life.facts, dossier):
                about = next(targets(regime, dossier, way), None)
                if about is not None:
                    yield Plead(regime.id, way.id, about[0]), 0.0
    for owed in moment.life.owed:
        yield Pay(owed.bill), 0.0
    if moment.table is not None:
        scene = moment.table.scene.id
        for offer in moment.offers:
            if offer.open:
                yield Choose(scene, offer.choice.id), wants.worth(scene, offer.choice)
