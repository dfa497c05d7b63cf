"""Five layers of checking, each with its certainty: shape, reference, proof, and when asked evidence and search.

Nothing is proved, played or searched while there are errors: they would only echo.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from scsgame.packs import cache
from scsgame.packs.library import complete, shelves
from scsgame.packs.resting import uncollected
from scsgame.packs.shelves import Shelf
from scsgame.tongue import phrase
from scsgame.workshop.findings import Finding, from_check

if TYPE_CHECKING:
    from scsgame.packs.examine import Examined
    from scsgame.packs.nouns import Library


@dataclass(frozen=True)
class Checked:
    """What checking found, what was looked at, and what each layer says of itself.

    Where packs were named, their own files, scenes and regimes are counted; `beside` says how many other files were read with them.
    """

    findings: tuple[Finding, ...]
    files: int
    scenes: int
    regimes: int
    layers: tuple[str, ...] = ()
    beside: int = 0

    @property
    def errors(self) -> int:
        """Return how many findings keep the packs from being played."""
        return sum(finding.error for finding in self.findings)

    @property
    def warnings(self) -> int:
        """Return how many findings are proofs or doubts, and no mere notes."""
        firm = sum(finding.certainty in ("shape", "reference", "proof") for finding in self.findings)
        return firm - self.errors

    def summary(self) -> str:
        """Return the last lines of a report."""
        looked = [
            phrase("check.files", "{count} {count|file|files}", count=self.files),
            phrase("check.scenes", "{count} {count|scene|scenes}", count=self.scenes),
            phrase("check.regimes", "{count} {count|regime|regimes}", count=self.regimes),
        ]
        beside = (
            phrase("check.beside", ", read with {count} {count|file|files} of other packs", count=self.beside)
            if self.beside
            else ""
        )
        found = phrase("comma", ", ").join(
            (_errors(self.errors), phrase("check.warnings", "{count} {count|warning|warnings}", count=self.warnings))
        )
        looked_at = phrase("comma", ", ").join(looked) + beside
        head = phrase("check.sum", "{looked}: {found}.", looked=looked_at, found=found)
        return "\n".join([*self.layers, head])


def check_packs(paths: Sequence[Path] = (), play: int = 0, search: int = 0) -> Checked:
    """Check every pack there is, and those at these paths; what has been checked, and has not changed by a byte, is known.

    Where nothing but texts has changed, only what holds them is read again. Lives that are played and searched are played and
    searched again.
    """
    found, named = shelves(paths), _labels(paths)
    if play or search or not complete(found):
        return check_shelves(found, play, search, named)
    name = cache.verdict_key(found, named)
    known = cache.find_one(name, Checked)
    return _checked_now(found, named, name) if known is None else known


def _checked_now(found: Sequence[Shelf], named: Collection[str], name: str) -> Checked:
    """Check packs of which there is no verdict; keep it under this name, and what it rests on."""
    from scsgame.workshop.standing import Basis, basis_of, moved_on, still_stands

    where = cache.basis_key(found, named)
    basis = cache.find_one(where, Basis)
    before = None if basis is None else cache.find_one(basis.verdict, Checked)
    if basis is not None and before is not None and still_stands(basis, before.findings, found):
        checked, basis = before, moved_on(basis, name, found)
    else:
        checked, examined = _all_layers(found, 0, 0, named)
        basis = None if checked.errors else basis_of(name, found, examined)
    cache.keep_one(name, checked)
    if basis is not None:
        cache.keep_one(where, basis)
    return checked


@dataclass(frozen=True)
class Glance:
    """What was found in the files that were saved, before everything else is looked at."""

    findings: tuple[Finding, ...]
    looked_at: str

    def summary(self) -> str:
        """Return the last line."""
        errors = sum(finding.error for finding in self.findings)
        return phrase(
            "check.glance",
            "{looked}: {found}. Everything else follows …",
            looked=self.looked_at,
            found=_errors(errors),
        )


def glance(paths: Sequence[Path], saved: Collection[str]) -> Glance:
    """Check only the lives and regimes of which files were saved, by shape and reference, and the shared files."""
    parts = [path.split("/") for path in saved]
    lives, regimes = (
        {part[1] for part in parts if len(part) > 2 and part[0] == kind} for kind in ("lives", "regimes")
    )
    from scsgame.packs.examine import examine

    found = shelves(paths)
    examined = examine(found, lives, regimes, atlas=any(part[0].startswith("atlas") for part in parts))
    names = ", ".join(
        [*(f"lives/{name}" for name in sorted(lives)), *(f"regimes/{name}" for name in sorted(regimes))]
    )
    return Glance(tuple(from_check(examined.problems)), names or phrase("check.shared", "the shared files"))


def check_shelves(
    found: Sequence[Shelf], play: int = 0, search: int = 0, named: Collection[str] = frozenset()
) -> Checked:
    """Check these packs and no others, and ask no cache; `play` so many lives, `search` lives of at most so many scenes.

    What is counted is what stands in the packs of these labels, or all where there are none.
    """
    return _all_layers(found, play, search, named)[0]


def _all_layers(found: Sequence[Shelf], play: int, search: int, named: Collection[str]) -> tuple[Checked, Examined]:
    from scsgame.packs.binding import build
    from scsgame.packs.examine import examine
    from scsgame.workshop.proofs import prove

    with uncollected():
        examined = examine(found)
    findings = from_check(examined.problems)
    if examined.errors:
        return _checked(examined, found, named, findings), examined
    with uncollected():
        library = build(examined)
    proved = prove(examined, library)
    findings += proved.findings
    told: list[str] = []
    examined, library, whole = *_own(examined, library, named), examined
    if play:
        from scsgame.workshop.evidence import evidence

        more, line = evidence(examined, library, play, proved.never)
        findings += more
        told.append(line)
    if search:
        from scsgame.workshop.search import search_lives

        more, lines = search_lives(examined, library, search, proved.never)
        findings += more
        told += lines
    return _checked(whole, found, named, findings, tuple(told)), whole


def _own(examined: Examined, library: Library, named: Collection[str]) -> tuple[Examined, Library]:
    """Return what is to be lived: the lives and regimes of the packs that are named, and all of a kind that they lack."""
    lives = [folder for folder in examined.lives if folder.shelf.label in named]
    regimes = [folder for folder in examined.regimes if folder.shelf.label in named]
    if not lives and not regimes:
        return examined, library
    lives, regimes = lives or examined.lives, regimes or examined.regimes
    return replace(examined, lives=lives, regimes=regimes), replace(
        library,
        lives={folder.id: library.lives[folder.id] for folder in lives},
        regimes={folder.id: library.regimes[folder.id] for folder in regimes},
    )


def _labels(paths: Sequence[Path]) -> Collection[str]:
    """Return under which labels the packs at these paths are read."""
    return {path.as_posix().rstrip("/") for path in paths}


def _checked(examined: Examined, found: Sequence[Shelf], named: Collection[str], findings: Sequence[Finding],
             layers: tuple[str, ...] = ()) -> Checked:  # fmt: skip
    from scsgame.packs.forms import form_of

    ours = [shelf for shelf in found if shelf.label in named] or found
    labels = {shelf.label for shelf in ours}
    folders = [folder for folder in (*examined.lives, *examined.regimes) if folder.shelf.label in labels]
    scenes = sum(len(folder.scenes(kind)) for folder in folders for kind in ("scenes", "encounters"))
    regimes = sum(folder.kind == "regimes" for folder in folders)
    files = sum(bool(form_of(path)) for shelf in ours for path in shelf.files)
    return Checked(tuple(findings), files, scenes, regimes, layers, max(0, examined.files - files))


def _errors(count: int) -> str:
    return phrase("check.errors", "{count} {count|error|errors}", count=count)
