"""What is taken on trust while a life's scenes are read file by file: that a scene which nobody has met yet will still come.

Whatever was trusted is looked at again when all files have been read, and what did not come is said where it was named.
So a file's data need not wait, in memory, for the files after it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from scsgame.packs.desk import Desk


class Claim(NamedTuple):
    """One word or condition that was trusted: at which desk, whose it is, where it stands; `where` conditions are read as there."""

    desk: Desk
    who: str
    mark: int
    said: str
    where: str = ""


class Trust:
    """The claims of one life, and whether the condition at hand has made one."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.used = False

    def scenes(self, known: Mapping[str, Collection[str]]) -> Mapping[str, Collection[str]]:
        """Return these scenes with their choices, and every one that may still come."""
        return _Scenes(known, self)

    def words(self, known: Collection[str]) -> Collection[str]:
        """Return these words, and every one that may still come."""
        return _Words(known, self)


class _Words(Collection[str]):
    def __init__(self, known: Collection[str], trust: Trust) -> None:
        self.known = known
        self.trust = trust

    def __contains__(self, word: object) -> bool:
        if word not in self.known:
            self.trust.used = True
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)


class _Scenes(Mapping[str, Collection[str]]):
    def __init__(self, known: Mapping[str, Collection[str]], trust: Trust) -> None:
        self.known = known
        self.trust = trust

    def __contains__(self, word: object) -> bool:
        if word not in self.known:
            self.trust.used = True
        return True

    def __getitem__(self, word: str) -> Collection[str]:
        found = self.known.get(word)
        return self.trust.words(()) if found is None else found

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)
