"""The day: what the last choice led to, the scene on the table, and the numbered ways on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.geometry import Size
from textual.widget import Widget

from scsgame.game.moves import Choose, Move
from scsgame.game.views import DayView, MeasureView, OfferView, ResultView, Tone
from scsgame.tongue import phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.lines import Run
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.standing import head_words
from scsgame.ui.paper.told import Told
from scsgame.ui.paper.words import Gap, Heading, Words
from scsgame.ui.player import Player
from scsgame.ui.screens.page import WIDE, Page
from scsgame.ui.themes import Ink
from scsgame.ui.widgets.gauges import SidePanel
from scsgame.ui.widgets.strip import DayStrip

ROOMY = 34
"""From so many rows on there is air between the lines."""

LIFE = ("", "life")
"""What to ask about where there is nothing else: the life itself, which is made up."""


class DayScreen(Page[None]):
    """One day of a life. It paints a view, and hands the choice to the player."""

    PLACE: ClassVar[str] = "day"

    def __init__(self, player: Player) -> None:
        """Stand before this life."""
        super().__init__()
        self.player = player
        self.view = player.view()
        self.strip = DayStrip()
        self.side = SidePanel()
        self.result = self.view.last
        self.roomy = False

    def above(self) -> Iterable[Widget]:
        """Put the strip under the head, for screens without a side panel."""
        return (self.strip,)

    def beside(self) -> Iterable[Widget]:
        """Put the side panel beside the scene, where there is room."""
        return (self.side,)

    def fit(self, size: Size) -> None:
        """Choose between strip and side panel."""
        super().fit(size)
        if self.masthead.ruled != (size.width >= WIDE):
            self.masthead.ruled = size.width >= WIDE
            self.masthead.redraw(layout=True)
        if self.roomy != (size.height >= ROOMY):
            self.roomy = size.height >= ROOMY
            if self.is_mounted:
                self.paint(keep=True)

    def paint(self, keep: bool = False) -> None:
        """Paint the view."""
        view = self.view
        self.masthead.show(str(view.life), head_words(view))
        self.keybar.call("phone", view.phone_title)
        self.strip.show(view)
        self.side.show(view)
        self.put(day_blocks(view, self.result, self.life_app.look, self.roomy), keep)

    def on_mount(self) -> None:
        """Show what came to an end."""
        super().on_mount()
        self.call_after_refresh(self._what_comes_by_itself)

    def took(self, key: str) -> None:
        """Make the choice that was taken."""
        chosen = self.sheet.chosen
        if chosen is None or not key:
            self.action_why()
        elif chosen.key != key:
            return  # a quick second press, meant for the scene before
        elif isinstance(chosen, Entry) and not chosen.open:
            why = chosen.notes[0][0] if chosen.notes else phrase("day.closed", "closed")
            self.say(("neutral", phrase("day.can_not", "You cannot do that: {why}.", why=why)))
        elif self.view.scene is not None:
            self.make(Choose(self.view.scene.id, key))

    def make(self, move: Move) -> None:
        """Let the player make a move, and paint what comes back."""
        view = self.life_app.asked(lambda: self.player.move(move))
        if view is not None:
            self.come(view)

    def come(self, view: DayView) -> None:
        """Paint the next view; say which doors have opened or closed."""
        before, self.view, self.result = self.view, view, view.last
        self.paint()
        self.say(*doors_between(before, view))
        self._what_comes_by_itself()

    def returned(self, view: DayView) -> None:
        """Come back from the phone: the scene is the same, and so is what led to it."""
        self.view = view
        self.paint(keep=True)

    def _what_comes_by_itself(self) -> None:
        if self.view.week_end is not None and self.life_app.first_sight(self.view.week_end.week):
            self.life_app.open_week(self, self.view)
        elif self.view.ending is not None:
            self.life_app.open_ending(self.player, self.view)

    def week_seen(self, view: DayView | None = None) -> None:
        """Go on after the end of a week; a bet may have been made on its page."""
        if view is not None:
            self.returned(view)
        if self.view.ending is not None:
            self.life_app.open_ending(self.player, self.view)

    def action_phone(self) -> None:
        """Open the phone."""
        self.life_app.open_phone(self)

    def action_why(self) -> None:
        """Ask of the line under the cursor, or of the newest notice, or of who sent this scene."""
        chosen = self.sheet.chosen
        asks = chosen.asks if chosen is not None and chosen.asks[1] else newest(self.result)
        if not asks[1] and self.view.scene is not None:
            asks = self.view.scene.asks
        self.life_app.open_why(self.player, asks if asks[1] else LIFE)

    def action_undo(self) -> None:
        """Take back the last move."""
        if not self.player.may_undo:
            self.say(("neutral", phrase("day.no_undo", "There is nothing that could be taken back.")))
            return
        view = self.life_app.asked(self.player.undo)
        if view is not None:
            self.view, self.result = view, view.last
            self.paint()
            remembered = phrase("day.undone", "Taken back. The save remembers that you did.")
            undone = remembered if self.player.kept else phrase("plain.undone", "Taken back.")
            self.say(("neutral", undone))


def day_blocks(view: DayView, result: ResultView | None, look: Look, roomy: bool = False) -> list[Block]:
    """Return the page of a day: what was, what is, what can be done; `roomy` puts air between them."""
    air: list[Block] = [Gap()] if roomy else []
    blocks: list[Block] = []
    if result is not None:
        blocks += result_blocks(result, look, air)
    scene = view.scene
    if scene is None:
        return blocks
    if blocks:
        blocks += [Gap(), *air]
    blocks += [
        Heading(scene.place or phrase("day.now", "Now"), scene.from_regime, "title"),
        *air,
        Words(scene.text),
        Gap(),
    ]
    for offer in scene.offers:
        blocks += [offer_entry(offer, view), *air]
    return blocks


def result_blocks(result: ResultView, look: Look, air: Sequence[Block] = ()) -> list[Block]:
    """Return what the last move led to: the words, the changes, what one was told."""
    blocks: list[Block] = []
    if result.chosen:
        blocks.append(Words(result.chosen, "dim", lead=Run(f"{look.sign('to')} ", "dim")))
    if result.text:
        blocks += [Words(result.text), *air]
    changes = "   ".join(f"{title} {amount:+,}" for title, amount in result.changes)
    if changes:
        blocks += [Words(changes, "accent"), *air]
    blocks += [Told(notice) for notice in result.notices]
    if result.nights > 1:
        blocks.append(Words(phrase("day.nights", "{count} nights pass.", count=result.nights), "dim"))
    return blocks


def offer_entry(offer: OfferView, view: DayView) -> Entry:
    """Return one numbered way on, with its price, and by what it is eased or closed."""
    notes: list[tuple[str, Ink]] = []
    right = ""
    if offer.usual or offer.price:
        price = f"{offer.price:,}"
        right = (
            phrase("offer.price", "{price} {unit}", price=price, unit=view.unit).strip()
            if offer.price
            else phrase("offer.free", "free")
        )
        if offer.usual != offer.price:
            right += phrase("offer.usually", ", usually {usual}", usual=f"{offer.usual:,}")
    if not offer.open:
        notes.append(
            (
                phrase("offer.closed", "closed: {by}", by=offer.closed_by)
                if offer.closed_by
                else phrase("day.closed", "closed"),
                "shut",
            )
        )
    else:
        if offer.eased_by:
            notes.append((phrase("offer.eased", "eased: {by}", by=offer.eased_by), "good"))
        if offer.dearer_by:
            notes.append((phrase("offer.dearer", "dearer: {by}", by=offer.dearer_by), "bad"))
    return Entry(offer.id, offer.text, offer.number, right, tuple(notes), offer.open, asks=offer.asks)


def newest(result: ResultView | None) -> tuple[str, str]:
    """Return what the newest notice of any office leads to."""
    for notice in reversed(result.notices if result is not None else ()):
        if notice.subject and notice.regime:
            return notice.regime, notice.subject
    return "", ""


def doors_between(before: DayView, after: DayView) -> list[tuple[Tone, str]]:
    """Return what to say of measures that began or ended, as far as one is told of them."""
    stood = {(regime.id, measure.id): measure.stands for regime in before.regimes for measure in regime.measures}
    return [
        (
            _tone(measure),
            phrase("day.begins", "{regime}: {measure} begins", regime=regime.title, measure=measure.title)
            if measure.stands
            else phrase("day.ends", "{regime}: {measure} ends", regime=regime.title, measure=measure.title),
        )
        for regime in after.regimes
        for measure in regime.measures
        if measure.stands != stood.get((regime.id, measure.id), False)
    ]


def _tone(measure: MeasureView) -> Tone:
    return "good" if measure.stands == (measure.kind == "perk") else "bad"
