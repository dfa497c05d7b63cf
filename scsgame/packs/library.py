"""Where packs stand, and what they hold once they are read."""

from __future__ import annotations

import gc
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from scsgame.life.scenes import Life
from scsgame.life.vocabulary import Vocabulary
from scsgame.packs import cases as case_book
from scsgame.packs import lives as life_book
from scsgame.packs import regimes as regime_book
from scsgame.packs.cases import Case
from scsgame.packs.check import Examined, examine
from scsgame.packs.desk import Entry
from scsgame.packs.problems import PackError, Problem
from scsgame.packs.reader import Map, read
from scsgame.packs.shelves import Shelf, fetch
from scsgame.regime.charter import Regime
from scsgame.terms import Safe, Saying

_PACKAGE = Path(__file__).resolve().parent.parent


_NOWHERE = Safe("")


@dataclass(frozen=True, slots=True)
class PackInfo:
    """Which pack was read: `digest` is the SHA-256 of its files."""

    id: str
    version: str
    title: Saying
    digest: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a source says, and how well it is known."""

    id: str
    says: Safe
    status: str
    where: Safe = _NOWHERE
    source: Safe = _NOWHERE


@dataclass(frozen=True)
class Sources:
    """Every fact that content cites."""

    facts: Mapping[str, Fact]

    def fact(self, name: str) -> Fact:
        """Return the fact of this name, such as `fact:rongcheng-start` or `since:12`."""
        return self.facts[name]


@dataclass(frozen=True)
class Library:
    """Everything that can be played: the words, the lives, the regimes, and where they come from."""

    vocabulary: Vocabulary
    lives: Mapping[str, Life]
    regimes: Mapping[str, Regime]
    sources: Sources
    cases: tuple[Case, ...]
    packs: tuple[PackInfo, ...]


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


def places(extra: Sequence[Path] = ()) -> list[tuple[Path, str]]:
    """Return every pack there is, with the label under which its problems are shown; the core comes first.

    Packs are those named, those in SCSGAME_PACKS, and those in the user's folder of packs.
    """
    found = [(core_content(), "content")]
    asked = [*extra, *(Path(part) for part in os.environ.get("SCSGAME_PACKS", "").split(os.pathsep) if part)]
    with suppress(OSError):
        home = user_data_path("scsgame") / "packs"
        asked += sorted(path for path in home.iterdir() if path.is_dir() or path.suffix == ".zip")
    seen = {found[0][0].resolve()}
    for path in asked:
        if path.resolve() not in seen:
            seen.add(path.resolve())
            found.append((path, path.as_posix().rstrip("/")))
    return found


def shelves(extra: Sequence[Path] = ()) -> list[Shelf]:
    """Fetch every pack there is. Another pack that calls itself `core` stands in the core's place."""
    found = [fetch(path, label, core=number == 0) for number, (path, label) in enumerate(places(extra))]
    return found[1:] if any(_is_core(shelf) for shelf in found[1:]) else found


def _is_core(shelf: Shelf) -> bool:
    said = read(shelf.files.get("pack.yaml", "")).root
    return isinstance(said, Map) and said.get("pack") == "core"


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let the collector rest: it would walk the growing heap again and again, and find nothing to throw away."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def load(
    extra: Sequence[Path] = (), lives: Collection[str] | None = None, regimes: Collection[str] | None = None
) -> Library:
    """Read packs into a library; a selection of lives and regimes leaves the others unread.

    Raises PackError with every problem, if anything is wrong.
    """
    with _uncollected():
        examined = examine(shelves(extra), lives, regimes)
        if examined.errors:
            raise PackError(examined.errors)
        return build(examined)


def check(extra: Sequence[Path] = ()) -> Report:
    """Read packs and say everything that is wrong. Never raises for what a pack can hold."""
    return report_on(shelves(extra))


def report_on(found: Sequence[Shelf]) -> Report:
    """Check these shelves and nothing else."""
    with _uncollected():
        examined = examine(found)
        library = None if examined.errors else build(examined)
    scenes = sum(
        len(folder.scenes(kind))
        for folder in (*examined.lives, *examined.regimes)
        for kind in ("scenes", "encounters")
    )
    return Report(library, tuple(examined.problems), examined.files, scenes, len(examined.regimes))


def build(examined: Examined) -> Library:
    """Make frozen nouns of what was read and found right."""
    lives = {folder.id: life_book.build(folder) for folder in examined.lives}
    regimes = {folder.id: regime_book.build(folder) for folder in examined.regimes}
    book = tuple(case for folder in examined.regimes for case in case_book.cases(folder))
    packs = tuple(_info(shelf, said) for shelf, said in examined.packs if said is not None)
    return Library(life_book.vocabulary(examined.shared), lives, regimes, _sources(examined.shared), book, packs)


def _info(shelf: Shelf, said: Any) -> PackInfo:
    return PackInfo(said["pack"], str(said["version"]), said["title"], shelf.digest)


def _sources(shared: Sequence[tuple[str, Entry]]) -> Sources:
    titles: dict[str, Safe] = {}
    facts: dict[str, Fact] = {}
    books: list[Any] = [said for kind, said in shared if kind == "sources"]
    for said in books:
        titles |= {label: source["title"].read() for label, source in said.get("sources", ())}
    for said in books:
        for prefix, chapter in (("fact", "facts"), ("since", "since")):
            for label, fact in said.get(chapter, ()):
                name = f"{prefix}:{label}"
                facts[name] = Fact(name, fact["says"].read(), fact["status"], fact.get("where", Safe("")),
                                   titles.get(fact.get("in", ""), Safe("")))  # fmt: skip
    return Sources(facts)
