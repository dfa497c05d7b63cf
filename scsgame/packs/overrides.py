"""Things of one pack that another pack means to change, and says so.

Two packs may not both have a regime of one name by accident: the second would shadow the first, and which is second would
depend on the order of folders. So a pack names what it changes, under `overrides` in pack.yaml, and only that may differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from scsgame.packs.extends import MAIN, Pages, asked, main_sheet, noun, put_onto
from scsgame.packs.forms import FILES
from scsgame.packs.leaves import on_page
from scsgame.packs.merging import Change, Merging, copied
from scsgame.packs.problems import Problem, quoted, visible
from scsgame.packs.reader import Map, column_of, line_of
from scsgame.packs.records import MapOf, Record
from scsgame.packs.registers import Sheet
from scsgame.packs.things import drop, spots

if TYPE_CHECKING:
    from scsgame.packs.examine import Folder
    from scsgame.packs.manifest import Manifest

_SHARED = ("acts", "sources")

MOST_CLAIMS = 500
"""So many things may be changed by all packs together."""


@dataclass
class Claim:
    """One line under `overrides`: whose thing, which, and whether anything came of it."""

    manifest: Manifest
    pack: str
    name: str
    mark: int
    used: bool = False


@dataclass
class Overriding:
    """All packs' claims, and what they do to each other's things."""

    manifests: Sequence[Manifest]
    pages: Pages
    problems: list[Problem]
    changes: list[Change] = field(default_factory=list)
    first: list[Claim] = field(default_factory=list)
    names: dict[str, frozenset[str]] = field(default_factory=dict)

    def settle(self, folders: Sequence[Folder], shared: Sequence[Sheet]) -> tuple[list[Folder], list[Folder]]:
        """Return the folders that stand, changed by whoever says so, and those that stand no longer."""
        claims = [claim for manifest in self.manifests for claim in _claims(manifest)]
        if len(claims) > MOST_CLAIMS:
            one = claims[MOST_CLAIMS]
            one.manifest.desk.say(one.mark, "too-large", f"packs name at most {MOST_CLAIMS} things under `overrides`, and here is one more; "
                                  "take the place of a whole regime or life instead.", node=one.name)  # fmt: skip
            claims = claims[:MOST_CLAIMS]
        groups: dict[tuple[str, str], list[Folder]] = {}
        for folder in folders:
            groups.setdefault((folder.kind, folder.id), []).append(folder)
        standing, gone = [], []
        for group in groups.values():
            stays = self.one_of(group, claims) if len(group) > 1 else group[0]
            standing.append(stays)
            gone += [folder for folder in group if folder is not stays]
        self.words(shared, claims)
        for claim in claims:
            if not claim.used:
                self.idle(claim, folders, shared)
        return standing, gone

    def one_of(self, group: Sequence[Folder], claims: Sequence[Claim]) -> Folder:
        """Return what stands of several lives or regimes of one name."""
        path = f"{group[0].kind}/{group[0].id}"
        mine: dict[int, list[Claim]] = {}
        for folder in group:
            mine[id(folder)] = [claim for claim in claims if claim.manifest.shelf is folder.shelf
                                and (claim.name == path or claim.name.startswith(f"{path}/"))]  # fmt: skip
        base = next((folder for folder in group if not mine[id(folder)]), None)
        for other in group:
            if other is base:
                continue
            own = mine[id(other)]
            if base is None or not own:
                self.shadowed(other, base or next(folder for folder in group if folder is not other))
            elif any(claim.pack != self.pack_of(base) for claim in own):
                wrong = next(claim for claim in own if claim.pack != self.pack_of(base))
                wrong.used = True
                wrong.manifest.desk.say(wrong.mark, "idle-override", f"{quoted(path)} is of the pack {quoted(self.pack_of(base))}, not of "
                                        f"{quoted(wrong.pack)}.", node=wrong.name)  # fmt: skip
            else:
                base = self.patched(base, other, own, path)
        return base or group[0]

    def pack_of(self, folder: Folder) -> str:
        """Return the id of the pack a folder is from."""
        return next((manifest.id for manifest in self.manifests if manifest.shelf is folder.shelf), "")

    def shadowed(self, folder: Folder, other: Folder) -> None:
        """Say that two packs have something of one name, and where both stand."""
        what = noun(folder.kind)
        sheet = main_sheet(folder)
        said, mark = asked(folder, MAIN[folder.kind])
        _, first = asked(other, MAIN[folder.kind])
        there = main_sheet(other)
        where = other.shelf.named(f"{folder.kind}/{folder.id}") if there is None else f"{there.desk.path}:{line_of(first) + 1}:{column_of(first) + 1}"  # fmt: skip
        means = ", ".join(islice(self.held(folder), 3)) or f"{folder.kind}/{folder.id}"
        message = (f"the {what} {quoted(folder.id)} is already in {where}; give this one, and its folder, another id, or say in pack.yaml what "
                   f"this pack means to change, as in `overrides: {{{self.pack_of(other) or 'core'}: [{visible(means, 160)}]}}`.")  # fmt: skip
        if sheet is None or said is None:
            path = folder.shelf.named(f"{folder.kind}/{folder.id}/{what}.yaml")
            self.problems.append(Problem(path, 0, 0, "duplicate-id", message))
        else:
            sheet.desk.say(mark, "duplicate-id", message, node=said)

    def patched(self, base: Folder, patch: Folder, own: Sequence[Claim], path: str) -> Folder:
        """Put what one pack changes onto what another has, and see that it changes what it says and nothing else."""
        whole = next((claim for claim in own if claim.name == path), None)
        if whole is not None:
            self.taken(whole)
            self.changes.append(Change(path, "", "changed", self.place(base), self.place(patch)))
            return patch
        sheet = main_sheet(patch)
        if sheet is None:
            self.problems.append(Problem(patch.shelf.named(f"{path}/{MAIN[base.kind]}.yaml"), 0, 0, "missing-file",
                                 f"a pack that changes {quoted(path)} has its {MAIN[base.kind]}.yaml too, with the id in it."))  # fmt: skip
            return base
        whose = f"the {noun(base.kind)} {quoted(base.id)} of the pack {quoted(self.pack_of(base))}"
        merging = Merging(path, whose, sheet.desk, adds=False)
        base.sheets = put_onto(base, patch, base, self.pages, merging, self.problems)
        for change in merging.changes:
            self.look(change, [(claim, claim.name.removeprefix(f"{path}/")) for claim in own], whose)
        self.changes += merging.changes
        return base

    def look(self, change: Change, own: Sequence[tuple[Claim, str]], whose: str) -> None:
        """See that a change is one of those that were announced."""
        for claim, name in own:
            if change.name == name or change.name.startswith(f"{name}."):
                self.taken(claim)
                return
        mark = change.now or change.before or 0
        desk = self.pages.home(mark)
        before = f", which stands in {self.spot(change.before)}" if change.before is not None else ""
        full = f"{change.folder}/{change.name}" if change.folder else change.name
        desk.say(mark, "undeclared-override", f"this changes {quoted(change.name)} of {whose}{before}; if that is meant, name "
                 f"{quoted(full)} under `overrides` in pack.yaml.")  # fmt: skip

    def taken(self, claim: Claim) -> None:
        """Note that a claim is used, and see that no two packs change the same thing."""
        if claim.used:
            return
        claim.used = True
        for other in self.first:
            long, short = sorted((claim.name, other.name), key=len, reverse=True)
            if other.manifest is not claim.manifest and (
                long == short or long.startswith((f"{short}.", f"{short}/"))
            ):
                claim.manifest.desk.say(claim.mark, "twice-overridden", f"{quoted(claim.name)} is also overridden by the pack "
                                        f"{quoted(other.manifest.id)}, in {other.manifest.desk.path}:{line_of(other.mark) + 1}:"
                                        f"{column_of(other.mark) + 1}; the two packs cannot be read together.", node=claim.name)  # fmt: skip
                return
        self.first.append(claim)

    def words(self, shared: Sequence[Sheet], claims: Sequence[Claim]) -> None:
        """Let acts, services, roles, sources and facts stand in the place of another pack's where that is said."""
        for claim in claims:
            if "/" in claim.name:
                continue
            mine = [sheet for sheet in shared if sheet.kind in _SHARED and sheet.desk.path in claim.manifest.paths]
            theirs = [sheet for sheet in shared if sheet.kind in _SHARED for other in self.manifests
                      if other.id == claim.pack and other is not claim.manifest and sheet.desk.path in other.paths]  # fmt: skip
            for above in mine:
                for below in theirs:
                    if above.kind == below.kind:
                        self.word(claim, above, below)

    def word(self, claim: Claim, above: Sheet, below: Sheet) -> None:
        """Put one word of the shared vocabulary onto another pack's."""
        shape = FILES[above.kind].shape
        over = next((spot for spot in spots(above.document.root, shape) if spot.name == claim.name), None)
        if over is None or not isinstance(over.holder, Map):
            return
        under = next((spot for spot in spots(below.document.root, shape) if spot.name == claim.name), None)
        if under is None or not isinstance(under.holder, Map):
            return
        self.taken(claim)
        now, was = over.value, under.value
        record = next((field.shape.value for field in shape.fields.values() if isinstance(field.shape, MapOf)  # type: ignore[attr-defined]
                       and over.holder in above.top.values()), None)  # fmt: skip
        merging = Merging("", f"the pack {quoted(claim.pack)}", above.desk, changes=self.changes)
        if isinstance(now, Map) and isinstance(was, Map) and isinstance(record, Record):
            fresh = copied(was, self.pages.number(below.desk)), copied(now, self.pages.number(above.desk))
            assert isinstance(fresh[0], Map)
            assert isinstance(fresh[1], Map)
            over.holder[str(over.key)] = merging.record(
                fresh[0], fresh[1], self.form(above, claim.name) or record, claim.name, claim.name
            )
            above.desk.pages = self.pages.desks
        drop(under)

    def form(self, sheet: Sheet, name: str) -> Record | None:
        """Return the form of one shared word."""
        from scsgame.packs.things import kind_of_field

        fields = FILES[sheet.kind].shape.fields  # type: ignore[attr-defined]
        found = next(
            (
                field.shape.value
                for key, field in fields.items()
                if kind_of_field(key) == name.split(".", maxsplit=1)[0]
            ),
            None,
        )
        return found if isinstance(found, Record) else None

    def idle(self, claim: Claim, folders: Sequence[Folder], shared: Sequence[Sheet]) -> None:
        """Say that a line under `overrides` changes nothing, and why."""
        if claim.pack not in self.names:
            self.names[claim.pack] = frozenset(self.known(claim.pack, folders, shared))
        known = self.names[claim.pack]
        if claim.name not in known:
            said = f"the pack {quoted(claim.pack)} has no {quoted(claim.name)}"
            if not any(manifest.id == claim.pack for manifest in self.manifests):
                said = f"there is no pack {quoted(claim.pack)} here"
            near = self.meant(claim, known) or claim.manifest.desk.near(claim.name, sorted(known))
        else:
            said, near = (
                f"this pack does not change {quoted(claim.name)} of {quoted(claim.pack)}: nothing here differs from it",
                "",
            )
        claim.manifest.desk.say(
            claim.mark, "idle-override", f"{said}, so it cannot be overridden.", suggestion=near, node=claim.name
        )

    def held(self, folder: Folder) -> Iterator[str]:
        """Yield the full names of the things in a folder, and of what else its main file says."""
        main = main_sheet(folder)
        for sheet in folder.sheets:
            if sheet.kind not in FILES or sheet.kind == "cases":
                continue
            for spot in spots(sheet.document.root, FILES[sheet.kind].shape):
                plain = sheet is main and spot.key not in (
                    noun(folder.kind),
                    "surveillance",
                    "intervention",
                    "manipulation",
                )
                if (spot.thing and spot.name.count(".") == 1) or (plain and "." not in spot.name):
                    yield f"{folder.kind}/{folder.id}/{spot.name}"

    def meant(self, claim: Claim, known: Iterable[str]) -> str:
        """Return the full name of a thing that was named short, in a folder of which the pack has a part."""
        here = {path.rpartition("/")[0] for path in claim.manifest.shelf.files}
        return next(
            (
                name
                for name in sorted(known)
                if name.endswith(f"/{claim.name}") and name.removesuffix(f"/{claim.name}") in here
            ),
            "",
        )

    def known(self, pack: str, folders: Sequence[Folder], shared: Sequence[Sheet]) -> Iterator[str]:
        """Yield the full name of everything in one pack."""
        for folder in folders:
            if self.pack_of(folder) == pack:
                yield f"{folder.kind}/{folder.id}"
                for sheet in folder.sheets:
                    if sheet.kind in FILES and sheet.kind != "cases":
                        yield from (
                            f"{folder.kind}/{folder.id}/{spot.name}"
                            for spot in spots(sheet.document.root, FILES[sheet.kind].shape)
                        )
        paths = {path for manifest in self.manifests if manifest.id == pack for path in manifest.paths}
        for sheet in shared:
            if sheet.kind in _SHARED and sheet.desk.path in paths:
                yield from (spot.name for spot in spots(sheet.document.root, FILES[sheet.kind].shape))

    def place(self, folder: Folder) -> int | None:
        """Return where a folder says what it is, with the number of its file."""
        sheet = main_sheet(folder)
        _, mark = asked(folder, MAIN[folder.kind])
        return None if sheet is None else on_page(mark, self.pages.number(sheet.desk))

    def spot(self, mark: int) -> str:
        """Return a place as problems show it."""
        desk = self.pages.home(mark)
        return f"{desk.path}:{line_of(mark) + 1}:{column_of(mark) + 1}"


def _claims(manifest: Manifest) -> Iterator[Claim]:
    for pack, name, mark in manifest.overrides:
        yield Claim(manifest, pack, name, mark)
