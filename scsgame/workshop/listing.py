"""Which packs are read and what each defines; and of one thing, who defined, changed, shadowed or removed it, field by field."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scsgame.packs.desk import Desk
from scsgame.packs.examine import Examined, Folder, examine
from scsgame.packs.extends import places_of
from scsgame.packs.harvest import RegimeIds
from scsgame.packs.leaves import page_of
from scsgame.packs.library import shelves
from scsgame.packs.manifest import Manifest
from scsgame.packs.merging import Change
from scsgame.packs.problems import nearest, visible
from scsgame.packs.reader import Map, Node, line_of
from scsgame.packs.registers import Sheet
from scsgame.packs.things import Spot
from scsgame.terms import Safe, safe

_WIDEST = 48


@dataclass(frozen=True)
class Listed:
    """One pack: what it says of itself and what it defines."""

    id: str
    version: str
    title: Safe
    place: str
    digest: str
    lives: tuple[str, ...]
    regimes: tuple[str, ...]
    words: Mapping[str, int]
    needs: Mapping[str, str]
    overrides: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """One field of a thing: what stands there, where, and how it came to be so."""

    field: str
    value: Safe
    place: str
    how: str = ""


@dataclass(frozen=True)
class Explained:
    """One thing in one life or regime (or in the shared words), field by field."""

    name: str
    of: str
    lines: tuple[Line, ...]


class Listing:
    """All packs as they stand together."""

    def __init__(self, paths: Sequence[Path] = ()) -> None:
        """Read them; what is wrong with them is for `pack check` to say."""
        self.shelves = shelves(paths)
        self.examined: Examined = examine(self.shelves)
        self.folders = {f"{one.kind}/{one.id}": one for one in (*self.examined.lives, *self.examined.regimes)}

    def packs(self) -> list[Listed]:
        """Return every pack, in the order in which they are taken."""
        said: dict[int, Any] = {id(shelf): entry for shelf, entry in self.examined.packs}
        found = []
        for one in self.examined.family.manifests:
            entry = said.get(id(one.shelf))
            title = entry["title"].read() if entry is not None and entry.get("title") else Safe("?")
            own = {kind: sorted({path.split("/")[1] for path in one.shelf.files if path.startswith(f"{kind}/") and path.count("/") > 1})
                   for kind in ("lives", "regimes")}  # fmt: skip
            found.append(
                Listed(safe(one.id), safe(one.version), title, visible(one.shelf.label), one.shelf.digest, tuple(own["lives"]), tuple(own["regimes"]),
                       self.words(one), {safe(name): safe(wanted) for name, wanted, _ in one.needs},
                       tuple(f"{visible(pack)}: {visible(name)}" for pack, name, _ in one.overrides))
            )  # fmt: skip
        return found

    def words(self, manifest: Manifest) -> dict[str, int]:
        """Count the shared words and the scenes that a pack defines."""
        common, paths = self.examined.common, manifest.paths
        counts = {register.noun: sum(desk.page(mark).path in paths for desk, mark in register.places.values())
                  for register in (common.acts, common.services, common.roles, common.sources, common.facts, common.parts)}  # fmt: skip
        for folder in self.folders.values():
            if folder.shelf is manifest.shelf:
                for kind, noun in (("scenes", "scene"), ("encounters", "encounter")):
                    counts[noun] = counts.get(noun, 0) + len(folder.scenes(kind))
        return {noun: count for noun, count in counts.items() if count}

    def pack_of(self, path: str) -> str:
        """Return the id of the pack a file is from."""
        return next((one.id for one in self.examined.family.manifests if path in one.paths), "?")

    def place(self, desk: Desk | None, mark: int) -> str:
        """Return a place as file:line, with the pack it is in."""
        home = desk.page(mark) if desk is not None else self.examined.family.pages.get(page_of(mark))
        if home is None:
            return "?"
        return f"{visible(home.path)}:{line_of(mark) + 1} ({visible(self.pack_of(home.path), 60)})"

    def explain(self, asked: str) -> list[Explained]:
        """Return everything that goes by this name: `rule.red_light`, `rongcheng/rule.red_light`, or a whole `rongcheng`."""
        if asked in self.folders or any(path.endswith(f"/{asked}") for path in self.folders):
            return [
                self.whole(path, one)
                for path, one in self.folders.items()
                if path == asked or path.endswith(f"/{asked}")
            ]
        where, _, name = asked.rpartition("/")
        found = []
        for path, folder in self.folders.items():
            if not where or path == where or path.endswith(f"/{where}"):
                found += self.thing(path, folder, name)
        if not where:
            found += self.shared(name)
        return found

    def names(self) -> Iterator[str]:
        """Yield every name that can be asked for."""
        for path, folder in self.folders.items():
            yield path.split("/")[1]
            yield from (spot.name for spot in places_of(folder.sheets))
        common = self.examined.common
        for register in (common.acts, common.services, common.roles, common.parts):
            yield from (f"{register.noun}.{word}" for word in register.places)

    def near(self, asked: str) -> str:
        """Return the known name most like this one, or nothing."""
        return nearest(asked.rpartition("/")[2], dict.fromkeys(self.names()))

    def changes(self, path: str, name: str) -> list[Change]:
        """Return what was changed of a thing, or of what is in it."""
        return [change for change in self.examined.family.changes if change.folder == path
                and (change.name == name or change.name.startswith(f"{name}."))]  # fmt: skip

    def thing(self, path: str, folder: Folder, name: str) -> list[Explained]:
        """Explain one thing of one life or regime."""
        told = {change.name: change for change in self.changes(path, name)}
        for sheet in folder.sheets:
            if sheet.kind == "cases" or sheet.kind.endswith("strings"):
                continue
            for spot in places_of([sheet]):
                if spot.name == name:
                    return [Explained(name, path, tuple(self.lines(sheet, spot, told)))]
        if name in told:
            return [Explained(name, path, (self.changed(told[name]),))]
        return []

    def lines(self, sheet: Sheet, spot: Spot, told: Mapping[str, Change]) -> Iterator[Line]:
        """Yield the fields of a thing, and what is gone from it."""
        node, shown = spot.value, set[str]()
        own = told.get(spot.name)
        part = self.part_of(f"regimes/{sheet.folder}", spot.name)
        how = "added here" if own is not None and own.how == "added" else self.how(own)
        yield Line("", Safe(""), self.place(sheet.desk, spot.mark), from_part(part) if part and not how else how)
        if not isinstance(node, Map):
            yield Line("", brief(node), self.place(sheet.desk, spot.mark))
            return
        for number, (key, value) in enumerate(node.items()):
            full = f"{spot.name}.{key}"
            shown.add(full)
            yield Line(
                safe(key), brief(value), self.place(sheet.desk, node.marks[2 * number + 1]), self.how(told.get(full))
            )
        for full, change in told.items():
            if (
                full not in shown
                and full != spot.name
                and (change.how == "removed" or full.count(".") > spot.name.count(".") + 1)
            ):
                yield self.changed(change, spot.name)

    def part_of(self, path: str, name: str) -> str:
        """Return the part that brings a thing to a regime, or nothing."""
        return self.examined.family.brought.get(path, {}).get(name, "")

    def changed(self, change: Change, within: str = "") -> Line:
        """Return one change as a line."""
        word = change.name.removeprefix(f"{within}.") if within else ""
        return Line(safe(word), Safe(""), self.place(None, change.now or change.before or 0), self.how(change))

    def how(self, change: Change | None) -> str:
        """Say what a change was."""
        if change is None:
            return ""
        if change.how == "added":
            return "added"
        was = brief(change.was)
        before = f" in {self.place(None, change.before)}" if change.before is not None else ""
        if change.how == "removed":
            return f"removed; it stood{before}" if not change.field else f"removed; it was {was}{before}"
        return f"changed; it was {was}{before}" if change.field else f"changed; it stood{before}"

    def whole(self, path: str, folder: Folder) -> Explained:
        """Explain a life or regime: what it inherits from whom, and all that differs."""
        from scsgame.packs.extends import MAIN, asked

        family = self.examined.family
        sheet = next((one for one in folder.sheets if one.kind == MAIN[folder.kind]), None)
        _, mark = asked(folder, MAIN[folder.kind])
        changes = [change for change in family.changes if change.folder == path]
        touched = {change.name for change in changes}
        things = [spot.name for spot in places_of(folder.sheets) if spot.thing and spot.name.count(".") == 1]
        kept = [
            name for name in things if not any(other == name or other.startswith(f"{name}.") for other in touched)
        ]
        parent = family.parents.get(path, "")
        lines = [
            Line(
                "",
                Safe(""),
                self.place(sheet.desk, mark) if sheet is not None else "?",
                f"extends {parent}" if parent else "",
            )
        ]
        if isinstance(folder.ids, RegimeIds) and folder.ids.parts.places:
            lines.append(Line("", Safe(""), "", f"uses the parts {', '.join(map(visible, folder.ids.parts.places))}"))
        lines += self.brought(path, folder, touched)
        if parent:
            lines.append(Line("", Safe(""), "", f"{len(kept)} of {len(things)} things are inherited as they are"))
        lines += [
            Line(safe(change.name), Safe(""), self.place(None, change.now or change.before or 0), self.how(change))
            for change in changes
        ]
        return Explained(folder.id, path, tuple(lines))

    def brought(self, path: str, folder: Folder, touched: Collection[str]) -> Iterator[Line]:
        """Yield the things that parts bring to a regime and that it leaves as they are."""
        told = self.examined.family.brought.get(path, {})
        for sheet in folder.sheets if told else ():
            for spot in places_of([sheet]):
                if spot.thing and spot.name in told and spot.name not in touched:
                    yield Line(
                        safe(spot.name), Safe(""), self.place(sheet.desk, spot.mark), from_part(told[spot.name])
                    )

    def shared(self, name: str) -> list[Explained]:
        """Explain an act, a service, a role, a source or a fact."""
        common = self.examined.common
        kind, _, word = name.partition(".")
        for register in (common.acts, common.services, common.roles, common.sources, common.facts, common.parts):
            label = f"fact:{word}" if kind == "fact" else f"since:{word}" if kind == "since" else word
            if register.noun == ("fact" if kind == "since" else kind) and label in register.places:
                desk, mark = register.places[label]
                node = register.said.get(label)
                told = {change.name: change for change in self.changes("", name)}
                lines = [Line("", Safe(""), self.place(desk, mark))]
                for number, (key, value) in enumerate(node.items() if isinstance(node, Map) else ()):
                    assert isinstance(node, Map)
                    lines.append(
                        Line(
                            safe(key),
                            brief(value),
                            self.place(desk, node.marks[2 * number + 1]),
                            self.how(told.get(f"{name}.{key}")),
                        )
                    )
                return [Explained(name, "the words that all packs share", tuple(lines))]
        return []


def from_part(part: str) -> str:
    """Say that a part brings something."""
    return f"brought by the part {visible(part)}"


def brief(node: Node) -> Safe:
    """Show a value in a few words."""
    if isinstance(node, str):
        text = " ".join(node.split())
    elif isinstance(node, Map):
        text = "{" + ", ".join(f"{key}: {brief(value)}" for key, value in list(node.items())[:6]) + "}"
    else:
        text = "[" + ", ".join(str(brief(part)) for part in list(node)[:8]) + "]"
    return safe(text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…")
