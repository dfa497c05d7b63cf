"""A verdict that still stands after an edit: where nothing but texts of some lives or regimes has changed, and these are well.

With each verdict that found no error it is kept what every file was by its hash, and each life and regime in outline. When
files have changed since, the lives and regimes they belong to are read again, with those that extend them and all that is
shared; if their outlines are what they were, and nothing new is found in them, everything else is as it was found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scsgame.packs.extends import with_children
from scsgame.packs.shelves import Shelf
from scsgame.workshop.findings import Finding
from scsgame.workshop.outlines import outline

if TYPE_CHECKING:
    from scsgame.packs.examine import Examined, Folder


@dataclass(frozen=True, slots=True)
class Basis:
    """What a verdict without errors rests on: the name it is kept under, the hash of each file, the outline of each life and regime."""

    verdict: str
    files: tuple[tuple[str, str], ...]
    outlines: tuple[tuple[str, str], ...]


def basis_of(verdict: str, found: Sequence[Shelf], examined: Examined) -> Basis:
    """Return what a verdict rests on, once everything was read without an error."""
    return Basis(verdict, _hashes(found), _outlines((*examined.lives, *examined.regimes)))


def still_stands(basis: Basis, findings: Collection[Finding], found: Sequence[Shelf]) -> bool:
    """Tell whether these findings are all there is to find on these packs, because nothing but texts has been edited since."""
    edited = _edited(basis, found)
    if not edited or any(_tells_of(finding, edited) for finding in findings):
        return False
    from scsgame.packs.examine import examine

    lives, regimes = (
        with_children(found, kind, [name for of, name in edited if of == kind]) for kind in ("lives", "regimes")
    )
    examined = examine(found, lives, regimes, atlas=False)
    known = {finding.problem for finding in findings}
    again = _outlines((*examined.lives, *examined.regimes))
    return known.issuperset(examined.problems) and set(basis.outlines).issuperset(again)


def moved_on(basis: Basis, verdict: str, found: Sequence[Shelf]) -> Basis:
    """Return what the same verdict rests on now, under its new name."""
    return replace(basis, verdict=verdict, files=_hashes(found))


def _edited(basis: Basis, found: Sequence[Shelf]) -> set[tuple[str, str]]:
    """Return the lives and regimes whose files are not what they were; none where anything else is not."""
    before, now = dict(basis.files), dict(_hashes(found))
    if before.keys() != now.keys():
        return set()
    places = {shelf.named(path): path.split("/") for shelf in found for path in shelf.files}
    parts = [places[path] for path in now if now[path] != before[path]]
    return {(part[0], part[1]) for part in parts} if all(map(_in_a_folder, parts)) else set()


def _in_a_folder(parts: Sequence[str]) -> bool:
    return len(parts) > 2 and parts[0] in ("lives", "regimes")


def _tells_of(finding: Finding, edited: Iterable[tuple[str, str]]) -> bool:
    """Tell whether a finding stands in one of these folders, or names a place there: its line may be another now."""
    said = (finding.problem.path, finding.problem.message, *finding.because)
    return any(f"{kind}/{name}/" in text for kind, name in edited for text in said)


def _hashes(found: Iterable[Shelf]) -> tuple[tuple[str, str], ...]:
    return tuple((shelf.named(path), digest) for shelf in found for path, digest in shelf.digests.items())


def _outlines(folders: Iterable[Folder]) -> tuple[tuple[str, str], ...]:
    return tuple((f"{folder.kind}/{folder.id}", outline(folder)) for folder in folders)
