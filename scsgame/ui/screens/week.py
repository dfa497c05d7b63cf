"""The end of a week: what moved, what one was told, and how one stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from scsgame.game.moves import Bet
from scsgame.game.views import BetView, DayView, RegimeView, WeekView
from scsgame.tongue import phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.course import Course, spark
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.row import Row
from scsgame.ui.paper.standing import bet_day
from scsgame.ui.paper.told import Told
from scsgame.ui.paper.words import Gap, Heading, Words
from scsgame.ui.player import Player
from scsgame.ui.screens.page import Page
from scsgame.ui.themes import Ink


class WeekScreen(Page[DayView]):
    """It comes by itself, so it takes no decision in its first moment. One may bet here on what is made known next."""

    PLACE: ClassVar[str] = "week"
    COMES_BY_ITSELF: ClassVar[bool] = True

    def __init__(self, player: Player, view: DayView, week: WeekView) -> None:
        """Show this week."""
        super().__init__()
        self.player = player
        self.view = view
        self.week = week
        self.placed: list[str] = []

    def paint(self, keep: bool = False) -> None:
        """Paint the page."""
        choices = phrase("week.choices", "{count} {count|choice|choices}", count=self.week.choices)
        self.masthead.show(phrase("week.over", "Week {week} is over", week=self.week.week), choices)
        bets = self.view.bets if self.life_app.offers_bets else ()
        self.put(
            [*week_blocks(self.week, self.view.regimes, self.life_app.look), *bet_blocks(bets, self.placed)], keep
        )

    def took(self, key: str) -> None:
        """Go on, bet, or ask."""
        what, _, which = key.partition(" ")
        bet = next((bet for bet in self.view.bets if what == "bet" and bet.regime == which), None)
        if key == "on":
            self.action_on()
        elif bet is not None:
            self.life_app.open_bet(bet, self.bet)
        else:
            self.action_why()

    def bet(self, move: Bet) -> None:
        """Make a bet, and say that it stands."""
        on = next(bet for bet in self.view.bets if bet.regime == move.regime)
        view = self.life_app.asked(lambda: self.player.move(move))
        if view is not None:
            self.view = view
            self.placed.append(bet_placed(on, move.score))
            self.paint(keep=True)

    def action_on(self) -> None:
        """Go on."""
        self.dismiss(self.view)

    def action_why(self) -> None:
        """Ask of the notice under the cursor, or of the newest."""
        chosen = self.sheet.chosen
        told = [(notice.regime, notice.subject) for notice in self.week.notices if notice.regime]
        asks = chosen.asks if chosen is not None and chosen.asks[1] else told[-1] if told else ("", "life")
        self.life_app.open_why(self.player, asks)


def week_blocks(week: WeekView, offices: tuple[RegimeView, ...], look: Look) -> list[Block]:
    """Return the meters before and after, the standings with small courses, the doors and the notices."""
    blocks: list[Block] = [Heading(phrase("week.moved", "What moved"))]
    arrow = look.sign("to")
    for title, before, after in week.meters:
        change = after - before
        ink: Ink = "dim" if not change else "accent"
        words = f"{before:,} {arrow} {after:,}" if change else f"{after:,}"
        blocks.append(Row(f"{change:+,}" if change else look.sign("neutral"), title, words, ink))
    if week.standings:
        blocks += [Gap(), Heading(phrase("office.stand", "Where you stand"))]
        courses = {str(office.title): office.course for office in offices}
        for title, words, asks in week.standings:
            points = courses.get(str(title), ())
            values = tuple(value for _, value in points)[-12:]
            small = f" {spark(values, look)}" if len(values) > 2 else ""
            blocks.append(Row("", title, f"{words}{small}", "plain", 1, asks=asks))
        blocks += [
            Course(tuple(points[-40:]), 4, title)
            for title, points in courses.items()
            if len(points) > 2 and len(courses) == 1
        ]
    if week.doors:
        blocks += [Gap(), Heading(phrase("week.doors", "Doors"))]
        blocks += [Row("", title, state, "plain", 1, asks=asks) for title, state, asks in week.doors]
    if week.notices:
        blocks += [Gap(), Heading(phrase("week.told", "What you were told"))]
        blocks += [Told(notice, day=True) for notice in week.notices]
    else:
        blocks += [Gap(), Words(phrase("week.nothing", "Nobody told you anything."), "dim", indent=2)]
    return [*blocks, Gap(), Entry("on", phrase("go_on", "Go on"), 1)]


def bet_blocks(bets: Sequence[BetView], placed: Sequence[str]) -> list[Block]:
    """Return the bets that could be made, below the way on, and those just made."""
    blocks: list[Block] = [Words(words, "dim", indent=4) for words in placed]
    blocks += [bet_entry(bet, number) for number, bet in enumerate(bets, 2)]
    return blocks


def bet_entry(bet: BetView, number: int = 0) -> Entry:
    """Return a line by which to bet on a score."""
    text = phrase("bet.entry", "Bet on {regime} for {day}", regime=bet.title, day=bet_day(bet))
    now = phrase("bet.now", "now {score}", score=bet.now) if bet.now is not None else ""
    return Entry(f"bet {bet.regime}", text, number, now, asks=(bet.regime, "regime"))


def bet_placed(bet: BetView, score: str) -> str:
    """Say that a bet stands."""
    return phrase("bet.placed", "{regime}: you bet on {score} for {day}.", regime=bet.title, score=score,
                  day=bet_day(bet))  # fmt: skip
