"""The phone: bills, people, the feed, and the app of each office."""

from __future__ import annotations

from typing import ClassVar

from scsgame.game.moves import Bet, Enrol, Look, Move, Pay, Withdraw
from scsgame.game.views import BetView, DayView
from scsgame.tongue import Phrase, phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.gauge import bar
from scsgame.ui.paper.look import Look as Wishes
from scsgame.ui.paper.standing import bill_words
from scsgame.ui.paper.words import Gap, Heading, Words
from scsgame.ui.player import Player
from scsgame.ui.screens.day import LIFE
from scsgame.ui.screens.office import office_blocks
from scsgame.ui.screens.page import Page
from scsgame.ui.screens.week import bet_placed
from scsgame.ui.widgets.gauges import SidePanel
from scsgame.ui.widgets.tabs import TabLine

FIRST = (Phrase("phone.bills", "Bills"), Phrase("phone.people", "People"), Phrase("phone.feed", "Feed"))


class PhoneScreen(Page[DayView]):
    """A few pages behind each other. What is done here is a move like any other, and is saved at once."""

    PLACE: ClassVar[str] = "phone"

    def __init__(self, player: Player, view: DayView, page: int = 0) -> None:
        """Open it on this page."""
        super().__init__()
        self.player = player
        self.view = view
        self.page = page
        self.tabs = TabLine()
        self.side = SidePanel()
        self.looked: set[str] = set()

    def above(self) -> tuple[TabLine]:
        """Put the names of the pages under the head."""
        return (self.tabs,)

    def beside(self) -> tuple[SidePanel]:
        """Keep meters and bills in sight, where there is room."""
        return (self.side,)

    def paint(self, keep: bool = False) -> None:
        """Paint the page that is open."""
        view = self.view
        self.side.show(view)
        offices = view.regimes
        first = [str(name.read()) for name in FIRST]
        names = [*first[:-1], str(view.feed_title) or first[-1], *(str(office.title) for office in offices)]
        self.page %= len(names)
        self.masthead.show(
            view.phone_title or phrase("phone.title", "Phone"), phrase("day", "day {day}", day=view.day)
        )
        self.tabs.show(names, self.page)
        look = self.life_app.look
        if self.page < len(FIRST):
            blocks = (bill_blocks, people_blocks, feed_blocks)[self.page](view, look)
        else:
            office = offices[self.page - len(FIRST)]
            bets = view.bets if self.life_app.offers_bets else ()
            bet = next((bet for bet in bets if bet.regime == office.id), None)
            blocks = office_blocks(office, view.day, look, bet)
        self.put(blocks, keep)

    def on_mount(self) -> None:
        """Note the look at an office's app, if it opens on one."""
        super().on_mount()
        self._look()

    def action_left(self) -> None:
        """Turn to the page before."""
        self._turn(self.page - 1)

    def action_right(self) -> None:
        """Turn to the next page."""
        self._turn(self.page + 1)

    def action_turn(self, digit: int) -> None:
        """Turn to the page with this number."""
        if int(digit) <= len(FIRST) + len(self.view.regimes):
            self._turn(int(digit) - 1)

    def on_tab_line_turned(self, event: TabLine.Turned) -> None:
        """Turn to the page that was clicked."""
        self._turn(event.page)

    def _turn(self, page: int) -> None:
        self.page = page
        self.paint()
        self._look()

    def _look(self) -> None:
        """Note that one looks at one's standing: once for each office each time the phone is out."""
        at = self.page - len(FIRST)
        if at < 0 or self.view.ending is not None:
            return
        office = self.view.regimes[at]
        if office.id not in self.looked:
            self.looked.add(office.id)
            self._make(Look(office.id))

    def _make(self, move: Move, said: str = "") -> None:
        view = self.life_app.asked(lambda: self.player.move(move))
        if view is not None:
            self.view = view
            self.paint(keep=True)
            if said:
                self.say(("neutral", said))

    def took(self, key: str) -> None:
        """Pay, join, leave, or write to an office."""
        what, _, which = key.partition(" ")
        match what:
            case "pay":
                self._make(Pay(which), phrase("phone.paid", "Paid."))
            case "enrol":
                self._make(Enrol(which), phrase("phone.joined", "You have joined."))
            case "withdraw":
                self._make(Withdraw(which), phrase("phone.left", "You have left."))
            case "bet":
                bet = next(bet for bet in self.view.bets if bet.regime == which)
                self.life_app.open_bet(bet, lambda move: self._bet(bet, move))
            case "atlas":
                self.life_app.open_system(which)
            case "plead":
                regime, _, redress = which.partition(" ")
                self.life_app.open_plea(self, regime, redress)
            case _:
                self.action_why()

    def _bet(self, on: BetView, move: Bet) -> None:
        self._make(move, bet_placed(on, move.score))

    def pleaded(self, move: Move | None) -> None:
        """Come back from a form; send what was written."""
        if move is not None:
            self._make(move, phrase("phone.sent", "Sent. The answer will come."))

    def action_why(self) -> None:
        """Ask about the line under the cursor, or about the office itself."""
        chosen = self.sheet.chosen
        asks = chosen.asks if chosen is not None else ("", "")
        if not asks[1] and self.page >= len(FIRST):
            office = self.view.regimes[self.page - len(FIRST)]
            asks = (office.id, office.subject)
        self.life_app.open_why(self.player, asks if asks[1] else LIFE)

    def action_back(self) -> None:
        """Put the phone away."""
        self.dismiss(self.view)

    def action_close_phone(self) -> None:
        """Put the phone away."""
        self.dismiss(self.view)


def bill_blocks(view: DayView, look: Wishes) -> list[Block]:
    """Return the bills, each of which can be paid."""
    if not view.bills:
        return [Words(phrase("phone.nothing_to_pay", "Nothing to pay."), "dim", indent=2)]
    money = next((meter for meter in view.meters if meter.id == "money"), None)
    blocks: list[Block] = []
    if money is not None:
        blocks = [
            Words(
                phrase("phone.have", "You have {amount} {unit}.", amount=f"{money.value:,}", unit=money.unit),
                "dim",
                indent=2,
            ),
            Gap(),
        ]
    for bill in view.bills:
        words = bill_words(bill, view)
        note = f"{look.sign('bad')} {words}" if bill.overdue else words
        right = phrase("phone.enter_pays", "Enter pays {amount}", amount=f"{bill.amount:,}")
        blocks += [Entry(f"pay {bill.id}", bill.title, 0, right, ((note, "bad" if bill.overdue else "dim"),)), Gap()]
    return blocks


def people_blocks(view: DayView, look: Wishes) -> list[Block]:
    """Return the people, with how close one is."""
    if not view.people:
        return [Words(phrase("phone.nobody", "Nobody is left here."), "dim", indent=2)]
    blocks: list[Block] = []
    for person in view.people:
        full, empty = bar(person.bond / 100, 10, look)
        blocks.append(Heading(str(person.name), f"{full}{empty} {person.bond:>3}"))
        blocks.append(
            Words(
                phrase("phone.stop", ". ").join(str(part) for part in (person.roles, person.about) if part),
                "dim",
                indent=2,
            )
        )
        blocks.append(Gap())
    return blocks


def feed_blocks(view: DayView, look: Wishes) -> list[Block]:
    """Return the feed, newest first."""
    del look
    if not view.feed:
        return [Words(phrase("phone.nothing_new", "Nothing new."), "dim", indent=2)]
    blocks: list[Block] = []
    for post in sorted(view.feed, key=lambda post: -post.day):
        when = phrase("day", "day {day}", day=post.day)
        blocks += [Heading(str(post.by), when, asks=post.asks), Words(post.text, indent=2), Gap()]
    return blocks
