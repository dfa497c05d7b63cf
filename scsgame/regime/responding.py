"""What a standing brings: lists entered and left, measures begun and ended, phases turned."""

from __future__ import annotations

from scsgame.regime.desk import Desk
from scsgame.regime.intervention.standing import tier_of


def put_on(desk: Desk, roll: str, mark: str) -> None:
    """Put the person on a list, by the mark that did it or by the list's own condition."""
    desk.facts[f"listed({roll})"] = True
    desk.facts[f"since_on({roll})"] = desk.today.facts["day"]
    desk.facts[f"days_on({roll})"] = 0
    desk.listings.append((roll, True))
    desk.placed = {**desk.placed, roll: mark}


def take_off(desk: Desk, roll: str) -> None:
    """Take the person off a list."""
    desk.facts[f"listed({roll})"] = False
    desk.facts[f"days_on({roll})"] = 0
    desk.listings.append((roll, False))


def keep_lists(desk: Desk) -> None:
    """Put the person on lists and take them off, as the lists' own conditions say."""
    facts, today = desk.facts, desk.today.facts
    for roll in desk.regime.rolls:
        if roll.phases and facts["phase"] not in roll.phases:
            if facts[roll.listed]:
                take_off(desk, roll.id)
            continue
        if facts[roll.listed]:
            days = facts[f"days_on({roll.id})"] = today["day"] - facts[f"since_on({roll.id})"]
            served = roll.term and days >= roll.term
            if served or (roll.leaves is not None and roll.leaves.holds(today, facts)):
                take_off(desk, roll.id)
        elif facts["enrolled"] and roll.enters is not None and roll.enters.holds(today, facts):
            if roll.leaves is not None and roll.leaves.holds(today, facts):
                continue
            put_on(desk, roll.id, "")


def respond(desk: Desk) -> None:
    """Begin and end measures as the standing asks."""
    facts, today = desk.facts, desk.today.facts
    enrolled, phase = facts["enrolled"], facts["phase"]
    for measure in desk.regime.measures:
        in_phase = not measure.phases or phase in measure.phases
        stands = bool(enrolled and in_phase and measure.when.holds(today, facts))
        if stands != facts[measure.active]:
            facts[measure.active] = stands
            desk.measures.append((measure.id, stands))
            if stands:
                desk.touches.extend(measure.touches)


def turn_phase(desk: Desk) -> None:
    """Pass into another phase when its hour has come."""
    facts, day = desk.facts, desk.today.facts["day"]
    facts["days_in_phase"] = day - facts["phase_since"]
    for turning in desk.regime.turnings:
        if facts["phase"] in turning.out_of and turning.when.holds(desk.today.facts, facts):
            facts["phase"] = turning.into
            facts["phase_since"] = facts[f"turned({turning.into})"] = day
            facts["days_in_phase"] = 0
            desk.turnings.append(turning.into)
            if desk.regime.scale.kind != "none":
                facts["tier"] = tier_of(desk.regime.tiers, facts["score"], turning.into)
            break
