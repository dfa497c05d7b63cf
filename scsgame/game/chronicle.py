"""A life as lived: the setup and every turn. Saves keep its moves; all else is lived again from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, NamedTuple

from scsgame.game.moment import Moment, Setup, beginning
from scsgame.game.moves import Choose, Look, Move, Undo
from scsgame.game.passing import Passage, Passed
from scsgame.game.pleas import IllegalMove
from scsgame.game.turn import Turn, force, take
from scsgame.life.vocabulary import Act
from scsgame.tongue import phrase


@dataclass(frozen=True)
class Chronicle:
    """A life as lived so far: where it began, what the first morning brought, each turn since."""

    setup: Setup
    start: Moment
    morning: Passed
    turns: tuple[Turn, ...] = ()
    undone: int = 0

    @property
    def moment(self) -> Moment:
        """Return where the life stands."""
        return self.turns[-1].after if self.turns else self.start

    @property
    def over(self) -> bool:
        """Say whether the life has ended."""
        return bool(self.moment.ending)

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """Return everything that was done, by anybody, in its order."""
        return (*self.morning.acts, *(act for turn in self.turns for act in turn.passed.acts))

    @property
    def may_undo(self) -> bool:
        """Say whether the last move can be taken back."""
        return self.setup.undo and any(not isinstance(turn.move, Look) for turn in self.turns)

    def then(self, move: Move) -> Chronicle:
        """Return the life one move later. Raises IllegalMove with a sentence."""
        if isinstance(move, Undo):
            if not self.may_undo:
                raise IllegalMove("illegal.no_undo", "there is nothing to take back")
            kept = list(self.turns)
            while isinstance(kept.pop().move, Look):
                pass
            return replace(self, turns=tuple(kept), undone=self.undone + 1)
        turn = take(self.moment, move, len(self.turns) + 1)
        return Chronicle(self.setup, self.start, self.morning, (*self.turns, turn), self.undone)


def begin(setup: Setup) -> Chronicle:
    """Return a life on its first morning, with its first scene on the table."""
    passage = Passage(beginning(setup))
    passage.morning()
    passage.advance()
    return Chronicle(setup, passage.moment(), passage.passed())


def live_again(setup: Setup, moves: Iterable[Move]) -> Chronicle:
    """Return the life that these moves make. Raises IllegalMove where one cannot be made."""
    chronicle = begin(setup)
    for move in moves:
        chronicle = chronicle.then(move)
    return chronicle


class Amiss(NamedTuple):
    """A move that did not simply happen again.

    `forced`: its scene had to be laid on the table; `gone`: that did not help; `refused`: it is no choice, or the life
    was over. `why` is the refusal.
    """

    number: int
    move: Move
    kind: Literal["forced", "gone", "refused"]
    why: IllegalMove


def go_on_living(chronicle: Chronicle, moves: Iterable[Move], first: int = 1) -> tuple[Chronicle, tuple[Amiss, ...]]:
    """Return the life after these moves as far as they can be made, and each that did not simply happen again.

    Scenes and choices are known by id: a scene that would not come is laid on the table all the same; what cannot be
    chosen is passed over. `first` is the number of the first move.
    """
    amiss: list[Amiss] = []
    for number, move in enumerate(moves, first):
        try:
            chronicle = chronicle.then(move)
            continue
        except IllegalMove as refusal:
            why = refusal
        if isinstance(move, Choose) and not chronicle.over:
            try:
                chronicle = _laid_out(chronicle, move.scene).then(move)
                amiss.append(Amiss(number, move, "forced", why))
            except IllegalMove as refusal:
                amiss.append(Amiss(number, move, "gone", refusal))
        else:
            amiss.append(Amiss(number, move, "refused", why))
    return chronicle, tuple(amiss)


def live_again_changed(
    setup: Setup, moves: Iterable[Move], language: str = "en"
) -> tuple[Chronicle, tuple[str, ...]]:
    """Return the life these moves make now that the content has changed, and what changed, in sentences."""
    chronicle, amiss = go_on_living(begin(setup), moves)
    return chronicle, tuple(_told(one, language) for one in amiss)


def _told(one: Amiss, language: str) -> str:
    number, move, why = one.number, one.move, one.why.read(language)
    if one.kind == "refused" or not isinstance(move, Choose):
        return phrase(
            "changed.not_again", "move {number} could not be made again: {why}", language, number=number, why=why
        )
    if one.kind == "forced":
        return phrase("changed.forced", "choice {number}: the scene {scene} comes now only because it came before",
                      language, number=number, scene=move.scene)  # fmt: skip
    return phrase("changed.gone", "choice {number}, {choice} in {scene}, is gone: {why}", language,
                  number=number, choice=move.choice, scene=move.scene, why=why)  # fmt: skip


def _laid_out(chronicle: Chronicle, scene: str) -> Chronicle:
    moment = force(chronicle.moment, scene)
    if not chronicle.turns:
        return replace(chronicle, start=moment)
    last = replace(chronicle.turns[-1], after=moment)
    return replace(chronicle, turns=(*chronicle.turns[:-1], last))
