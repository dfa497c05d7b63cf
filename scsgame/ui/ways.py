"""Which page leads to which. Pages that are not the first are loaded when they are first opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from textual.app import App

from scsgame.game.moves import Bet
from scsgame.game.views import BetView, DayView, RedressView, RegimeView, WhyView
from scsgame.terms import Provenance, Safe
from scsgame.tongue import phrase
from scsgame.ui.commands import Command
from scsgame.ui.player import House, Item, Player
from scsgame.ui.refusals import sentence, title_of

if TYPE_CHECKING:
    from scsgame.debrief.finding import Finding
    from scsgame.debrief.sections import Section
    from scsgame.debrief.story import Story
    from scsgame.session.atlas import Atlas
    from scsgame.ui.screens.day import DayScreen
    from scsgame.ui.screens.page import Page
    from scsgame.ui.screens.phone import PhoneScreen

T = TypeVar("T")


class Ways(App[str]):
    """The ways between the pages."""

    house: House
    player: Player | None
    language: str
    offers_bets: bool
    fresh_seed: Callable[[], str]
    bench: Lock

    def resume(self, file: str) -> None:
        """Take up a saved life."""
        raise NotImplementedError

    def asked(self, question: Callable[[], T]) -> T | None:
        """Ask the player or the house; a refusal is shown as its sentence."""
        from scsgame.ui.screens.trouble import TroubleScreen

        try:
            return question()
        except Exception as refusal:
            title = title_of(refusal)
            if not title:
                raise
            self.push_screen(TroubleScreen(title, sentence(refusal)))
        return None

    def open_form(self, life: str = "", under: Sequence[str] = ()) -> None:
        """Open the form for a new life, if there is content to live in; some of it may be filled in already."""
        from scsgame.ui.screens.form import FormScreen

        if self.asked(self.house.lives) is not None:
            self.push_screen(FormScreen(self.fresh_seed(), life, under))

    def open_atlas(self) -> None:
        """Open the atlas of all systems."""
        from scsgame.ui.screens.atlas import AtlasScreen

        atlas = self.asked(self.house.atlas)
        if atlas is not None:
            self.push_screen(AtlasScreen(atlas))

    def open_card(self, atlas: Atlas, key: str) -> None:
        """Open what the atlas says of one system."""
        from scsgame.ui.screens.card import CardScreen

        self.push_screen(CardScreen(atlas, key))

    def open_system(self, regime: str) -> None:
        """Open what the atlas says of the system that a regime plays; where it says nothing, the whole atlas."""
        atlas = self.asked(self.house.atlas)
        if atlas is not None:
            key = atlas.of(regime)
            self.open_card(atlas, key) if key else self.open_atlas()

    def open_shelf(self, purpose: Literal["resume", "rescore"]) -> None:
        """Open the shelf of saved lives."""
        from scsgame.ui.screens.shelf import ShelfScreen

        def taken(file: str | None) -> None:
            if file is not None:
                self.resume(file) if purpose == "resume" else self._rescore(file)

        self.push_screen(ShelfScreen(purpose), taken)

    def _rescore(self, file: str) -> None:
        from scsgame.ui.screens.parts import parts_screen, turned, usual
        from scsgame.ui.screens.pick import PickScreen

        life = next((save.life for save in self.house.saves() if save.file == file), "")
        regimes = self.asked(lambda: self.house.regimes(life))
        if regimes is None:
            return

        def judged(ids: tuple[str, ...], parts: tuple[Sequence[str], Sequence[str]]) -> None:
            sections = self.asked(lambda: self.house.rescore(file, ids, parts))
            if sections is not None:
                self.open_sections(sections, phrase("debrief.judged_again", "judged again"))

        def picked(ids: tuple[str, ...] | None) -> None:
            parts = self.asked(lambda: self.house.parts(ids)) if ids else None
            if not ids or parts is None:
                return
            if not parts:
                judged(ids, ((), ()))
                return

            def ticked(there: tuple[str, ...] | None) -> None:
                if there is not None:
                    judged(ids, turned(parts, there))

            self.push_screen(parts_screen(parts, usual(parts)), ticked)

        self.push_screen(PickScreen(phrase("pick.judge", "Judge it by"), regimes, (), 1, len(regimes)), picked)

    def open_phone(self, day: DayScreen) -> None:
        """Take out the phone."""
        from scsgame.ui.screens.phone import PhoneScreen

        self.push_screen(PhoneScreen(day.player, day.view), lambda view: day.returned(view) if view else None)

    def open_plea(self, phone: PhoneScreen, regime: str, redress: str) -> None:
        """Open a form to an office; where there are several things it can be about, pick one first."""
        from scsgame.ui.screens.pick import PickScreen

        office = next(office for office in phone.view.regimes if office.id == regime)
        way = next(way for way in office.redress if way.id == redress)
        if not way.open or not way.targets:
            phone.say(
                (
                    "neutral",
                    phrase("plea.not_open_unless", "That way is not open now: only if {needs}.", needs=way.needs)
                    if way.needs and not way.open
                    else phrase("plea.not_open", "That way is not open now."),
                )
            )
        elif len(way.targets) == 1:
            self._write(phone, office, way, way.targets[0][0])
        else:
            items = [Item(target, words, Safe("")) for target, words in way.targets]

            def picked(ids: tuple[str, ...] | None) -> None:
                if ids:
                    self._write(phone, office, way, ids[0])

            self.push_screen(PickScreen(phrase("plea.about_what", "What is it about"), items), picked)

    def _write(self, phone: PhoneScreen, office: RegimeView, way: RedressView, target: str) -> None:
        from scsgame.ui.screens.plea import PleaScreen

        self.push_screen(PleaScreen(office, way, target), phone.pleaded)

    def open_why(self, player: Player, asks: tuple[str, str]) -> None:
        """Open the page that says whether a thing is real."""
        from scsgame.ui.screens.why import WhyScreen

        view = self.asked(lambda: player.why(*asks))
        if view is not None:
            facts, behind = player.facts(view.provenance), player.facts(Provenance(sources=view.behind))
            self.push_screen(WhyScreen(view, facts, self.language, behind))

    def open_known(self, player: Player, view: WhyView) -> None:
        """Open such a page about what the debrief tells of, where nothing is withheld."""
        from scsgame.ui.screens.why import WhyScreen

        self.push_screen(WhyScreen(view, player.facts(view.provenance), self.language))

    def open_week(self, day: DayScreen, view: DayView) -> None:
        """Open the end of a week."""
        from scsgame.ui.screens.week import WeekScreen

        if view.week_end is not None:
            self.push_screen(WeekScreen(day.player, view, view.week_end), day.week_seen)

    def open_bet(self, bet: BetView, placed: Callable[[Bet], None]) -> None:
        """Ask what a score will be; nothing written is no bet."""
        from scsgame.game.bets import LONGEST
        from scsgame.ui.paper.standing import bet_words
        from scsgame.ui.screens.ask import AskScreen

        def said(number: str | None) -> None:
            if number is not None and number.strip():
                placed(Bet(bet.regime, number.strip()))

        self.push_screen(AskScreen(bet_words(bet), "", LONGEST), said)

    def open_ending(self, player: Player, view: DayView) -> None:
        """Open how the life closed."""
        from scsgame.ui.screens.ending import EndingScreen

        self.push_screen(EndingScreen(player, view))

    def open_debrief(self, story: Story, player: Player) -> None:
        """Open a debrief."""
        from scsgame.ui.screens.debrief import DebriefScreen

        self.push_screen(DebriefScreen(story, player))

    def open_sections(self, sections: Sequence[Section], name: str, head: str = "") -> None:
        """Open a page of sections."""
        from scsgame.ui.screens.sections import SectionsScreen

        self.push_screen(SectionsScreen(sections, name, head))

    def open_finding(self, story: Story, found: Finding, player: Player) -> None:
        """Open what stands behind a chapter of the debrief."""
        from scsgame.ui.screens.finding import FindingScreen

        self.push_screen(FindingScreen(story, found, player))

    def open_turns(self, story: Story, numbers: Sequence[int], title: str, player: Player) -> None:
        """Open the very choices behind a picture or a finding."""
        from scsgame.ui.screens.turns import TurnsScreen

        with self.bench:
            screen = TurnsScreen(story, numbers, title, player)
        self.push_screen(screen)

    def open_doors(self, story: Story, player: Player) -> None:
        """Open the list of doors that can be asked about."""
        from scsgame.ui.screens.doors import DoorsScreen

        self.push_screen(DoorsScreen(story, player))

    def open_record(self, story: Story, player: Player) -> None:
        """Open the cumulative record of any act, alone or beside another life."""
        from scsgame.ui.screens.record import RecordScreen

        self.push_screen(RecordScreen(story, player))

    def open_help(self, place: str) -> None:
        """Open the help for a place."""
        from scsgame.ui.screens.help import HelpScreen

        self.push_screen(HelpScreen(place))

    def open_palette(self, page: Page[Any]) -> None:
        """Open the list of commands of a page; what is taken there is done here."""
        from scsgame.ui.screens.palette import PaletteScreen

        def taken(command: Command | None) -> None:
            if command is not None:
                page.call_later(page.do, command)

        self.push_screen(PaletteScreen(page.PLACE), taken)

    def open_settings(self) -> None:
        """Open the settings."""
        from scsgame.ui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen())

    def open_leave(self) -> None:
        """Ask whether to leave."""
        from scsgame.ui.screens.leave import LeaveScreen

        self.push_screen(LeaveScreen(self.player))
