"""How far one life was lived by one regime's number, as figures."""

from __future__ import annotations

from typing import NamedTuple

from scsgame.debrief.calculating.choosing import Chosen, chosen
from scsgame.debrief.calculating.company import Company, company
from scsgame.debrief.calculating.foresight import Foresight, foresight
from scsgame.debrief.calculating.looks import Looks, looks
from scsgame.debrief.calculating.standoffs import Standoff, standoffs
from scsgame.debrief.log import Log


class SelfReport(NamedTuple):
    """How far a life was lived by the number: looks, choices by each way of reckoning, company, bets, standoffs."""

    regime: str
    looks: Looks
    chosen: tuple[Chosen, ...]
    company: tuple[Company, ...]
    foresight: Foresight
    standoffs: tuple[Standoff, ...]


def self_report(log: Log, regime: str) -> SelfReport:
    """Return how far a life was lived by this regime's number."""
    return SelfReport(
        regime,
        looks(log, regime),
        (chosen(log, regime, "published"), chosen(log, regime, "rules"), chosen(log, regime, "came")),
        company(log, regime),
        foresight(log, regime),
        standoffs(log, regime),
    )
