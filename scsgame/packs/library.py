"""Finding packs and loading them: from the cache when nothing has changed, else by reading and checking."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from platformdirs import user_data_path

from scsgame.packs import cache
from scsgame.packs.nouns import Fact, Library, PackInfo, Sources
from scsgame.packs.problems import Problem
from scsgame.packs.resting import uncollected
from scsgame.packs.shelves import Shelf, fetch

__all__ = [
    "Fact",
    "Library",
    "PackInfo",
    "Report",
    "Sources",
    "check",
    "core_content",
    "load",
    "places",
    "report_on",
    "shelves",
    "user_packs",
]

ADDED = "your packs/"
"""How problems name the packs that `pack add` keeps in the user's folder."""

_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Report:
    """What checking found: every problem, and the library if there is no error among them."""

    library: Library | None
    problems: tuple[Problem, ...]
    files: int
    scenes: int
    regimes: int

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Return the problems that keep the packs from being played."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def core_content() -> Path:
    """Return where the game's own content stands: beside the package in a checkout, inside it when installed."""
    beside = _PACKAGE.parent / "content"
    return beside if (beside / "pack.yaml").is_file() else _PACKAGE / "_content"


def user_packs() -> Path:
    """Return the user's own folder of packs, in which `pack add` puts them."""
    return user_data_path("scsgame") / "packs"


def places(extra: Sequence[Path] = ()) -> list[tuple[Path, str]]:
    """Return every pack there is, with the label under which its problems are shown; the core comes first.

    Packs are those named, those in SCSGAME_PACKS, and those in the user's folder of packs.
    """
    found = [(core_content(), "content")]
    asked = [*extra, *(Path(part) for part in os.environ.get("SCSGAME_PACKS", "").split(os.pathsep) if part)]
    home = user_packs()
    with suppress(OSError):
        asked += sorted(path for path in home.iterdir() if path.is_dir() or path.suffix == ".zip")
    seen = {found[0][0].resolve()}
    for path in asked:
        if path.resolve() not in seen:
            seen.add(path.resolve())
            zipped = path.parent == home and path.suffix == ".zip"
            found.append((path, f"{ADDED}{path.name}" if zipped else path.as_posix().rstrip("/")))
    return found


def added(shelf: Shelf) -> bool:
    """Tell whether a pack is one of those in the user's folder."""
    return shelf.label.startswith((ADDED, f"{user_packs().as_posix()}/"))


def shelves(extra: Sequence[Path] = ()) -> list[Shelf]:
    """Fetch every pack there is. A pack that calls itself `core` stands in the core's place, and a named one in an added one's."""
    return standing(fetched(extra))


def fetched(extra: Sequence[Path]) -> list[Shelf]:
    """Fetch every pack there is, also those in whose place another steps."""
    return [fetch(path, label, core=number == 0) for number, (path, label) in enumerate(places(extra))]


def complete(found: Sequence[Shelf]) -> bool:
    """Tell whether all files of these packs were fetched; else their digests do not say what they hold."""
    return not any(shelf.problems for shelf in found)


def standing(found: Sequence[Shelf]) -> list[Shelf]:
    """Return the packs that are read: one that is named steps into the place of the core, or of one that was added."""
    names = [_id_of(shelf) for shelf in found[1:]]
    named = {name for shelf, name in zip(found[1:], names, strict=True) if name and not added(shelf)}
    others = [shelf for shelf, name in zip(found[1:], names, strict=True) if not (name in named and added(shelf))]
    return others if "core" in names else [*found[:1], *others]


def _id_of(shelf: Shelf) -> str:
    from scsgame.packs.reader import Map, read

    said = read(shelf.files.get("pack.yaml", "")).root
    name = said.get("pack") if isinstance(said, Map) else None
    return name if isinstance(name, str) else ""


def load(
    extra: Sequence[Path] = (), lives: Collection[str] | None = None, regimes: Collection[str] | None = None
) -> Library:
    """Read packs into a library; a selection of lives and regimes leaves the others unread.

    Raises PackError with every problem, if anything is wrong.
    """
    with uncollected():
        found = fetched(extra)
        if complete(found):
            for chosen in ((None, None), (lives, regimes)):  # all there is, or else the selection alone
                kept = cache.find(cache.key(found, *chosen), partial(_load_anew, extra, *chosen))
                if kept is not None:
                    return kept.only(lives, regimes)
        return _read(found, lives, regimes).only(lives, regimes)


def _load_anew(extra: Sequence[Path], lives: Collection[str] | None, regimes: Collection[str] | None) -> Library:
    """Read packs after all, where what was kept turned out to be spoilt."""
    with uncollected():
        return _read(fetched(extra), lives, regimes)


def _read(found: Sequence[Shelf], lives: Collection[str] | None, regimes: Collection[str] | None) -> Library:
    from scsgame.packs import anew

    return anew.library(found) if lives is None and regimes is None else anew.selection(found, lives, regimes)


def check(extra: Sequence[Path] = ()) -> Report:
    """Read packs and say everything that is wrong. Never raises for what a pack can hold."""
    return report_on(shelves(extra))


def report_on(found: Sequence[Shelf], *, built: bool = True) -> Report:
    """Check these shelves and nothing else, and trust no cache; a library is made of them unless nobody wants it."""
    from scsgame.packs.binding import build
    from scsgame.packs.examine import examine
    from scsgame.packs.lives import scene

    with uncollected():
        examined = examine(found, made=scene if built else _nothing)
        library = build(examined) if built and not examined.errors else None
        scenes = sum(folder.plot.seen for folder in (*examined.lives, *examined.regimes))
        return Report(library, tuple(examined.problems), examined.files, scenes, len(examined.regimes))


def _nothing(_: object) -> None:
    """Make nothing of a scene: it was checked, and that is all."""
