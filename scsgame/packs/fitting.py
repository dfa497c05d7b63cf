"""What parts bring to the regimes that use them: observers, rules, lists, measures and posts, as if they were written there.

They lie beneath what the regime itself says: a thing with the same id is changed field by field, as with `extends`.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from scsgame.packs.extends import Pages, main_sheet, places_of, put_onto, without_keys
from scsgame.packs.forms import FILES
from scsgame.packs.leaves import on_page
from scsgame.packs.merging import Change, Merging, copied
from scsgame.packs.problems import Problem, quoted
from scsgame.packs.reader import Map, Node, Seq
from scsgame.packs.registers import Sheet
from scsgame.packs.things import drop

if TYPE_CHECKING:
    from scsgame.packs.examine import Folder

BRINGS = {
    "observers": "surveillance",
    "rules": "intervention",
    "lists": "intervention",
    "measures": "manipulation",
    "feed": "",
}
"""What a part can bring, and into which chapter of a regime."""

_USES = ("parts", "parts_off")


def uses(folder: Folder) -> list[str]:
    """Return the parts that a regime says it uses."""
    sheet = main_sheet(folder)
    said = [sheet.top.get(key) for key in _USES] if sheet is not None and folder.kind == "regimes" else []
    return [word for part in said if isinstance(part, Seq) for word in part if isinstance(word, str)]


def header(root: Node) -> Node:
    """Return what a part says of itself; what it brings is looked at in the regimes that use it."""
    if not isinstance(root, Map):
        return root
    whole, marks = Map(), array("q")
    for number, (key, value) in enumerate(root.items()):
        if key not in BRINGS:
            whole[key] = value
            marks.extend(root.marks[2 * number : 2 * number + 2])
    whole.marks = marks
    return whole


@dataclass
class Fitting:
    """All parts, and what they brought to which regime: the name of each thing, and the part it is from."""

    parts: Mapping[str, Sheet]
    pages: Pages
    brought: dict[str, dict[str, str]] = field(default_factory=dict)

    def bring(self, folder: Folder, names: Collection[str], problems: list[Problem]) -> Sheet | None:
        """Return what these parts bring, as a file of this regime; nothing where they bring nothing."""
        like = main_sheet(folder)
        rooms: dict[str, dict[str, list[tuple[Node, int]]]] = {}
        for name in names:
            for key, item, mark in self.things(name):
                rooms.setdefault(BRINGS[key], {}).setdefault(key, []).append((item, mark))
        if not rooms or like is None:
            return None
        pairs: list[tuple[str, Node]] = []
        for room, found in rooms.items():
            inner: list[tuple[str, Node]] = [(key, _list(items)) for key, items in found.items()]
            pairs += [(room, _map(inner))] if room else inner
        sheet = self.pages.sheet("regime", like, _map(pairs), folder, problems)
        told = self.brought.setdefault(f"regimes/{folder.id}", {})
        for spot in places_of([sheet]):
            if spot.thing and isinstance(spot.value, Map):
                told[spot.name] = str(spot.value.get("part", ""))
        return sheet

    def things(self, name: str) -> Iterator[tuple[str, Node, int]]:
        """Yield what one part brings, each thing tied to it: the field, the thing and its place."""
        sheet = self.parts.get(name)
        if sheet is None:
            return
        page = self.pages.number(sheet.desk)
        for key in BRINGS:
            items = sheet.top.get(key)
            for item, mark in zip(items, items.marks, strict=True) if isinstance(items, Seq) else ():
                thing = copied(item, page)
                place = on_page(mark, page)
                if isinstance(thing, Map) and "part" not in thing:
                    thing["part"] = name
                    thing.marks.extend((place, place))
                yield key, thing, place

    def fit(self, folder: Folder, problems: list[Problem]) -> list[Change]:
        """Put a regime that stands by itself onto what its parts bring, and return what it changes of that."""
        own = main_sheet(folder)
        beneath = self.bring(folder, uses(folder), problems)
        if own is None or beneath is None:
            return []
        names = [spot.name for spot in places_of([beneath]) if spot.thing]
        root = copied(own.document.root or "", self.pages.number(own.desk))
        fresh = self.pages.sheet("regime", own, root, folder, problems)
        whose = f"a part of the regime {quoted(folder.id)}"
        merging = Merging(f"regimes/{folder.id}", whose, fresh.desk, alone=True)
        merging.remove(fresh.top, lambda: places_of([beneath]))
        without_keys(fresh.top, "remove")
        root = merging.root(beneath.document.root or "", fresh.document.root or "", FILES["regime"].shape)
        fresh.document = fresh.document._replace(root=root)
        folder.sheets = [fresh if sheet is own else sheet for sheet in folder.sheets]
        return [
            change
            for change in merging.changes
            if change.how != "added" or any(change.name.startswith(f"{name}.") for name in names)
        ]

    def beneath(self, parent: Folder, folder: Folder, problems: list[Problem]) -> Folder:
        """Return the regime that another one extends, with what the parts bring that only the other one uses."""
        sheet = self.bring(folder, [name for name in uses(folder) if name not in uses(parent)], problems)
        if sheet is None:
            return parent
        brings = replace(parent, sheets=[sheet])
        merging = Merging(f"regimes/{folder.id}", f"the regime {quoted(parent.id)}", sheet.desk, alone=True)
        middle = put_onto(parent, brings, folder, self.pages, merging, problems)
        return replace(parent, sheets=middle)

    def sweep(self, parent: Folder, folder: Folder) -> None:
        """Take away what hangs on parts that a regime does not inherit."""
        gone = set(uses(parent)) - set(uses(folder))
        there = [(spot, spot.value) for spot in places_of(folder.sheets)] if gone else []
        for spot, value in there:
            if isinstance(value, Map) and value.get("part") in gone:
                drop(spot)
            elif isinstance(value, Map) and value.get("without") in gone:
                without_keys(value, "without")


def _list(items: list[tuple[Node, int]]) -> Seq:
    whole = Seq(item for item, _ in items)
    whole.marks = array("q", [mark for _, mark in items])
    return whole


def _map(pairs: list[tuple[str, Node]]) -> Map:
    """Make a mapping that stands where its first thing stands."""
    whole, marks = Map(), array("q")
    for key, value in pairs:
        whole[key] = value
        mark = value.marks[0] if not isinstance(value, str) and value.marks else 0
        marks.extend((mark, mark))
    whole.marks = marks
    return whole
