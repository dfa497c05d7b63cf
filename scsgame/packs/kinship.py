"""How packs, lives and regimes hang together: older formats carried over, overrides taken, parents inherited from.

This happens once, after all files are read and before anything in them is checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scsgame.packs.desk import Desk
from scsgame.packs.extends import Pages
from scsgame.packs.fitting import Fitting
from scsgame.packs.kin import Kin
from scsgame.packs.manifest import Manifest, brought_up, look, manifests
from scsgame.packs.merging import Change
from scsgame.packs.overrides import Overriding
from scsgame.packs.problems import Problem
from scsgame.packs.registers import Sheet
from scsgame.packs.shelves import Shelf

if TYPE_CHECKING:
    from scsgame.packs.examine import Folder


@dataclass
class Family:
    """What came of it: the folders that can be read, and who changed what of whose."""

    folders: list[Folder] = field(default_factory=list)
    unread: list[Folder] = field(default_factory=list)
    manifests: list[Manifest] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    parents: dict[str, str] = field(default_factory=dict)
    pages: dict[int, Desk] = field(default_factory=dict)
    kin: Kin | None = None
    brought: dict[str, dict[str, str]] = field(default_factory=dict)

    def told(self, before: Sequence[Problem]) -> list[Problem]:
        """Return the problems of what was inherited, once each."""
        return self.kin.told(before) if self.kin is not None else []


def gather(folders: Sequence[Folder], shared: Sequence[tuple[Shelf, Sheet]], problems: list[Problem]) -> Family:
    """Put folders together as their packs say."""
    brought_up(shared, ((folder.shelf, sheet) for folder in folders for sheet in folder.sheets))
    found = manifests(shared)
    look(found)
    pages = Pages()
    overriding = Overriding(found, pages, problems)
    standing, _ = overriding.settle(folders, [sheet for _, sheet in shared])
    fitting = Fitting(_by_id(sheet for _, sheet in shared), pages)
    kin = Kin({(folder.kind, folder.id): folder for folder in standing}, pages, problems, fitting=fitting)
    kin.settle()
    lost = [folder for key, folder in kin.folders.items() if key in kin.lost]
    for folder in lost:
        folder.sheets = []
    return Family([folder for folder in standing if (folder.kind, folder.id) not in kin.lost], lost, found,
                  [*overriding.changes, *kin.changes], kin.parents, pages.desks, kin, fitting.brought)  # fmt: skip


def _by_id(shared: Iterable[Sheet]) -> dict[str, Sheet]:
    """Return the files of parts by the name under which regimes know them."""
    found: dict[str, Sheet] = {}
    for sheet in shared:
        word = sheet.top.get("part") if sheet.kind == "part" else None
        if isinstance(word, str):
            found.setdefault(word, sheet)
    return found
