"""Pleas: what one can plead about, and filing it."""

from __future__ import annotations

from collections.abc import Iterator

from scsgame.conditions.tree import Facts
from scsgame.game.moment import Setup
from scsgame.game.passing import Passage
from scsgame.game.told import disclosure, known, published
from scsgame.life.days import shift
from scsgame.regime.charter import Regime
from scsgame.regime.dossier import Dossier
from scsgame.regime.intervention.rules import Mark
from scsgame.regime.manipulation.redress import Redress
from scsgame.regime.proceedings import file_plea
from scsgame.terms import Safe
from scsgame.tongue import Phrase


class IllegalMove(Exception):
    """A move that cannot be made now; the message says why, and `read` says it in another language."""

    def __init__(self, key: str, english: str = "", /, **slots: object) -> None:
        """Say why, by the key of a phrase and its English; a sentence alone is said as it is in every language."""
        self.why, self.slots = Phrase(key if english else "", english or key), slots
        super().__init__(self.read("en"))

    def read(self, language: str = "") -> Safe:
        """Return why, in this language."""
        return self.why.read(language, **self.slots)


def plead(passage: Passage, regime_id: str, redress: str, target: str, text: str, at_a_desk: bool = False) -> None:
    """File a plea. At a desk, in an encounter, what it costs stands in the choice itself.

    Raises IllegalMove with a sentence.
    """
    regime = passage.setup.regime.get(regime_id)
    way = way_of(regime, redress) if regime else None
    if regime is None or way is None:
        raise IllegalMove("illegal.no_way", "there is no such way to plead")
    at = passage.setup.at[regime_id]
    dossier = passage.dossiers[at]
    there = targets(regime, dossier, way) if at_a_desk else told_targets(passage.setup, at, dossier, way)
    if not any(name == target for name, _ in there):
        raise IllegalMove("illegal.no_target", "there is nothing of that kind to plead about")
    if way.most_characters and len(text) > way.most_characters:
        raise IllegalMove(
            "illegal.too_long",
            "the form takes {most} characters, this has {count}",
            most=f"{way.most_characters:,}",
            count=f"{len(text):,}",
        )
    if not open_to(way, passage.life.facts, dossier):
        raise IllegalMove("illegal.not_yet", "what this asks for has not been done yet")
    passage.dossiers[at] = file_plea(regime, dossier, redress, target, text, passage.day)
    if way.costs and not at_a_desk:
        facts = passage.life.facts.copy()
        shift(passage.setup.life, facts, way.costs)
        passage.life = passage.life._replace(facts=facts)


def way_of(regime: Regime, redress: str) -> Redress | None:
    """Return the way back of this id."""
    return next((way for way in regime.redress if way.id == redress), None)


def open_to(way: Redress, life: Facts, dossier: Dossier) -> bool:
    """Say whether a redress is there in this phase, and what it asks for has been done."""
    in_phase = not way.phases or dossier.facts["phase"] in way.phases
    return bool(in_phase and way.when.holds(life, dossier.facts))


def _stings(mark: Mark, regime: Regime) -> bool:
    """Say whether a mark is one that somebody could want to be rid of."""
    rule = regime.rule[mark.rule]
    return bool(mark.points < 0 or rule.lists or (rule.rating and rule.rating < regime.scale.start))


def told_targets(setup: Setup, at: int, dossier: Dossier, way: Redress) -> Iterator[tuple[str, Mark | None]]:
    """Yield what a person knows of that a plea can be about: a guess at a list nobody tells of finds nothing."""
    regime = setup.regimes[at]
    told = disclosure(regime, dossier, setup.shows)
    for name, mark in targets(regime, dossier, way):
        if (
            known(regime.roll[name], told)
            if name in regime.roll
            else mark is not None and published(mark, dossier, told)
        ):
            yield name, mark


def targets(regime: Regime, dossier: Dossier, way: Redress) -> Iterator[tuple[str, Mark | None]]:
    """Yield what a plea can be about now, newest first: (list id or mark id, the mark behind it)."""
    busy = {case.target for case in dossier.cases}
    for roll in way.about_lists:
        if dossier.facts[f"listed({roll})"] and roll not in busy:
            behind = dossier.placed.get(roll)
            yield roll, next((mark for mark in dossier.newest_first if mark.id == behind), None) if behind else None
    if way.about_marks:
        for mark in dossier.newest_first:
            if mark.id not in busy and mark.id not in dossier.voided and _stings(mark, regime):
                yield mark.id, mark
