"""What a player can do: the whole of it is kept in a save."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Choose(NamedTuple):
    """Take one choice of the scene on the table."""

    scene: str
    choice: str


class Pay(NamedTuple):
    """Pay a bill from the phone."""

    bill: str


class Enrol(NamedTuple):
    """Join a regime that one may join."""

    regime: str


class Withdraw(NamedTuple):
    """Leave a regime that one may leave."""

    regime: str


class Plead(NamedTuple):
    """File a plea: by which redress, about which mark or list, in which words."""

    regime: str
    redress: str
    target: str
    text: str = ""


class Look(NamedTuple):
    """Open a regime's app and look at one's standing."""

    regime: str


class Bet(NamedTuple):
    """Say what one's score will be when it is next made known; a number, as it was written."""

    regime: str
    score: str


class Undo(NamedTuple):
    """Take back the last move."""


Move: TypeAlias = Choose | Pay | Enrol | Withdraw | Plead | Look | Bet | Undo

_BY_NAME: dict[str, type[Move]] = {
    "choose": Choose,
    "pay": Pay,
    "enrol": Enrol,
    "withdraw": Withdraw,
    "plead": Plead,
    "look": Look,
    "bet": Bet,
    "undo": Undo,
}
_NAMES = {kind: name for name, kind in _BY_NAME.items()}


def written(move: Move) -> list[str]:
    """Return a move as a save keeps it: a name and its words."""
    return [_NAMES[type(move)], *move]


def read(words: list[object]) -> Move:
    """Return the move a save kept. Raises ValueError with a sentence where it is none."""
    name, *rest = words or [""]
    kind = _BY_NAME.get(str(name))
    if kind is None or not all(isinstance(word, str) for word in rest):
        raise ValueError(f"this save holds a move that scsgame does not know: {name!s:.40}")
    try:
        return kind(*[str(word) for word in rest])
    except TypeError:
        raise ValueError(f"this save holds a move with the wrong number of words: {name!s:.40}") from None
