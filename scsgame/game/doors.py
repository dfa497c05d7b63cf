"""What is open and what is closed this morning, at which price, and by which measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from scsgame.life.vocabulary import Vocabulary
from scsgame.regime.charter import Regime
from scsgame.regime.dossier import Dossier
from scsgame.terms import Service


class Door(NamedTuple):
    """One service as it stands for one person: `by` are the measures behind it, as (regime, measure)."""

    open: bool
    price: float = 1.0
    by: tuple[tuple[str, str], ...] = ()


class Doors(NamedTuple):
    """The doors that any regime has touched; all others stand as life leaves them."""

    touched: Mapping[Service, Door]

    def door(self, service: Service, vocabulary: Vocabulary) -> Door:
        """Return how this service stands."""
        found = self.touched.get(service)
        if found is not None:
            return found
        return Door(open=not vocabulary.services[service].by_invitation)


def doors(regimes: Sequence[Regime], dossiers: Sequence[Dossier], vocabulary: Vocabulary) -> Doors:
    """Return how the services stand when these regimes have spoken: who closes wins over who opens."""
    standing = [
        (regime, measure)
        for regime, dossier in zip(regimes, dossiers, strict=True)
        for measure in regime.measures
        if dossier.facts[f"active({measure.id})"]
    ]
    touched: dict[Service, Door] = {}
    for regime, measure in standing:
        for service in measure.opens:
            touched[service] = Door(open=True, by=((regime.id, measure.id),))
    for regime, measure in standing:
        for service, factor in measure.prices:
            door = touched.get(service) or Door(open=not vocabulary.services[service].by_invitation)
            by = (*door.by, (regime.id, measure.id)) if door.open else door.by
            touched[service] = Door(door.open, door.price * factor, by)
    for regime, measure in standing:
        for service in measure.closes:
            known = touched.get(service)
            before = known.by if known is not None and not known.open else ()
            touched[service] = Door(open=False, by=(*before, (regime.id, measure.id)))
    return Doors(touched)


def put_up(doors: Doors, vocabulary: Vocabulary, facts: dict[str, Any]) -> None:
    """Write the doors into a life's facts in the making, where scenes can ask for them."""
    for meaning in vocabulary.services.values():
        door = doors.touched.get(meaning.id)
        if meaning.opens in facts:
            facts[meaning.opens] = door.open if door else not meaning.by_invitation
        if meaning.eases in facts:
            facts[meaning.eases] = bool(door and door.open and (door.price < 1 or meaning.by_invitation))
