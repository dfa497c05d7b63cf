"""Pleas before a regime: their answers, and what is struck out when one is granted or a mark's time is over."""

from __future__ import annotations

from collections.abc import Callable

from scsgame.regime.desk import Answer, Desk
from scsgame.regime.filing import publish
from scsgame.regime.intervention.rules import Mark
from scsgame.regime.intervention.standing import add
from scsgame.regime.intervention.weighing import period_of
from scsgame.regime.responding import take_off
from scsgame.terms import shift_date


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
    return next((mark for page in desk.entries.values() for mark in page if mark.id == name), None)


def _undo_entry(desk: Desk, target: str, mark: Mark | None) -> None:
    if desk.facts.get(f"listed({target})"):
        take_off(desk, target)
    if mark is not None and mark.id not in desk.voided:
        strike(desk, mark)


def strike(desk: Desk, mark: Mark) -> None:
    """Strike a mark out: what it moved moves back, its cap is free again, the list it put one on lets go."""
    rule = desk.regime.rule[mark.rule]
    desk.voided |= {mark.id}
    if f"marks({mark.rule})" in desk.facts:
        desk.facts[f"marks({mark.rule})"] -= 1
    for roll, name in desk.placed.items():
        if name == mark.id and desk.facts[f"listed({roll})"]:
            take_off(desk, roll)
    if rule.cap and mark.points:
        date = shift_date(desk.today.date, mark.day - desk.today.facts["day"])
        key = (rule.id, period_of(rule, date, mark.day))
        desk.spent[key] = max(0.0, desk.spent.get(key, 0.0) - abs(mark.points))
    desk.ratings = tuple(rating for rating in desk.ratings if rating.mark != mark.id)
    moved = desk.moved.get(mark.day, {}).get(mark.id, 0.0)
    if moved:
        add(desk.regime.scale, desk.tallies, mark.factor, -moved)
    if desk.regime.scale.updates == "at_once":
        publish(desk)


def lapse(desk: Desk) -> None:
    """Let go of the marks whose time is over."""
    lasting = desk.regime.lasting
    day = desk.today.facts["day"]
    for lasts in sorted(set(lasting.values()), reverse=True):
        for mark in desk.before.entries.get(day - lasts, ()):
            if lasting.get(mark.rule) == lasts and mark.id not in desk.voided:
                strike(desk, mark)
