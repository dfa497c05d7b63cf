"""A pack in a zip: read entry by entry, in memory and within limits. Nothing is ever extracted."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from pathlib import Path
from unicodedata import normalize

from scsgame.packs.shelves import DEEPEST_FOLDER, LARGEST_FILE, LARGEST_PACK, MOST_FILES, Shelf, good_name

_ZIP_RATIO = 200
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
            for entry in entries:
                content = _from_zip(archive, entry, names, shelf)
                if content is not None:
                    room -= len(content)
                    if room < 0:
                        shelf.refuse(
                            "", "too-large", f"a pack holds at most {LARGEST_PACK >> 20} MiB, this holds more."
                        )
                        return
                    contents[entry.filename] = content
    except _ZIP_FAULTS:
        shelf.refuse("", "bad-zip", "this file is no zip that can be read; make it anew.")
        return
    top = _one_folder(contents)
    for path, content in sorted(contents.items()):
        shelf.put(path[len(top) :], content)


def _one_folder(paths: dict[str, bytes]) -> str:
    """Return the folder around everything, when a folder was zipped and not its contents."""
    tops = {path.split("/", 1)[0] + "/" for path in paths if "/" in path}
    if len(tops) == 1 and all("/" in path for path in paths):
        top = tops.pop()
        return top if top + "pack.yaml" in paths else ""
    return ""


def _from_zip(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, names: set[str], shelf: Shelf) -> bytes | None:
    path = entry.filename
    if (entry.is_dir() or path.startswith("__MACOSX/") or "/." in f"/{path}") and ".." not in path:
        return None
    if not good_name(path, shelf):
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
