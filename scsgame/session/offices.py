"""What other systems and their lists are called: read when a rule about one of them is put into words, and not before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from scsgame.packs import Library
from scsgame.terms import Saying


class Offices(Mapping[str, Saying]):
    """The titles of regimes and of their lists, by regime and regime/list."""

    def __init__(self, whole: Callable[[], Library]) -> None:
        self._whole = whole

    @cached_property
    def _titles(self) -> Mapping[str, Saying]:
        return self._whole().offices

    def __getitem__(self, name: str) -> Saying:
        return self._titles[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._titles)

    def __len__(self) -> int:
        return len(self._titles)
