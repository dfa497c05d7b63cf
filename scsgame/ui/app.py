"""The app: it holds the house and the player, opens screens, and hands finished views to them. It decides nothing."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from secrets import randbelow
from threading import Lock
from typing import ClassVar

from textual.dom import DOMNode
from textual.events import Event
from textual.filter import Monochrome, NoColor
from textual.screen import Screen
from textual.scrollbar import ScrollBar

from scsgame.tongue import phrase, speak
from scsgame.ui.leaving import watch_for_the_end
from scsgame.ui.paper.look import Look
from scsgame.ui.player import House, Player, Rehearsed
from scsgame.ui.screens.day import DayScreen
from scsgame.ui.screens.page import Page
from scsgame.ui.screens.title import TitleScreen
from scsgame.ui.themes import NAMES, THEMES
from scsgame.ui.ways import Ways


class LifeApp(Ways):
    """The game on a screen. What it returns is one sentence to print when it is over."""

    CSS_PATH = "scsgame.tcss"
    TITLE = "scsgame"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    PAUSE_GC_ON_SCROLL: ClassVar[bool] = True

    def __init__(
        self, house: House, player: Player | None = None, seed: Callable[[], str] | None = None, language: str = "",
        first: str = "",
    ) -> None:  # fmt: skip
        """Open this house, and this life at once if there is one, in this language or in the one that is set.

        `first` is said when it opens.
        """
        super().__init__()
        self.house = house
        self.player = player
        self.first = first
        self.fresh_seed = seed or (lambda: str(100_000 + randbelow(900_000)))
        self.weeks_seen: set[int] = set()
        self.bench = Lock()
        for theme in THEMES:
            self.register_theme(theme)
        settings = house.load_settings()
        name = str(settings.get("theme") or NAMES[0])
        self.language = language or str(settings.get("language") or "en")
        speak(self.language)
        self.look = Look(
            ascii=settings.get("ascii") is True,
            colourless=self.no_color,
            still=settings.get("reduced_motion") is True,
            theme=name if name in NAMES else NAMES[0],
            language=self.language,
        )
        if self.no_color:
            self._filters = [*(kept for kept in self._filters if not isinstance(kept, Monochrome)), NoColor()]
        self.theme = self.look.theme
        self.offers_bets = settings.get("bets") is not False

    def get_default_screen(self) -> Screen[None]:
        """Begin with the title, or with the life that was asked for: nothing else is painted before it."""
        return TitleScreen() if self.player is None else self._day_of(self.player)

    def on_mount(self) -> None:
        """See to it that the game ends when the terminal does."""
        watch_for_the_end(self)

    def on_ready(self) -> None:
        """Take the collector up again, which a start does without; what is loaded by now stays loaded."""
        gc.freeze()
        gc.enable()
        if self.first and isinstance(self.screen, Page):
            self.screen.say(("neutral", self.first))

    async def _broker_event(self, event_name: str, event: Event, default_namespace: DOMNode) -> bool:
        """Let no text carry an action: only the scroll bars, which draw themselves, may."""
        if not isinstance(default_namespace, ScrollBar):
            return False
        return await super()._broker_event(event_name, event, default_namespace)

    def play(self, player: Player) -> None:
        """Live this life."""
        self.player = player
        self.push_screen(self._day_of(player))

    def _day_of(self, player: Player) -> DayScreen:
        """Return the page of its day; the end of a week that was seen before it was left is not shown again."""
        week = player.view().week_end
        self.weeks_seen = {week.week} if week is not None else set()
        if isinstance(player, Rehearsed):
            from scsgame.ui.screens.rehearsal import RehearsalScreen

            return RehearsalScreen(player)
        return DayScreen(player)

    def resume(self, file: str) -> None:
        """Take up a saved life."""
        player = self.asked(lambda: self.house.resume(file))
        if player is not None:
            self.play(player)

    def begin(
        self, life: str, regimes: Sequence[str], shows: str, values: Sequence[str], seed: str, name: str,
        switched: tuple[Sequence[str], Sequence[str]] = ((), ()),
    ) -> None:  # fmt: skip
        """Begin a new life; `switched` are the parts that are off, and those that are on though they usually are not."""
        player = self.asked(lambda: self.house.new(life, regimes, shows, values, seed, name, switched=switched))
        if player is not None:
            self.pop_screen()
            self.play(player)

    def first_sight(self, week: int) -> bool:
        """Say whether the end of this week has not been shown yet, and remember that it is shown now."""
        new = week not in self.weeks_seen
        self.weeks_seen.add(week)
        return new

    def to_title(self) -> None:
        """Close the life and everything that is open over the title."""
        self._let_go()
        while len(self.screen_stack) > 1 and not isinstance(self.screen, TitleScreen):
            self.pop_screen()
        if not isinstance(self.screen, TitleScreen):
            self.push_screen(TitleScreen())

    def leave(self) -> None:
        """End the game, and say that everything is saved."""
        from scsgame.session.calling import called

        words = (
            phrase(
                "app.saved",
                "Saved as “{name}”. Take it up again with: {called} resume",
                name=self.player.name,
                called=called(),
            )
            if self.player and self.player.kept
            else phrase("app.not_kept", "This life was not saved.")
            if self.player
            else ""
        )
        self._let_go()
        self.exit(words)

    async def action_quit(self) -> None:
        """Leave at once, as ctrl+q does everywhere."""
        self.leave()

    def action_help_quit(self) -> None:
        """Ask whether to leave, where somebody presses ctrl+c."""
        if isinstance(self.screen, Page):
            self.screen.action_quit()

    def _let_go(self) -> None:
        if self.player is not None:
            self.player.close()
            self.player = None

    def next_theme(self) -> str:
        """Take the next theme, keep it, and return its name."""
        name = NAMES[(NAMES.index(self.look.theme) + 1) % len(NAMES)]
        self.wish(theme=name)
        return name

    def wish(self, theme: str | None = None, still: bool | None = None, plain: bool | None = None) -> None:
        """Draw things differently from now on, and keep that."""
        look = self.look
        self.look = look._replace(
            theme=look.theme if theme is None else theme,
            still=look.still if still is None else still,
            ascii=look.ascii if plain is None else plain,
        )
        self.theme = self.look.theme
        if isinstance(self.screen, Page):
            self.screen.look_changed()
        self._keep({"theme": self.look.theme, "reduced_motion": self.look.still, "ascii": self.look.ascii})

    def offer_bets(self, wanted: bool) -> None:
        """Offer bets on scores from now on, or no longer; keep that."""
        self.offers_bets = wanted
        self._keep({"bets": wanted})

    def speak(self, language: str) -> None:
        """Speak this language from now on; content is read in it from the next life on."""
        self.language = language
        speak(language)
        self.house.speak(language)
        self.look = self.look._replace(language=language)
        if isinstance(self.screen, Page):
            self.screen.look_changed()
        self._keep({"language": language})

    def _keep(self, settings: Mapping[str, object]) -> None:
        self.asked(lambda: self.house.save_settings(settings))


def play(house: House, player: Player | None = None, language: str = "", first: str = "") -> str:
    """Run the game until it is left, saying `first` at once; return a sentence to print afterwards, or ""."""
    return LifeApp(house, player, language=language, first=first).run() or ""
