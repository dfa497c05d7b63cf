"""A fake life and a fake house, so that screens can be looked at without the engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from threading import Event
from typing import TYPE_CHECKING, NamedTuple, cast

from scsgame.archive.refusals import SaveError
from scsgame.game.moves import Bet, Choose, Move, Pay, written
from scsgame.game.pleas import IllegalMove
from scsgame.game.views import (
    DayView,
    EndingView,
    WhyView,
)
from scsgame.terms import Provenance, Safe, safe, saying
from scsgame.ui.player import Item
from ui.fake_atlas import atlas_of
from ui.fake_story import FakeStory, story_of
from ui.fake_views import Part, Plot, Saved, Words, morning, week_of

if TYPE_CHECKING:
    from scsgame.debrief.sections import Section
    from scsgame.session.atlas import Atlas


class FakePlayer:
    """A life in which every third choice ends a week, and the ninth the life."""

    def __init__(self, hidden: bool = False, say: Words = safe, day: int = 13) -> None:
        self.hidden, self.say = hidden, say
        self.now = morning(day, hidden, say)
        self.past: list[DayView] = []
        self.made: list[list[str]] = []
        self.broken = ""
        self.closed = False
        self.saved = True

    @property
    def name(self) -> Safe:
        return self.say("Ann")

    @property
    def kept(self) -> bool:
        return self.saved

    @property
    def may_undo(self) -> bool:
        return bool(self.past)

    def view(self) -> DayView:
        return self.now

    def move(self, move: Move) -> DayView:
        if self.broken:
            raise SaveError(self.broken)
        if isinstance(move, Bet) and not move.score.isdigit():
            raise IllegalMove("illegal.bet_no_number", "a bet is a number, such as 640 or 4.5")
        self.made.append(written(move))
        if isinstance(move, Choose):
            self.past.append(self.now)
            count = sum(made[0] == "choose" for made in self.made)
            next_day = morning(self.now.day + 2, self.hidden, self.say)
            if count % 3 == 0:
                next_day = next_day._replace(week_end=week_of(self.say, self.hidden))
            if count == 9:
                next_day = next_day._replace(
                    scene=None,
                    ending=EndingView(
                        "offer",
                        self.say("The offer"),
                        self.say("You sign on a Friday. Lin Hao pays for the noodles, in coins."),
                    ),
                )
            self.now = next_day
        elif isinstance(move, Bet):
            self.now = self.now._replace(bets=tuple(bet for bet in self.now.bets if bet.regime != move.regime))
        elif isinstance(move, Pay):
            self.now = self.now._replace(bills=tuple(bill for bill in self.now.bills if bill.id != move.bill))
        return self.now

    def undo(self) -> DayView:
        self.made.append(["undo"])
        self.now = self.past.pop()
        return self.now

    def why(self, regime: str, subject: str) -> WhyView:
        why = saying(self.say("No seed states this value; a tenth of the printed fine."))
        return WhyView(
            self.say("Paid a bill late"), Safe("an entry"),
            (self.say("Entered on day 12."), self.say("It says: a bill was paid after its date, on day 11.")),
            Provenance("reported", ("fact:late",), why), self.say("Sesame Credit"),
        )  # fmt: skip

    def facts(self, provenance: Provenance) -> Sequence[tuple[Safe, str, Safe, Safe]]:
        return (
            (
                self.say("Late payment lowers the score."),
                "reported",
                self.say("ch. 3.3"),
                self.say("A thesis of 2017"),
            ),
        )

    def story(self) -> FakeStory:
        return story_of(self.say)

    def judged(self) -> Sequence[Section]:
        say = self.say
        rows = (
            (say("act"), say("done"), say("seen")),
            (say("crossed on red"), say("3"), say("1")),
            (say("paid late"), say("2"), say("2")),
        )
        course = ((1.0, 600.0), (13.0, 604.0), (20.0, 640.0))
        parts = (
            Part(say("What was seen"), (say("You crossed on red three times. One camera saw one of them."),), rows),
            Part(
                say("What it counted for"),
                (say("A point loss after an act is response cost."),),
                (),
                (Plot(say("Your score"), course),),
            ),
        )
        return cast("Sequence[Section]", parts)

    def close(self) -> None:
        self.closed = True


class Toggle(NamedTuple):
    """A part of a system that can be switched."""

    id: str
    title: Safe
    about: Safe
    on: bool
    group: Safe = Safe("")


class FakeHouse:
    """A house with one life, three systems and two saves."""

    def __init__(
        self,
        say: Words = safe,
        saves: bool = True,
        hidden: bool = False,
        settings: Mapping[str, object] | None = None,
    ) -> None:
        self.say, self.hidden = say, hidden
        self.settings: dict[str, object] = {"reduced_motion": True, **(settings or {})}
        self.asked: list[tuple[object, ...]] = []
        self.reading: Event | None = None
        self.suited = ""
        self.player = FakePlayer(hidden, say)
        self.switches: dict[str, tuple[Toggle, ...]] = {}
        self.kept = [Saved(say("Ann"), "ann.scslife", "student", 13, say("Week 2 of 12."), "whole"),
                     Saved(say("Bo"), "bo.scslife", "student", 84, say("This life is over."), "damaged")] if saves else []  # fmt: skip

    def speak(self, language: str) -> None:
        self.asked.append(("speak", language))

    @property
    def ready(self) -> bool:
        return self.reading is None or self.reading.is_set()

    def lives(self) -> Sequence[Item]:
        if self.reading is not None:
            self.reading.wait(10)
        return [Item("student", self.say("The student"), self.say("Third year of university in a coastal city."))]

    def regimes(self, life: str = "") -> Sequence[Item]:
        self.suited = life
        return [
            Item(name.lower(), self.say(name), self.say(f"What {name} does to you."))
            for name in ("Sesame", "Rongcheng", "None")
        ]

    def atlas(self) -> Atlas:
        return atlas_of(self.say)

    def parts(self, regimes: Sequence[str]) -> Sequence[Toggle]:
        return [part for name in regimes for part in self.switches.get(name, ())]

    def values(self, life: str) -> tuple[Sequence[Item], int]:
        return [
            Item(name, self.say(name), self.say("Say what you think."))
            for name in ("candour", "loyalty", "thrift", "order")
        ], 2

    def saves(self) -> Sequence[Saved]:
        return self.kept

    def life_title(self, life: str) -> Safe:
        return Safe(life)

    def new(
        self, life: str, regimes: Sequence[str], shows: str, values: Sequence[str], seed: str, name: str, *,
        switched: tuple[Sequence[str], Sequence[str]] = ((), ()),
    ) -> FakePlayer:  # fmt: skip
        parts = (tuple(map(tuple, switched)),) if any(switched) else ()
        self.asked.append(("new", life, tuple(regimes), shows, tuple(values), seed, name, *parts))
        return self.player

    def resume(self, file: str) -> FakePlayer:
        self.asked.append(("resume", file))
        return self.player

    def story(self, file: str) -> FakeStory:
        self.asked.append(("story", file))
        return self.player.story()

    def rescore(
        self, file: str, regimes: Sequence[str], switched: tuple[Sequence[str], Sequence[str]]
    ) -> Sequence[Section]:
        parts = (tuple(map(tuple, switched)),) if any(switched) else ()
        self.asked.append(("rescore", file, tuple(regimes), *parts))
        return self.player.judged()

    def load_settings(self) -> Mapping[str, object]:
        return self.settings

    def save_settings(self, settings: Mapping[str, object]) -> None:
        self.settings.update(settings)
