"""Writing that runs from right to left: which way a text runs, and which stretches of it must be set apart.

No mark that turns text is ever written: a page says it in its own markup, and a terminal turns letters by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from unicodedata import bidirectional

_TO_THE_LEFT = frozenset(("R", "AL"))


def turns(text: str) -> bool:
    """Say whether any letter of a text runs from right to left."""
    return not text.isascii() and any(bidirectional(letter) in _TO_THE_LEFT for letter in text)


def runs_left(text: str) -> bool:
    """Say whether all letters of a text do."""
    return turns(text) and not any(bidirectional(letter) == "L" for letter in text)


def stretches(text: str) -> Iterator[tuple[str, bool]]:
    """Yield a text in pieces, each with whether it runs from right to left.

    Such a piece reaches from its first letter to its last one, over spaces, signs and numbers between them.
    """
    begin = at = 0
    while at < len(text):
        if bidirectional(text[at]) not in _TO_THE_LEFT:
            at += 1
            continue
        if begin < at:
            yield text[begin:at], False
        end = _end(text, at)
        yield text[at:end], True
        begin = at = end
    if begin < len(text):
        yield text[begin:], False


def _end(text: str, at: int) -> int:
    """Return where the stretch ends that begins here: behind its last letter, the marks on it, and a bracket it opened."""
    end, opened = at, 0
    for place in range(at, len(text)):
        kind, letter = bidirectional(text[place]), text[place]
        if kind == "L":
            break
        opened += (letter in "([{") - (letter in ")]}")
        if kind in _TO_THE_LEFT or (kind == "NSM" and place == end) or (letter in ")]}" and opened == 0):
            end = place + 1
        if opened < 0:
            break
    return end


def set_apart(text: str, begin: str, end: str, shown: Callable[[str], str]) -> str:
    """Return a text whose stretches from right to left stand between these tags; `shown` makes words fit for the page."""
    if not turns(text):
        return shown(text)
    return "".join(f"{begin}{shown(words)}{end}" if left else shown(words) for words, left in stretches(text))
