"""A life as lived: the setup and every turn. Saves keep its moves; all else is lived again from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

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
        return replace(self, turns=(*self.turns, turn))


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


def live_again_changed(
    setup: Setup, moves: Iterable[Move], language: str = "en"
) -> tuple[Chronicle, tuple[str, ...]]:
    """Return the life these moves make now that the content has changed, and what changed, in sentences.

    Scenes and choices are known by id: a scene that would no longer come is laid on the table all the same; a
    choice that is gone is passed over.
    """
    chronicle = begin(setup)
    changed: list[str] = []
    for number, move in enumerate(moves, 1):
        try:
            chronicle = chronicle.then(move)
            continue
        except IllegalMove as refusal:
            reason = refusal.read(language)
        if isinstance(move, Choose) and not chronicle.over:
            try:
                moved = _laid_out(chronicle, move.scene)
                chronicle = moved.then(move)
            except IllegalMove as refusal:
                changed.append(phrase("changed.gone", "choice {number}, {choice} in {scene}, is gone: {why}", language,
                                      number=number, choice=move.choice, scene=move.scene, why=refusal.read(language)))  # fmt: skip
            else:
                changed.append(phrase("changed.forced", "choice {number}: the scene {scene} comes now only because it came before",
                                      language, number=number, scene=move.scene))  # fmt: skip
        else:
            changed.append(phrase("changed.not_again", "move {number} could not be made again: {why}", language, number=number,
                                  why=reason))  # fmt: skip
    return chronicle, tuple(changed)


def _laid_out(chronicle: Chronicle, scene: str) -> Chronicle:
    moment = force(chronicle.moment, scene)
    if not chronicle.turns:
        return replace(chronicle, start=moment)
    last = replace(chronicle.turns[-1], after=moment)
    return replace(chronicle, turns=(*chronicle.turns[:-1], last))
