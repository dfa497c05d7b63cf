"""What a shape cannot see in parts: a file called otherwise than its part, and a regime that does not hold together when one is switched."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from scsgame.packs.desk import Desk, Entry
from scsgame.packs.fitting import BRINGS
from scsgame.packs.problems import quoted
from scsgame.packs.registers import Sheet

if TYPE_CHECKING:
    from scsgame.packs.examine import Folder


def same_name(desk: Desk, entry: Entry) -> None:
    """Say so when a part is not called what its file is called."""
    name, stem = entry.get("part"), desk.path.rsplit("/", 1)[-1].removesuffix(".yaml")
    if isinstance(name, str) and name != stem:
        desk.say(desk.at(entry, "part"), "wrong-name", f"this part is called {quoted(name)}, but its file is called {quoted(stem)}.",
                 suggestion=stem, node=name)  # fmt: skip


def unused(sheets: Iterable[Sheet], used: Collection[str]) -> None:
    """Warn of what a part brings and nobody has looked at, because no regime uses it."""
    for sheet in sheets:
        word = sheet.top.get("part")
        brings = next((key for key in BRINGS if key in sheet.top), "")
        if sheet.kind == "part" and isinstance(word, str) and word not in used and brings:
            sheet.desk.warn(sheet.top.key_mark(brings), "part-unused", f"no regime uses the part {quoted(word)}, so nobody has looked at "
                            "what it brings.", node=brings)  # fmt: skip


class _Thing(NamedTuple):
    """One thing of a regime, as it is written: what it is, and its entry."""

    kind: str
    entry: Entry
    desk: Desk

    def there(self, on: frozenset[str]) -> bool:
        """Say whether it is there when these parts are on."""
        part, without = self.entry.get("part"), self.entry.get("without")
        return (not part or part in on) and without not in on


def look(folder: Folder) -> None:
    """Look at one whole regime as it is when nobody asks for anything else, and with each one part switched."""
    for desk, said in folder.said.get("regime", ()):
        if not isinstance(said, Entry):
            continue
        usual = frozenset(_words(said.get("parts")))
        every = usual | frozenset(_words(said.get("parts_off")))
        if not every:
            continue
        things = list(_things(desk, said))
        things += [_Thing("scene", scene, home) for home, scene in folder.scenes("encounters")]
        told: set[tuple[int, str]] = set()
        for on in (usual, *(usual ^ {part} for part in sorted(every))):
            words = _said_so(usual, on)
            for thing in things:
                if thing.there(on):
                    _whole(thing, things, on, words, told)
            _tiers(desk, said, on, words, told)


def _words(said: object) -> tuple[str, ...]:
    return tuple(word for word in said if isinstance(word, str)) if isinstance(said, tuple) else ()


def _said_so(usual: frozenset[str], on: frozenset[str]) -> str:
    lost, more = usual - on, on - usual
    if lost:
        return f"without the part {quoted(min(lost))}"
    return f"with the part {quoted(min(more))}" if more else "as it usually is"


def _things(desk: Desk, said: Entry) -> Iterator[_Thing]:
    for room, field, kind in (
        ("intervention", "rules", "rule"), ("intervention", "lists", "list"), ("manipulation", "redress", "redress"),
    ):  # fmt: skip
        yield from (_Thing(kind, entry, desk) for entry in _entries(said, room, field))


def _entries(said: Entry, room: str, field: str) -> Iterator[Entry]:
    chapter = said.get(room)
    return _inside(chapter, field) if isinstance(chapter, Entry) else iter(())


def _inside(entry: Entry, field: str) -> Iterator[Entry]:
    found: Any = entry.get(field)
    return (part for part in found or () if isinstance(part, Entry))


def _whole(thing: _Thing, things: list[_Thing], on: frozenset[str], words: str, told: set[tuple[int, str]]) -> None:
    """Say what a thing that is there needs and has not."""
    entry = thing.entry
    match thing.kind:
        case "rule" if not any(entry.get(field) for field in ("points", "rating", "touches", "moods")):
            _needs(thing, "lists", "list", entry.get("lists"), things, on, words, told)
        case "redress":
            about = _words(entry.get("about"))
            if "marks" not in about and not any(_is_there("list", roll, things, on) for roll in about):
                _needs(thing, "about", "list", next(iter(about), None), things, on, words, told)
        case "scene":
            for choice in _inside(entry, "choices"):
                part = _Thing("choice", choice, thing.desk)
                _needs(part, "pleads", "redress", choice.get("pleads"), things, on, words, told)
                for later in _inside(choice, "later"):
                    back = _Thing("thing that comes back", later, thing.desk)
                    _needs(back, "scene", "scene", later.get("scene"), things, on, words, told)


def _needs(
    thing: _Thing, field: str, kind: str, name: object, things: list[_Thing], on: frozenset[str], words: str,
    told: set[tuple[int, str]],
) -> None:  # fmt: skip
    if not isinstance(name, str) or _is_there(kind, name, things, on):
        return
    mark = thing.desk.at(thing.entry, field)
    if (mark, field) not in told:
        told.add((mark, field))
        thing.desk.owner = (thing.kind, thing.entry.node)
        thing.desk.say(mark, "part-torn", f"{words} {thing.desk.who()} is there and the {kind} {quoted(name)} is not, on which it depends; "
                       "tie both to the same part.", node=name)  # fmt: skip
        thing.desk.owner = None


def _is_there(kind: str, name: str, things: list[_Thing], on: frozenset[str]) -> bool:
    """Say whether a thing is there; one that is nowhere at all is said elsewhere."""
    named = [thing for thing in things if thing.kind == kind and thing.entry.get("id") == name]
    return not named or any(thing.there(on) for thing in named)


def _tiers(desk: Desk, said: Entry, on: frozenset[str], words: str, told: set[tuple[int, str]]) -> None:
    """Say so where nobody would stand: the lowest tier is gone and nothing begins there in its place."""
    tiers = [_Thing("tier", tier, desk) for tier in _entries(said, "intervention", "tiers")]
    floors = [tier.entry["at_least"] for tier in tiers if isinstance(tier.entry.get("at_least"), int | float)]
    if not floors or len(floors) < len(tiers):
        return
    lowest = next(tier for tier in tiers if tier.entry["at_least"] == min(floors))  # type: ignore[type-var]
    left = [tier for tier in tiers if tier.there(on) and tier.entry["at_least"] == lowest.entry["at_least"]]
    if not left and (lowest.entry.mark, "") not in told:
        told.add((lowest.entry.mark, ""))
        desk.owner = ("tier", lowest.entry.node)
        desk.say(lowest.entry.mark, "part-torn", f"{words} {desk.who()} is not there, and no other tier begins so low, so somebody "
                 "would stand in none.")  # fmt: skip
        desk.owner = None
