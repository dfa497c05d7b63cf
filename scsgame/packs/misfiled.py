"""Files that stand where nothing is read: what they should be called, and what nobody knows without them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

from scsgame.packs.doubts import ABOUT
from scsgame.packs.forms import FILES, form_of
from scsgame.packs.problems import Problem
from scsgame.packs.shelves import Shelf

if TYPE_CHECKING:
    from scsgame.packs.examine import Folder

_UNREAD = ("unknown-file", "not-utf8", "bad-file-name", "not-a-file", "too-large")
_PARTS = sorted(
    {
        part.replace("*", "")
        for form in FILES.values()
        for part in form.pattern.split("/")
        if part not in ("*", "*.yaml")
    }
)
_ID = re.compile(r"^(life|regime|part):[ ]*['\"]?([a-z][a-z0-9_-]*)", re.MULTILINE)
_FOLDERS = {"life": "lives", "regime": "regimes"}


def misfiled(path: str, shelf: Shelf) -> Problem:
    """Say that a file is not read where it stands, and where it would be."""
    better = better_path(path, shelf.files.get(path, ""))
    if better:
        said = f"no file is read here; this one belongs to `{better}`."
    else:
        said = "no file of this name is read here; see content/README.md for where files stand."
    return Problem(shelf.named(path), 0, 0, "unknown-file", said, suggestion=better)


def better_path(path: str, text: str = "") -> str:
    """Return the path at which a file of this kind is read: the nearest one there is, or nothing."""
    if path.endswith((".yml", ".yaml.txt", ".yml.txt")):
        path = path.removesuffix(".txt").removesuffix(".yml").removesuffix(".yaml") + ".yaml"
    parts = path.split("/")
    folder = [word.lower() for word in parts[:-1]]
    tries = ["/".join((*folder, parts[-1])), path.lower()]
    tries += ["/".join(parts[:at] + parts[at + 1 :]) for at in range(len(parts) - 1)]
    close = [_close(part, 0.75) for part in parts[:-1]]
    tries += ["/".join((*close, parts[-1])), "/".join((*close, _close(parts[-1], 0.85)))]
    said = _ID.search(text[:4000])
    if said:
        tries.append(
            f"parts/{said[2]}.yaml" if said[1] == "part" else f"{_FOLDERS[said[1]]}/{said[2]}/{said[1]}.yaml"
        )
    if parts[0] == "lives" and len(parts) == 3:
        tries.append(f"lives/{parts[1]}/scenes/{parts[2]}")
    return next((one for one in tries if form_of(one)), "")


def _close(part: str, cutoff: float) -> str:
    return next(iter(get_close_matches(part.lower(), _PARTS, 1, cutoff)), part)


def doubt(folders: Iterable[Folder], problems: Iterable[Problem]) -> None:
    """Mark what nobody can know of each folder, because a file that belongs to it was not read."""
    lost = [problem for problem in problems if problem.code in _UNREAD]
    for folder in folders if lost else ():
        place = folder.shelf.named(f"{folder.kind}/{folder.id}/")
        for problem in lost:
            path = _meant(problem, folder.shelf)
            if path.startswith(place):
                kind = form_of(path.removeprefix(folder.shelf.named("")) if folder.shelf.label else path)
                usual = "scenes" if folder.kind == "lives" else "regime"
                folder.scope.unsure |= ABOUT.get(kind or usual, frozenset())


def _meant(problem: Problem, shelf: Shelf) -> str:
    return shelf.named(problem.suggestion) if problem.suggestion else problem.path


def without_twins(problems: Iterable[Problem], shelves: Iterable[Shelf]) -> list[Problem]:
    """Leave out that a file is missing where its misnamed twin was said already."""
    every = list(problems)
    lost = [problem for problem in every if problem.code in _UNREAD]
    there = {_meant(problem, shelf) for shelf in shelves for problem in lost} if lost else set()
    return [problem for problem in every if problem.code != "missing-file" or problem.path not in there]
