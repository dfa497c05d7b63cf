"""What may be named in one life or one regime, and how a condition reads there."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from scsgame.conditions import Condition, ConditionError, Names, parse
from scsgame.conditions.joined import by_parts
from scsgame.conditions.tree import Node
from scsgame.packs.trust import Trust

_MOST_BAD_CONDITIONS = 100
_MOST_KNOWN_CONDITIONS = 5000


@dataclass
class Scope:
    """The words that may be used in one life or one regime, by kind, and how its conditions read.

    A kind in `unsure` could not be read in full (a file of it is broken), so nothing is said about its words. The words of a
    kind in `elsewhere` may stand in lives and regimes that were left unread, so they are taken as they are. With `trust` not
    all scenes have been read yet. After a hundred bad conditions no more are read: looking for the nearest right word takes its time.
    """

    known: dict[str, Collection[str]] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    elsewhere: set[str] = field(default_factory=set)
    names: dict[str, Callable[[], Names]] = field(default_factory=dict)
    prefix: str = ""
    trust: Trust | None = None
    _built: dict[str, Names] = field(default_factory=dict)
    _parts: dict[str, dict[str, Node]] = field(default_factory=dict)
    _bad: int = 0
    _memo: dict[tuple[str, str], Condition | ConditionError] = field(default_factory=dict)
    _trusted: set[tuple[str, str]] = field(default_factory=set)

    def condition(self, text: str, where: str) -> Condition | ConditionError | None:
        """Return what a condition's text stands for, or what is wrong with it; each text is parsed once."""
        found = self._memo.get((where, text))
        if found is None:
            if self._bad > _MOST_BAD_CONDITIONS:
                return None
            if where not in self._built:
                self._built[where] = self.names[where]()
            if self.trust is not None:
                self.trust.used = False
            found = self._parse(text, where)
            if len(self._memo) >= _MOST_KNOWN_CONDITIONS:
                self._memo.clear()
                self._trusted.clear()
            self._memo[where, text] = found
            if self.trust is not None and self.trust.used:
                self._trusted.add((where, text))
        return found

    def _parse(self, text: str, where: str) -> Condition | ConditionError:
        """Read a condition part by part, or whole where it is not plain or not right; a part taken on trust is not kept."""
        names, parts = self._built[where], self._parts.setdefault(where, {})
        before = len(parts)
        found = by_parts(text, names, parts)
        while self.trust is not None and self.trust.used and len(parts) > before:
            parts.popitem()
        if len(parts) >= _MOST_KNOWN_CONDITIONS:
            parts.clear()
        try:
            return found or parse(text, names)
        except ConditionError as error:
            self._bad += 1
            return error

    def trusted(self, text: str, where: str) -> bool:
        """Tell whether a condition speaks of scenes that have not been read yet."""
        return (where, text) in self._trusted

    def settle(self) -> None:
        """Look at everything that was taken on trust, now that all scenes are known."""
        trust, self.trust = self.trust, None
        self._built.clear()
        self._parts.clear()
        for key in self._trusted:
            self._memo.pop(key, None)
        self._trusted.clear()
        for claim in trust.claims if trust is not None else ():
            claim.desk.settle(claim)
