"""Where somebody stands, and paths that lead to no pack: what they may have meant."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from scsgame.packs.problems import nearest, quoted, visible

MAIN = "pack.yaml"
_UP, _MOST = 4, 200


def here() -> list[Path]:
    """Return the pack in which the terminal stands, if it stands in one that is not the game's own content."""
    from scsgame.packs.library import core_content

    return [Path()] if Path(MAIN).is_file() and Path.cwd() != core_content() else []


def nowhere(path: Path) -> str:
    """Return a sentence on a path at which nothing is: the pack one stands in, one of nearly that name, or one kept elsewhere."""
    said = f"there is no folder or zip {quoted(str(path))}"
    if path.is_absolute():
        return f"{said}."
    if Path(MAIN).is_file():
        return f"{said} here, because the terminal stands inside a pack already; write a dot for it, as in `scsgame pack check .`."
    packs = packs_in(path.parent)
    near = nearest(path.name.lower(), packs) or next(
        (name for name in packs if name.lower() == path.name.lower()), ""
    )
    if near:
        return f"{said}; the pack {quoted((path.parent / near).as_posix())} is here."
    kept = _kept(path)
    if kept is not None:
        return f"{said} here, but a pack that you added is called so; give its file, {visible(kept.as_posix(), 200)}."
    return f"{said} where the terminal stands, which is {visible(Path.cwd().as_posix(), 200)}; go to the folder around it with `cd`, or give the whole path."


def inside(path: Path) -> str:
    """Return a sentence on a folder or file within a pack, or around packs, that is no pack itself; nothing where that is not so."""
    if (path / MAIN).exists() if path.is_dir() else path.suffix not in (".yaml", ".yml"):
        return ""
    pack = next((above for above in list(path.absolute().parents)[:_UP] if (above / MAIN).is_file()), None)
    if pack is not None:
        given = Path(os.path.relpath(pack)).as_posix()
        return (
            f"this is a part of the pack {quoted(given)}; name the pack itself: its folder, in which {MAIN} stands."
        )
    packs = packs_in(path) if path.is_dir() else []
    if packs:
        return f"this folder holds packs and is none; name one of them: {', '.join(quoted((path / name).as_posix()) for name in packs[:4])}."
    return ""


def packs_in(folder: Path) -> list[str]:
    """Return the names of the packs that lie in a folder."""
    with suppress(OSError):
        return [place.name for place in sorted(folder.iterdir())[:_MOST] if (place / MAIN).is_file()]
    return []


def _kept(path: Path) -> Path | None:
    from scsgame.packs.library import user_packs

    with suppress(OSError):
        for place in sorted(user_packs().iterdir()):
            if place.name == path.name or place.name.rpartition("-")[0] == path.name:
                return place
    return None
