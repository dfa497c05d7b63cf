"""Every way to choose, up to a bound: for packs small enough.

All choices are tried from the first morning on; the luck is that of one seed, and bills are left unpaid. Two ways that lead
to the same moment are followed once.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from hashlib import blake2b

from scsgame.game.chronicle import begin
from scsgame.game.moment import Moment, Setup
from scsgame.game.moves import Choose
from scsgame.game.turn import take
from scsgame.packs.examine import Examined
from scsgame.packs.nouns import Library
from scsgame.workshop.evidence import unseen
from scsgame.workshop.findings import Finding
from scsgame.workshop.proofs.places import places
from scsgame.workshop.proofs.refuting import Thing

MOST_MOMENTS = 5_000
SEED = "search-0"


def _mark(moment: Moment) -> bytes:
    """Return what tells two moments apart."""
    whole = (moment.life, moment.dossiers, moment.stage, moment.table and (moment.table.scene.id, moment.table.cast),
             moment.encountered, moment.bulletins)  # fmt: skip
    return blake2b(repr(whole).encode(), digest_size=16).digest()


def search_lives(
    examined: Examined,
    library: Library,
    scenes: int,
    never: AbstractSet[tuple[str, Thing]] = frozenset(),
    most: int = MOST_MOMENTS,
) -> tuple[list[Finding], list[str]]:
    """Try all choices of lives of at most so many scenes; return what no complete search met, and what was tried."""
    lines: list[str] = []
    met: dict[str, set[str]] = {life: set() for life in library.lives}
    whole: dict[str, bool] = dict.fromkeys(library.lives, bool(library.regimes))
    for life in library.lives.values():
        for regime in library.regimes.values():
            setup = Setup(
                life,
                (regime,),
                library.vocabulary,
                SEED,
                "as_is",
                tuple(value.id for value in life.values)[: life.pick_values],
            )
            reached, moments, ends, depth, complete = _walk(setup, scenes, most)
            met[life.id] |= reached
            whole[life.id] &= complete
            bound = (
                "all lives to their end"
                if complete
                else f"lives of at most {depth} scenes (of {scenes} asked for), {moments} moments (at most {most})"
            )
            lines.append(f"search: {life.id} under {regime.id}, every choice, luck of seed {SEED}, no bill paid: {bound}; "
                         f"{len(reached)} scenes met, {ends} ends.")  # fmt: skip
    found: list[Finding] = []
    for folder in examined.lives:
        if whole[folder.id]:
            found += [unseen(thing, place, f"in any life with the luck of seed {SEED}", "search") for thing, place in places(folder).items()
                      if thing[0] == "scene" and thing[1] not in met[folder.id] and (f"lives/{folder.id}", thing) not in never]  # fmt: skip
    return found, lines


def _walk(setup: Setup, scenes: int, most: int) -> tuple[set[str], int, int, int, bool]:
    first = begin(setup).moment
    front, known, reached, ends = [first], {_mark(first)}, set[str](), 0
    for depth in range(scenes + 1):
        for moment in front:
            if moment.table is not None and not moment.ending:
                reached.add(moment.table.scene.id)
        after: list[Moment] = []
        for moment in front:
            if moment.ending or moment.table is None:
                ends += 1
                continue
            if depth == scenes:
                return reached, len(known), ends, depth, False
            for offer in moment.offers:
                if offer.open:
                    new = take(moment, Choose(moment.table.scene.id, offer.choice.id)).after
                    mark = _mark(new)
                    if mark not in known:
                        known.add(mark)
                        after.append(new)
            if len(known) >= most:
                return reached, len(known), ends, depth, False
        if not after:
            return reached, len(known), ends, depth, True
        front = after
    return reached, len(known), ends, scenes, False
