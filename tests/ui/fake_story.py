"""A debrief that no engine told: one chapter for each kind of picture, a finding, two choices, one door."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scsgame.debrief.chapters.page import Page
from scsgame.debrief.counterfactual import Door
from scsgame.debrief.cumulative.record import Axis, Pen, PhaseLine, Record
from scsgame.debrief.finding import Finding
from scsgame.debrief.heed import Heed, somebody_waits
from scsgame.debrief.pictures.picture import Grid, Lane, Lanes, Sheet, Span, Strip
from scsgame.debrief.sections import Series
from scsgame.debrief.story import TITLES, Chapter, Story
from scsgame.debrief.turns_told import Came, ToldTurn, Way
from scsgame.game.views import WhyView
from scsgame.terms import Provenance, Safe

Words = Callable[[str], Safe]


@dataclass(frozen=True)
class FakeStory(Story):
    """A story that knows two choices and one door."""

    say: Words = Safe

    def turns(self, numbers: Sequence[int]) -> tuple[ToldTurn, ...]:
        say = self.say
        ways = (
            Way(say("Cross"), taken=True, closed_by=Safe("")),
            Way(say("Wait for the green man"), taken=False, closed_by=Safe("")),
            Way(say("Take the train"), taken=False, closed_by=say("Sesame Credit")),
        )
        known = WhyView(
            say("Crossed on red"),
            say("a rule"),
            (say("crosses on red"),),
            Provenance("reported", ("fact:late",)),
            say("Sesame Credit"),
        )
        came = (Came(say("day 15: crossed on red -5"), known),)
        crossed = ToldTurn(1, 14, say("The east gate. Nobody is coming."), ways, (say("reported by a camera"),), came)
        return tuple(
            crossed if number == 1 else crossed._replace(number=2, day=16, seen=(), came=()) for number in numbers
        )

    @property
    def classes(self) -> tuple[tuple[str, Safe], ...]:  # type: ignore[override]
        return (("jaywalks", self.say("crosses on red")), ("helps", self.say("helps a stranger")))

    def record(
        self, response: str, axis: Axis, names: Sequence[Safe], beside: Story | None = None
    ) -> tuple[Sheet, Finding]:
        pens = tuple(Pen(at, at // 2, at % 2 == 0, at % 4 == 0, at % 3 == 0) for at in range(1, 9))
        records = tuple(
            Record(name, self.say(f"{response} by {axis}"), axis, 8 + place, pens) for place, name in enumerate(names)
        )
        title = self.say("Cumulative record: crosses on red")
        return Sheet(title, records), Finding("record", title, (self.say("4 of 8 taken."),), (self.say("why."),))

    @property
    def doors(self) -> tuple[tuple[Safe, Door], ...]:  # type: ignore[override]
        return ((self.say("No fast trains (Sesame Credit)"), Door("sesame", "measure", "trains")),)

    def asked(self, door: Door, heed: Heed = somebody_waits) -> Finding:
        del door, heed
        return self._finding("What would it have taken: no fast trains", "One choice would have turned it.", (1,))

    def _finding(self, title: str, says: str, turns: tuple[int, ...] = ()) -> Finding:
        say = self.say
        rows = ((say("act"), say("done"), say("seen")), (say("crossed on red"), say("3"), say("1")))
        course = (Series(say("Your score"), ((1.0, 600.0), (13.0, 604.0), (20.0, 640.0))),)
        return Finding("f", say(title), (say(says),), (say("why you did it."),), rows, course, turns)


def story_of(say: Words) -> FakeStory:
    """Return the story, every word of it said so."""
    grid = Grid(
        say("Acts by week"), (say("money"), say("the street")), tuple(Safe(str(week)) for week in range(1, 13)),
        ((0, 1, 2, 0, 0, 1, 0, 0, 12, 0, 0, 1), (3, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0)),
    )  # fmt: skip
    strip = Strip(
        say("Every act in its order"), ((Safe("1"), ("full", "hollow", "dot")), (Safe("2"), ("cross", "full"))),
        (("full", say("reported of you, and so it was")), ("hollow", say("missed")), ("cross", say("not so")), ("dot", say("not looked for"))),
    )  # fmt: skip
    score = Lane(
        say("Sesame Credit"),
        ((1.0, 600.0), (13.0, 604.0), (20.0, 640.0)),
        350,
        950,
        says=say("640"),
        spans=(Span(3, 9, good=True), Span(12, 30, good=False)),
    )
    marks = Lane(say("entries"), signs=((3, "down"), (9, "up"), (9, "cross")))
    lanes = Lanes(
        say("The course of it"),
        (score._replace(tall=True), marks),
        84,
        (("down", say("took")), ("up", say("gave")), ("cross", say("not yours"))),
    )
    pens = tuple(Pen(at, (at + 1) // 2, at % 2 == 1, hatches=at == 3, ticks=at == 5) for at in range(1, 9))
    sheet = Sheet(
        say("Cumulative record"),
        (
            Record(
                say("you"),
                say("crosses on red"),
                "opportunity",
                8,
                pens,
                (PhaseLine(1, say("A")), PhaseLine(5, say("B"))),
            ),
        ),
    )
    small = Lanes(say("One life, each system"), (score, score._replace(title=say("Rongcheng"), spans=())), 84)
    story = FakeStory((), None, "en", say)
    behind = (
        story._finding("What was seen", "One camera saw one of three.", (1, 2)),
        story._finding("Every point of it", "It came to 640."),
    )
    pictures = {"did": grid, "seen": strip, "bought": lanes, "taught": sheet, "elsewhere": small}
    chapters = tuple(
        Chapter(name, title.read(), lambda _, name=name: Page((say("You crossed on red three times. One camera saw one of them."),), pictures.get(name), behind, (1, 2)))  # type: ignore[misc]
        for name, title in TITLES.items()
    )  # fmt: skip
    return FakeStory(chapters, None, "en", say)
