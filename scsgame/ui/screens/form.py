"""A new life, filled in like a form: which life, under whom, how much is shown, which values, which luck."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from scsgame.terms import Safe, safe
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.entry import Entry, Notes
from scsgame.ui.paper.words import Gap, Words
from scsgame.ui.player import Item, Pickable
from scsgame.ui.screens.page import Page
from scsgame.ui.screens.pick import PickScreen

SHOWS = (
    Item("as_is", Safe("as the system has it"), Safe("What the real one tells, and no more.")),
    Item("visible", Safe("always visible"), Safe("Every number, whatever the real one does.")),
    Item("tier", Safe("the tier only"), Safe("A word for where you stand, never the number.")),
    Item("hidden", Safe("hidden"), Safe("It judges you. You are not told how.")),
)


class FormScreen(Page[None]):
    """The form. Everything has a first value but the values one holds."""

    PLACE: ClassVar[str] = "form"

    def __init__(self, seed: str) -> None:
        """Begin with the first life, the first system, and this seed."""
        super().__init__()
        self.seed = seed
        self.who = "Me"
        self.shows = "as_is"
        self.held: tuple[str, ...] = ()
        self.life = ""
        self.under: tuple[str, ...] = ()

    def paint(self, keep: bool = False) -> None:
        """Show the form as it is filled in by now."""
        house = self.life_app.house
        lives, regimes = list(house.lives()), list(house.regimes())
        self.life = self.life or (lives[0].id if lives else "")
        self.under = self.under or tuple(regime.id for regime in regimes[:1])
        self.values, self.pick = house.values(self.life) if self.life else ((), 0)
        ready = bool(self.life) and len(self.held) == self.pick
        self.masthead.show("A new life")
        missing = f"pick {self.pick}"
        begin = "" if ready else f"Pick the {self.pick} values you hold first."
        under = titles(regimes, self.under) or "none"
        one = under if len(self.under) < 2 else f"{len(self.under)} at once"
        several: Notes = ((under, "dim"),) if len(self.under) > 1 else ()
        blocks: list[Block] = [
            Words("Everything here can be left as it is, but your values are yours to pick.", "dim", indent=2),
            Gap(),
            Entry("life", "Whose life", 1, titles(lives, (self.life,)), leader=True),
            Gap(),
            Entry("under", "Under which systems", 2, one, leader=True, notes=several),
            Gap(),
            Entry("shows", "What you are shown", 3, titles(SHOWS, (self.shows,)), leader=True),
            Gap(),
            Entry("held", "The values you hold", 4, titles(self.values, self.held) or missing, leader=True),
            Gap(),
            Entry("who", "Your name", 5, self.who, leader=True),
            Gap(),
            Entry("seed", "Luck (same seed, same luck)", 6, self.seed, leader=True),
            Gap(),
            Entry("begin", "Begin", 7, open=ready, notes=((begin, "dim"),) if begin else ()),
        ]
        self.put(blocks, keep)

    def took(self, key: str) -> None:
        """Open the page for one line of the form, or begin."""
        house = self.life_app.house
        match key:
            case "life":
                self._pick("life", PickScreen("Whose life", house.lives(), (self.life,)))
            case "under":
                regimes = house.regimes()
                saying = "One system, or several at once: each judges the same acts by its own rules."
                self._pick("under", PickScreen("Under which systems", regimes, self.under, 1, len(regimes), saying))
            case "shows":
                self._pick("shows", PickScreen("What you are shown", SHOWS, (self.shows,)))
            case "held":
                saying = f"Pick {self.pick}. How far you live by them is a meter of its own."
                self._pick(
                    "held", PickScreen("The values you hold", self.values, self.held, self.pick, self.pick, saying)
                )
            case "who":
                self._ask("who", "Your name", self.who, 40)
            case "seed":
                self._ask("seed", "Luck: any word or number", self.seed, 40)
            case "begin" if len(self.held) == self.pick:
                self.life_app.begin(self.life, self.under, self.shows, self.held, self.seed, self.who)

    def _pick(self, field: str, screen: PickScreen) -> None:
        def picked(ids: tuple[str, ...] | None) -> None:
            if not ids:
                return
            if field == "life" and ids[0] != self.life:
                self.held = ()
            setattr(self, field, ids if field in ("under", "held") else ids[0])
            self.paint(keep=True)

        self.app.push_screen(screen, picked)

    def _ask(self, field: str, question: str, value: str, most: int) -> None:
        from scsgame.ui.screens.ask import AskScreen

        def answered(words: str | None) -> None:
            if words and words.strip():
                setattr(self, field, str(safe(words.strip())))
                self.paint(keep=True)

        done: Callable[[str | None], None] = answered
        self.app.push_screen(AskScreen(question, value, most), done)


def titles(items: Sequence[Pickable], ids: Sequence[str]) -> str:
    """Return the titles of these ids, in a row."""
    return ", ".join(str(item.title) for item in items if item.id in ids)
