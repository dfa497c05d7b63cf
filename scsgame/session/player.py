"""One life being lived, with its save under it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from scsgame.archive import Journal
from scsgame.debrief.sections import Section, Source
from scsgame.game.chronicle import Chronicle
from scsgame.game.moves import Move, Undo, written
from scsgame.game.told import disclosure
from scsgame.game.view import look
from scsgame.game.views import DayView, WhyView
from scsgame.game.why import nothing_known, why, why_closed, why_of_life
from scsgame.packs import Library
from scsgame.regime.charter import Regime
from scsgame.terms import Provenance, Safe
from scsgame.tongue import Phrase, phrase

if TYPE_CHECKING:
    from scsgame.debrief.story import Story

WAITS = Phrase(
    "debrief.waits",
    "Something is being kept from you in this life: a score, its rules, or what is entered about you. The debrief tells "
    "all of it, so it comes when the life is over.",
)


def withheld(chronicle: Chronicle) -> bool:
    """Say whether any regime keeps a score or its entries from the person now."""
    setup = chronicle.setup
    for regime, dossier in zip(setup.regimes, chronicle.moment.dossiers, strict=True):
        told = disclosure(regime, dossier, setup.shows)
        if told.notice == "never" or (regime.scale.kind != "none" and told.score != "visible"):
            return True
    return False


class Player:
    """One life being lived. Every move is in the save before its view comes back."""

    def __init__(
        self,
        chronicle: Chronicle,
        library: Library,
        journal: Journal | None = None,
        language: str = "en",
        changed: Sequence[Safe] = (),
        others: Callable[[], Sequence[Regime]] | None = None,
        apart: Callable[[], Collection[str]] = frozenset,
    ) -> None:
        """Take up a life; `others` brings the systems by which it can be judged too, `apart` which of them are of another age, when somebody asks."""
        self.chronicle = chronicle
        self.library = library
        self.journal = journal
        self.language = language
        self.changed = tuple(changed)
        self.others = others or (lambda: tuple(library.regimes.values()))
        self._apart = apart

    @property
    def name(self) -> Safe:
        """Return what the player called this life."""
        return self.journal.header.name if self.journal else phrase("life.unnamed", "a life", self.language)

    @property
    def kept(self) -> bool:
        """Say whether this life is kept in a save: one may play without, and a rehearsal always does."""
        return self.journal is not None

    @property
    def may_undo(self) -> bool:
        """Say whether the last move can be taken back."""
        return self.chronicle.may_undo

    def view(self) -> DayView:
        """Return what the person may see now."""
        return look(self.chronicle, self.language)

    def move(self, move: Move) -> DayView:
        """Make a move: compute it, commit it, and only then show it. Raises IllegalMove or SaveError."""
        after = self.chronicle.then(move)
        if self.journal is not None:
            self.journal.append(written(move), after.moment.day)
        self.chronicle = after
        return self.view()

    def undo(self) -> DayView:
        """Take back the last move."""
        return self.move(Undo())

    def why(self, regime: str, subject: str) -> WhyView:
        """Return what is known about a subject: is this real?"""
        setup = self.chronicle.setup
        if regime in setup.regime:
            return why(self.chronicle.moment, regime, subject, self.language)
        match subject if not regime else "":
            case "life":
                return why_of_life(setup.life, self.language)
            case "closed":
                return why_closed(self.language)
            case _:
                return nothing_known(self.language)

    def facts(self, provenance: Provenance) -> Sequence[Source]:
        """Return the facts that a rule rests on, so that they can be cited."""
        known = sources_of(self.library, self.language)
        return tuple(known[name] for name in provenance.sources if name in known)

    def story(self) -> Story:
        """Return what was done to this life, in chapters, and how it would have stood elsewhere.

        While a life goes on, what its regimes withhold stays withheld.
        """
        from scsgame.debrief.story import Story, of_words, story

        if not self.chronicle.over and withheld(self.chronicle):
            title = phrase("debrief.waits_title", "The debrief waits", self.language)
            return Story((of_words("waits", title, (WAITS.read(self.language),)),), None, self.language)
        told = story(
            self.chronicle,
            tuple(self.others()),
            sources_of(self.library, self.language),
            self.language,
            self._apart(),
        )
        if not self.changed:
            return told
        title = phrase("debrief.changed", "The content has changed since this life was lived", self.language)
        return replace(told, chapters=(of_words("changed", title, self.changed), *told.chapters))

    def debrief(self) -> Sequence[Section]:
        """Return the whole story in sections, for plain lines."""
        from scsgame.debrief.story import sections

        return sections(self.story())

    def close(self) -> None:
        """Let go of the save, so that another program may open it."""
        if self.journal is not None:
            self.journal.close()


def sources_of(library: Library, language: str = "en") -> Mapping[str, Source]:
    """Return every fact that content cites, by reference."""
    return {
        name: Source(fact.read(language), fact.status, fact.where, fact.title(language))
        for name, fact in library.sources.facts.items()
    }
