"""Broken packs as data: a whole pack, and one small patch that somebody's hand might make.

A file of `slips/` names a pack and a file of it; each slip says what to find there and what stands there instead, and
what a helpful person would say: at which line, under which code, with which words to mend it.
"""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
SLIPS = HERE / "slips"
PACKS: Mapping[str, Path] = {"base": HERE / "base", "content": HERE.parent.parent / "content"}
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ENCODINGS = {"utf-16": "utf-16", "latin-1": "latin-1", "bom": "utf-8-sig"}


class CorpusError(Exception):
    """A slip that cannot be made: what it looks for is not there any more."""


@dataclass(frozen=True)
class Patch:
    """One change of one file."""

    file: str
    find: str = ""
    replace: str = ""
    after: str = ""
    below: str = ""
    insert: str = ""
    whole: str | None = None
    rename: str = ""
    remove: bool = False
    every: bool = False
    save_as: str = ""


@dataclass(frozen=True)
class Also:
    """Another mistake in the same pack that must be said in the same run: in which file and line, under which codes."""

    file: str
    at: str | int
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Slip:
    """One broken pack: who breaks it and how, and what should be said.

    `at` is a piece of the broken line, or a number; left out, it is the first line that changed. Line 0 is the file as a
    whole. Any of `codes`, and any of `help` (or the suggestion), will do. A slip that is `fine` must be met with
    silence, and so must what stands under `mended` in the place of what was written (left out: what stood there before).
    `also` lists the other mistakes of a pack that has several; then `count` is one more than there are of them.
    """

    id: str
    says: str
    topic: str
    pack: str
    patches: tuple[Patch, ...]
    file: str
    at: str | int | None
    codes: tuple[str, ...]
    suggest: str
    help: tuple[str, ...]
    count: int
    fine: bool
    common: bool
    packed: str
    mended: str = ""
    also: tuple[Also, ...] = ()


@dataclass(frozen=True)
class Broken:
    """A broken pack as it lies in a folder, with the line where the mistake is and the lines around it."""

    place: Path
    line: int
    before: str
    written: str
    also: tuple[int, ...] = ()


def read_slips() -> tuple[Slip, ...]:
    """Return every slip of the corpus, in the order of the files."""
    found: list[Slip] = []
    for path in sorted(SLIPS.glob("*.yaml")):
        page = yaml.load(path.read_text("utf-8"), _LOADER)
        found += [_slip(entry, page) for entry in page["slips"]]
    twice = {slip.id for slip in found if sum(other.id == slip.id for other in found) > 1}
    if twice:
        raise CorpusError(f"two slips have one id: {', '.join(sorted(twice))}.")
    return tuple(found)


_OF_PATCH = frozenset(Patch.__dataclass_fields__)
_OF_SLIP = frozenset(
    (
        "id",
        "says",
        "in",
        "at",
        "codes",
        "suggest",
        "help",
        "count",
        "fine",
        "common",
        "packed",
        "then",
        "mended",
        "also",
    )
)


def _slip(entry: Mapping[str, Any], page: Mapping[str, Any]) -> Slip:
    stray = entry.keys() - _OF_PATCH - _OF_SLIP
    if stray:
        raise CorpusError(f"the slip {entry['id']} has no field {', '.join(sorted(stray))}.")
    first = {"file": page.get("file", ""), **{key: value for key, value in entry.items() if key in _OF_PATCH}}
    rest = [{"file": first["file"], **part} for part in entry.get("then", ())]
    patches = tuple(Patch(**part) for part in (first, *rest)) if len(first) > 1 else ()
    return Slip(
        id=entry["id"],
        says=entry["says"],
        topic=page["topic"],
        pack=page.get("pack", "base"),
        patches=patches,
        file=str(entry.get("in", first["file"])),
        at=entry.get("at"),
        codes=tuple(entry.get("codes", ())),
        suggest=str(entry.get("suggest", "")),
        help=tuple(str(part) for part in entry.get("help", ())),
        count=entry.get("count", 1 + len(entry.get("also", ()))),
        fine=bool(entry.get("fine")),
        common=bool(entry.get("common")),
        packed=str(entry.get("packed", "")),
        mended=str(entry.get("mended", "")),
        also=tuple(
            Also(str(part.get("in", first["file"])), part["at"], tuple(part["codes"]))
            for part in entry.get("also", ())
        ),
    )


def as_mended(slip: Slip) -> Slip:
    """Return the slip with what should have been written."""
    first = replace(slip.patches[0], replace=slip.mended)
    return replace(slip, patches=(first,), at=None, codes=(), suggest="", help=(), fine=True)


class Table:
    """One copy of each pack in a folder of its own; a pack is broken there and mended again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name, pack in PACKS.items():
            shutil.copytree(pack, folder / name, ignore=shutil.ignore_patterns("*.md"))

    @contextmanager
    def broken(self, slip: Slip) -> Iterator[Broken]:
        """Break a pack, and put it back afterwards."""
        root = self.folder / slip.pack
        kept: dict[Path, bytes | None] = {}
        try:
            whole = _text(root / slip.file)
            for patch in slip.patches:
                _apply(patch, root, kept, slip.id)
            now = _text(root / slip.file)
            line = _line(slip, whole, now)
            also = tuple(_at(other.at, _text(root / other.file), slip.id) for other in slip.also)
            yield Broken(_packed(root, slip), line, *_around(whole, now, line), also)
        finally:
            for path, content in kept.items():
                if content is None:
                    path.unlink(missing_ok=True)
                    _forget_empty(path.parent, root)
                else:
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(content)


def _text(path: Path) -> str:
    if not path.is_file():
        return ""
    return path.read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n")


def _forget_empty(folder: Path, root: Path) -> None:
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _apply(patch: Patch, root: Path, kept: dict[Path, bytes | None], name: str) -> None:
    path = root / patch.file
    kept.setdefault(path, path.read_bytes() if path.is_file() else None)
    if patch.remove:
        path.unlink()
        _forget_empty(path.parent, root)
        return
    text = patch.whole if patch.whole is not None else _patched(patch, _text(path), name)
    content = text.encode()
    if patch.save_as == "crlf":
        content = text.replace("\n", "\r\n").encode()
    elif patch.save_as == "word":
        content = _zip({"word/document.xml": text.encode()})
    elif patch.save_as:
        content = text.encode(_ENCODINGS[patch.save_as])
    if patch.rename:
        path.unlink()
        _forget_empty(path.parent, root)
        path = root / patch.rename
        kept.setdefault(path, None)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _patched(patch: Patch, text: str, name: str) -> str:
    start = text.find(patch.after) if patch.after else 0
    if start < 0:
        raise CorpusError(f"the slip {name} looks for {patch.after!r} in {patch.file}, which is not there.")
    looked_for = patch.find or patch.below
    if not looked_for:
        return text
    at = text.find(looked_for, start)
    if at < 0:
        raise CorpusError(f"the slip {name} looks for {looked_for!r} in {patch.file}, which is not there.")
    if patch.below:
        end = text.index("\n", at) + 1
        return text[:end] + patch.insert + text[end:]
    if patch.every:
        return text[:at] + text[at:].replace(patch.find, patch.replace)
    return text[:at] + patch.replace + text[at + len(patch.find) :]


def _line(slip: Slip, before: str, now: str) -> int:
    if isinstance(slip.at, int):
        return slip.at
    start = 0
    if slip.patches and slip.patches[0].after:
        start = now.rfind("\n", 0, max(0, now.find(slip.patches[0].after))) + 1
    if slip.at is not None:
        return _at(slip.at, now, slip.id, start)
    for number, (old, new) in enumerate(zip(before.split("\n"), now.split("\n"), strict=False), 1):
        if old != new:
            return number
    return 0


def _at(piece: str | int, text: str, name: str, start: int = 0) -> int:
    if isinstance(piece, int):
        return piece
    at = text.find(piece, start)
    if at < 0:
        raise CorpusError(f"the slip {name} expects a line with {piece!r}, which is not there.")
    return text.count("\n", 0, at) + 1


def _around(before: str, now: str, line: int) -> tuple[str, str]:
    """Return the lines that changed, as they were and as they are."""
    old, new = before.split("\n"), now.split("\n")
    first = next((at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), max(0, line - 1))
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return "\n".join(old[first : len(old) - last]), "\n".join(new[first : len(new) - last])


def _zip(files: Mapping[str, bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return kept.getvalue()


def _packed(root: Path, slip: Slip) -> Path:
    """Return the folder, or the file that was made of it."""
    if not slip.packed:
        return root
    files = {
        path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()
    }
    place = root.with_name(f"{slip.id}.zip")
    if slip.packed == "zip":
        place.write_bytes(_zip(files))
    elif slip.packed == "folder in a zip":
        place.write_bytes(_zip({f"my pack/{path}": content for path, content in files.items()}))
    elif slip.packed == "zip in a zip":
        place.write_bytes(_zip({"my_pack.zip": _zip(files)}))
    elif slip.packed == "word":
        place.write_bytes(_zip({"word/document.xml": b"<w:document/>", "[Content_Types].xml": b"<Types/>"}))
    elif slip.packed == "rar":
        place.write_bytes(b"Rar!\x1a\x07\x01\x00" + b"".join(files.values())[:500])
    elif slip.packed == "one file":
        place = place.with_suffix(".yaml")
        place.write_bytes(files["pack.yaml"])
    elif slip.packed == "nowhere":
        place = place.with_suffix("")
    else:
        raise CorpusError(f"the slip {slip.id} is packed in an unknown way: {slip.packed}.")
    return place
