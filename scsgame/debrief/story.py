"""The debrief as a story: what you did, what they saw, what it cost and bought you, what it taught you, who you became, elsewhere.

A chapter is worked out when it is first opened, so that the first page is there at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from scsgame.debrief.chapters.became import became
from scsgame.debrief.chapters.bought import bought
from scsgame.debrief.chapters.did import did
from scsgame.debrief.chapters.elsewhere import elsewhere
from scsgame.debrief.chapters.page import Page, page
from scsgame.debrief.chapters.real import real
from scsgame.debrief.chapters.seen import seen
from scsgame.debrief.chapters.taught import taught
from scsgame.debrief.contingencies.procedures import Classified, classified
from scsgame.debrief.counterfactual import Door, doors_of
from scsgame.debrief.counterfactual_told import door_title, told
from scsgame.debrief.cumulative.record import Axis
from scsgame.debrief.cumulative.side_by_side import classes, sheet
from scsgame.debrief.finding import Finding, as_section
from scsgame.debrief.heed import Heed, somebody_waits
from scsgame.debrief.log import Log
from scsgame.debrief.pictures.picture import Sheet
from scsgame.debrief.pictures.twins import twin
from scsgame.debrief.sections import Section, Source
from scsgame.debrief.turns_told import ToldTurn, turn_told
from scsgame.game.chronicle import Chronicle
from scsgame.game.wording import bracketed
from scsgame.regime.charter import Regime
from scsgame.terms import Safe
from scsgame.tongue import Phrase, phrase

TITLES = {
    "did": Phrase("did.title", "What you did"),
    "seen": Phrase("chapter.seen", "What they saw"),
    "bought": Phrase("chapter.bought", "What it cost and bought you"),
    "taught": Phrase("chapter.taught", "What it taught you"),
    "became": Phrase("chapter.became", "Who you became"),
    "elsewhere": Phrase("chapter.elsewhere", "Elsewhere"),
    "real": Phrase("real.title", "Is this real?"),
}


@dataclass(eq=False)
class Chapter:
    """One chapter: its name at once, its page when it is first opened, and then kept."""

    id: str
    title: Safe
    tell: Callable[[Heed], Page]
    _page: Page | None = field(default=None, init=False, repr=False)

    @property
    def page(self) -> Page:
        """Return the page."""
        return self.worked_out()

    def worked_out(self, heed: Heed = somebody_waits) -> Page:
        """Return the page. To work it out may take seconds, and asks meanwhile whether somebody still waits."""
        if self._page is None:
            self._page = self.tell(heed)
        return self._page


@dataclass(frozen=True)
class Story:
    """A debrief in chapters; from each finding one can go down to the very choices behind it."""

    chapters: tuple[Chapter, ...]
    log: Log | None = None
    language: str = "en"

    def turns(self, numbers: Sequence[int]) -> tuple[ToldTurn, ...]:
        """Return the turns with these numbers: what was offered, taken, seen, and what it counted for."""
        return tuple(turn_told(self.log, number, self.language) for number in numbers if number) if self.log else ()

    @cached_property
    def doors(self) -> tuple[tuple[Safe, Door], ...]:
        """Return everything of which one can ask what it would have taken."""
        if self.log is None:
            return ()
        regimes = self.log.chronicle.setup.regimes
        return tuple(
            (
                bracketed(door_title(regime, door, self.language), regime.title.read(self.language), self.language),
                door,
            )
            for regime in regimes
            for door in doors_of(regime)
        )

    @cached_property
    def classes(self) -> tuple[tuple[str, Safe], ...]:
        """Return the response classes whose cumulative record can be drawn, each by its id, with what it is called."""
        return classes(self.log, self.language) if self.log is not None else ()

    def record(
        self, response: str, axis: Axis, names: Sequence[Safe], beside: Story | None = None
    ) -> tuple[Sheet, Finding]:
        """Return the record of a response class, alone or beside another life on one sheet; `names` are what the lives are called.

        Raises ValueError, with a sentence, where there is nothing to draw.
        """
        if self.log is None or (beside is not None and beside.log is None):
            raise ValueError(
                phrase(
                    "record.withheld", "something is still withheld in that life, so its record waits", self.language
                )
            )
        logs = [one.log for one in (self, beside) if one is not None and one.log is not None]
        return sheet([*zip(names, logs, strict=False)], response, self.language, axis)

    def asked(self, door: Door, heed: Heed = somebody_waits) -> Finding:
        """Return what it would have taken for a door. Raises ValueError where there is no life to ask about."""
        if self.log is None:
            raise ValueError("there is no life to ask about")
        return told(self.log, door, self.language, heed)


def story(
    chronicle: Chronicle,
    others: Sequence[Regime],
    sources: Mapping[str, Source],
    language: str = "en",
    apart: Collection[str] = (),
) -> Story:
    """Return the debrief of a life: `others` are the regimes it is judged by beside its own.

    `sources` are the facts that rules cite, by reference; those of `others` that are `apart` are of another age.
    """
    log = Log(chronicle)
    known: list[Sequence[Classified]] = []

    def came() -> Sequence[Classified]:
        if not known:
            known.append(classified(log))
        return known[0]

    tells: dict[str, Callable[[Heed], Page]] = {
        "did": lambda _: did(log, language),
        "seen": lambda _: seen(log, came(), language),
        "bought": lambda _: bought(log, came(), language),
        "taught": lambda _: taught(log, language),
        "became": lambda _: became(log, language),
        "elsewhere": lambda heed: elsewhere(log, others, language, heed, apart),
        "real": lambda _: real(log, sources, language),
    }
    chapters = tuple(Chapter(name, TITLES[name].read(language), tell) for name, tell in tells.items())
    return Story(chapters, log, language)


def of_words(name: str, title: Safe, says: Sequence[str]) -> Chapter:
    """Return a chapter that only says something."""
    return Chapter(name, title, lambda _: page(says))


def sections(told_story: Story) -> tuple[Section, ...]:
    """Return everything as sections, for plain lines: first the whole story with its pictures in words, then what stands behind it."""
    language = told_story.language
    found: list[Section] = []
    behind: list[Section] = []
    for chapter in told_story.chapters:
        leaf = chapter.page
        found.append(Section(chapter.title, leaf.says))
        if leaf.picture is not None:
            words = twin(leaf.picture, language)
            found.append(Section(leaf.picture.title, words.says, words.rows))
        behind += [as_section(one, language) for one in leaf.findings]
    if behind:
        told_so_far = phrase(
            "story.ends", "That was the story. From here on each part of it is told in full.", language
        )
        found.append(Section(phrase("debrief.behind", "What stands behind it", language), (told_so_far,)))
    return (*found, *behind)


def debrief(
    chronicle: Chronicle, others: Sequence[Regime], sources: Mapping[str, Source], language: str = "en"
) -> tuple[Section, ...]:
    """Return the whole debrief of a life in sections."""
    return sections(story(chronicle, others, sources, language))


__all__ = ["Chapter", "Page", "Story", "debrief", "of_words", "sections", "story"]
