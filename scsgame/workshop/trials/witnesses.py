"""Replays: the setup of a life and the moves that reach a thing; anybody can live them again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from scsgame.game.chronicle import Chronicle, live_again
from scsgame.game.moment import Setup
from scsgame.game.moves import Move, read, written
from scsgame.game.offers import Offer
from scsgame.game.passing import Passed
from scsgame.game.pleas import IllegalMove
from scsgame.packs.nouns import Library
from scsgame.packs.problems import nearest
from scsgame.terms import safe
from scsgame.workshop.trials.things import Thing

FORMAT = 1

Words = tuple[str, ...]
"""A move as a save keeps it."""


class ReplayError(Exception):
    """A replay that cannot be read, or does not get where it says; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Replay:
    """A life as far as it needs to be lived: whose, under what, with which luck and values, by which moves.

    `off` and `on` are the parts of its regimes that are switched.
    """

    life: str
    regimes: tuple[str, ...]
    seed: str
    values: tuple[str, ...]
    moves: tuple[Words, ...]
    player: str = ""
    reaches: str = ""
    off: tuple[str, ...] = ()
    on: tuple[str, ...] = ()

    def setup(self, library: Library) -> Setup:
        """Return what the life is made of. Raises ReplayError when the packs do not hold it."""
        missing = [name for name in self.regimes if name not in library.regimes]
        if self.life not in library.lives or missing:
            raise ReplayError(f'this replay asks for "{(missing or [self.life])[0]}", which no pack here brings.')
        known = {part.id for name in self.regimes for part in library.as_written(name).parts}
        lost = [name for name in (*self.off, *self.on) if name not in known]
        if lost:
            raise ReplayError(f'this replay switches the part "{lost[0]}", which none of its regimes has.')
        if self.off or self.on:
            library = library.switched(self.off, self.on)
        regimes = tuple(library.regimes[name] for name in self.regimes)
        return Setup(library.lives[self.life], regimes, library.vocabulary, self.seed, "as_is", self.values)

    def live(self, library: Library) -> Chronicle:
        """Live it again. Raises ReplayError where a move can no longer be made."""
        moves: list[Move] = [read(list(words)) for words in self.moves]
        try:
            return live_again(self.setup(library), moves)
        except IllegalMove as refusal:
            raise ReplayError(f"this replay cannot be lived any more: {refusal}.") from None

    def as_json(self) -> str:
        """Return it as a file that `read_replay` takes."""
        said: dict[str, Any] = {
            "scsgame_replay": FORMAT, "life": self.life, "regimes": list(self.regimes), "seed": self.seed,
            **({"without": list(self.off)} if self.off else {}), **({"with": list(self.on)} if self.on else {}),
            "values": list(self.values), "player": self.player, "reaches": self.reaches,
        }  # fmt: skip
        lines = [f' "{key}": {json.dumps(value, ensure_ascii=False)},' for key, value in said.items()]
        moves = ",\n".join(f"  {json.dumps(list(move), ensure_ascii=False)}" for move in self.moves)
        return "\n".join(["{", *lines, ' "moves": [', *([moves] if moves else []), " ]", "}"])


def replay_in(text: str, thing: str = "") -> Replay:
    """Return the replay in a file, or of one replay a line the one that reaches a thing. Raises ReplayError with a sentence."""
    lines = [line for line in text.splitlines() if line.strip()]
    try:
        several = len(lines) > 1 and all(isinstance(json.loads(line), dict) for line in (lines[0], lines[-1]))
    except (ValueError, RecursionError):
        several = False
    found = [read_replay(line) for line in lines] if several else [read_replay(text)]
    wanted = [replay for replay in found if not thing or thing in (replay.reaches, _short(replay.reaches))]
    if len(wanted) == 1:
        return wanted[0]
    if not thing:
        raise ReplayError(
            f"there are {len(found)} replays in this file; say which with --reaches, such as {found[0].reaches}."
        )
    if wanted:
        raise ReplayError(f"several replays reach that: {', '.join(replay.reaches for replay in wanted)}.")
    near = nearest(thing, [name for replay in found for name in (replay.reaches, _short(replay.reaches))])
    raise ReplayError(f'no replay here reaches "{thing}"' + (f"; did you mean {near}?" if near else "."))


def _short(reaches: str) -> str:
    """Return the name of a thing without the life or regime whose it is."""
    kind, _, rest = reaches.partition(".")
    return f"{kind}.{rest.partition('.')[2]}"


def read_replay(text: str) -> Replay:
    """Return the replay a text says. Raises ReplayError with a sentence."""
    try:
        said: Any = json.loads(text)
        if not isinstance(said, dict) or said.get("scsgame_replay") != FORMAT:
            raise ReplayError(f'this is no replay: it does not begin with "scsgame_replay": {FORMAT}.')
        moves = tuple(_words(move) for move in said["moves"])
        for move in moves:
            read(list(move))
        return Replay(
            safe(str(said["life"])), _words(said["regimes"]), str(said["seed"]), _words(said["values"]), moves,
            safe(str(said.get("player", ""))), safe(str(said.get("reaches", ""))), _words(said.get("without", ())),
            _words(said.get("with", ())),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ReplayError(f"this replay cannot be read: {error!s:.80}.") from None


def _words(said: Iterable[object]) -> Words:
    """Return words of a stranger's file as they may be shown."""
    return tuple(safe(str(word)) for word in said)


def met(chronicle: Chronicle) -> list[Thing]:
    """Return everything that came about in a life, in its order; what came twice stands there twice."""
    note = Notes(chronicle.setup)
    found = [
        *note.passed(chronicle.morning),
        *note.table(Chronicle(chronicle.setup, chronicle.start, chronicle.morning)),
    ]
    for at, turn in enumerate(chronicle.turns):
        found += note.taken(turn.before.table and turn.before.table.regime, turn.move)
        found += note.passed(turn.passed)
        part = Chronicle(chronicle.setup, chronicle.start, chronicle.morning, chronicle.turns[: at + 1])
        found += note.table(part)
    return found


def gets_there(replay: Replay, library: Library) -> bool:
    """Live a replay again and say whether it reaches what it says it reaches."""
    return any(thing.asked == replay.reaches for thing in met(replay.live(library)))


class Notes:
    """Reads off a moment what came about, for one setup."""

    def __init__(self, setup: Setup) -> None:
        self.life = setup.life.id
        self._services: dict[tuple[str, str], frozenset[str]] = {}
        self._doors: dict[tuple[str, str, str], Thing] = {}
        for regime in setup.regimes:
            for measure in regime.measures:
                services = (*measure.closes, *measure.opens, *(service for service, _ in measure.prices))
                self._services[regime.id, measure.id] = frozenset(services)
        self._made: dict[tuple[str, str, str], Thing] = {}

    def thing(self, kind: str, home: str, name: str) -> Thing:
        """Return a thing, made once."""
        key = (kind, home, name)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = Thing(kind, home, name.removeprefix(f"{home}/"))
        return found

    def passed(self, passed: Passed) -> Iterator[Thing]:
        """Yield the marks made, lists entered, measures begun and pleas answered while time passed."""
        for event in passed.events:
            hearing, home = event.hearing, event.regime
            for mark in hearing.marks:
                yield self.thing("rule", home, mark.rule)
            for roll, on in hearing.listings:
                if on:
                    yield self.thing("list", home, roll)
            for measure, begins in hearing.measures:
                if begins:
                    yield self.thing("measure", home, measure)
            for answer in hearing.answers:
                yield self.thing("redress", home, answer.case.redress)

    def table(self, chronicle: Chronicle) -> Iterator[Thing]:
        """Yield the scene now on the table, the doors it asks for, or the ending."""
        moment = chronicle.moment
        if moment.ending:
            yield self.thing("ending", self.life, moment.ending)
            return
        table = moment.table
        if table is None or (chronicle.turns and chronicle.turns[-1].before.table is table):
            return
        yield self.thing("encounter" if table.regime else "scene", table.regime or self.life, table.scene.id)
        for offer in moment.offers:
            if offer.choice.uses:
                yield from self.doors(offer)

    def doors(self, offer: Offer) -> Iterator[Thing]:
        """Yield the doors that a measure has closed, opened or repriced for this offer."""
        for pair in (*offer.closed_by, *offer.eased_by, *offer.dearer_by):
            for use in offer.choice.uses:
                if use.service in self._services.get(pair, ()):
                    yield self.thing("door", pair[0], f"{pair[1]}/{use.service}")

    def taken(self, regime: str | None, move: Move) -> Iterator[Thing]:
        """Yield the choice taken, if the move is one."""
        name = written(move)
        if name[0] == "choose":
            yield self.thing("answer" if regime else "choice", regime or self.life, f"{name[1]}/{name[2]}")


Progress = Callable[[int], None]
"""Told after so many more lives."""
