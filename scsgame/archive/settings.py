"""What the player set: theme, motion, language, the last seed. Losing it is a nuisance, never a failure."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import MappingProxyType

from scsgame.archive.disk import Disk
from scsgame.archive.places import settings_folder
from scsgame.archive.refusals import SaveError, because, shown
from scsgame.terms import Safe, barred
from scsgame.tongue import phrase

FILE = "settings.json"
SETTINGS_LIMIT = 64 * 1024
TEXT_LIMIT = 200


def _nothing() -> Mapping[str, object]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings there are; `others` holds what a later scsgame wrote, and is kept."""

    theme: str = ""
    reduced_motion: bool = False
    language: str = ""
    last_seed: str = ""
    last_life: str = ""
    player_name: str = ""
    bets: bool = True
    others: Mapping[str, object] = field(default_factory=_nothing, hash=False)


_KNOWN: dict[str, type] = {
    f.name: bool if isinstance(f.default, bool) else str for f in fields(Settings) if f.name != "others"
}


def load_settings(folder: Path | None = None, disk: Disk | None = None) -> tuple[Settings, Safe]:
    """Return the settings and a sentence about what could not be used, which is empty if all is well."""
    path, disk = (folder or settings_folder()) / FILE, disk or Disk()
    try:
        raw = _read(path, disk)
        content = json.loads(raw.decode("utf-8-sig"), parse_constant=_refuse) if raw is not None else {}
    except OSError as error:
        return Settings(), phrase(
            "save.settings_unreadable",
            'The settings in "{file}" can not be read: {why}.',
            file=shown(str(path), 200),
            why=because(error),
        )
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        return Settings(), phrase(
            "save.settings_damaged",
            'The settings in "{file}" are damaged, so the usual ones hold.',
            file=shown(str(path), 200),
        )
    known = {key: content[key] for key, kind in _KNOWN.items() if key in content and _fits(content[key], kind)}
    wrong = [key for key in _KNOWN if key in content and key not in known]
    others = MappingProxyType({key: value for key, value in content.items() if key not in _KNOWN})
    if not wrong:
        return Settings(**known, others=others), Safe("")
    told = phrase(
        "save.settings_ignored", "Not usable in the settings, and ignored: {names}.", names=", ".join(wrong)
    )
    return Settings(**known, others=others), told


def store_settings(settings: Settings, folder: Path | None = None, disk: Disk | None = None) -> None:
    """Write the settings so that a power cut leaves either the old ones or the new ones; raise `SaveError` if not."""
    folder, disk = folder or settings_folder(), disk or Disk()
    content = {**settings.others, **{key: getattr(settings, key) for key in _KNOWN}}
    new = folder / f".{FILE}.{os.getpid()}.{os.urandom(4).hex()}.new"
    handle: int | None = None
    try:
        data = json.dumps(content, indent=1, allow_nan=False).encode() + b"\n"
        if len(data) > SETTINGS_LIMIT:
            raise ValueError("they are too long")
        disk.make_folder(folder)
        handle = disk.make(new)
        if disk.write(handle, data) != len(data):
            raise ValueError("the disk took only a part of them")
        disk.sync(handle)
        closing, handle = handle, None
        disk.close(closing)
        disk.replace(new, folder / FILE)
        disk.sync_folder(folder)
    except (OSError, ValueError, TypeError, RecursionError) as error:
        if handle is not None:
            with suppress(OSError):
                disk.close(handle)
        with suppress(OSError):
            disk.remove(new)
        reason = because(error) if isinstance(error, OSError) else str(error)
        raise SaveError(f"The settings are not saved: {reason}.") from error


def _read(path: Path, disk: Disk) -> bytes | None:
    """Return what stands in the file, or None if there is none."""
    try:
        found = disk.look(path)
    except FileNotFoundError:
        return None
    if found.kind != "file" or found.size > SETTINGS_LIMIT:
        raise ValueError("not a small file")
    handle = disk.open_to_read(path)
    try:
        return disk.read(handle, SETTINGS_LIMIT)
    finally:
        disk.close(handle)


def _fits(value: object, kind: type) -> bool:
    return type(value) is kind and (not isinstance(value, str) or (len(value) <= TEXT_LIMIT and barred(value) < 0))


def _refuse(_: str) -> object:
    raise ValueError("no such number")
