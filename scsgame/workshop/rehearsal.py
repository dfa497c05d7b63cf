"""Rehearsing a pack: the running life takes an edited pack at the same day, with the same choices made again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from scsgame.debrief.sections import Section
from scsgame.game.chronicle import live_again_changed
from scsgame.game.moment import Setup
from scsgame.game.moves import Move
from scsgame.game.pleas import IllegalMove
from scsgame.game.views import DayView
from scsgame.packs import PackError, Problem, load
from scsgame.session import House, Player, Switched
from scsgame.session.items import ALL_AS_USUAL
from scsgame.terms import Safe, safe
from scsgame.tongue import phrase
from scsgame.workshop.inspection import inspect


class Taken(NamedTuple):
    """What became of an edit: the problems that keep it out, or what changed in the life."""

    problems: tuple[Problem, ...] = ()
    changed: tuple[Safe, ...] = ()
    new: bool = False

    def said(self) -> tuple[Safe, ...]:
        """Say what became of it, the most important first."""
        if self.problems:
            first, more = self.problems[0], len(self.problems) - 1
            rest = phrase("rehearsal.more", " (and {count} more)", count=more) if more else ""
            near = first.suggestion
            hint = phrase("rehearsal.meant", ' Did you mean "{near}"?', near=near) if near else ""
            place = f"{first.path}:{first.line}" if first.line else first.path
            mistake = phrase("rehearsal.mistake", "The edit has a mistake, so the old pack goes on. {place}: {message}{hint}{rest}",
                             place=place, message=first.message, hint=hint, rest=rest)  # fmt: skip
            return (mistake,)
        taken = (phrase("rehearsal.taken", "The edit is taken: the same day, the same choices."),) if self.new else ()
        return (*taken, *self.changed)


class Rehearsal(Player):
    """A life that is rehearsed: nothing is saved, the pack may change under it, and nothing is withheld."""

    def __init__(
        self,
        house: House,
        player: Player,
        packs: Sequence[Path],
        moves: Sequence[Move] = (),
        parts: Switched = ALL_AS_USUAL,
    ) -> None:
        super().__init__(player.chronicle, player.library, None, player.language)
        self._house = house
        self._parts = parts
        self._packs = tuple(packs)
        self._seen = _stamps(self._packs)
        self.made: list[Move] = []
        for move in moves:
            self.move(move)

    @property
    def name(self) -> Safe:
        """Return what is rehearsed."""
        return phrase("rehearsal.name", "rehearsal of {life}", life=self.chronicle.setup.life.id)

    def move(self, move: Move) -> DayView:
        """Make a move, and remember it for when the pack changes."""
        view = super().move(move)
        self.made.append(move)
        return view

    def refresh(self) -> Taken | None:
        """Take an edited pack, if a file has changed since the last look; None when none has.

        Only this life and its regimes are read again. With errors in them the old pack stays, and the problems come back.
        """
        stamps = _stamps(self._packs)
        if stamps == self._seen:
            return None
        self._seen = stamps
        setup = self.chronicle.setup
        try:
            library = load(self._packs, [setup.life.id], [regime.id for regime in setup.regimes])
        except PackError as refusal:
            return Taken(problems=tuple(refusal.problems))
        missing = [name for name in (setup.life.id,) if name not in library.lives]
        missing += [regime.id for regime in setup.regimes if regime.id not in library.regimes]
        if missing:
            return Taken(
                changed=(
                    phrase(
                        "rehearsal.gone", "{name} is no longer in the pack, so the old one is kept.", name=missing[0]
                    ),
                )
            )
        self._house.__dict__["library"] = library
        fresh = self._house.setup(
            setup.life.id,
            [one.id for one in setup.regimes],
            setup.shows,
            setup.values,
            setup.seed,
            switched=self._parts,
        )
        chronicle, changed = live_again_changed(fresh, self.made)
        self.chronicle, self.library = chronicle, library
        return Taken(changed=tuple(safe(line) for line in changed), new=True)

    def inspect(self) -> tuple[Section, ...]:
        """Return everything behind the moment."""
        return inspect(self.chronicle.moment)


def jump(setup: Setup, scene: str, lives: int = 200) -> tuple[str, tuple[Move, ...]]:
    """Return a seed and the moves that lead to a scene, found by playing at random, the given seed first.

    Raises IllegalMove with a sentence when no life of so many came to it.
    """
    from scsgame.game.chronicle import begin
    from scsgame.session.bots import at_random

    known = {one.id for one in setup.life.scenes} | {one.id for regime in setup.regimes for one in regime.encounters}
    if scene not in known:
        raise IllegalMove("illegal.no_such_scene", "there is no scene {scene}", scene=scene)
    for number in range(lives):
        seed = setup.seed if number == 0 else f"{setup.seed}/{number}"
        chronicle = begin(replace(setup, seed=seed))
        moves: list[Move] = []
        while not chronicle.over:
            table = chronicle.moment.table
            if table is not None and table.scene.id == scene:
                return seed, tuple(moves)
            moves.append(at_random(chronicle))
            chronicle = chronicle.then(moves[-1])
    raise IllegalMove(
        "illegal.nobody_came", "in {lives} lives played at random nobody came to {scene}", lives=lives, scene=scene
    )


def _stamps(packs: Sequence[Path]) -> Mapping[str, tuple[int, int]]:
    """Return when each file of the packs was last changed, and how long it is."""
    found = {}
    for pack in packs:
        for path in sorted(pack.rglob("*")) if pack.is_dir() else [pack]:
            try:
                stat = path.stat()
            except OSError:
                continue
            found[str(path)] = (stat.st_mtime_ns, stat.st_size)
    return found
