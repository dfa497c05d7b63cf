"""What a page scrolls in. It tells the key bar whether there is more below."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.message import Message


class Scroller(VerticalScroll, can_focus=False):
    """A scrolled column that says when there is more to read."""

    class Read(Message):
        """The page was read on, or has grown."""

        def __init__(self, more: bool) -> None:
            """Keep whether there is more below."""
            super().__init__()
            self.more = more

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say how far it is read."""
        super().watch_scroll_y(old_value, new_value)
        self.tell()

    def watch_virtual_size(self) -> None:
        """Say so too when the page has grown or shrunk."""
        self.call_after_refresh(self.tell)

    def on_resize(self) -> None:
        """Say so too when the window on it has."""
        self.call_after_refresh(self.tell)

    def tell(self) -> None:
        """Say whether there is more below."""
        self.post_message(self.Read(self.scroll_offset.y < self.max_scroll_y))
