"""The closed stacks of a library: what stands there is fetched when somebody first asks for it."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from functools import partial
from typing import TypeVar

from scsgame.packs.resting import uncollected

T = TypeVar("T")


class Stacks(Mapping[str, T]):
    """Things by name. Their names are known at once; each thing is fetched at its first use, and then stays at hand."""

    def __init__(self, ways: Mapping[str, Callable[[], T]]) -> None:
        """Take the way to each thing."""
        self._ways = dict(ways)
        self._here: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        here = self._here
        if name not in here:
            with uncollected():
                here.setdefault(name, self._ways[name]())
            self._ways[name] = partial(here.__getitem__, name)
        return here[name]

    def values(self) -> ValuesView[T]:
        """Return all things, fetched in one go."""
        self._fetch_all()
        return super().values()

    def items(self) -> ItemsView[str, T]:
        """Return all names and things, fetched in one go."""
        self._fetch_all()
        return super().items()

    def _fetch_all(self) -> None:
        with uncollected():
            for name in list(self._ways):
                self[name]

    def __contains__(self, name: object) -> bool:
        return name in self._ways

    def __iter__(self) -> Iterator[str]:
        return iter(self._ways)

    def __len__(self) -> int:
        return len(self._ways)

    def __repr__(self) -> str:
        return f"Stacks({', '.join(self._ways)})"
