"""The one table of keys: bindings, key bar, palette and help are all made from it.

Every command has a plain letter or a function key; nothing needs ctrl, and escape is never the only way.
"""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding

LIST = "list"
"""Places are screens; this one is any list of lines with a cursor."""


REHEARSAL = "rehearsal"
"""The day as an author plays it; players never come there."""

NUMBERED = ("number", "turn")
"""The commands that are told which digit was pressed."""


class Command(NamedTuple):
    """One thing a key does: its name, its keys, a word for the key bar, a sentence for help, and where it works.

    `bar` is its rank in the key bar; 0 keeps it out.
    """

    id: str
    keys: tuple[str, ...]
    word: str
    about: str
    places: tuple[str, ...]
    bar: int = 0

    @property
    def key(self) -> str:
        """Return its first key as a person reads it."""
        return SHOWN.get(self.keys[0], self.keys[0])


SHOWN = {
    "question_mark": "?",
    "colon": ":",
    "enter": "Enter",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "home": "Home",
    "end": "End",
    "pageup": "Page up",
    "pagedown": "Page down",
    "f1": "F1",
    "f3": "F3",
    "f10": "F10",
    "1": "1-9",
}

_EVERYWHERE = (
    "title", "shelf", "form", "pick", "ask", "day", "phone", "plea", "why", "week", "ending", "debrief", "help",
    "palette", "settings", "leave",
)  # fmt: skip
_SUB = ("phone", "why", "help", "palette", "settings", "leave", "shelf", "form", "pick", "ask", "plea", "debrief")
_LIVED = ("day", "week", "ending", "phone")

COMMANDS: tuple[Command, ...] = (
    Command("first", ("home",), "first", "Go to the first line.", (LIST,)),
    Command("last", ("end",), "last", "Go to the last line.", (LIST,)),
    Command("up", ("up",), "up", "Go one line up.", (LIST,)),
    Command("down", ("down",), "down", "Go one line down.", (LIST,)),
    Command("page_up", ("pageup",), "back a page", "Read one page back.", (LIST,)),
    Command("page_down", ("pagedown",), "on a page", "Read one page on.", (LIST,)),
    Command("take", ("enter", "space"), "take", "Take the line under the cursor.", (LIST,)),
    Command("number", tuple("123456789"), "choose", "Take the line with this number.", (LIST,)),
    Command("left", ("left",), "page", "Turn to the page before.", ("phone",)),
    Command("turn", tuple("123456789"), "page", "Turn to the page with this number.", ("phone",)),
    Command("right", ("right", "n"), "next page", "Turn to the next page.", ("phone",), 2),
    Command("on", ("n",), "on", "Go on.", ("week",), 1),
    Command("debrief", ("d",), "debrief", "See what was done to you.", ("ending",), 1),
    Command("phone", ("p",), "phone", "Open your phone: bills, people, news, and each office's app.", ("day",), 1),
    Command("why", ("w",), "why", "Ask of the line under the cursor, or of the newest notice: is this real?",
            ("day", "phone", "week"), 2),
    Command("undo", ("u",), "undo", "Take back the last move, where the game allows it.", ("day",), 3),
    Command("inspect", ("i",), "inspect", "Look behind the moment: state, queue, dice, why this scene and not that one.",
            (REHEARSAL,), 4),
    Command("close_phone", ("p",), "close", "Put the phone away.", ("phone",)),
    Command("close_why", ("w",), "close", "Close this page.", ("why",)),
    Command("back", ("b", "escape"), "back", "Close this page and go back.", _SUB, 1),
    Command("help", ("question_mark", "f1"), "help", "Show every key there is.", _EVERYWHERE, 5),
    Command("palette", ("colon", "ctrl+p", "f3"), "commands", "List everything one can do here.", _EVERYWHERE, 8),
    Command("theme", ("t",), "theme", "Change the colours.", _EVERYWHERE, 7),
    Command("quit", ("q", "f10"), "quit", "Leave the game. Every choice is saved already.", _EVERYWHERE, 6),
)  # fmt: skip


def commands(place: str) -> tuple[Command, ...]:
    """Return what can be done in a place."""
    wider = (place, "day") if place == REHEARSAL else (place,)
    return tuple(command for command in COMMANDS if not set(wider).isdisjoint(command.places))


def bindings(place: str) -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """Return the commands of a place as Textual wants them."""
    found: list[Binding | tuple[str, str] | tuple[str, str, str]] = []
    for command in commands(place):
        for key in command.keys:
            action = f"{command.id}({key})" if command.id in NUMBERED else command.id
            found.append(Binding(key, action, command.word, show=False))
    return found


def bar(place: str) -> tuple[Command, ...]:
    """Return what the key bar of a place shows, the most useful first."""
    return tuple(sorted((command for command in commands(place) if command.bar), key=lambda found: found.bar))
