"""Reading packs because nothing that was kept fits them: all there is, or a selection. What is found right is kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from scsgame.packs import cache
from scsgame.packs.binding import build
from scsgame.packs.examine import Examined, examine
from scsgame.packs.forms import form_of
from scsgame.packs.library import complete, standing
from scsgame.packs.lives import scene
from scsgame.packs.nouns import Library
from scsgame.packs.problems import PackError
from scsgame.packs.reading import NOUNS, Reading, by_name, pages_of
from scsgame.packs.shelves import Shelf
from scsgame.packs.strings import KINDS


def selection(found: Sequence[Shelf], lives: Collection[str] | None, regimes: Collection[str] | None) -> Library:
    """Read these lives and regimes and what they extend. Raises PackError with every problem."""
    examined = examine(standing(found), lives, regimes, atlas=False, made=scene)
    if examined.errors:
        raise PackError(examined.errors)
    library = build(examined)
    if complete(found):
        cache.keep_library(cache.key(found, lives, regimes), library)
    return library


def library(found: Sequence[Shelf]) -> Library:
    """Read everything at once, what is played and what is only read. Raises PackError with every problem of what is played.

    Nobody who plays needs the atlas: where it is at fault, the rest is read without it.
    """
    examined = examine(standing(found), made=scene)
    if examined.errors and _of_the_atlas(examined):
        return selection(found, None, None)
    return _everything(found, examined)[0]


def reading(found: Sequence[Shelf]) -> Reading:
    """Read everything at once, and return what is only read. Raises PackError with every problem."""
    return _everything(found, examine(standing(found), made=scene))[1]


def _of_the_atlas(examined: Examined) -> bool:
    """Tell whether any mistake may lie in the atlas, or in what translates it."""
    names = {problem.path.rpartition("/")[2] for problem in examined.errors}
    return any(form_of(name) in ("atlas", *KINDS) for name in names)


def _everything(found: Sequence[Shelf], examined: Examined) -> tuple[Library, Reading]:
    if examined.errors:
        raise PackError(examined.errors)
    library, pages = build(examined), pages_of(examined)
    if complete(found):
        cache.keep_library(cache.key(found), library, list(zip(NOUNS, pages, strict=True)))
    return library, by_name(*pages)
