"""Pleas before a regime: their answers, and what is struck out when one is granted."""

from __future__ import annotations

from collections.abc import Callable

from scsgame.regime.desk import Answer, Desk, publish, take_off
from scsgame.regime.intervention.rules import Mark
from scsgame.regime.intervention.standing import add


def answer(desk: Desk, mistaken: Callable[[Mark], bool]) -> None:
    """Answer the pleas whose day has come."""
    regime, day = desk.regime, desk.today.facts["day"]
    due = [case for case in desk.cases if case.answer <= day]
    if not due:
        return
    desk.cases = tuple(case for case in desk.cases if case.answer > day)
    ways = {way.id: way for way in regime.redress}
    for case in due:
        way = ways[case.redress]
        mark = _mark_behind(desk, case.target)
        odds = way.grants_if_wrong if mark is not None and mistaken(mark) else way.grants
        granted = odds >= 1 or desk.today.chance.draw("plea", regime.id, case.filed, case.target) < odds
        desk.answers.append(Answer(case, granted))
        if granted:
            _undo_entry(desk, case.target, mark)


def _mark_behind(desk: Desk, target: str) -> Mark | None:
    name = desk.placed.get(target, target)
    return next((mark for mark in desk.all_marks if mark.id == name), None)


def _undo_entry(desk: Desk, target: str, mark: Mark | None) -> None:
    if desk.facts.get(f"listed({target})"):
        take_off(desk, target)
    if mark is None or mark.id in desk.voided:
        return
    desk.voided |= {mark.id}
    for roll, name in desk.placed.items():
        if name == mark.id and desk.facts[f"listed({roll})"]:
            take_off(desk, roll)
    desk.ratings = tuple(rating for rating in desk.ratings if rating.mark != mark.id)
    moved = desk.moved.get(mark.id, 0.0)
    if moved:
        add(desk.regime.scale, desk.tallies, mark.factor, -moved)
    if desk.regime.scale.updates == "at_once":
        publish(desk)
