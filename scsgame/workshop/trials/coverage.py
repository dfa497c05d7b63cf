"""What all batches together met: how often, by which shortest replay, and what compared with what."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from scsgame.packs.nouns import Library
from scsgame.workshop.trials.lives import Lived, Noted, Pair
from scsgame.workshop.trials.rooms import Batch, Focus, values_of
from scsgame.workshop.trials.things import Thing, of_life, of_regime
from scsgame.workshop.trials.witnesses import Replay


@dataclass
class Coverage:
    """The sum of all batches. The same batches give the same sum in any order."""

    lives: list[Lived] = field(default_factory=list)
    runs: Counter[Thing] = field(default_factory=Counter)
    plays: Counter[Thing] = field(default_factory=Counter)
    offered: Counter[Thing] = field(default_factory=Counter)
    shut: Counter[Thing] = field(default_factory=Counter)
    pairs: dict[Pair, tuple[int, int, int]] = field(default_factory=dict)
    stuck: list[tuple[Replay, str]] = field(default_factory=list)
    choices: int = 0
    seconds: float = 0.0
    sought: set[Thing] = field(default_factory=set)
    _best: dict[Thing, tuple[int, int, int]] = field(default_factory=dict)
    _replays: dict[Thing, Replay] = field(default_factory=dict)
    _open: dict[Thing, tuple[int, int, int, str, str]] = field(default_factory=dict)
    _opened: dict[Thing, Replay] = field(default_factory=dict)
    _waiting: dict[int, list[Lived]] = field(default_factory=dict)

    def add(self, batch: Batch, noted: Noted, library: Library) -> None:
        """Take in what one batch came to."""
        self._waiting[noted.number] = noted.lives
        for total, part in (
            (self.runs, noted.runs),
            (self.plays, noted.plays),
            (self.offered, noted.offered),
            (self.shut, noted.shut),
        ):
            total.update(part)
        for pair, (tried, better, same) in noted.pairs.items():
            before = self.pairs.get(pair, (0, 0, 0))
            self.pairs[pair] = (before[0] + tried, before[1] + better, before[2] + same)
        self.stuck += noted.stuck
        self.choices += noted.choices
        self.seconds += noted.seconds
        seeds = batch.seeds()
        for thing, opening in noted.openings.items():
            if thing not in self._open or opening < self._open[thing]:
                self._open[thing] = opening
                length, _, turn, scene, choice = opening
                moves = (*noted.moves[turn][:length], ("choose", scene, choice))
                values = values_of(library.lives[batch.room.life], seeds[turn])
                self._opened[thing] = Replay(
                    batch.room.life, batch.room.regimes, seeds[turn], values, moves, "taken once", thing.asked
                )
        for thing, found in noted.first.items():
            if thing not in self._best or found < self._best[thing]:
                self._best[thing] = found
                length, _, turn = found
                seed = seeds[turn]
                values = values_of(library.lives[batch.room.life], seed)
                self._replays[thing] = Replay(batch.room.life, batch.room.regimes, seed, values, noted.moves[turn][:length],
                                              batch.player, thing.asked)  # fmt: skip

    def settle(self) -> Coverage:
        """Put the lives in the order of their batches, once all are in; take once what was open and nobody took."""
        for thing, replay in self._opened.items():
            if thing not in self._replays:
                self.found(thing, replay)
        self.lives += [life for number in sorted(self._waiting) for life in self._waiting[number]]
        self._waiting.clear()
        self.stuck.sort(key=lambda found: (found[1], found[0].seed))
        return self

    def witness(self, thing: Thing) -> Replay | None:
        """Return the shortest replay that reaches a thing, if any life did."""
        return self._replays.get(thing)

    def found(self, thing: Thing, replay: Replay) -> None:
        """Keep the replay of a thing that was reached only by seeking it."""
        self.sought.add(thing)
        self._replays[thing] = replay


def everything(library: Library, about: Focus) -> list[Thing]:
    """Return all that the lives and regimes in focus can bring."""
    found = [thing for name in about.lives for thing in of_life(library.lives[name])]
    return found + [thing for name in about.regimes for thing in of_regime(library.regimes[name])]
