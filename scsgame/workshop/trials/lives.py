"""One batch of lives, lived by one player and noted: what came, how often, by which moves, and how it ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from time import process_time
from typing import NamedTuple

from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.moves import Choose, Move, written
from scsgame.game.pleas import IllegalMove
from scsgame.game.turn import Turn, what_if
from scsgame.life.scenes import Scene
from scsgame.packs.nouns import Library
from scsgame.packs.resting import uncollected
from scsgame.terms import Saying
from scsgame.workshop.trials.players import Player, errand, player
from scsgame.workshop.trials.rooms import Batch, Room, values_of
from scsgame.workshop.trials.things import Thing
from scsgame.workshop.trials.witnesses import Notes, Replay, Words

MOST_TURNS = 2_000
"""A life that goes on longer is taken for one that never ends."""

READS = 230
"""Words a minute that an unhurried reader reads."""

THINKS = 8
"""Seconds that a choice is thought about."""

Pair = tuple[str, str, str, str]
"""Two choices of one scene: home, scene, one, other."""


class Lived(NamedTuple):
    """One life in numbers."""

    room: Room
    player: str
    seed: str
    decisions: int
    words: int
    days: int
    ending: str
    meters: tuple[tuple[str, int], ...]
    scores: tuple[tuple[str, float], ...]
    scenes: frozenset[str]
    fallbacks: int
    bad_lists: int
    good_lists: int
    closed: int
    gauges_out: tuple[str, ...]

    @property
    def minutes(self) -> float:
        """Return how long a reader would take."""
        return self.words / READS + self.decisions * THINKS / 60


@dataclass
class Noted:
    """What a batch came to. Everything in it can be added up in any order."""

    number: int
    lives: list[Lived] = field(default_factory=list)
    runs: Counter[Thing] = field(default_factory=Counter)
    plays: Counter[Thing] = field(default_factory=Counter)
    offered: Counter[Thing] = field(default_factory=Counter)
    shut: Counter[Thing] = field(default_factory=Counter)
    first: dict[Thing, tuple[int, int, int]] = field(default_factory=dict)
    openings: dict[Thing, tuple[int, int, int, str, str]] = field(default_factory=dict)
    moves: dict[int, tuple[Words, ...]] = field(default_factory=dict)
    pairs: dict[Pair, tuple[int, int, int]] = field(default_factory=dict)
    stuck: list[tuple[Replay, str]] = field(default_factory=list)
    choices: int = 0
    seconds: float = 0.0


class _Pages:
    """How many words a scene, a choice and its result have."""

    def __init__(self, scenes: Sequence[Scene]) -> None:
        self.scene: dict[str, int] = {}
        self.choice: dict[str, int] = {}
        self.result: dict[str, int] = {}
        for scene in scenes:
            self.scene[scene.id] = sum(map(_words, scene.text)) // max(1, len(scene.text))
            for choice in scene.choices:
                self.choice[f"{scene.id}/{choice.id}"] = _words(choice.text)
                self.result[f"{scene.id}/{choice.id}"] = _words(choice.result)


_COUNTED: list[tuple[tuple[tuple[Scene, ...], ...], _Pages]] = []
"""Pages counted of late, each with the decks they were counted from."""


def _pages(decks: tuple[tuple[Scene, ...], ...]) -> _Pages:
    for known, pages in _COUNTED:
        if len(known) == len(decks) and all(one is other for one, other in zip(known, decks, strict=True)):
            return pages
    _COUNTED.append((decks, _Pages([scene for deck in decks for scene in deck])))
    del _COUNTED[:-16]
    return _COUNTED[-1][1]


def _words(saying: Saying) -> int:
    return len(saying.read().split())


def live_batch(library: Library, batch: Batch, compare: bool = True, setups: Sequence[Setup] = ()) -> Noted:
    """Live a batch and return what came of it. `setups`, where given, stand in for the room's own."""
    began = process_time()
    noted = Noted(batch.number)
    life = library.lives[batch.room.life]
    regimes = tuple(library.regimes[name] for name in batch.room.regimes)
    someone = player(batch.player)
    compared: set[str] = set()
    pages = _pages((life.scenes, *(regime.encounters for regime in regimes)))
    for turn, seed in enumerate(batch.seeds()):
        setup = (
            setups[turn] if setups else Setup(life, regimes, library.vocabulary, seed, "as_is", values_of(life, seed))
        )
        with uncollected():  # nothing in a life is a circle, so there is nothing to collect before it is over
            _Walk(noted, batch, turn, setup, pages, compared if compare else None).live(someone)
    noted.seconds = process_time() - began
    wanted = {turn for _, _, turn in noted.first.values()} | {found[2] for found in noted.openings.values()}
    noted.moves = {turn: moves for turn, moves in noted.moves.items() if turn in wanted}
    return noted


class _Walk:
    """One life on its way."""

    def __init__(
        self, noted: Noted, batch: Batch, turn: int, setup: Setup, pages: _Pages, compared: set[str] | None
    ) -> None:
        self.noted, self.batch, self.turn, self.setup, self.compared = noted, batch, turn, setup, compared
        self.notes = Notes(setup)
        self.pages = pages
        self.moves: list[Words] = []
        self.met: set[Thing] = set()
        self.scenes: set[str] = set()
        self.words = self.decisions = self.fallbacks = self.closed = 0

    def live(self, policy: Player) -> None:
        """Live to the end, or to where nothing can be done."""
        chronicle = begin(self.setup)
        self._meet(self.notes.passed(chronicle.morning))
        self._meet(self.notes.table(chronicle))
        self._look(chronicle)
        while not chronicle.over:
            why = self._stuck(chronicle)
            if why:
                self.noted.stuck.append((self.replay(why), why))
                break
            away = errand(chronicle)
            move = away or policy.move(chronicle)
            try:
                chronicle = chronicle.then(move)
            except IllegalMove:
                if away is None:
                    raise
                move = policy.move(chronicle)
                chronicle = chronicle.then(move)
            self._went(chronicle, move)
            policy.felt(chronicle)
        self._end(chronicle)

    def replay(self, reaches: str = "") -> Replay:
        """Return the life so far as a replay."""
        setup = self.setup
        return Replay(
            setup.life.id,
            self.batch.room.regimes,
            setup.seed,
            setup.values,
            tuple(self.moves),
            self.batch.player,
            reaches,
        )

    def _stuck(self, chronicle: Chronicle) -> str:
        moment = chronicle.moment
        if moment.table is not None and not any(offer.open for offer in moment.offers):
            return f"no choice of {moment.table.scene.id} is open"
        return f"it goes on for more than {MOST_TURNS} moves" if len(chronicle.turns) >= MOST_TURNS else ""

    def _meet(self, things: Iterable[Thing]) -> None:
        noted, moves = self.noted, len(self.moves)
        for thing in things:
            noted.plays[thing] += 1
            if thing not in self.met:
                self.met.add(thing)
                noted.runs[thing] += 1
                best = noted.first.get(thing)
                if best is None or moves < best[0]:
                    noted.first[thing] = (moves, self.batch.number, self.turn)

    def _went(self, chronicle: Chronicle, move: Move) -> None:
        turn = chronicle.turns[-1]
        table = turn.before.table
        self.moves.append(tuple(written(move)))
        self._meet(self.notes.taken(table.regime if table else "", move))
        self._meet(self.notes.passed(turn.passed))
        self._meet(self.notes.table(chronicle))
        if isinstance(move, Choose):
            self.decisions += 1
            self.words += self.pages.result[f"{move.scene}/{move.choice}"]
            self.fallbacks += move.scene == self.setup.life.fallback
            if self.compared is not None and move.scene not in self.compared and len(turn.offers) > 1:
                self.compared.add(move.scene)
                _weigh(turn, self.noted.pairs)
            self._look(chronicle)

    def _look(self, chronicle: Chronicle) -> None:
        """Note what the scene on the table offers."""
        moment = chronicle.moment
        table = moment.table
        if table is None or moment.ending:
            return
        scene = table.scene.id
        if not table.regime:
            self.scenes.add(scene)
        self.words += self.pages.scene[scene]
        kind, home = ("answer", table.regime) if table.regime else ("choice", self.setup.life.id)
        for offer in moment.offers:
            name = f"{scene}/{offer.choice.id}"
            thing = self.notes.thing(kind, home, name)
            self.words += self.pages.choice[name]
            self.noted.offered[thing] += 1
            if not offer.open:
                self.noted.shut[thing] += 1
                self.closed += 1
            elif thing not in self.noted.openings:
                self.noted.openings[thing] = (len(self.moves), self.batch.number, self.turn, scene, offer.choice.id)

    def _end(self, chronicle: Chronicle) -> None:
        moment, setup = chronicle.moment, self.setup
        facts = moment.life.facts
        scores = tuple((regime.id, dossier.facts["score"]) for regime, dossier in zip(setup.regimes, moment.dossiers, strict=True)
                       if regime.scale.kind != "none")  # fmt: skip
        rolls = {(regime.id, roll.id): roll.good for regime in setup.regimes for roll in regime.rolls}
        entered = [rolls[thing.home, thing.name] for thing in self.met if thing.kind == "list"]
        out = tuple(meter.id for meter in setup.life.meters if not meter.least < facts[meter.id] < meter.most)
        self.noted.moves[self.turn] = tuple(self.moves)
        self.noted.choices += self.decisions
        self.noted.lives.append(
            Lived(
                self.batch.room, self.batch.player, setup.seed, self.decisions, self.words, moment.day, moment.ending,
                tuple((meter.id, facts[meter.id]) for meter in setup.life.meters), scores, frozenset(self.scenes),
                self.fallbacks, entered.count(False), entered.count(True), self.closed, out,
            )
        )  # fmt: skip


def _weigh(turn: Turn, pairs: dict[Pair, tuple[int, int, int]]) -> None:
    """Take every open offer of this scene, with the same luck, and note which was at least as good as which."""
    assert turn.before.table is not None
    scene, home = turn.before.table.scene.id, turn.before.table.regime or turn.before.setup.life.id
    worth: dict[str, tuple[float, ...]] = {}
    for offer in turn.offers:
        if offer.open:
            after = (
                turn
                if isinstance(turn.move, Choose) and turn.move.choice == offer.choice.id
                else what_if(turn, offer.choice.id)
            )
            worth[offer.choice.id] = _standing(after)
    for one, ours in worth.items():
        for other, theirs in worth.items():
            if one != other:
                tried, better, same = pairs.get((home, scene, one, other), (0, 0, 0))
                least = all(mine >= his for mine, his in zip(ours, theirs, strict=True))
                pairs[home, scene, one, other] = (tried + 1, better + least, same + (ours == theirs))


def _standing(turn: Turn) -> tuple[float, ...]:
    """Return what can be compared after a turn: meters with what is on its way to them, bonds, scores, lists."""
    setup, after = turn.before.setup, turn.after
    settled = turn.passed.settled or after.life
    facts = settled.facts
    coming: Counter[str] = Counter()
    for due in settled.queue:
        for meter, change in due.effects:
            coming[meter] += change
    values: list[float] = [facts[meter.id] + coming[meter.id] for meter in setup.life.meters]
    values += [facts[f"bond({who})"] for who in setup.people]
    for regime, dossier in zip(setup.regimes, after.dossiers, strict=True):
        values.append(dossier.facts["score"])
        values += [(1 if roll.good else -1) * bool(dossier.facts[f"listed({roll.id})"]) for roll in regime.rolls]
    return tuple(values)
