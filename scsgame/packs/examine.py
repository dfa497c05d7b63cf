"""Everything that is wrong with packs, found in one run and sorted by file and line.

First all files are read and all ids gathered; then each file is read by its shape; then what shapes cannot see is
looked at: ways out, endings, provenance, what nothing sends. One cause makes one problem.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scsgame.packs import (
    check_atlas,
    check_doors,
    check_lives,
    check_parts,
    check_regimes,
    kinship,
    misfiled,
    strings,
    texts,
)
from scsgame.packs.desk import Desk, Entry
from scsgame.packs.doubts import doubted, sure
from scsgame.packs.extends import with_parents
from scsgame.packs.fitting import header
from scsgame.packs.forms import FILES, form_of
from scsgame.packs.harvest import Common, LifeIds, RegimeIds
from scsgame.packs.manifest import admitted
from scsgame.packs.misplaced import as_meant
from scsgame.packs.plots import Plot
from scsgame.packs.problems import Problem
from scsgame.packs.registers import Sheet
from scsgame.packs.scope import Scope
from scsgame.packs.scopes import gather, shared_scope
from scsgame.packs.shelves import Shelf
from scsgame.packs.trust import Trust
from scsgame.packs.written import Document

PASSED_OVER = ("lessons",)
"""What other rooms read."""


@dataclass
class Folder:
    """One life or one regime: its files, what it declares, and what its files say once read."""

    kind: str
    id: str
    shelf: Shelf
    ids: LifeIds | RegimeIds
    sheets: list[Sheet] = field(default_factory=list)
    scope: Scope = field(default_factory=Scope)
    said: dict[str, list[tuple[Desk, object]]] = field(default_factory=dict)
    plot: Plot = field(default_factory=Plot)
    translations: strings.Translations = field(default_factory=lambda: strings.Translations(()))
    made: list[object] = field(default_factory=list)

    def entry(self, kind: str) -> Entry | None:
        """Return what the one file of this kind says."""
        found = self.said.get(kind)
        return found[0][1] if found and isinstance(found[0][1], Entry) else None

    def scenes(self, kind: str) -> list[tuple[Desk, Entry]]:
        """Return every scene (or case) in the files of this kind, in order."""
        return [
            (desk, scene)
            for desk, scenes in self.said.get(kind, ())
            if isinstance(scenes, tuple)
            for scene in scenes
            if isinstance(scene, Entry)
        ]

    def torn(self, kind: str) -> bool:
        """Tell whether a part of the files of this kind could not be read."""
        return any(sheet.kind == kind and not sheet.document.whole for sheet in self.sheets)

    def texts(self) -> Iterator[texts.Text]:
        """Return every text of the folder, by its key."""
        return texts.of_life(self.said) if self.kind == "lives" else texts.of_regime(self.said)


@dataclass
class Examined:
    """All packs as read and checked. Where there are errors, parts of it may be missing."""

    problems: list[Problem] = field(default_factory=list)
    common: Common = field(default_factory=Common)
    packs: list[tuple[Shelf, Entry | None]] = field(default_factory=list)
    shared: list[tuple[str, Entry]] = field(default_factory=list)
    lives: list[Folder] = field(default_factory=list)
    regimes: list[Folder] = field(default_factory=list)
    texts: list[texts.Text] = field(default_factory=list)
    files: int = 0
    family: kinship.Family = field(default_factory=kinship.Family)

    @property
    def errors(self) -> list[Problem]:
        """Return the problems that keep a pack from being played."""
        return [problem for problem in self.problems if problem.severity == "error"]


def examine(
    shelves: Sequence[Shelf],
    lives: Collection[str] | None = None,
    regimes: Collection[str] | None = None,
    *,
    atlas: bool = True,
    made: Callable[[Entry], object] | None = None,
) -> Examined:
    """Read and check these packs; a selection leaves other lives and regimes unread, and nobody who plays needs the atlas.

    Scenes are kept as they were read, or only what is `made` of each (nothing, where that is None). A pack of ten thousand
    scenes then needs little more memory than its text. A file in which a line stands in the wrong place is read again as
    it was meant.
    """
    done = _examined(shelves, lives, regimes, {}, atlas=atlas, made=made)
    meant = as_meant(done.problems, shelves)
    return _examined(shelves, lives, regimes, meant, atlas=atlas, made=made) if meant else done


def _examined(
    shelves: Sequence[Shelf],
    lives: Collection[str] | None,
    regimes: Collection[str] | None,
    meant: Mapping[str, Document],
    *,
    atlas: bool,
    made: Callable[[Entry], object] | None,
) -> Examined:
    """Read and check these packs, some of whose files are known already."""
    done = Examined()
    folders: dict[tuple[str, str, str], Folder] = {}
    shared: list[tuple[Shelf, Sheet]] = []
    shelves = admitted(shelves, done.problems)
    lives, regimes = with_parents(shelves, "lives", lives), with_parents(shelves, "regimes", regimes)
    for shelf in shelves:
        done.problems += shelf.problems
        for path in sorted(shelf.files):
            kind = form_of(path)
            if not kind:
                if path.split("/", 1)[0] not in PASSED_OVER:
                    done.problems.append(misfiled.misfiled(path, shelf))
                continue
            if kind == "atlas" and not atlas:
                continue
            parts = path.split("/")
            if (
                parts[0] in ("lives", "regimes")
                and (chosen := lives if parts[0] == "lives" else regimes) is not None
                and parts[1] not in chosen
            ):
                continue
            done.files += 1
            if kind in strings.KINDS and not strings.language_of(path):
                done.problems.append(strings.nameless(shelf.named(path)))
                continue
            if len(parts) == 1 or kind == "part":
                desk = Desk(shelf.named(path), shelf.files[path], Scope(), done.problems)
                shared.append((shelf, Sheet(kind, "", desk, meant=meant.get(desk.path))))
                continue
            key = (shelf.label, parts[0], parts[1])
            if key not in folders:
                ids: LifeIds | RegimeIds = LifeIds() if parts[0] == "lives" else RegimeIds(parts[1])
                folders[key] = Folder(parts[0], parts[1], shelf, ids)
            folder = folders[key]
            desk = Desk(shelf.named(path), shelf.files[path], folder.scope, done.problems)
            folder.sheets.append(Sheet(kind, parts[1], desk, meant=meant.get(desk.path)))
    family = done.family = kinship.gather(list(folders.values()), shared, done.problems)
    done.lives = [folder for folder in (*family.folders, *family.unread) if folder.kind == "lives"]
    done.regimes = [folder for folder in (*family.folders, *family.unread) if folder.kind == "regimes"]
    basis = gather(done, shelves, shared, lives is None, regimes is None)
    for folder in family.folders:
        folder.plot = Plot(done.common.invited)
        folder.translations = strings.Translations(
            (sheet, _by_form(sheet)) for sheet in folder.sheets if sheet.kind in strings.KINDS
        )
        if folder.kind == "lives":
            _scenes(folder, done.problems, made)
    said = _shared(done, shared, shared_scope(done, basis))
    done.texts = list(texts.of_pack((sheet.kind, sheet.desk, entry) for sheet, entry in said))
    tongues = strings.Translations(pair for pair in said if pair[0].kind in strings.KINDS)
    tongues.put(done.texts)
    tongues.close(_all_right([sheet for sheet, _ in said]), () if atlas else ("atlas.",))
    for folder in family.folders:
        for sheet in folder.sheets:
            if sheet.kind not in (*strings.KINDS, "scenes"):
                folder.said.setdefault(sheet.kind, []).append((sheet.desk, _by_form(sheet)))
        if folder.translations.any:
            folder.translations.put(folder.texts())
            folder.translations.close(_all_right(folder.sheets))
        if folder.kind == "lives":
            check_lives.look(folder, done.problems)
        else:
            check_regimes.look(folder, done.common, done.problems)
            check_parts.look(folder)
    if regimes is None:
        check_doors.look(done.lives, done.regimes, done.common)
        check_parts.unused((sheet for _, sheet in shared), _used(done.regimes))
    if not any(sheet.kind == "sources" for _, sheet in shared):
        _cited_nowhere(done, shelves)
    done.problems += family.told(done.problems)
    done.problems = sorted(misfiled.without_twins(done.problems, shelves))
    return done


def _scenes(folder: Folder, problems: Sequence[Problem], made: Callable[[Entry], object] | None) -> None:
    """Read and check the scenes of a life, file by file.

    A file may name scenes of later files: it is taken on trust that they come. So its data can go before those are read.
    """
    scope = folder.scope
    scope.trust = Trust()
    for sheet in folder.sheets:
        if sheet.kind != "scenes":
            continue
        fresh = sheet.unread
        if fresh:
            folder.ids.take(sheet)
            scope.unsure |= doubted(sheet)
        scenes = _by_form(sheet)
        entries = [scene for scene in scenes if isinstance(scene, Entry)] if isinstance(scenes, tuple) else []
        check_lives.look_at_scenes(folder, sheet.desk, entries)
        for scene in entries if folder.translations.any else ():
            folder.translations.put(texts.of_scene(scene, sheet.desk))
        if made is None or not fresh:
            folder.said.setdefault("scenes", []).append((sheet.desk, scenes))
            continue
        if not any(problem.severity == "error" for problem in problems):
            folder.made += [one for one in map(made, entries) if one is not None]
        sheet.let_go()
    scope.settle()


def _shared(done: Examined, shared: Sequence[tuple[Shelf, Sheet]], scope: Scope) -> list[tuple[Sheet, object]]:
    """Check what stands at the root of packs, and parts."""
    said: list[tuple[Sheet, object]] = []
    for shelf, sheet in shared:
        sheet.desk.scope = scope
        entry = _by_form(sheet)
        said.append((sheet, entry))
        if sheet.kind == "pack":
            done.packs.append((shelf, entry if isinstance(entry, Entry) else None))
        elif isinstance(entry, Entry):
            done.shared.append((sheet.kind, entry))
            if sheet.kind == "atlas":
                check_atlas.look(sheet.desk, entry)
            elif sheet.kind == "part":
                check_parts.same_name(sheet.desk, entry)
    return said


def _all_right(sheets: Sequence[Sheet]) -> bool:
    """Tell whether these files were read whole and hold no mistake but in translations."""
    translated = {sheet.desk.path for sheet in sheets if sheet.kind in strings.KINDS}
    ours = {desk.path for sheet in sheets for desk in (sheet.desk, *sheet.desk.pages.values())} - translated
    told = {id(sheet.desk.problems): sheet.desk.problems for sheet in sheets}
    wrong = any(
        problem.path in ours and problem.severity == "error" for problems in told.values() for problem in problems
    )
    return not wrong and all(sheet.gone or (sheet.whole and sure(sheet)) for sheet in sheets)


def _used(regimes: Iterable[Folder]) -> set[str]:
    """Return every part that some regime uses."""
    return {name for folder in regimes if isinstance(folder.ids, RegimeIds) for name in folder.ids.parts.places}


def _by_form(sheet: Sheet) -> object:
    document = sheet.document
    if document.root is None and not document.whole:
        return None
    if document.root is None:
        sheet.desk.problems.append(
            Problem(sheet.desk.path, 0, 0, "empty-file", "this file is empty; write something into it, or delete it.")
        )
        return None
    root = header(document.root) if sheet.kind == "part" else document.root
    return FILES[sheet.kind].shape.read(root, 0, sheet.desk)


def _cited_nowhere(done: Examined, shelves: Sequence[Shelf]) -> None:
    if any(sheet.desk.text.find("source:") >= 0 for folder in done.regimes for sheet in folder.sheets) and shelves:
        done.problems.append(Problem(shelves[0].named("sources.yaml"), 0, 0, "missing-file",
                             "content cites facts, but no pack has a file sources.yaml to look them up in."))  # fmt: skip
