"""The one table of keys: bindings, key bar, palette and help are all made from it.

Every command has a plain letter or a function key; nothing needs ctrl, and escape is never the only way.
"""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding

from scsgame.tongue import Phrase

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
    word: Phrase
    about: Phrase
    places: tuple[str, ...]
    bar: int = 0

    @property
    def key(self) -> str:
        """Return its first key as a person reads it."""
        return key_name(self.keys[0])

    @property
    def key_while_writing(self) -> str:
        """Return its first key that writes nothing, as a person reads it, or "" where it has none."""
        return next((key_name(key) for key in self.keys if len(key) > 1 and key not in LETTERS), "")


LETTERS = ("question_mark", "colon")
"""Keys that write a sign, beside those whose name is one letter."""

SHOWN = {"question_mark": "?", "colon": ":", "f1": "F1", "f3": "F3", "f10": "F10", "1": "1-9"}
NAMED = {
    "enter": Phrase("key.enter", "Enter"), "space": Phrase("key.space", "space"), "escape": Phrase("key.escape", "escape"),
    "up": Phrase("key.up", "Up"), "down": Phrase("key.down", "Down"), "left": Phrase("key.left", "Left"),
    "right": Phrase("key.right", "Right"), "home": Phrase("key.home", "Home"), "end": Phrase("key.end", "End"),
    "pageup": Phrase("key.pageup", "Page up"), "pagedown": Phrase("key.pagedown", "Page down"),
}  # fmt: skip


def key_name(key: str) -> str:
    """Return what stands on a key, as a person reads it."""
    return NAMED[key].read() if key in NAMED else SHOWN.get(key, key)


_EVERYWHERE = (
    "title", "shelf", "form", "pick", "ask", "day", "phone", "plea", "why", "week", "ending", "debrief", "help",
    "palette", "settings", "leave", "atlas", "card", "sections", "finding", "turns", "doors", "record",
)  # fmt: skip
_SUB = (
    "phone",
    "why",
    "help",
    "palette",
    "settings",
    "leave",
    "shelf",
    "form",
    "pick",
    "ask",
    "plea",
    "debrief",
    "atlas",
    "card",
    "sections",
    "finding",
    "turns",
    "doors",
    "record",
)
_LIVED = ("day", "week", "ending", "phone")

COMMANDS: tuple[Command, ...] = (
    Command("first", ("home",), Phrase("command.first", "first"), Phrase("command.first_about", "Go to the first line."),
            (LIST,)),
    Command("last", ("end",), Phrase("command.last", "last"), Phrase("command.last_about", "Go to the last line."),
            (LIST,)),
    Command("up", ("up",), Phrase("command.up", "up"), Phrase("command.up_about", "Go one line up."),
            (LIST,)),
    Command("down", ("down",), Phrase("command.down", "down"), Phrase("command.down_about", "Go one line down."),
            (LIST,)),
    Command("page_up", ("pageup",), Phrase("command.page_up", "back a page"), Phrase("command.page_up_about", "Read one page back."),
            (LIST,)),
    Command("page_down", ("pagedown",), Phrase("command.page_down", "on a page"), Phrase("command.page_down_about", "Read one page on."),
            (LIST,)),
    Command("take", ("enter", "space"), Phrase("command.take", "take"), Phrase("command.take_about", "Take the line under the cursor."),
            (LIST,)),
    Command("number", tuple("123456789"), Phrase("command.number", "choose"), Phrase("command.number_about", "Take the line with this number."),
            (LIST,)),
    Command("left", ("left",), Phrase("command.left", "page"), Phrase("command.left_about", "On the phone and in the debrief: turn to the page before."),
            ("phone", "debrief")),
    Command("turn", tuple("123456789"), Phrase("command.turn", "page"), Phrase("command.turn_about", "On the phone and in the debrief: turn to the page with this number."),
            ("phone", "debrief")),
    Command("right", ("right", "n"), Phrase("command.right", "next page"), Phrase("command.right_about", "On the phone and in the debrief: turn to the next page."),
            ("phone", "debrief"), 2),
    Command("on", ("n",), Phrase("command.on", "on"), Phrase("command.on_about", "At the end of a week: go on."),
            ("week",), 1),
    Command("debrief", ("d",), Phrase("command.debrief", "debrief"), Phrase("command.debrief_about", "When a life is over: see what was done to you."),
            ("ending",), 1),
    Command("phone", ("p",), Phrase("command.phone", "phone"), Phrase("command.phone_about", "Open your phone: bills, people, news, and each office's app."),
            ("day",), 1),
    Command("why", ("w",), Phrase("command.why", "why"), Phrase("command.why_about", "Ask of the line under the cursor, or of the newest notice: is this real?"),

            (*_LIVED, "turns"), 2),
    Command("undo", ("u",), Phrase("command.undo", "undo"), Phrase("command.undo_about", "Take back the last move, where the game allows it."),
            ("day",), 3),
    Command("inspect", ("i",), Phrase("command.inspect", "inspect"), Phrase("command.inspect_about", "Look behind the moment: state, queue, dice, why this scene and not that one."),

            (REHEARSAL,), 4),
    Command("close_phone", ("p",), Phrase("command.close_phone", "close"), Phrase("command.close_phone_about", "On the phone: put it away."),
            ("phone",)),
    Command("close_why", ("w",), Phrase("command.close_why", "close"), Phrase("command.close_why_about", "Where it is asked whether a thing is real: close that page."),
            ("why",)),
    Command("back", ("b", "escape"), Phrase("command.back", "back"), Phrase("command.back_about", "Close this page and go back."),
            _SUB, 1),
    Command("help", ("question_mark", "f1"), Phrase("command.help", "help"), Phrase("command.help_about", "Show every key there is."),
            _EVERYWHERE, 5),
    Command("palette", ("colon", "ctrl+p", "f3"), Phrase("command.palette", "commands"), Phrase("command.palette_about", "List everything one can do here."),
            _EVERYWHERE, 8),
    Command("theme", ("t",), Phrase("command.theme", "theme"), Phrase("command.theme_about", "Change the colours."),
            _EVERYWHERE, 7),
    Command("quit", ("q", "f10"), Phrase("command.quit", "quit"), Phrase("command.quit_about", "Leave the game. Every choice is saved already."),
            _EVERYWHERE, 6),
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
            found.append(Binding(key, action, command.word.english, show=False))
    return found


def bar(place: str) -> tuple[Command, ...]:
    """Return what the key bar of a place shows, the most useful first."""
    return tuple(sorted((command for command in commands(place) if command.bar), key=lambda found: found.bar))
