"""What is not said, and why: a figure that the data do not carry is refused in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from scsgame.terms import Safe
from scsgame.tongue import Phrase, phrase


class Unsaid(NamedTuple):
    """A figure that is not given, and the reason."""

    why: Phrase
    slots: tuple[tuple[str, object], ...] = ()

    def read(self, language: str = "en") -> Safe:
        """Return the reason as a sentence."""
        return self.why.read(language, **dict(self.slots))


def left_unsaid(reasons: Iterable[Unsaid], language: str) -> tuple[Safe, ...]:
    """Return one paragraph that names each thing left unsaid once, or none."""
    told = list(dict.fromkeys(reason.read(language) for reason in reasons))
    joined = phrase("semicolon", "; ", language).join(told)
    return (phrase("unsaid.all", "Left unsaid: {reasons}.", language, reasons=joined),) if told else ()


def unsaid(why: Phrase, **slots: object) -> Unsaid:
    """Refuse a figure for this reason."""
    return Unsaid(why, tuple(slots.items()))
