"""Pleas: what one can plead about, and filing it."""

from __future__ import annotations

from dataclasses import replace

from scsgame.game.moment import Moment
from scsgame.game.passing import with_dossier
from scsgame.life.days import shift
from scsgame.regime.intervention.rules import Mark
from scsgame.regime.proceedings import file_plea


class IllegalMove(Exception):
    """A move that cannot be made now; the message says why."""


def plead(
    moment: Moment, regime_id: str, redress: str, target: str, text: str, at_a_desk: bool = False
) -> Moment:
    """Return the moment with a plea filed. Raises IllegalMove with a sentence."""
    regime = moment.setup.regime.get(regime_id)
    way = next((way for way in regime.redress if way.id == redress), None) if regime else None
    if regime is None or way is None:
        raise IllegalMove("there is no such way to plead")
    at = moment.setup.at[regime_id]
    dossier = moment.dossiers[at]
    if target not in {name for name, _ in targets(moment, regime_id, redress)}:
        raise IllegalMove("there is nothing of that kind to plead about")
    if way.most_characters and len(text) > way.most_characters:
        raise IllegalMove(f"the form takes {way.most_characters:,} characters, this has {len(text):,}")
    if not way.when.holds(moment.life.facts, dossier.facts):
        raise IllegalMove("what this asks for has not been done yet")
    moment = with_dossier(moment, at, file_plea(regime, dossier, redress, target, text, moment.day))
    if way.costs and not at_a_desk:
        facts = moment.life.facts.copy()
        shift(moment.setup.life, facts, way.costs)
        moment = replace(moment, life=moment.life._replace(facts=facts))
    return moment

def targets(moment: Moment, regime_id: str, redress: str) -> list[tuple[str, Mark | None]]:
    """Return what a plea can be about now, newest first: (list id or mark id, the mark behind it)."""
    regime = moment.setup.regime[regime_id]
    dossier = moment.dossiers[moment.setup.at[regime_id]]
    way = next(way for way in regime.redress if way.id == redress)
    busy = {case.target for case in dossier.cases}
    by_name = {mark.id: mark for mark in dossier.marks}
    found: list[tuple[str, Mark | None]] = []
    for roll in way.about_lists:
        if dossier.facts[f"listed({roll})"] and roll not in busy:
            found.append((roll, by_name.get(dossier.placed.get(roll, ""))))
    if way.about_marks:
        answered = busy | dossier.voided
        bad = [mark for mark in dossier.marks if mark.points < 0 or regime.rule[mark.rule].lists]
        found += [(mark.id, mark) for mark in reversed(bad) if mark.id not in answered]
    return found

def newest_target(moment: Moment, regime_id: str, redress: str) -> str:
    """Return what a plea at a desk is about: the newest thing it can be about, or ""."""
    found = targets(moment, regime_id, redress)
    return found[0][0] if found else ""
