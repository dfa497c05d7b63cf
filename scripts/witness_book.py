"""Makes the book of witnesses anew: lives that together reach every scene, encounter, list, measure, door and ending that we ship.

    python scripts/witness_book.py                  keep what still holds, find what is missing (minutes)
    python scripts/witness_book.py --anew           forget the old book first
    python scripts/witness_book.py --lives 3000     more lives before anything is sought
    python scripts/witness_book.py --foresee 12     more lives of somebody who foresees, for what is hardest

The book is tests/content/witnesses.jsonl. Lives in it are lived again first, as far as they go since the content changed, and on
to an end. Where much is missing then, ordinary players live; what none of them meets is sought by somebody who knows the rules, and
what is not found then is sought by somebody who also foresees what comes of each choice, many lives abreast; where it hangs on rare
dice, such as one act in a million that is seen, in lives whose seed holds them ready (a minute or some for each). At last it is sought wider: in
every life under every regime where it could come, in many more lives. The book is written after each step, so that one can
stop at any time and go on later. What is missing at the end is printed: sought and not found, which is not to say that it cannot come.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from scsgame.game.moves import written  # noqa: E402
from scsgame.packs import Library, load  # noqa: E402
from scsgame.session.bots import at_random  # noqa: E402
from scsgame.workshop.trials.book import as_far_as_it_goes, as_line, cover, missing, read_book, shown, wanted  # noqa: E402
from scsgame.workshop.trials.players import PLAYERS  # noqa: E402
from scsgame.workshop.trials.pool import cores, run, seek_all  # noqa: E402
from scsgame.workshop.trials.rooms import Room, batches, focus, pairs, related, rooms, using  # noqa: E402
from scsgame.workshop.trials.seeking import Search  # noqa: E402
from scsgame.workshop.trials.things import Thing  # noqa: E402
from scsgame.workshop.trials.witnesses import Replay, ReplayError  # noqa: E402

BOOK = ROOT / "tests" / "content" / "witnesses.jsonl"
AT_ONCE = 12
"""So many searches are made before the book is written."""

MANY = 4
"""Where so many things of a life or a regime are missing, ordinary players live before anything is sought."""

PER_ROOM = 45

_LIBRARY: list[Library] = []
Life = tuple[Replay, frozenset[Thing]]


def _open() -> None:
    _LIBRARY[:] = [load()]


def lived(replay: Replay) -> Life | None:
    """Live a replay again as far as it goes, then on by chance to an end; None when its packs are gone."""
    with suppress(ReplayError):
        chronicle = as_far_as_it_goes(replay, _LIBRARY[0])
        while not chronicle.over:
            chronicle = chronicle.then(at_random(chronicle))
        moves = tuple(tuple(written(turn.move)) for turn in chronicle.turns)
        return replace(replay, moves=moves, reaches=""), shown(chronicle)
    return None


class Book:
    """The lives found so far, and what they show."""

    def __init__(self, library: Library, path: Path, processes: int) -> None:
        self.library, self.path, self.processes = library, path, processes
        self.lives: list[Life] = []

    @property
    def missing(self) -> Sequence[Thing]:
        """Return what no life shows yet."""
        return missing(self.library, {thing for _, shows in self.lives for thing in shows})

    def add(self, replays: Iterable[Replay]) -> None:
        """Live these to an end, take them in, keep few, and write the book."""
        asked = list(replays)
        with ProcessPoolExecutor(self.processes, get_context("spawn"), _open) as pool:
            self.lives += [life for life in pool.map(lived, asked, chunksize=8) if life is not None]
        kept = cover(self.lives, wanted(self.library))
        self.lives = [life for life in self.lives if life[0] in kept]
        fresh = self.path.with_suffix(".new")
        fresh.write_text("".join(f"{as_line(replay)}\n" for replay in kept), encoding="utf-8")
        fresh.replace(self.path)
        size = self.path.stat().st_size // 1000
        print(
            f"  {len(kept)} lives, {size} kB; {len(self.missing)} of {len(wanted(self.library))} missing", flush=True
        )


def everyday_rooms(library: Library) -> list[Room]:
    """Return the rooms of an ordinary trial."""
    return rooms(library, focus(library, ()), (), pairs())


def at_home(library: Library, thing: Thing, homes: Sequence[Room]) -> list[Room]:
    """Return those of these rooms where the thing could come; for a door, the lives that knock at it, also from elsewhere."""
    knock = doorways(library, thing)
    lives = {room.life for room in knock}
    found = [room for room in homes if thing.home == room.life or thing.home in room.regimes]
    return list(dict.fromkeys([room for room in found if not lives or room.life in lives] + knock))


def doorways(library: Library, thing: Thing) -> list[Room]:
    """Return the lives that knock at a door."""
    return using(library, thing.name.partition("/")[2], thing.home) if thing.kind == "door" else []


def anywhere(library: Library, thing: Thing) -> list[Room]:
    """Return every life under every regime, and under those that read one another, where the thing could come."""
    sets = [(name,) for name in library.regimes] + list(related(library.regimes.values()))
    found = [Room(life, names) for life in library.lives for names in sets]
    found = [room for room in found if thing.home == room.life or thing.home in room.regimes]
    knock = {room.life for room in doorways(library, thing)}
    return [room for room in found if not knock or room.life in knock]


def sought(book: Book, where: Callable[[Thing], list[Room]], lives: int, seed: str, abreast: int = 0) -> None:
    """Seek what is missing, some at a time, and write the book after each."""
    todo = list(book.missing)
    while todo:
        now, todo = todo[:AT_ONCE], todo[AT_ONCE:]
        asked = [Search(thing, tuple(where(thing)), lives, seed, abreast) for thing in now]
        book.add(replay for replay in seek_all(book.library, asked, (), book.processes) if replay is not None)
        still = set(book.missing)
        todo = [thing for thing in todo if thing in still]


def main() -> int:
    """Make the book, and return 0 when nothing is missing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--anew", action="store_true", help="forget the old book")
    parser.add_argument("--lives", type=int, default=1500, help="lives of ordinary players")
    parser.add_argument("--seek", type=int, default=60, help="lives in which each missing thing is sought")
    parser.add_argument(
        "--foresee", type=int, default=6, help="lives of somebody who foresees, for each missing thing and room"
    )
    parser.add_argument(
        "--abreast", type=int, default=60, help="so many lives go on from each day beside one another"
    )
    parser.add_argument(
        "--wider", type=int, default=600, help="lives in which what is still missing is sought everywhere"
    )
    parser.add_argument("--seed", default="book", help="the luck of all lives")
    parser.add_argument("--jobs", type=int, default=cores(), help="processes")
    parser.add_argument("--book", type=Path, default=BOOK, help="the file")
    said = parser.parse_args()
    if hasattr(os, "nice"):
        os.nice(10)
    library = load()
    homes = everyday_rooms(library)
    book = Book(library, said.book, max(1, said.jobs))
    if said.book.exists() and not said.anew:
        print("the old book, lived again", flush=True)
        book.add(read_book(said.book.read_text(encoding="utf-8")))
    lacking = Counter(thing.home for thing in book.missing)
    new = [room for room in homes if any(lacking[home] >= MANY for home in (room.life, *room.regimes))]
    if new and said.lives:
        lives = min(said.lives, PER_ROOM * len(new))
        print(f"{lives} lives of ordinary players where much is missing", flush=True)
        plan = [batch._replace(compare=False) for batch in batches(new, PLAYERS, lives, said.seed)]
        coverage = run(library, plan, (), book.processes)
        found = [coverage.witness(thing) for thing in book.missing]
        book.add(dict.fromkeys(replay for replay in found if replay is not None))
    print("seeking what is missing", flush=True)
    sought(book, lambda thing: at_home(library, thing, homes), said.seek, said.seed)
    print("seeking with foresight", flush=True)
    sought(book, lambda thing: at_home(library, thing, homes), said.foresee, f"{said.seed}-ahead", said.abreast)
    print("seeking wider", flush=True)
    sought(book, lambda thing: anywhere(library, thing), said.wider, f"{said.seed}-wider")
    for thing in book.missing:
        print(f"missing: {thing}")
    return 1 if book.missing else 0


if __name__ == "__main__":
    sys.exit(main())
