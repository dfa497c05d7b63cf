"""Five layers of checking, each with its certainty: shape, reference, proof, and when asked evidence and search.

Nothing is proved, played or searched while there are errors: they would only echo.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scsgame.packs.binding import build
from scsgame.packs.examine import examine
from scsgame.packs.library import shelves
from scsgame.packs.shelves import Shelf
from scsgame.workshop.findings import Finding, from_check
from scsgame.workshop.proofs import prove


@dataclass(frozen=True)
class Checked:
    """What checking found, what was looked at, and what each layer says of itself."""

    findings: tuple[Finding, ...]
    files: int
    scenes: int
    regimes: int
    layers: tuple[str, ...] = ()

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
        head = f"{self.files} files, {self.scenes} scenes, {self.regimes} regimes: {self.errors} errors, {self.warnings} warnings."
        return "\n".join([*self.layers, head])


def check_packs(paths: Sequence[Path] = (), play: int = 0, search: int = 0) -> Checked:
    """Check every pack there is, and those at these paths."""
    return check_shelves(shelves(paths), play, search)


def check_shelves(found: Sequence[Shelf], play: int = 0, search: int = 0) -> Checked:
    """Check these packs and no others; `play` so many lives, `search` lives of at most so many scenes."""
    examined = examine(found)
    findings = from_check(examined.problems)
    folders = (*examined.lives, *examined.regimes)
    scenes = sum(len(folder.scenes(kind)) for folder in folders for kind in ("scenes", "encounters"))
    if examined.errors:
        return Checked(tuple(findings), examined.files, scenes, len(examined.regimes))
    library = build(examined)
    proved = prove(examined, library)
    findings += proved.findings
    told: list[str] = []
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
    return Checked(tuple(findings), examined.files, scenes, len(examined.regimes), tuple(told))
