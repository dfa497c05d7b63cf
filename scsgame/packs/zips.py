"""A pack in a zip: read entry by entry, in memory and within limits. Nothing is ever extracted."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from scsgame.packs.problems import quoted
from scsgame.packs.shelves import DEEPEST_FOLDER, LARGEST_FILE, LARGEST_PACK, MOST_FILES, Shelf, good_name

MANIFEST = "manifest.sha256"
"""The file in a zip that says the SHA-256 of each of the others, as `sha256sum` writes it."""

_ZIP_RATIO = 200
_PLAIN = re.compile(r"[\w()][\w(). -]{0,98}/")
_ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError,
               struct.error, KeyError, IndexError, OverflowError, MemoryError)  # fmt: skip


def unpack(place: Path, shelf: Shelf) -> None:
    """Put what is in a zip on a shelf."""
    if place.stat().st_size > LARGEST_PACK:
        shelf.refuse("", "too-large", f"a zip holds at most {LARGEST_PACK >> 20} MiB, this holds more.")
        return
    try:
        with zipfile.ZipFile(io.BytesIO(place.read_bytes())) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_FILES:
                shelf.refuse(
                    "", "too-large", f"a pack has at most {MOST_FILES} files and folders, this has {len(entries):,}."
                )
                return
            if sum(entry.file_size for entry in entries) > LARGEST_PACK:
                shelf.refuse("", "too-large", f"a pack holds at most {LARGEST_PACK >> 20} MiB, this holds more.")
                return
            room, names, contents = LARGEST_PACK, set[str](), dict[str, bytes]()
            top = _one_folder([entry.filename for entry in entries if not _passed_over(entry)])
            if not any(entry.filename.endswith("pack.yaml") for entry in entries):
                inside = any(entry.filename.lower().endswith(".zip") for entry in entries)
                shelf.refuse("", "bad-zip", "there is only a zip inside this zip; unpack it once." if inside
                             else "this is no pack: there is no pack.yaml in it.")  # fmt: skip
                return
            for entry in entries:
                content = _from_zip(archive, entry, names, shelf, top)
                if content is not None:
                    room -= len(content)
                    if room < 0:
                        shelf.refuse(
                            "", "too-large", f"a pack holds at most {LARGEST_PACK >> 20} MiB, this holds more."
                        )
                        return
                    contents[entry.filename] = content
            told = _manifest(archive, entries)
    except _ZIP_FAULTS:
        yaml = place.suffix.lower() in (".yaml", ".yml")
        shelf.refuse("", "bad-zip", "this is one file of a pack; give the folder in which it stands." if yaml
                     else "this file is no zip that can be read; make it anew, or give the pack's folder.")  # fmt: skip
        return
    if top + MANIFEST in told:
        _compare(told[top + MANIFEST], {path[len(top) :]: content for path, content in contents.items()}, shelf)
    for path, content in sorted(contents.items()):
        shelf.put(path[len(top) :], content)


def _manifest(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> dict[str, str]:
    """Return what the files of hashes say, by their paths."""
    found = {}
    for entry in entries:
        if (
            entry.filename.split("/")[-1] == MANIFEST
            and entry.file_size <= LARGEST_FILE
            and entry.filename.count("/") < 2
        ):
            with archive.open(entry) as file:
                found[entry.filename] = file.read(LARGEST_FILE).decode("utf-8", "replace")
    return found


def _compare(told: str, contents: dict[str, bytes], shelf: Shelf) -> None:
    """Say which files are not those of which the hashes were taken."""
    said = {path: hashed for hashed, _, path in (line.partition("  ") for line in told.splitlines())}
    for path, content in sorted(contents.items()):
        if said.get(path) != sha256(content).hexdigest():
            what = (
                "is not in" if path not in said else "is not as it was when the pack was made: its hash differs from"
            )
            shelf.refuse(path, "wrong-hash", f"this file {what} {MANIFEST}; get the pack anew from whoever made it.")
    for path in sorted(said.keys() - contents.keys())[:20]:
        shelf.refuse(
            "",
            "wrong-hash",
            f"{MANIFEST} names {quoted(path)}, which is not in the zip; get the pack anew from whoever made it.",
        )


def _one_folder(paths: Collection[str]) -> str:
    """Return the folder around everything, when a folder was zipped and not its contents."""
    tops = {path.split("/", 1)[0] + "/" for path in paths if "/" in path}
    if len(tops) == 1 and all("/" in path for path in paths):
        top = tops.pop()
        return top if top + "pack.yaml" in paths and _PLAIN.fullmatch(top) else ""
    return ""


def _passed_over(entry: zipfile.ZipInfo) -> bool:
    path = entry.filename
    return (entry.is_dir() or path.startswith("__MACOSX/") or "/." in f"/{path}") and ".." not in path


def _from_zip(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, names: set[str], shelf: Shelf, top: str
) -> bytes | None:
    path = entry.filename
    if _passed_over(entry):
        return None
    if path.endswith(".txt"):
        shelf.not_yaml(path[len(top) :])
        return None
    if not good_name(path[len(top) :], shelf):
        return None
    if path.count("/") >= DEEPEST_FOLDER:
        shelf.refuse(path, "too-deep", f"folders are nested at most {DEEPEST_FOLDER} deep.")
        return None
    folded = normalize("NFC", path).casefold()
    if folded in names:
        shelf.refuse(path, "bad-zip", "two files in the zip have this name.")
        return None
    names.add(folded)
    mode = entry.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        shelf.refuse(path, "not-a-file", "this is no ordinary file, so it is not read.")
        return None
    if not path.endswith((".yaml", ".yml")):
        return None
    if entry.flag_bits & 1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        shelf.refuse(path, "bad-zip", "this file is encrypted or packed in an unusual way; make the zip anew.")
        return None
    if entry.file_size > LARGEST_FILE or entry.file_size > _ZIP_RATIO * max(1, entry.compress_size):
        shelf.refuse(
            path,
            "too-large",
            f"a file holds at most {LARGEST_FILE >> 20} MiB, and is not packed smaller than {_ZIP_RATIO} to one.",
        )
        return None
    with archive.open(entry) as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) != entry.file_size:
        shelf.refuse(path, "bad-zip", "the zip lies about how long this file is.")
        return None
    return content
