"""The key bar: one line that shows what can be done here, as far as there is room."""

from __future__ import annotations

from textual import events
from textual.message import Message

from scsgame.tongue import phrase
from scsgame.ui.commands import Command
from scsgame.ui.paper.lines import Line, Run, line_width, width_of
from scsgame.ui.widgets.drawn import Drawn


class Keybar(Drawn):
    """The keys of this place. Each can be clicked."""

    class Pressed(Message):
        """A key was clicked."""

        def __init__(self, command: Command) -> None:
            """Keep which."""
            super().__init__()
            self.command = command

    def __init__(self, commands: tuple[Command, ...]) -> None:
        """Show these commands, the most useful first."""
        super().__init__(id="keybar")
        self.commands = commands
        self.more = False
        self.writing = False
        self.words: dict[str, str] = {}
        self._places: list[tuple[int, int, Command]] = []

    def show(self, commands: tuple[Command, ...]) -> None:
        """Show other commands."""
        if commands != self.commands:
            self.commands = commands
            self.redraw()

    def call(self, command: str, word: str) -> None:
        """Call one command by a word of this life's own; an empty one changes nothing."""
        if word and self.words.get(command) != word:
            self.words[command] = word
            self.redraw()

    def write(self, writing: bool) -> None:
        """Say whether letters are written now, so that only other keys do anything."""
        if writing != self.writing:
            self.writing = writing
            self.redraw()

    def tell_more(self, more: bool) -> None:
        """Say whether there is more to read below."""
        if more != self.more:
            self.more = more
            self.redraw()

    def draw(self, width: int) -> list[Line]:
        """Draw as many keys as fit; help is always among them."""
        more: Line = (Run(f" {self.look.sign('more')} {phrase('bar.more', 'more')}", "accent"),) if self.more else ()
        room = width - line_width(more)
        fitting: list[Command] = []
        used = 0
        commands = [command for command in self.commands if self._key(command)]
        must = next((command for command in commands if command.id == "help"), None)
        need = self._room(must) if must else 0
        for command in commands:
            extra = 0 if command is must or must in fitting else need
            if used + self._room(command) + extra <= room:
                fitting.append(command)
                used += self._room(command)
        runs: list[Run] = []
        self._places = []
        at = 0
        for command in fitting:
            self._places.append((at, at + self._room(command) - 2, command))
            runs += [Run(self._key(command), "key"), Run(f" {self._word(command)}  ", "dim")]
            at += self._room(command)
        runs.append(Run(" " * max(0, room - at)))
        return [(*runs, *more)]

    def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        for start, end, command in self._places:
            if start <= event.x < end:
                self.post_message(self.Pressed(command))

    def _key(self, command: Command) -> str:
        return command.key_while_writing if self.writing else command.key

    def _word(self, command: Command) -> str:
        return self.words.get(command.id) or command.word.read()

    def _room(self, command: Command) -> int:
        return width_of(self._key(command)) + width_of(self._word(command)) + 3
