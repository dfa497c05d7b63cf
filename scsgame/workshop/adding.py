"""Taking a stranger's pack in, and giving one up again: what it holds, what it wants, what it would change.

A pack is read where it stands and is never extracted. What is put into the user's folder is a zip made anew from the texts that
were read and found right, so that nothing else a file may hold comes along.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scsgame.archive import Shelf as Saves
from scsgame.packs.examine import Examined, Folder, examine
from scsgame.packs.library import places, shelves, user_packs
from scsgame.packs.manifest import Manifest
from scsgame.packs.problems import Problem, visible
from scsgame.packs.shelves import Shelf, fetch
from scsgame.packs.versions import version, words
from scsgame.packs.zips import MANIFEST
from scsgame.tongue import phrase
from scsgame.workshop.zipping import file_name, head_of, packed, store


@dataclass(frozen=True)
class Here:
    """A pack in the user's folder: its file, its id, its version, and all its texts."""

    place: Path
    id: str
    version: str
    shelf: Shelf


@dataclass(frozen=True)
class Offer:
    """A pack that somebody may take in: what it says of itself, what it holds, and why it cannot be taken."""

    shelf: Shelf
    id: str
    version: str
    lines: tuple[str, ...]
    refusal: str = ""
    problems: tuple[Problem, ...] = ()
    before: Here | None = None

    @property
    def same(self) -> bool:
        """Tell whether this very pack is here already."""
        return self.before is not None and packed(self.before.shelf.files) == packed(self.shelf.files)


def installed() -> list[Here]:
    """Return the packs in the user's folder."""
    found = []
    with suppress(OSError):
        for place in sorted(user_packs().iterdir()):
            if place.is_dir() or place.suffix == ".zip":
                shelf = fetch(place, place.as_posix())
                found.append(Here(place, *head_of(shelf), shelf))
    return found


def offered(path: Path) -> Offer:
    """Look at a pack, among all others that are here, as it would stand after it was taken in."""
    shelf = fetch(path, path.as_posix().rstrip("/"))
    name, number = head_of(shelf)
    before = next((here for here in installed() if here.id == name and name), None)
    around = [fetch(place, label, core=at == 0) for at, (place, label) in enumerate(places())
              if before is None or place != before.place]  # fmt: skip
    examined = examine([*around, shelf])
    mine = tuple(
        problem
        for problem in examined.errors
        if problem.path == shelf.label or problem.path.startswith(f"{shelf.label}/")
    )
    theirs = {str(problem) for problem in examine(around).errors} if examined.errors else set()
    broken = mine or tuple(problem for problem in examined.errors if str(problem) not in theirs)
    manifest = next((one for one in examined.family.manifests if one.shelf is shelf), None)
    offer = Offer(
        shelf,
        name,
        number,
        tuple(_lines(path, shelf, examined, manifest, len(broken))),
        problems=broken,
        before=before,
    )
    return replace(offer, refusal=_refusal(offer))


def _refusal(offer: Offer) -> str:
    before = offer.before
    if offer.id == "core":
        return phrase(
            "add.core",
            'A pack called "core" would stand in the place of the whole game, so it is not added; try it with --pack.',
        )
    if offer.problems:
        count = len(offer.problems)
        return phrase("add.errors", "It has {count} {count|error|errors}, so it is not added.", count=count)
    if before is None:
        return ""
    if before.place.is_dir():
        return phrase("add.is_folder", '"{pack}" is here already, as the folder {folder}, which somebody may be working on. Take that away first.',
                      pack=offer.id, folder=visible(before.place.name))  # fmt: skip
    if version(before.version) > version(offer.version):
        return phrase("add.newer", '"{pack}" is here already in version {here}, which is newer than {there}. To go back, take the newer one away first: {command}',
                      pack=offer.id, here=visible(before.version, 40), there=visible(offer.version, 40),
                      command=f"scsgame pack remove {offer.id}")  # fmt: skip
    return ""


def _lines(path: Path, shelf: Shelf, examined: Examined, manifest: Manifest | None, broken: int) -> list[str]:
    said: Any = next((entry for one, entry in examined.packs if one is shelf), None)
    folders = [folder for folder in (*examined.lives, *examined.regimes) if folder.shelf is shelf]
    name, number = head_of(shelf)
    title = said["title"].read() if said is not None and said.get("title") else ""
    lines = [f"{visible(name or '?', 60)} {visible(number or '?', 40)}: {title or '?'}"]
    if said is not None:
        if said.get("about"):
            lines.append(f"  {said['about'].read()}")
        authors = ", ".join(said.get("authors") or ()) or phrase("add.nobody", "nobody who is named")
        licence = said.get("licence") or phrase("add.no_licence", "none is named")
        lines.append("  " + phrase("add.by", "by {authors}, licence: {licence}", authors=authors, licence=licence))
        if said.get("languages"):
            lines.append(
                "  " + phrase("add.languages", "languages: {languages}", languages=", ".join(said["languages"]))
            )
    for kind in ("lives", "regimes"):
        lines += [_held(folder) for folder in folders if folder.kind == kind]
    size = sum(len(text.encode(errors="surrogatepass")) for text in shelf.files.values())
    lines.append(
        "  "
        + phrase(
            "add.size",
            "{count} {count|file|files}, {size} KiB of text; {hashes}",
            count=len(shelf.files),
            size=f"{max(1, round(size / 1024)):,}",
            hashes=_hashes(path, shelf),
        )
    )
    for pack, wanted, _ in manifest.needs if manifest else ():
        lines.append(
            "  "
            + phrase(
                "add.needs", "needs {pack}, {version}", pack=visible(pack, 60), version=visible(words(wanted), 60)
            )
        )
    for pack, thing, _ in manifest.overrides if manifest else ():
        lines.append(
            "  "
            + phrase(
                "add.changes", "changes {thing} of the pack {pack}", thing=visible(thing, 80), pack=visible(pack, 60)
            )
        )
    lines.append(
        "  "
        + (
            phrase("add.unplayable", "It cannot be played as it is.")
            if broken
            else phrase("add.no_code", "No code is in it: a pack is text, and nothing of it is run.")
        )
    )
    return lines


def _held(folder: Folder) -> str:
    scenes, encounters, cases = (len(folder.scenes(kind)) for kind in ("scenes", "encounters", "cases"))
    counts = (
        phrase("check.scenes", "{count} {count|scene|scenes}", count=scenes) if scenes else "",
        phrase("add.encounters", "{count} {count|encounter|encounters}", count=encounters) if encounters else "",
        phrase("add.cases", "{count} {count|case|cases}", count=cases) if cases else "",
    )
    shown = phrase("comma", ", ").join(filter(None, counts))
    name = visible(folder.id, 60)
    head = (
        phrase("doc.life", "life {name}", name=name)
        if folder.kind == "lives"
        else phrase("doc.regime", "regime {name}", name=name)
    )
    return "  " + (phrase("colon", "{head}: {words}", head=head, words=shown) if shown else head)


def _hashes(path: Path, shelf: Shelf) -> str:
    if any(problem.code == "wrong-hash" for problem in shelf.problems):
        return phrase("add.wrong_hashes", "THE HASHES in {file} DO NOT FIT", file=MANIFEST)
    if path.is_dir():
        return phrase("add.no_hash_folder", "a folder, which has no hashes")
    with suppress(OSError):
        if MANIFEST.encode() in path.read_bytes():
            return phrase("add.hashes_fit", "all hashes fit")
    return phrase("add.no_hashes", "no hashes are in it")


def take_in(offer: Offer) -> Path:
    """Put a pack into the user's folder, in the place of the same pack in an older version."""
    home = user_packs()
    home.mkdir(parents=True, exist_ok=True)
    place = home / file_name(offer.shelf)
    store(place, packed(offer.shelf.files))
    if offer.before is not None and offer.before.place != place:
        offer.before.place.unlink(missing_ok=True)
    return place


@dataclass(frozen=True)
class Parting:
    """What giving a pack up would mean: which saves wait for it, and which packs cannot do without it."""

    here: Here
    saves: tuple[str, ...]
    needed_by: tuple[str, ...]


def parting(name: str, saves: Path) -> Parting | None:
    """Look at what would happen; None where no such pack is in the user's folder."""
    here = next((one for one in installed() if one.id == name and name), None)
    if here is None:
        return None
    own = {kind: {path.split("/")[1] for path in here.shelf.files if path.startswith(f"{kind}/") and path.count("/") > 1}
           for kind in ("lives", "regimes")}  # fmt: skip
    examined = examine(shelves())
    for kind, known in own.items():
        for folder, parent in examined.family.parents.items():
            if folder.startswith(f"{kind}/") and parent in known:
                known.add(folder.split("/")[1])
    waiting = [
        f"{entry.name} ({entry.file})" for entry in Saves(saves).list()
        if entry.header is not None and name in {stamp.id for stamp in entry.header.packs}
        and (entry.life in own["lives"] or own["regimes"] & set(entry.regimes))
    ]  # fmt: skip
    wanting = [one.id for one in examined.family.manifests
               if any(pack == name for pack, _, _ in (*one.needs, *one.overrides)) and one.id != name]  # fmt: skip
    return Parting(here, tuple(waiting), tuple(wanting))


def give_up(parted: Parting) -> None:
    """Take the pack out of the user's folder."""
    parted.here.place.unlink()


def errors_of(problems: Sequence[Problem], most: int = 10) -> str:
    """Print the first problems, for somebody who did not write the pack."""
    from scsgame.packs.problems import report

    return report(problems, most)
