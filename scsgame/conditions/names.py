"""The names a condition may read in one place, and which of them is most like a wrong one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches

from scsgame.conditions.tree import Atom


class Names:
    """The names a condition may read here.

    Plain names are listed; a family such as `met(...)` is a function from its arguments to an atom, or to
    the list of words that could have stood there. `elsewhere` says of some names why they are not read here,
    `undeclared` where a name that nobody knows could be declared.
    """

    def __init__(
        self,
        plain: Iterable[Atom],
        families: dict[str, Callable[[tuple[str, ...]], Atom | Unknown]],
        elsewhere: Mapping[str, str] | None = None,
        undeclared: str = "",
    ) -> None:
        self.plain = {atom.name: atom for atom in plain}
        self.families = families
        self.elsewhere = elsewhere or {}
        self.undeclared = undeclared

    def known(self) -> list[str]:
        """Return every word that may start a name."""
        return [*self.plain, *self.families]


class Unknown:
    """An argument that names nothing: which one, what it should be, and what there is."""

    def __init__(self, argument: int, what: str, known: Iterable[str]) -> None:
        self.argument = argument
        self.what = what
        self.known = known


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like this one, or nothing."""
    words = list(known)
    near = get_close_matches(word, words, 1, 0.6)
    return near[0] if near else _part_of(word, words)


def _part_of(word: str, known: Iterable[str]) -> str:
    """Return the one known word of which this one is a part: `go` of `go_in`."""
    found = [other for other in known if word in other.split("_")]
    return found[0] if len(found) == 1 else ""


def listed(words: Iterable[str]) -> str:
    """Return the first few words as one text."""
    shown = list(words)
    return ", ".join(shown[:8]) + (" …" if len(shown) > 8 else "")
