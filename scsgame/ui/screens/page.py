"""What all screens share: a head, a scrolled sheet, a key bar, and a kind word where there is too little room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import Worker, WorkerState, get_current_worker

from scsgame.debrief.heed import CalledOff
from scsgame.game.views import Tone
from scsgame.tongue import phrase
from scsgame.ui.commands import Command, bar, bindings, commands
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.look import Look
from scsgame.ui.themes import title_of
from scsgame.ui.widgets.herald import Herald
from scsgame.ui.widgets.keybar import Keybar
from scsgame.ui.widgets.masthead import Masthead
from scsgame.ui.widgets.scroller import Scroller
from scsgame.ui.widgets.sheet import Sheet
from scsgame.ui.widgets.toosmall import LEAST, TooSmall

if TYPE_CHECKING:
    from scsgame.debrief.heed import Heed
    from scsgame.ui.app import LifeApp

T = TypeVar("T")
Found = TypeVar("Found")

GRACE = 0.4
"""For so many seconds a page that came by itself takes no decision: the key was meant for the page before."""

WIDE = 100
"""From so many columns on there is a side panel."""

DECISIVE = ("take", "number", "on", "back", "debrief", "quit")


class Page(Screen[T]):
    """A screen of ours. `PLACE` says which commands work on it."""

    PLACE: ClassVar[str] = ""
    AUTO_FOCUS: ClassVar[str | None] = "#sheet"
    BINDINGS: ClassVar[list[BindingType]] = []
    COMES_BY_ITSELF: ClassVar[bool] = False

    def __init_subclass__(cls, **kwargs: object) -> None:
        """Give each screen the keys of its place."""
        if "PLACE" in cls.__dict__:
            cls.BINDINGS = list(bindings(cls.PLACE))
        super().__init_subclass__(**kwargs)  # type: ignore[arg-type]

    def __init__(self) -> None:
        """Stand ready, with nothing on it yet."""
        super().__init__()
        self.masthead = Masthead()
        self.sheet = Sheet()
        self.scroller = Scroller(self.sheet, id="scroller")
        self.keybar = Keybar(bar(self.PLACE))
        self.herald = Herald()
        self.small = TooSmall()
        self._since = 0.0
        self._painted = Look()
        self._working: Worker[Any] | None = None
        self._then: Callable[[Any], None] = lambda _: None

    @property
    def life_app(self) -> LifeApp:
        """Return the app, by its own type."""
        return cast("LifeApp", self.app)

    def compose(self) -> ComposeResult:
        """Put the page together, with everything on it from its first frame on."""
        self.fit(self.app.size)
        self._painted = self.life_app.look
        self.paint()
        with Vertical(id="body", classes=f"-{self.PLACE}"):
            yield self.masthead
            yield from self.above()
            with Horizontal(id="columns"):
                yield self.scroller
                yield from self.beside()
            yield self.herald
            yield self.keybar
        yield self.small

    def above(self) -> Iterable[Widget]:
        """Return what stands between the head and the sheet."""
        return ()

    def beside(self) -> Iterable[Widget]:
        """Return what stands beside the sheet."""
        return ()

    def on_mount(self) -> None:
        """Note when it came."""
        self._since = monotonic()
        self.call_after_refresh(self.scroller.tell)

    def paint(self) -> None:
        """Fill the page; each screen says with what."""

    def put(self, blocks: Iterable[Block], keep: bool = False) -> None:
        """Show these blocks on the sheet."""
        self.sheet.show(blocks, keep)
        if self.is_mounted:
            self.call_after_refresh(self.scroller.tell)

    def say(self, *sayings: tuple[Tone, str]) -> None:
        """Let the herald say something."""
        self.herald.say(*sayings)

    def work_out(self, tell: Callable[[Heed], Found], then: Callable[[Found], None]) -> None:
        """Work something out beside the screen, one thing at a time, and show it then; asking for another, or leaving, calls it off."""

        def worked_out() -> Found:
            worker = get_current_worker()

            def heed() -> None:
                if worker.is_cancelled:
                    raise CalledOff

            with self.life_app.bench:
                heed()
                return tell(heed)

        self._then = then
        self._working = self.run_worker(worked_out, exclusive=True, thread=True)

    def call_off(self) -> bool:
        """Call off what is being worked out, and say whether anything was."""
        busy = self._working is not None and not self._working.is_finished
        if busy and self._working is not None:
            self._working.cancel()
        return busy

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what has been worked out, if it is still what was asked for last."""
        if event.worker is self._working and event.state is WorkerState.SUCCESS:
            self._then(event.worker.result)

    def look_changed(self) -> None:
        """Draw everything anew, because theme or signs have changed."""
        self._painted = self.life_app.look
        self.set_class(self._painted.ascii, "-ascii")
        for drawn in (self.masthead, self.sheet, self.keybar, self.herald, self.small, *self.above(), *self.beside()):
            redraw = getattr(drawn, "redraw", None)
            if redraw is not None:
                redraw(layout=True)

    def on_descendant_focus(self) -> None:
        """Let the key bar name the keys that work where one writes."""
        self.keybar.write(self.focused is not None and self.focused is not self.sheet)

    def on_screen_resume(self) -> None:
        """Come back as the player wants it drawn by now."""
        if self._painted != self.life_app.look:
            self.look_changed()

    def on_resize(self, event: events.Resize) -> None:
        """Choose the arrangement for this size."""
        self.fit(event.size)
        self.call_after_refresh(self._settle)

    def fit(self, size: Size) -> None:
        """Choose the arrangement for a size: too small, one column, or with a side panel."""
        self.set_class(size.width < LEAST[0] or size.height < LEAST[1], "-tiny")
        self.set_class(size.width >= WIDE, "-wide")
        self.set_class(self.life_app.look.ascii, "-ascii")

    def _settle(self) -> None:
        if self.sheet.cursor >= 0 and self.scroller.scroll_offset.y > 0:
            self.sheet.reveal()
        self.scroller.tell()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse decisions on a page that has only just come by itself, and everything where there is no room."""
        del parameters
        if action in DECISIVE and self.in_grace:
            return False
        return not (self.has_class("-tiny") and action not in ("quit", "focus_next", "focus_previous"))

    @property
    def open(self) -> bool:
        """Say whether the page still lies on the pile of pages, on top or under another one."""
        return self in self.app.screen_stack

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close the page, once: a second press that was on its way already closes nothing else."""
        return super().dismiss(result) if self.open else AwaitComplete()

    @property
    def in_grace(self) -> bool:
        """Say whether the page came by itself a moment ago."""
        return self.COMES_BY_ITSELF and monotonic() - self._since < GRACE

    @on(Scroller.Read)
    def _read_on(self, event: Scroller.Read) -> None:
        self.keybar.tell_more(event.more)

    @on(Keybar.Pressed)
    async def _pressed(self, event: Keybar.Pressed) -> None:
        await self.do(event.command)

    @on(Sheet.Taken)
    def _taken(self, event: Sheet.Taken) -> None:
        if self.open and not self.in_grace and not self.has_class("-tiny"):
            self.took(event.key)

    def took(self, key: str) -> None:
        """Do what taking a line means; each screen says what."""

    async def do(self, command: Command) -> None:
        """Do a command, from wherever it was asked."""
        if command in commands(self.PLACE):
            await self.run_action(command.id)

    def action_back(self) -> None:
        """Close this page."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Show every key."""
        self.life_app.open_help(self.PLACE)

    def action_palette(self) -> None:
        """List the commands."""
        self.life_app.open_palette(self)

    def action_theme(self) -> None:
        """Take the next theme."""
        self.say(
            ("neutral", phrase("settings.theme_now", "Colours: {name}", name=title_of(self.life_app.next_theme())))
        )

    def action_quit(self) -> None:
        """Ask whether to leave."""
        self.life_app.open_leave()
