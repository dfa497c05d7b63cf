"""What a life or regime inherits: one that says `extends: rongcheng` gives only what differs.

Before anything is checked, its files are put onto those of the one it extends, and from then on it is read as if all had been
written out. Cases are not inherited: they say what must come out of the numbers of one regime.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scsgame.packs.desk import Desk
from scsgame.packs.forms import FILES
from scsgame.packs.leaves import on_page, page_of
from scsgame.packs.merging import Change, Merging, copied
from scsgame.packs.problems import Problem
from scsgame.packs.reader import Map, Node, Seq, Torn
from scsgame.packs.registers import Sheet
from scsgame.packs.shelves import Shelf
from scsgame.packs.things import Spot, spots

if TYPE_CHECKING:
    from scsgame.packs.examine import Folder

MAIN = {"lives": "life", "regimes": "regime"}
"""The file in which a life or a regime says what it is."""

_LISTS = ("scenes", "encounters")
_STRINGS = ("life_strings", "regime_strings")
_PEEK = re.compile(r"^extends:[ ]*['\"]?([a-z][a-z0-9_-]*)", re.MULTILINE)


def noun(kind: str) -> str:
    """Return what one folder of this kind is, for a sentence."""
    return MAIN[kind]


def with_parents(shelves: Sequence[Shelf], kind: str, chosen: Collection[str] | None) -> Collection[str] | None:
    """Return a selection of lives or regimes together with all that they extend."""
    if chosen is None:
        return None
    every, waiting = set(chosen), list(chosen)
    while waiting:
        name = waiting.pop()
        for shelf in shelves:
            for parent in _PEEK.findall(shelf.files.get(f"{kind}/{name}/{MAIN[kind]}.yaml", "")):
                if parent not in every:
                    every.add(parent)
                    waiting.append(parent)
    return every


def with_children(shelves: Sequence[Shelf], kind: str, chosen: Collection[str]) -> set[str]:
    """Return a selection of lives or regimes together with all that extend one of them."""
    parents: list[tuple[str, str]] = []
    for shelf in shelves:
        for path, text in shelf.files.items():
            parts = path.split("/")
            if parts[0] == kind and parts[-1] == f"{MAIN[kind]}.yaml":
                parents += [(parts[1], parent) for parent in _PEEK.findall(text)]
    every = set(chosen)
    while more := {child for child, parent in parents if parent in every} - every:
        every |= more
    return every


@dataclass
class Pages:
    """Every file whose content stands in more than one place, with its number and what cut its texts."""

    desks: dict[int, Desk] = field(default_factory=dict)
    _numbers: dict[int, int] = field(default_factory=dict)
    _cut: set[int] = field(default_factory=set)

    def number(self, desk: Desk) -> int:
        """Return the number of a file; the same file always has the same."""
        found = self._numbers.get(id(desk))
        if found is None:
            found = self._numbers[id(desk)] = len(self.desks) + 1
            self.desks[found] = desk
            self._cut |= {on_page(mark, found) for mark in desk.cut}
        return found

    def home(self, mark: int) -> Desk:
        """Return the file in which a place stands."""
        return self.desks[page_of(mark)]

    def sheet(self, kind: str, like: Sheet, root: Node, folder: Folder, problems: list[Problem]) -> Sheet:
        """Return a sheet that holds this content, as a file of this folder."""
        home = self.desks.get(self.number(like.desk), like.desk)
        desk = Desk(home.path, home.text, folder.scope, problems, self._cut)
        desk.pages = self.desks
        fresh = Sheet(kind, folder.id, desk, like.document._replace(root=root))
        self._numbers[id(desk)] = self.number(home)
        return fresh


def places_of(sheets: Iterable[Sheet]) -> Iterator[Spot]:
    """Yield everything by name that stands in the files of one life or regime."""
    for sheet in sheets:
        if sheet.kind != "cases" and sheet.kind not in _STRINGS:
            yield from spots(sheet.document.root, FILES[sheet.kind].shape)


def main_sheet(folder: Folder) -> Sheet | None:
    """Return the file in which a life or regime says what it is."""
    return next((sheet for sheet in folder.sheets if sheet.kind == MAIN[folder.kind]), None)


def asked(folder: Folder, key: str) -> tuple[Node | None, int]:
    """Return what a life or regime says under a top key of its main file, and where."""
    sheet = main_sheet(folder)
    if sheet is None or key not in sheet.top:
        return None, 0
    return sheet.top[key], sheet.top.value_mark(key)


def put_onto(below: Folder, above: Folder, target: Folder, pages: Pages, merging: Merging, problems: list[Problem]) -> list[Sheet]:  # fmt: skip
    """Return the sheets that come of putting one folder's files onto another's."""
    base = _copies(below.sheets, target, pages, problems)
    over = _copies(above.sheets, target, pages, problems)
    for sheet in over:
        merging.desk = sheet.desk
        if sheet.kind == MAIN[target.kind]:
            merging.remove(sheet.top, lambda: places_of(base))
    made: list[Sheet] = []
    for sheet in base:
        beside = [other for other in over if other.kind == sheet.kind]
        if sheet.kind == "cases":
            if target is below:
                made.append(sheet)
            continue
        if sheet.kind in _LISTS:
            made.append(_with_scenes(sheet, beside, merging))
        elif sheet.kind in _STRINGS or not beside:
            made.append(sheet)
        else:
            without_keys(beside[0].top, "extends", "remove")
            merging.desk = beside[0].desk
            root = merging.root(sheet.document.root or "", beside[0].document.root or "", FILES[sheet.kind].shape)
            beside[0].document = beside[0].document._replace(root=root)
            made.append(beside[0])
    left = [sheet for sheet in over if all(sheet is not other for other in made)]
    for sheet in left:
        if sheet.kind in _LISTS and isinstance(sheet.document.root, Seq):
            _new_scenes(sheet, base, merging)
    _translations(made, left, (change for change in merging.changes if change.folder == merging.folder))
    return [*made, *left]


def _copies(sheets: Iterable[Sheet], target: Folder, pages: Pages, problems: list[Problem]) -> list[Sheet]:
    found = []
    for sheet in sheets:
        root = sheet.document.root
        root = root if root is None else copied(root, pages.number(sheet.desk))
        found.append(pages.sheet(sheet.kind, sheet, root, target, problems))  # type: ignore[arg-type]
    return found


def without_keys(top: Map, *keys: str) -> None:
    """Take these keys out of a mapping."""
    for key in keys:
        if key in top:
            number = list(top).index(key)
            del top[key]
            del top.marks[2 * number : 2 * number + 2]


def _with_scenes(sheet: Sheet, beside: Sequence[Sheet], merging: Merging) -> Sheet:
    """Change scenes in the file in which they were written first; the changing files keep only what is new."""
    root, shape = sheet.document.root, FILES[sheet.kind].shape.item  # type: ignore[attr-defined]
    if not isinstance(root, Seq):
        return sheet
    here = {_word(part) for part in root} - {""}
    for other in beside:
        above = other.document.root
        if not isinstance(above, Seq):
            continue
        mine, rest = Seq(), Seq()
        mine.marks, rest.marks = [], []
        for part, mark in zip(above, above.marks, strict=True):
            word = _word(part)
            kept = mine if word in here else rest
            here.discard(word) if kept is mine else None
            kept.append(part)
            kept.marks.append(mark)
        merging.desk = other.desk
        changed, _ = merging.sorted_out(root, mine, shape, "")
        fresh = Seq([changed.get(id(part), part) for part in root])
        fresh.marks = root.marks
        root = fresh
        other.document = other.document._replace(root=rest)
    sheet.document = sheet.document._replace(root=root)
    return sheet


def _word(part: Node) -> str:
    if isinstance(part, Torn):
        return part.ids[0][0] if part.ids else ""
    said = part.get("id") if isinstance(part, Map) else None
    return said if isinstance(said, str) else ""


def _new_scenes(sheet: Sheet, base: Iterable[Sheet], merging: Merging) -> None:
    """Look at what is left in a file of scenes: it is new, and must stand by itself."""
    root, shape = sheet.document.root, FILES[sheet.kind].shape.item  # type: ignore[attr-defined]
    assert isinstance(root, Seq)
    known = [str(part["id"]) for other in base if other.kind == sheet.kind and isinstance(other.document.root, Seq)
             for part in other.document.root if isinstance(part, Map) and "id" in part]  # fmt: skip
    rest = Seq()
    rest.marks = []
    merging.desk = sheet.desk
    for part, mark in zip(root, root.marks, strict=True):
        word = part.get("id") if isinstance(part, Map) else None
        if not isinstance(part, Map) or merging.may_be_new(part, word, mark, shape, known, ""):
            rest.append(part)
            rest.marks.append(mark)
    sheet.document = sheet.document._replace(root=rest)


def _translations(made: Iterable[Sheet], own: Iterable[Sheet], changes: Iterable[Change]) -> None:
    """Take inherited translations away where the text is another one now, or is translated anew."""
    gone = {change.name for change in changes if change.how != "added"}
    anew = {key for sheet in own if sheet.kind in _STRINGS for key in sheet.top}
    for sheet in made:
        if sheet.kind in _STRINGS:
            for key in list(sheet.top):
                plain = key.removeprefix("life.").removeprefix("regime.").removeprefix("guide.")
                parts = plain.split(".")
                if key in anew or any(".".join(parts[:count]) in gone for count in range(1, len(parts) + 1)):
                    without_keys(sheet.top, key)
