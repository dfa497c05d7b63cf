"""A new life, filled in like a form: which life, under whom, how much is shown, which values, which luck."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from scsgame.session.items import FIRST
from scsgame.terms import safe
from scsgame.tongue import Phrase, phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.entry import Entry, Notes
from scsgame.ui.paper.words import Gap, Words
from scsgame.ui.player import Item, Pickable, Switchable
from scsgame.ui.screens.page import Page
from scsgame.ui.screens.parts import Turned, parts_screen, turned, usual
from scsgame.ui.screens.pick import PickScreen

SHOWS = (
    ("as_is", Phrase("shows.as_is", "as the system has it"),
     Phrase("shows.as_is_about", "What the real one tells, and no more.")),
    ("visible", Phrase("shows.visible", "always visible"),
     Phrase("shows.visible_about", "Every number, whatever the real one does.")),
    ("tier", Phrase("shows.tier", "the tier only"),
     Phrase("shows.tier_about", "A word for where you stand, never the number.")),
    ("hidden", Phrase("shows.hidden", "hidden"),
     Phrase("shows.hidden_about", "It judges you. You are not told how.")),
)  # fmt: skip


def shows() -> tuple[Item, ...]:
    """Return how much of a score can be shown."""
    return tuple(Item(name, title.read(), about.read()) for name, title, about in SHOWS)


class FormScreen(Page[None]):
    """The form. Everything has a first value but the values one holds."""

    PLACE: ClassVar[str] = "form"

    def __init__(self, seed: str, life: str = "", under: Sequence[str] = ()) -> None:
        """Begin with this life, or the first; these systems, or the first; and this seed."""
        super().__init__()
        self.seed = seed
        self.who = str(phrase("form.me", "Me"))
        self.shows = "as_is"
        self.held: tuple[str, ...] = ()
        self.life = life
        self.under = tuple(under)
        self.there: tuple[str, ...] | None = None

    def paint(self, keep: bool = False) -> None:
        """Show the form as it is filled in by now."""
        house = self.life_app.house
        lives = list(house.lives())
        self.life = self.life or first(lives, next(iter(FIRST)))
        regimes = list(house.regimes(self.life))
        self.under = self.under or tuple(filter(None, (first(regimes, FIRST.get(self.life, "")),)))
        self.values, self.pick = house.values(self.life) if self.life else ((), 0)
        ready = bool(self.life) and len(self.held) == self.pick
        self.masthead.show(phrase("form.head", "A new life"))
        missing = phrase("form.pick", "pick {count}", count=self.pick)
        begin = "" if ready else phrase("form.pick_first", "Pick the {count} values you hold first.", count=self.pick)
        under = titles(regimes, self.under) or phrase("form.none", "none")
        one = under if len(self.under) < 2 else phrase("form.at_once", "{count} at once", count=len(self.under))
        several: Notes = ((under, "dim"),) if len(self.under) > 1 else ()
        parts = house.parts(self.under)
        switches: list[Block] = []
        if parts:
            switches = [self.switches(parts), Gap()]
        next_one = 4 if parts else 3
        blocks: list[Block] = [
            Words(
                phrase("form.about", "Everything here can be left as it is, but your values are yours to pick."),
                "dim",
                indent=2,
            ),
            Gap(),
            Entry("life", phrase("form.life", "Whose life"), 1, titles(lives, (self.life,)), leader=True),
            Gap(),
            Entry("under", phrase("form.under", "Under which systems"), 2, one, leader=True, notes=several),
            Gap(),
            *switches,
            Entry(
                "shows",
                phrase("form.shows", "What you are shown"),
                next_one,
                titles(shows(), (self.shows,)),
                leader=True,
            ),
            Gap(),
            Entry(
                "held",
                phrase("form.held", "The values you hold"),
                next_one + 1,
                titles(self.values, self.held) or missing,
                leader=True,
            ),
            Gap(),
            Entry("who", phrase("form.who", "Your name"), next_one + 2, self.who, leader=True),
            Gap(),
            Entry("seed", phrase("form.luck", "Luck (same seed, same luck)"), next_one + 3, self.seed, leader=True),
            Gap(),
            Entry(
                "begin",
                phrase("form.begin", "Begin"),
                next_one + 4,
                open=ready,
                notes=((begin, "dim"),) if begin else (),
            ),
        ]
        self.put(blocks, keep)

    def took(self, key: str) -> None:
        """Open the page for one line of the form, or begin."""
        house = self.life_app.house
        match key:
            case "life":
                self._pick("life", PickScreen(phrase("form.life", "Whose life"), house.lives(), (self.life,)))
            case "under":
                regimes = house.regimes(self.life)
                saying = phrase(
                    "form.several", "One system, or several at once: each judges the same acts by its own rules."
                )
                self._pick(
                    "under",
                    PickScreen(
                        phrase("form.under", "Under which systems"), regimes, self.under, 1, len(regimes), saying
                    ),
                )
            case "there":
                parts = house.parts(self.under)
                self._pick("there", parts_screen(parts, self.on(parts)))
            case "shows":
                self._pick("shows", PickScreen(phrase("form.shows", "What you are shown"), shows(), (self.shows,)))
            case "held":
                saying = phrase(
                    "form.values", "Pick {count}. How far you live by them is a meter of its own.", count=self.pick
                )
                self._pick(
                    "held",
                    PickScreen(
                        phrase("form.held", "The values you hold"),
                        self.values,
                        self.held,
                        self.pick,
                        self.pick,
                        saying,
                    ),
                )
            case "who":
                self._ask("who", phrase("form.who", "Your name"), self.who, 40)
            case "seed":
                self._ask("seed", phrase("form.seed", "Luck: any word or number"), self.seed, 40)
            case "begin" if len(self.held) == self.pick:
                self.life_app.begin(
                    self.life, self.under, self.shows, self.held, self.seed, self.who,
                    self.switched(house.parts(self.under)),
                )  # fmt: skip

    def on(self, parts: Sequence[Switchable]) -> tuple[str, ...]:
        """Return the parts that are on: those the player ticked, or those that usually are."""
        return usual(parts) if self.there is None else self.there

    def switched(self, parts: Sequence[Switchable]) -> Turned:
        """Return the parts that are off though they usually are on, and the other way round."""
        return turned(parts, self.on(parts))

    def switches(self, parts: Sequence[Switchable]) -> Entry:
        """Return the line that says which parts are not as they usually are."""
        off, on = self.switched(parts)
        said = []
        if off:
            said.append(phrase("form.parts_off", "without {parts}", parts=titles(parts, off)))
        if on:
            said.append(phrase("form.parts_on", "with {parts}", parts=titles(parts, on)))
        count = len(off) + len(on)
        right = (
            phrase("form.parts_switched", "{count} switched", count=count)
            if count
            else phrase("form.parts_usual", "as usual")
        )
        notes: Notes = ((phrase("comma", ", ").join(said), "dim"),) if said else ()
        return Entry("there", phrase("form.parts", "Parts of it that are on"), 3, right, leader=True, notes=notes)

    def _pick(self, field: str, screen: PickScreen) -> None:
        def picked(ids: tuple[str, ...] | None) -> None:
            if ids is None or (not ids and field != "there"):
                return
            if field == "under" and ids != self.under:
                self.there = None
            if field == "life" and ids[0] != self.life:
                self.held, self.under, self.there = (), (), None
            setattr(self, field, ids if field in ("under", "held", "there") else ids[0])
            self.paint(keep=True)

        screen.keeps = True
        self.app.push_screen(screen, picked)

    def _ask(self, field: str, question: str, value: str, most: int) -> None:
        from scsgame.ui.screens.ask import AskScreen

        def answered(words: str | None) -> None:
            if words and words.strip():
                setattr(self, field, str(safe(words.strip())))
                self.paint(keep=True)

        done: Callable[[str | None], None] = answered
        self.app.push_screen(AskScreen(question, value, most), done)


def first(items: Sequence[Pickable], wanted: str) -> str:
    """Return what a newcomer is offered: the wanted one where it is there, else the first, else nothing."""
    ids = [item.id for item in items]
    return wanted if wanted in ids else ids[0] if ids else ""


def titles(items: Sequence[Pickable], ids: Sequence[str]) -> str:
    """Return the titles of these ids, in a row."""
    return phrase("comma", ", ").join(str(item.title) for item in items if item.id in ids)
