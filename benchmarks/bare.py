"""The floor of everything on the screen: a Textual app that says one sentence and changes it at a key."""

from __future__ import annotations

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

GREETING = "Hello, bare world"


class Bare(App[None]):
    """One Static, nothing else."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        self.keys = 0
        yield Static(f"{GREETING} 0")

    def on_key(self, event: events.Key) -> None:
        if event.key == "q":
            self.exit()
        self.keys += 1
        self.query_one(Static).update(f"{GREETING} {self.keys}")


if __name__ == "__main__":
    Bare().run()
