"""What a pack says of itself in pack.yaml: its format, its version, what it needs, and what it overrides.

Packs are taken in an order of their own, the game's first and then by id, so the order of folders changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scsgame import __version__
from scsgame.packs.desk import Desk
from scsgame.packs.migrations import FORMAT, MIGRATIONS, Step, carried
from scsgame.packs.problems import Problem, nearest, quoted
from scsgame.packs.reader import Map, Seq, read
from scsgame.packs.registers import Sheet
from scsgame.packs.scope import Scope
from scsgame.packs.shelves import Shelf
from scsgame.packs.versions import fits, words

PROGRAM = "scsgame"
"""The name by which a pack says which version of the game itself it needs."""


@dataclass(frozen=True)
class Manifest:
    """One pack.yaml as far as other packs are concerned, with the places of what it says."""

    shelf: Shelf
    desk: Desk
    top: Map

    @property
    def id(self) -> str:
        """Return the pack's id."""
        return _text(self.top, "pack")

    @property
    def version(self) -> str:
        """Return the pack's own version."""
        return _text(self.top, "version")

    @property
    def paths(self) -> frozenset[str]:
        """Return its files, as problems name them."""
        return frozenset(map(self.shelf.named, self.shelf.files))

    @property
    def needs(self) -> tuple[tuple[str, str, int], ...]:
        """Return which packs it needs, in which versions, and where that is said."""
        said = self.top.get("needs")
        if not isinstance(said, Map):
            return ()
        return tuple(
            (name, wanted, said.value_mark(name)) for name, wanted in said.items() if isinstance(wanted, str)
        )

    @property
    def overrides(self) -> tuple[tuple[str, str, int], ...]:
        """Return what it overrides: whose, which thing, and where that is said."""
        said = self.top.get("overrides")
        found: list[tuple[str, str, int]] = []
        for pack, names in said.items() if isinstance(said, Map) else ():
            if isinstance(names, Seq):
                found += [
                    (pack, name, mark) for name, mark in zip(names, names.marks, strict=True) if isinstance(name, str)
                ]
            elif isinstance(names, str) and names and isinstance(said, Map):
                found.append((pack, names, said.value_mark(pack)))
        return tuple(found)


def _text(top: Map, key: str) -> str:
    said = top.get(key)
    return said if isinstance(said, str) else ""


def manifests(shared: Sequence[tuple[Shelf, Sheet]]) -> list[Manifest]:
    """Return what each pack says of itself."""
    return [Manifest(shelf, sheet.desk, sheet.top) for shelf, sheet in shared if sheet.kind == "pack"]


def admitted(shelves: Sequence[Shelf], problems: list[Problem]) -> list[Shelf]:
    """Return the packs in their own order, without those that only a newer game can read."""
    found: list[tuple[bool, str, str, int, Shelf]] = []
    for shelf in shelves:
        text = shelf.files.get("pack.yaml", "")
        document = read(text)
        top = document.root if isinstance(document.root, Map) else None
        if top is not None and _too_new(shelf, text, top, problems):
            continue
        name = _text(top, "pack") if top is not None else ""
        found.append((not (shelf.core or name == "core"), name, shelf.label, len(found), shelf))
    return [part[-1] for part in sorted(found, key=lambda part: part[:-1])]


def _too_new(shelf: Shelf, text: str, top: Map, problems: list[Problem]) -> bool:
    said = _text(top, "format")
    if not (said.isascii() and said.isdecimal() and len(said) < 10 and int(said) > FORMAT):
        return False
    desk = Desk(shelf.named("pack.yaml"), text, Scope(), problems)
    desk.say(top.value_mark("format"), "newer-format", f"this pack is written in format {said}, and scsgame {__version__} reads format "
             f"{FORMAT}; a newer scsgame can read it, or, if {said} is the version of your pack, write `format: {FORMAT}`. Nothing else in it was looked at.", node=said)  # fmt: skip
    return True


def brought_up(
    shared: Sequence[tuple[Shelf, Sheet]],
    sheets: Iterator[tuple[Shelf, Sheet]],
    table: Mapping[int, tuple[Step, ...]] | None = None,
) -> None:
    """Bring packs of older formats to the present one, by the table of migrations."""
    steps = MIGRATIONS if table is None else table
    if not steps:
        return
    older = {}
    for shelf, sheet in shared:
        said = _text(sheet.top, "format")
        if sheet.kind == "pack" and said.isascii() and said.isdecimal() and int(said[:9]) in steps:
            older[id(shelf)] = int(said)
    for shelf, sheet in [*shared, *sheets]:
        if id(shelf) in older:
            carried(sheet, older[id(shelf)], steps)


def look(found: Sequence[Manifest]) -> None:
    """Say which pack needs what is not here, or not in that version, and which packs have one id."""
    here: dict[str, Manifest] = {}
    for manifest in found:
        first = here.setdefault(manifest.id, manifest)
        if first is not manifest and manifest.id:
            manifest.desk.say(manifest.top.value_mark("pack"), "duplicate-id", f"the pack {quoted(manifest.id)} is already here, in "
                              f"{first.desk.path}; two packs never have one id.", node=manifest.id)  # fmt: skip
    for manifest in found:
        for name, wanted, mark in manifest.needs:
            _need(manifest, name, wanted, mark, here)


def _need(manifest: Manifest, name: str, wanted: str, mark: int, here: Mapping[str, Manifest]) -> None:
    who = f"the pack {quoted(manifest.id)} needs {quoted(name)} in {words(wanted)}"
    if name == manifest.id:
        said = f"the pack {quoted(name)} needs itself; take this line out."
        manifest.desk.say(mark, "unmet-need", said, node=wanted)
        return
    version = __version__ if name == PROGRAM else here[name].version if name in here else ""
    if name != PROGRAM and name not in here:
        near = nearest(name, [known for known in here if known != manifest.id])
        manifest.desk.say(mark, "unmet-need", f"{who}, and there is no such pack here.", suggestion=near, node=wanted)
    elif not fits(version, wanted):
        what = "this is scsgame" if name == PROGRAM else "what is here is"
        manifest.desk.say(mark, "unmet-need", f"{who}, and {what} {version}.", node=wanted)
